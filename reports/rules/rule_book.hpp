// SPDX-License-Identifier: Apache-2.0
// Owns: the rule book: what every rule holds, on what basis and when it can be wrong, as a page for people.
// Refuses: to say more of a rule than its entry does.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <string>

namespace gouji {

/// Markdown, the reported rules by what they are about (the files they stand in), in the order of their ids.
std::string render_rule_book(const Catalogue& catalogue, Language language);

}  // namespace gouji
