// SPDX-License-Identifier: Apache-2.0
// Owns: what each piece of evidence is worth, and what each misfit costs, where the grammar of filings chooses among
// several ways to read a text.
// Refuses: limits of size and number, which the code that has them explains.
#pragma once

namespace gouji::costs {

// Which figures are of which row (tables/assign.cpp): the assignment that costs least is taken, if it is the only one
// that good.
inline constexpr int assignments_apart = 4;  // one that costs less than this more is as good
// What the words say of a row and its figures (tables/row_words.cpp).
inline constexpr int assigned_without_ordinal = 1;
inline constexpr int assigned_with_other_ordinal = 6;
inline constexpr int assigned_by_spelling = 2;  // the label is misspelt, or broken around its figures
inline constexpr int label_within_word = 4;     // letters of another word are right beside it
inline constexpr int label_between = 6;         // the label of another row is between it and the figures
inline constexpr int label_over_header = 6;     // names of columns are between them
inline constexpr int label_among_figures = 1;
inline constexpr int label_behind = 1;           // where labels and figures were taken apart
inline constexpr int label_behind_unusual = 12;  // where labels are before their figures
inline constexpr int label_of_next = 12;         // it is after these figures, but on the line of the next
inline constexpr int assigned_without_label = 8;
inline constexpr int label_elsewhere = 2;
inline constexpr int label_of_other_on_line = 25;  // right before the figures, on their line
inline constexpr int label_of_other_before = 10;   // right before them, where labels are before their figures
inline constexpr int label_of_other_near = 0;
inline constexpr int labels_around = 12;  // once: that labels and figures were taken apart
// What number and place say.
inline constexpr int skipped_figure = 10;      // within a table, of no row
inline constexpr int skipped_lone_figure = 2;  // the number of a page, a year: between words
inline constexpr int skipped_empty_row = 1;    // a | row without figures
inline constexpr int skipped_row = 6;          // of the form, not printed
inline constexpr int skipped_named_row = 10;   // its label is printed
inline constexpr int row_with_joined_digits = 1;
inline constexpr int row_with_empty_lines = 2;  // they are its empty cells
inline constexpr int row_of_other_size = 9;     // its figures are too few or too many
inline constexpr int row_without_figures = 3;   // its cells are empty
inline constexpr int row_cuts_line = 12;        // its first or last figure is within a line of figures
inline constexpr int words_among_figures = 8;
inline constexpr int figures_before_table = 16;  // of what they would cost within it: the first table is meant

// How well a form fits a table (tables/table_score.cpp): the best fit is taken. A label is worth more than the cells
// that go with it can say: figures that run together may fit another form better than their own.
inline constexpr int named_line = 5;
inline constexpr int cell_with_number = 3;
inline constexpr int cell_blank = 1;  // says little: what a table is padded with looks like it
inline constexpr int cell_unreadable = -1;
inline constexpr int cell_absent = 0;             // forms differ in their rows, and a table may be cut off
inline constexpr int figure_skipped = -3;         // printed in the table, of no row of the form
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
