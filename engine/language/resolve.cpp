// SPDX-License-Identifier: Apache-2.0
#include "engine/language/resolve.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/compile.hpp"
#include "engine/language/private_select_leaves.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace gouji {
namespace {

using Kind = Typed::Kind;

constexpr std::string_view previous_name = "previous";
constexpr std::string_view below_name = "below";

/// A property of the filing as a whole.
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

}  // namespace

Whose NameResolver::take_whose(std::string_view& path) {
    const auto [head, tail] = cut(path);
    if ((head != previous_name && head != below_name) || tail.empty()) return Whose::own;
    path = tail;
    return head == below_name ? Whose::below : Whose::previous;
}

const Binding* NameResolver::binding(std::string_view variable) const {
    for (auto bound = bindings_.rbegin(); bound != bindings_.rend(); ++bound) {
        if (bound->variable == variable) return &*bound;
    }
    return nullptr;
}

Typed NameResolver::visit_name(const Node& node) {
    std::string_view path = node.text;
    const auto [head, tail] = cut(path);
    if (const Binding* bound = binding(head)) return visit_bound(*bound, node, tail);
    if (const auto known = known_tables_.find(&node); known != known_tables_.end() && known->second.within == whose_) {
        Typed named{Kind::table};
        named.table = known->second.table;
        named.whose = known->second.whose;
        return named;
    }
    for (std::size_t i = 0; i < lets_.size(); ++i) {
        if (lets_[i].first == node.text) return visit_let(i, node);
    }
    if (path == previous_name || path == below_name) {
        Typed filing{Kind::filing};
        filing.whose = path == below_name ? Whose::below : Whose::previous;
        return filing;
    }
    const Whose said = take_whose(path);
    Typed named = visit_names_of(node, path, said == Whose::own ? whose_ : said);
    if (named.kind == Kind::table && named.table)
        known_tables_.insert_or_assign(&node, KnownTable{named.table, whose_, named.whose});
    return named;
}

Outline::Found NameResolver::named_place(const Node& selector, const Outline& outline) {
    if (const auto known = known_places_.find(&selector);
        known != known_places_.end() && known->second.outline == &outline)
        return known->second.place;
    Outline::Found found = outline.find(selector.text);
    if (const int* place = std::get_if<int>(&found))
        known_places_.insert_or_assign(&selector, KnownPlace{&outline, *place});
    return found;
}

Typed NameResolver::visit_bound(const Binding& bound, const Node& node, std::string_view tail) {
    Typed variable;
    variable.node = bound.node;
    variable.table = bound.table;
    switch (bound.kind) {
        case Binding::Kind::row: variable.kind = Kind::row; return variable;
        case Binding::Kind::column: variable.kind = Kind::column; return variable;
        case Binding::Kind::table: variable.kind = Kind::table; return variable;
        case Binding::Kind::section: variable.kind = Kind::section; return variable;
        case Binding::Kind::total: return total_of(*bound.total, node, tail);
        case Binding::Kind::fact: return field_of_fact(*bound.fact, bound.slot, Whose::own, tail, node);
    }
    return variable;
}

/// A name that the form itself has.
Typed NameResolver::visit_names_of(const Node& node, std::string_view path, Whose whose) {
    const Names& names = this->names(whose);
    for (const Property& property : properties) {
        if (property.name != path) continue;
        emit_question({property.what, whose, 0, 0, no_slot, {}, node.text});
        Typed asked{property.kind};
        asked.measure = property.measure;
        return asked;
    }
    const auto [head, tail] = cut(path);
    if (const FactNames* fact = names.fact(head)) return field_of_fact(*fact, no_slot, whose, tail, node);
    if (const TableNames* table = names.table(path)) {
        Typed named{Kind::table};
        named.table = table;
        named.whose = whose;
        return named;
    }
    if (repeats(language_codes::unknown_name, node)) return {};
    complain_unknown(node, head, names_known(names));
    return {};
}

