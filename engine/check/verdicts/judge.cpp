// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/judge.hpp"

#include "engine/base/utf8.hpp"
#include "engine/check/verdicts/private_fingerprint.hpp"
#include "engine/check/verdicts/private_rule_walk.hpp"
#include "engine/check/verdicts/private_instance_verdict.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

/// What is said of a rule that has no instance in the filing.
void add_whole(std::vector<Verdict>& verdicts, const Rule& rule, Outcome outcome, Words why) {
    Verdict& made = add_verdict(verdicts, rule);
    made.outcome = outcome;
    made.why = std::move(why);
}

template <class Take>
void each_outcome(const Case& given, const Catalogue& catalogue, const Take& take) {
    Judging judging(given, catalogue);
    std::vector<Value> stack;
    visit_quickly(
        judging, catalogue,
        [&](const BoundInstance& bound, std::optional<Outcome> known) {
            take(known ? *known : InstanceJudge(judging.at_hand(), bound, stack).outcome());
        },
        [&](const Rule&, Outcome outcome, const auto&) { take(outcome); });
}

}  // namespace

std::array<int, 7> count_outcomes(const Case& given, const Catalogue& catalogue) {
    std::array<int, 7> counts{};
    each_outcome(given, catalogue, [&](Outcome outcome) { ++counts[static_cast<std::size_t>(outcome)]; });
    return counts;
}

std::vector<Outcome> outcomes_of(const Case& given, const Catalogue& catalogue) {
    std::vector<Outcome> outcomes;
    each_outcome(given, catalogue, [&](Outcome outcome) { outcomes.push_back(outcome); });
    return outcomes;
}

namespace {

/// What an instance is about, beside its place.
std::uint64_t saying_of(FilingsAtHand& at_hand, const BoundInstance& bound) {
    Saying made;
    for (const Mention* one : bound.mentions) {
        made.add(utf8::without_blanks(one->text));  // a PDF breaks lines where a page has none
        for (const std::string& word : one->scope) made.add(word);
    }
    // Tables of the report's own have no names, and may have the same labels.
    if (bound.rule.asks_totals) {
        Figures figures(at_hand, bound.scope, bound.mentions);
        for (const CellRef& one : bound.instance.check.cells)
            made.add(figures.operand(bound.instance.check, one).shown());
    }
    return made.digest();
}

/// An instance that simply passes is told by its name; the figures and sums of the others are looked up and written
/// out.
std::vector<Verdict> tell_all(const Case& given, const Catalogue& catalogue) {
    Judging judging(given, catalogue);
    std::vector<Value> stack;
    std::vector<Verdict> verdicts;
    // As many as the rules of one family make: to move them while the list grows costs more than what they say.
    constexpr std::size_t usual = 256;
    verdicts.reserve(usual);
    std::vector<std::uint64_t> said;
    said.reserve(usual);
    visit_quickly(
        judging, catalogue,
        [&](const BoundInstance& bound, std::optional<Outcome> known) {
            if (known == Outcome::pass) add_verdict(verdicts, bound.rule).at = bound.instance.at;
            else InstanceJudge(judging.at_hand(), bound, stack).judge(verdicts);
            said.push_back(saying_of(judging.at_hand(), bound));
        },
        [&](const Rule& rule, Outcome outcome, const auto& why) {
            add_whole(verdicts, rule, outcome, why());
            said.push_back(0);
        });
    number_fingerprints(*given.filing, said, verdicts);
    return verdicts;
}

}  // namespace

Judgement judge(const Case& given, const Catalogue& catalogue, Detail detail) {
    Judgement made;
    // In nearly all filings nothing fails, and to write down what nobody asks for takes most of the time.
    if (detail == Detail::findings) {
        made.untold = count_outcomes(given, catalogue);
        if (made.untold[static_cast<std::size_t>(Outcome::fail)] == 0) return made;
        made.untold = {};
    }
    made.verdicts = tell_all(given, catalogue);
    return made;
}

namespace {

/// Goes through the instances of the rules from `first` on that share their id.
template <class Take, class Add>
void visit_rule(Judging& judging, const Catalogue& catalogue, std::size_t first, const Take& take, const Add& add) {
    judging.visit(
        first, catalogue.rules[first].end_of_id,
        [](const Rule&, std::size_t, const RuleScope&) { return std::size_t{0}; }, take, add);
}

}  // namespace

std::vector<Verdict> judge_rule(const Case& given, const Catalogue& catalogue, std::size_t first) {
    Judging judging(given, catalogue);
    std::vector<Value> stack;
    std::vector<Verdict> verdicts;
    visit_rule(
        judging, catalogue, first,
        [&](const BoundInstance& bound) { InstanceJudge(judging.at_hand(), bound, stack).judge(verdicts); },
        [&](const Rule& rule, Outcome outcome, const auto& why) { add_whole(verdicts, rule, outcome, why()); });
    return verdicts;
}

void inspect_rule(const Case& given, const Catalogue& catalogue, std::size_t first,
    const std::function<void(const Inspected&)>& take) {
    Judging judging(given, catalogue, true);
    std::vector<Value> stack;
    std::vector<Verdict> verdicts;
    visit_rule(
        judging, catalogue, first,
        [&](const BoundInstance& bound) {
            InstanceJudge judge(judging.at_hand(), bound, stack);
            const Verdict& verdict = judge.judge(verdicts);
            Figures figures(judging.at_hand(), bound.scope, bound.mentions, judge.preferred());
            take({bound.rule, bound.instance, judging.names_for(bound.rule), figures, verdict});
        },
        [](const Rule&, Outcome, const auto&) {});
}

std::optional<PartValue> evaluate_part(const Inspected& inspected, const Formula& formula, const Node& node) {
    Issues issues;
    auto program =
        Compiler(inspected.names, inspected.instance.bindings, inspected.rule.lets, issues).part(formula, node);
    if (!program) return std::nullopt;
    const bool truth = !program->compared.empty();
    std::vector<Value> stack;
    PartValue made;
    made.value = truth && matters(inspected.rule.tolerance, *program)
        ? evaluate_within(inspected.rule.tolerance, *program, inspected.figures)
        : evaluate(*program, inspected.figures, stack);
    made.measure = program->measure;
    made.program = std::move(*program);
    return made;
}

std::string text_of(const Formula& formula, const Node& node) {
    Span whole = node.span;
    const std::function<void(const Node&)> widen = [&](const Node& one) {
        whole = hull(whole, one.span);
        for (const Node& kid : one.kids) widen(kid);
    };
    widen(node);
    std::string text = formula.text.substr(whole.start, whole.end - whole.start);
    const auto balance = [&](char open, char close) {
        for (auto i = std::count(text.begin(), text.end(), open) - std::count(text.begin(), text.end(), close); i > 0;
             --i)
            text += close;
    };
    balance('(', ')');
    balance('[', ']');
    balance('{', '}');
    return text;
}

}  // namespace gouji
