// SPDX-License-Identifier: Apache-2.0
#include "engine/language/ast.hpp"

#include <algorithm>

namespace gouji {

bool uses_name(const Node& node, std::string_view name) {
    const std::string_view text = node.text;
    if ((node.kind == NodeKind::name || node.kind == NodeKind::call) && text.substr(0, text.find('.')) == name)
        return true;
    return std::any_of(node.kids.begin(), node.kids.end(), [&](const Node& kid) { return uses_name(kid, name); });
}

}  // namespace gouji
