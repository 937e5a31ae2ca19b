// SPDX-License-Identifier: Apache-2.0
// Owns: one entry of a list of organs, and the check of all lists together.
// Refuses: to look an organ up: OrganIndex in organs.hpp does.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/rules/private_load_values.hpp"
#include "engine/rules/private_loaded_files.hpp"

namespace gouji {

Organ load_organ(YamlFile& file, const Yaml& entry);
/// No name belongs to two organs, and every organ that another is under is in a list.
void check_organs(const Catalogue& catalogue, LoadedFiles& files);

KeyLoaders<Organ> organ_loaders();

}  // namespace gouji
