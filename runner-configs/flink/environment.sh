# Shared by cluster.sh and submit.sh: where things are, and the class path of Flink.
# shellcheck shell=bash disable=SC2034  # the variables are for the scripts that read this file

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# What Flink and its serialisers reach into on Java 17.
opens=()
for package in lang lang.reflect util util.concurrent util.concurrent.atomic nio net io text time; do
  opens+=("--add-opens=java.base/java.$package=ALL-UNNAMED")
done
opens+=(--add-opens=java.base/sun.nio.ch=ALL-UNNAMED)

fail() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# Prints the class path of Flink. Maven is asked once; its answer holds until the pom changes or a jar is gone.
flink_class_path() {
  local kept=$here/target/classpath arguments
  if [ ! -s "$kept" ] || [ "$here/pom.xml" -nt "$kept" ] || ! all_there "$(cat "$kept")"; then
    mkdir -p "$here/target"
    # To a file of its own, then renamed: two scripts may ask at once.
    read -r -a arguments <<<"${MAVEN_ARGS:-}"
    mvn -q -B "${arguments[@]}" -f "$here/pom.xml" dependency:build-classpath \
      -Dmdep.includeScope=runtime -Dmdep.outputFile="$kept.$$" >&2 ||
      fail "Maven could not resolve Flink (needs its artifacts in the local repository or a network)"
    mv "$kept.$$" "$kept"
  fi
  cat "$kept"
}

all_there() {
  local jar
  while IFS= read -r -d : jar; do
    [ -f "$jar" ] || return 1
  done <<<"$1:"
}
