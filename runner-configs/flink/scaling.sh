#!/usr/bin/env bash
# Two TaskManagers against one: wall time and CPU seconds of an ingestion and an aggregation.
#
#   scaling.sh INPUT [--option=value ...]    options of ingest-evals for the input, as --format=helm
#
# TaskManagers have one slot each, so that a job on two has twice the workers. Every cluster runs each
# command twice and the second run counts: the first loads classes. CPU is that of all processes of the
# cluster; the client's stands apart. Prints a Markdown table.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
  sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
input=$(cd "$1" && pwd)
shift
work=$(mktemp -d)
trap '"$here/cluster.sh" down "$work/cluster" >&2 || true; rm -rf "$work"' EXIT

# CPU seconds of the cluster's processes so far.
cluster_cpu() {
  local file total=0 seconds
  for file in "$work"/cluster/*.pid; do
    seconds=$(ps -o cputimes= -p "$(cat "$file")")
    total=$((total + seconds))
  done
  echo "$total"
}

# measure TASKMANAGERS NAME COMMAND...
measure() {
  local managers=$1 name=$2 before spent
  shift 2
  before=$(cluster_cpu)
  TIMEFORMAT='%R %U %S'
  { time "$here/submit.sh" client "$work/cluster" "$@" "--parallelism=$managers" >"$work/log" 2>&1; } 2>"$work/time" ||
    fail "$name failed: $(tail -n 5 "$work/log")"
  spent=$(($(cluster_cpu) - before))
  awk -v managers="$managers" -v name="$name" -v spent="$spent" \
    '{ printf "| %s | %d | %.1f | %d | %.1f |\n", name, managers, $1, spent, $2 + $3 }' "$work/time"
}

echo "| command | TaskManagers | wall s | cluster CPU s | client CPU s |"
echo "|---|---|---|---|---|"
for managers in 1 2; do
  FLINK_PORT=0 "$here/cluster.sh" up "$work/cluster" "$managers" 1 >&2
  for run in first second; do
    out=$work/$managers-$run
    ingestion=$(measure "$managers" ingest-evals ingest-evals "--input=$input" "--output=$out" "$@")
    aggregation=$(measure "$managers" aggregate-stats aggregate-stats "--output=$out")
  done
  echo "$ingestion"
  echo "$aggregation"
  "$here/cluster.sh" down "$work/cluster" >&2
done
