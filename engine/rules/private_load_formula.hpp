// SPDX-License-Identifier: Apache-2.0
// Owns: formulas as YAML files hold them: parsed, with the place of each.
// Refuses: to say what their names mean: that depends on the form (engine/language/compile.hpp).
#pragma once

#include "engine/language/compile.hpp"
#include "engine/rules/yaml.hpp"

namespace gouji {

/// A formula with its place; a mistake in its syntax is noted.
Formula load_formula(YamlFile& file, const Yaml& node);
/// Names with formulas, added to `lets`.
void load_lets(YamlFile& file, const Yaml& node, Lets& lets);

}  // namespace gouji
