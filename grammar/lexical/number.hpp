// SPDX-License-Identifier: Apache-2.0
// Owns: reading numbers as filings print them: 1,234  0.28万元  45.6%  十二.
// Refuses: to take a part of a number for a number, and to guess a unit that is not printed.
#pragma once

#include "engine/base/decimal.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gouji {

struct Figure {
    std::optional<Decimal> value;  ///< nothing when there are more than 18 digits
    std::string unit;              ///< 元, 万元, 亿元, %, ‰, or one of the counting words; empty if none follows
    bool approximate = false;      ///< 300余件
    std::size_t digits_end = 0;
    std::size_t end = 0;
};

/// The figure that begins at `at` of normalised text; `units` are the words that count things.
/// 3.4万件 is 34000 with unit 件; 0.28万元 keeps its unit.
std::optional<Figure> read_figure(std::string_view text, std::size_t at, std::span<const std::string> units);

/// The figures of a text: what was read of late is kept, for patterns ask for the same ones over and over.
class FigureReader {
public:
    explicit FigureReader(std::string_view text, std::span<const std::string> units = {})
        : text_(text), units_(units) {}

    [[nodiscard]] std::string_view text() const { return text_; }
    /// The figure that begins at `at`, in the text up to `limit`; good until the next call.
    const std::optional<Figure>& read(std::size_t at, std::size_t limit) {
        KnownFigure& known = known_[at % known_.size()];
        if (known.at != at || known.limit != limit)
            known = {at, limit, read_figure(text_.substr(0, limit), at, units_)};
        return known.figure;
    }

private:
    struct KnownFigure {
        std::size_t at = std::string_view::npos;
        std::size_t limit = 0;
        std::optional<Figure> figure;
    };
    std::string_view text_;
    std::span<const std::string> units_;
    std::array<KnownFigure, 16> known_;
};

/// The value of a numeral such as 十二 or 二〇二二; nothing for other texts.
std::optional<Decimal> value_of_numeral(std::string_view numeral);

}  // namespace gouji
