// Package lambda stands in for github.com/aws/aws-lambda-go/lambda v1.55.1:
// the declarations that the corpora use.
package lambda

func Start(handler interface{}) {}
