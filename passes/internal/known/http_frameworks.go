package known

// frameworkResponders are the ways to answer a client in web frameworks. A
// call that both answers and returns an error, as in echo and fiber, answers:
// its error says no more than that of http.ResponseWriter.Write.
//
// gin's Context.Error and AbortWithError and echo's Context.Error are left
// out: they hand the error on to middleware.
var frameworkResponders = effects{
	"github.com/gin-gonic/gin": {
		`Context.AbortWithStatus Context.AbortWithStatusJSON Context.AbortWithStatusPureJSON Context.AsciiJSON Context.BSON
		 Context.Data Context.DataFromReader Context.HTML Context.IndentedJSON Context.JSON Context.JSONP Context.Negotiate
		 Context.ProtoBuf Context.PureJSON Context.Redirect Context.Render Context.SecureJSON Context.Status Context.String
		 Context.TOML Context.XML Context.YAML`: answerArg(0),
		`Context.SSEvent`: answer(0),
	},
	"github.com/labstack/echo/v4": echoResponders,
	"github.com/labstack/echo/v5": echoResponders,
	"github.com/gofiber/fiber/v2": {
		`Ctx.SendStatus Ctx.Status`: answerArg(0),
		`Ctx.Format Ctx.JSON Ctx.JSONP Ctx.Render Ctx.Send Ctx.SendString Ctx.SendStream Ctx.Write Ctx.WriteString Ctx.Writef
		 Ctx.XML`: answer(0),
		`Ctx.Redirect Ctx.RedirectBack Ctx.RedirectToRoute`: answer(302),
	},
	"github.com/gofiber/fiber/v3": {
		// Ctx and Res are interfaces; the Default types are what they hold.
		`Ctx.SendStatus Ctx.Status Res.SendStatus Res.Status Redirect.Status
		 DefaultCtx.Status DefaultRes.SendStatus DefaultRes.Status`: answerArg(0),
		`Ctx.AutoFormat Ctx.CBOR Ctx.Format Ctx.JSON Ctx.JSONP Ctx.MsgPack Ctx.Render Ctx.Send Ctx.SendStream
		 Ctx.SendStreamWriter Ctx.SendString Ctx.Write Ctx.WriteString Ctx.Writef Ctx.XML
		 Res.AutoFormat Res.CBOR Res.Format Res.JSON Res.JSONP Res.MsgPack Res.Render Res.Send Res.SendStream
		 Res.SendStreamWriter Res.SendString Res.Write Res.WriteString Res.Writef Res.XML
		 DefaultRes.AutoFormat DefaultRes.CBOR DefaultRes.Format DefaultRes.JSON DefaultRes.JSONP DefaultRes.MsgPack
		 DefaultRes.Render DefaultRes.Send DefaultRes.SendStream DefaultRes.SendStreamWriter DefaultRes.SendString
		 DefaultRes.Write DefaultRes.WriteString DefaultRes.Writef DefaultRes.XML`: answer(0),
		`Redirect.Back Redirect.Route Redirect.To`: answer(303),
	},
	"github.com/valyala/fasthttp": {
		`RequestCtx.Error RequestCtx.Redirect RequestCtx.RedirectBytes RequestCtx.TimeoutErrorWithCode`: answerArg(1),
		`RequestCtx.SetStatusCode Response.SetStatusCode ResponseHeader.SetStatusCode`:                  answerArg(0),
		`RequestCtx.NotFound`:                         answer(404),
		`RequestCtx.NotModified`:                      answer(304),
		`RequestCtx.Success RequestCtx.SuccessString`: answer(200),
		`RequestCtx.TimeoutError`:                     answer(408),
		`RequestCtx.SetBody RequestCtx.SetBodyStream RequestCtx.SetBodyString RequestCtx.Write RequestCtx.WriteString
		 Response.AppendBody Response.AppendBodyString Response.SetBody Response.SetBodyRaw Response.SetBodyString`: answer(0),
	},
	"github.com/go-chi/render": {
		`Status`: answerArg(1),
		`Data DefaultResponder HTML JSON PlainText Render RenderList XML`: answer(0),
		`NoContent`: answer(204),
	},
	"github.com/danielgtaylor/huma/v2": {
		`Context.SetStatus`: answerArg(0),
		`WriteErr`:          answerArg(2),
	},
	"connectrpc.com/connect": {
		`ErrorWriter.Write`: answer(0),
	},
	"github.com/twitchtv/twirp": {
		`WriteError`: answer(0),
	},
}

// echoResponders are echo's, whose Context is an interface in version 4 and a
// struct in version 5.
var echoResponders = map[string]Effect{
	`Context.Blob Context.HTML Context.HTMLBlob Context.JSON Context.JSONBlob Context.JSONP Context.JSONPBlob
	 Context.JSONPretty Context.NoContent Context.Redirect Context.Render Context.Stream Context.String Context.XML
	 Context.XMLBlob Context.XMLPretty Response.WriteHeader`: answerArg(0),
	`Response.Write`: answer(0),
}

