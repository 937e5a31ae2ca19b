// SPDX-License-Identifier: Apache-2.0
#include "reports/workbench/private_layout_json.hpp"

#include <string>

namespace gouji {
namespace {

/// A node that has figures and rows below it is a leaf beside these in the outline; both are there.
void write_node(JsonWriter& json, const Outline& outline, int index) {
    const OutlineNode& node = outline.node(index);
    json.object([&] {
        json.field("name", std::string_view(node.path));
        json.field("label", std::string_view(node.name));
        json.list("children", outline.children_of(index), [&](int child) { write_node(json, outline, child); });
    });
}

void write_outline(JsonWriter& json, std::string_view name, const Outline& outline) {
    json.list(name, outline.children_of(-1), [&](int node) { write_node(json, outline, node); });
}

template <class Has>
void write_cells(JsonWriter& json, int rows, int columns, const Has& has) {
    std::vector<std::string> lines;
    for (int r = 0; r < rows; ++r) {
        std::string& line = lines.emplace_back();
        for (int c = 0; c < columns; ++c) line += has(r, c) ? 'x' : '.';
    }
    json.list("cells", lines, [&](const std::string& line) { json.text(line); });
}

}  // namespace

void write_layout(JsonWriter& json, const TableForm& form) {
    json.object([&] {
        json.field("table", std::string_view(form.name));
        json.field("title", std::string_view(form.captions.empty() ? form.name : form.captions.front().text));
        write_outline(json, "rows", form.rows);
        write_outline(json, "columns", form.columns);
        write_cells(json, form.rows.leaf_count(), form.columns.leaf_count(),
            [&](int row, int column) { return form.has(row, column); });
    });
}

void write_layout(JsonWriter& json, const Table& table) {
    if (table.layout) return write_layout(json, *table.layout);
    json.object([&] {
        json.field_or_null("table", table.name);
        json.field("title", std::string_view(table.name));
        write_outline(json, "rows", table.rows);
        write_outline(json, "columns", table.columns);
        write_cells(json, table.rows.leaf_count(), table.columns.leaf_count(), [](int, int) { return true; });
    });
}

}  // namespace gouji
