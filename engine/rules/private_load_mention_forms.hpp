// SPDX-License-Identifier: Apache-2.0
// Owns: the mentions of a form file: the phrases with which prose states figures, and what those may stand for.
// Refuses: to match a phrase: it is compiled when its form is whole.
#pragma once

#include "engine/rules/private_load_values.hpp"

#include <vector>

namespace gouji {

struct LoadedMention {
    MentionForm form;
    std::vector<Formula> means;
};
LoadedMention load_mention_form(YamlFile& file, const Yaml& node);

KeyLoaders<LoadedMention> mention_loaders();

}  // namespace gouji