std::vector<std::string> NameResolver::names_known(const Names& names) const {
    std::vector<std::string> known;
    for (const auto& bound : bindings_) known.push_back(bound.variable);
    for (const auto& let : lets_) known.push_back(let.first);
    for (const auto& table : names.tables) {
        known.push_back(table.name);
        known.insert(known.end(), table.aliases.begin(), table.aliases.end());
    }
    for (const auto& fact : names.facts) known.push_back(fact.name);
    for (const Property& property : properties) known.emplace_back(property.name);
    known.emplace_back(previous_name);
    known.emplace_back(below_name);
    return known;
}

/// A let stands for its formula; mistakes in it are told where it is written.
Typed NameResolver::visit_let(std::size_t index, const Node& node) {
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
    Typed meant = visit(formula_->root);
    open_lets_.pop_back();
    formula_ = outer;
    if (mistakes_ != before) broken_lets_.push_back(index);
    return meant;
}

Typed NameResolver::total_of(const TotalNames& total, const Node& node, std::string_view tail) {
    Typed summed{Kind::cells};
    summed.measure = total.measure;
    const auto cell = [&](int index) {
        summed.cells.push_back({total.table.id, index, total.measure, Whose::own, 0, &total.table});
    };
    if (tail == "total") {
        cell(total.total);
        summed.single = true;
        return summed;
    }
    if (tail == "parts") {
        for (const auto& part : total.parts) cell(part.first);
        return summed;
    }
    if (repeats(language_codes::unknown_field, node)) return {};
    complain(language_codes::unknown_field, node,
        {{"of", same(node.text)}, {"name", same(tail)}, {"near", near_or_all(tail, {"total", "parts"})}});
    return {};
}

Typed NameResolver::field_of_fact(
    const FactNames& fact, int slot, Whose whose, std::string_view tail, const Node& node) {
    if (tail.empty() && slot != no_slot) {
        Typed statement{Kind::fact};
        statement.fact = &fact;
        statement.slot = slot;
        return statement;
    }
    std::vector<std::string> known = {"value"};
    for (std::size_t i = 0; i < fact.fields.size(); ++i) {
        if (fact.fields[i].name == tail || (i == 0 && (tail == "value" || tail.empty()))) {
            Typed figure{Kind::number};
            figure.measure = fact.fields[i].measure;
            emit_field({fact.id, static_cast<int>(i), slot, whose, figure.measure,
                std::string(prefix_of(whose)) + fact.name + "." + fact.fields[i].name});
            return figure;
        }
        known.push_back(fact.fields[i].name);
    }
    if (const auto shared = field_of_kind(fact, slot, whose, tail)) return *shared;
    if (repeats(language_codes::unknown_field, node)) return {};
    complain(language_codes::unknown_field, node,
        {{"of", same(fact.name)}, {"name", same(tail)}, {"near", near_or_all(tail, known)}});
    return {};
}

/// Facts of one kind share their fields: one that only others have is never stated of this one.
std::optional<Typed> NameResolver::field_of_kind(const FactNames& fact, int slot, Whose whose, std::string_view tail) {
    for (const FactNames& other : names().facts) {
        if (fact.kind.empty() || other.kind != fact.kind) continue;
        for (const auto& field : other.fields) {
            if (field.name != tail) continue;
            Typed figure{Typed::Kind::number};
            figure.measure = field.measure;
            constexpr int never = -1;
            emit_field({fact.id, never, slot, whose, figure.measure,
                std::string(prefix_of(whose)) + fact.name + "." + field.name});
            return figure;
        }
    }
    return std::nullopt;
}

std::optional<FieldRef> NameResolver::field_of(const Node& node) {
    const std::size_t code = program_.code.size();
    const std::size_t fields = program_.fields.size();
    const Typed part = visit(node);
    if (part.kind == Kind::failed) return std::nullopt;
    // A field emits exactly one instruction; it is taken back, for it is asked about, not read.
    if (part.kind == Kind::number && program_.code.size() == code + 1 && program_.code.back().op == Op::field) {
        FieldRef field = program_.fields[program_.code.back().argument];
        program_.code.pop_back();
        program_.fields.resize(fields);
        return field;
    }
    complain_type(language_codes::not_a_fact, node, part);
    return std::nullopt;
}

