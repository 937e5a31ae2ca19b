// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/table_score.hpp"

#include "grammar/filing/costs.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

/// Rows, columns and groups of the form that are named, each once: prose may name them again.
class NamedLines {
public:
    explicit NamedLines(const TableForm& form) : named_(form.rows.nodes().size() + form.columns.nodes().size()) {}
    void add(const std::vector<std::pair<int, int>>& ids) {
        for (const auto& [id, official] : ids) {
            char& named = named_[static_cast<std::size_t>(id)];
            if (named == 0) ++count_;
            named = 1;
        }
    }
    [[nodiscard]] int count() const { return count_; }

private:
    std::vector<char> named_;
    int count_ = 0;
};

int score_of_cell(Presence presence) {
    return presence == Presence::absent    ? costs::cell_absent
        : presence == Presence::unreadable ? costs::cell_unreadable
        : presence == Presence::blank      ? costs::cell_blank
                                           : costs::cell_with_number;
}

}  // namespace

int score_of_table(const Table& table, const std::vector<Item>& items) {
    const TableForm& form = *table.layout;
    NamedLines named(form);
    for (const Item& item : items) {
        if (item.kind == Item::Kind::label) named.add(*item.ids);
    }
    int score = costs::named_line * named.count();
    for (std::size_t i = 0; i < form.cells.size(); ++i) {
        if (form.cells[i]) score += score_of_cell(table.cells[i].presence);
    }
    return score;
}

int best_score(const TableForm& form) {
    const auto lines = static_cast<int>(form.rows.nodes().size() + form.columns.nodes().size());
    const auto cells = static_cast<int>(std::count(form.cells.begin(), form.cells.end(), true));
    return costs::named_line * lines + costs::cell_with_number * cells;
}

}  // namespace gouji
