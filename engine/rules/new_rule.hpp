// SPDX-License-Identifier: Apache-2.0
// Owns: the file that a new rule begins from: every key with what it is for, and an example that works.
// Refuses: to write it anywhere.
#pragma once

#include "engine/base/words.hpp"

#include <string>
#include <string_view>

namespace gouji {

/// A rule file with one rule of that id. It passes lint and its own tests.
std::string new_rule(std::string_view id, Language language);

/// Letters, digits, - and _: what an id may be made of.
bool is_rule_id(std::string_view id);

}  // namespace gouji
