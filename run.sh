#!/usr/bin/env bash
# Builds what changed, then runs the suite. Works from any directory; all options are passed on.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
needed=10

sources() { # prints what the build depends on: where it is, and how many files
  echo "$root"
  find "$root/bench" -type f -not -path '*/obj/*' -not -path '*/bin/*' -not -name '*.md' | wc -l
}

build() { # PROJECT PROGRAM
  local project="$root/bench/$1/$1.csproj" stamp="$root/bench/$1/obj/built.stamp"
  if [[ -e $stamp && -e $root/bench/$1/bin/Release/net10.0/$2 && $(<"$stamp") == "$(sources)" ]] &&
    [[ -z $(find "$root/bench" -type f -newer "$stamp" -not -path '*/obj/*' -not -path '*/bin/*' -not -name '*.md' -print -quit) ]]; then
    return
  fi
  if ! command -v dotnet >/dev/null; then
    echo "error: dotnet is not on the PATH; install the .NET SDK $needed (https://dot.net)" >&2
    exit 2
  fi
  local version
  version="$(dotnet --version 2>/dev/null || true)"
  if [[ ! $version =~ ^([0-9]+)\. ]] || ((BASH_REMATCH[1] < needed)); then
    echo "error: the .NET SDK $needed is needed, found '${version:-none}'; install it from https://dot.net" >&2
    exit 2
  fi
  echo "building $1 (only what changed) ..." >&2
  local started=$SECONDS log
  mkdir -p "${stamp%/*}"
  sources >"$stamp.new" # before the build: what changes while it runs is built next time
  if ! log="$(dotnet build "$project" --configuration Release --verbosity quiet -nologo 2>&1)"; then
    grep -E 'error' <<<"$log" | sort -u >&2 || echo "$log" >&2
    echo "error: the build failed; the lines above say where" >&2
    exit 1
  fi
  mv "$stamp.new" "$stamp"
  echo "built in $((SECONDS - started)) s" >&2
}

if [[ ${1:-} == test && ${2:-} != --help ]]; then
  shift
  build Tests Tests.dll
  tests=(dotnet "$root/bench/Tests/bin/Release/net10.0/Tests.dll")
  if [[ ${1:-} == --all ]]; then
    shift
    exec "${tests[@]}" "$@"
  fi
  exec "${tests[@]}" -trait- Category=Long "$@"
fi
build Cli bench.dll
if [[ ${1:-} == report ]]; then
  # It measures nothing: collecting on all processors takes a tenth less time and a fifth less memory. Not by a setting of the program,
  # for a manifest says of the runtime's collector what the process that measures has of it.
  export DOTNET_gcServer=1
fi
exec dotnet "$root/bench/Cli/bin/Release/net10.0/bench.dll" "$@"
