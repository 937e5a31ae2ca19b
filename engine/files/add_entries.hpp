// SPDX-License-Identifier: Apache-2.0
// Owns: entries put behind what people have typed into a file, while no other run does the same.
// Refuses: to change a byte of what is there, but where `fill` does, and to know what an entry says.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/rules/catalogue.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Addition {
    std::string_view key;           ///< that the file begins with: decisions, waivers
    std::string_view option;        ///< under which it is named
    const Code* refused = nullptr;  ///< what is told where nothing can be put behind it
    /// The new entries, `indent` before each line: for what the file does not have yet.
    std::function<std::string(const Catalogue& has, std::string_view indent)> entries;
    /// The file still says all that it said, and more.
    std::function<bool(const Catalogue& had, const Catalogue& has)> keeps;
    /// What is there with more in it, before the entries are put behind it; nothing where that cannot be. Empty: none.
    std::function<std::optional<std::string>(const Catalogue& has, const std::string& content)> fill = {};
    std::string nothing;  ///< what a new file says where there is no entry; without it none is made
};

/// The file has its new entries behind what it said; a diagnostic where that cannot be, and it is as it was.
std::optional<Diagnostic> add_entries(const std::string& file, const Addition& addition);

}  // namespace gouji
