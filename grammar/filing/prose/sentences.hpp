// SPDX-License-Identifier: Apache-2.0
// Owns: prose, cut into sentences, each with its letters, and what a section keeps of it.
// Refuses: to look for figures in a sentence; mentions.cpp does.
#pragma once

#include "engine/base/span.hpp"
#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gouji {

struct Sentence {
    Span span;  ///< of the normalised text, without the sign that ends it
    std::span<const Letter> letters;
};

/// A stretch of prose, with the section that it belongs to (empty when the headings are not there).
struct Prose {
    std::string section;
    Span span;                        ///< of the normalised text
    std::vector<Sentence> sentences;  ///< in the order of the text; none is empty
    std::uint32_t length = 0;         ///< characters, without blanks
    std::vector<Said> said;
};

/// What is said ends at a semicolon, too. Digits do not count, because a text that was copied has a new year; with
/// fewer than 12 other characters it is left out, because it says the same everywhere.
Prose read_prose(const Text& text, std::string section, Span where);

/// Appends prose to a section; `words`: the characters, too.
void append_prose(const Text& text, const Prose& prose, bool words, Section& section);

}  // namespace gouji
