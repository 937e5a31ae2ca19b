// SPDX-License-Identifier: Apache-2.0
#include "engine/language/domains.hpp"

#include "engine/language/codes.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Bindings = std::vector<Binding>;
using Kind = Binding::Kind;

/// 申请, or 申请[办理结果, *]: rows or columns of a table, by the node that each selector names; -1 for all.
struct AxisSelection {
    const TableNames* table = nullptr;
    int top = -1;
    int across = -1;  ///< of the other axis: only rows or columns that have a cell there
    bool rows = true;

    [[nodiscard]] bool crosses(int leaf) const {
        if (across < 0) return true;
        const int width = table->columns->leaf_count();
        const auto others = (rows ? table->columns : table->rows)->leaves_under(across);
        const auto has = [&](int other) {
            return (*table->cells)[static_cast<std::size_t>(rows ? leaf * width + other : other * width + leaf)];
        };
        const int own = (rows ? table->columns : table->rows)->node(across).leaf;
        return own >= 0 ? has(own) : std::any_of(others.begin(), others.end(), has);
    }
};

/// The node that a selector names, -1 for a star; nothing after a mistake.
std::optional<int> node_of(NameResolver& resolver, const Node& selector, const TableNames& table, bool row) {
    if (selector.kind == NodeKind::star) return -1;
    if (const Binding* bound = resolver.binding(selector.text); selector.kind == NodeKind::name && bound
        && bound->table == &table && bound->kind == (row ? Kind::row : Kind::column))
        return bound->node;
    const Outline& outline = row ? *table.rows : *table.columns;
    const auto found = outline.find(selector.text);
    if (const int* node = std::get_if<int>(&found)) return *node;
    std::vector<std::string> known;
    for (const auto& one : outline.nodes()) known.push_back(one.path);
    resolver.complain_unknown(selector, selector.text, known);
    return std::nullopt;
}

std::optional<AxisSelection> lines_of(NameResolver& resolver, const Node& call, bool rows) {
    const Node& what = call.kids[0];
    AxisSelection selection{resolver.table_of(what.kind == NodeKind::index ? what.kids[0] : what), -1, -1, rows};
    if (!selection.table) return std::nullopt;
    if (what.kind != NodeKind::index) return selection;
    const auto top = node_of(resolver, what.kids[rows ? 1 : 2], *selection.table, rows);
    const auto across = node_of(resolver, what.kids[rows ? 2 : 1], *selection.table, !rows);
    if (!top || !across) return std::nullopt;
    selection.top = *top;
    selection.across = *across;
    return selection;
}

Bindings bind_nodes(const AxisSelection& lines, const std::vector<int>& nodes, const std::string& variable) {
    Bindings all;
    for (const int node : nodes)
        all.push_back({variable, lines.rows ? Kind::row : Kind::column, lines.table, node, nullptr, nullptr, no_slot});
    return all;
}

Bindings leaves(NameResolver& resolver, const Node& call, const std::string& variable, bool rows) {
    const auto lines = lines_of(resolver, call, rows);
    if (!lines) return {};
    const Outline& outline = rows ? *lines->table->rows : *lines->table->columns;
    std::vector<int> nodes;
    for (const int leaf : outline.leaves_under(lines->top)) {
        if (lines->crosses(leaf) && !(rows && lines->table->is_bare(leaf))) nodes.push_back(outline.leaf_node(leaf));
    }
    return bind_nodes(*lines, nodes, variable);
}

Bindings rows(NameResolver& resolver, const Node& call, const std::string& variable) {
    return leaves(resolver, call, variable, true);
}
Bindings columns(NameResolver& resolver, const Node& call, const std::string& variable) {
    return leaves(resolver, call, variable, false);
}

/// children(申请[办理结果, *]): 予以公开, 部分公开, 不予公开 (a group), …
Bindings children(NameResolver& resolver, const Node& call, const std::string& variable) {
    const Node& what = call.kids[0];
    const bool rows = what.kind != NodeKind::index || what.kids[1].kind == NodeKind::name;
    const auto lines = lines_of(resolver, call, rows);
    if (!lines) return {};
    const Outline& outline = rows ? *lines->table->rows : *lines->table->columns;
    return bind_nodes(*lines, outline.children_of(lines->top), variable);
}

/// parents(支出): 201, 20101, …: rows that have figures, and rows below them.
Bindings parents(NameResolver& resolver, const Node& call, const std::string& variable) {
    Bindings all = leaves(resolver, call, variable, true);
    std::erase_if(all, [](const Binding& row) { return row.table->rows->node(row.node).first_child < 0; });
    return all;
}

