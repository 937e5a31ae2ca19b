// SPDX-License-Identifier: Apache-2.0
// Owns: the stretch of a text where a table stands, cut into labels, figures, marks, bars and line ends.
// Refuses: to know rows and columns; rows.cpp puts the items together.
#pragma once

#include "engine/base/span.hpp"
#include "grammar/filing/edition/label_places.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

struct Item {
    enum class Kind : std::uint8_t { label, figure, change, dash, slash, bar, line, text };
    Span span;                                              ///< of the normalised text
    Span number;                                            ///< of a figure, without its unit
    const std::vector<std::pair<int, int>>* ids = nullptr;  ///< of a label: id and official ordinal
    int ordinal = 0;                                        ///< of a label, as printed
    Kind kind = Kind::text;
    bool plain =
        /// of a figure: digits, or digits and separators that make no single figure, so that it may be several run
        /// together
        true;

    [[nodiscard]] bool is_value() const {
        return kind == Kind::figure || kind == Kind::change || kind == Kind::dash || kind == Kind::slash;
    }
};

/// `places` are those of the labels in the whole text; `title` is the report's, without blanks: lines that repeat it
/// are the page's, like those with its number, and make no item. `changes`: the table has columns of changes, so that
/// 增2 and 不变 are figures.
std::vector<Item> read_items(std::string_view text, Span where, const LabelSet& labels,
    std::span<const LabelPlace> places, std::string_view title = {}, bool changes = false);

}  // namespace gouji
