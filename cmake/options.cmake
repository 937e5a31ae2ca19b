# SPDX-License-Identifier: Apache-2.0
# What every target of ours is compiled with.

add_library(gouji_options INTERFACE)
target_compile_options(gouji_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wimplicit-fallthrough -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 takes the short-string case of std::string for an overlap (PR 105329): -Wno-restrict.
  target_compile_options(gouji_options INTERFACE -Wduplicated-cond -Wlogical-op -Wno-restrict)
endif()
if(GOUJI_WERROR)
  target_compile_options(gouji_options INTERFACE -Werror)
endif()
# For builds whose only use is to run: a third of the time goes into parsing these.
function(gouji_precompile target)
  if(GOUJI_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cstdint> <filesystem> <fstream> <functional> <map> <memory> <optional> <set> <span> <string>
      <string_view> <unordered_map> <utility> <variant> <vector>)
  endif()
endfunction()
if(GOUJI_SANITIZE)
  target_compile_options(gouji_options INTERFACE -fsanitize=${GOUJI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gouji_options INTERFACE -fsanitize=${GOUJI_SANITIZE})
  if(GOUJI_SANITIZE MATCHES "undefined")
    # A quarter of the time to compile for what AddressSanitizer stops as well.
    target_compile_options(gouji_options INTERFACE -fno-sanitize=null,alignment,object-size)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      target_compile_options(gouji_options INTERFACE -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/ignored.txt)
    endif()
  endif()
endif()
if(GOUJI_COVERAGE)
  target_compile_options(gouji_options INTERFACE --coverage -O0)
  target_link_options(gouji_options INTERFACE --coverage)
endif()
if(GOUJI_FUZZ)
  target_compile_options(gouji_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
