// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/filing_tables.hpp"

#include "grammar/filing/codes.hpp"
#include "grammar/filing/tables/corrected.hpp"
#include "grammar/filing/tables/grid_table.hpp"
#include "grammar/filing/tables/table_score.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace gouji {
namespace {

class TableChoice {
public:
    TableChoice(const TableText& from, const std::vector<const Edition*>& editions,
        const std::vector<Headings>& headings, std::size_t chosen)
        : from_(from), editions_(editions), headings_(headings), chosen_(chosen) {}

    FilingTables read_all() {
        for (const std::string& name : names()) {
            std::optional<TableRead> best = best_reading(name);
            if (!best || (is_unread(best->table) && !editions_[chosen_]->form->table(name))) continue;
            read_.places.push_back(best->where);
            if (best->table.own_layout) tell(*best);
            else read_repeats(*best);
            read_.tables.push_back(std::move(best->table));
        }
        return std::move(read_);
    }

private:
    void tell(const TableRead& read) {
        const auto listed = [](const std::vector<std::string>& all) {
            constexpr std::size_t most = 5;
            std::vector<std::string> first(
                all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size())));
            if (all.size() > most) first.emplace_back("…");
            return joined(first);
        };
        if (!read.unknown_columns.empty())
            read_.told.push_back(diagnose(filing_codes::columns_unknown,
                {{"table", same(read.table.name)}, {"columns", same(listed(read.unknown_columns))}}));
        if (!read.unfit_rows.empty())
            read_.told.push_back(diagnose(filing_codes::rows_unreadable,
                {{"table", same(read.table.name)}, {"count", same(std::to_string(read.unfit_rows.size()))},
                    {"rows", same(listed(read.unfit_rows))}}));
    }

    /// Of the tables of all forms, in their order.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const Edition* edition : editions_) {
            for (const auto& table : edition->form->tables) {
                if (std::find(names.begin(), names.end(), table.name) == names.end()) names.push_back(table.name);
            }
        }
        return names;
    }

    /// Labels and figures that were not understood say nothing of a table that the form of the year does not have.
    static bool is_unread(const Table& table) {
        return std::all_of(table.cells.begin(), table.cells.end(),
            [](const Cell& one) { return one.presence == Presence::unreadable || one.presence == Presence::absent; });
    }

    std::optional<TableRead> best_reading(const std::string& name) const {
        std::optional<TableRead> best;
        for (std::size_t step = 0; step < editions_.size(); ++step) {
            const std::size_t edition = step == 0 ? chosen_ : step <= chosen_ ? step - 1 : step;
            const auto& tables = editions_[edition]->form->tables;
            for (std::size_t table = 0; table < tables.size(); ++table) {
                if (tables[table].name != name || is_read(edition, table)) continue;
                if (tables[table].is_grid()) {
                    auto grid = read_grid_table(from_, region(edition, tables[table]), *editions_[edition], table);
                    if (grid && (!best || grid->score > best->score)) best = std::move(grid);
                    continue;
                }
                // For speed: the table is whole in the form of the year, as most are, or no reading in this form can
                // fit better.
                if (best && best->score >= std::min(best_score(*best->table.layout), best_score(tables[table])))
                    continue;
                auto read = read_somewhere(edition, table);
                if (read && (!best || read->score > best->score)) best = std::move(read);
            }
        }
        return best;
    }

    Span region(std::size_t edition, const TableForm& table) const {
        for (const auto& one : headings_[edition].chain) {
            if (!table.section.empty() && name_of(one, *editions_[edition]) == table.section) return one.body;
        }
        return from_.text.all();
    }

    /// A table that is printed in another section, or once more, is outside of its own section.
    std::optional<TableRead> read_somewhere(std::size_t edition, std::size_t table) const {
        const Span own = region(edition, editions_[edition]->form->tables[table]);
        const bool has_section = own != from_.text.all();
        auto read = read_table(
            from_, own, has_section ? TablePlace::own_section : TablePlace::anywhere, *editions_[edition], table);
        if (!read && has_section)
            read = read_table(from_, from_.text.all(), TablePlace::anywhere, *editions_[edition], table);
        return read;
    }

    /// The same table once more, after the place where it was read: half of its cells must be there.
    std::optional<TableRead> read_again(const TableRead& read, std::uint32_t from) const {
        const Edition& edition = **std::find_if(
            editions_.begin(), editions_.end(), [&](const Edition* one) { return one->form == read.table.form; });
        const auto index = static_cast<std::size_t>(read.table.layout - edition.form->tables.data());
        const Span after = {from, from_.text.all().end};
        const auto there = [](const Table& table) {
            return std::count_if(table.cells.begin(), table.cells.end(),
                [](const Cell& one) { return one.presence != Presence::absent; });
        };
        const auto least = there(read.table);
        if (2 * most_cells(from_.labels, after, edition, index) < least) return std::nullopt;
        auto again = read_table(from_, after, TablePlace::anywhere, edition, index);
        return again && 2 * there(again->table) >= least ? std::move(again) : std::nullopt;
    }

    /// Where else the table is printed. The first is believed, unless another is marked as the corrected one.
    void read_repeats(TableRead& best) {
        constexpr int most = 8;
        std::uint32_t from = best.where.end;
        for (int i = 0; i < most; ++i) {
            auto again = read_again(best, from);
            if (!again) return;
            const bool corrected = is_marked_corrected(from_.text.characters().substr(from, again->where.start - from));
            from = again->where.end;
            read_.places.push_back(again->where);
            if (corrected) {
                std::swap(best.table.repeats, again->table.repeats);
                std::swap(best.table, again->table);
            }
            best.table.repeats.push_back(std::move(again->table));
        }
    }

    /// True when the form of the year has the very same table in the same place: it has been read.
    bool is_read(std::size_t edition, std::size_t table) const {
        const TableForm& own = editions_[edition]->form->tables[table];
        const TableForm* known = edition == chosen_ ? nullptr : editions_[chosen_]->form->table(own.name);
        if (!known) return false;
        const auto index = static_cast<std::size_t>(known - editions_[chosen_]->form->tables.data());
        return editions_[chosen_]->tables[index] == editions_[edition]->tables[table]
            && region(chosen_, *known) == region(edition, own);
    }

    const TableText& from_;
    const std::vector<const Edition*>& editions_;
    const std::vector<Headings>& headings_;
    std::size_t chosen_;
    FilingTables read_;
};

}  // namespace

FilingTables read_tables(const TableText& from, const std::vector<const Edition*>& editions,
    const std::vector<Headings>& headings, std::size_t chosen) {
    return TableChoice(from, editions, headings, chosen).read_all();
}

}  // namespace gouji
