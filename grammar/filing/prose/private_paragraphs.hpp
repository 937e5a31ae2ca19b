// SPDX-License-Identifier: Apache-2.0
// Owns: the way of a paragraph from its letters to what it states: words, clauses, frames, facts and lists of parts.
// Refuses: the phrases of the form; mentions.cpp looks for them.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/prose/mentions.hpp"
#include "grammar/filing/prose/sentences.hpp"

#include <vector>

namespace gouji {

/// `filing`: its year, organ and tables are known.
ProseFigures read_frames(
    const Text& text, const std::vector<Prose>& prose, const Edition& edition, const Filing& filing);

}  // namespace gouji
