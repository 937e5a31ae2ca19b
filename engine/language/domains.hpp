// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the domains: what a variable of `for` or of a quantifier may run over.
// Refuses: figures; what a variable runs over is known before there are any, but for the mentions of a fact.
#pragma once

#include "engine/language/compile.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Domain {
    std::string_view name;
    std::string_view signature;
    std::string_view zh;
    std::string_view en;
    std::vector<Binding> (*expand)(Compiler& compiler, const Node& call, const std::string& variable);
};

std::span<const Domain> domains();

}  // namespace gouji
