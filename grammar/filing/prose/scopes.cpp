// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_scopes.hpp"

#include "grammar/lexical/number.hpp"

namespace gouji {

bool ends_clause(std::string_view text, std::uint32_t at) {
    const char32_t code = utf8::decode(text, at).code;
    return parts_clauses(code) || code == U'\n';
}

bool is_rough(std::string_view text, std::uint32_t figure) {
    constexpr std::u32string_view words = U"近约超逾过";
    while (figure > 0 && is_white(static_cast<char32_t>(text[figure - 1]))) --figure;
    return figure > 0
        && words.find(utf8::decode(text, character_before(text, figure)).code) != std::u32string_view::npos;
}

/// Scope words are before the phrase in its clause, or in a short clause before that: 2021年，我局受理…
void ScopeFinder::add_scopes(Mention& mention, Span where, const PatternList& own) {
    constexpr std::size_t short_clause = 12 * 3;
    std::uint32_t from = clause_start(where.start);
    if (from > 0 && text_.characters()[from - 1] == ',') {
        const std::uint32_t before = clause_start(from - 1);
        if (from - before <= short_clause) from = before;
    }
    for (const Letter& letter : text_.letters({from, where.start})) {
        for (const PatternList* list : {edition_.scopes.get(), &own}) add_scopes_at(*list, letter, where.end, mention);
    }
}

void ScopeFinder::add_scopes_at(const PatternList& scopes, const Letter& letter, std::size_t end, Mention& mention) {
    if (letter.code <= U'9' && is_inside_figure(text_.characters(), letter.at)) return;  // 12月受理 is not 2月受理
    scopes.index.find(figures_, letter, end, likely_);
    for (const int likely : likely_)
        add_scope(scopes.patterns[static_cast<std::size_t>(likely)], letter.at, end, mention);
}

void ScopeFinder::add_scope(const Pattern& scope, std::size_t at, std::size_t end, Mention& mention) {
    const auto match = scope.match(figures_, at, end);
    if (!match) return;
    for (const auto& captured : match->captures) {
        const bool year = scope.captures[static_cast<std::size_t>(captured.name)].kind == Capture::year;
        const auto value = Decimal::parse(text_.view(captured.span));
        if (year && year_ && value == Decimal(*year_)) return;
    }
    mention.scope.emplace_back(text_.characters().substr(at, match->end - at));
}

std::uint32_t ScopeFinder::clause_start(std::uint32_t at) const {
    while (at > 0) {
        const std::uint32_t last = character_before(text_.characters(), at);
        if (ends_clause(text_.characters(), last)) break;
        at = last;
    }
    return at;
}

}  // namespace gouji
