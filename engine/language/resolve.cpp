// SPDX-License-Identifier: Apache-2.0
// The part of the compiler that says what names mean: variables, lets, facts, tables, rows and columns.
#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Kind = Typed::Kind;

constexpr std::string_view previous_name = "previous";
constexpr std::string_view below_name = "below";

/// What a formula may ask of a filing as a whole.
struct Property {
    std::string_view name;
    Question::What what;
    Kind kind;
    Measure measure;
};
constexpr std::array properties = {Property{"year", Question::What::year, Kind::number, Measure::any},
    Property{"organ", Question::What::organ, Kind::text, Measure::any},
    Property{"level", Question::What::level, Kind::text, Measure::any},
    Property{"published", Question::What::published, Kind::number, Measure::date},
    Property{"form", Question::What::form, Kind::text, Measure::any}};

std::pair<std::string_view, std::string_view> cut(std::string_view path) {
    const std::size_t dot = path.find('.');
    return {path.substr(0, dot), dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1)};
}

/// The leaves of a node; `one` says that it is a leaf itself.
std::vector<int> leaves_of(const Outline& outline, int node, bool& one) {
    const int leaf = outline.node(node).leaf;
    one = leaf >= 0;
    return one ? std::vector{leaf} : outline.leaves_under(node);
}

}  // namespace

Whose Compiler::take_whose(std::string_view& path) {
    const auto [head, tail] = cut(path);
    if ((head != previous_name && head != below_name) || tail.empty()) return Whose::own;
    path = tail;
    return head == below_name ? Whose::below : Whose::previous;
}

Typed Compiler::visit_name(const Node& node) {
    std::string_view path = node.text;
    const auto [head, tail] = cut(path);
    if (const Binding* bound = binding(head)) return visit_bound(*bound, node, tail);
    for (std::size_t i = 0; i < lets_.size(); ++i) {
        if (lets_[i].first == node.text) return visit_let(i, node);
    }
    if (path == previous_name || path == below_name) {
        Typed made{Kind::filing};
        made.whose = path == below_name ? Whose::below : Whose::previous;
        return made;
    }
    const Whose whose = take_whose(path);
    return visit_names_of(node, path, whose);
}

Typed Compiler::visit_bound(const Binding& bound, const Node& node, std::string_view tail) {
    Typed made;
    made.node = bound.node;
    made.table = bound.table;
    switch (bound.kind) {
        case Binding::Kind::row: made.kind = Kind::row; return made;
        case Binding::Kind::column: made.kind = Kind::column; return made;
        case Binding::Kind::table: made.kind = Kind::table; return made;
        case Binding::Kind::section: made.kind = Kind::section; return made;
        case Binding::Kind::total: return total_of(*bound.total, node, tail);
        case Binding::Kind::fact: return field_of_fact(*bound.fact, bound.slot, Whose::own, tail, node);
    }
    return made;
}

/// What the form itself has names for.
Typed Compiler::visit_names_of(const Node& node, std::string_view path, Whose whose) {
    const Names& names = this->names(whose);
    for (const Property& one : properties) {
        if (one.name != path) continue;
        emit_question({one.what, whose, 0, 0, no_slot, {}, node.text});
        Typed made{one.kind};
        made.measure = one.measure;
        return made;
    }
    const auto [head, tail] = cut(path);
    if (const FactNames* fact = names.fact(head)) return field_of_fact(*fact, no_slot, whose, tail, node);
    if (const TableNames* table = names.table(path)) {
        Typed made{Kind::table};
        made.table = table;
        made.whose = whose;
        return made;
    }
    if (repeats(language_codes::unknown_name, node)) return {};
    std::vector<std::string> known;
    for (const auto& one : bindings_) known.push_back(one.variable);
    for (const auto& one : lets_) known.push_back(one.first);
    for (const auto& one : names.tables) {
        known.push_back(one.name);
        known.insert(known.end(), one.aliases.begin(), one.aliases.end());
    }
    for (const auto& one : names.facts) known.push_back(one.name);
    for (const Property& one : properties) known.emplace_back(one.name);
    known.emplace_back(previous_name);
    known.emplace_back(below_name);
    complain_unknown(node, head, known);
    return {};
}

/// A let stands for its formula; mistakes in it are told where it is written.
Typed Compiler::visit_let(std::size_t index, const Node& node) {
    if (std::find(open_lets_.begin(), open_lets_.end(), index) != open_lets_.end()) {
        std::vector<std::string> chain;
        for (const std::size_t one : open_lets_) chain.push_back(lets_[one].first);
        chain.push_back(lets_[index].first);
        complain(language_codes::let_cycle, node, {{"names", same(joined(chain))}});
        return {};
    }
    if (std::find(broken_lets_.begin(), broken_lets_.end(), index) != broken_lets_.end()) {
        ++mistakes_;
        return {};
    }
    const std::size_t before = mistakes_;
    const Formula* outer = formula_;
    formula_ = &lets_[index].second;
    open_lets_.push_back(index);
    Typed made = visit(formula_->root);
    open_lets_.pop_back();
    formula_ = outer;
    if (mistakes_ != before) broken_lets_.push_back(index);
    return made;
}

