package origin

import (
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
)

// Evidence is what the origin of an error says.
func Evidence(o *Origin) []defect.Evidence { return append(classEvidence(o), workEvidence(o)...) }

func classEvidence(o *Origin) []defect.Evidence {
	switch o.Class {
	case known.Environment:
		switch o.Source {
		case FromTable:
			return []defect.Evidence{defect.EvOutside}
		case FromSummary:
			return []defect.Evidence{defect.EvInferred}
		}
		return []defect.Evidence{defect.EvInterface}
	case known.Likely:
		return []defect.Evidence{defect.EvShape}
	case known.Decode:
		if o.Rest {
			return []defect.Evidence{defect.EvDecoding, defect.EvRest}
		}
		return []defect.Evidence{defect.EvDecoding}
	case known.Probe:
		return []defect.Evidence{defect.EvProbe}
	case known.Cleanup:
		if o.Work == known.Writes {
			return nil // what was written is lost with it
		}
		return []defect.Evidence{defect.EvCleanup}
	case known.Computed:
		if o.Rest {
			return []defect.Evidence{defect.EvComputed, defect.EvRest}
		}
		return []defect.Evidence{defect.EvComputed}
	}
	return []defect.Evidence{defect.EvUnknownOrigin}
}
