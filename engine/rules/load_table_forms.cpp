// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_table_forms.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_load_values.hpp"

#include <algorithm>
#include <array>
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
        if (const Yaml* captions = node.find("captions")) table_.captions = load_patterns(file_, *captions);
        // Columns and rows are read together: they may come in several blocks.
        if (const Yaml* blocks = node.find("blocks"))
            for_each_item(file_, *blocks, [&](const Yaml& block) { load_block(block); });
        else load_block(node);
        set_cells();
        set_units();
        if (const Yaml* unit = node.find("unit")) set_unit_of_amounts(file_.text(*unit));
        if (const Yaml* beside = node.find("beside"); beside && file_.text(*beside) == "true") set_halves();
        if (table_.open && table_.captions.empty())
            file_.complain(rule_codes::missing_key, node, {{"key", same("captions")}});
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
        if (rows->is_map()) open_rows(*rows, block.rows);
        else axis(*rows, table_.rows, table_.row_labels, -1, block.rows, false);
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

    void set_unit_of_amounts(const std::string& unit) {
        for (std::size_t i = 0; i < table_.units.size(); ++i) {
            if (table_.measures[i] == Measure::amount && table_.units[i].empty()) table_.units[i] = unit;
        }
    }

    void set_halves() {
        for (const TableBlock& block : blocks_) table_.halves.push_back({block.rows, block.columns});
    }

    /// `{ key, label, levels, nesting, total }`: in the form a row of each level stands for those that a report prints.
    void open_rows(const Yaml& node, std::vector<int>& leaves) {
        expect_keys(file_, node, "open_rows");
        OpenRows open;
        if (const Yaml* key = node.find("key")) open.key = load_patterns(file_, *key);
        if (const Yaml* label = node.find("label")) open.label = load_patterns(file_, *label);
        if (const Yaml* levels = node.find("levels")) open.levels = load_levels(*levels);
        open.nesting = open.levels.empty() ? OpenRows::Nesting::none : OpenRows::Nesting::code;
        if (const Yaml* nesting = node.find("nesting")) open.nesting = load_nesting(*nesting);
        if (open.nesting == OpenRows::Nesting::code && (open.key.empty() || open.levels.empty()))
            file_.complain(rule_codes::missing_key, node, {{"key", same(open.key.empty() ? "key" : "levels")}});
        if (const Yaml* total = node.find("total")) {
            const std::size_t before = leaves.size();
            add_entry(*total, table_.rows, table_.row_labels, -1, leaves, false);
            if (leaves.size() > before) open.total = table_.rows.leaf_node(leaves[before]);
        }
        int parent = open.total;
        const std::size_t depth =
            open.nesting == OpenRows::Nesting::none ? 1 : std::max<std::size_t>(2, open.levels.size());
        for (std::size_t level = 1; level <= depth; ++level) {
            parent = table_.rows.add("第" + std::to_string(level) + "级", parent, true, true);
            leaves.push_back(table_.rows.node(parent).leaf);
        }
        table_.open = std::move(open);
    }

    OpenRows::Nesting load_nesting(const Yaml& node) {
        using N = OpenRows::Nesting;
        constexpr std::array nestings = {N::none, N::code, N::indent, N::ordinal, N::part};
        return nestings[load_choice(file_, node, "nesting")];
    }

    /// How many digits the codes of each level have, ascending.
    std::vector<int> load_levels(const Yaml& node) {
        std::vector<int> levels;
        for_each_item(file_, node, [&](const Yaml& one) {
            const auto digits = Decimal::parse(file_.text(one));
            constexpr int most = 18;
            const bool good = digits && digits->is_whole() && *digits > Decimal(levels.empty() ? 0 : levels.back())
                && *digits <= Decimal(most);
            if (good) levels.push_back(static_cast<int>(digits->mantissa()));
            else
                file_.complain(rule_codes::wrong_kind, one,
                    {{"wanted",
                        {"由小到大的位数，如 [ 3, 5, 7 ]", "ascending numbers of digits, such as [ 3, 5, 7 ]"}}});
        });
        return levels;
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
        for_each_item(
            file_, list, [&](const Yaml& entry) { add_entry(entry, outline, labels, parent, leaves, column); });
    }

    void add_entry(const Yaml& entry, Outline& outline, std::vector<Spelling>& labels, int parent,
        std::vector<int>& leaves, bool column) {
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
