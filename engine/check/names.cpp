// SPDX-License-Identifier: Apache-2.0
#include "engine/check/private_names.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

constexpr std::string_view total_words[] = {"合计", "总计", "总数", "共计"};
constexpr std::string_view part_words[] = {"其中", "小计", "占比"};

bool contains_any(std::string_view text, const auto& words) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

std::vector<NumberedTable> number_tables(const Filing& filing, const Form& form) {
    std::vector<NumberedTable> made;
    made.reserve(form.tables.size() + filing.tables.size());
    for (const TableForm& table : form.tables) made.push_back({&table.name, filing.table(table.name)});
    return made;
}

}  // namespace

FilingNames::FilingNames(const Filing& filing, const Catalogue& catalogue) : filing_(filing), catalogue_(catalogue), form_(catalogue.forms.size()) {
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        if (&catalogue.forms[f].form == filing.form) form_ = f;
    }
    if (!filing.form) return;
    tables_ = number_tables(filing, *filing.form);
    mixed_ = std::any_of(filing.tables.begin(), filing.tables.end(), [&](const Table& one) { return one.layout && one.form != filing.form; });
}

const Names& FilingNames::names() {
    if (names_) return *names_;
    names_.emplace();
    if (form_ == catalogue_.forms.size()) return *names_;
    std::vector<const TableForm*> layouts;
    for (const Table& table : filing_.tables) {
        if (table.layout) layouts.push_back(table.layout);
    }
    names_ = names_of(catalogue_.forms[form_], layouts);
    add_totals();
    if (previous_) {
        names_->previous = &previous_->names();
        names_->lenient = names_->lenient || previous_differs();
    }
    return *names_;
}

const std::vector<NumberedTable>& FilingNames::tables_of(std::size_t form) {
    if (form == form_) return tables_;
    by_form_.resize(catalogue_.forms.size());
    auto& made = by_form_[form];
    if (made.empty()) made = number_tables(filing_, catalogue_.forms[form].form);
    return made;
}

/// A row called 合计 or the like is the total of the rows above it; as the first row, of those below. Rows that are
/// parts of another one (其中, 小计) leave no sum that is certain.
void FilingNames::add_totals() {
    for (const Table& table : filing_.tables) {
        if (table.layout) continue;
        const int id = static_cast<int>(tables_.size());
        tables_.push_back({nullptr, &table});
        const int rows = table.rows.leaf_count();
        const int columns = table.columns.leaf_count();
        int total = -1;
        bool parts = false;
        for (int row = 0; row < rows; ++row) {
            const std::string& name = table.rows.leaf(row).name;
            if (std::find(std::begin(total_words), std::end(total_words), name) != std::end(total_words)) total = row;
            parts = parts || contains_any(name, part_words);
        }
        if (total < 0 || parts) continue;
        for (int column = 0; column < columns; ++column) {
            if (table.cell(total * columns + column).presence != Presence::number || contains_any(table.columns.leaf(column).name, part_words)) continue;
            TotalNames made{id, table.rows.leaf(total).name, table.columns.leaf(column).name, {}, total * columns + column};
            const int first = total == 0 ? 1 : 0;
            const int last = total == 0 ? rows : total;
            for (int row = first; row < last; ++row) made.parts.emplace_back(row * columns + column, table.rows.leaf(row).name);
            if (!made.parts.empty()) names_->totals.push_back(std::move(made));
        }
    }
}

}  // namespace gouji
