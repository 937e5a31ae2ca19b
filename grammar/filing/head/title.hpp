// SPDX-License-Identifier: Apache-2.0
// Owns: finding what names a filing: its title, and the organ, the year and the day that patterns capture.
// Refuses: to say which of several forms it is (read_filing.cpp does).
#pragma once

#include "engine/base/span.hpp"
#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/pattern/pattern.hpp"
#include "grammar/pattern/pattern_index.hpp"

#include <cstdint>
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
};

FirstMatch first_match(const Text& text, Span where, const PatternList& list);

/// True where only blanks are beside it on its line.
bool is_whole_line(std::string_view characters, Span span);

/// The last title that is a line of its own before the first section, which begins at `heading`: a page may list the
/// reports of other years above it. Without such a line, the first title anywhere.
FirstMatch find_title(const Text& text, const std::vector<const Edition*>& editions, std::uint32_t heading);

/// Adds what the pattern captured to the filing; a year that is known stays.
void add_captured(const Text& text, const FirstMatch& found, Filing& filing);

}  // namespace gouji
