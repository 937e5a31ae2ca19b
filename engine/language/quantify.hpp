// SPDX-License-Identifier: Apache-2.0
// Owns: a variable and what it runs over: unrolled where that is known when a rule is compiled, a loop over mentions
// where only a filing has them.
// Refuses: to know the domains; domains.hpp has their table.
#pragma once

#include "engine/language/resolve.hpp"

#include <vector>

namespace gouji {

class QuantifierCompiler : public NameResolver {
public:
    using NameResolver::NameResolver;

    /// `f(x in domain, body)`: the body for each binding, folded.
    Typed quantify(const Node& call, Op fold);
    /// All that the variable of `x in domain` is bound to, in order; nothing after mistakes.
    std::vector<Binding> expand(const Node& in);

protected:
    ~QuantifierCompiler() = default;

    int slots_ = 0;  ///< of mentions that are bound

private:
    void visit_body(const Node& body, Op fold, Typed& folded);
    void emit_loop(const Node& call, Op fold, const std::vector<Binding>& bindings, Typed& folded);
};

}  // namespace gouji
