package known

import "go/types"

// replies are the types of what a handler returns to have a client answered
// with it, by package path and name, with the field that holds the status.
var replies = map[string]map[string]string{
	"github.com/aws/aws-lambda-go/events": {
		"ALBTargetGroupResponse":             "StatusCode",
		"APIGatewayProxyResponse":            "StatusCode",
		"APIGatewayProxyStreamingResponse":   "StatusCode",
		"APIGatewayV2HTTPResponse":           "StatusCode",
		"LambdaFunctionURLResponse":          "StatusCode",
		"LambdaFunctionURLStreamingResponse": "StatusCode",
	},
}

// sent are the types of what a client has sent, where they lead to no context:
// that is handed to the handler by itself. An event of a queue is not among
// them: nobody is answered that it could not be read.
var sent = map[string]map[string]bool{
	"github.com/aws/aws-lambda-go/events": {
		"ALBTargetGroupRequest":           true,
		"APIGatewayProxyRequest":          true,
		"APIGatewayV2HTTPRequest":         true,
		"APIGatewayWebsocketProxyRequest": true,
		"LambdaFunctionURLRequest":        true,
	},
}

// ReplyOf returns the name of the field that holds the status, if t, or what
// it points to, is the type of a reply.
func ReplyOf(t types.Type) (status string, ok bool) {
	obj := declaredBy(t)
	if obj == nil {
		return "", false
	}
	status, ok = replies[obj.Pkg().Path()][obj.Name()]
	return status, ok
}

// IsSent reports whether t, or what it points to, is the type of what a client
// has sent.
func IsSent(t types.Type) bool {
	obj := declaredBy(t)
	return obj != nil && sent[obj.Pkg().Path()][obj.Name()]
}

// Exchanged calls f for each type of a reply, with the field of its status, and
// for each type of what a client has sent, without one.
func Exchanged(f func(pkg, name, status string)) {
	for pkg, names := range replies {
		for name, status := range names {
			f(pkg, name, status)
		}
	}
	for pkg, names := range sent {
		for name := range names {
			f(pkg, name, "")
		}
	}
}
