#!/usr/bin/env bash
# What action.yml runs: builds loglint from the files beside this one, which
# are those of the action's revision, and runs it in this directory.
set -euo pipefail

# What action.yml has restored, and keeps.
if [[ ${CACHE:-} == true ]]; then
	export GOCACHE=$RUNNER_TEMP/loglint-cache
fi

# In the environment, GOFLAGS and the like are those of the analysed module.
(cd "$(dirname "${BASH_SOURCE[0]}")" && GOFLAGS=-buildvcs=false GOWORK=off go build -o "$RUNNER_TEMP/loglint" ./cmd/loglint)

# An input may have several lines; read returns 1 at the end of it.
read -r -d '' -a args <<<"$ARGS" || true
read -r -d '' -a packages <<<"$PACKAGES" || true
change=()
if [[ -n $NEW_FROM ]]; then
	args+=("-new-from=$NEW_FROM")
	change=("-diff=$NEW_FROM")
fi
# Beside what args ask for. Of another run in this job nothing is left.
summary='' sarif=''
if [[ ${SUMMARY:-true} == true && -n ${GITHUB_STEP_SUMMARY:-} ]]; then
	summary=$RUNNER_TEMP/loglint.md
	# With -o the one format that there may be is taken.
	if [[ " ${args[*]} " != *" -o"[=\ ]* && " ${args[*]} " != *" --o"[=\ ]* ]]; then
		args=("-format=markdown:$summary" "${args[@]}")
	fi
fi
if [[ ${SARIF:-} == true ]]; then
	sarif=$RUNNER_TEMP/loglint.sarif
	args=("-format=sarif:$sarif" "${args[@]}")
fi
rm -f "$RUNNER_TEMP/loglint.md" "$RUNNER_TEMP/loglint.sarif"
status=0
"$RUNNER_TEMP/loglint" "${args[@]}" "${packages[@]}" || status=$?

if [[ -n $sarif && -f $sarif ]]; then
	echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
fi
# What could not be analysed was told above; whether the job fails is for the findings to say.
if [[ -n $summary ]]; then
	if [[ -f $summary ]]; then
		{ cat "$summary"; printf '\n\n'; } >>"$GITHUB_STEP_SUMMARY"
	fi
	"$RUNNER_TEMP/loglint" coverage -markdown "${change[@]}" "${packages[@]}" >>"$GITHUB_STEP_SUMMARY" 2>/dev/null || true
fi
exit "$status"
