# SPDX-License-Identifier: Apache-2.0
# The table of the layers, from the ground up. It makes the targets (targets.cmake) and it is what every #include is
# held against (check_includes.cmake). A layer sees itself and the layers it names, and of other people's headers those
# with the prefixes it names.
#
# gouji_layer(NAME FOLDER dir USES layers... HEADERS prefixes of third-party headers... LINKS their targets...
#             NEEDS targets of which nothing but headers is used: who has our libraries can do without them)
# The layers up to `api` are installed for programs of other people.
# "own" headers: third-party headers stay in .cpp files and in headers named private_*.hpp.

gouji_layer(base     FOLDER engine/base HEADERS unistd.h)
gouji_layer(source   FOLDER engine/source   USES base                                        HEADERS unicode/ gumbo.h zip.h pugixml.hpp LINKS ICU::uc ICU::i18n PkgConfig::gumbo PkgConfig::libzip pugixml::pugixml)
gouji_layer(model    FOLDER engine/model    USES base)
gouji_layer(language FOLDER engine/language USES base                                        HEADERS unicode/                  LINKS ICU::uc ICU::i18n)
gouji_layer(grammar  FOLDER grammar         USES base source model language                  HEADERS tao/pegtl                 NEEDS taocpp::pegtl)
gouji_layer(rules    FOLDER engine/rules    USES base source model language grammar          HEADERS yaml-cpp/                 LINKS yaml-cpp)
gouji_layer(check    FOLDER engine/check    USES base source model language grammar rules)
gouji_layer(store    FOLDER engine/store    USES base source model language grammar rules check               HEADERS sqlite3.h openssl/ rapidjson/ unistd.h LINKS SQLite::SQLite3 OpenSSL::Crypto NEEDS rapidjson)
gouji_layer(run      FOLDER engine/run      USES base source model language grammar rules check store)
gouji_layer(reports  FOLDER reports         USES base source model language rules check               HEADERS rapidjson/ unicode/ xlsxwriter.h LINKS ICU::uc PkgConfig::xlsxwriter NEEDS rapidjson)
gouji_layer(api      FOLDER engine/api      USES base source model language grammar rules check store run reports         HEADERS fcntl.h sys/stat.h unistd.h)
gouji_layer(cli      FOLDER engine/cli      USES base source model language grammar rules check store run reports api HEADERS CLI/ rapidjson/ NEEDS CLI11::CLI11 rapidjson)
