#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Completes command lines with the script that the program writes.
# usage: completion.sh PROGRAM
set -eu
source <("$1" completion bash)
failed=0
completes() { # the words of a command line, the last of them unfinished; then = and what is expected first
    local expected=${!#}
    COMP_WORDS=("${@:1:$#-2}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    _gouji || true
    local wanted
    read -ra wanted <<<"$expected"
    if [ "${COMPREPLY[*]:0:${#wanted[@]}}" != "$expected" ]; then
        echo "not so: ${COMP_WORDS[*]} completes to ${COMPREPLY[*]}, not $expected"
        failed=1
    fi
}
cd /
completes gouji ch = "check"
completes gouji rules sh = "show"
completes gouji check --format js = "json jsonl"
completes gouji read --format js = "json jsonl"
completes gouji rules lint --lang "" = "en zh"
completes gouji check --deci = "--decisions"
completes gouji completion f = "fish"
completes gouji diff --fail-on w = "warning"
[ $failed = 0 ] && echo "completions are right"
exit $failed