Typed Compiler::total_of(const TotalNames& total, const Node& node, std::string_view tail) {
    Typed made{Kind::cells};
    made.measure = total.measure;
    const auto cell = [&](int index) {
        made.cells.push_back({total.table.id, index, total.measure, Whose::own, 0, &total.table});
    };
    if (tail == "total") {
        cell(total.total);
        made.single = true;
        return made;
    }
    if (tail == "parts") {
        for (const auto& part : total.parts) cell(part.first);
        return made;
    }
    if (repeats(language_codes::unknown_field, node)) return {};
    complain(language_codes::unknown_field, node,
        {{"of", same(node.text)}, {"name", same(tail)}, {"near", near_or_all(tail, {"total", "parts"})}});
    return {};
}

Typed Compiler::field_of_fact(const FactNames& fact, int slot, Whose whose, std::string_view tail, const Node& node) {
    if (tail.empty() && slot != no_slot) {
        Typed made{Kind::fact};
        made.fact = &fact;
        made.slot = slot;
        return made;
    }
    std::vector<std::string> known = {"value"};
    for (std::size_t i = 0; i < fact.fields.size(); ++i) {
        if (fact.fields[i].name == tail || (i == 0 && (tail == "value" || tail.empty()))) {
            Typed made{Kind::number};
            made.measure = fact.fields[i].measure;
            emit_field({fact.id, static_cast<int>(i), slot, whose, made.measure,
                std::string(prefix_of(whose)) + fact.name + "." + fact.fields[i].name});
            return made;
        }
        known.push_back(fact.fields[i].name);
    }
    if (repeats(language_codes::unknown_field, node)) return {};
    complain(language_codes::unknown_field, node,
        {{"of", same(fact.name)}, {"name", same(tail)}, {"near", near_or_all(tail, known)}});
    return {};
}

std::optional<FieldRef> Compiler::field_of(const Node& node) {
    const std::size_t code = program_.code.size();
    const std::size_t fields = program_.fields.size();
    const Typed made = visit(node);
    if (made.kind == Kind::failed) return std::nullopt;
    // A field emits exactly one instruction; it is taken back, for it is asked about, not read.
    if (made.kind == Kind::number && program_.code.size() == code + 1 && program_.code.back().op == Op::field) {
        FieldRef field = program_.fields[program_.code.back().argument];
        program_.code.pop_back();
        program_.fields.resize(fields);
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
        complain(
            language_codes::syntax, node, {{"expected", {"行名、列名、变量或 *", "a row, a column, a variable or *"}}});
        return std::nullopt;
    }
    std::string path = node.text;
    if (const Binding* bound = binding(path)) {
        const bool line = bound->kind == Binding::Kind::row || bound->kind == Binding::Kind::column;
        const bool fits = bound->kind == (row ? Binding::Kind::row : Binding::Kind::column);
        if (!line || !fits) {
            complain(row ? language_codes::unknown_row : language_codes::unknown_column, node,
                {{"table", same(table.name)}, {"name", same(path)},
                    {"near",
                        {"变量“" + path + "”不是" + (row ? "行" : "列") + "。",
                            "The variable '" + path + "' is no " + (row ? "row." : "column.")}}});
            return std::nullopt;
        }
        if (bound->table == &table) return leaves_of(outline, bound->node, one);
        path = (row ? bound->table->rows : bound->table->columns)->node(bound->node).path;
    }
    const auto found = outline.find(path);
    if (const int* index = std::get_if<int>(&found)) return leaves_of(outline, *index, one);
    if (names_.lenient && std::holds_alternative<Outline::Unknown>(found)) {
        one = true;
        return std::vector<int>{};
    }
    if (const auto* several = std::get_if<Outline::Ambiguous>(&found)) {
        complain(language_codes::ambiguous, node,
            {{"name", same(path)}, {"candidates", same(joined(several->paths))},
                {"first", same(several->paths.front())}});
        return std::nullopt;
    }
    const Code& code = row ? language_codes::unknown_row : language_codes::unknown_column;
    if (repeats(code, node)) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& each : outline.nodes()) known.push_back(each.path);
    const std::string near = outline.nearest(path);
    complain(code, node,
        {{"table", same(table.name)}, {"name", same(path)}, {"near", near_or_all(near.empty() ? path : near, known)}});
    return std::nullopt;
}

Typed Compiler::visit_index(const Node& node) {
    const Typed indexed = visit(node.kids[0]);
    if (indexed.kind == Kind::failed) return {};
    if (indexed.kind != Kind::table) return complain_type(language_codes::not_a_table, node.kids[0], indexed);
    const TableNames* table = indexed.table;
    bool one_row = false;
    bool one_column = false;
    const auto rows = select(node.kids[1], *table, true, one_row);
    const auto columns = select(node.kids[2], *table, false, one_column);
    if (!rows || !columns) return {};
    Typed made{Kind::cells};
    made.whose = indexed.whose;
    made.single = one_row && one_column;
    if (made.single && (rows->empty() || columns->empty())) {
        const std::string name = table->name + "[" + node.kids[1].text + ", " + node.kids[2].text + "]";
        program_.texts.push_back(name);
        made.cells.push_back(
            {table->id, -1, Measure::any, indexed.whose, static_cast<std::uint32_t>(program_.texts.size() - 1), table});
        return made;
    }
    for (const int row : *rows) {
        for (const int column : *columns) {
            const auto index = static_cast<std::size_t>(row * table->columns->leaf_count() + column);
            if (!(*table->cells)[index]) continue;
            made.measure = (*table->measures)[index];
            made.cells.push_back({table->id, static_cast<int>(index), made.measure, indexed.whose, 0, table});
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
