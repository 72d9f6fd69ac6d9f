package known

// thirdClasses gives the class of functions outside the standard library, by
// the rules of [stdClasses], where their body would say too little: codecs and
// validators work by reflection, flags and configuration are looked up in
// maps, a token is verified by what an interface holds.
//
// Clients of databases are not here: their methods take a context, or are
// inferred. Those of queues are in [queueClasses].
var thirdClasses = classes{
	// Flags and configuration.
	"github.com/spf13/pflag": {
		// They fail only for a flag that was not defined, or with another type.
		NeverFails: `
			FlagSet.GetBool FlagSet.GetBoolSlice FlagSet.GetBytesBase64 FlagSet.GetBytesHex FlagSet.GetCount
			FlagSet.GetDuration FlagSet.GetDurationSlice FlagSet.GetFloat32 FlagSet.GetFloat32Slice FlagSet.GetFloat64
			FlagSet.GetFloat64Slice FlagSet.GetIP FlagSet.GetIPNet FlagSet.GetIPNetSlice FlagSet.GetIPSlice
			FlagSet.GetIPv4Mask FlagSet.GetInt FlagSet.GetInt16 FlagSet.GetInt32 FlagSet.GetInt32Slice FlagSet.GetInt64
			FlagSet.GetInt64Slice FlagSet.GetInt8 FlagSet.GetIntSlice FlagSet.GetString FlagSet.GetStringArray
			FlagSet.GetStringSlice FlagSet.GetStringToInt FlagSet.GetStringToInt64 FlagSet.GetStringToString FlagSet.GetText
			FlagSet.GetTime FlagSet.GetUint FlagSet.GetUint16 FlagSet.GetUint32 FlagSet.GetUint64 FlagSet.GetUint8
			FlagSet.GetUintSlice
			FlagSet.MarkDeprecated FlagSet.MarkHidden FlagSet.MarkShorthandDeprecated FlagSet.SetAnnotation`,
		Computed: "*",
	},
	"github.com/spf13/cobra": {
		NeverFails: `
			Command.Help Command.MarkFlagCustom Command.MarkFlagDirname Command.MarkFlagFilename Command.MarkFlagRequired
			Command.MarkPersistentFlagDirname Command.MarkPersistentFlagFilename Command.MarkPersistentFlagRequired
			Command.RegisterFlagCompletionFunc Command.Usage
			MarkFlagCustom MarkFlagDirname MarkFlagFilename MarkFlagRequired`,
		Computed: `
			ArbitraryArgs Command.Find Command.ParseFlags Command.Traverse Command.ValidateArgs Command.ValidateFlagGroups
			Command.ValidateRequiredFlags NoArgs OnlyValidArgs`,
	},
	"github.com/urfave/cli/v2": {
		NeverFails: "ShowAppHelp ShowCommandHelp ShowSubcommandHelp",
		Computed:   "Context.Set",
		// The error of the action, whatever it is.
		Environment: "App.Run App.RunContext",
	},
	"github.com/urfave/cli/v3": {
		NeverFails:  "DefaultShowCommandHelp DefaultShowRootCommandHelp DefaultShowSubcommandHelp",
		Computed:    "Command.Set",
		Environment: "Command.Run",
	},
	"github.com/spf13/viper": {
		Computed: `
			AddRemoteProvider AddSecureRemoteProvider BindEnv BindFlagValue BindFlagValues BindPFlag BindPFlags MergeConfigMap
			Viper.AddRemoteProvider Viper.AddSecureRemoteProvider Viper.BindEnv Viper.BindFlagValue Viper.BindFlagValues
			Viper.BindPFlag Viper.BindPFlags Viper.MergeConfigMap`,
		Decode: `
			MergeConfig ReadConfig Unmarshal UnmarshalExact UnmarshalKey
			Viper.MergeConfig Viper.ReadConfig Viper.Unmarshal Viper.UnmarshalExact Viper.UnmarshalKey`,
		Environment: `
			MergeInConfig ReadInConfig ReadRemoteConfig SafeWriteConfig SafeWriteConfigAs WatchRemoteConfig WriteConfig
			WriteConfigAs WriteConfigTo
			Viper.MergeInConfig Viper.ReadInConfig Viper.ReadRemoteConfig Viper.SafeWriteConfig Viper.SafeWriteConfigAs
			Viper.WatchRemoteConfig Viper.WatchRemoteConfigOnChannel Viper.WriteConfig Viper.WriteConfigAs
			Viper.WriteConfigTo`,
	},
	"github.com/joho/godotenv": {
		// A program runs without a .env file as well.
		Probe:       "Load Overload Read",
		Computed:    "Marshal",
		Decode:      "Parse Unmarshal UnmarshalBytes",
		Environment: "Exec Write",
	},

	// Hashes of values in memory: they fail for a kind of value, not for its
	// content.
	"github.com/mitchellh/hashstructure/v2": {Computed: "Hash"},
	"github.com/gohugoio/hashstructure":     {Computed: "Hash"},

	// Codecs.
	"gopkg.in/yaml.v2": {
		Computed:    "Marshal Marshaler.MarshalYAML",
		Cleanup:     "Encoder.Close",
		Decode:      "Decoder.Decode Unmarshal UnmarshalStrict Unmarshaler.UnmarshalYAML",
		Environment: "Encoder.Encode",
	},
	"gopkg.in/yaml.v3":   yamlClasses,
	"go.yaml.in/yaml/v3": yamlClasses,
	"github.com/goccy/go-yaml": {
		Computed: `
			Encoder.EncodeToNode Encoder.EncodeToNodeContext Marshal MarshalContext MarshalWithOptions PathString
			ValueToNode`,
		Cleanup: "Encoder.Close",
		Decode: `
			Decoder.Decode Decoder.DecodeContext Decoder.DecodeFromNode Decoder.DecodeFromNodeContext JSONToYAML
			NodeToValue Path.Read Path.ReadNode Unmarshal UnmarshalContext UnmarshalWithOptions YAMLToJSON`,
		Environment: "Encoder.Encode Encoder.EncodeContext",
	},
	"sigs.k8s.io/yaml": {
		Computed: "Marshal",
		Decode:   "JSONToYAML Unmarshal UnmarshalStrict YAMLToJSON YAMLToJSONStrict",
	},
	"github.com/BurntSushi/toml": {
		Computed:    "Marshal",
		Decode:      "Decode DecodeReader Decoder.Decode MetaData.PrimitiveDecode PrimitiveDecode Unmarshal",
		Environment: "DecodeFS DecodeFile Encoder.Encode",
	},
	"github.com/pelletier/go-toml/v2": {
		Computed:    "Marshal",
		Decode:      "Decoder.Decode Unmarshal",
		Environment: "Encoder.Encode",
	},
	"github.com/json-iterator/go": {
		Computed: `
			API.Marshal API.MarshalIndent API.MarshalToString Marshal MarshalIndent MarshalToString Number.Float64
			Number.Int64`,
		Decode:      "API.Unmarshal API.UnmarshalFromString Decoder.Decode Unmarshal UnmarshalFromString",
		Environment: "Encoder.Encode",
	},
	"github.com/go-viper/mapstructure/v2": mapstructureClasses,
	"github.com/mitchellh/mapstructure":   mapstructureClasses,
	"google.golang.org/protobuf/proto": {
		Computed: "CheckInitialized Marshal MarshalOptions.*",
		Decode:   "Unmarshal UnmarshalOptions.*",
	},
	"google.golang.org/protobuf/encoding/protojson": {
		Computed: "Marshal MarshalOptions.*",
		Decode:   "Unmarshal UnmarshalOptions.*",
	},
	"google.golang.org/protobuf/encoding/prototext": {
		Computed: "Marshal MarshalOptions.*",
		Decode:   "Unmarshal UnmarshalOptions.*",
	},
	"google.golang.org/protobuf/types/known/anypb": {
		Computed: "Any.MarshalFrom MarshalFrom New",
		Decode:   "Any.UnmarshalNew Any.UnmarshalTo UnmarshalNew UnmarshalTo",
	},
	"google.golang.org/protobuf/types/known/structpb": {
		Computed: "ListValue.MarshalJSON NewList NewStruct NewValue Struct.MarshalJSON Value.MarshalJSON",
		Decode:   "ListValue.UnmarshalJSON Struct.UnmarshalJSON Value.UnmarshalJSON",
	},
	"github.com/golang/protobuf/proto":  oldProtoClasses,
	"github.com/gogo/protobuf/proto":    oldProtoClasses,
	"github.com/golang/protobuf/jsonpb": jsonpbClasses,
	"github.com/gogo/protobuf/jsonpb":   jsonpbClasses,

	// Kubernetes. An owner is set in memory, and fails only for one of a kind or
	// namespace that cannot own.
	"sigs.k8s.io/controller-runtime/pkg/controller/controllerutil": {
		Computed: "HasOwnerReference RemoveControllerReference RemoveOwnerReference SetControllerReference SetOwnerReference",
	},

	// Values with a text form.
	"github.com/google/uuid": {
		// A new one fails only for want of random bytes.
		Computed: "*",
		Decode: `
			NullUUID.Scan NullUUID.UnmarshalBinary NullUUID.UnmarshalJSON NullUUID.UnmarshalText UUID.Scan
			UUID.UnmarshalBinary UUID.UnmarshalText`,
	},
	"github.com/Masterminds/semver/v3": {
		Computed: "*",
		Decode:   "Constraints.UnmarshalText Version.Scan Version.UnmarshalJSON Version.UnmarshalText",
	},

	// Tokens and passwords.
	"github.com/golang-jwt/jwt/v4": {
		Computed: `
			ClaimStrings.MarshalJSON NumericDate.MarshalJSON SigningMethod.Sign SigningMethodECDSA.Sign
			SigningMethodEd25519.Sign SigningMethodHMAC.Sign SigningMethodRSA.Sign SigningMethodRSAPSS.Sign
			Token.SignedString Token.SigningString`,
		Decode: "*",
	},
	"github.com/golang-jwt/jwt/v5": {
		NeverFails: "RegisteredClaims.*",
		Computed: `
			ClaimStrings.MarshalJSON NumericDate.MarshalJSON SigningMethod.Sign SigningMethodECDSA.Sign
			SigningMethodEd25519.Sign SigningMethodHMAC.Sign SigningMethodRSA.Sign SigningMethodRSAPSS.Sign
			Token.SignedString Token.SigningString`,
		Decode: "*",
	},
	"github.com/nats-io/nkeys": {
		// A key may have been wiped or be only a public one, which its owner knows.
		Computed: `
			Encode KeyPair.PrivateKey KeyPair.PublicKey KeyPair.Seal KeyPair.SealWithRand KeyPair.Seed KeyPair.Sign`,
	},
	"golang.org/x/crypto/bcrypt": {
		Computed: "GenerateFromPassword",
		// A wrong password is an answer.
		Probe:  "CompareHashAndPassword",
		Decode: "Cost",
	},
	"github.com/go-playground/validator/v10": {
		Computed: "Validate.*",
	},

	// The errors of goroutines, whatever they are.
	"golang.org/x/sync/errgroup": {
		Environment: "Group.Wait",
	},

	// Loggers.
	"go.uber.org/zap": {
		Cleanup: "Logger.Sync SugaredLogger.Sync",
	},
	"go.uber.org/zap/zapcore": {
		Cleanup: "BufferedWriteSyncer.Stop BufferedWriteSyncer.Sync Core.Sync WriteSyncer.Sync",
	},

	// What web frameworks read from a request.
	"github.com/gin-gonic/gin": {
		Computed: "Context.Err",
		Probe:    "Context.Cookie",
		Decode: `
			Context.Bind Context.BindHeader Context.BindJSON Context.BindPlain Context.BindQuery Context.BindTOML
			Context.BindUri Context.BindWith Context.BindXML Context.BindYAML Context.FormFile Context.MultipartForm
			Context.MustBindWith Context.ShouldBind Context.ShouldBindBodyWith Context.ShouldBindBodyWithJSON
			Context.ShouldBindBodyWithPlain Context.ShouldBindBodyWithTOML Context.ShouldBindBodyWithXML
			Context.ShouldBindBodyWithYAML Context.ShouldBindHeader Context.ShouldBindJSON Context.ShouldBindPlain
			Context.ShouldBindQuery Context.ShouldBindTOML Context.ShouldBindUri Context.ShouldBindWith
			Context.ShouldBindXML Context.ShouldBindYAML`,
		Environment: "Context.GetRawData Context.SaveUploadedFile",
	},
	"github.com/labstack/echo/v4": {
		Computed: `
			Context.Validate ContextGet ContextGetOr FormParam FormParamOr FormParams FormParamsOr ParseValue ParseValueOr
			ParseValues ParseValuesOr PathParam PathParamOr QueryParam QueryParamOr QueryParams QueryParamsOr
			Validator.Validate ValueBinder.BindError`,
		Probe: "Context.Cookie",
		Decode: `
			Binder.Bind Context.Bind Context.FormFile Context.FormParams Context.MultipartForm DefaultBinder.*`,
	},
	"github.com/labstack/echo/v5": {
		Computed: `
			Context.Validate Context.ValidateCtx ContextGet ContextGetOr FormValue FormValueOr FormValues FormValuesOr
			ParseValue ParseValueOr ParseValues ParseValuesOr PathParam PathParamOr QueryParam QueryParamOr QueryParams
			QueryParamsOr Validator.Validate ValueBinder.BindError`,
		Probe: "Context.Cookie",
		Decode: `
			BindBody BindHeaders BindPathValues BindQueryParams Binder.Bind Context.Bind Context.FormFile
			Context.FormValues Context.MultipartForm DefaultBinder.Bind`,
	},
	"github.com/gofiber/fiber/v2": {
		Computed: "Ctx.GetRouteURL Ctx.ParamsInt Ctx.Range",
		Decode: `
			Ctx.BodyParser Ctx.CookieParser Ctx.FormFile Ctx.MultipartForm Ctx.ParamsParser Ctx.QueryParser
			Ctx.ReqHeaderParser`,
		Environment: "Ctx.SaveFile Ctx.SaveFileToStorage",
	},
	"github.com/gofiber/fiber/v3": {
		Computed: "Ctx.Err Ctx.GetRouteURL Ctx.Range DefaultCtx.Err Req.Range Res.GetRouteURL",
		Decode:   "Bind.* Ctx.FormFile Ctx.MultipartForm Req.FormFile Req.MultipartForm",
		Environment: `
			Ctx.SaveFile Ctx.SaveFileToStorage DefaultCtx.SaveFile DefaultCtx.SaveFileToStorage`,
	},
	"github.com/valyala/fasthttp": {
		Computed: "RequestCtx.Err",
		Cleanup:  "RequestCtx.SetReadDeadline RequestCtx.SetWriteDeadline",
		Decode:   "RequestCtx.FormFile RequestCtx.MultipartForm RequestCtx.MultipartFormWithLimit",
	},
	"github.com/go-chi/render": {
		Decode: "Bind DecodeForm DecodeJSON DecodeXML DefaultDecoder",
	},
	"github.com/danielgtaylor/huma/v2": {
		Cleanup: "Context.SetReadDeadline SetReadDeadline",
		Probe:   "ReadCookie",
		Decode:  "Context.GetMultipartForm",
	},
	"connectrpc.com/connect": {
		Computed: "NewErrorDetail",
		Decode:   "DecodeBinaryHeader ErrorDetail.Value",
	},
	"github.com/gorilla/websocket": {
		// Pings and the last message are sent with WriteControl.
		Cleanup: "Conn.Close Conn.SetReadDeadline Conn.SetWriteDeadline Conn.WriteControl",
		// Upgrade answers a bad handshake itself.
		Decode: "Upgrade Upgrader.Upgrade",
		Environment: `
			Conn.NextWriter Conn.WriteJSON Conn.WriteMessage Conn.WritePreparedMessage Dialer.Dial Dialer.DialContext
			NewClient WriteJSON`,
	},
}

