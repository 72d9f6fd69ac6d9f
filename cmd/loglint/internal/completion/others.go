package completion

import (
	"fmt"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// zsh writes the specifications that _arguments takes.
func (l Line) zsh() string {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	say("#compdef loglint\n# Completion of loglint in zsh: loglint completion zsh > \"${fpath[1]}/_loglint\"\n")
	say("_loglint() {\n\tlocal -a flags more commands choices\n\tflags=(")
	for _, f := range l.Flags {
		say("\t\t%s", zshFlag(f))
	}
	for _, c := range l.Categories {
		say("\t\t%s", quoted("-"+c.Name+"=["+zshText("without: "+c.Text)+"]:off:(false)"))
	}
	say("\t)\n\tmore=(")
	for _, f := range l.Coverage {
		say("\t\t%s", zshFlag(f))
	}
	say("\t)\n\tcommands=(")
	for _, c := range manual.Commands {
		say("\t\t%s", quoted(strings.ReplaceAll(c.Name, ":", `\:`)+":"+zshText(c.Text)))
	}
	say("\t)\n\tlocal command=${words[2]}\n\t[[ $command != -C ]] || command=${words[4]}\n\tcase $command in")
	for _, c := range manual.Commands {
		words := l.arguments()[c.Name]
		switch {
		case c.Name == "coverage":
			say("\tcoverage) _arguments -S $more $flags '*: :_files -/' ;;")
		case len(words) > 0:
			say("\t%s)\n\t\tchoices=(", c.Name)
			for _, w := range words {
				say("\t\t\t%s", quoted(strings.ReplaceAll(w.Name, ":", `\:`)+":"+zshText(w.Text)))
			}
			say("\t\t)\n\t\t_arguments $flags '*: :_loglint_choices'\n\t\t;;")
		default:
			say("\t%s) ;;", c.Name)
		}
	}
	say("\t*)\n\t\t_arguments $flags '*: :_loglint_arguments'\n\t\t;;\n\tesac\n}\n")
	say("_loglint_arguments() {\n\t_describe command commands\n\tcompadd ./...\n\t_files -/\n}\n")
	say("_loglint_choices() {\n\t_describe choice choices\n\t[[ $command != explain ]] || _files -g '*.go'\n}\n")
	say("if [[ $funcstack[1] == _loglint ]]; then\n\t_loglint \"$@\"\nelse\n\tcompdef _loglint loglint\nfi")
	return b.String()
}

// zshFlag is the specification of a flag.
func zshFlag(f manual.Flag) string {
	spec := "-" + f.Name
	if f.Name == "format" {
		spec = "*" + spec
	}
	switch {
	case f.Off:
		return quoted(spec + "=[" + zshText(f.Text) + "]:off:(false)")
	case f.Arg == "":
		return quoted(spec + "[" + zshText(f.Text) + "]")
	case f.Name != "C":
		spec += "="
	}
	action := ""
	switch {
	case len(f.Values) > 0:
		action = "(" + strings.Join(f.Values, " ") + ")"
	case f.Takes == manual.File:
		action = "_files"
	case f.Takes == manual.Dir:
		action = "_files -/"
	}
	return quoted(spec + "[" + zshText(f.Text) + "]:" + f.Arg + ":" + action)
}

func zshText(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`, "`", "").Replace(s)
}

// fish writes a line for each word.
func (l Line) fish() string {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	say("# Completion of loglint in fish: loglint completion fish | source\n")
	say("complete -c loglint -f -a '(__fish_complete_directories)'")
	first := "not __fish_seen_subcommand_from " + strings.Join(manual.CommandNames(), " ")
	say("complete -c loglint -n %s -a ./...", quoted(first))
	for _, c := range manual.Commands {
		say("complete -c loglint -n %s -a %s -d %s", quoted(first), quoted(c.Name), quoted(c.Text))
		seen := "__fish_seen_subcommand_from " + c.Name
		for _, w := range l.arguments()[c.Name] {
			say("complete -c loglint -n %s -a %s -d %s", quoted(seen), quoted(w.Name), quoted(w.Text))
		}
		if c.Name == "explain" {
			say("complete -c loglint -n %s -F", quoted(seen))
		}
	}
	for _, f := range l.Flags {
		if !f.Off {
			say("complete -c loglint %s -d %s", fishFlag(f), quoted(f.Text))
		}
	}
	for _, f := range l.Coverage {
		say("complete -c loglint -n '__fish_seen_subcommand_from coverage' %s -d %s", fishFlag(f), quoted(f.Text))
	}
	for _, w := range l.switches() {
		say("complete -c loglint -n 'string match -q -- \"-*\" (commandline -ct)' -a %s -d %s", quoted(w.Name), quoted(w.Text))
	}
	return b.String()
}

// fishFlag is how a flag is declared: as one of old style, with one dash. Were one letter declared as fish
// declares these, -confidence would be -c with a value.
func fishFlag(f manual.Flag) string {
	name := "-o " + f.Name
	switch {
	case f.Arg == "":
		return name
	case len(f.Values) > 0:
		return name + " -x -a " + quoted(strings.Join(f.Values, " "))
	case f.Takes == manual.File:
		return name + " -r -F"
	case f.Takes == manual.Dir:
		return name + " -x -a '(__fish_complete_directories)'"
	}
	return name + " -x"
}
