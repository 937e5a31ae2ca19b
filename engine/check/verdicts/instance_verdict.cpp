// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/private_instance_verdict.hpp"

#include "engine/language/message.hpp"
#include "engine/language/write_sum.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t most_runs = 1024;

std::string join(const std::vector<Decimal>& values) {
    std::string text;
    for (const auto& one : values) text += (text.empty() ? "" : "|") + one.to_string();
    return text;
}

/// The first few; a row that is not there has seven missing cells and one reason.
Words join(const std::vector<Words>& all) {
    constexpr std::size_t most = 3;
    Words text;
    for (std::size_t i = 0; i < all.size() && i < most; ++i) {
        text.zh += all[i].zh;
        text.en += (text.en.empty() ? "" : " ") + all[i].en;
    }
    if (all.size() <= most) return text;
    const Words more =
        fill("另有 {count} 处。", " {count} more.", {{"count", same(std::to_string(all.size() - most))}});
    return {text.zh + more.zh, text.en + more.en};
}

Words describe(const std::vector<ChosenReading>& readings) {
    std::string text;
    for (const auto& one : readings) {
        text += (text.empty() ? "" : "; ") + join(one.choice->readings[static_cast<std::size_t>(one.reading)].values);
    }
    return same(text);
}

}  // namespace

Verdict& add_verdict(std::vector<Verdict>& verdicts, const Rule& rule) {
    Verdict& made = verdicts.emplace_back();
    made.rule = &rule;
    made.severity = rule.severity;
    return made;
}

InstanceJudge::InstanceJudge(FilingsAtHand& at_hand, const BoundInstance& bound, std::vector<Value>& stack)
    : at_hand_(at_hand),
      bound_(bound),
      rule_(bound.rule),
      instance_(bound.instance),
      stack_(stack),
      touched_(touched()) {}

std::vector<InstanceJudge::Touched> InstanceJudge::touched() const {
    std::vector<Touched> all;
    if (!at_hand_.has_choices()) return all;
    const Figures figures(at_hand_, bound_.scope, bound_.mentions);
    const auto look = [&](const CellRef& ref) {
        const Table* table = figures.table(ref.whose, ref.table);
        if (!table) return;
        for (std::size_t c = 0; c < table->choices.size(); ++c) {
            const auto& cells = table->choices[c].cells;
            if (std::find(cells.begin(), cells.end(), ref.cell) == cells.end()) continue;
            auto entry = std::find_if(all.begin(), all.end(), [&](const Touched& one) { return one.table == table; });
            if (entry == all.end()) entry = all.insert(all.end(), {table, {}});
            if (std::find(entry->choices.begin(), entry->choices.end(), c) == entry->choices.end())
                entry->choices.push_back(c);
        }
    };
    for_each_cell(instance_.check, look);
    if (instance_.when) for_each_cell(*instance_.when, look);
    return all;
}

/// All combinations of the readings touched that remain; false when there are too many or the search was given up.
bool InstanceJudge::spread(std::vector<Run>& runs) const {
    runs = {{}};
    for (const Touched& one : touched_) {
        if (!one.table->searched) return false;
        std::vector<std::vector<int>> distinct;
        for (const Combination& combination : one.table->remaining) {
            std::vector<int> part;
            for (const std::size_t choice : one.choices) part.push_back(combination[choice]);
            if (std::find(distinct.begin(), distinct.end(), part) == distinct.end())
                distinct.push_back(std::move(part));
        }
        std::vector<Run> grown;
        for (const Run& run : runs) {
            for (const auto& part : distinct) {
                Run next = run;
                for (std::size_t i = 0; i < part.size(); ++i)
                    next.readings.push_back({&one.table->choices[one.choices[i]], part[i]});
                grown.push_back(std::move(next));
            }
        }
        runs = std::move(grown);
        if (runs.size() > most_runs) return false;
    }
    return true;
}

std::vector<ChosenReading> InstanceJudge::preferred() const {
    std::vector<ChosenReading> all;
    for (const Touched& one : touched_) {
        for (const std::size_t index : one.choices)
            all.push_back({&one.table->choices[index], one.table->choices[index].preferred});
    }
    return all;
}

Value InstanceJudge::evaluate_check(Figures& figures, Notes* notes) {
    if (!instance_.tolerant) return evaluate(instance_.check, figures, stack_);
    const Value made = evaluate_within(rule_.tolerance, instance_.check, figures);
    if (!notes || rule_.tolerance.kind != Tolerance::Kind::printed || !made.is_true()) return made;
    if (evaluate_within({Tolerance::Kind::rounding, {}, {}}, instance_.check, figures).is_true()) return made;
    Notes::add(notes->assumptions,
        {"比例按截去末位以后的数字理解，不是四舍五入。",
            "A share is taken as cut off after its last digit, not as rounded."});
    return made;
}

