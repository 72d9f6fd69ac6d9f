package completion

import (
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

// bash writes for bash 3.2 and later, without the package of helpers that is not everywhere.
func (l Line) bash() string {
	r := strings.NewReplacer(
		"COMMANDS", quoted(strings.Join(manual.CommandNames(), " ")),
		"SWITCHES", quoted(strings.Join(append(spelled(l.Flags), names(l.switches())...), " ")),
		"COVERAGE", quoted(strings.Join(spelled(l.Coverage), " ")),
		"VALUES", l.bashValues(),
		"FILES", bashNames(append(l.Flags, l.Coverage...), manual.File),
		"DIRS", bashNames(append(l.Flags, l.Coverage...), manual.Dir),
		"ARGUMENTS", l.bashArguments(),
	)
	return r.Replace(bashScript)
}

// bashValues are the cases of flags whose values are known.
func (l Line) bashValues() string {
	var b strings.Builder
	for _, f := range append(l.Flags, l.Coverage...) {
		if len(f.Values) > 0 {
			b.WriteString("\t" + f.Name + ") list=" + quoted(strings.Join(f.Values, " ")) + " ;;\n")
		}
	}
	return strings.TrimPrefix(strings.TrimSuffix(b.String(), "\n"), "\t")
}

func bashNames(flags []manual.Flag, kind manual.Kind) string {
	var all []string
	for _, f := range flags {
		if f.Takes == kind && f.Arg != "" {
			all = append(all, f.Name)
		}
	}
	return strings.Join(all, " | ")
}

func (l Line) bashArguments() string {
	var b strings.Builder
	for _, c := range manual.Commands {
		if words := l.arguments()[c.Name]; len(words) > 0 {
			b.WriteString("\t\t" + c.Name + ") list=" + quoted(strings.Join(names(words), " ")) + " ;;\n")
		}
	}
	return strings.TrimPrefix(strings.TrimSuffix(b.String(), "\n"), "\t\t")
}

const bashScript = `# Completion of loglint in bash: source <(loglint completion bash)

# _loglint_value says what the value of a flag may be: it sets list, or files to f or d.
_loglint_value() {
	list= files=
	case $1 in
	VALUES
	FILES) files=f ;;
	DIRS) files=d ;;
	esac
	[[ -n $list$files ]]
}

_loglint() {
	local line=${COMP_LINE:0:COMP_POINT}
	local cur=${line##*[[:space:]]} before= command= head= list= files= word
	local -a words
	read -r -a words <<<"${line%"$cur"}"
	for word in "${words[@]:1}"; do
		case $word in
		-*) ;;
		*) [[ $before == -C || $before == --C || -n $command ]] || command=$word ;;
		esac
		before=$word
	done
	local flag=${cur#-}
	flag=${flag#-}
	COMPREPLY=()
	if [[ $cur == -format=*:* || $cur == --format=*:* ]]; then
		head=${cur%%:*}: files=f
	elif [[ $cur == -*=* ]]; then
		head=${cur%%=*}=
		_loglint_value "${flag%%=*}" || return 0
	elif before=${before#-} && [[ $before != *=* && ${words[${#words[@]} - 1]} == -* ]] && _loglint_value "${before#-}"; then
		:
	elif [[ $cur == -* ]]; then
		list=SWITCHES
		[[ $command != coverage ]] || list="$list "COVERAGE
		[[ $cur != --* ]] || list=-${list// -/ --}
	else
		case $command in
		ARGUMENTS
		version) ;;
		coverage) list=./... files=d ;;
		'') list=COMMANDS' ./...' files=d ;;
		*) list=./... files=d ;;
		esac
		[[ $command != explain ]] || files=f
	fi
	local found
	while IFS= read -r found; do
		[[ -n $found ]] && COMPREPLY+=("$head$found")
	done < <(
		compgen -W "$list" -- "${cur#"$head"}"
		[[ -z $files ]] || compgen "-$files" -- "${cur#"$head"}"
	)
	local i broken=
	for ((i = 0; i < ${#cur}; i++)); do
		[[ $COMP_WORDBREAKS == *"${cur:i:1}"* ]] && broken=${cur:0:i+1}
	done
	COMPREPLY=("${COMPREPLY[@]#"$broken"}")
	case ${#COMPREPLY[@]}:${COMPREPLY[0]} in
	1:*=) compopt -o nospace 2>/dev/null ;;
	*) [[ -z $files ]] || compopt -o filenames 2>/dev/null ;;
	esac
	return 0
}

complete -F _loglint loglint
`
