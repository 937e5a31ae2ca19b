// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_assign.hpp"

#include "grammar/filing/costs.hpp"
#include "grammar/filing/tables/private_candidates.hpp"
#include "grammar/filing/tables/private_row_words.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace gouji {
namespace {

constexpr int impossible = std::numeric_limits<int>::max() / 4;

/// What it costs to pass over figures, before, within and after a table.
class SkippedFigures {
public:
    SkippedFigures(const TableItems& table, const PageFigures& figures) : sums_{0} {
        for (std::size_t i = 0; i < figures.count(); ++i) sums_.push_back(sums_.back() + cost_of(table, figures, i));
        borders_.push_back(0);
        for (std::size_t i = 1; i <= figures.count(); ++i)
            borders_.push_back(figures.is_border(i) ? i : borders_.back());
        ends_.assign(figures.count() + 1, figures.count());
        for (std::size_t i = figures.count(); i-- > 0;) ends_[i] = figures.is_border(i) ? i : ends_[i + 1];
    }

    [[nodiscard]] int one(std::size_t piece) const { return sums_[piece + 1] - sums_[piece]; }
    /// All before `piece`, where the first row begins. What is before a border is of something else.
    [[nodiscard]] int before(std::size_t piece) const {
        return sums_[piece] - sums_[borders_[piece]] + sums_[borders_[piece]] / costs::figures_before_table;
    }
    [[nodiscard]] int all() const { return sums_.back(); }
    /// All from `piece` on, before which the last row ends.
    [[nodiscard]] int after(std::size_t piece) const { return sums_[ends_[piece]] - sums_[piece]; }

private:
    static int cost_of(const TableItems& table, const PageFigures& figures, std::size_t index) {
        const Piece& piece = figures.piece(index);
        if (piece.barred) {
            return piece.figures == 0 ? costs::skipped_empty_row
                                      : costs::skipped_figure * static_cast<int>(piece.figures);
        }
        if (piece.figures == 0) return 0;
        if (!figures.has_words(index) || !figures.has_words(index + 1)) return costs::skipped_figure;
        constexpr std::uint32_t long_run = 6;  // digits that run together
        const bool is_run = table.items[piece.begin].number.size() >= long_run;
        return is_run ? 2 * costs::skipped_figure : costs::skipped_lone_figure;
    }

    std::vector<int> sums_;
    std::vector<std::size_t> borders_;  ///< the last border up to a piece
    std::vector<std::size_t> ends_;     ///< the first border from a piece on
};

/// Assignments by dynamic programming over the pieces of the page and the rows of the form, both in order.
class RowAssigner {
public:
    RowAssigner(const TableItems& table, const PageFigures& figures, RowWords& words, LabelSide side)
        : figures_(figures),
          skipped_(table, figures),
          rows_(static_cast<std::size_t>(table.form.rows.leaf_count())),
          pieces_(figures.count()),
          matches_(pieces_) {
        for (std::size_t piece = 0; piece < pieces_; ++piece) {
            std::size_t cells = 0;
            std::vector<CandidateRow> candidates;  // of so many cells: nearly all rows have the same number
            for (std::size_t row = 0; row < rows_; ++row) {
                const int leaf = static_cast<int>(row);
                if (std::exchange(cells, table.cells_of(leaf).size()) != table.cells_of(leaf).size())
                    candidates = candidates_at(table, figures, piece, cells);
                for (const CandidateRow& one : candidates) {
                    const WordEvidence words_say = words.evidence(leaf, piece, one.last, side);
                    if (one.odd && words_say.known != KnownBy::label) continue;
                    matches_[piece].push_back({{leaf, piece, one.last, words_say.known}, one.cost + words_say.cost});
                }
            }
        }
        solve();
    }

    [[nodiscard]] int cost() const { return least_; }

    /// All assignments about as good as the best.
    [[nodiscard]] Assignments all() {
        Assignments found;
        if (least_ >= impossible) return found;
        limit_ = least_ + costs::assignments_apart;
        for_each_first([&](const Match& match, int cost) {
            current_ = {match.row};
            enumerate({match.row.last + 1, static_cast<std::size_t>(match.row.leaf) + 1, true}, cost);
        });
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [cost, rows] : found_) found.best.push_back(std::move(rows));
        if (gave_up_) found.open = open_rows();
        return found;
    }

private:
    struct Match {
        PlacedRow row;
        int cost = 0;
    };
    struct State {
        std::size_t piece = 0;
        std::size_t row = 0;
        bool may_skip_pieces = true;  ///< so that each assignment is met once
    };

    [[nodiscard]] std::size_t place_of(std::size_t piece, std::size_t row) const { return piece * (rows_ + 1) + row; }
    [[nodiscard]] int skipped_row(std::size_t row) const {
        return figures_.is_named(static_cast<int>(row)) ? costs::skipped_named_row : costs::skipped_row;
    }

    /// The least cost from each state to the end: from_[(pieces before it, rows before it)].
    void solve() {
        from_.assign((pieces_ + 1) * (rows_ + 1), impossible);
        for (std::size_t piece = pieces_ + 1; piece-- > 0;) {
            from_[place_of(piece, rows_)] = skipped_.after(piece);
            for (std::size_t row = rows_; row-- > 0;) {
                int least = skipped_row(row) + from_[place_of(piece, row + 1)];
                if (piece < pieces_) {
                    least = std::min(least, skipped_.one(piece) + from_[place_of(piece + 1, row)]);
                    for (const Match& match : matches_[piece]) {
                        if (match.row.leaf == static_cast<int>(row))
                            least = std::min(least, match.cost + from_[place_of(match.row.last + 1, row + 1)]);
                    }
                }
                from_[place_of(piece, row)] = least;
            }
        }
        for_each_first([&](const Match& match, int cost) {
            least_ = std::min(
                least_, cost + from_[place_of(match.row.last + 1, static_cast<std::size_t>(match.row.leaf) + 1)]);
        });
        if (least_ >= skipped_rows(rows_) + skipped_.all()) least_ = impossible;  // better no table than this
    }

