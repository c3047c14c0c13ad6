#!/bin/sh
# Runs Maven 3.9 on a JDK >= 21. An older installed Maven is only used to fetch the newer one.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
. "$top/releng/scripts/jdk.sh"
version=3.9.11
home="$top/.mvn-home/apache-maven-$version"
if [ ! -x "$home/bin/mvn" ]; then
  local_repository=
  for argument in "$@"; do
    case $argument in -Dmaven.repo.local=*) local_repository=$argument ;; esac
  done
  # Not in the project folder: Maven 3.8 would load the Tycho extension of pom.xml and fail.
  work=$(mktemp -d)
  (cd "$work" && mvn -q -B $local_repository \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    -Dartifact=org.apache.maven:apache-maven:$version:zip:bin -DoutputDirectory="$work/home")
  mkdir -p "$top/.mvn-home"
  rm -rf "$home"
  mv "$work/home/apache-maven-$version" "$home"
  chmod +x "$home/bin/mvn"
  rm -rf "$work"
fi
exec "$home/bin/mvn" -f "$top/pom.xml" "$@"
