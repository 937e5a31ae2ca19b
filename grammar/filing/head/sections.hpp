// SPDX-License-Identifier: Apache-2.0
// Owns: finding the headings of a form's sections in a text, on lines of their own or in the middle of one.
// Refuses: headings that only prose names: a heading has its ordinal, or is alone on its line, numbered in any way;
// one whose words the form does not know is taken by its ordinal (五、 between 四 and 六), alone on a short line.
#pragma once

#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/edition/label_places.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Heading {
    int section = 0;  ///< of the form
    Span heading;     ///< of the normalised text
    Span body;
    bool numbered = false;  ///< it bears its official ordinal
    bool labelled = true;   ///< its words are the form's; else only its ordinal and its place say what it is
};

struct Headings {
    std::vector<Heading> chain;   ///< in the order of the form; a section occurs once at most
    std::vector<Heading> strays;  ///< out of their order, or once more, in the order of the text; without bodies

    /// How many bear words of the form.
    [[nodiscard]] std::size_t labelled() const;
};

/// The section of the form that the heading names.
inline const std::string& name_of(const Heading& heading, const Edition& edition) {
    return edition.form->sections[static_cast<std::size_t>(heading.section)].name;
}

/// `labels` are those of the text.
Headings find_sections(std::string_view text, const LabelPlaces& labels, const Edition& edition);

}  // namespace gouji