Bindings tables(NameResolver& resolver, const Node& call, const std::string& variable) {
    Bindings all;
    for (const Node& kid : call.kids) {
        if (kid.kind == NodeKind::star) {
            for (const auto& one : resolver.names().tables)
                all.push_back({variable, Kind::table, &one, -1, nullptr, nullptr, no_slot});
        } else if (const TableNames* table = resolver.table_of(kid)) {
            all.push_back({variable, Kind::table, table, -1, nullptr, nullptr, no_slot});
        }
    }
    return all;
}

Bindings sections(NameResolver& resolver, const Node& call, const std::string& variable) {
    Bindings all;
    const auto& known = resolver.names().sections;
    for (const Node& kid : call.kids) {
        const std::size_t before = all.size();
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (kid.kind == NodeKind::star || known[i] == kid.text)
                all.push_back({variable, Kind::section, nullptr, static_cast<int>(i), nullptr, nullptr, no_slot});
        }
        if (all.size() == before && kid.kind != NodeKind::star) resolver.complain_unknown(kid, kid.text, known);
    }
    return all;
}

/// mentions(受理, 办理): by fact or by kind; mentions(*): every fact of the form.
Bindings mentions(NameResolver& resolver, const Node& call, const std::string& variable) {
    Bindings all;
    for (const Node& kid : call.kids) {
        const std::size_t before = all.size();
        for (const auto& fact : resolver.names().facts) {
            if (kid.kind == NodeKind::star || fact.name == kid.text || fact.kind == kid.text)
                all.push_back({variable, Kind::fact, nullptr, -1, &fact, nullptr, no_slot});
        }
        if (all.size() != before || resolver.names().lenient || kid.kind == NodeKind::star) continue;
        std::vector<std::string> known;
        for (const auto& fact : resolver.names().facts) {
            known.push_back(fact.name);
            if (!fact.kind.empty() && std::find(known.begin(), known.end(), fact.kind) == known.end())
                known.push_back(fact.kind);
        }
        resolver.complain_unknown(kid, kid.text, known);
    }
    return all;
}

/// Totals of the tables that fit no form, or their figures with parts whose names have a word; the names of a filing
/// hold them.
Bindings totals(NameResolver& resolver, const Node& call, const std::string& variable) {
    Bindings all;
    // A figure has an entry for each of its parts that is compared alone.
    const auto add = [&](const TotalNames& one) {
        const TotalNames* const last = all.empty() ? nullptr : all.back().total;
        if (last && last->table.id == one.table.id && last->total == one.total) return;
        all.push_back({variable, Kind::total, nullptr, -1, nullptr, &one, no_slot});
    };
    for (const Node& kid : call.kids) {
        if (kid.kind == NodeKind::star) {
            for (const auto& one : resolver.names().totals) add(one);
            continue;
        }
        for (const auto& one : resolver.names().wholes) {
            // The one at load has no name, and stands for any.
            if (one.row.empty() || one.row.find(kid.text) != std::string::npos) add(one);
        }
    }
    return all;
}

/// Figures with parts of such tables.
Bindings wholes(NameResolver& resolver, const Node&, const std::string& variable) {
    Bindings all;
    for (const auto& one : resolver.names().wholes)
        all.push_back({variable, Kind::total, nullptr, -1, nullptr, &one, no_slot});
    return all;
}

constexpr std::array table = {
    Domain{"rows", "rows(table) | rows(table[group, *]) | rows(table[*, column])",
        "表的每一行，或一组中、有这一列的每一行（最下层）",
        "each lowest-level row of the table, of the group, or that has the column", rows},
    Domain{"columns", "columns(table) | columns(table[*, group]) | columns(table[row, *])",
        "表的每一列，或一组中、有这一行的每一列（最下层）",
        "each lowest-level column of the table, of the group, or that has the row", columns},
    Domain{"children", "children(table[group, *]) | children(table[*, group])", "一组的下一层：行或下级组",
        "the members directly under a group: rows, or groups of rows", children},
    Domain{"parents", "parents(table) | parents(table[group, *])", "表中下面还有行、本身也有数的每一行",
        "each row of the table that has figures, and rows below it", parents},
    Domain{
        "tables", "tables(table, …) | tables(*)", "表单的各表", "the tables named, or all tables of the form", tables},
    Domain{"sections", "sections(section, …) | sections(*)", "表单的各节",
        "the sections named, or all sections of the form", sections},
    Domain{"mentions", "mentions(fact, kind, …) | mentions(*)", "正文中对这些事项的每一处说法",
        "each statement in the prose about these facts or kinds of facts", mentions},
    Domain{"totals", "totals(*) | totals(*, word, …)",
        "不合任何表单的表中，每一个合计；另加名称含这一字样、下有“其中”的数",
        "each total in the tables that fit no form; also figures with parts (其中) whose names have the word", totals},
    Domain{"wholes", "wholes(*)", "不合任何表单的表中，每一个下有“其中”的数",
        "each figure with parts (其中) in the tables that fit no form", wholes},
};

}  // namespace

std::span<const Domain> domains() { return table; }

}  // namespace gouji
