// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/main_figures.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gouji {
namespace {

/// Per cell of a table: it is the sum of several others; it is a part of a sum.
struct Roles {
    std::vector<bool> sum;
    std::vector<bool> part;
};

using Term = LinearEquation::CellTerm;

/// The one term that the others add up to; nullptr where there is no such, as in a + b = c + d, or where tables are
/// held against each other.
const Term* sum_of(const LinearEquation& equation) {
    const std::vector<Term>& terms = equation.terms;
    if (terms.size() < 3 || !equation.constant.is_zero()) return nullptr;
    const auto elsewhere = [&](const Term& one) { return one.table != terms.front().table; };
    if (std::any_of(terms.begin(), terms.end(), elsewhere)) return nullptr;
    for (const Term& term : terms) {
        const bool alone = std::none_of(terms.begin(), terms.end(),
            [&](const Term& other) { return &other != &term && (other.factor > 0) == (term.factor > 0); });
        if (alone) return &term;
    }
    return nullptr;
}

/// Of each table of the form. Sums of rounded figures count as well: which cell is the sum is not in question.
std::vector<Roles> roles_of(const Catalogue& catalogue, std::size_t form) {
    std::vector<Roles> all;
    for (const TableForm& table : catalogue.forms[form].form.tables)
        all.push_back({std::vector<bool>(table.cells.size()), std::vector<bool>(table.cells.size())});
    for (const auto& rule : catalogue.compiled) {
        for (const Instance& instance : rule[form]) {
            const auto& equation = instance.equation;
            const Term* sum = equation ? sum_of(*equation) : nullptr;
            if (!sum) continue;
            Roles& roles = all[static_cast<std::size_t>(sum->table)];
            for (const Term& term : equation->terms)
                (&term == sum ? roles.sum : roles.part)[static_cast<std::size_t>(term.cell)] = true;
        }
    }
    return all;
}

FigureName name_of_cell(const TableForm& table, std::size_t cell) {
    const int index = static_cast<int>(cell);
    return {table.name, table.rows.leaf(table.row_of(index)).path, table.columns.leaf(table.column_of(index)).path};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// The whole path of a shortened one; as it is where the outline does not have it.
std::string whole(const Outline& outline, const std::string& path) {
    const auto found = outline.find(path);
    const int* node = std::get_if<int>(&found);
    return node ? outline.node(*node).path : path;
}

bool is_called(const TableForm& table, const std::string& name) {
    return table.name == name || std::find(table.aliases.begin(), table.aliases.end(), name) != table.aliases.end();
}

}  // namespace

std::vector<FigureName> main_figures(const Catalogue& catalogue) {
    std::vector<FigureName> all;
    for (std::size_t form = catalogue.forms.size(); form-- > 0;) {
        const std::vector<Roles> roles = roles_of(catalogue, form);
        const std::vector<TableForm>& tables = catalogue.forms[form].form.tables;
        for (std::size_t t = 0; t < tables.size(); ++t) {
            for (std::size_t cell = 0; cell < tables[t].cells.size(); ++cell) {
                if (!tables[t].cells[cell] || !roles[t].sum[cell] || roles[t].part[cell]) continue;
                FigureName name = name_of_cell(tables[t], cell);
                if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(std::move(name));
            }
        }
    }
    return all;
}

std::optional<FigureName> parse_figure(std::string_view text, const Catalogue& catalogue) {
    text = trimmed(text);
    const std::size_t open = text.find('['), comma = text.rfind(',');
    if (open == std::string_view::npos || comma == std::string_view::npos || comma < open || text.back() != ']')
        return std::nullopt;
    FigureName name{std::string(trimmed(text.substr(0, open))),
        std::string(trimmed(text.substr(open + 1, comma - open - 1))),
        std::string(trimmed(text.substr(comma + 1, text.size() - comma - 2)))};
    if (name.table.empty() || name.row.empty() || name.column.empty()) return std::nullopt;
    for (auto entry = catalogue.forms.rbegin(); entry != catalogue.forms.rend(); ++entry) {
        for (const TableForm& table : entry->form.tables) {
            if (!is_called(table, name.table)) continue;
            return FigureName{table.name, whole(table.rows, name.row), whole(table.columns, name.column)};
        }
    }
    return name;
}

}  // namespace gouji
