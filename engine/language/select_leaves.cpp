// SPDX-License-Identifier: Apache-2.0
#include "engine/language/private_select_leaves.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace gouji {
namespace {

/// The leaves of a node; `is_leaf` says that it is a leaf itself.
std::vector<int> leaves_of(const Outline& outline, int node, bool& is_leaf) {
    const int leaf = outline.node(node).leaf;
    is_leaf = leaf >= 0;
    return is_leaf ? std::vector{leaf} : outline.leaves_under(node);
}

void complain_other_variable(ProgramEmitter& emitter, const Node& node, const TableNames& table, bool row) {
    emitter.complain(row ? language_codes::unknown_row : language_codes::unknown_column, node,
        {{"table", same(table.name)}, {"name", same(node.text)},
            {"near",
                {"变量“" + node.text + "”不是" + (row ? "行" : "列") + "。",
                    "The variable '" + node.text + "' is not a " + (row ? "row." : "column.")}}});
}

void complain_unknown_path(
    ProgramEmitter& emitter, const Node& node, const std::string& path, const TableNames& table, bool row) {
    const Code& code = row ? language_codes::unknown_row : language_codes::unknown_column;
    if (emitter.repeats(code, node)) return;
    const Outline& outline = row ? *table.rows : *table.columns;
    std::vector<std::string> known;
    for (const auto& each : outline.nodes()) known.push_back(each.path);
    const std::string near = outline.nearest(path);
    emitter.complain(code, node,
        {{"table", same(table.name)}, {"name", same(path)}, {"near", near_or_all(near.empty() ? path : near, known)}});
}

/// The leaves of the place that a path was found to be.
std::optional<std::vector<int>> select_found(NameResolver& resolver, const Node& node, const std::string& path,
    const Outline::Found& found, const TableNames& table, Axis axis, bool& is_leaf) {
    const Outline& outline = axis == Axis::row ? *table.rows : *table.columns;
    if (const int* index = std::get_if<int>(&found)) return leaves_of(outline, *index, is_leaf);
    const bool may_lack = resolver.names().lenient || (table.open && axis == Axis::row);
    if (may_lack && std::holds_alternative<Outline::Unknown>(found)) {
        is_leaf = true;
        return std::vector<int>{};
    }
    if (const auto* several = std::get_if<Outline::Ambiguous>(&found)) {
        resolver.complain(language_codes::ambiguous_name, node,
            {{"name", same(path)}, {"candidates", same(joined(several->paths))},
                {"first", same(several->paths.front())}});
        return std::nullopt;
    }
    complain_unknown_path(resolver, node, path, table, axis == Axis::row);
    return std::nullopt;
}

std::optional<std::vector<int>> select_path(NameResolver& resolver, const Node& node, const std::string& path,
    const TableNames& table, Axis axis, bool& is_leaf) {
    const Outline& outline = axis == Axis::row ? *table.rows : *table.columns;
    return select_found(resolver, node, path, outline.find(path), table, axis, is_leaf);
}

/// The row of the table that is a row of another outline: by its code, or by its name; -1 where the table lacks it.
int node_of_row(const Outline& rows, int node_of_rows, const TableNames& table) {
    if (&rows == table.rows) return node_of_rows;
    const OutlineNode& row = rows.node(node_of_rows);
    auto found = table.rows->find(row.path);
    if (!row.key.empty() && !std::holds_alternative<int>(found))
        found = table.rows->find(row.name.substr(std::min(row.key.size() + 1, row.name.size())));
    const int* node = std::get_if<int>(&found);
    return node ? *node : -1;
}

/// A table need not have all rows that another one prints.
std::vector<int> select_same_row(const Outline& rows, int row, const TableNames& table, bool& is_leaf) {
    const int node = node_of_row(rows, row, table);
    is_leaf = true;
    return node < 0 ? std::vector<int>{} : leaves_of(*table.rows, node, is_leaf);
}

/// The variable that a call is of: r in parent(r); none where it is of anything else.
const Binding* variable_of(NameResolver& resolver, const Node& call) {
    const bool named = call.kids.size() == 1 && call.kids[0].kind == NodeKind::name;
    return named ? resolver.binding(call.kids[0].text) : nullptr;
}

/// row(m): the row that the prose speaks of, in any table that has it.
std::optional<std::vector<int>> select_stated_row(
    NameResolver& resolver, const Node& call, const TableNames& table, bool& is_leaf) {
    const Binding* bound = variable_of(resolver, call);
    if (!bound || bound->kind != Binding::Kind::fact || !bound->fact->rows) {
        resolver.complain(language_codes::syntax, call,
            {{"expected", {"row(m)，m 是写有 rows 的事项的变量", "row(m) of a variable over a fact that has rows"}}});
        return std::nullopt;
    }
    return select_same_row(*bound->fact->rows, bound->fact->row, table, is_leaf);
}

/// parent(r): the row that r lies below; a row that no table has where it lies below none.
std::optional<std::vector<int>> select_parent(
    NameResolver& resolver, const Node& call, const TableNames& table, Axis axis, bool& is_leaf) {
    const Binding* bound = call.text == "parent" ? variable_of(resolver, call) : nullptr;
    if (axis != Axis::row || !bound || bound->kind != Binding::Kind::row) {
        resolver.complain(language_codes::syntax, call,
            {{"expected", {"行名、列名、parent(r)、row(m) 或 *", "a row, a column, parent(r), row(m), or *"}}});
        return std::nullopt;
    }
    const int node = node_of_row(*bound->table->rows, bound->node, table);
    const int parent = node < 0 ? -1 : table.rows->node(node).parent;
    is_leaf = true;
    const int leaf = parent < 0 ? -1 : table.rows->node(parent).leaf;
    if (leaf < 0 || table.is_bare(leaf)) return std::vector<int>{};
    return std::vector{leaf};
}

}  // namespace

