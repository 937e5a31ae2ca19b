// SPDX-License-Identifier: Apache-2.0
// Owns: the facts that frames state, as mentions.
// Refuses: to make frames.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/prose/mentions.hpp"
#include "grammar/filing/prose/private_frames.hpp"
#include "grammar/filing/prose/private_row_names.hpp"

#include <string>
#include <vector>

namespace gouji {

struct StatedIn {
    const Text& text;
    const std::string& section;
    const Edition& edition;
    const RowNames* rows = nullptr;  ///< facts that are stated of rows, and no others; none for the other facts
};

/// A mention for each fact that a frame states. A frame with words that nobody knows, or of another time, way or organ
/// states nothing: its mention has these words as its scope, or it is told as unread.
void add_stated_facts(const std::vector<Frame>& frames, const StatedIn& in, ProseFigures& made);

}  // namespace gouji
