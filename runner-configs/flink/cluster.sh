#!/usr/bin/env bash
# A standalone Flink cluster on this machine, from Maven artifacts alone.
#
#   cluster.sh up DIR [TASKMANAGERS] [SLOTS]   start, or start what is missing   (default 2 of 2 slots)
#   cluster.sh status DIR                      what runs; exit status 1 unless all of it does
#   cluster.sh down DIR                        end all processes
#
# DIR gets process ids, logs (log/), the configuration (conf/) and temporary files (tmp/).
#
#   FLINK_PORT     port for clients, 0 for any free one               (default 8081)
#   FLINK_CONFIG   configuration to use                               (default config.yaml beside this script)
#   FLINK_WAIT     seconds until all slots must be there              (default 120)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

usage() {
  sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "${BASH_SOURCE[0]}" >&2
  exit 2
}

wrong() {
  echo "${0##*/}: $*" >&2
  exit 2
}

# A number of at least 1 and at most four digits.
check_number() {
  [[ $2 =~ ^[1-9][0-9]{0,3}$ ]] || wrong "$1 must be a number from 1 to 9999, not '$2'"
}

setting() {
  awk -v key="$1:" '$1 == key { print $2 }' "$dir/conf/config.yaml"
}

megabytes() {
  local value
  value=$(setting "$1")
  [[ $value =~ ^[0-9]+m$ ]] || fail "$dir/conf/config.yaml: $1 must be megabytes, as 128m, not '$value'"
  echo "${value%m}"
}

listening() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    if ! listening "$port"; then
      echo "$port"
      return
    fi
  done
  fail "no free port found"
}

