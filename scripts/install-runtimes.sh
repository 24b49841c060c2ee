#!/usr/bin/env bash
# Installs Debian's Go, JDK and Erlang, which the reference runtimes (bench/Reference) are built and run with.
set -euo pipefail
if [[ ${1:-} == --help ]]; then
  echo "usage: scripts/install-runtimes.sh   (as root; installs Debian's golang-go, openjdk-17-jdk-headless and erlang-base where they are missing)"
  exit 0
fi
if (($# > 0)); then
  echo "error: unexpected argument '$1'; see scripts/install-runtimes.sh --help" >&2
  exit 2
fi
packages=()
need() { # PACKAGE PROGRAM...
  local package="$1" program
  shift
  for program in "$@"; do
    if ! command -v "$program" >/dev/null; then
      packages+=("$package")
      return
    fi
  done
  echo "$package is not needed: $(command -v "$1")"
}
need golang-go go
need openjdk-17-jdk-headless javac java
need erlang-base erlc erl
if ((${#packages[@]} == 0)); then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "error: there is no apt-get; install Go, a JDK from 17 and Erlang from 25 by hand" >&2
  exit 2
fi
if ((EUID != 0)); then
  echo "error: not root; install the packages ${packages[*]} by hand" >&2
  exit 2
fi
apt-get update -q
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}"
