// SPDX-License-Identifier: Apache-2.0
// The part of the compiler that says what names mean: variables, lets, facts, tables, rows and columns.
#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"

namespace gouji {
namespace {

using Kind = Typed::Kind;

}  // namespace

Typed Compiler::visit_name(const Node& node) {
    const std::string_view path = node.text;
    const std::size_t dot = path.find('.');
    const std::string_view head = path.substr(0, dot);
    return visit_path(node, head, dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1));
}

Typed Compiler::visit_path(const Node& node, std::string_view head, std::string_view tail) {
    if (const Binding* bound = binding(head)) {
        Typed made;
        switch (bound->kind) {
            case Binding::Kind::row: made.kind = Kind::row; return made;
            case Binding::Kind::column: made.kind = Kind::column; return made;
            case Binding::Kind::table: made.kind = Kind::table; made.table = bound->table; return made;
            case Binding::Kind::total: return total_of(*bound->total, node, tail);
            case Binding::Kind::fact: return field_of_fact(*bound->fact, true, tail, node);
        }
    }
    for (std::size_t i = 0; i < lets_seen_ && i < lets_.size(); ++i) {
        if (lets_[i].first == node.text) return visit_let(i, node);
    }
    if (const FactNames* fact = names_.fact(head)) return field_of_fact(*fact, false, tail, node);
    if (const TableNames* table = names_.table(node.text)) {
        Typed made{Kind::table};
        made.table = table;
        return made;
    }
    std::vector<std::string> known;
    for (const auto& one : bindings_) known.push_back(one.variable);
    for (const auto& one : lets_) known.push_back(one.first);
    for (const auto& one : names_.tables) {
        known.push_back(one.name);
        known.insert(known.end(), one.aliases.begin(), one.aliases.end());
    }
    for (const auto& one : names_.facts) known.push_back(one.name);
    complain(language_codes::unknown_name, node, {{"name", same(node.text)}, {"near", near_or_all(head, known)}});
    return {};
}

/// A let stands for its formula; mistakes in it are told where it is written.
Typed Compiler::visit_let(std::size_t index, const Node&) {
    const Formula* outer = formula_;
    const std::size_t seen = lets_seen_;
    formula_ = &lets_[index].second;
    lets_seen_ = index;
    Typed made = visit(formula_->root);
    formula_ = outer;
    lets_seen_ = seen;
    return made;
}

Typed Compiler::total_of(const TotalNames& total, const Node& node, std::string_view tail) {
    Typed made{Kind::cells};
    const auto cell = [&](int index, const std::string& row) {
        made.cells.push_back({total.table, index, Measure::any, "[" + row + ", " + total.column + "]"});
    };
    if (tail == "total") {
        cell(total.total, total.row);
        made.single = true;
        return made;
    }
    if (tail == "parts") {
        for (const auto& [index, row] : total.parts) cell(index, row);
        return made;
    }
    complain(language_codes::unknown_field, node,
        {{"of", same(node.text)}, {"name", same(tail)}, {"near", near_or_all(tail, {"total", "parts"})}});
    return {};
}

Typed Compiler::field_of_fact(const FactNames& fact, bool bound, std::string_view tail, const Node& node) {
    if (tail.empty() && bound) {
        Typed made{Kind::fact};
        made.fact = &fact;
        made.bound = true;
        return made;
    }
    std::vector<std::string> known = {"value"};
    for (std::size_t i = 0; i < fact.fields.size(); ++i) {
        if (fact.fields[i].name == tail || (i == 0 && (tail == "value" || tail.empty()))) {
            Typed made{Kind::number};
            made.measure = fact.fields[i].measure;
            emit_field(Op::field, {fact.id, static_cast<int>(i), bound, fact.name + "." + fact.fields[i].name});
            return made;
        }
        known.push_back(fact.fields[i].name);
    }
    complain(language_codes::unknown_field, node, {{"of", same(fact.name)}, {"name", same(tail)}, {"near", near_or_all(tail, known)}});
    return {};
}

std::optional<FieldRef> Compiler::field_of(const Node& node) {
    const std::size_t code = program_.code.size();
    const Typed made = visit(node);
    if (made.kind == Kind::failed) return std::nullopt;
    // A field emits exactly one instruction; it is taken back, for it is asked about, not read.
    if (made.kind == Kind::number && program_.code.size() == code + 1 && program_.code.back().op == Op::field) {
        FieldRef field = program_.fields[program_.code.back().argument];
        program_.code.pop_back();
        return field;
    }
    complain_type(language_codes::not_a_fact, node, made);
    return std::nullopt;
}

