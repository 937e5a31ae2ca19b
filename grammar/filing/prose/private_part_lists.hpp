// SPDX-License-Identifier: Apache-2.0
// Owns: lists with a sum: 公开信息100条,其中动态60条,公告40条, whatever they count.
// Refuses: to know words; frames say where a list begins.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/edition/edition.hpp"
#include "grammar/filing/prose/private_frames.hpp"

#include <string>
#include <vector>

namespace gouji {

/// A mention for each list of a paragraph: its whole, another figure that may be the whole, and its parts.
void add_part_lists(const std::vector<Frame>& frames, const Text& text, const std::string& section,
    const Edition& edition, std::vector<Mention>& mentions);

}  // namespace gouji
