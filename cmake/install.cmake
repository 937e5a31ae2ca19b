# SPDX-License-Identifier: Apache-2.0
# What is installed, in two parts: `runtime` (the program with its rules, pages of the manual and completions) and `dev` (headers,
# libraries and a CMake package for programs that call engine/api). And the Debian packages that are made of the two.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(GOUJI_RULES "${CMAKE_INSTALL_DATADIR}/gouji/rules")

install(TARGETS gouji COMPONENT runtime)
install(DIRECTORY rules/ DESTINATION "${GOUJI_RULES}" COMPONENT runtime)
install(DIRECTORY docs/schemas/ DESTINATION "${CMAKE_INSTALL_DATADIR}/gouji/schemas" COMPONENT runtime)

# What the program writes of itself, for shells and for man.
set(gouji_self "${CMAKE_BINARY_DIR}/self")
add_custom_command(TARGET gouji POST_BUILD
  COMMAND ${CMAKE_COMMAND} -E make_directory "${gouji_self}"
  COMMAND gouji manual -o "${gouji_self}/gouji.zh.1"
  COMMAND gouji manual --lang en -o "${gouji_self}/gouji.1"
  COMMAND gouji completion bash -o "${gouji_self}/gouji"
  COMMAND gouji completion zsh -o "${gouji_self}/_gouji"
  COMMAND gouji completion fish -o "${gouji_self}/gouji.fish" VERBATIM)
install(FILES "${gouji_self}/gouji.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT runtime)
install(FILES "${gouji_self}/gouji.zh.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/zh_CN/man1" RENAME gouji.1 COMPONENT runtime)
install(FILES "${gouji_self}/gouji" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT runtime)
install(FILES "${gouji_self}/_gouji" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT runtime)
install(FILES "${gouji_self}/gouji.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT runtime)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/gouji" RENAME copyright COMPONENT runtime)
install(FILES CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/gouji" COMPONENT runtime)

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/gouji")
set_target_properties(gouji_api PROPERTIES EXPORT_NAME gouji)
target_compile_features(gouji_api PUBLIC cxx_std_20)
foreach(layer base source model language grammar rules check store run reports api)
  install(TARGETS gouji_${layer} EXPORT gouji ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/gouji" COMPONENT dev)
endforeach()
install(EXPORT gouji FILE gouji-targets.cmake NAMESPACE gouji:: DESTINATION "${package_folder}" COMPONENT dev)
configure_package_config_file(cmake/package/gouji-config.cmake.in gouji-config.cmake INSTALL_DESTINATION "${package_folder}" PATH_VARS GOUJI_RULES)
# Before 1.0 any minor version may change what it likes.
write_basic_package_version_file(gouji-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/gouji-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/gouji-config-version.cmake" DESTINATION "${package_folder}" COMPONENT dev)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/gouji-dev" RENAME copyright COMPONENT dev)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL runtime dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "The Gouji project <gouji@localhost>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME gouji)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION "Reads China's yearly reports on the disclosure of government information,
checks their figures by rules, and says which of them do not agree.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "poppler-utils, poppler-data")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS "libreoffice-writer-nogui, libreoffice-calc-nogui")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME gouji-dev)
set(CPACK_COMPONENT_DEV_DESCRIPTION "Headers, libraries and a CMake package for programs that read, check and
render reports as gouji does.")
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "gouji (= ${PROJECT_VERSION}), libicu-dev, libgumbo-dev, libzip-dev, libpugixml-dev, libxlsxwriter-dev, libyaml-cpp-dev, libsqlite3-dev, libssl-dev, pkg-config")
include(CPack)