void InstanceJudge::run(Run& one, Notes* notes) {
    Figures figures(at_hand_, bound_.scope, bound_.mentions, one.readings, notes);
    const auto outcome = [&] {
        if (instance_.when) {
            const Value when = evaluate(*instance_.when, figures, stack_);
            if (when.is_false()) return Outcome::not_applicable;
            if (when.kind == Value::Kind::overflow) return Outcome::error;
            if (!when.is_true()) return Outcome::undecided;
        }
        const Value check = evaluate_check(figures, notes);
        if (figures.must_fail()) return Outcome::fail;
        if (check.kind == Value::Kind::overflow) return Outcome::error;
        if (check.is_false()) return figures.scoped() && !instance_.judges_scope ? Outcome::undecided : Outcome::fail;
        return check.is_true() ? Outcome::pass : Outcome::undecided;
    };
    one.outcome = outcome();
    one.scoped = figures.scoped();
}

Outcome InstanceJudge::outcome() {
    std::vector<Run> runs;
    if (!spread(runs)) return Outcome::undecided;
    for (Run& one : runs) {
        run(one, nullptr);
        if (one.outcome != runs.front().outcome) return Outcome::undecided;
    }
    return runs.front().outcome == Outcome::pass && was_evidence() ? Outcome::assumed : runs.front().outcome;
}

bool InstanceJudge::was_evidence() const {
    if (!rule_.relation) return false;
    const Table* table = at_hand_.own().table(instance_.at.table);
    if (!table || !table->layout || table->evidence.empty()) return false;
    const std::string& place = instance_.at.row.empty() ? instance_.at.column : instance_.at.row;
    return std::any_of(table->evidence.begin(), table->evidence.end(), [&](int index) {
        const Equation& equation = table->layout->equations[static_cast<std::size_t>(index)];
        return equation.rule == rule_.id && equation.place.zh == place;
    });
}

void InstanceJudge::combine(const std::vector<Run>& runs, Notes& notes, Verdict& verdict) const {
    verdict.outcome = runs.front().outcome;
    const bool same_all =
        std::all_of(runs.begin(), runs.end(), [&](const Run& one) { return one.outcome == verdict.outcome; });
    if (!same_all) {
        verdict.outcome = Outcome::undecided;
        const auto passing =
            std::find_if(runs.begin(), runs.end(), [](const Run& one) { return one.outcome == Outcome::pass; });
        verdict.why = {"数字连写，尚有几种读法，结果不同。",
            "Digits run together have several readings, and they differ in the result."};
        if (passing != runs.end()) {
            const Words reading = fill("读作 {reading} 时成立。", " It holds when read as {reading}.",
                {{"reading", describe(passing->readings)}});
            verdict.why.zh += reading.zh;
            verdict.why.en += reading.en;
        }
        return;
    }
    switch (verdict.outcome) {
        case Outcome::undecided: {
            const auto scoped = std::find_if(runs.begin(), runs.end(), [](const Run& one) { return one.scoped; });
            verdict.why = scoped != runs.end() ? scope_note(*scoped->scoped) : join(notes.reasons);
            break;
        }
        case Outcome::error:
            verdict.why = {"数值超出 18 位，无法计算。", "A number goes beyond 18 digits and cannot be computed with."};
            break;
        case Outcome::not_applicable:
            verdict.why = {"前提条件（when）不成立。", "Its condition (when) does not hold."};
            break;
        case Outcome::pass:
            if (was_evidence()) {
                verdict.outcome = Outcome::assumed;
                verdict.why = {"连写的数字正是借助这条关系分开的，因此它不能证明自己。",
                    "The digits were divided with the help of this very relation: it proves nothing about itself."};
            }
            break;
        default: break;
    }
    if (verdict.outcome != Outcome::undecided) verdict.assumptions = std::move(notes.assumptions);
}

void InstanceJudge::tell_readings(Verdict& verdict) const {
    for (const Touched& one : touched_) {
        for (const std::size_t index : one.choices) {
            const Choice& choice = one.table->choices[index];
            const std::string row = one.table->row_names().leaf(one.table->layout->row_of(choice.cells.front())).path;
            std::string kept;
            int remaining = 0;
            for (std::size_t r = 0; r < choice.readings.size(); ++r) {
                const auto& reading = choice.readings[r];
                if (reading.set_aside) continue;
                ++remaining;
                kept += (kept.empty() ? "" : "，") + join(reading.values)
                    + (static_cast<int>(r) == choice.preferred ? "*" : "");
            }
            if (remaining == 1) {
                kept.pop_back();
                verdict.readings.push_back(fill("“{row}”一行数字连写，读作 {kept}。",
                    "The digits of row {row} run together and are read as {kept}.",
                    {{"row", same(row)}, {"kept", same(kept)}}));
            } else {
                verdict.readings.push_back(fill("“{row}”一行数字连写，可读作：{kept}（* 为相差最小者）。",
                    "The digits of row {row} run together; they may be read as {kept} (* differs least).",
                    {{"row", same(row)}, {"kept", same(kept)}}));
            }
            std::size_t aside = 0;
            constexpr std::size_t most_aside = 5;
            for (const auto& reading : choice.readings) {
                if (!reading.set_aside || ++aside > most_aside) continue;
                verdict.readings.push_back(fill("不取 {reading}：{why}", "Set aside {reading}: {why}",
                    {{"reading", same(join(reading.values))}, {"why", *reading.set_aside}}));
            }
            if (aside > most_aside) {
                const Words more = same(std::to_string(aside - most_aside));
                verdict.readings.push_back(
                    fill("另有 {count} 种读法不取。", "{count} more were set aside.", {{"count", more}}));
            }
        }
        if (one.table->least_broken > 0) {
            verdict.readings.push_back(fill("无论怎样读，表中至少有 {count} 条关系不成立：必有一处有误。",
                "However it is read, at least {count} relations of the table fail: something is wrong for certain.",
                {{"count", same(std::to_string(one.table->least_broken))}}));
        }
    }
}

