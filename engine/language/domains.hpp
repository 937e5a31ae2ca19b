// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the domains: what a variable of `for` or of a quantifier may run over.
// Refuses: figures; the bindings are known before there are any, except the mentions of a fact.
#pragma once

#include "engine/language/resolve.hpp"

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
    std::vector<Binding> (*expand)(NameResolver& resolver, const Node& call, const std::string& variable);
};

std::span<const Domain> domains();

}  // namespace gouji
