// SPDX-License-Identifier: Apache-2.0
// Owns: finding the headings of a form's sections in a text, on lines of their own or in the middle of one.
// Refuses: headings that only prose names: a heading has its ordinal, or stands alone on its line.
#pragma once

#include "grammar/filing/edition.hpp"

#include <string_view>
#include <vector>

namespace gouji {

struct Heading {
    int section = 0;  ///< of the form
    Span heading;     ///< of the normalised text
    Span body;
    bool numbered = false;  ///< it bears its official ordinal
};

/// In the order of the form; a section occurs once at most.
std::vector<Heading> find_sections(std::string_view text, const Edition& edition);

}  // namespace gouji
