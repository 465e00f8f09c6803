#!/usr/bin/env bash
# Checks templates, and writes the findings as SARIF and into the summary of the job. action.yml sets the variables.
set -euo pipefail

# One in each line, so that paths can contain spaces
mapfile -t templates < <(sed '/^[[:space:]]*$/d' <<< "$PATHS")
mapfile -t arguments < <(sed '/^[[:space:]]*$/d' <<< "$OPTIONS")

# The command needs no peer dependency of the package
export npm_config_legacy_peer_deps=true

check() {
  npx --yes "cdk-compliant-backup@$VERSION" check "${templates[@]}" "${arguments[@]}" "$@"
}

sarif="$RUNNER_TEMP/cdk-compliant-backup.sarif"
rm -f "$sarif"
code=0
check --format sarif --output "$sarif" || code=$?
if [ -e "$sarif" ]; then
  echo "sarif=$sarif" >> "$GITHUB_OUTPUT"
  check --format markdown --output "$RUNNER_TEMP/cdk-compliant-backup.md" 2> /dev/null || true
  cat "$RUNNER_TEMP/cdk-compliant-backup.md" >> "$GITHUB_STEP_SUMMARY"
fi
exit "$code"
