# SPDX-License-Identifier: Apache-2.0
# Tables that are computed once, while building: the program only looks things up.

add_executable(make_fold_table engine/source/make_fold_table.cpp)
target_link_libraries(make_fold_table PRIVATE ICU::uc ICU::i18n)
set(gouji_made "${CMAKE_BINARY_DIR}/made")
file(MAKE_DIRECTORY "${gouji_made}")
add_custom_command(OUTPUT "${gouji_made}/fold_table.inc"
  COMMAND make_fold_table "${gouji_made}/fold_table.inc"
  DEPENDS make_fold_table COMMENT "Computing the character table")
add_custom_target(gouji_tables DEPENDS "${gouji_made}/fold_table.inc")
