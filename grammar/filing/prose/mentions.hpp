// SPDX-License-Identifier: Apache-2.0
// Owns: finding the figures that the prose states, by the phrases of the form.
// Refuses: to look across the end of a sentence, into tables, and into sections that the form does not name.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/prose/sentences.hpp"

#include <optional>
#include <vector>

namespace gouji {

/// In the order of the text; `year` is that of the filing. Where two phrases of one fact overlap, the longer one
/// counts.
std::vector<Mention> find_mentions(
    const Text& text, const std::vector<Prose>& prose, const Edition& edition, std::optional<int> year);

}  // namespace gouji
