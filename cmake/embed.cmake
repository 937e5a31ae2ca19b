# SPDX-License-Identifier: Apache-2.0
# Writes a file as a C++ string literal, with the digest by which a content policy knows it.
# usage: cmake -D IN=<file> -D OUT=<file.inc> -D NAME=<name> -P embed.cmake
cmake_minimum_required(VERSION 3.25)
file(READ "${IN}" text)
file(SHA256 "${IN}" hex)

# Base64 of the 32 bytes: three bytes, six hexadecimal digits, are four letters. The last group has two bytes and a sign.
set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
set(digest "")
foreach(group RANGE 0 10)
  math(EXPR at "${group} * 6")
  string(SUBSTRING "${hex}00" ${at} 6 digits)
  math(EXPR number "0x${digits}")
  foreach(shift 18 12 6 0)
    math(EXPR index "(${number} >> ${shift}) & 63")
    string(SUBSTRING "${letters}" ${index} 1 letter)
    string(APPEND digest "${letter}")
  endforeach()
endforeach()
string(SUBSTRING "${digest}" 0 43 digest)

file(WRITE "${OUT}" "namespace gouji { inline constexpr Embedded ${NAME}{R\"embedded(${text})embedded\", \"sha256-${digest}=\"}; }\n")
