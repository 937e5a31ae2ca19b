// SPDX-License-Identifier: Apache-2.0
#include "engine/language/compile.hpp"

#include "engine/base/calendar.hpp"
#include "engine/language/codes.hpp"
#include "engine/language/functions/functions.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Kind = Typed::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kind_names = {
    {{"错误", "a mistake"}, {"数", "a number"}, {"真假", "a truth"}, {"文字", "a text"},
        {"一组单元格", "several cells"}, {"集合", "a set"}, {"行", "a row"}, {"列", "a column"}, {"表", "a table"},
        {"节", "a section"}, {"事项", "a fact"}, {"报告", "a filing"}}};

struct NodeOperator {
    NodeKind kind;
    Op op;
};

constexpr std::array comparisons = {NodeOperator{NodeKind::equal, Op::equal},
    NodeOperator{NodeKind::unequal, Op::unequal}, NodeOperator{NodeKind::less, Op::less},
    NodeOperator{NodeKind::at_most, Op::at_most}, NodeOperator{NodeKind::greater, Op::greater},
    NodeOperator{NodeKind::at_least, Op::at_least}};
constexpr std::array connectives = {NodeOperator{NodeKind::both, Op::both}, NodeOperator{NodeKind::either, Op::either},
    NodeOperator{NodeKind::implies, Op::implies}};

struct Arithmetic {
    NodeKind kind;
    Op op;
    std::optional<Measure> (*measure)(Measure, Measure);
};

constexpr std::array arithmetics = {Arithmetic{NodeKind::add, Op::add, sum_of},
    Arithmetic{NodeKind::subtract, Op::subtract, difference_of},
    Arithmetic{NodeKind::multiply, Op::multiply, product_of}, Arithmetic{NodeKind::divide, Op::divide, quotient_of}};

template <class Table>
auto operator_in(const Table& table, NodeKind kind) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& one) { return one.kind == kind; });
    return found == table.end() ? nullptr : &*found;
}

Typed number_of(Measure measure) {
    Typed number{Kind::number};
    number.measure = measure;
    return number;
}

}  // namespace

bool is_comparison(NodeKind kind) { return operator_in(comparisons, kind) != nullptr; }

Words words_of(Kind kind) {
    const auto& [zh, en] = kind_names[static_cast<std::size_t>(kind)];
    return {std::string(zh), std::string(en)};
}

Words near_or_all(std::string_view wanted, const std::vector<std::string>& known) {
    if (const std::string near = nearest_name(wanted, known); !near.empty())
        return {"是否指“" + near + "”？", "Did you mean '" + near + "'?"};
    std::string list;
    std::size_t listed = 0;
    for (const std::string& name : known) {
        if (name.empty()) continue;  // of a table whose name is itself what is wrong
        if (++listed > 12) break;
        list += (list.empty() ? "" : ", ") + name;
    }
    if (list.empty()) return {"这里没有可用的名称。", "No names are available here."};
    if (listed > 12) list += ", …";
    return {"可用的有：" + list + "。", "Available: " + list + "."};
}

template <class Visit>
std::optional<Program> Compiler::compile(const Formula& formula, const Node& root, Visit visit) {
    const std::size_t before = mistakes_;
    program_ = {};
    formula_ = whole_ = &formula;
    root_ = &root;
    steps_ = 0;
    open_lets_.clear();
    for (std::size_t i = 0; i < lets_.size(); ++i) {
        if (&lets_[i].second == &formula) open_lets_.push_back(i);
    }
    slots_ = 0;
    for (const Binding& bound : bindings_) slots_ = std::max(slots_, bound.slot + 1);
    visit();
    if (mistakes_ != before) return std::nullopt;
    return std::move(program_);
}

std::optional<Program> Compiler::truth(const Formula& formula) {
    return compile(formula, formula.root, [&] { visit_truth(formula.root); });
}

std::optional<Program> Compiler::part(const Formula& formula, const Node& node) {
    return compile(formula, node, [&] { program_.measure = visit_value(node).measure; });
}

/// One case for each kind of node.
Typed Compiler::visit(const Node& node) {
    step();
    if (steps_ > most_steps) return {};
    if (is_comparison(node.kind)) return visit_comparison(node);
    if (operator_in(arithmetics, node.kind)) return visit_arithmetic(node);
    if (operator_in(connectives, node.kind)) return visit_connective(node);
    switch (node.kind) {
        case NodeKind::number:
        case NodeKind::date: return visit_literal(node);
        case NodeKind::truth: emit(Op::truth, node.text == "true" ? 1 : 0); return {Kind::truth};
        case NodeKind::text: emit_text(node.text); return {Kind::text};
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
        case NodeKind::invert:
            visit_truth(node.kids[0]);
            emit(Op::invert);
            return {Kind::truth};
        case NodeKind::set: {
            Typed set{Kind::set};
            for (const Node& kid : node.kids) set.members.push_back({formula_, &kid, whose_});
            return set;
        }
        default:
            complain(language_codes::syntax, node,
                {{"expected", {"一个数、名称或条件", "a number, a name or a condition"}}});
            return {};
    }
}

Typed Compiler::visit_literal(const Node& node) {
    std::optional<Decimal> number;
    Unit unit = unit_of(node.unit);
    if (node.kind == NodeKind::date) {
        unit.measure = Measure::date;
        if (const auto day = parse_day(node.text)) number = Decimal(*day);
        else complain(language_codes::no_such_day, node, {{"text", same(node.text)}});
    } else {
        const auto digits = Decimal::parse(node.text);
        number = digits ? digits->scaled(unit.power) : std::nullopt;
        if (!number)
            complain(
                language_codes::syntax, node, {{"expected", {"不超过 18 位的数", "a number of at most 18 digits"}}});
    }
    if (!number) return {};
    program_.numbers.push_back(*number);
    program_.spellings.push_back(node.text + node.unit);
    program_.measures.push_back(unit.measure);
    emit(Op::number, program_.numbers.size() - 1);
    return number_of(unit.measure);
}

