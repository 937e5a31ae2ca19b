// SPDX-License-Identifier: Apache-2.0
// Owns: what each piece of evidence is worth, and what each misfit costs, where the grammar of filings chooses among
// several ways to read a text.
// Refuses: limits of size and number, which the code that has them explains.
#pragma once

namespace gouji::costs {

// Which label is which row (tables/align.cpp): the heaviest order of labels is taken. That the right figures follow
// outweighs the ordinal, which pages lose.
inline constexpr int label_with_official_ordinal = 4;
inline constexpr int label_without_ordinal = 1;
inline constexpr int label_with_other_ordinal = 0;
inline constexpr int group_without_figures = 3;
inline constexpr int group_with_figures = 0;
inline constexpr int row_with_all_figures = 12;
inline constexpr int row_with_other_figures = 10;
inline constexpr int row_without_figures = 0;

// How well a form fits a table (tables/table_score.cpp): the best fit is taken. A label is worth more than the cells
// that go with it can say: figures that run together may fit another form better than their own.
inline constexpr int named_line = 5;
inline constexpr int cell_with_number = 3;
inline constexpr int cell_blank = 1;  // says little: what a table is padded with looks like it
inline constexpr int cell_unreadable = -1;
inline constexpr int cell_absent = -2;
inline constexpr int cell_under_lost_label = -1;  // together with `cell_unreadable` no better than an absent one

// Which headings are the sections of a form (head/sections.cpp): the heaviest chain is taken.
inline constexpr int heading_by_ordinal_alone = 1;
inline constexpr int heading_with_words = 2;
inline constexpr int heading_with_words_and_ordinal = 4;

// Which family of forms a filing belongs to (read_filing.cpp): a title on a line of its own says most, then headings.
inline constexpr int title_on_own_line = 100;
inline constexpr int title_in_prose = 20;
inline constexpr int labelled_heading = 1;

}  // namespace gouji::costs
