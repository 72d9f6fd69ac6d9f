package coverage

import (
	"fmt"
	"io"
)

// WriteBadge writes the number as a picture, SVG, for a README.
func WriteBadge(w io.Writer, t Tally) error {
	const label, height, left = "error paths", 20, 76
	value := "none"
	color := "#6a737d"
	if share, ok := t.Coverage(); ok {
		value = fmt.Sprintf("%d %%", int(100*share)) // rounded down, as in tables
		switch {
		case share >= 0.8:
			color = "#2a7d46"
		case share >= 0.5:
			color = "#9a6700"
		default:
			color = "#b3362b"
		}
	}
	right := 14 + 7*len(value)
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" role="img" aria-label="%[3]s: %[4]s">
<title>%[3]s: %[4]s</title>
<clipPath id="r"><rect width="%[1]d" height="%[2]d" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="%[5]d" height="%[2]d" fill="#40464d"/><rect x="%[5]d" width="%[6]d" height="%[2]d" fill="%[7]s"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="%[8]d" y="14">%[3]s</text><text x="%[9]d" y="14">%[4]s</text>
</g>
</svg>
`, left+right, height, label, value, left, right, color, left/2, left+right/2)
	return err
}