Typed Compiler::visit_arithmetic(const Node& node) {
    const Arithmetic* arithmetic = operator_in(arithmetics, node.kind);
    const Measure left = visit_number(node.kids[0]);
    const Measure right = visit_number(node.kids[1]);
    emit(arithmetic->op);
    return number_of(join(arithmetic->measure(left, right), left, right, node));
}

Typed Compiler::visit_connective(const Node& node) {
    visit_truth(node.kids[0]);
    visit_truth(node.kids[1]);
    emit(operator_in(connectives, node.kind)->op);
    return {Kind::truth};
}

/// The left side is a text, and on the stack.
Typed Compiler::visit_texts_compared(const Node& node, Op op) {
    visit_text(node.kids[1]);
    check_level(node.kids[0], node.kids[1]);
    check_level(node.kids[1], node.kids[0]);
    emit(op);
    return {Kind::truth};
}

Typed Compiler::visit_comparison(const Node& node) {
    const NodeOperator* comparison = operator_in(comparisons, node.kind);
    const Typed left = visit_value(node.kids[0]);
    const std::size_t right_begins = program_.code.size();
    if (left.kind == Kind::text && (node.kind == NodeKind::equal || node.kind == NodeKind::unequal))
        return visit_texts_compared(node, comparison->op);
    if (left.kind != Kind::number && left.kind != Kind::failed)
        complain_type(language_codes::not_a_number, node.kids[0], left);
    const Measure right = visit_number(node.kids[1]);
    const Measure measure = join(left.measure, right, node);
    check_share(left.measure, node.kids[1]);
    check_share(right, node.kids[0]);
    program_.compared.push_back(measure);
    emit(comparison->op);
    if (&node == root_) program_.split = static_cast<std::uint32_t>(right_begins);
    return {Kind::truth};
}

/// 45.6 next to a share was meant as 45.6%: a share is a part of one.
void Compiler::check_share(Measure other, const Node& node) {
    if (other != Measure::share || node.kind != NodeKind::number || !node.unit.empty()) return;
    const auto number = Decimal::parse(node.text);
    if (number && *number > Decimal(1)) complain(language_codes::share_without_sign, node, {{"text", same(node.text)}});
}

void Compiler::check_level(const Node& name, const Node& text) {
    const auto& levels = names_.levels;
    if (name.kind != NodeKind::name || (name.text != "level" && name.text != "previous.level")
        || text.kind != NodeKind::text)
        return;
    if (std::find(levels.begin(), levels.end(), text.text) == levels.end()) complain_unknown(text, text.text, levels);
}

Typed Compiler::visit_in(const Node& node) {
    const Typed left = visit_value(node.kids[0]);
    const Typed set = visit(node.kids[1]);
    if (set.kind == Kind::failed || left.kind == Kind::failed) return {};
    if (set.kind != Kind::set) return complain_type(language_codes::not_a_set, node.kids[1], set);
    if (left.kind == Kind::truth) return complain_type(language_codes::not_a_number, node.kids[0], left);
    Measure measure = left.measure;
    const Formula* outer = formula_;
    const Whose outer_whose = whose_;
    for (const auto& [formula, member, whose] : set.members) {
        formula_ = formula;  // the meanings of a fact are written in the form file
        whose_ = whose;
        if (left.kind == Kind::text) {
            visit_text(*member);
            check_level(node.kids[0], *member);
        } else {
            check_share(measure, *member);
            measure = join(measure, visit_number(*member), node);
        }
        formula_ = outer;
        whose_ = outer_whose;
    }
    if (left.kind == Kind::number) program_.compared.push_back(measure);
    emit(Op::in, set.members.size());
    return {Kind::truth};
}

Typed Compiler::visit_except(const Node& node) {
    Typed all = visit_cells(node.kids[0]);
    const Typed out = visit_cells(node.kids[1]);
    if (all.kind == Kind::failed || out.kind == Kind::failed) return {};
    const std::size_t before = all.cells.size();
    std::erase_if(all.cells,
        [&](const CellRef& one) { return std::find(out.cells.begin(), out.cells.end(), one) != out.cells.end(); });
    if (!names_.lenient && all.cells.size() == before) complain(language_codes::excepts_nothing, node, {});
    all.single = false;
    return all;
}

Typed Compiler::visit_call(const Node& node) {
    const Function* function = function_named(node.text);
    if (!function) {
        if (repeats(language_codes::unknown_function, node)) return {};
        std::vector<std::string> known;
        for (const auto& each : functions()) known.emplace_back(each.name);
        complain(language_codes::unknown_function, node,
            {{"name", same(node.text)}, {"near", near_or_all(node.text, known)}});
        return {};
    }
    if (node.kids.size() < function->least || node.kids.size() > function->most) {
        complain(language_codes::wrong_arity, node,
            {{"name", same(node.text)}, {"given", same(std::to_string(node.kids.size()))},
                {"signature", same(function->signature)}});
        return {};
    }
    return function->compile(*this, node);
}

std::vector<Binding> Compiler::expand(const Formula& formula) {
    formula_ = whole_ = &formula;
    const std::size_t before = mistakes_;
    auto bindings = expand(formula.root);
    if (mistakes_ != before) bindings.clear();
    return bindings;
}

}  // namespace gouji
