#!/usr/bin/env bash
# Builds what changed, then runs the suite. Works from any directory; all options are passed on.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
needed=10

build() { # PROJECT STAMP
  local project="$root/bench/$1/$1.csproj" stamp="$root/bench/$1/obj/built.stamp"
  if [[ -e $stamp && -z $(find "$root/bench" -newer "$stamp" -not -path '*/obj/*' -not -path '*/bin/*' -not -name '*.md' -print -quit) ]]; then
    return
  fi
  if ! command -v dotnet >/dev/null; then
    echo "error: dotnet is not on the PATH; install the .NET SDK $needed or newer (https://dot.net)" >&2
    exit 2
  fi
  local version
  version="$(dotnet --version 2>/dev/null || true)"
  if [[ ! $version =~ ^([0-9]+)\. ]] || ((BASH_REMATCH[1] < needed)); then
    echo "error: .NET SDK $needed or newer is needed, found '${version:-none}'; install it from https://dot.net" >&2
    exit 2
  fi
  echo "building $1 (only what changed) ..." >&2
  local started=$SECONDS
  local log
  if ! log="$(dotnet build "$project" --configuration Release --verbosity quiet -nologo 2>&1)"; then
    grep -E 'error' <<<"$log" | sort -u >&2 || echo "$log" >&2
    echo "error: the build failed; the lines above say where" >&2
    exit 1
  fi
  touch "$stamp"
  echo "built in $((SECONDS - started)) s" >&2
}

if [[ ${1:-} == test ]]; then
  shift
  build Tests
  tests=(dotnet "$root/bench/Tests/bin/Release/net10.0/Tests.dll")
  if [[ ${1:-} == --all ]]; then
    shift
    exec "${tests[@]}" "$@"
  fi
  exec "${tests[@]}" -trait- Category=Long "$@"
fi
build Cli
exec dotnet "$root/bench/Cli/bin/Release/net10.0/bench.dll" "$@"
