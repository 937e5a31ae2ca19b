// SPDX-License-Identifier: Apache-2.0
// Owns: building a filing from a text: title, year, organ, sections, tables (the form chosen for each), mentions.
// Refuses: to choose among readings and to judge (engine/check).
#pragma once

#include "engine/base/result.hpp"
#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"

#include <string>
#include <vector>

namespace gouji {

/// A text with no title and no table or section of any form is refused with a diagnostic.
Result<Filing> read_filing(const Text& text, const std::vector<Edition>& editions, const std::string& file);

}  // namespace gouji
