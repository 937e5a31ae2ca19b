// SPDX-License-Identifier: Apache-2.0
// Owns: the rule book: what every rule holds, on what basis and when it can be wrong, as a page for people.
// Refuses: to say more of a rule than its entry does.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <span>
#include <string>

namespace gouji {

/// Markdown, the reported rules in the order of their ids, each with the first of its tests that passes and the first
/// that fails. `files`: those that the catalogue was made of.
std::string render_rule_book(const Catalogue& catalogue, std::span<const RuleFile> files, Language language);

}  // namespace gouji
