// SPDX-License-Identifier: Apache-2.0
#include "engine/model/printed_layout.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

namespace gouji {
namespace {

/// Adds the nodes of an outline that some kept leaf is at or below to another. Returns of each leaf its leaf there; -1
/// for those that are left out.
std::vector<int> copy_kept(const Outline& from, const std::vector<bool>& kept, Outline& to) {
    std::vector<int> nodes(from.nodes().size(), -1);
    std::vector<int> leaves(kept.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const OutlineNode& node = from.node(static_cast<int>(i));
        const std::vector<int> below = from.leaves_under(static_cast<int>(i));
        if (std::none_of(below.begin(), below.end(), [&](int leaf) { return kept[static_cast<std::size_t>(leaf)]; }))
            continue;
        const int parent = node.parent < 0 ? -1 : nodes[static_cast<std::size_t>(node.parent)];
        nodes[i] = to.add(node.name, parent, node.part, node.leaf >= 0);
        if (node.leaf >= 0) leaves[static_cast<std::size_t>(node.leaf)] = to.node(nodes[i]).leaf;
    }
    return leaves;
}

class LayoutBuilder {
public:
    LayoutBuilder(const TableForm& form, const PrintedTable& printed)
        : form_(form), printed_(printed), layout_(std::make_shared<TableForm>(form)), leaves_(printed.rows.size(), -1) {
        layout_->equations.clear();
        layout_->changes.clear();
        layout_->rows = {};
        layout_->halves.clear();
        if (form.open) layout_->open->total = -1;
        add_columns();
        add_rows();
        add_cells();
    }

    [[nodiscard]] PrintedLayout take() { return {layout_, std::move(leaves_), std::move(columns_)}; }

private:
    void add_columns() {
        std::vector<bool> kept(static_cast<std::size_t>(form_.columns.leaf_count()), printed_.columns.empty());
        for (const int leaf : printed_.columns) kept[static_cast<std::size_t>(leaf)] = true;
        layout_->columns = {};
        columns_ = copy_kept(form_.columns, kept, layout_->columns);
    }

    /// The row over all others comes first, wherever it is printed.
    void add_rows() {
        if (!form_.open) add_official_rows();
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            if (is_total(i) && layout_->open->total < 0) leaves_[i] = add_total();
        }
        // Rows lie below it also where it is not printed; then it has no cells.
        if (form_.open && form_.open->total >= 0 && layout_->open->total < 0) unprinted_ = add_total();
        for (std::size_t i = 0; i < leaves_.size(); ++i) add_row(i, 0);
    }

    /// Those of the form that are printed, in the order of the form.
    void add_official_rows() {
        std::vector<bool> kept(static_cast<std::size_t>(form_.rows.leaf_count()), false);
        for (const LayoutRow& row : printed_.rows) {
            if (row.official >= 0) kept[static_cast<std::size_t>(row.official)] = true;
        }
        official_ = copy_kept(form_.rows, kept, layout_->rows);
        for (int leaf = 0; leaf < form_.rows.leaf_count(); ++leaf) {
            if (!kept[static_cast<std::size_t>(leaf)]) continue;
            ++seen_[{-1, form_.rows.leaf(leaf).path}];  // a row that is printed twice is the form's once
            like_.push_back(leaf);
        }
    }

    [[nodiscard]] bool is_total(std::size_t row) const {
        return form_.open && form_.open->total >= 0
            && printed_.rows[row].official == form_.rows.node(form_.open->total).leaf;
    }

    int add_total() {
        const int node = layout_->rows.add(form_.rows.node(form_.open->total).name, -1, true, true);
        layout_->open->total = node;
        return layout_->rows.node(node).leaf;
    }

    /// A row may be printed before the one that it lies below.
    void add_row(std::size_t row, int depth) {
        constexpr int deepest = 64;
        if (leaves_[row] >= 0 || depth > deepest) return;
        const LayoutRow& one = printed_.rows[row];
        if (one.official >= 0 && !form_.open) {
            leaves_[row] = official_[static_cast<std::size_t>(one.official)];
            return;
        }
        if (one.parent >= 0) add_row(static_cast<std::size_t>(one.parent), depth + 1);
        const int above = one.parent >= 0 ? leaves_[static_cast<std::size_t>(one.parent)] : -1;
        // Where codes say which row is below which, a row without one is below none.
        const bool apart =
            !form_.open || one.official >= 0 || (form_.open->nesting == OpenRows::Nesting::code && one.key.empty());
        const int top = apart ? -1 : layout_->open->total;
        const int parent = above >= 0 ? layout_->rows.leaf_node(above) : top;
        leaves_[row] = layout_->rows.node(add_node(one, parent)).leaf;
    }