// yamlClasses are those of go-yaml 3, which has two import paths. Encode leaves
// nothing for Close to write but the end of the stream.
var yamlClasses = map[Class]string{
	Computed:    "Marshal Marshaler.MarshalYAML Node.Encode",
	Cleanup:     "Encoder.Close",
	Decode:      "Decoder.Decode Node.Decode Unmarshal Unmarshaler.UnmarshalYAML",
	Environment: "Encoder.Encode",
}

var mapstructureClasses = map[Class]string{
	Computed: "NewDecoder",
	Decode:   "Decode DecodeMetadata Decoder.Decode WeakDecode WeakDecodeMetadata",
}

// oldProtoClasses are those of protobuf's first API and of gogo's.
var oldProtoClasses = map[Class]string{
	Computed: "Buffer.EncodeMessage Buffer.Marshal Marshal Marshaler.Marshal SetExtension",
	Decode: `
		Buffer.DecodeMessage Buffer.Unmarshal GetExtension Unmarshal UnmarshalMerge UnmarshalText
		Unmarshaler.Unmarshal`,
	Environment: "MarshalText TextMarshaler.Marshal",
}

var jsonpbClasses = map[Class]string{
	Computed:    "Marshaler.MarshalToString",
	Decode:      "Unmarshal UnmarshalNext UnmarshalString Unmarshaler.*",
	Environment: "Marshaler.Marshal",
}
