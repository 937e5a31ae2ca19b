// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

void take_form(std::string_view bytes) {
    const Result<Catalogue> loaded = load_catalogue({{"form.yaml", std::string(bytes)}});
    if (!loaded) return hold(!loaded.diagnostics.empty(), "a refusal says why");
    judge_small(*loaded);
}

std::vector<std::string> seeds_of_form() {
    std::vector<std::string> made = files_below("rules/forms", ".yaml");
    made.emplace_back(small_form());
    return made;
}

}  // namespace gouji::fuzz