    int add_node(const LayoutRow& row, int parent) {
        std::string label = row.label;
        std::replace(label.begin(), label.end(), '.', ' ');
        if (!row.key.empty() && layout_->rows.keyed(row.key) < 0)
            return layout_->rows.add_keyed(row.key, label, parent);
        std::string name = row.key.empty() ? label : row.key + " " + label;
        const int again = ++seen_[{parent, name}];
        if (again > 1) name += " " + std::to_string(again);
        return layout_->rows.add(std::move(name), parent, false, true);
    }

    /// A row of the report's own has the cells that some row of the form has.
    void add_cells() {
        const int rows = layout_->rows.leaf_count();
        const auto size = static_cast<std::size_t>(rows * layout_->columns.leaf_count());
        layout_->cells.assign(size, false);
        layout_->measures.assign(size, Measure::count);
        layout_->units.assign(size, {});
        for (int row = 0; row < rows; ++row) {
            const auto place = static_cast<std::size_t>(row);
            for (int column = 0; column < form_.columns.leaf_count(); ++column) {
                if (const int own = columns_[static_cast<std::size_t>(column)]; own >= 0)
                    set_cell(layout_->cell(row, own),
                        place < like_.size() ? form_.cell(like_[place], column) : cell_like(column));
            }
        }
    }

    void set_cell(int cell, int like) {
        const auto own = static_cast<std::size_t>(cell);
        const auto official = static_cast<std::size_t>(like);
        layout_->cells[own] = form_.cells[official] && layout_->row_of(cell) != unprinted_;
        layout_->measures[own] = form_.measures[official];
        const bool by_page = form_.measures[official] == Measure::amount && !printed_.unit.empty();
        layout_->units[own] = by_page ? printed_.unit : form_.units[official];
    }

    /// A cell of the form in the column.
    [[nodiscard]] int cell_like(int column) const {
        for (int row = 0; row < form_.rows.leaf_count(); ++row) {
            if (form_.has(row, column)) return form_.cell(row, column);
        }
        return column;
    }

    const TableForm& form_;
    const PrintedTable& printed_;
    std::shared_ptr<TableForm> layout_;
    std::vector<int> leaves_;
    std::vector<int> columns_;
    std::vector<int> official_;  ///< of each row of the form, its leaf in the layout
    std::vector<int> like_;      ///< of the first leaves of the layout, the rows of the form that they are
    int unprinted_ = -1;         ///< the leaf of the row over all others, where it is not printed
    std::map<std::pair<int, std::string>, int> seen_;
};

}  // namespace

PrintedLayout printed_layout(const TableForm& form, const PrintedTable& printed) {
    return LayoutBuilder(form, printed).take();
}

namespace {

/// The row of a form that names its rows; -1 for a row of the report's own.
int official_leaf(const TableForm& layout, const TableForm& form, const OutlineNode& node) {
    if (layout.open) return -1;
    const auto found = form.rows.find(node.path);
    const int* official = std::get_if<int>(&found);
    return official && form.rows.node(*official).path == node.path ? form.rows.node(*official).leaf : -1;
}

}  // namespace

PrintedTable printed_table(const TableForm& layout, const TableForm& form) {
    PrintedTable printed;
    for (std::size_t i = 0; i < layout.units.size() && printed.unit.empty(); ++i) {
        if (layout.measures[i] == Measure::amount) printed.unit = layout.units[i];
    }
    for (int leaf = 0; leaf < form.columns.leaf_count(); ++leaf) {
        const auto found = layout.columns.find(form.columns.leaf(leaf).path);
        if (std::holds_alternative<int>(found)) printed.columns.push_back(leaf);
    }
    int skipped = 0;  // the row over all others, where it is not printed; it comes first
    for (int leaf = 0; leaf < layout.rows.leaf_count(); ++leaf) {
        const OutlineNode& node = layout.rows.leaf(leaf);
        const bool total = layout.open && layout.open->total == layout.rows.leaf_node(leaf);
        if (total && layout.columns_of(leaf).empty()) {
            skipped = 1;
            continue;
        }
        LayoutRow row;
        row.official = total ? form.rows.node(form.open->total).leaf : official_leaf(layout, form, node);
        row.key = node.key;
        row.label = node.key.empty() ? node.name : node.name.substr(std::min(node.key.size() + 1, node.name.size()));
        if (layout.open && !total && node.parent >= 0 && node.parent != layout.open->total)
            row.parent = layout.rows.node(node.parent).leaf - skipped;
        printed.rows.push_back(std::move(row));
    }
    return printed;
}

}  // namespace gouji
