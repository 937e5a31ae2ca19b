// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_statements.hpp"

#include "grammar/filing/prose/private_clause_grammar.hpp"
#include "grammar/filing/prose/private_tokens.hpp"

#include <algorithm>

namespace gouji {
namespace {

namespace p = tao::pegtl;

struct ClauseState {
    std::string_view signs;
    Clauses& clauses;

    [[nodiscard]] std::size_t place(const char* at) const { return static_cast<std::size_t>(at - signs.data()); }
};

template <class Rule>
struct ClauseAction : p::nothing<Rule> {};

/// What a rule takes, as a part of its kind.
template <ClausePart::Kind kind>
struct TakePart {
    template <class Input>
    static void apply(const Input& in, ClauseState& state) {
        state.clauses.parts.push_back(
            {kind, state.place(in.begin()), state.place(in.end()), std::nullopt, std::nullopt});
    }
};

/// Words that say nothing: also where another rule takes them in the end.
struct TakeSilent {
    template <class Input>
    static void apply(const Input& in, ClauseState& state) {
        std::fill(state.clauses.silent.begin() + static_cast<std::ptrdiff_t>(state.place(in.begin())),
            state.clauses.silent.begin() + static_cast<std::ptrdiff_t>(state.place(in.end())), true);
    }
};

template <>
struct ClauseAction<clause_grammar::statement> {
    template <class Input>
    static void apply(const Input& in, ClauseState& state) {
        ClausePart part{ClausePart::Kind::statement, state.place(in.begin()), state.place(in.end()), {}, {}};
        for (std::size_t i = part.first; i < part.last; ++i) {
            if (state.signs[i] == ClauseSigns::figure) part.figure = i;
            if (state.signs[i] == ClauseSigns::percent) part.percent = i;
        }
        state.clauses.parts.push_back(part);
    }
};
template <>
struct ClauseAction<clause_grammar::phrase> : TakeSilent {};
template <>
struct ClauseAction<clause_grammar::aside> : TakeSilent {};
template <>
struct ClauseAction<clause_grammar::open> : TakePart<ClausePart::Kind::open> {};
template <>
struct ClauseAction<clause_grammar::close> : TakePart<ClausePart::Kind::close> {};
template <>
struct ClauseAction<clause_grammar::comma> : TakePart<ClausePart::Kind::comma> {};
template <>
struct ClauseAction<clause_grammar::semicolon> : TakePart<ClausePart::Kind::semicolon> {};
template <>
struct ClauseAction<clause_grammar::colon> : TakePart<ClausePart::Kind::colon> {};
template <>
struct ClauseAction<clause_grammar::linked> : TakePart<ClausePart::Kind::linked> {};
template <>
struct ClauseAction<clause_grammar::end> : TakePart<ClausePart::Kind::end> {};

}  // namespace

void read_clauses(std::string_view signs, Clauses& clauses) {
    clauses.parts.clear();
    clauses.silent.assign(signs.size(), false);
    ClauseState state{signs, clauses};
    p::memory_input<p::tracking_mode::lazy> input(signs.data(), signs.data() + signs.size(), "");
    p::parse<clause_grammar::sentence, ClauseAction>(input, state);
}

}  // namespace gouji
