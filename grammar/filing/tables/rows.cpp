// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_rows.hpp"

#include "grammar/filing/tables/private_assign.hpp"
#include "grammar/filing/tables/private_fill_rows.hpp"
#include "grammar/filing/tables/private_relations.hpp"

#include <algorithm>
#include <vector>

namespace gouji {
namespace {

class RowReader {
public:
    explicit RowReader(const TableItems& table)
        : table_(table), figures_(table), filler_(table, figures_), assignments_(assign_rows(table, figures_)) {}

    void read(TableRead& read) const {
        if (assignments_.best.empty()) return;
        const Assignment& best = assignments_.best.front();
        if (!is_named(best) && !(is_whole(best) && has_all_figures(best))) return;
        const CellOrders header(table_, figures_, best);
        if (assignments_.best.size() == 1 && header.official()) filler_.fill(read, best, header);
        else choose(read, header);
        distrust_unlabelled(read.table);
        count_rows(read);
    }

private:
    /// Whether words say of two rows which they are.
    [[nodiscard]] bool is_named(const Assignment& rows) const {
        const auto named = std::count_if(rows.begin(), rows.end(),
            [&](const PlacedRow& row) { return row.known != KnownBy::order || filler_.is_labelled(row); });
        return named >= std::min(2, table_.form.rows.leaf_count());
    }

    /// Whether the page has just the rows of the form.
    [[nodiscard]] bool is_whole(const Assignment& rows) const {
        return static_cast<int>(rows.size()) == table_.form.rows.leaf_count() && filler_.skipped_figures(rows) == 0;
    }

    /// Whether each row has as many figures as the form has cells for it.
    [[nodiscard]] bool has_all_figures(const Assignment& rows) const {
        return std::all_of(rows.begin(), rows.end(), [&](const PlacedRow& row) {
            std::size_t figures = 0;
            for (std::size_t i = row.first; i <= row.last; ++i) figures += figures_.piece(i).figures;
            return figures == table_.cells_of(row.leaf).size();
        });
    }

    /// Rows that were read, or whose figures their label at least shows.
    void count_rows(TableRead& read) const {
        for (const PlacedRow& row : assignments_.best.front()) {
            const bool is_open =
                std::find(assignments_.open.begin(), assignments_.open.end(), row.leaf) != assignments_.open.end();
            const std::vector<int>& cells = table_.cells_of(row.leaf);
            const bool readable = std::any_of(cells.begin(), cells.end(), [&](int cell) {
                return read.table.cell(cell).presence != Presence::unreadable
                    && read.table.cell(cell).presence != Presence::absent;
            });
            read.rows += readable || (!is_open && filler_.is_labelled(row)) ? 1 : 0;
        }
    }

    /// A row whose label is not before its figures is not believed where a relation with it is broken; nor beside words
    /// that may be another row's, or cut out of a column of figures, unless a relation with other rows holds. Where the
    /// page has just the rows of the form, their number says more than words.
    void distrust_unlabelled(Table& table) const {
        mark_open(table, assignments_.open);
        const Assignment& best = assignments_.best.front();
        const bool whole = is_whole(best);
        for (const PlacedRow& row : best) {
            if (row.known == KnownBy::spelling || filler_.is_labelled(row)) continue;
            const RelationsOfRow said = relations_of_row(table, table_.cells_of(row.leaf));
            const bool beside_words =
                !whole && row.known == KnownBy::order && figures_.has_stray_words(figures_.words_before(row.first));
            const bool cut_out = is_cut_out(row) && !(whole && table_.cells_of(row.leaf).size() == 1);
            if (said.broken > 0 || ((beside_words || cut_out) && said.held == 0)) mark_open(table, {row.leaf});
        }
    }

