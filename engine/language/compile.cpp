// SPDX-License-Identifier: Apache-2.0
#include "engine/language/compile.hpp"

#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Kind = Typed::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kind_names = {{{"错误", "a mistake"}, {"数", "a number"},
    {"真假", "a truth"}, {"一组单元格", "several cells"}, {"集合", "a set"}, {"行", "a row"}, {"列", "a column"}, {"表", "a table"}, {"事项", "a fact"}}};

struct Operator {
    NodeKind kind;
    Op op;
};

constexpr std::array comparisons = {Operator{NodeKind::equal, Op::equal}, Operator{NodeKind::unequal, Op::unequal},
    Operator{NodeKind::less, Op::less}, Operator{NodeKind::at_most, Op::at_most}, Operator{NodeKind::greater, Op::greater},
    Operator{NodeKind::at_least, Op::at_least}};
constexpr std::array sums = {Operator{NodeKind::add, Op::add}, Operator{NodeKind::subtract, Op::subtract}, Operator{NodeKind::multiply, Op::multiply}};
constexpr std::array connectives = {Operator{NodeKind::both, Op::both}, Operator{NodeKind::either, Op::either}, Operator{NodeKind::implies, Op::implies}};

template <class Table>
const Operator* operator_in(const Table& table, NodeKind kind) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Operator& one) { return one.kind == kind; });
    return found == table.end() ? nullptr : &*found;
}

Typed number_of(Measure measure) {
    Typed made{Kind::number};
    made.measure = measure;
    return made;
}

}  // namespace

Words words_of(Kind kind) {
    const auto& [zh, en] = kind_names[static_cast<std::size_t>(kind)];
    return {std::string(zh), std::string(en)};
}

Words near_or_all(std::string_view wanted, const std::vector<std::string>& known) {
    if (const std::string near = nearest_name(wanted, known); !near.empty()) return {"是否指“" + near + "”？", "Did you mean '" + near + "'?"};
    std::string list;
    for (std::size_t i = 0; i < known.size() && i < 12; ++i) list += (i ? ", " : "") + known[i];
    if (known.size() > 12) list += ", …";
    return {"可用的有：" + list + "。", "There are: " + list + "."};
}

template <class Visit>
std::optional<Program> Compiler::compile(const Formula& formula, Visit visit) {
    const std::size_t before = issues_.size();
    program_ = {};
    formula_ = &formula;
    lets_seen_ = lets_.size();
    for (std::size_t i = 0; i < lets_.size(); ++i) {
        if (&lets_[i].second == &formula) lets_seen_ = i;
    }
    visit(formula.root);
    if (issues_.size() != before) return std::nullopt;
    return std::move(program_);
}

std::optional<Program> Compiler::truth(const Formula& formula) {
    return compile(formula, [&](const Node& root) { visit_truth(root); });
}

std::optional<Program> Compiler::number(const Formula& formula) {
    return compile(formula, [&](const Node& root) { program_.measure = visit_number(root); });
}

std::optional<Program> Compiler::any(const Formula& formula) {
    return compile(formula, [&](const Node& root) {
        const Typed made = visit(root);
        if (made.kind == Kind::cells && made.single) emit(made.cells.front());
        else if (made.kind != Kind::number && made.kind != Kind::truth && made.kind != Kind::failed) complain_type(language_codes::not_a_number, root, made);
        program_.measure = made.measure;
    });
}

std::optional<std::pair<Program, Program>> Compiler::sides(const Formula& formula) {
    if (!operator_in(comparisons, formula.root.kind)) return std::nullopt;
    const auto side = [&](std::size_t kid) {
        return compile(formula, [&](const Node& root) { program_.measure = visit_number(root.kids[kid]); });
    };
    auto left = side(0);
    auto right = side(1);
    if (!left || !right) return std::nullopt;
    return std::pair{std::move(*left), std::move(*right)};
}

void Compiler::complain(const Code& code, const Node& node, Substitutes arguments) {
    issues_.push_back({diagnose(code, arguments), formula_, node.span});
}

Typed Compiler::complain_type(const Code& code, const Node& node, const Typed& got) {
    complain(code, node, {{"type", words_of(got.kind)}});
    return {};
}

Measure Compiler::join(Measure a, Measure b, const Node& node) {
    if (const auto both = common(a, b)) return *both;
    complain(language_codes::measures_differ, node, {{"left", words_of(a)}, {"right", words_of(b)}});
    return a;
}

void Compiler::emit(const CellRef& cell) {
    const auto found = std::find(program_.cells.begin(), program_.cells.end(), cell);
    const auto index = found - program_.cells.begin();
    if (found == program_.cells.end()) program_.cells.push_back(cell);
    emit(Op::cell, static_cast<std::size_t>(index));
}

void Compiler::emit_field(Op op, const FieldRef& field) {
    const auto found = std::find(program_.fields.begin(), program_.fields.end(), field);
    const auto index = found - program_.fields.begin();
    if (found == program_.fields.end()) program_.fields.push_back(field);
    emit(op, static_cast<std::size_t>(index));
}

