# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts beside it: finds the checkout, says things, installs what is missing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# need COMMAND PACKAGE: makes sure that a command is there, from Debian's package if it is not.
# need_lib FILE PACKAGE: the same for what pkg-config knows.
missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
need_lib() { pkg-config --exists "$1" 2>/dev/null || missing+=("$2"); }

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null 2>&1 \
    || die "missing: ${missing[*]} (Debian's names). Install them with your system's packages, then run this again."
  say "installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || die "missing: ${missing[*]}. Run: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  missing=()
}

# What a build needs: a Swift toolchain and the development files of five C libraries.
install_build_tools() {
  command -v swift >/dev/null 2>&1 \
    || die "no Swift toolchain on the PATH. Install Swift 6.2 or newer from swift.org/install, then run this again."
  need pkg-config pkg-config
  need git git
  if command -v pkg-config >/dev/null 2>&1; then
    need_lib libxml-2.0 libxml2-dev
    need_lib libcurl libcurl4-openssl-dev
    need_lib sqlite3 libsqlite3-dev
    need_lib libmicrohttpd libmicrohttpd-dev
    need_lib zlib zlib1g-dev
  else
    missing+=(libxml2-dev libcurl4-openssl-dev libsqlite3-dev libmicrohttpd-dev zlib1g-dev)
  fi
  install_missing
}

# Builds the release program unless it is newer than everything that it is made of; prints its path.
release_program() {
  local program=.build/release/rasad
  if [ ! -x "$program" ] \
    || [ -n "$(find Package.swift Sources -newer "$program" -type f -print -quit)" ]; then
    say "building rasad (release; the first time takes a few minutes)"
    local log
    log=$(mktemp)
    swift build -c release --static-swift-stdlib --product rasad >"$log" 2>&1 \
      || { cat "$log" >&2; rm -f "$log"; die "the build failed; the compiler's words stand above."; }
    rm -f "$log"
    touch "$program"
  fi
  printf '%s\n' "$root/$program"
}

# Feed and page readers of PyPI in an environment of their own; sets $environment.
reader_environment() {
  environment=$root/.build/reader-tests
  [ -x "$environment/bin/python" ] && "$environment/bin/python" -c 'import feedparser, html5lib' 2>/dev/null && return
  say "installing feedparser and html5lib"
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 html5lib==1.1 \
    || die "feedparser and html5lib could not be had from PyPI; try again when it can be reached."
}
