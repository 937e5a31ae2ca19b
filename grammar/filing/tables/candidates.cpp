// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_candidates.hpp"

#include "grammar/filing/costs.hpp"

#include <algorithm>

namespace gouji {
namespace {

CandidateRow barred_row(const Piece& piece, std::size_t index, std::size_t cells) {
    const int empty = piece.figures == 0 ? costs::row_without_figures : 0;
    const std::size_t most = piece.cells + (piece.open_end ? 1 : 0);
    if (piece.figures == cells || (piece.figures <= cells && most >= cells)) return {index, empty, false};
    return {index, costs::row_of_other_size, true};
}

std::size_t digits_of(const TableItems& table, const PageFigures& figures, std::size_t first, std::size_t last) {
    std::size_t digits = 0;
    for (std::size_t i = first; i <= last; ++i) {
        if (figures.piece(i).figures == 0) continue;
        const Item& item = table.items[figures.piece(i).begin];
        // The last may be an amount: 13575394432.52元.
        if (item.kind != Item::Kind::figure || (!item.plain && i != last)) return 0;
        digits += item.number.size();
    }
    return digits;
}

/// Whether another row's label, or the next `|` row, is before the piece.
bool ends_row(const PageFigures& figures, std::size_t piece) {
    return figures.piece(piece).barred || !figures.labels(piece).empty();
}

/// Whether a row may begin with this piece, or end before it: there words are, or a line of several figures ends, or
/// the figures before and after it are so many that rows of this size fill them.
bool is_clean_cut(const PageFigures& figures, const PageFigures::Run& run, std::size_t piece, std::size_t cells) {
    if (piece == run.begin || piece == run.end) return true;
    if (run.is_column && run.end - run.begin > cells && (run.end - run.begin) % cells == 0
        && (piece - run.begin) % cells == 0)
        return true;
    const auto in_line = [&](std::size_t a, std::size_t b) { return figures.piece(a).line == figures.piece(b).line; };
    if (in_line(piece - 1, piece)) return false;
    if (cells == 1) return true;
    return (piece - run.begin > 1 && in_line(piece - 2, piece - 1))
        || (piece + 1 < run.end && in_line(piece, piece + 1));
}

/// Empty lines are taken with the row after them where a run begins with them, and with the row before them elsewhere.
bool may_begin(const PageFigures& figures, const PageFigures::Run& run, std::size_t first) {
    if (first == run.begin) return true;
    if (figures.piece(first).figures == 0) return false;
    for (std::size_t i = run.begin; i < first; ++i) {
        if (figures.piece(i).figures > 0) return true;
    }
    return false;
}

}  // namespace

namespace {

/// The figures from `first` to `last` as a row of `cells`; nothing where a row cannot end there.
std::optional<CandidateRow> row_to(
    const TableItems& table, const PageFigures& figures, std::size_t first, std::size_t last, std::size_t cells) {
    const PageFigures::Run& run = figures.run(last);
    std::size_t count = 0;
    for (std::size_t i = first; i <= last; ++i) count += figures.piece(i).figures;
    if (run.begin == first && run.end == last + 1 && count < cells && run.end - run.begin == cells)
        return CandidateRow{last, count == 0 ? costs::row_without_figures : costs::row_with_empty_lines, false};
    const bool more_empty = last + 1 < run.end && figures.piece(last + 1).figures == 0;  // which are this row's
    if (count == 0 || more_empty) return std::nullopt;
    const bool is_end = is_clean_cut(figures, run, last + 1, cells);
    if (count == cells) return CandidateRow{last, is_end ? 0 : costs::row_cuts_line, false};
    if (!is_end) return std::nullopt;
    if (count < cells && digits_of(table, figures, first, last) >= cells)
        return CandidateRow{last, costs::row_with_joined_digits, false};
    return CandidateRow{last, costs::row_of_other_size, true};
}

}  // namespace

std::vector<CandidateRow> candidates_at(
    const TableItems& table, const PageFigures& figures, std::size_t first, std::size_t cells) {
    if (figures.piece(first).barred) return {barred_row(figures.piece(first), first, cells)};
    std::vector<CandidateRow> found;
    PageFigures::Run run = figures.run(first);
    if (!may_begin(figures, run, first)) return found;
    constexpr std::size_t most_extra = 16;
    std::size_t count = 0;
    int cost = is_clean_cut(figures, run, first, cells) ? 0 : costs::row_cuts_line;
    for (std::size_t last = first; last < figures.count() && last - first <= cells + most_extra; ++last) {
        if (last == run.end) {
            if (ends_row(figures, last)) break;
            cost += costs::words_among_figures;
            run = figures.run(last);
        }
        count += figures.piece(last).figures;
        auto row = row_to(table, figures, first, last, cells);
        if (!row) continue;
        row->cost += cost;
        found.push_back(*row);
        if (count >= cells && is_clean_cut(figures, run, last + 1, cells)) break;
    }
    return found;
}

std::optional<std::size_t> whole_row_at(const PageFigures& figures, std::size_t first, std::size_t cells) {
    if (figures.piece(first).barred) {
        const Piece& piece = figures.piece(first);
        return piece.figures > 0 && piece.cells == cells ? std::optional(first) : std::nullopt;
    }
    const PageFigures::Run& run = figures.run(first);
    std::size_t count = 0;
    for (std::size_t i = first; i < run.end; ++i) count += figures.piece(i).figures;
    return count == cells || (count > 0 && run.begin == first && run.end - first == cells) ? std::optional(run.end - 1)
                                                                                           : std::nullopt;
}

}  // namespace gouji
