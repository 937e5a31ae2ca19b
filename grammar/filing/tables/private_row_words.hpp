// SPDX-License-Identifier: Apache-2.0
// Owns: what the words around some figures say about the row that they are of: labels whole, broken, misspelt, or of
// another row.
// Refuses: to choose; assign.cpp weighs it with order and number. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_page_figures.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// Where a page prints the labels of rows.
enum class LabelSide : std::uint8_t {
    before,  ///< their figures, as nearly all do
    around   ///< before, beside or after them: a converter took labels and figures apart
};

/// What the words say, and how the row is known by them.
struct WordEvidence {
    int cost = 0;
    KnownBy known = KnownBy::order;
};

class RowWords {
public:
    RowWords(const TableItems& table, const PageFigures& figures);

    /// Of the row, if the pieces `first` to `last` are its figures.
    [[nodiscard]] WordEvidence evidence(int leaf, std::size_t first, std::size_t last, LabelSide side);

private:
    [[nodiscard]] int cost_of_labels(int leaf, std::size_t first, std::size_t last, LabelSide side) const;
    [[nodiscard]] int contradiction(int leaf, std::size_t first, LabelSide side) const;
    [[nodiscard]] int cost_of_spelling(int leaf, std::size_t first, std::size_t last);
    [[nodiscard]] bool is_near(int leaf, std::size_t gap);
    [[nodiscard]] bool is_beginning(int leaf, std::string_view letters);
    [[nodiscard]] bool is_broken_around(int leaf, std::size_t before, std::size_t after);
    [[nodiscard]] const std::vector<std::string>& spellings(int leaf);
    /// The letters of the lines of a gap, without those of whole labels.
    [[nodiscard]] const std::vector<std::string>& lines(std::size_t gap);

    const TableItems& table_;
    const PageFigures& figures_;
    std::vector<std::vector<std::string>> spellings_;        ///< letters of each leaf; made on the first call
    std::map<std::size_t, std::vector<std::string>> lines_;  ///< of gaps that were asked for
    std::map<std::pair<int, std::size_t>, bool> near_;
};

}  // namespace gouji
