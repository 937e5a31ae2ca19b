// SPDX-License-Identifier: Apache-2.0
// Owns: finding the figures that the prose states, by the phrases of the form and by what its clauses say.
// Refuses: to look across the end of a sentence, into tables, and into sections that the form does not name.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/prose/sentences.hpp"

#include <vector>

namespace gouji {

struct ProseFigures {
    std::vector<Mention> mentions;
    std::vector<UnreadClause> unread;
};

/// Both in the order of the text; `filing`: its year, organ and tables are known. Where two phrases of one fact
/// overlap, the longer one counts.
ProseFigures find_mentions(
    const Text& text, const std::vector<Prose>& prose, const Edition& edition, const Filing& filing);

}  // namespace gouji
