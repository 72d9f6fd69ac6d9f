package golangci

import (
	"golang.org/x/tools/go/analysis"

	"github.com/golangci/plugin-module-register/register"

	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

// Name is the name of the linter in golangci-lint: in linters.enable, under
// linters.settings.custom, and in //nolint comments.
const Name = "loglint"

// Registering from init is what golangci-lint asks of a plugin: it looks for
// the names in its configuration once all packages are initialized.
func init() { register.Plugin(Name, New) }

// passes are the analyzers of the linter, in the order of their names.
var passes = []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer}

// A plugin is the linter with its settings, which are known to be good.
type plugin struct{ settings Settings }

// New returns the plugin for what stands under settings in golangci-lint's
// configuration, nil if nothing does. The error names the setting that has a
// mistake in it.
func New(raw any) (register.LinterPlugin, error) {
	s, err := decode(raw)
	if err != nil {
		return nil, err
	}
	return plugin{s}, nil
}

// BuildAnalyzers sets the flags of the analyzers, which belong to the process,
// and returns the passes that are not switched off.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return p.settings.apply()
}

// GetLoadMode asks for types: the engine builds SSA from them.
func (p plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
