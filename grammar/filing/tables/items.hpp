// SPDX-License-Identifier: Apache-2.0
// Owns: the stretch of a text that holds a table, cut into labels, figures, marks, bars and line ends.
// Refuses: to know rows and columns; page_figures.cpp and across.cpp put the items together.
#pragma once

#include "engine/base/span.hpp"
#include "grammar/filing/edition/label_places.hpp"

#include <cstdint>
#include <span>
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
    /// Of a figure: digits, or digits and separators that do not make a single figure, so that it may be several that
    /// run together.
    bool plain = true;
    bool readable = true;  ///< false for a figure that is no count: <5, 185-1, 18S

    [[nodiscard]] bool is_words() const { return kind == Kind::text || kind == Kind::label; }
    [[nodiscard]] bool is_value() const {
        return kind == Kind::figure || kind == Kind::change || kind == Kind::dash || kind == Kind::slash;
    }
};

/// Whatever else is known of the table.
struct ItemContext {
    /// Of the report, without blanks: lines that repeat it belong to the page, like those with its number, and do not
    /// become items.
    std::string_view title = {};
    bool has_changes = false;  ///< the table has columns of changes, so that 增2 and 不变 are figures
};

/// `places` are those of the labels in the whole text.
std::vector<Item> read_items(std::string_view text, Span where, const LabelSet& labels,
    std::span<const LabelPlace> places, ItemContext context = {});

}  // namespace gouji
