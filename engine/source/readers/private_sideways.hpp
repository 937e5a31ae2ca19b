// SPDX-License-Identifier: Apache-2.0
// Owns: pages whose text lies on its side: known by the boxes of words, and turned upright before lines are made of
// them. Refuses: to guess the direction: numbers of headings and rows that follow each other say it. And to be used
// outside of this folder.
#pragma once

#include "engine/source/readers/private_page_lines.hpp"

#include <array>
#include <optional>
#include <vector>

namespace gouji {

enum class Lying {
    upright,
    head_left,
    head_right
};  ///< where the head of the text is: its lines read upwards, or downwards

/// How a page was turned, and back.
struct Turned {
    Lying lying = Lying::upright;
    int far = 0;  ///< the edge that the other places are counted from

    void apply(Fragment& one) const;
    /// Left, top, right and bottom where the word stood before.
    [[nodiscard]] std::array<int, 4> before(const Fragment& one) const;
};

/// Turns the pages that lie on their side, and says of each how; nothing where that cannot be told.
std::optional<std::vector<Turned>> turn_upright(std::vector<std::vector<Fragment>>& pages);

}  // namespace gouji