void Compiler::emit_table(const TableNames& table) {
    program_.tables.emplace_back(table.id, table.name);
    emit(Op::table_present, program_.tables.size() - 1);
}

const Binding* Compiler::binding(std::string_view variable) const {
    for (const auto& one : bindings_) {
        if (one.variable == variable) return &one;
    }
    return nullptr;
}

Measure Compiler::visit_number(const Node& node) {
    const Typed made = visit(node);
    if (made.kind == Kind::cells && made.single) emit(made.cells.front());
    else if (made.kind != Kind::number && made.kind != Kind::failed) complain_type(language_codes::not_a_number, node, made);
    return made.measure;
}

void Compiler::visit_truth(const Node& node) {
    const Typed made = visit(node);
    if (made.kind != Kind::truth && made.kind != Kind::failed) complain_type(language_codes::not_a_truth, node, made);
}

Typed Compiler::visit_cells(const Node& node) {
    Typed made = visit(node);
    if (made.kind == Kind::cells || made.kind == Kind::failed) return made;
    return complain_type(language_codes::not_cells, node, made);
}

Typed Compiler::visit(const Node& node) {
    if (operator_in(comparisons, node.kind)) return visit_comparison(node);
    if (const Operator* sum = operator_in(sums, node.kind)) {
        const Measure left = visit_number(node.kids[0]);
        const Measure measure = join(left, visit_number(node.kids[1]), node);
        emit(sum->op);
        return number_of(measure);
    }
    if (const Operator* connective = operator_in(connectives, node.kind)) {
        visit_truth(node.kids[0]);
        visit_truth(node.kids[1]);
        emit(connective->op);
        return {Kind::truth};
    }
    switch (node.kind) {
        case NodeKind::number: return visit_literal(node);
        case NodeKind::truth: emit(Op::truth, node.text == "true" ? 1 : 0); return {Kind::truth};
        case NodeKind::name: return visit_name(node);
        case NodeKind::index: return visit_index(node);
        case NodeKind::call: return visit_call(node);
        case NodeKind::except: return visit_except(node);
        case NodeKind::in: return visit_in(node);
        case NodeKind::negate: {
            const Measure measure = visit_number(node.kids[0]);
            emit(Op::negate);
            return number_of(measure);
        }
        case NodeKind::invert: visit_truth(node.kids[0]); emit(Op::invert); return {Kind::truth};
        case NodeKind::set: {
            Typed made{Kind::set};
            for (const Node& kid : node.kids) made.members.emplace_back(formula_, &kid);
            return made;
        }
        default:
            complain(language_codes::syntax, node, {{"expected", {"一个数、名称或条件", "a number, a name or a condition"}}});
            return {};
    }
}

Typed Compiler::visit_literal(const Node& node) {
    const Unit unit = unit_of(node.unit);
    const auto digits = Decimal::parse(node.text);
    const auto number = digits ? digits->scaled(unit.power) : std::nullopt;
    if (!number) {
        complain(language_codes::syntax, node, {{"expected", {"不超过 18 位的数", "a number of at most 18 digits"}}});
        return {};
    }
    program_.numbers.push_back(*number);
    program_.spellings.push_back(node.text + node.unit);
    emit(Op::number, program_.numbers.size() - 1);
    return number_of(unit.measure);
}

Typed Compiler::visit_comparison(const Node& node) {
    const Measure left = visit_number(node.kids[0]);
    join(left, visit_number(node.kids[1]), node);
    if (const Operator* comparison = operator_in(comparisons, node.kind)) emit(comparison->op);
    return {Kind::truth};
}

Typed Compiler::visit_in(const Node& node) {
    Measure measure = visit_number(node.kids[0]);
    const Typed set = visit(node.kids[1]);
    if (set.kind == Kind::failed) return {};
    if (set.kind != Kind::set) return complain_type(language_codes::not_a_set, node.kids[1], set);
    const Formula* outer = formula_;
    for (const auto& [formula, member] : set.members) {
        formula_ = formula;  // the meanings of a fact stand in the form file
        const Measure own = visit_number(*member);
        formula_ = outer;
        measure = join(measure, own, node);
    }
    emit(Op::in, set.members.size());
    return {Kind::truth};
}

Typed Compiler::visit_except(const Node& node) {
    Typed all = visit_cells(node.kids[0]);
    const Typed out = visit_cells(node.kids[1]);
    std::erase_if(all.cells, [&](const CellRef& one) { return std::find(out.cells.begin(), out.cells.end(), one) != out.cells.end(); });
    all.single = false;
    return all;
}

Typed Compiler::visit_call(const Node& node) {
    const Function* function = function_named(node.text);
    if (!function) {
        std::vector<std::string> known;
        for (const auto& one : functions()) known.emplace_back(one.name);
        complain(language_codes::unknown_function, node, {{"name", same(node.text)}, {"near", near_or_all(node.text, known)}});
        return {};
    }
    if (node.kids.size() < function->least || node.kids.size() > function->most) {
        complain(language_codes::wrong_arity, node,
            {{"name", same(node.text)}, {"given", same(std::to_string(node.kids.size()))}, {"signature", same(function->signature)}});
        return {};
    }
    return function->compile(*this, node);
}

}  // namespace gouji
