// Package events stands in for github.com/aws/aws-lambda-go/events v1.55.1:
// the declarations that the corpora use.
package events

type SQSEvent struct {
	Records []SQSMessage `json:"Records"`
}

type SQSMessage struct {
	MessageId string `json:"messageId"`
	Body      string `json:"body"`
}

type APIGatewayProxyRequest struct {
	Path string `json:"path"`
	Body string `json:"body"`
}

type APIGatewayProxyResponse struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

type APIGatewayV2HTTPRequest struct {
	Body string `json:"body,omitempty"`
}

type APIGatewayV2HTTPResponse struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}