    /// Whether the row is a part of figures one below the other, without words between them.
    [[nodiscard]] bool is_cut_out(const PlacedRow& row) const {
        const PageFigures::Run& run = figures_.run(row.first);
        if (figures_.piece(row.first).barred || run.end - run.begin <= row.last - row.first + 1) return false;
        return row.first == row.last || figures_.piece(row.first).line != figures_.piece(row.first + 1).line;
    }

    /// A way to fill the table, and how much speaks against it.
    struct Trial {
        TableRead read;
        bool by_form = false;  ///< the columns in the order of the form, against the header
        int broken = 0;
    };

    [[nodiscard]] Trial tried(
        const TableRead& read, const Assignment& assignment, const CellOrders& orders, bool by_form) const {
        Trial trial{read, by_form, 0};
        filler_.fill(trial.read, assignment, orders);
        trial.broken = broken_relations(trial.read.table) + misplaced_amounts(trial.read.table);
        return trial;
    }

    /// 0.14万元 in a column of counts.
    static int misplaced_amounts(const Table& table) {
        int misplaced = 0;
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const Cell& cell = table.cells[i];
            const bool is_count = table.layout->measures[i] == Measure::count && cell.presence == Presence::number;
            misplaced += is_count && !cell.value.is_whole() ? 1 : 0;
        }
        return misplaced;
    }

    /// Fills the table in the way that breaks the fewest relations; what other ways that are as good say differently
    /// stays open. A header that is sure is believed against the order of the form, unless the relations speak against
    /// it: then both are ways to read the table.
    void choose(TableRead& read, const CellOrders& header) const {
        std::vector<Trial> trials;
        for (const Assignment& one : assignments_.best) trials.push_back(tried(read, one, header, false));
        if (!header.official()) trials.push_back(tried(read, assignments_.best.front(), CellOrders(table_), true));
        const auto better = [](const Trial& a, const Trial& b) { return a.broken < b.broken; };
        const Trial best = *std::min_element(trials.begin(), trials.end(), better);
        std::vector<const Table*> kept;
        std::vector<const Table*> dropped;
        for (const Trial& one : trials) {
            const bool as_good =
                one.broken == best.broken && (one.by_form == best.by_form || !header.sure() || best.by_form);
            const bool against_header = header.sure() && best.by_form && !one.by_form;
            (as_good || against_header ? kept : dropped).push_back(&one.read.table);
        }
        read = best.read;
        leave_open(read.table, kept);
        add_deciding_relations(read.table, dropped);
    }

    /// A cell that the tables say differently is not known.
    void leave_open(Table& table, const std::vector<const Table*>& others) const {
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            const Cell own = table.cells[i];
            const bool same = std::all_of(others.begin(), others.end(), [&](const Table* other) {
                return other->cells[i].presence == own.presence && other->cells[i].value == own.value;
            });
            if (!same) open_cell(table, static_cast<int>(i), others);
        }
    }

    void open_cell(Table& table, int cell, const std::vector<const Table*>& others) const {
        Span where;
        for (const Table* one : others) {
            if (one->cell(cell).presence != Presence::absent) where = hull(where, one->cell(cell).span);
        }
        Cell& open = table.cells[static_cast<std::size_t>(cell)];
        open = {};
        open.presence = Presence::unreadable;
        open.span = where;
        open.certain = false;
        std::erase_if(table.choices,
            [&](const Choice& one) { return std::find(one.cells.begin(), one.cells.end(), cell) != one.cells.end(); });
        std::erase_if(table.doubts,
            [&](const Doubt& one) { return std::find(one.cells.begin(), one.cells.end(), cell) != one.cells.end(); });
    }

    void mark_open(Table& table, const std::vector<int>& rows) const {
        for (const int row : rows) {
            for (const int cell : table_.cells_of(row)) open_cell(table, cell, {&table});
        }
    }

    const TableItems& table_;
    PageFigures figures_;
    RowFiller filler_;
    Assignments assignments_;
};

}  // namespace

void read_rows(TableRead& read, const TableItems& table) { RowReader(table).read(read); }

}  // namespace gouji
