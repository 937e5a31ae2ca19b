// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_columns.hpp"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

/// A name of a column or of a group of columns in a header.
struct ColumnName {
    int node = 0;
    std::size_t item = 0;
};

class Header {
public:
    Header(const TableItems& table, int leaf) : table_(table), columns_(table.form.columns_of(leaf)) {}

    /// Reads the header backwards from an item. False where not all columns are named, each once.
    bool read(std::size_t item) {
        while (item > 0 && named_ < columns_.size()) {
            --item;
            const Item& one = table_.items[item];
            if (one.kind != Item::Kind::label || is_row(one)) continue;
            if (is_of_other_rows(one)) return false;
            add(one, item);
        }
        // The names of groups that come before those of their columns.
        constexpr std::size_t nearby = 12;
        for (std::size_t step = 0; item > 0 && step < nearby; ++step) {
            const Item& one = table_.items[--item];
            if (one.is_value()) break;
            if (one.kind == Item::Kind::label && !is_leaf(one)) add(one, item);
        }
        std::reverse(names_.begin(), names_.end());
        return named_ == columns_.size();
    }

    /// The columns as the header prints them: those of a group where its name is.
    [[nodiscard]] std::vector<int> order() const {
        std::vector<int> order;
        for (const ColumnName& name : names_) {
            if (leaf_of(name.node) < 0) {
                for (const ColumnName& other : names_) {
                    if (leaf_of(other.node) >= 0 && is_under(other.node, name.node))
                        add_once(order, leaf_of(other.node));
                }
            } else if (!has_group(name)) {
                add_once(order, leaf_of(name.node));
            }
        }
        return order;
    }

    /// Whether bars keep the names apart, or they are one line of columns without groups.
    [[nodiscard]] bool is_sure() const {
        const std::size_t first = names_.front().item;
        const std::size_t last = names_.back().item;
        bool lines = false;
        bool bars = false;
        for (std::size_t i = first; i <= last; ++i) {
            lines = lines || table_.items[i].kind == Item::Kind::line;
            bars = bars || table_.items[i].kind == Item::Kind::bar;
        }
        return bars || !lines;
    }

private:
    [[nodiscard]] int leaf_of(int node) const { return table_.form.columns.node(node).leaf; }
    [[nodiscard]] bool is_leaf(const Item& label) const {
        return std::any_of(label.ids->begin(), label.ids->end(), [&](const auto& id) {
            return !table_.labels.is_row(id.first) && leaf_of(id.first - table_.labels.rows) >= 0;
        });
    }
    /// （七）总计: the label of a row may name a column too.
    [[nodiscard]] bool is_row(const Item& label) const {
        return label.ordinal != 0 && std::any_of(label.ids->begin(), label.ids->end(), [&](const auto& id) {
            return table_.labels.is_row(id.first);
        });
    }
    /// The name of a column that the row does not have: it begins the header of another part of the table.
    [[nodiscard]] bool is_of_other_rows(const Item& label) const {
        bool column = false;
        for (const auto& [id, official] : *label.ids) {
            if (table_.labels.is_row(id)) return false;
            const int leaf = leaf_of(id - table_.labels.rows);
            if (leaf < 0 || std::find(columns_.begin(), columns_.end(), leaf) != columns_.end()) return false;
            column = true;
        }
        return column;
    }
    [[nodiscard]] bool is_under(int node, int group) const {
        for (int above = node; above >= 0; above = table_.form.columns.node(above).parent) {
            if (above == group) return true;
        }
        return false;
    }
    [[nodiscard]] bool has_group(const ColumnName& name) const {
        return std::any_of(names_.begin(), names_.end(), [&](const ColumnName& other) {
            return other.node != name.node && leaf_of(other.node) < 0 && is_under(name.node, other.node);
        });
    }
    static void add_once(std::vector<int>& order, int column) {
        if (std::find(order.begin(), order.end(), column) == order.end()) order.push_back(column);
    }

    void add(const Item& label, std::size_t item) {
        for (const auto& [id, official] : *label.ids) {
            if (table_.labels.is_row(id)) continue;
            const int node = id - table_.labels.rows;
            const int leaf = leaf_of(node);
            const bool own = leaf < 0 || std::find(columns_.begin(), columns_.end(), leaf) != columns_.end();
            const bool known =
                std::any_of(names_.begin(), names_.end(), [&](const ColumnName& one) { return one.node == node; });
            if (!own || known) continue;
            names_.push_back({node, item});
            named_ += leaf >= 0 ? 1U : 0U;
            return;
        }
    }

    const TableItems& table_;
    std::vector<int> columns_;
    std::vector<ColumnName> names_;
    std::size_t named_ = 0;
};

}  // namespace

ColumnOrder column_order(const TableItems& table, int leaf, std::size_t item) {
    ColumnOrder made{table.cells_of(leaf), true, true};
    if (made.cells.size() < 2) return made;
    Header header(table, leaf);
    if (!header.read(item)) return made;
    const std::vector<int> order = header.order();
    if (order.size() != made.cells.size()) return made;
    std::vector<int> cells;
    for (const int column : order) cells.push_back(table.form.cell(leaf, column));
    made.official = cells == made.cells;
    made.sure = made.official || header.is_sure();
    made.cells = std::move(cells);
    return made;
}

}  // namespace gouji
