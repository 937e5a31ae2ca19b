// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/grammar/texts.hpp"

#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <filesystem>

namespace fs = std::filesystem;

namespace gouji::test {

const std::vector<std::string>& texts() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> made;
        const auto add = [&](const std::string& name, const std::string& bytes) {
            if (const auto text = read_text({name, bytes})) made.emplace_back(text->characters());
        };
        for (const auto& entry : fs::directory_iterator(fs::path(GOUJI_ROOT) / "examples")) {
            if (entry.is_regular_file() && entry.path().extension() != ".yaml")
                add(entry.path().string(), read_file(entry.path()));
        }
        for (const char* id : {"cn-disclosure-2021", "cn-disclosure-2019"}) {
            const Form& form = shipped().form(id)->form;
            for (unsigned seed = 0; seed < 3; ++seed) {
                const auto document = corpus::compose(form, corpus::make_figures(form, seed, 4000), seed);
                for (const auto& layout : corpus::layouts())
                    add("filing" + std::string(layout.ending), layout.write(document));
            }
        }
        add("damage.txt", read_file(fs::path(GOUJI_ROOT) / "tests" / "corpus" / "damage.txt"));
        return made;
    }();
    return all;
}

}  // namespace gouji::test
