# SPDX-License-Identifier: Apache-2.0
# The table of the layers, from the ground up. It makes the targets (targets.cmake), and every #include is checked
# against it (check_includes.cmake). A layer sees itself, the layers that it names, and the third-party headers with the
# prefixes that it names. docs/architecture.md has the same table for people; the test `docs` compares them.
#
# gouji_layer(NAME FOLDER dir USES layers... HEADERS prefixes of third-party headers... LINKS their targets...
#             NEEDS header-only targets: users of our libraries do not need them)
# The layers up to `api` are installed for other programs. Third-party headers stay in .cpp files and in headers named
# private_*.hpp.

gouji_layer(base     FOLDER engine/base HEADERS unistd.h)
gouji_layer(source   FOLDER engine/source   USES base                                        HEADERS unicode/ gumbo.h zip.h pugixml.hpp LINKS ICU::uc ICU::i18n PkgConfig::gumbo PkgConfig::libzip pugixml::pugixml)
gouji_layer(model    FOLDER engine/model    USES base)
gouji_layer(language FOLDER engine/language USES base                                        HEADERS unicode/                  LINKS ICU::uc ICU::i18n)
gouji_layer(grammar  FOLDER grammar         USES base source model language                  HEADERS tao/pegtl                 NEEDS taocpp::pegtl)
gouji_layer(rules    FOLDER engine/rules    USES base source model language grammar          HEADERS yaml-cpp/                 LINKS yaml-cpp)
gouji_layer(check    FOLDER engine/check    USES base source model language grammar rules)
gouji_layer(store    FOLDER engine/store    USES base source model language grammar rules check               HEADERS sqlite3.h openssl/ rapidjson/ unistd.h LINKS SQLite::SQLite3 OpenSSL::Crypto NEEDS rapidjson)
gouji_layer(run      FOLDER engine/run      USES base source model language grammar rules check store)
gouji_layer(reports  FOLDER reports         USES base source model language rules check               HEADERS rapidjson/ unicode/ xlsxwriter.h zip.h pugixml.hpp LINKS ICU::uc ICU::i18n PkgConfig::xlsxwriter PkgConfig::libzip pugixml::pugixml NEEDS rapidjson)
gouji_layer(api      FOLDER engine/api      USES base source model language grammar rules check store run reports         HEADERS fcntl.h sys/stat.h unistd.h)
gouji_layer(files    FOLDER engine/files    USES base source model language grammar rules check store run reports api  )
gouji_layer(serve    FOLDER engine/serve    USES base source model language grammar rules check store run reports api files HEADERS httplib.h rapidjson/ sys/ unistd.h poll.h netinet/ arpa/ netdb.h LINKS PkgConfig::httplib NEEDS rapidjson)
gouji_layer(cli      FOLDER engine/cli      USES base source model language grammar rules check store run reports api files serve HEADERS CLI/ rapidjson/ NEEDS CLI11::CLI11 rapidjson)

# The stages inside of a layer, from the ground up: each is a folder, and sees itself and those before it.
#
# gouji_stages(LAYER folders...)

gouji_stages(check readings linked figures verdicts causes decisions rule_tests)
gouji_stages(grammar lexical labels expression pattern filing/edition filing/head filing/tables filing/drafts filing/prose)
