// SPDX-License-Identifier: Apache-2.0
// Owns: from the lines of a header, and the cells below them, to columns that no form has named.
// Refuses: to read rows. And to be used outside of this folder.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/filing/drafts/drafted_form.hpp"
#include "grammar/filing/tables/grid_lines.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// What the cells of a column are.
enum class CellKind : std::uint8_t { names, codes, numbers, figures };

struct SeenColumn {
    CellKind kind = CellKind::figures;
    std::vector<std::string> groups;
    std::string name;
    bool decimals = false;
    bool percents = false;
};

/// One for each cell of the usual line of the table; none where the header does not fit the lines.
std::vector<SeenColumn> see_columns(const Text& text, std::span<const GridLine> header, std::span<const GridLine> body);

/// 栏次 1 2 3: the line has numbers of columns.
bool numbers_columns(const Text& text, const GridLine& line);

/// The cells of a line with their blanks taken out.
std::string words_of_cell(const Text& text, Span cell);

}  // namespace gouji
