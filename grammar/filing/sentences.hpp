// SPDX-License-Identifier: Apache-2.0
// Owns: cutting a stretch of text into sentences, each with its letters.
// Refuses: to look into one; mentions.cpp does.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/text.hpp"

#include <span>
#include <vector>

namespace gouji {

struct Sentence {
    Span span;  ///< of the normalised text, without the sign that ends it
    std::span<const Letter> letters;
};

/// In the order of the text; none is empty.
std::vector<Sentence> sentences_of(const Text& text, Span where);

}  // namespace gouji
