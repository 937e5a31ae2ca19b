// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/judge.hpp"

#include "engine/base/utf8.hpp"
#include "engine/check/verdicts/private_fingerprint.hpp"
#include "engine/check/verdicts/private_instance_verdict.hpp"
#include "engine/check/verdicts/private_quick_walk.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

/// The verdict of a rule that has no instance in the filing.
void add_whole(std::vector<Verdict>& verdicts, const Rule& rule, Outcome outcome, Words why) {
    Verdict& verdict = add_verdict(verdicts, rule);
    verdict.outcome = outcome;
    verdict.why = std::move(why);
}

/// The outcomes of all instances, without words.
template <class Add>
class OutcomeVisitor final : public QuickVisitor<OutcomeVisitor<Add>> {
public:
    OutcomeVisitor(RuleWalk& walk, const Catalogue& catalogue, const Add& add)
        : QuickVisitor<OutcomeVisitor<Add>>(walk, catalogue), at_hand_(walk.at_hand()), add_(add) {}

    void visit_outcome(const BoundInstance& bound, std::optional<Outcome> known) {
        add_(known ? *known : InstanceJudge(at_hand_, bound, stack_).outcome());
    }
    void visit_rule(const Rule&, Outcome outcome, const Reason&) override { add_(outcome); }

private:
    FilingsAtHand& at_hand_;
    const Add& add_;
    std::vector<Value> stack_;
};

template <class Add, class GoesOn>
void add_outcomes(const Case& asked, const Catalogue& catalogue, const Add& add, const GoesOn& goes_on) {
    RuleWalk walk(asked, catalogue);
    OutcomeVisitor<Add>(walk, catalogue, add).walk_while(goes_on);
}

template <class Add>
void add_outcomes(const Case& asked, const Catalogue& catalogue, const Add& add) {
    add_outcomes(asked, catalogue, add, [] { return true; });
}

}  // namespace

std::array<int, 7> count_outcomes(const Case& asked, const Catalogue& catalogue) {
    std::array<int, 7> counts{};
    add_outcomes(asked, catalogue, [&](Outcome outcome) { ++counts[static_cast<std::size_t>(outcome)]; });
    return counts;
}

std::vector<Outcome> outcomes_of(const Case& asked, const Catalogue& catalogue) {
    std::vector<Outcome> outcomes;
    add_outcomes(asked, catalogue, [&](Outcome outcome) { outcomes.push_back(outcome); });
    return outcomes;
}

namespace {

/// The verdicts of all instances. One that simply passes has its name only; the figures and sums of the others are
/// looked up and written out.
class VerdictVisitor final : public QuickVisitor<VerdictVisitor> {
public:
    VerdictVisitor(RuleWalk& walk, const Catalogue& catalogue)
        : QuickVisitor(walk, catalogue), at_hand_(walk.at_hand()) {
        // As many as the rules of one family make: to move verdicts while the list grows costs more than to fill them.
        constexpr std::size_t usual = 256;
        verdicts_.reserve(usual);
        digests_.reserve(usual);
    }

    void visit_outcome(const BoundInstance& bound, std::optional<Outcome> known) {
        if (known == Outcome::pass) add_verdict(verdicts_, bound.rule).at = bound.instance.at;
        else InstanceJudge(at_hand_, bound, stack_).judge(verdicts_);
        digests_.push_back(subject_digest(bound));
    }
    void visit_rule(const Rule& rule, Outcome outcome, const Reason& why) override {
        add_whole(verdicts_, rule, outcome, why());
        digests_.push_back(0);
    }

    std::vector<Verdict> numbered(const Filing& filing) {
        number_fingerprints(filing, digests_, verdicts_);
        return std::move(verdicts_);
    }

private:
    /// What an instance is about, beside its place.
    std::uint64_t subject_digest(const BoundInstance& bound) const {
        SubjectDigest digest;
        for (const Mention* mention : bound.mentions) {
            digest.add(utf8::without_blanks(mention->text));  // a PDF breaks lines where a page has none
            for (const std::string& word : mention->scope) digest.add(word);
        }
        // Tables of the report's own have no names, and may have the same labels.
        if (bound.rule.asks_totals) {
            Figures figures(at_hand_, bound.scope, bound.mentions);
            for (const CellRef& cell : bound.instance.check.cells)
                digest.add(figures.operand(bound.instance.check, cell).shown());
        }
        return digest.value();
    }

    FilingsAtHand& at_hand_;
    std::vector<Value> stack_;
    std::vector<Verdict> verdicts_;
    std::vector<std::uint64_t> digests_;
};

}  // namespace

Judgement judge(const Case& asked, const Catalogue& catalogue, Detail detail) {
    Judgement judgement;
    // Most filings pass, and to write down what nobody asks for takes most of the time. In the others nobody asks for
    // the counts alone, and counting ends where something fails.
    if (detail == Detail::findings) {
        auto& counts = judgement.unlisted;
        const auto add = [&](Outcome outcome) { ++counts[static_cast<std::size_t>(outcome)]; };
        const auto none_failed = [&] { return counts[static_cast<std::size_t>(Outcome::fail)] == 0; };
        add_outcomes(asked, catalogue, add, none_failed);
        if (none_failed()) return judgement;
        counts = {};
    }
    RuleWalk walk(asked, catalogue);
    VerdictVisitor visitor(walk, catalogue);
    visitor.walk_all();
    judgement.verdicts = visitor.numbered(*asked.filing);
    return judgement;
}

namespace {

/// The full way, for one rule.
class RuleVerdicts : public RuleVisitor {
public:
    explicit RuleVerdicts(RuleWalk& walk) : at_hand_(walk.at_hand()) {}

    void visit_instance(const BoundInstance& bound) override { InstanceJudge(at_hand_, bound, stack_).judge(verdicts); }
    void visit_rule(const Rule& rule, Outcome outcome, const Reason& why) override {
        add_whole(verdicts, rule, outcome, why());
    }

    std::vector<Verdict> verdicts;

private:
    FilingsAtHand& at_hand_;
    std::vector<Value> stack_;
};

class RuleInspection : public RuleVisitor {
public:
    RuleInspection(RuleWalk& walk, const std::function<void(const Inspected&)>& inspect)
        : walk_(walk), inspect_(inspect) {}

    void visit_instance(const BoundInstance& bound) override {
        InstanceJudge judge(walk_.at_hand(), bound, stack_);
        const Verdict& verdict = judge.judge(verdicts_);
        Figures figures(walk_.at_hand(), bound.scope, bound.mentions, judge.preferred());
        inspect_({bound.rule, bound.instance, walk_.names_for(bound.rule), figures, verdict});
    }

private:
    RuleWalk& walk_;
    const std::function<void(const Inspected&)>& inspect_;
    std::vector<Value> stack_;
    std::vector<Verdict> verdicts_;
};

}  // namespace

std::vector<Verdict> judge_rule(const Case& asked, const Catalogue& catalogue, std::size_t first) {
    RuleWalk walk(asked, catalogue);
    RuleVerdicts visitor(walk);
    walk.visit(first, catalogue.rules[first].end_of_id, visitor);
    return std::move(visitor.verdicts);
}

void inspect_rule(const Case& asked, const Catalogue& catalogue, std::size_t first,
    const std::function<void(const Inspected&)>& inspect) {
    RuleWalk walk(asked, catalogue, true);
    RuleInspection visitor(walk, inspect);
    walk.visit(first, catalogue.rules[first].end_of_id, visitor);
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