/// By what the selector is: a star, a call, a variable, a name or a code.
std::optional<std::vector<int>> select_leaves(
    NameResolver& resolver, const Node& node, const TableNames& table, Axis axis, bool& is_leaf) {
    const bool row = axis == Axis::row;
    const Outline& outline = row ? *table.rows : *table.columns;
    is_leaf = false;
    if (node.kind == NodeKind::star) return outline.leaves_under(-1);
    if (node.kind == NodeKind::call && node.text == "row" && row)
        return select_stated_row(resolver, node, table, is_leaf);
    if (node.kind == NodeKind::call) return select_parent(resolver, node, table, axis, is_leaf);
    // 支出[2010301, 合计]: the code of a row is written as a number.
    const bool is_code = node.kind == NodeKind::number && node.unit.empty();
    if (node.kind != NodeKind::name && node.kind != NodeKind::text && !is_code) {
        resolver.complain(
            language_codes::syntax, node, {{"expected", {"行名、列名、变量或 *", "a row, a column, a variable or *"}}});
        return std::nullopt;
    }
    const std::string& path = node.text;
    const Binding* bound = node.kind == NodeKind::name ? resolver.binding(path) : nullptr;
    if (!bound) return select_found(resolver, node, path, resolver.named_place(node, outline), table, axis, is_leaf);
    if (bound->kind != (row ? Binding::Kind::row : Binding::Kind::column)) {
        complain_other_variable(resolver, node, table, row);
        return std::nullopt;
    }
    if (bound->table == &table) return leaves_of(outline, bound->node, is_leaf);
    // A row of another table: the one of the same name is meant.
    if (!row) return select_path(resolver, node, bound->table->columns->node(bound->node).path, table, axis, is_leaf);
    if (bound->table->open) return select_same_row(*bound->table->rows, bound->node, table, is_leaf);
    return select_path(resolver, node, bound->table->rows->node(bound->node).path, table, axis, is_leaf);
}

}  // namespace gouji
