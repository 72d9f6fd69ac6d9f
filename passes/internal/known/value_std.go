package known

// stdWraps are the functions whose results hold what they are given.
var stdWraps = effects{
	"errors": {`New Join Unwrap`: does(Wraps)},
	"fmt": {
		`Errorf Sprint Sprintf Sprintln Append Appendf Appendln`: does(Wraps),
	},
	"strings": {
		`Clone Join Map Repeat Replace ReplaceAll Split SplitN Fields Title ToLower ToUpper ToTitle
		 Trim TrimSpace TrimPrefix TrimSuffix TrimLeft TrimRight TrimFunc Cut CutPrefix CutSuffix`: does(Wraps),
	},
	"strconv":       {`Quote QuoteToASCII AppendQuote`: does(Wraps)},
	"html":          {`EscapeString`: does(Wraps)},
	"html/template": {`HTMLEscapeString JSEscapeString`: does(Wraps)},
	"net/url":       {`QueryEscape PathEscape`: does(Wraps)},
	"encoding/json": {`Marshal MarshalIndent`: does(Wraps)},
	"log/slog": {
		`Any String Group AnyValue StringValue GroupValue GroupAttrs With Logger.With Logger.WithGroup`: does(Wraps),
	},
	"reflect": {`ValueOf TypeOf`: does(Wraps)},
}

// stdClassifiers are the functions that say what kind of error they are
// given.
var stdClassifiers = effects{
	"errors": {`Is As AsType`: does(Classifies)},
	"os":     {`IsExist IsNotExist IsPermission IsTimeout`: does(Classifies)},
	"strings": {
		`Contains ContainsAny ContainsRune ContainsFunc EqualFold HasPrefix HasSuffix Index Compare Count LastIndex`: does(Classifies),
	},
	"regexp": {`Regexp.MatchString Regexp.Match Regexp.FindStringSubmatch Regexp.FindString`: does(Classifies)},
	"slices": {`Contains ContainsFunc`: does(Classifies)},
}
