// SPDX-License-Identifier: Apache-2.0
// Owns: JSON Schemas of rule, form, suite, waiver and test files, made from the tables by which the loader checks them.
// Refuses: to say more than the loader does; formulas are texts here.
#pragma once

#include "engine/base/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// rule, form, suite, waivers, tests.
std::vector<std::string> schema_kinds();

/// The schema (draft 7) of one of these kinds of file; descriptions are in the language.
std::string render_schema(std::string_view kind, Language language);

}  // namespace gouji
