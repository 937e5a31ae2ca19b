// SPDX-License-Identifier: Apache-2.0
// Owns: one entry of a file of decisions, and the figures that people saw when they wrote an entry.
// Refuses: to match it with a finding: check/decisions/decide.hpp does.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/private_load_values.hpp"
#include "engine/rules/private_loaded_files.hpp"

namespace gouji {

Decision load_decision(YamlFile& file, const Yaml& entry);
/// Names of operands with the figures that were seen.
SeenFigures load_figures(YamlFile& file, const Yaml& node);
/// No finding is decided twice: nobody could say which decision holds.
void check_decisions(const Catalogue& catalogue, LoadedFiles& files);

/// For the keys of a decision that people do not fill in; the others are `decision_fields`.
KeyLoaders<Decision> decision_loaders();

}  // namespace gouji
