// SPDX-License-Identifier: Apache-2.0
// Owns: reading the words of a form that are in names of organs and beside them.
// Refuses: to fold or sort them; the grammar does (grammar/filing/edition/name_words.hpp).
#pragma once

#include "engine/model/form.hpp"
#include "engine/rules/private_load_values.hpp"

namespace gouji {

KeyLoaders<Form::Names> name_loaders();
/// What is written replaces what is inherited, list by list.
void load_names(YamlFile& file, const Yaml& node, Form::Names& names);

}  // namespace gouji
