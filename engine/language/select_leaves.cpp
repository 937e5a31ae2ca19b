// SPDX-License-Identifier: Apache-2.0
#include "engine/language/private_select_leaves.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"

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

std::optional<std::vector<int>> select_path(NameResolver& resolver, const Node& node, const std::string& path,
    const TableNames& table, Axis axis, bool& is_leaf) {
    const Outline& outline = axis == Axis::row ? *table.rows : *table.columns;
    const auto found = outline.find(path);
    if (const int* index = std::get_if<int>(&found)) return leaves_of(outline, *index, is_leaf);
    if (resolver.names().lenient && std::holds_alternative<Outline::Unknown>(found)) {
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

}  // namespace

std::optional<std::vector<int>> select_leaves(
    NameResolver& resolver, const Node& node, const TableNames& table, Axis axis, bool& is_leaf) {
    const bool row = axis == Axis::row;
    const Outline& outline = row ? *table.rows : *table.columns;
    is_leaf = false;
    if (node.kind == NodeKind::star) return outline.leaves_under(-1);
    if (node.kind != NodeKind::name) {
        resolver.complain(
            language_codes::syntax, node, {{"expected", {"行名、列名、变量或 *", "a row, a column, a variable or *"}}});
        return std::nullopt;
    }
    const std::string& path = node.text;
    const Binding* bound = resolver.binding(path);
    if (!bound) return select_path(resolver, node, path, table, axis, is_leaf);
    if (bound->kind != (row ? Binding::Kind::row : Binding::Kind::column)) {
        complain_other_variable(resolver, node, table, row);
        return std::nullopt;
    }
    if (bound->table == &table) return leaves_of(outline, bound->node, is_leaf);
    // A row of another table: the one of the same name is meant.
    const Outline& other = row ? *bound->table->rows : *bound->table->columns;
    return select_path(resolver, node, other.node(bound->node).path, table, axis, is_leaf);
}

}  // namespace gouji
