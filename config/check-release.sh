#!/bin/sh
# Asks of a folder of artifacts what a public Maven repository asks before it takes a release:
#   config/check-release.sh target/release [unsigned]
# The second argument leaves out the signatures, which a dry run has no key for.
set -eu
folder=$1
signed=${2:-signed}
problems=$(mktemp)
trap 'rm -f "$problems"' EXIT

# need <file>: it is there
need() {
  [ -s "$1" ] || echo "missing: ${1#"$folder"/}" >> "$problems"
}

count=0
for pom in $(find "$folder" -name '*.pom'); do
  count=$((count + 1))
  stem=${pom%.pom}
  for element in name description url licenses developers scm; do
    # a module inherits what its parent says, but its name and description are its own
    grep -q "<$element>" "$pom" || { [ "$element" != name ] && [ "$element" != description ] && grep -q '<parent>' "$pom"; } ||
      echo "no <$element>: ${pom#"$folder"/}" >> "$problems"
  done
  if ! grep -q '<packaging>pom</packaging>' "$pom"; then
    for part in .jar -sources.jar -javadoc.jar; do
      need "$stem$part"
    done
    unzip -p "$stem.jar" META-INF/MANIFEST.MF | grep -q '^Automatic-Module-Name: ee\.idempotency' ||
      echo "no module name: ${stem#"$folder"/}.jar" >> "$problems"
    need "$stem-cyclonedx.json"
  fi
  need "$pom.sha1"
  [ "$signed" = unsigned ] || need "$pom.asc"
done
[ "$count" -gt 0 ] || echo "no artifacts in $folder" >> "$problems"
sort "$problems"
[ ! -s "$problems" ]
echo "$count artifacts, nothing is missing"
