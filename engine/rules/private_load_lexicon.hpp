// SPDX-License-Identifier: Apache-2.0
// Owns: lexicon files, and what a fact says in the words of a lexicon.
// Refuses: to compile patterns; they are compiled with the forms of their family.
#pragma once

#include "engine/model/form.hpp"
#include "engine/rules/private_load_values.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace gouji {

/// A `lexicon:` file. A family may have several; their words add up.
struct Lexicon {
    std::string family;
    std::string file;
    std::size_t offset = 0;  ///< where the file names the family
    std::vector<LexiconWord> words;
};

Lexicon load_lexicon(YamlFile& file, const Yaml& root);

/// `{ what: 申请, happened: [ 收到, 无 ] }`: 无 says that the slot may be empty.
Saying load_saying(YamlFile& file, const Yaml& node);

}  // namespace gouji
