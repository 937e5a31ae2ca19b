// SPDX-License-Identifier: Apache-2.0
// Owns: the tables of a form file: their rows and columns with the spellings, and which cells they have.
// Refuses: to find them in a text: grammar/filing/tables does.
#pragma once

#include "engine/model/form.hpp"
#include "engine/rules/yaml.hpp"

namespace gouji {

TableForm load_table_form(YamlFile& file, const Yaml& node);

}  // namespace gouji
