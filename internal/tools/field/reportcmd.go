package main

import (
	"errors"
	"flag"
	"os"

	"github.com/loglint/loglint/internal/tools/field/table"
)

// runReport is the command "field report".
func runReport(args []string) error {
	fs := flag.NewFlagSet("report", flag.ExitOnError)
	rowsFile := fs.String("rows", "", "the `file` of rows, from field join")
	priorsFile := fs.String("priors", "", "the `file` of priors")
	modelFile := fs.String("model", "", "take probabilities from this model `file`, and fit none: priors do not matter then")
	lambda := fs.Float64("lambda", 0, "how strongly weights are held to their priors; 0 chooses it by leaving services out")
	fit := fs.String("fit", "building", "fit on services of these `uses`")
	on := fs.String("on", "", "judge services of these `uses` (default validation; with -loso, those that are fitted on)")
	loso := fs.Bool("loso", false, "judge each service by a model that is fitted without it")
	drop := fs.String("drop", "", "fit without these `features`, separated by commas")
	threshold := fs.Float64("threshold", 0, "the `probability` from which on services and groups are judged (default the lowest with enough precision)")
	markdown := fs.Bool("markdown", false, "print Markdown")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 0 || *rowsFile == "" || *priorsFile == "" && *modelFile == "" || *lambda < 0 || *threshold < 0 || *threshold > 1 {
		return errors.New("usage: field report -rows rows.jsonl (-priors priors.json | -model model.json) [-fit building] [-on validation] " +
			"[-loso] [-lambda x] [-drop feature,...] [-threshold x] [-markdown]")
	}
	if *modelFile != "" && (*loso || *drop != "" || *lambda != 0) {
		return errors.New("with -model nothing is fitted: -loso, -drop and -lambda have no meaning")
	}
	if *on == "" {
		*on = "validation"
		if *loso {
			*on = *fit
		}
	}
	p, err := newPredictor(*priorsFile, *modelFile)
	if err != nil {
		return err
	}
	p.lambda, p.leave, p.drop = *lambda, *loso, split(*drop)
	if p.fit, err = usesOf(*fit); err != nil {
		return err
	}
	judged, err := usesOf(*on)
	if err != nil {
		return err
	}
	all, err := readRows(*rowsFile)
	if err != nil {
		return err
	}
	rows, err := ofUse(all, judged)
	if err != nil {
		return err
	}
	probabilities, how, err := p.predict(all, rows)
	if err != nil {
		return err
	}
	return table.Write(os.Stdout, *markdown, newEvaluation(rows, probabilities).report(how, *threshold)...)
}

// newPredictor returns a predictor with the file of priors or of a model that is named.
func newPredictor(priorsFile, modelFile string) (*predictor, error) {
	p := new(predictor)
	var err error
	if modelFile != "" {
		p.model, err = readModel(modelFile)
	} else {
		p.priors, err = readPriors(priorsFile)
	}
	return p, err
}