# The process of a pid file, if it runs and is ours: numbers are given again after a crash.
running() {
  local pid
  pid=$(cat "$dir/$1.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  # The marker ends with a slash, so that no other directory's name begins with it.
  [[ $(ps -ww -o args= -p "$pid" 2>/dev/null) == *"-Devalbeam.cluster=$dir/ "* ]]
}

# Names of all processes this directory knows of.
known() {
  local file
  for file in "$dir"/jobmanager.pid "$dir"/taskmanager-*.pid; do
    if [ -f "$file" ]; then
      basename "$file" .pid
    fi
  done
}

any_running() {
  local name
  for name in $(known); do
    if running "$name"; then
      return
    fi
  done
  return 1
}

# start NAME CLASS VIRTUAL-MACHINE-OPTION... -- ARGUMENT...
start() {
  local name=$1 class=$2 machine=()
  shift 2
  while [ "$1" != -- ]; do
    machine+=("$1")
    shift
  done
  shift
  nohup "$java" "${machine[@]}" "${opens[@]}" "-Devalbeam.cluster=$dir/" "-Djava.io.tmpdir=$dir/tmp" \
    -Dorg.slf4j.simpleLogger.showDateTime=true "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS" \
    -cp "$class_path" "$class" --configDir "$dir/conf" -D "io.tmp.dirs=$dir/tmp" \
    -D "jobmanager.rpc.port=$rpc_port" -D "rest.port=$port" "$@" \
    >"$dir/log/$name.log" 2>&1 </dev/null &
  echo $! >"$dir/$name.pid"
}

start_jobmanager() {
  local memory=jobmanager.memory heap direct metaspace
  heap=$(megabytes $memory.heap.size)
  direct=$(megabytes $memory.off-heap.size)
  metaspace=$(megabytes $memory.jvm-metaspace.size)
  start jobmanager org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint \
    "-Xmx${heap}m" "-XX:MaxDirectMemorySize=${direct}m" "-XX:MaxMetaspaceSize=${metaspace}m" --
}

start_taskmanager() {
  local memory=taskmanager.memory heap direct metaspace part
  heap=0 direct=0
  for part in framework.heap.size task.heap.size; do
    heap=$((heap + $(megabytes $memory.$part)))
  done
  for part in framework.off-heap.size task.off-heap.size network.max; do
    direct=$((direct + $(megabytes $memory.$part)))
  done
  metaspace=$(megabytes $memory.jvm-metaspace.size)
  start "$1" org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
    "-Xmx${heap}m" "-XX:MaxDirectMemorySize=${direct}m" "-XX:MaxMetaspaceSize=${metaspace}m" -- \
    -D "taskmanager.numberOfTaskSlots=$slots" -D "taskmanager.cpu.cores=$slots"
}

# Prints a number of the JobManager's overview, such as slots-total; fails while it does not answer.
overview() {
  curl -sf --max-time 5 "http://127.0.0.1:$port/overview" | sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"
}

# The overview alone still counts a TaskManager that was just killed.
all_registered() {
  local i
  for ((i = 1; i <= taskmanagers; i++)); do
    grep -q 'Successful registration at resource manager' "$dir/log/taskmanager-$i.log" || return 1
  done
}

await_slots() {
  local deadline=$((SECONDS + ${FLINK_WAIT:-120})) name there
  while ((SECONDS < deadline)); do
    for name in $(known); do
      if ! running "$name"; then
        tail -n 15 "$dir/log/$name.log" >&2
        stop_all
        fail "$name ended; the end of its log stands above, all of it in $dir/log/$name.log"
      fi
    done
    there=$(overview slots-total) || there=0
    if ((${there:-0} >= taskmanagers * slots)) && all_registered; then
      return
    fi
    sleep 0.5
  done
  stop_all
  fail "only ${there:-0} of $((taskmanagers * slots)) slots were there after ${FLINK_WAIT:-120} s; see $dir/log"
}

stop_all() {
  local name
  for name in $(known); do
    if running "$name"; then
      kill "$(cat "$dir/$name.pid")" 2>/dev/null || true
    fi
  done
  for name in $(known); do
    end "$name"
  done
  rm -rf "$dir/tmp" "$dir/shape"
}

# Waits for a process that was asked to end; kills it when it does not.
end() {
  local signal
  for signal in TERM KILL; do
    for _ in {1..40}; do
      if ! running "$1"; then
        rm -f "$dir/$1.pid"
        return
      fi
      sleep 0.25
    done
    [ "$signal" = KILL ] || kill -KILL "$(cat "$dir/$1.pid")" 2>/dev/null || true
  done
  fail "$1 (process $(cat "$dir/$1.pid")) cannot be ended"
}

up() {
  taskmanagers=${1:-2} slots=${2:-2}
  check_number TASKMANAGERS "$taskmanagers"
  check_number SLOTS "$slots"
  [[ ${FLINK_PORT:-8081} =~ ^[0-9]{1,5}$ ]] || wrong "FLINK_PORT must be a port, not '$FLINK_PORT'"
  [[ ${FLINK_WAIT:-120} =~ ^[0-9]{1,5}$ ]] || wrong "FLINK_WAIT must be seconds, not '$FLINK_WAIT'"
  local i name wanted="$taskmanagers $slots"
  if [ -f "$dir/shape" ] && any_running; then
    # Also without its JobManager: the TaskManagers look for it at the same port.
    read -r port rpc_port shape <"$dir/shape"
    [ "$shape" = "$wanted" ] ||
      fail "a cluster of another shape (TaskManagers, slots: $shape) runs in $dir; take it down first"
  else
    for name in $(known); do
      echo "$dir/$name.pid was left by a cluster that is gone; removing it"
    done
    stop_all
    port=${FLINK_PORT:-8081}
    if [ "$port" = 0 ]; then
      port=$(free_port)
    elif listening "$port"; then
      fail "port $port is in use; set FLINK_PORT to another, or to 0 for any"
    fi
    rpc_port=$(free_port)
  fi
  class_path=$(flink_class_path)
  mkdir -p "$dir/conf" "$dir/log" "$dir/tmp"
  cp "${FLINK_CONFIG:-$here/config.yaml}" "$dir/conf/config.yaml"
  echo "$port $rpc_port $wanted" >"$dir/shape"
  running jobmanager || start_jobmanager
  for ((i = 1; i <= taskmanagers; i++)); do
    running "taskmanager-$i" || start_taskmanager "taskmanager-$i"
  done
  await_slots
  echo "Flink is up at 127.0.0.1:$port, slots: $((taskmanagers * slots))"
}

status() {
  local name lost=0
  if [ ! -f "$dir/shape" ]; then
    echo "no cluster in $dir"
    exit 1
  fi
  read -r port rpc_port taskmanagers slots <"$dir/shape"
  for name in jobmanager $(seq -f 'taskmanager-%g' "$taskmanagers"); do
    if running "$name"; then
      echo "$name runs, process $(cat "$dir/$name.pid")"
    else
      echo "$name does not run"
      lost=1
    fi
  done
  if ((lost)) || ! overview slots-total >/dev/null; then
    exit 1
  fi
  echo "127.0.0.1:$port has $(overview slots-available) of $(overview slots-total) slots free"
}

down() {
  local names
  names=$(known)
  stop_all
  if [ -z "$names" ]; then
    echo "nothing runs in $dir"
  else
    echo "Flink is down"
  fi
}

case $#:${1:-} in
  [234]:up | 2:status | 2:down) ;;
  *) usage ;;
esac
[ -n "$2" ] || usage
for tool in curl ps; do
  command -v "$tool" >/dev/null || fail "needs $tool, which is not installed"
done
[ "$1" = up ] && mkdir -p "$2"
[ -d "$2" ] || fail "$2 is no directory"
dir=$(cd "$2" && pwd)
command=$1
shift 2
"$command" "$@"
