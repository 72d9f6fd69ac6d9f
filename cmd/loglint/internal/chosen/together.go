package chosen

import (
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/mend"
	"github.com/loglint/loglint/internal/selection"
)

// Together shows findings with one cause as one, with the others as its related places.
// Whatever leaves findings out, or mends them, has done so before, one by one: what is left
// of a cause is shown.
func Together(all []finding.Finding) []finding.Finding {
	causes := make([]selection.Cause, len(all))
	for i, f := range all {
		if causes[i] = selection.Cause(f.Cause); f.Cause.Key != "" {
			causes[i].Key = f.Package + "\x00" + f.Cause.Key
		}
	}
	shown, behind := selection.Together(causes)
	var out []finding.Finding
	for _, i := range shown {
		f := all[i]
		if others := behind[i]; len(others) > 0 {
			f.Message = causes[i].With(len(others))
			fixes := [][]finding.Fix{f.Fixes}
			for _, j := range others {
				f.Related = append(f.Related, finding.Related{Pos: all[j].Pos, End: all[j].End, Message: "so does this line"})
				fixes = append(fixes, all[j].Fixes)
			}
			f.Fixes = mend.Joined(fixes)
		}
		out = append(out, f)
	}
	return out
}
