// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_names.hpp"

#include <array>

namespace gouji {
namespace {

using Loader = KeyLoader<Form::Names>;

/// Reads a list of words into one member.
template <std::vector<std::string> Form::Names::*list>
void load_words(YamlFile& file, const Yaml& value, Form::Names& names) {
    names.*list = file.texts(value);
}

constexpr std::array loaders = {
    Loader{"endings", load_words<&Form::Names::endings>},
    Loader{"not_endings", load_words<&Form::Names::not_endings>},
    Loader{"before", load_words<&Form::Names::before>},
    Loader{"after", load_words<&Form::Names::after>},
    Loader{"others", load_words<&Form::Names::others>},
    Loader{"never", load_words<&Form::Names::never>},
    Loader{"generic", load_words<&Form::Names::generic>},
    Loader{"unplaced", load_words<&Form::Names::unplaced>},
    Loader{"placed", load_words<&Form::Names::placed>},
    Loader{"departments", load_words<&Form::Names::departments>},
    Loader{"cited", load_words<&Form::Names::cited>},
};

}  // namespace

KeyLoaders<Form::Names> name_loaders() { return loaders; }

void load_names(YamlFile& file, const Yaml& node, Form::Names& names) {
    if (!file.expect(node, Yaml::Kind::map)) return;
    expect_keys(file, node, "names");
    load_as_written(file, node, name_loaders(), names);
}

}  // namespace gouji
