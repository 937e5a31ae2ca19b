// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "engine/cli/inputs.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

#include <sstream>

namespace gouji::fuzz {

/// Documents that name a path are not followed: the disk is no part of what a stranger may choose here.
void take_jsonl(std::string_view bytes) {
    Arguments arguments;
    arguments.documents = "-";
    std::istringstream in{std::string(bytes)};
    std::vector<Diagnostic> diagnostics;
    std::vector<Diagnostic> notes;
    Inputs inputs(arguments, in, diagnostics, notes);
    while (auto input = inputs.next()) {
        hold(!input->text || input->path.empty(), "a text or a path");
        if (!input->text && input->diagnostics.empty()) continue;
        const auto source = read_input(std::move(*input), in);
        hold(source.value.has_value() || !source.diagnostics.empty(), "a refusal says why");
        if (source) hold(utf8::is_valid(source->name), "a name can be shown");
    }
}

std::vector<std::string> seeds_of_jsonl() {
    return {"{\"name\":\"甲.txt\",\"text\":\"一、\\u603b体情况\\n1\"}\n",
        "{\"path\":\"a/b.html\"}\n{\"name\":\"乙\",\"path\":\"b\"}\r\n\n",
        "[1,2.5e9,null,true]\n{\"name\":1}\n{\"text\":\"\\ud800\"}", "{\"name\":\"\\u0000\",\"text\":\"\"}"};
}

}  // namespace gouji::fuzz
