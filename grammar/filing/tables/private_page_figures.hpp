// SPDX-License-Identifier: Apache-2.0
// Owns: the figures of a table in the order of the page, and the labels of rows between them.
// Refuses: to know which row a figure is of; assign.cpp does. And to be used outside of this folder.
#pragma once

#include "grammar/filing/tables/private_printed_rows.hpp"
#include "grammar/filing/tables/private_table_items.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gouji {

/// 191项、 and 20件, in a sentence: what is right after the figure says that it is not in a cell.
bool is_figure_of_prose(std::string_view text, const std::vector<Item>& items, std::size_t item);

/// A figure by itself, a `|` row with all its cells, or an empty line where a cell of one line may be.
struct Piece {
    std::size_t begin = 0;  ///< item
    std::size_t end = 0;    ///< the item after it
    std::uint32_t line = 0;
    bool barred = false;
    std::size_t figures = 1;  ///< none in an empty line, and in a `|` row whose cells are empty
    std::size_t cells = 1;    ///< with the empty ones, and those with words
    bool open_end = false;    ///< a `|` row without a bar before it, and with one at its end: an empty cell may follow
};

/// A label of a row, before a piece.
struct RowLabel {
    int leaf = 0;
    std::size_t item = 0;
    int misfit = 0;            ///< what its ordinal costs (costs.hpp)
    bool whole = false;        ///< no letter of another word is right beside it
    bool on_line = false;      ///< of the piece after it
    bool is_last = false;      ///< no other label of a row is between it and that piece
    bool is_direct = false;    ///< and no words are
    bool over_header = false;  ///< names of columns are between it and that piece
    bool is_first = false;     ///< neither is between the piece before and it
};

/// How it is known which row some figures are of.
enum class KnownBy : std::uint8_t {
    label,     ///< its own, whole
    spelling,  ///< its label is misspelt, or broken around the figures
    order      ///< no word says it: only its place among the others does
};

/// Numbered from 0. The gap of a piece is what is before it; the last gap is after the last piece.
class PageFigures {
public:
    explicit PageFigures(const TableItems& table);

    [[nodiscard]] const Piece& piece(std::size_t index) const { return pieces_[index]; }
    [[nodiscard]] std::size_t count() const { return pieces_.size(); }
    /// The gap with the words before a piece: its own, or that of the empty lines before it.
    [[nodiscard]] std::size_t words_before(std::size_t piece) const {
        while (piece > 0 && !gaps_[piece].words && !pieces_[piece - 1].barred && pieces_[piece - 1].figures == 0)
            --piece;
        return piece;
    }
    /// The labels of rows in a gap.
    [[nodiscard]] std::span<const RowLabel> labels(std::size_t gap) const {
        return std::span(labels_).subspan(gaps_[gap].labels, gaps_[gap + 1].labels - gaps_[gap].labels);
    }
    /// The first item of a gap, and the one after its last.
    [[nodiscard]] std::size_t gap_begin(std::size_t gap) const { return gap == 0 ? 0 : pieces_[gap - 1].end; }
    [[nodiscard]] std::size_t gap_end(std::size_t gap) const {
        return gap < pieces_.size() ? pieces_[gap].begin : table_.items.size();
    }
    /// Whether a gap has words, labels or not.
    [[nodiscard]] bool has_words(std::size_t gap) const { return gaps_[gap].words; }
    /// Whether a gap has words that no label explains.
    [[nodiscard]] bool has_stray_words(std::size_t gap) const { return gaps_[gap].stray; }
    /// Whether a gap has so much, or the names of several columns, that a table ends or begins there.
    [[nodiscard]] bool is_border(std::size_t gap) const { return gaps_[gap].border; }
    /// Whether the label of the row is anywhere among the figures.
    [[nodiscard]] bool is_named(int leaf) const { return named_[static_cast<std::size_t>(leaf)] != 0; }

    /// The figures one after another, without words between them, that a piece is one of: those of one row or of
    /// several.
    struct Run {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool is_column = false;  ///< each is on a line of its own, and no line between them is empty
    };
    [[nodiscard]] const Run& run(std::size_t piece) const { return runs_[piece]; }

    /// The cells of consecutive pieces, as they are printed.
    /// Empty lines are empty cells where the figures alone are fewer than `cells`.
    [[nodiscard]] PrintedRow row_of(std::size_t first, std::size_t last, std::size_t cells) const;

private:
    struct Gap {
        std::size_t labels = 0;  ///< where its labels begin
        bool words = false;
        bool stray = false;
        bool border = false;
    };

    void add_pieces();
    [[nodiscard]] bool has_empty_cells() const;
    [[nodiscard]] bool is_cell_a_line(std::size_t empty) const;
    std::size_t add_barred_line(std::size_t begin, std::size_t end, std::uint32_t line);
    [[nodiscard]] bool is_row_label(const Item& item) const;
    [[nodiscard]] bool names_column(const Item& label) const;
    [[nodiscard]] bool is_printed_again(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t begin_of_line(std::size_t begin, std::size_t end) const;
    void add_gap(std::size_t gap);
    /// The first and last item of a gap with a certain content.
    struct Ends {
        std::size_t first = 0;
        std::size_t last = 0;
        bool any = false;
        void add(std::size_t item) {
            if (!any) first = item;
            last = item;
            any = true;
        }
    };
    void mark_ends(std::size_t from, const Ends& words, const Ends& columns);
    void add_runs();
    [[nodiscard]] PrintedCell cell_of(std::size_t piece, bool first, bool last) const;
    void add_label(std::size_t item, bool on_line);

    const TableItems& table_;
    std::vector<Piece> pieces_;
    std::vector<RowLabel> labels_;
    std::vector<Gap> gaps_;
    std::vector<Run> runs_;    ///< of each piece
    std::vector<char> named_;  ///< of each leaf row
};

}  // namespace gouji
