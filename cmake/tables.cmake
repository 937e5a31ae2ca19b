# SPDX-License-Identifier: Apache-2.0
# Tables that are computed once, while building: the program only looks things up.

add_executable(make_fold_table engine/source/make_fold_table.cpp)
target_link_libraries(make_fold_table PRIVATE ICU::uc ICU::i18n)
set(gouji_made "${CMAKE_BINARY_DIR}/made")
file(MAKE_DIRECTORY "${gouji_made}")
add_custom_command(OUTPUT "${gouji_made}/fold_table.inc"
  COMMAND make_fold_table "${gouji_made}/fold_table.inc"
  DEPENDS make_fold_table COMMENT "Computing the character table")

# What pages are dressed with, and the parts of a Word document before it is filled: files of their own, so that editors and
# browsers know them for what they are.
set(gouji_embedded "")
foreach(path page/page.css page/page.js page/paper.css trends/trends.css
    page/docx/docx_types.xml page/docx/docx_package.xml page/docx/docx_parts.xml page/docx/docx_core.xml page/docx/docx_document.xml page/docx/docx_footer.xml page/docx/docx_styles.xml)
  cmake_path(GET path FILENAME name)
  string(REPLACE "." "_" constant "${name}")
  add_custom_command(OUTPUT "${gouji_made}/${name}.inc"
    COMMAND ${CMAKE_COMMAND} -D "IN=${PROJECT_SOURCE_DIR}/reports/${path}" -D "OUT=${gouji_made}/${name}.inc" -D "NAME=${constant}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS "${PROJECT_SOURCE_DIR}/reports/${path}" "${PROJECT_SOURCE_DIR}/cmake/embed.cmake" COMMENT "Embedding ${name}")
  list(APPEND gouji_embedded "${gouji_made}/${name}.inc")
endforeach()

# What a folder holds is declared here, and the table beside the folder puts it in order: so a new entry is one file, and one
# line of the table. usage: gouji_declare(NAME.inc "files" type prefix)
function(gouji_declare output files type prefix)
  set(declared "")
  file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${files}")
  foreach(path IN LISTS found)
    cmake_path(GET path STEM name)
    string(APPEND declared "extern const ${type} ${prefix}${name};\n")
  endforeach()
  file(CONFIGURE OUTPUT "${gouji_made}/${output}" CONTENT "namespace gouji {\n${declared}}\n" @ONLY)
endfunction()
gouji_declare(formats.inc "reports/formats/*_format.cpp" ReportFormat "")
gouji_declare(functions.inc "engine/language/functions/*.cpp" Function function_)

# A store keeps what was read and judged, and which sources did it.
file(GLOB_RECURSE gouji_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/engine/*.[ch]pp" "${PROJECT_SOURCE_DIR}/grammar/*.[ch]pp")
add_custom_command(OUTPUT "${gouji_made}/sources.inc"
  COMMAND ${CMAKE_COMMAND} -D "ROOT=${PROJECT_SOURCE_DIR}" -D "OUT=${gouji_made}/sources.inc" -P "${PROJECT_SOURCE_DIR}/cmake/digest_sources.cmake"
  DEPENDS ${gouji_sources} "${PROJECT_SOURCE_DIR}/cmake/digest_sources.cmake" COMMENT "Taking the digest of the sources")
add_custom_target(gouji_tables DEPENDS "${gouji_made}/fold_table.inc" "${gouji_made}/sources.inc" ${gouji_embedded})

# The page of the workbench, where npm has fetched what builds it (cmake/bootstrap does); otherwise `gouji serve` has none.
set(gouji_page_list "")
find_program(GOUJI_NPM npm)
if(GOUJI_NPM AND EXISTS "${PROJECT_SOURCE_DIR}/web/node_modules/esbuild")
  file(GLOB_RECURSE page_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/src/*")
  set(page_files "")
  foreach(entry "index_html|index.html|text/html" "app_js|app.js|text/javascript" "app_css|app.css|text/css" "icon_svg|icon.svg|image/svg+xml")
    string(REPLACE "|" ";" entry "${entry}")
    list(GET entry 0 symbol)
    list(GET entry 1 name)
    list(GET entry 2 type)
    list(APPEND page_files "${gouji_made}/page/${name}")
    string(APPEND gouji_page_list "GOUJI_PAGE_FILE(${symbol}, \"${name}\", \"${type}\", \"${gouji_made}/page/${name}\")\n")
  endforeach()
  add_custom_command(OUTPUT ${page_files}
    COMMAND "${GOUJI_NPM}" --silent --prefix "${PROJECT_SOURCE_DIR}/web" run build -- "${gouji_made}/page"
    DEPENDS ${page_sources} "${PROJECT_SOURCE_DIR}/web/build.mjs" COMMENT "Building the page of the workbench")
  add_custom_target(gouji_page DEPENDS ${page_files})
  add_dependencies(gouji_tables gouji_page)
  set_source_files_properties("${PROJECT_SOURCE_DIR}/engine/serve/page_files.cpp" PROPERTIES OBJECT_DEPENDS "${page_files}")
endif()
file(CONFIGURE OUTPUT "${gouji_made}/page_files.inc" CONTENT "${gouji_page_list}" @ONLY)