Verdict& InstanceJudge::judge(std::vector<Verdict>& verdicts) {
    Verdict& verdict = add_verdict(verdicts, rule_);
    verdict.at = instance_.at;
    verdict.bound = instance_.bound;
    std::vector<Run> runs;
    if (!spread(runs)) {
        verdict.outcome = Outcome::undecided;
        verdict.why = fill("数字连写，读法超过 {limit} 种，未能逐一核对。",
            "Digits run together have more than {limit} readings; not all were checked.",
            {{"limit", same(std::to_string(most_runs))}});
        return verdict;
    }
    Notes notes;
    for (Run& one : runs) run(one, &notes);
    combine(runs, notes, verdict);
    if (verdict.outcome != Outcome::not_applicable) {
        Figures figures(at_hand_, bound_.scope, bound_.mentions, preferred());
        tell(figures, verdict);
    }
    if (!touched_.empty() && verdict.outcome != Outcome::pass) tell_readings(verdict);
    return verdict;
}

namespace {

/// 申请[本年新收, 总计] 185 ≠ 186 (report.txt)
void add_dispute(std::vector<Operand>&& operands, const Dispute& dispute, Verdict& verdict) {
    std::string line = dispute.name;
    for (Operand& one : operands) {
        line += (&one == &operands.front() ? " " : " ≠ ") + one.shown();
        if (one.elsewhere) line += " (" + one.elsewhere->file + ")";
        verdict.operands.push_back(std::move(one));
    }
    verdict.written.push_back(std::move(line));
}

}  // namespace

void InstanceJudge::tell(Figures& figures, Verdict& verdict) {
    const auto& mentions = bound_.mentions;
    for (const auto& ref : instance_.check.fields) verdict.operands.push_back(figures.operand(ref));
    for (const auto& ref : instance_.check.cells) verdict.operands.push_back(figures.operand(instance_.check, ref));
    // Of the cells asked for want of a number those that have none.
    for (const Question& one : instance_.check.questions) {
        for (const CellRef& ref : figures.missing_of(one))
            verdict.operands.push_back(figures.operand(instance_.check, ref));
    }
    for (const Question& one : instance_.check.questions) {
        for (const Dispute& dispute : figures.disputes(one))
            add_dispute(figures.operands_of(one, dispute), dispute, verdict);
    }
    if (!mentions.empty() && verdict.operands.empty())
        verdict.operands.push_back(
            {mentions[0]->text, std::nullopt, {}, {}, mentions[0]->text, mentions[0]->span, true});
    if (verdict.outcome != Outcome::fail) return;
    if (verdict.written.empty()) verdict.written = write_out(instance_.check, figures);
    fill_message(figures, verdict);
}

void InstanceJudge::fill_message(Figures& figures, Verdict& verdict) {
    MessageValues values;
    for (const auto& [name, shown] : instance_.bound) {
        std::string text = shown;
        for (std::size_t i = 0; i < bound_.mentions.size(); ++i) {
            if (instance_.facts[i].variable == name) text = bound_.mentions[i]->text;
        }
        values.emplace_back(name, std::move(text));
    }
    // Counts and amounts are written as the language writes numbers; shares, dates and fractions as they are shown.
    const auto put = [&](const std::string& name, const Value& value, Measure measure) {
        const bool plain =
            value.is_number() && value.number.is_decimal() && measure != Measure::share && measure != Measure::date;
        if (plain) values.emplace_back(name, value.number.top());
        else if (value.is_text()) values.emplace_back(name, *value.text);
        else values.emplace_back(name, show(value, measure));
    };
    const Program& check = instance_.check;
    if (check.split > 0) {
        const Measure measure = check.compared.back();
        const Value left = evaluate_left(check, figures, stack_);
        const Value right = evaluate_right(check, figures, stack_);
        put("left", left, measure);
        put("right", right, measure);
        put("difference", apply(Op::subtract, left, right), difference_of(measure, measure).value_or(measure));
    }
    for (const auto& [name, program] : instance_.lets) put(name, evaluate(program, figures, stack_), program.measure);
    verdict.message.zh = format_message(rule_.message.zh, values, Language::zh);
    verdict.message.en = format_message(rule_.message.en, values, Language::en);
}

}  // namespace gouji
