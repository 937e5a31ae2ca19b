// SPDX-License-Identifier: Apache-2.0
// Owns: the mistakes of a rule under the names of one form, each once.
// Refuses: to say where a formula is in its file.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/language/ast.hpp"

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace gouji {

/// A mistake, at a place of a formula.
struct Issue {
    Diagnostic diagnostic;
    const Formula* formula = nullptr;
    Span span;
};

/// A name that is unknown under ten thousand bindings is unknown once.
class Issues {
public:
    /// True when the place has this mistake already: then nobody needs to look for what was meant.
    [[nodiscard]] bool has(const Code& code, const Formula* formula, Span span) const {
        return places_.contains(place(code.id, formula, span));
    }
    /// Leaves out what it has.
    void add(Issue issue);
    [[nodiscard]] bool empty() const { return list_.empty(); }
    /// In the order of their first occurrence.
    [[nodiscard]] const std::vector<Issue>& list() const { return list_; }

private:
    using IssuePlace = std::tuple<const Formula*, std::size_t, std::size_t, std::string>;
    static IssuePlace place(std::string_view code, const Formula* formula, Span span) {
        return {formula, span.start, span.end, std::string(code)};
    }

    std::vector<Issue> list_;
    std::set<IssuePlace> places_;
};

}  // namespace gouji
