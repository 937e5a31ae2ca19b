// SPDX-License-Identifier: Apache-2.0
// Owns: what the readers of organ, year and day share: the text, the forms of its family, its titles, where its first
// section begins and ends.
// Refuses: to choose: reporter.hpp, report_year.hpp and publication.hpp do.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/head/title.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

struct ReportHead {
    const Text& text;
    const std::vector<const Edition*>& editions;
    const NameWords& names;
    std::vector<Title> titles;       ///< of the text, in their order
    std::vector<Title> page_titles;  ///< of what the page says it is
    std::uint32_t heading = 0;       ///< where the first section begins
    std::uint32_t opening = 0;       ///< where it ends
};

/// The words of the first form that has some.
const NameWords& names_of(const std::vector<const Edition*>& editions);

ReportHead read_report_head(
    const Text& text, const std::vector<const Edition*>& editions, std::uint32_t heading, std::uint32_t opening);

/// The title whose words are those of the filing: the last that is a line, or the first of the others; nullptr for
/// none.
const Title* chosen_title(const ReportHead& head);

/// The different lists of the forms, in the order of the forms.
std::vector<const PatternList*> lists_of(const ReportHead& head, Edition::Patterns Edition::*list);

/// A line without the blanks and signs at its ends; they are in order, and none is empty.
std::vector<Span> lines_of(std::string_view characters, Span where);

}  // namespace gouji
