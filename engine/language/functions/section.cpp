// SPDX-License-Identifier: Apache-2.0
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

#include <algorithm>

namespace gouji {

extern const Function function_section = {"section", "section(name)", "表单的一节，用于 present、length、contains",
    "a section of the form, for present, length and contains", 1, 1, [](Compiler& compiler, const Node& call) {
        const Node& name = call.kids[0];
        std::string_view path = name.kind == NodeKind::name ? std::string_view(name.text) : std::string_view();
        Typed made{Typed::Kind::section};
        made.whose = Compiler::take_whose(path);
        const auto& known = compiler.names(made.whose).sections;
        const auto found = std::find(known.begin(), known.end(), path);
        if (found == known.end()) {
            compiler.complain_unknown(name, path, known);
            return Typed{};
        }
        made.node = static_cast<int>(found - known.begin());
        return made;
    }};

}  // namespace gouji