// frameworkErrors are the constructors of errors that a handler returns to
// its framework to be answered with. They hold the error only if they are
// given it; without it, and without a line, only the answer is left of it.
// Where a gRPC or connect code takes the place of the status, the argument
// holds that code, not an HTTP status.
var frameworkErrors = effects{
	"github.com/labstack/echo/v4": {
		`NewHTTPError`:           failsArg(0),
		`HTTPError.SetInternal`:  keeps(),
		`HTTPError.WithInternal`: does(Wraps),
		`NewBindingError`:        does(Wraps),
	},
	"github.com/labstack/echo/v5": {
		`NewHTTPError`:    failsArg(0),
		`HTTPError.Wrap`:  does(Wraps),
		`NewBindingError`: does(Wraps),
		`StatusCode`:      does(Wraps),
	},
	"github.com/gofiber/fiber/v2": {
		`NewError`: failsArg(0),
	},
	"github.com/gofiber/fiber/v3": {
		`NewError NewErrorf`: failsArg(0),
	},
	"google.golang.org/grpc/status": {
		`Error Errorf New Newf`: failsArg(0),
		// What Code, Convert and FromError give still tells of the error, so
		// that comparing it says what kind of error it is.
		`Code Convert ErrorProto FromContextError FromError FromProto`: does(Wraps),
	},
	"google.golang.org/grpc/internal/status": {
		// Status is an alias of this package's.
		`Status.Code Status.Details Status.Err Status.Message Status.Proto Status.String Status.WithDetails`: does(Wraps),
	},
	"connectrpc.com/connect": {
		`NewError NewWireError`:          failsArg(0),
		`CodeOf`:                         does(Wraps),
		`NewNotModifiedError`:            fails(304),
		`IsNotModifiedError IsWireError`: does(Classifies),
	},
	"github.com/twitchtv/twirp": {
		`InternalError InternalErrorWith InternalErrorf`: fails(500),
		`NotFoundError`: fails(404),
		`InvalidArgumentError RequiredArgumentError`: fails(400),
		// The code is a string.
		`NewError NewErrorf ErrorCode.Error ErrorCode.Errorf`: does(Wraps),
		`Error.WithMeta WrapError`:                            does(Wraps),
	},
	"github.com/danielgtaylor/huma/v2": {
		`Status304NotModified`:                  fails(304),
		`Error400BadRequest`:                    fails(400),
		`Error401Unauthorized`:                  fails(401),
		`Error402PaymentRequired`:               fails(402),
		`Error403Forbidden`:                     fails(403),
		`Error404NotFound`:                      fails(404),
		`Error405MethodNotAllowed`:              fails(405),
		`Error406NotAcceptable`:                 fails(406),
		`Error407ProxyAuthRequired`:             fails(407),
		`Error408RequestTimeout`:                fails(408),
		`Error409Conflict`:                      fails(409),
		`Error410Gone`:                          fails(410),
		`Error411LengthRequired`:                fails(411),
		`Error412PreconditionFailed`:            fails(412),
		`Error413RequestEntityTooLarge`:         fails(413),
		`Error414RequestURITooLong`:             fails(414),
		`Error415UnsupportedMediaType`:          fails(415),
		`Error416RequestedRangeNotSatisfiable`:  fails(416),
		`Error417ExpectationFailed`:             fails(417),
		`Error418Teapot`:                        fails(418),
		`Error421MisdirectedRequest`:            fails(421),
		`Error422UnprocessableEntity`:           fails(422),
		`Error423Locked`:                        fails(423),
		`Error424FailedDependency`:              fails(424),
		`Error425TooEarly`:                      fails(425),
		`Error426UpgradeRequired`:               fails(426),
		`Error428PreconditionRequired`:          fails(428),
		`Error429TooManyRequests`:               fails(429),
		`Error431RequestHeaderFieldsTooLarge`:   fails(431),
		`Error451UnavailableForLegalReasons`:    fails(451),
		`Error500InternalServerError`:           fails(500),
		`Error501NotImplemented`:                fails(501),
		`Error502BadGateway`:                    fails(502),
		`Error503ServiceUnavailable`:            fails(503),
		`Error504GatewayTimeout`:                fails(504),
		`Error505HTTPVersionNotSupported`:       fails(505),
		`Error506VariantAlsoNegotiates`:         fails(506),
		`Error507InsufficientStorage`:           fails(507),
		`Error508LoopDetected`:                  fails(508),
		`Error510NotExtended`:                   fails(510),
		`Error511NetworkAuthenticationRequired`: fails(511),
		`ErrorWithHeaders`:                      does(Wraps),
	},
}

// fails is the effect of a constructor of an error that is answered with
// status.
func fails(status int) Effect { return Effect{Role: Wraps, Status: status, StatusArg: NoStatus} }

// failsArg is the effect of a constructor of an error that is told the status
// to be answered with.
func failsArg(arg int) Effect { return Effect{Role: Wraps, StatusArg: arg} }
