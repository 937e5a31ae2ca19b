# SPDX-License-Identifier: Apache-2.0
# Writes the digest of all sources of the libraries as a C++ string literal: what one build keeps means nothing to another.
# usage: cmake -D ROOT=<project> -D OUT=<file.inc> -P digest_sources.cmake
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE sources RELATIVE "${ROOT}" "${ROOT}/engine/*.[ch]pp" "${ROOT}/grammar/*.[ch]pp")
list(SORT sources)
set(all "")
foreach(source IN LISTS sources)
  file(SHA256 "${ROOT}/${source}" digest)
  string(APPEND all "${source} ${digest}\n")
endforeach()
string(SHA256 digest "${all}")
file(WRITE "${OUT}" "\"${digest}\"\n")
