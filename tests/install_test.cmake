# SPDX-License-Identifier: Apache-2.0
# Installs into an empty folder and runs the installed program, which must find its rules there.
set(prefix "${BUILD}/install-test")
file(REMOVE_RECURSE "${prefix}")
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${prefix}/bin/gouji check ${ROOT}/examples/clean-2022.txt WORKING_DIRECTORY / RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "exit ${code}\n${out}\n${err}")
endif()
