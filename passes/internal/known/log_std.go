package known

// stdLoggers are the standard library's ways to write a line down.
var stdLoggers = effects{
	"log": {
		`Print Printf Println Output
		 Logger.Print Logger.Printf Logger.Println Logger.Output`: line(NoLevel),
		`Fatal Fatalf Fatalln Logger.Fatal Logger.Fatalf Logger.Fatalln`: fatal(),
		`Panic Panicf Panicln Logger.Panic Logger.Panicf Logger.Panicln`: fatal(),
	},
	"log/slog": {
		`Debug Logger.Debug`:                      lineOr(Debug, "DebugContext"),
		`Info Logger.Info`:                        lineOr(Info, "InfoContext"),
		`Warn Logger.Warn`:                        lineOr(Warn, "WarnContext"),
		`Error Logger.Error`:                      lineOr(Error, "ErrorContext"),
		`DebugContext Logger.DebugContext`:        ctxLine(Debug),
		`InfoContext Logger.InfoContext`:          ctxLine(Info),
		`WarnContext Logger.WarnContext`:          ctxLine(Warn),
		`ErrorContext Logger.ErrorContext`:        ctxLine(Error),
		`Log Logger.Log LogAttrs Logger.LogAttrs`: ctxLine(NoLevel),
		`Handler.Handle`:                          ctxLine(NoLevel),
	},
	"flag": {
		// Prints its error, and the usage, before it returns it.
		`FlagSet.Parse`: line(NoLevel),
	},
	"fmt": {
		`Print Printf Println`: line(NoLevel),
	},
	"testing": {
		`T.Log T.Logf T.Error T.Errorf B.Log B.Logf B.Error B.Errorf F.Log F.Logf F.Error F.Errorf
		 common.Log common.Logf common.Error common.Errorf TB.Log TB.Logf TB.Error TB.Errorf`: line(NoLevel),
		`T.Fatal T.Fatalf T.Skip T.Skipf B.Fatal B.Fatalf F.Fatal F.Fatalf
		 common.Fatal common.Fatalf common.Skip common.Skipf TB.Fatal TB.Fatalf TB.Skip TB.Skipf`: fatal(),
	},
}