const TableNames* Compiler::table_of(const Node& node) {
    const Typed made = visit(node);
    if (made.kind == Kind::table) return made.table;
    if (made.kind != Kind::failed) complain_type(language_codes::not_a_table, node, made);
    return nullptr;
}

/// The leaves that a selector means; `one` says that it names a single leaf. Nothing after a mistake; an empty list
/// for a row that the form of a mixed filing lacks.
std::optional<std::vector<int>> Compiler::select(const Node& node, const TableNames& table, bool row, bool& one) {
    const Outline& outline = row ? *table.rows : *table.columns;
    one = false;
    if (node.kind == NodeKind::star) return outline.leaves_under(-1);
    if (node.kind != NodeKind::name) {
        complain(language_codes::syntax, node, {{"expected", {"行名、列名、变量或 *", "a row, a column, a variable or *"}}});
        return std::nullopt;
    }
    std::string path = node.text;
    if (const Binding* bound = binding(path)) {
        const bool fits = bound->kind == (row ? Binding::Kind::row : Binding::Kind::column);
        if (fits && bound->table == &table) {
            one = true;
            return std::vector{bound->leaf};
        }
        if (bound->kind != Binding::Kind::row && bound->kind != Binding::Kind::column) {
            complain(row ? language_codes::unknown_row : language_codes::unknown_column, node,
                {{"table", same(table.name)}, {"name", same(path)}, {"near", near_or_all(path, {})}});
            return std::nullopt;
        }
        path = (bound->kind == Binding::Kind::row ? bound->table->rows : bound->table->columns)->leaf(bound->leaf).path;
    }
    const auto found = outline.find(path);
    if (const int* index = std::get_if<int>(&found)) {
        one = outline.node(*index).leaf >= 0;
        return outline.leaves_under(*index);
    }
    if (names_.lenient && std::holds_alternative<Outline::Unknown>(found)) {
        one = true;
        return std::vector<int>{};
    }
    if (const auto* several = std::get_if<Outline::Ambiguous>(&found)) {
        complain(language_codes::ambiguous, node,
            {{"name", same(path)}, {"candidates", same(joined(several->paths))}, {"first", same(several->paths.front())}});
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const auto& each : outline.nodes()) known.push_back(each.path);
    const std::string& near = std::get<Outline::Unknown>(found).nearest;
    complain(row ? language_codes::unknown_row : language_codes::unknown_column, node,
        {{"table", same(table.name)}, {"name", same(path)}, {"near", near_or_all(near.empty() ? path : near, known)}});
    return std::nullopt;
}

Typed Compiler::visit_index(const Node& node) {
    const TableNames* table = table_of(node.kids[0]);
    if (!table) return {};
    bool one_row = false;
    bool one_column = false;
    const auto rows = select(node.kids[1], *table, true, one_row);
    const auto columns = select(node.kids[2], *table, false, one_column);
    if (!rows || !columns) return {};
    Typed made{Kind::cells};
    made.single = one_row && one_column;
    const auto name = [&](std::string_view row, std::string_view column) {
        return table->name + "[" + std::string(row) + ", " + std::string(column) + "]";
    };
    if (made.single && (rows->empty() || columns->empty())) {
        made.cells.push_back({table->id, -1, Measure::any, name(node.kids[1].text, node.kids[2].text)});
        return made;
    }
    for (const int row : *rows) {
        for (const int column : *columns) {
            const auto index = static_cast<std::size_t>(row * table->columns->leaf_count() + column);
            if (!(*table->cells)[index]) continue;
            made.measure = (*table->measures)[index];
            made.cells.push_back({table->id, static_cast<int>(index), made.measure, name(table->rows->leaf(row).path, table->columns->leaf(column).path)});
        }
    }
    if (made.cells.empty()) {
        complain(language_codes::no_such_cell, node,
            {{"table", same(table->name)}, {"row", same(node.kids[1].text)}, {"column", same(node.kids[2].text)}});
        return {};
    }
    return made;
}

}  // namespace gouji
