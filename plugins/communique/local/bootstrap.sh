#!/bin/sh
# Makes or mends the project's environment: uv at the version below, then what uv.lock says, into .venv.
# Quiet and quick when nothing is to be done; needs the package registry only when something is.
set -eu
home=$(cd "$(dirname "$0")/../../.." && pwd)
uv_version=0.13.9
boot="$home/.communique/boot"
venv="$home/.venv"
stamp="$venv/.complete"

fail() { printf 'communique: %s\n' "$*" >&2; exit 1; }

wanted=$(cat "$home/uv.lock" "$home/pyproject.toml" | cksum)
if [ -x "$venv/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && "$venv/bin/python" -c '' 2>/dev/null; then
    exit 0
fi

python=
for name in python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
        python=$name
        break
    fi
done
[ -n "$python" ] || fail "Python 3.11, 3.12 or 3.13 is needed and none is on the PATH: apt-get install python3"

printf 'Making the environment (once, a minute or two) ...\n'
mkdir -p "$home/.communique" 2>/dev/null && [ -w "$home/.communique" ] || fail "cannot write to $home/.communique (made by another user?)"
if ! "$boot/bin/uv" --version 2>/dev/null | grep -q "^uv $uv_version"; then
    rm -rf "$boot"
    "$python" -m venv "$boot" >/dev/null 2>&1 ||
        fail "$python cannot make a virtual environment: apt-get install python3-venv"
    "$boot/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$uv_version" ||
        fail "uv could not be installed: is the package registry reachable?"
fi

# Without its stamp an environment was cut short while it was made, and may hold halves of packages.
if [ ! -f "$stamp" ] || ! "$venv/bin/python" -c '' 2>/dev/null; then
    rm -rf "$venv" 2>/dev/null || fail "cannot remove $venv (made by another user?): remove it and run again"
fi
rm -f "$stamp"
UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=${UV_LINK_MODE:-copy} UV_PROJECT_ENVIRONMENT="$venv" \
    "$boot/bin/uv" sync --quiet --frozen --compile-bytecode --python "$python" --project "$home" ||
    fail "the environment could not be made; run the same command again to go on where it stopped"
printf '%s' "$wanted" >"$stamp"
