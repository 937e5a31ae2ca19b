# SPDX-License-Identifier: Apache-2.0
# Every file of code, rules and scripts names its licence on one of its first two lines.
# usage: cmake -D ROOT=<source folder> -P check_licences.cmake
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE files "${ROOT}/engine/*" "${ROOT}/grammar/*" "${ROOT}/reports/*" "${ROOT}/rules/*" "${ROOT}/cmake/*" "${ROOT}/tests/*.cpp" "${ROOT}/tests/*.hpp"
  "${ROOT}/tests/*.cmake" "${ROOT}/tests/*.sh" "${ROOT}/tests/*.mjs" "${ROOT}/CMakeLists.txt" "${ROOT}/tests/CMakeLists.txt" "${ROOT}/.ci/*")
list(FILTER files EXCLUDE REGEX "/node_modules/")
set(bad "")
foreach(file IN LISTS files)
  file(STRINGS "${file}" lines LIMIT_COUNT 2)
  if(NOT "${lines}" MATCHES "SPDX-License-Identifier: Apache-2.0")
    list(APPEND bad "${file}")
  endif()
endforeach()
list(LENGTH files count)
if(bad OR count LESS 60)
  message(FATAL_ERROR "no licence line in: ${bad} (${count} files read)")
endif()
message(STATUS "${count} files name their licence")
