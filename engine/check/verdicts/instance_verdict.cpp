// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/private_instance_verdict.hpp"

#include "engine/check/figures/private_question_answers.hpp"
#include "engine/check/verdicts/private_sides_apart.hpp"
#include "engine/language/write_sum.hpp"
#include "engine/model/cell_unit.hpp"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::size_t most_trials = 1024;

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
    : at_hand_(at_hand), bound_(bound), stack_(stack), touched_(touched()) {}

std::vector<InstanceJudge::Touched> InstanceJudge::touched() const {
    std::vector<Touched> all;
    if (!at_hand_.has_choices()) return all;
    const Figures figures(at_hand_, bound_.scope, bound_.mentions);
    const auto look = [&](const CellRef& ref) {
        const Table* table = figures.filings().table(ref.whose, ref.table);
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
    for_each_cell(bound_.instance.check, look);
    if (bound_.instance.when) for_each_cell(*bound_.instance.when, look);
    return all;
}

/// All combinations of the readings touched that remain; false when there are too many or the search was given up.
bool InstanceJudge::spread(std::vector<Trial>& trials) const {
    trials = {{}};
    for (const Touched& one : touched_) {
        if (!one.table->searched) return false;
        std::vector<std::vector<int>> distinct;
        for (const Combination& combination : one.table->remaining) {
            std::vector<int> part;
            for (const std::size_t choice : one.choices) part.push_back(combination[choice]);
            if (std::find(distinct.begin(), distinct.end(), part) == distinct.end())
                distinct.push_back(std::move(part));
        }
        std::vector<Trial> grown;
        for (const Trial& trial : trials) {
            for (const auto& part : distinct) {
                Trial next = trial;
                for (std::size_t i = 0; i < part.size(); ++i)
                    next.readings.push_back({&one.table->choices[one.choices[i]], part[i]});
                grown.push_back(std::move(next));
            }
        }
        trials = std::move(grown);
        if (trials.size() > most_trials) return false;
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
    if (!bound_.instance.tolerant) return evaluate(bound_.instance.check, figures, stack_);
    const Value made = evaluate_within(bound_.rule.tolerance, bound_.instance.check, figures);
    if (!notes || bound_.rule.tolerance.kind != Tolerance::Kind::printed || !made.is_true()) return made;
    if (evaluate_within({Tolerance::Kind::rounding, {}, {}}, bound_.instance.check, figures).is_true()) return made;
    Notes::add(notes->assumptions,
        {"比例按截去末位以后的数字理解，不是四舍五入。",
            "A share is taken to be cut off after its last digit, not rounded."});
    return made;
}

/// The sum of a row does not come out, and would with the figure of a column that the form lacks.
bool InstanceJudge::may_lack_column(Figures& figures, Notes* notes) {
    const Program& check = bound_.instance.check;
    if (check.split == 0 || check.cells.empty() || check.cells.front().cell < 0) return false;
    const CellRef& first = check.cells.front();
    const Table* table = figures.filings().table(first.whose, first.table);
    if (!table || table->extra.empty() || !table->layout) return false;
    const int row = table->layout->row_of(first.cell);
    const bool one_row = std::all_of(check.cells.begin(), check.cells.end(), [&](const CellRef& cell) {
        return cell.whose == first.whose && cell.table == first.table && cell.cell >= 0
            && table->layout->row_of(cell.cell) == row;
    });
    const auto apart = one_row ? sides_apart(check, figures, stack_) : std::nullopt;
    if (!apart) return false;
    const Unit unit = unit_of(unit_of_cell(*table, first.cell));
    for (const ExtraFigure& one : table->extra) {
        const auto figure = one.row == row ? one.value.scaled(unit.power) : std::nullopt;
        if (!figure || !(Fraction(*figure).absolute() == apart->absolute())) continue;
        if (notes)
            Notes::add(notes->reasons,
                fill("相差的正是“{column}”一列的数，表单没有这一列。",
                    "The difference is the figure of the column {column}, which the form does not have.",
                    {{"column", same(one.column)}}));
        return true;
    }
    return false;
}

void InstanceJudge::run(Trial& trial, Notes* notes) {
    Figures figures(at_hand_, bound_.scope, bound_.mentions, trial.readings, notes);
    const auto outcome = [&] {
        if (bound_.instance.when) {
            const Value when = evaluate(*bound_.instance.when, figures, stack_);
            if (when.is_false()) return Outcome::not_applicable;
            if (when.kind == Value::Kind::overflow) return Outcome::error;
            if (!when.is_true()) return Outcome::undecided;
        }
        const Value check = evaluate_check(figures, notes);
        if (figures.must_fail()) return Outcome::fail;
        if (check.kind == Value::Kind::overflow) return Outcome::error;
        if (check.is_false()) {
            const bool scoped = figures.scoped() && !bound_.instance.judges_scope;
            return scoped || may_lack_column(figures, notes) ? Outcome::undecided : Outcome::fail;
        }
        return check.is_true() ? Outcome::pass : Outcome::undecided;
    };
    trial.outcome = outcome();
    trial.scoped = figures.scoped();
}

Outcome InstanceJudge::outcome() {
    std::vector<Trial> trials;
    if (!spread(trials)) return Outcome::undecided;
    for (Trial& trial : trials) {
        run(trial, nullptr);
        if (trial.outcome != trials.front().outcome) return Outcome::undecided;
    }
    return trials.front().outcome == Outcome::pass && was_evidence() ? Outcome::assumed : trials.front().outcome;
}

bool InstanceJudge::was_evidence() const {
    if (!bound_.rule.relation) return false;
    const Table* table = at_hand_.own().table(bound_.instance.at.table);
    if (!table || !table->layout || table->evidence.empty()) return false;
    const std::string& place = bound_.instance.at.row.empty() ? bound_.instance.at.column : bound_.instance.at.row;
    return std::any_of(table->evidence.begin(), table->evidence.end(), [&](int index) {
        const Equation& equation = table->layout->equations[static_cast<std::size_t>(index)];
        return equation.rule == bound_.rule.id && equation.place.zh == place;
    });
}

namespace {

/// The outcomes differ among the readings.
Words why_open(const auto& trials) {
    Words why = {"数字连写，尚有几种读法，结果不同。",
        "Digits that run together have several readings, and the readings differ in the result."};
    const auto passing =
        std::find_if(trials.begin(), trials.end(), [](const auto& trial) { return trial.outcome == Outcome::pass; });
    if (passing == trials.end()) return why;
    const Words reading = fill("读作 {reading} 时成立。", " The check holds when they are read as {reading}.",
        {{"reading", describe(passing->readings)}});
    return {why.zh + reading.zh, why.en + reading.en};
}

/// The outcome is the same under all readings.
Words why(Outcome outcome, const auto& trials, const Notes& notes) {
    switch (outcome) {
        case Outcome::undecided: {
            const auto scoped =
                std::find_if(trials.begin(), trials.end(), [](const auto& trial) { return trial.scoped != nullptr; });
            return scoped != trials.end() ? scope_note(*scoped->scoped) : join(notes.reasons);
        }
        case Outcome::error:
            return {
                "数值超出 18 位，无法计算。", "A number has more than 18 digits and cannot be used in a calculation."};
        case Outcome::not_applicable: return {"前提条件（when）不成立。", "The condition (when) does not hold."};
        case Outcome::assumed:
            return {"连写的数字正是借助这条关系分开的，所以它不能反过来证明这些数字。",
                "This relation was itself used to divide the digits, so it cannot confirm them."};
        case Outcome::pass:
        case Outcome::fail:
        case Outcome::waived: break;
    }
    return {};
}

}  // namespace

void InstanceJudge::combine(const std::vector<Trial>& trials, Notes& notes, Verdict& verdict) const {
    const Trial& first = trials.front();
    const bool is_same =
        std::all_of(trials.begin(), trials.end(), [&](const Trial& trial) { return trial.outcome == first.outcome; });
    if (!is_same) {
        verdict.outcome = Outcome::undecided;
        verdict.why = why_open(trials);
        return;
    }
    verdict.outcome = first.outcome == Outcome::pass && was_evidence() ? Outcome::assumed : first.outcome;
    verdict.why = why(verdict.outcome, trials, notes);
    if (verdict.outcome != Outcome::undecided) verdict.assumptions = std::move(notes.assumptions);
}

namespace {

/// One row whose digits run together: how it is read, and which readings were set aside for which reason.
void add_choice(const Table& table, const Choice& choice, std::vector<Words>& readings) {
    const std::string row = table.row_names().leaf(table.layout->row_of(choice.cells.front())).path;
    std::string kept;
    int remaining = 0;
    for (std::size_t r = 0; r < choice.readings.size(); ++r) {
        const auto& reading = choice.readings[r];
        if (reading.set_aside) continue;
        ++remaining;
        kept +=
            (kept.empty() ? "" : "，") + join(reading.values) + (static_cast<int>(r) == choice.preferred ? "*" : "");
    }
    if (remaining == 1) {
        kept.pop_back();
        readings.push_back(
            fill("“{row}”一行数字连写，读作 {kept}。", "The digits of row {row} run together and are read as {kept}.",
                {{"row", same(row)}, {"kept", same(kept)}}));
    } else {
        readings.push_back(fill("“{row}”一行数字连写，可读作：{kept}（* 为相差最小者）。",
            "The digits of row {row} run together; they may be read as {kept} (* has the smallest difference).",
            {{"row", same(row)}, {"kept", same(kept)}}));
    }
    std::size_t aside = 0;
    constexpr std::size_t most_aside = 5;
    for (const auto& reading : choice.readings) {
        if (!reading.set_aside || ++aside > most_aside) continue;
        readings.push_back(fill("不取 {reading}：{why}", "Not taken: {reading}. {why}",
            {{"reading", same(join(reading.values))}, {"why", *reading.set_aside}}));
    }
    if (aside <= most_aside) return;
    readings.push_back(fill("另有 {count} 种读法不取。", "{count} more {count|reading was|readings were} not taken.",
        {{"count", same(std::to_string(aside - most_aside))}}));
}

}  // namespace

void InstanceJudge::add_readings(Verdict& verdict) const {
    for (const Touched& touched : touched_) {
        for (const std::size_t index : touched.choices)
            add_choice(*touched.table, touched.table->choices[index], verdict.readings);
        if (touched.table->least_broken == 0) continue;
        verdict.readings.push_back(fill("无论怎样读，表中至少有 {count} 条关系不成立：必有一处有误。",
            "Under every reading at least {count} {count|relation|relations} of the table {count|fails|fail}, so at "
            "least one figure is wrong.",
            {{"count", same(std::to_string(touched.table->least_broken))}}));
    }
}

Verdict& InstanceJudge::judge(std::vector<Verdict>& verdicts) {
    Verdict& verdict = add_verdict(verdicts, bound_.rule);
    verdict.at = bound_.instance.at;
    verdict.bound = bound_.instance.bound;
    std::vector<Trial> trials;
    if (!spread(trials)) {
        verdict.outcome = Outcome::undecided;
        const bool own = std::any_of(
            touched_.begin(), touched_.end(), [](const Touched& one) { return one.table->layout == nullptr; });
        verdict.why = own ? Words{"自有表格的这些数有几种读法，表中没有关系可以确定是哪一种。",
                          "These figures of the report's own table have several readings, and nothing in it decides "
                          "between them."}
                          : fill("数字连写，读法超过 {limit} 种，未能逐一核对。",
                              "Digits that run together have more than {limit} readings; not all of them were checked.",
                              {{"limit", same(std::to_string(most_trials))}});
        return verdict;
    }
    Notes notes;
    for (Trial& trial : trials) run(trial, &notes);
    combine(trials, notes, verdict);
    if (verdict.outcome != Outcome::not_applicable) {
        Figures figures(at_hand_, bound_.scope, bound_.mentions, preferred());
        add_operands(figures, verdict);
        if (verdict.outcome == Outcome::fail) fill_message(figures, verdict);
    }
    if (!touched_.empty() && verdict.outcome != Outcome::pass) add_readings(verdict);
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

void InstanceJudge::add_operands(Figures& figures, Verdict& verdict) const {
    const Program& check = bound_.instance.check;
    const auto& mentions = bound_.mentions;
    for (const FieldRef& field : check.fields) verdict.operands.push_back(figures.operand(field));
    for (const CellRef& cell : check.cells) verdict.operands.push_back(figures.operand(check, cell));
    // For missing(): only the cells without a number.
    for (const Question& question : check.questions) {
        for (const CellRef& cell : missing_cells(question, figures.filings()))
            verdict.operands.push_back(figures.operand(check, cell));
    }
    for (const Question& question : check.questions) {
        for (const Dispute& dispute : disputes_of(question, figures.filings()))
            add_dispute(operands_of(question, dispute, figures.filings()), dispute, verdict);
    }
    if (!mentions.empty() && verdict.operands.empty())
        verdict.operands.push_back(
            {mentions[0]->text, std::nullopt, {}, {}, mentions[0]->text, mentions[0]->span, true});
}

MessageValues InstanceJudge::values_of_names() const {
    MessageValues values;
    for (const auto& bound : bound_.instance.bound) {
        std::string text = bound.second;
        for (std::size_t i = 0; i < bound_.mentions.size(); ++i) {
            if (bound_.instance.facts[i].variable == bound.first) text = bound_.mentions[i]->text;
        }
        values.emplace_back(bound.first, std::move(text));
    }
    return values;
}

void InstanceJudge::fill_message(Figures& figures, Verdict& verdict) {
    const Program& check = bound_.instance.check;
    if (verdict.written.empty()) verdict.written = write_out(check, figures);
    MessageValues values = values_of_names();
    // Counts and amounts are written as the language writes numbers; shares, dates and fractions as they are shown.
    const auto add = [&](const std::string& name, const Value& value, Measure measure) {
        const bool is_plain =
            value.is_number() && value.number.is_decimal() && measure != Measure::share && measure != Measure::date;
        if (is_plain) values.emplace_back(name, value.number.top());
        else if (value.is_text()) values.emplace_back(name, *value.text);
        else values.emplace_back(name, show(value, measure));
    };
    if (check.split > 0) {
        const Measure measure = check.compared.back();
        const Value left = evaluate_left(check, figures, stack_);
        const Value right = evaluate_right(check, figures, stack_);
        add("left", left, measure);
        add("right", right, measure);
        add("difference", apply(Op::subtract, left, right), difference_of(measure, measure).value_or(measure));
    }
    for (const auto& let : bound_.instance.lets)
        add(let.first, evaluate(let.second, figures, stack_), let.second.measure);
    verdict.message.zh = format_message(bound_.rule.message.zh, values, Language::zh);
    verdict.message.en = format_message(bound_.rule.message.en, values, Language::en);
}

}  // namespace gouji
