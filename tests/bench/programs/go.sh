# SPDX-License-Identifier: MIT
# go.sh OUTPUT [PACKAGE]: go build compiles what is not in the cache and links. For
# a package of the library OUTPUT is empty.
# shellcheck shell=dash
export HOME=/tmp/w GOFLAGS=-buildvcs=false GO111MODULE=on CGO_ENABLED=0
export GOTOOLCHAIN=local GOTELEMETRY=off GOMAXPROCS=2
export GOARCH="${GO_ARCH:-arm64}" GOCACHE="${GO_CACHE:-/tmp/w/cache}"
cd /tmp/programs/go || exit
exec go build ${1:+-o "$1"} "${2:-.}"
