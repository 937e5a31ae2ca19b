// SPDX-License-Identifier: Apache-2.0
// The tables of a form: their rows and columns with the spellings, and which cells they have.
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

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
        TableForm made;
        if (const Yaml* name = node.find("table")) made.name = file_.text(*name);
        if (const Yaml* aliases = node.find("aliases")) made.aliases = file_.texts(*aliases);
        if (const Yaml* section = node.find("section")) made.section = file_.text(*section);
        if (const Yaml* across = node.find("across")) made.across = file_.text(*across) == "true";
        std::vector<std::pair<std::vector<int>, std::vector<int>>> blocks;  // leaf rows and leaf columns that cross
        const auto block = [&](const Yaml& one) {
            const Yaml* columns = required(one, "columns");
            const Yaml* rows = required(one, "rows");
            if (!columns || !rows) return;
            std::vector<int> own_columns;
            std::vector<int> own_rows;
            axis(*columns, made.columns, made.column_labels, -1, own_columns, true);
            axis(*rows, made.rows, made.row_labels, -1, own_rows, false);
            blocks.emplace_back(std::move(own_rows), std::move(own_columns));
        };
        if (const Yaml* several = node.find("blocks")) for_each_item(file_, *several, block);
        else block(node);
        const auto size = static_cast<std::size_t>(made.rows.leaf_count() * made.columns.leaf_count());
        made.cells.resize(size);
        made.measures.assign(size, Measure::count);
        made.units.resize(size);
        for (const auto& [rows, columns] : blocks) {
            for (const int row : rows) {
                for (const int column : columns) made.cells[static_cast<std::size_t>(made.cell(row, column))] = true;
            }
        }
        for (const auto& unit : units_) {
            const int column = made.columns.node(unit.node).leaf;
            if (unit.change) made.changes.push_back(column);
            for (int row = 0; row < made.rows.leaf_count(); ++row) {
                made.measures[static_cast<std::size_t>(made.cell(row, column))] = unit.measure;
                made.units[static_cast<std::size_t>(made.cell(row, column))] = unit.unit;
            }
        }
        return made;
    }

private:
    struct ColumnUnit {
        int node = 0;
        Measure measure = Measure::count;
        std::string unit;
        bool change = false;
    };

    const Yaml* required(const Yaml& node, std::string_view key) {
        const Yaml* found = node.find(key);
        if (!found) file_.complain(rule_codes::missing_key, node, {{"key", same(key)}});
        return found;
    }

    /// A list of rows or columns: `名`, `名: 标签`, `名: [标签, 标签]` or `名: {label, part, rows | columns, measure,
    /// unit, change}`.
    void axis(const Yaml& list, Outline& outline, std::vector<Spelling>& labels, int parent, std::vector<int>& leaves,
        bool column) {
        for_each_item(file_, list, [&](const Yaml& one) {
            if (one.is_scalar()) return put(one, one, outline, labels, parent, leaves);
            if (!file_.expect(one, Yaml::Kind::map) || one.entries.size() != 1) return;
            const auto& [name, value] = one.entries.front();
            if (!value.is_map()) return put(name, value, outline, labels, parent, leaves);
            expect_keys(file_, value, "line");
            const Yaml* kids = value.find(column ? "columns" : "rows");
            const Yaml* part = value.find("part");
            const Yaml* label = value.find("label");
            const int node = take_child(name, outline, parent, part && part->text == "true", kids == nullptr);
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

    /// The child of this name, made where there is none: blocks of a table share rows and columns of the same name. -1,
    /// and a mistake, where what was a group is now a single one, or the other way round.
    int take_child(const Yaml& name, Outline& outline, int parent, bool part, bool leaf) {
        const int node = find_child(outline, name.text, parent);
        if (node < 0) return outline.add(name.text, parent, part, leaf);
        if ((outline.node(node).leaf >= 0) == leaf) return node;
        file_.complain(rule_codes::wrong_kind, name,
            {{"wanted",
                leaf ? Words{"一组，如前面同名者", "a group, as the one of this name before"}
                     : Words{"单独一项，如前面同名者", "a single one, as the one of this name before"}}});
        return -1;
    }

    void put(const Yaml& name, const Yaml& label, Outline& outline, std::vector<Spelling>& labels, int parent,
        std::vector<int>& leaves) {
        const int node = take_child(name, outline, parent, false, true);
        if (node < 0) return;
        spell(label, labels, node);
        leaves.push_back(outline.node(node).leaf);
    }

    void spell(const Yaml& label, std::vector<Spelling>& labels, int node) {
        for (auto& one : load_patterns(file_, label)) labels.push_back({node, std::move(one)});
    }

    void unit(const Yaml& value, int node) {
        ColumnUnit made{node, Measure::count, {}, false};
        if (const Yaml* measure = value.find("measure")) {
            made.measure = load_measure(file_, *measure);
        }
        if (const Yaml* unit = value.find("unit")) made.unit = file_.text(*unit);
        if (const Yaml* change = value.find("change")) made.change = file_.text(*change) == "true";
        units_.push_back(std::move(made));
    }

    YamlFile& file_;
    std::vector<ColumnUnit> units_;
};

}  // namespace

TableForm load_table_form(YamlFile& file, const Yaml& node) { return TableLoader(file).load(node); }

}  // namespace gouji
