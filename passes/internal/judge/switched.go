package judge

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// switched says of an error that is lost which helper on its path would log it, if the program
// were set to say more.
func (j *ending) switched() {
	for _, b := range j.t.Path(*j.end) {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			sum := j.g.Known.OfCall(call.Common())
			if sum == nil {
				continue
			}
			for i, arg := range ssax.Args(call.Common()) {
				if setting := sum.Switch(i); setting != "" && j.t.Carried(arg) {
					j.f.Says.Switched = defect.Switched{
						Helper:  defect.Callee{Name: j.g.CalleeName(call.Common(), call.Pos()), Line: j.g.Source.Line(call.Pos())},
						Setting: setting,
					}
					j.add(defect.EvSwitched)
					return
				}
			}
		}
	}
}
