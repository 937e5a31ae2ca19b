// SPDX-License-Identifier: Apache-2.0
// Owns: the line and the column of each place in a text as people read it.
// Refuses: to know where spans count from; reports/excerpt turns those into places of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

/// Made in one pass over the text; each question takes the time of a search among its lines.
class LineColumns {
public:
    explicit LineColumns(std::string_view text);

    /// From 0.
    [[nodiscard]] std::size_t line_of(std::size_t at) const;
    [[nodiscard]] std::size_t begin_of(std::size_t line) const { return starts_[line]; }
    /// Without its line end.
    [[nodiscard]] std::size_t end_of(std::size_t line) const;
    /// From 1, in characters of the line of `at`.
    [[nodiscard]] std::size_t column_of(std::size_t at) const;

private:
    [[nodiscard]] std::size_t characters_before(std::size_t at) const;

    static constexpr std::size_t stretch = 256;  // bytes
    std::string_view text_;
    std::vector<std::size_t> starts_;      ///< of the lines
    std::vector<std::size_t> characters_;  ///< before each stretch of the text
};

}  // namespace gouji
