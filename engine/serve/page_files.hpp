// SPDX-License-Identifier: Apache-2.0
// Owns: the files of the workbench's page, which are a part of the program.
// Refuses: other files.
#pragma once

#include <string_view>

namespace gouji {

struct PageFile {
    std::string_view name;
    std::string_view type;
    std::string_view bytes;
};
/// Nothing where there is none of this name.
const PageFile* page_file(std::string_view name);

}  // namespace gouji
