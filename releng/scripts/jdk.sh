# Sourced by the launch and verify scripts: sets JAVA_HOME to a JDK of at least 21.
found=
for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
  case $("$candidate/bin/java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/.*java.specification.version = //p') in
  2[1-9] | [3-9][0-9])
    found=$candidate
    break
    ;;
  esac
done
if [ -z "$found" ]; then
  echo "ReCourse needs a JDK 21 or newer: install one or set JAVA_HOME to its folder." >&2
  exit 2
fi
JAVA_HOME=$found
export JAVA_HOME
