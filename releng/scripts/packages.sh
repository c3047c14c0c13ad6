# Sourced: makes sure that the system packages named in $needed are there (Debian), or names them.
# A package is looked for by the command or library it brings, so other distributions pass too.
missing=
for entry in $needed; do
  package=${entry%%=*}
  proof=${entry#*=}
  case $proof in
  lib*) ldconfig -p 2>/dev/null | grep -q "$proof" || missing="$missing $package" ;;
  /*) ls $proof >/dev/null 2>&1 || missing="$missing $package" ;;
  *) command -v "$proof" >/dev/null 2>&1 || missing="$missing $package" ;;
  esac
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing system packages:$missing" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
      --no-install-recommends $missing; } >/dev/null || {
      echo "These system packages could not be installed:$missing" >&2
      exit 2
    }
  else
    echo "These system packages are needed:$missing (as root: apt-get install$missing)" >&2
    exit 2
  fi
fi
