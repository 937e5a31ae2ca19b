// SPDX-License-Identifier: Apache-2.0
#include "engine/language/compile.hpp"

#include "engine/base/calendar.hpp"
#include "engine/language/codes.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using Kind = Typed::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kind_names = {
    {{"错误", "a mistake"}, {"数", "a number"}, {"真假", "a truth"}, {"文字", "a text"},
        {"一组单元格", "several cells"}, {"集合", "a set"}, {"行", "a row"}, {"列", "a column"}, {"表", "a table"},
        {"节", "a section"}, {"事项", "a fact"}, {"报告", "a filing"}}};

struct Operator {
    NodeKind kind;
    Op op;
};

constexpr std::array comparisons = {Operator{NodeKind::equal, Op::equal}, Operator{NodeKind::unequal, Op::unequal},
    Operator{NodeKind::less, Op::less}, Operator{NodeKind::at_most, Op::at_most},
    Operator{NodeKind::greater, Op::greater}, Operator{NodeKind::at_least, Op::at_least}};
constexpr std::array connectives = {Operator{NodeKind::both, Op::both}, Operator{NodeKind::either, Op::either},
    Operator{NodeKind::implies, Op::implies}};

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
    Typed made{Kind::number};
    made.measure = measure;
    return made;
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
    for (const std::string& one : known) {
        if (one.empty()) continue;  // of a table whose name is itself what is wrong
        if (++listed > 12) break;
        list += (list.empty() ? "" : ", ") + one;
    }
    if (list.empty()) return {"这里没有可用的名称。", "There is nothing that could be named here."};
    if (listed > 12) list += ", …";
    return {"可用的有：" + list + "。", "There are: " + list + "."};
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
    for (const Binding& one : bindings_) slots_ = std::max(slots_, one.slot + 1);
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

void Compiler::complain(const Code& code, const Node& node, Substitutes arguments) {
    ++mistakes_;
    issues_.add({diagnose(code, arguments), formula_, node.span});
}

bool Compiler::repeats(const Code& code, const Node& node) {
    const bool told = issues_.has(code, formula_, node.span);
    if (told) ++mistakes_;
    return told;
}

Typed Compiler::complain_type(const Code& code, const Node& node, const Typed& got) {
    complain(code, node, {{"type", words_of(got.kind)}});
    return {};
}

void Compiler::complain_unknown(const Node& node, std::string_view name, const std::vector<std::string>& known) {
    if (repeats(language_codes::unknown_name, node)) return;
    complain(language_codes::unknown_name, node, {{"name", same(name)}, {"near", near_or_all(name, known)}});
}

Measure Compiler::join(std::optional<Measure> made, Measure a, Measure b, const Node& node) {
    if (made) return *made;
    complain(language_codes::measures_differ, node, {{"left", words_of(a)}, {"right", words_of(b)}});
    return a;
}

/// What is visited counts, too: cells and their exceptions make no instruction before they are whole.
void Compiler::step() {
    if (++steps_ != most_steps + 1) return;
    // Told of the formula that comes to so many, not of the let that happened to be the last straw.
    const Formula* inner = formula_;
    formula_ = whole_;
    complain(language_codes::too_many_steps, whole_->root, {{"limit", same(std::to_string(most_steps))}});
    formula_ = inner;
}

const Binding* Compiler::binding(std::string_view variable) const {
    for (auto one = bindings_.rbegin(); one != bindings_.rend(); ++one) {
        if (one->variable == variable) return &*one;
    }
    return nullptr;
}

Typed Compiler::visit_value(const Node& node) {
    Typed made = visit(node);
    if (made.kind == Kind::cells && made.single) {
        emit(made.cells.front());
        return number_of(made.measure);
    }
    const bool value =
        made.kind == Kind::number || made.kind == Kind::truth || made.kind == Kind::text || made.kind == Kind::failed;
    return value ? made : complain_type(language_codes::not_a_number, node, made);
}

Measure Compiler::visit_number(const Node& node) {
    const Typed made = visit_value(node);
    if (made.kind != Kind::number && made.kind != Kind::failed) complain_type(language_codes::not_a_number, node, made);
    return made.measure;
}

void Compiler::visit_truth(const Node& node) {
    const Typed made = visit(node);
    if (made.kind != Kind::truth && made.kind != Kind::failed) complain_type(language_codes::not_a_truth, node, made);
}

void Compiler::visit_text(const Node& node) {
    const Typed made = visit(node);
    if (made.kind != Kind::text && made.kind != Kind::failed) complain_type(language_codes::not_a_text, node, made);
}

Typed Compiler::visit_cells(const Node& node) {
    Typed made = visit(node);
    if (made.kind == Kind::cells || made.kind == Kind::failed) return made;
    return complain_type(language_codes::not_cells, node, made);
}

Typed Compiler::visit(const Node& node) {
    step();
    if (steps_ > most_steps) return {};
    if (is_comparison(node.kind)) return visit_comparison(node);
    if (operator_in(arithmetics, node.kind)) return visit_arithmetic(node);
    if (const Operator* connective = operator_in(connectives, node.kind)) {
        visit_truth(node.kids[0]);
        visit_truth(node.kids[1]);
        emit(connective->op);
        return {Kind::truth};
    }
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
            Typed made{Kind::set};
            for (const Node& kid : node.kids) made.members.emplace_back(formula_, &kid);
            return made;
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

Typed Compiler::visit_comparison(const Node& node) {
    const Operator* comparison = operator_in(comparisons, node.kind);
    const Typed left = visit_value(node.kids[0]);
    const std::size_t right_begins = program_.code.size();
    if (left.kind == Kind::text && (node.kind == NodeKind::equal || node.kind == NodeKind::unequal)) {
        visit_text(node.kids[1]);
        for (std::size_t side : {0U, 1U}) check_level(node.kids[side], node.kids[1 - side]);
        emit(comparison->op);
        return {Kind::truth};
    }
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

/// 45.6 beside a share was meant as 45.6%: a share is a part of one.
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
    for (const auto& [formula, member] : set.members) {
        formula_ = formula;  // the meanings of a fact stand in the form file
        if (left.kind == Kind::text) {
            visit_text(*member);
            check_level(node.kids[0], *member);
        } else {
            check_share(measure, *member);
            measure = join(measure, visit_number(*member), node);
        }
        formula_ = outer;
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

}  // namespace gouji
