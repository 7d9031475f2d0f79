#!/usr/bin/env bash
# Runs an Evalbeam command on a cluster that cluster.sh started.
#
#   submit.sh client DIR COMMAND [--option=value ...]   the bundled jar as its own client
#   submit.sh run    DIR COMMAND [--option=value ...]   Flink's command line, flink run, with the slim jar
#
# Both leave the same tables and end with the command's exit status. Paths must mean the same to this
# process and to the TaskManagers; relative local ones are taken from the folder this is called in.
#
#   EVALBEAM_JAR   jar to submit    (default pipelines/target/evalbeam-bundled.jar or evalbeam-flink.jar)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

usage() {
  sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2
  exit 2
}

[ $# -ge 3 ] || usage
case $1 in
  client) jar=${EVALBEAM_JAR:-$root/pipelines/target/evalbeam-bundled.jar} ;;
  run) jar=${EVALBEAM_JAR:-$root/pipelines/target/evalbeam-flink.jar} ;;
  *) usage ;;
esac
way=$1 dir=$2
shift 2
[ -f "$dir/shape" ] || fail "no cluster in $dir; start one with cluster.sh up $dir"
[ -f "$jar" ] || fail "$jar is not there; build it with mvn -q package -DskipTests"
read -r port _ <"$dir/shape"

if [ "$way" = client ]; then
  exec "$java" -jar "$jar" "$@" "@$root/runner-configs/flink-cluster.args" \
    "--flinkMaster=127.0.0.1:$port" "--filesToStage=$jar"
fi
class_path=$(flink_class_path)
export FLINK_CONF_DIR=$dir/conf
# The main class stands in the jar's manifest.
exec "$java" "${opens[@]}" -cp "$class_path" org.apache.flink.client.cli.CliFrontend \
  run --jobmanager "127.0.0.1:$port" "$jar" "$@" --runner=FlinkRunner
