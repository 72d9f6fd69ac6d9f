#!/usr/bin/env bash
# What action.yml runs: builds loglint from the files beside this one, which
# are those of the action's revision, and runs it in this directory.
set -euo pipefail

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
status=0
"$RUNNER_TEMP/loglint" "${args[@]}" "${packages[@]}" || status=$?

# What could not be covered was told above; whether the job fails is for the findings to say.
if [[ ${SUMMARY:-true} == true && -n ${GITHUB_STEP_SUMMARY:-} ]]; then
	"$RUNNER_TEMP/loglint" coverage -markdown "${change[@]}" "${packages[@]}" >>"$GITHUB_STEP_SUMMARY" 2>/dev/null || true
fi
exit "$status"
