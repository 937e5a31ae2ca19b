// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/private_filing_names.hpp"

#include "engine/check/figures/private_own_names.hpp"
#include "engine/rules/compile_rule.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

std::vector<NumberedTable> number_tables(const Filing& filing, const Form& form) {
    std::vector<NumberedTable> made;
    made.reserve(form.tables.size() + filing.tables.size());
    for (const TableForm& table : form.tables) made.push_back({&table.name, filing.table(table.name)});
    return made;
}

}  // namespace

FilingNames::FilingNames(const Filing& filing, const Catalogue& catalogue)
    : filing_(filing), catalogue_(catalogue), form_(catalogue.forms.size()) {
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        if (&catalogue.forms[f].form == filing.form) form_ = f;
    }
    if (!filing.form) return;
    tables_ = number_tables(filing, *filing.form);
    mixed_ = std::any_of(filing.tables.begin(), filing.tables.end(),
        [&](const Table& one) { return one.layout && one.form != filing.form; });
    printed_ = std::any_of(
        filing.tables.begin(), filing.tables.end(), [](const Table& one) { return one.own_layout != nullptr; });
}

const Names& FilingNames::names() {
    if (names_) return *names_;
    names_.emplace();
    if (form_ == catalogue_.forms.size()) return *names_;
    std::vector<const TableForm*> layouts;
    for (const Table& table : filing_.tables) {
        if (table.layout) layouts.push_back(table.layout);
    }
    names_ = names_of(catalogue_.forms[form_], layouts, &filing_.mentions);
    add_own_names();
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

void FilingNames::add_own_names() {
    for (const Table& table : filing_.tables) {
        if (table.layout) continue;
        const int id = static_cast<int>(tables_.size());
        tables_.push_back({nullptr, &table});
        const TableNames named{id, table.name, {}, &table.rows, &table.columns};
        add_totals(table, named, names_->totals);
        add_wholes(table, named, names_->wholes);
    }
}

}  // namespace gouji
