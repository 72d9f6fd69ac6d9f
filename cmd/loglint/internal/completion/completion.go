// Package completion writes scripts by which shells complete the command line of loglint.
//
// Its law: a script knows the flags, subcommands, passes and categories that it was made for, and nothing else;
// it asks no program, so that it costs nothing where it is used.
package completion

import (
	"fmt"
	"io"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// A Word is a name, and what it stands for in a few words.
type Word struct{ Name, Text string }

// A Line is what may stand in a command line.
type Line struct {
	Flags      []manual.Flag // of a run; a switch has no Arg
	Coverage   []manual.Flag // of "loglint coverage" beside these
	Passes     []Word
	Categories []Word // with their pass: nolog.exit
}

// Write writes the script for a shell.
func (l Line) Write(w io.Writer, shell string) error {
	write, ok := map[string]func(Line) string{"bash": Line.bash, "zsh": Line.zsh, "fish": Line.fish}[shell]
	if !ok {
		return fmt.Errorf("there is no script for %q: there are those for %s", shell, strings.Join(manual.Shells, ", "))
	}
	_, err := io.WriteString(w, write(l))
	return err
}

// arguments are what may follow a subcommand, by its name.
func (l Line) arguments() map[string][]Word {
	all := make(map[string][]Word)
	for _, c := range manual.Commands {
		for _, v := range c.Values {
			all[c.Name] = append(all[c.Name], Word{v, ""})
		}
	}
	for _, c := range l.Categories {
		_, name, _ := strings.Cut(c.Name, ".")
		all["explain"] = append(all["explain"], Word{name, c.Text})
	}
	all["help"] = append(all["help"], l.Passes...)
	for _, name := range manual.TopicNames() {
		all["help"] = append(all["help"], Word{name, "what there is to know of it"})
	}
	all["help"] = append(all["help"], all["explain"]...)
	return all
}

// switches are the flags that switch off what is on: -nolog.exit=false.
func (l Line) switches() []Word {
	var all []Word
	for _, c := range l.Categories {
		all = append(all, Word{"-" + c.Name + "=false", "without: " + c.Text})
	}
	for _, f := range l.Flags {
		if f.Off {
			all = append(all, Word{f.Form(), f.Text})
		}
	}
	return all
}

// spelled returns flags as they are written up to their value.
func spelled(flags []manual.Flag) []string {
	var all []string
	for _, f := range flags {
		switch {
		case f.Off:
		case f.Name == "C" || f.Arg == "":
			all = append(all, "-"+f.Name)
		default:
			all = append(all, "-"+f.Name+"=")
		}
	}
	return all
}

func names(words []Word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.Name)
	}
	return all
}

// quoted writes a word for a shell, which makes nothing of what is in it.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