    /// Calls `visit(match, cost)` for each row that may be the first of the page; the cost is of all up to its end.
    template <class Visit>
    void for_each_first(const Visit& visit) const {
        for (std::size_t piece = 0; piece < pieces_; ++piece) {
            for (const Match& match : matches_[piece])
                visit(match,
                    skipped_.before(piece) + skipped_rows(static_cast<std::size_t>(match.row.leaf)) + match.cost);
        }
    }

    [[nodiscard]] int skipped_rows(std::size_t end) const {
        int cost = 0;
        for (std::size_t row = 0; row < end; ++row) cost += skipped_row(row);
        return cost;
    }

    void enumerate(State state, int cost) {
        constexpr int most_steps = 20'000;
        constexpr std::size_t most_found = 48;
        if (gave_up_ || cost + from_[place_of(state.piece, state.row)] > limit_) return;
        if (++steps_ > most_steps || found_.size() > most_found) {
            gave_up_ = true;
            return;
        }
        if (state.row == rows_) return keep(cost + skipped_.after(state.piece));
        if (state.piece < pieces_) {
            for (const Match& match : matches_[state.piece]) {
                if (match.row.leaf != static_cast<int>(state.row)) continue;
                current_.push_back(match.row);
                enumerate({match.row.last + 1, state.row + 1, true}, cost + match.cost);
                current_.pop_back();
            }
            if (state.may_skip_pieces) enumerate({state.piece + 1, state.row, true}, cost + skipped_.one(state.piece));
        }
        enumerate({state.piece, state.row + 1, false}, cost + skipped_row(state.row));
    }

    void keep(int cost) {
        const auto same =
            std::find_if(found_.begin(), found_.end(), [&](const auto& one) { return one.second == current_; });
        if (same == found_.end()) found_.emplace_back(cost, current_);
        else same->first = std::min(same->first, cost);
    }

    /// The rows whose figures are not the same in all assignments that are about as good as the best.
    [[nodiscard]] std::vector<int> open_rows() const {
        std::vector<int> open;
        const std::vector<PlacedRow>& best = found_.front().second;
        for (std::size_t row = 0; row < rows_; ++row) {
            const int leaf = static_cast<int>(row);
            const auto is_own = [&](const PlacedRow& one) { return one.leaf == leaf; };
            const auto own = std::find_if(best.begin(), best.end(), is_own);
            const bool sure = own != best.end() && own->known == KnownBy::label
                && std::all_of(found_.begin(), found_.end(), [&](const auto& one) {
                       const auto other = std::find_if(one.second.begin(), one.second.end(), is_own);
                       return other != one.second.end() && *other == *own;
                   });
            if (!sure) open.push_back(leaf);
        }
        return open;
    }

    const PageFigures& figures_;
    SkippedFigures skipped_;
    std::size_t rows_;
    std::size_t pieces_;
    std::vector<std::vector<Match>> matches_;  ///< of rows that begin with a piece
    std::vector<int> from_;
    int least_ = impossible;
    int limit_ = 0;
    int steps_ = 0;
    bool gave_up_ = false;
    Assignment current_;
    std::vector<std::pair<int, Assignment>> found_;
};

/// For speed: all rows in order, each with its figures right after its label, and nothing between them. No other
/// assignment is nearly as good.
Assignment whole_table(const TableItems& table, const PageFigures& figures) {
    const int rows = table.form.rows.leaf_count();
    Assignment made;
    made.reserve(static_cast<std::size_t>(rows));
    std::size_t piece = 0;
    for (int leaf = 0; leaf < rows; ++leaf) {
        const auto is_label = [&](const RowLabel& label) {
            return label.leaf == leaf && label.is_last && label.whole
                && label.misfit <= costs::assigned_without_ordinal;
        };
        const auto labels = [&] { return figures.labels(figures.words_before(piece)); };
        if (leaf == 0) {
            while (piece < figures.count() && std::none_of(labels().begin(), labels().end(), is_label)) ++piece;
        }
        if (piece >= figures.count() || std::none_of(labels().begin(), labels().end(), is_label)) return {};
        const auto last = whole_row_at(figures, piece, table.cells_of(leaf).size());
        if (!last) return {};
        made.push_back({leaf, piece, *last, KnownBy::label});
        piece = *last + 1;
    }
    return made;
}

}  // namespace

Assignments assign_rows(const TableItems& table, const PageFigures& figures) {
    if (Assignment whole = whole_table(table, figures); !whole.empty()) return {{std::move(whole)}, {}};
    constexpr std::size_t most_pieces = 4000;
    if (figures.count() == 0 || figures.count() > most_pieces) return {};
    RowWords words(table, figures);
    RowAssigner before(table, figures, words, LabelSide::before);
    if (before.cost() <= costs::labels_around) return before.all();
    RowAssigner around(table, figures, words, LabelSide::around);
    const int more = around.cost() + costs::labels_around - before.cost();
    if (more > costs::assignments_apart) return before.all();
    if (more < -costs::assignments_apart) return around.all();
    Assignments both = more > 0 ? before.all() : around.all();
    for (Assignment& one : (more > 0 ? around : before).all().best) {
        if (std::find(both.best.begin(), both.best.end(), one) == both.best.end()) both.best.push_back(std::move(one));
    }
    return both;
}

}  // namespace gouji
