// SPDX-License-Identifier: Apache-2.0
// Owns: finding the titles of a filing in a text, each with what it names and with its place.
// Refuses: to say whose filing it is (reporter.hpp does), and titles that are only mentioned, as in a quoted notice.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/head/title_place.hpp"
#include "grammar/pattern/pattern.hpp"
#include "grammar/pattern/pattern_index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The first match of any of several patterns, at the earliest place.
struct FirstMatch {
    const Pattern* pattern = nullptr;
    Pattern::Match match;
    std::uint32_t start = 0;

    [[nodiscard]] Span span() const {
        return {start, static_cast<std::uint32_t>(match.end)};
    }  ///< empty where there is none
    /// What the pattern captured of a kind; empty where it has none.
    [[nodiscard]] Span captured(Capture kind) const;
};

FirstMatch first_match(const Text& text, Span where, const PatternList& list);

/// All matches in their order; none overlaps another. `visit` says false to end it.
template <class Visit>
void each_match(const Text& text, Span where, const PatternList& list, const Visit& visit) {
    while (where.start < where.end) {
        const FirstMatch found = first_match(text, where, list);
        if (!found.pattern || found.span().empty() || !visit(found)) return;
        where.start = found.span().end;
    }
}

/// 文化、体育局: where the list begins of which a name that begins at `at` is a part.
std::size_t begin_of_list(std::string_view characters, std::size_t at);

/// True where a quotation in 《》 is open.
bool is_quoted(std::string_view characters, std::size_t at);

struct Title {
    Span span;
    std::string organ;  ///< what is in the place of the organ, with words beside it; empty where there is nothing
    std::optional<int> year;
    TitlePlace place = TitlePlace::sentence;
};

/// The titles before `heading`, where the first section begins, in their order; where none is a line, all lines of the
/// text that are one.
std::vector<Title> find_titles(
    const Text& text, const std::vector<const Edition*>& editions, const NameWords& names, std::uint32_t heading);

}  // namespace gouji