const TableNames* NameResolver::table_of(const Node& node) {
    const Typed part = visit(node);
    if (part.kind == Kind::table) return part.table;
    if (part.kind != Kind::failed) complain_type(language_codes::not_a_table, node, part);
    return nullptr;
}

namespace {

/// The cells where rows and columns cross, as far as the form has them.
Typed crossing_cells(
    const TableNames& table, const std::vector<int>& rows, const std::vector<int>& columns, Whose whose) {
    Typed cells{Kind::cells};
    cells.whose = whose;
    for (const int row : rows) {
        for (const int column : columns) {
            const auto index = static_cast<std::size_t>(row * table.columns->leaf_count() + column);
            if (!(*table.cells)[index]) continue;
            cells.measure = (*table.measures)[index];
            cells.cells.push_back({table.id, static_cast<int>(index), cells.measure, whose, 0, &table});
        }
    }
    return cells;
}

}  // namespace

/// A cell whose row or column the form lacks: it has a name, and no place.
Typed NameResolver::lacking_cell(const Node& node, const TableNames& table, Whose whose) {
    Typed cell{Kind::cells};
    cell.whose = whose;
    cell.single = true;
    program_.texts.push_back(table.name + "[" + node.kids[1].text + ", " + node.kids[2].text + "]");
    cell.cells.push_back(
        {table.id, -1, Measure::any, whose, static_cast<std::uint32_t>(program_.texts.size() - 1), &table});
    return cell;
}

Typed NameResolver::visit_index(const Node& node) {
    const Typed indexed = visit(node.kids[0]);
    if (indexed.kind == Kind::failed) return {};
    if (indexed.kind != Kind::table) return complain_type(language_codes::not_a_table, node.kids[0], indexed);
    const TableNames* table = indexed.table;
    bool is_row = false;
    bool is_column = false;
    const auto rows = select_leaves(*this, node.kids[1], *table, Axis::row, is_row);
    const auto columns = select_leaves(*this, node.kids[2], *table, Axis::column, is_column);
    if (!rows || !columns) return {};
    const bool single = is_row && is_column;
    if (single && (rows->empty() || columns->empty())) return lacking_cell(node, *table, indexed.whose);
    Typed cells = crossing_cells(*table, *rows, *columns, indexed.whose);
    cells.single = single;
    if (cells.cells.empty()) {
        complain(language_codes::no_such_cell, node,
            {{"table", same(table->name)}, {"row", same(node.kids[1].text)}, {"column", same(node.kids[2].text)}});
        return {};
    }
    return cells;
}

void NameResolver::emit_section(Question::What what, const Typed& section) {
    const std::string& name = names(section.whose).sections[static_cast<std::size_t>(section.node)];
    const std::string_view shown = what == Question::What::section_copied ? "copied"
        : what == Question::What::section_length                          ? "length"
                                                                          : "section";
    emit_question({what, section.whose, section.node, 0, no_slot, {}, std::string(shown) + "(" + name + ")"});
}

bool NameResolver::emit_section(Question::What what, const Node& node) {
    const Typed section = visit(node);
    if (section.kind == Typed::Kind::section) emit_section(what, section);
    else if (section.kind != Typed::Kind::failed) complain_type(language_codes::not_a_section, node, section);
    return section.kind == Typed::Kind::section;
}

bool NameResolver::emit_part(
    Question::What of_table, Question::What of_section, std::string_view name, const Typed& part, const Node& node) {
    const auto ask = [&](Question::What what, int id, const std::string& shown) {
        emit_question({what, part.whose, id, 0, no_slot, {}, std::string(name) + "(" + shown + ")"});
    };
    if (part.kind == Typed::Kind::table) ask(of_table, part.table->id, part.table->name);
    else if (part.kind == Typed::Kind::section)
        ask(of_section, part.node, names(part.whose).sections[static_cast<std::size_t>(part.node)]);
    else if (part.kind != Typed::Kind::failed) complain_type(language_codes::not_a_table, node, part);
    return part.kind == Typed::Kind::table || part.kind == Typed::Kind::section;
}

}  // namespace gouji
