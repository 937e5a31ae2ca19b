// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_table_forms.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_load_values.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gouji {
namespace {

class TableLoader {
public:
    explicit TableLoader(YamlFile& file) : file_(file) {}

    TableForm load(const Yaml& node) {
        expect_keys(file_, node, "table");
        if (const Yaml* name = node.find("table")) table_.name = file_.text(*name);
        if (const Yaml* aliases = node.find("aliases")) table_.aliases = file_.texts(*aliases);
        if (const Yaml* section = node.find("section")) table_.section = file_.text(*section);
        if (const Yaml* across = node.find("across")) table_.across = file_.text(*across) == "true";
        // Columns and rows are read together: they may come in several blocks.
        if (const Yaml* blocks = node.find("blocks"))
            for_each_item(file_, *blocks, [&](const Yaml& block) { load_block(block); });
        else load_block(node);
        set_cells();
        set_units();
        return std::move(table_);
    }

private:
    /// Rows and columns at the lowest level that cross: the table has a cell wherever they do.
    struct TableBlock {
        std::vector<int> rows;
        std::vector<int> columns;
    };
    struct ColumnUnit {
        int node = 0;
        Measure measure = Measure::count;
        std::string unit;
        bool change = false;
    };

    void load_block(const Yaml& node) {
        const Yaml* columns = required(node, "columns");
        const Yaml* rows = required(node, "rows");
        if (!columns || !rows) return;
        TableBlock block;
        axis(*columns, table_.columns, table_.column_labels, -1, block.columns, true);
        axis(*rows, table_.rows, table_.row_labels, -1, block.rows, false);
        blocks_.push_back(std::move(block));
    }

    void set_cells() {
        const auto size = static_cast<std::size_t>(table_.rows.leaf_count() * table_.columns.leaf_count());
        table_.cells.resize(size);
        table_.measures.assign(size, Measure::count);
        table_.units.resize(size);
        for (const auto& [rows, columns] : blocks_) {
            for (const int row : rows) {
                for (const int column : columns)
                    table_.cells[static_cast<std::size_t>(table_.cell(row, column))] = true;
            }
        }
    }

    void set_units() {
        for (const auto& unit : units_) {
            const int column = table_.columns.node(unit.node).leaf;
            if (unit.change) table_.changes.push_back(column);
            for (int row = 0; row < table_.rows.leaf_count(); ++row) {
                table_.measures[static_cast<std::size_t>(table_.cell(row, column))] = unit.measure;
                table_.units[static_cast<std::size_t>(table_.cell(row, column))] = unit.unit;
            }
        }
    }

    const Yaml* required(const Yaml& node, std::string_view key) {
        const Yaml* found = node.find(key);
        if (!found) file_.complain(rule_codes::missing_key, node, {{"key", same(key)}});
        return found;
    }

    /// A list of rows or columns: `名`, `名: 标签`, `名: [标签, 标签]` or `名: {label, part, rows | columns, measure,
    /// unit, change}`.
    void axis(const Yaml& list, Outline& outline, std::vector<Spelling>& labels, int parent, std::vector<int>& leaves,
        bool column) {
        for_each_item(file_, list, [&](const Yaml& entry) {
            if (entry.is_scalar()) return add_leaf(entry, entry, outline, labels, parent, leaves);
            if (!file_.expect(entry, Yaml::Kind::map) || entry.entries.size() != 1) return;
            const auto& [name, value] = entry.entries.front();
            if (!value.is_map()) return add_leaf(name, value, outline, labels, parent, leaves);
            expect_keys(file_, value, "line");
            const Yaml* kids = value.find(column ? "columns" : "rows");
            const Yaml* part = value.find("part");
            const Yaml* label = value.find("label");
            const int node = child_named(name, outline, parent, part && part->text == "true", kids == nullptr);
            if (node < 0) return;
            spell(label ? *label : name, labels, node);
            if (kids) return axis(*kids, outline, labels, node, leaves, column);
            leaves.push_back(outline.node(node).leaf);
            if (column) unit(value, node);
        });
    }

    static int find_child(const Outline& outline, const std::string& name, int parent) {
        for (std::size_t i = 0; i < outline.nodes().size(); ++i) {
            if (outline.nodes()[i].name == name && outline.nodes()[i].parent == parent) return static_cast<int>(i);
        }
        return -1;
    }

    /// The child of this name, added if there is none: blocks of a table share rows and columns of the same name. -1,
    /// and a mistake, where a group of that name is now a single row or column, or the other way round.
    int child_named(const Yaml& name, Outline& outline, int parent, bool part, bool leaf) {
        const int node = find_child(outline, name.text, parent);
        if (node < 0) return outline.add(name.text, parent, part, leaf);
        if ((outline.node(node).leaf >= 0) == leaf) return node;
        file_.complain(rule_codes::wrong_kind, name,
            {{"wanted",
                leaf ? Words{"一组，与前面的同名者一样", "a group, like the earlier entry of this name"}
                     : Words{"单独一项，与前面的同名者一样", "a single entry, like the earlier one of this name"}}});
        return -1;
    }

    void add_leaf(const Yaml& name, const Yaml& label, Outline& outline, std::vector<Spelling>& labels, int parent,
        std::vector<int>& leaves) {
        const int node = child_named(name, outline, parent, false, true);
        if (node < 0) return;
        spell(label, labels, node);
        leaves.push_back(outline.node(node).leaf);
    }

    void spell(const Yaml& label, std::vector<Spelling>& labels, int node) {
        for (auto& pattern : load_patterns(file_, label)) labels.push_back({node, std::move(pattern)});
    }

    void unit(const Yaml& value, int node) {
        ColumnUnit column{node, Measure::count, {}, false};
        if (const Yaml* measure = value.find("measure")) column.measure = load_measure(file_, *measure);
        if (const Yaml* printed = value.find("unit")) column.unit = file_.text(*printed);
        if (const Yaml* change = value.find("change")) column.change = file_.text(*change) == "true";
        units_.push_back(std::move(column));
    }

    YamlFile& file_;
    TableForm table_;
    std::vector<TableBlock> blocks_;
    std::vector<ColumnUnit> units_;
};

}  // namespace

TableForm load_table_form(YamlFile& file, const Yaml& node) { return TableLoader(file).load(node); }

}  // namespace gouji
