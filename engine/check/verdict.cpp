// SPDX-License-Identifier: Apache-2.0
#include "engine/check/private_verdict.hpp"

#include "engine/language/message.hpp"
#include "engine/language/write.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

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
    const Words more = fill("另有 {count} 处。", " {count} more.", {{"count", same(std::to_string(all.size() - most))}});
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

Verdict verdict_of(const Rule& rule) {
    Verdict made;
    made.rule = rule.id;
    made.severity = rule.severity;
    made.title = rule.title;
    made.basis = rule.basis;
    return made;
}

std::string fingerprint_of(const Filing& filing, const Verdict& verdict, int running) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a: stable everywhere, and nobody gains by a collision
    const auto mix = [&](std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        hash = (hash ^ 0x1FU) * 1099511628211ULL;
    };
    mix(filing.organ);
    mix(filing.year ? std::to_string(*filing.year) : "");
    for (const auto* part : {&verdict.rule, &verdict.at.table, &verdict.at.row, &verdict.at.column, &verdict.at.fact}) mix(*part);
    mix(std::to_string(running));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[hash >> shift & 0xF];
    return text;
}

std::vector<InstanceJudge::Touched> InstanceJudge::touched() const {
    std::vector<Touched> all;
    const auto look = [&](const CellRef& ref) {
        const auto numbered = std::find_if(tables_.begin(), tables_.end(), [&](const NumberedTable& one) { return one.id == ref.table; });
        if (numbered == tables_.end() || !numbered->table) return;
        const Table& table = *numbered->table;
        for (std::size_t c = 0; c < table.choices.size(); ++c) {
            const auto& cells = table.choices[c].cells;
            if (std::find(cells.begin(), cells.end(), ref.cell) == cells.end()) continue;
            auto entry = std::find_if(all.begin(), all.end(), [&](const Touched& one) { return one.table == &table; });
            if (entry == all.end()) entry = all.insert(all.end(), {&table, {}});
            if (std::find(entry->choices.begin(), entry->choices.end(), c) == entry->choices.end()) entry->choices.push_back(c);
        }
    };
    for (const auto& one : instance_.check.cells) look(one);
    if (instance_.when) {
        for (const auto& one : instance_.when->cells) look(one);
    }
    return all;
}

/// All combinations of the readings touched that remain; false when there are too many or the search was given up.
bool InstanceJudge::spread(const std::vector<Touched>& touched, std::vector<Run>& runs) const {
    runs = {{}};
    for (const Touched& one : touched) {
        if (!one.table->searched) return false;
        std::vector<std::vector<int>> distinct;
        for (const Combination& combination : one.table->remaining) {
            std::vector<int> part;
            for (const std::size_t choice : one.choices) part.push_back(combination[choice]);
            if (std::find(distinct.begin(), distinct.end(), part) == distinct.end()) distinct.push_back(std::move(part));
        }
        std::vector<Run> grown;
        for (const Run& run : runs) {
            for (const auto& part : distinct) {
                Run next = run;
                for (std::size_t i = 0; i < part.size(); ++i) next.readings.push_back({&one.table->choices[one.choices[i]], part[i]});
                grown.push_back(std::move(next));
            }
        }
        runs = std::move(grown);
        if (runs.size() > most_runs) return false;
    }
    return true;
}

Outcome InstanceJudge::run(const std::vector<ChosenReading>& readings) {
    figures_.choose(readings);
    if (instance_.when) {
        const Value when = evaluate(*instance_.when, figures_, stack_);
        if (when.is_false()) return Outcome::not_applicable;
        if (when.kind == Value::Kind::overflow) return Outcome::error;
        if (!when.is_true()) return Outcome::undecided;
    }
    const Value check = evaluate(instance_.check, figures_, stack_);
    if (figures_.must_fail()) return Outcome::fail;
    if (check.kind == Value::Kind::overflow) return Outcome::error;
    if (check.is_false()) return figures_.scoped() ? Outcome::undecided : Outcome::fail;
    return check.is_true() ? Outcome::pass : Outcome::undecided;
}

bool InstanceJudge::was_evidence() const {
    const Table* table = filing_.table(instance_.at.table);
    if (!rule_.relation || !table || !table->layout) return false;
    const std::string& place = instance_.at.row.empty() ? instance_.at.column : instance_.at.row;
    return std::any_of(table->evidence.begin(), table->evidence.end(), [&](int index) {
        const Equation& equation = table->layout->equations[static_cast<std::size_t>(index)];
        return equation.rule == rule_.id && equation.place.zh == place;
    });
}

void InstanceJudge::combine(const std::vector<Run>& runs, Verdict& verdict) {
    verdict.outcome = runs.front().outcome;
    const bool same_all = std::all_of(runs.begin(), runs.end(), [&](const Run& one) { return one.outcome == verdict.outcome; });
    if (!same_all) {
        verdict.outcome = Outcome::undecided;
        const auto passing = std::find_if(runs.begin(), runs.end(), [](const Run& one) { return one.outcome == Outcome::pass; });
        verdict.why = {"数字连写，尚有几种读法，结果不同。", "Digits run together have several readings, and they differ in the result."};
        if (passing != runs.end()) {
            const Words reading = fill("读作 {reading} 时成立。", " It holds when read as {reading}.", {{"reading", describe(passing->readings)}});
            verdict.why.zh += reading.zh;
            verdict.why.en += reading.en;
        }
        return;
    }
    switch (verdict.outcome) {
        case Outcome::undecided: verdict.why = figures_.scoped() ? *figures_.scoped() : join(figures_.reasons()); break;
        case Outcome::error: verdict.why = {"数值超出 18 位，无法计算。", "A number goes beyond 18 digits and cannot be computed with."}; break;
        case Outcome::not_applicable: verdict.why = {"前提条件（when）不成立。", "Its condition (when) does not hold."}; break;
        case Outcome::pass:
            if (was_evidence()) {
                verdict.outcome = Outcome::assumed;
                verdict.why = {"连写的数字正是借助这条关系分开的，因此它不能证明自己。", "The digits were divided with the help of this very relation: it proves nothing about itself."};
            }
            break;
        default: break;
    }
    verdict.assumptions = figures_.assumptions();
}

void InstanceJudge::tell_readings(const std::vector<Touched>& touched, Verdict& verdict) const {
    for (const Touched& one : touched) {
        for (const std::size_t index : one.choices) {
            const Choice& choice = one.table->choices[index];
            const std::string row = one.table->row_names().leaf(one.table->layout->row_of(choice.cells.front())).path;
            std::string kept;
            int remaining = 0;
            for (std::size_t r = 0; r < choice.readings.size(); ++r) {
                const auto& reading = choice.readings[r];
                if (reading.set_aside) continue;
                ++remaining;
                kept += (kept.empty() ? "" : "，") + join(reading.values) + (static_cast<int>(r) == choice.preferred ? "*" : "");
            }
            if (remaining == 1) {
                kept.pop_back();
                verdict.readings.push_back(fill("“{row}”一行数字连写，读作 {kept}。", "The digits of row {row} run together and are read as {kept}.", {{"row", same(row)}, {"kept", same(kept)}}));
            } else {
                verdict.readings.push_back(fill("“{row}”一行数字连写，可读作：{kept}（* 为相差最小者）。", "The digits of row {row} run together; they may be read as {kept} (* differs least).", {{"row", same(row)}, {"kept", same(kept)}}));
            }
            std::size_t aside = 0;
            constexpr std::size_t most_aside = 5;
            for (const auto& reading : choice.readings) {
                if (!reading.set_aside || ++aside > most_aside) continue;
                verdict.readings.push_back(fill("不取 {reading}：{why}", "Set aside {reading}: {why}", {{"reading", same(join(reading.values))}, {"why", *reading.set_aside}}));
            }
            if (aside > most_aside) {
                const Words more = same(std::to_string(aside - most_aside));
                verdict.readings.push_back(fill("另有 {count} 种读法不取。", "{count} more were set aside.", {{"count", more}}));
            }
        }
        if (one.table->least_broken > 0) {
            verdict.readings.push_back(fill("无论怎样读，表中至少有 {count} 条关系不成立：必有一处有误。", "However it is read, at least {count} relations of the table fail: something is wrong for certain.",
                {{"count", same(std::to_string(one.table->least_broken))}}));
        }
    }
}

std::optional<Verdict> InstanceJudge::judge(const Mention* mention) {
    Verdict verdict = verdict_of(rule_);
    verdict.at = instance_.at;
    verdict.bound = instance_.bound;
    figures_.bind(mention);
    figures_.reset();
    const std::vector<Touched> choices = touched();
    std::vector<Run> runs;
    if (!spread(choices, runs)) {
        verdict.outcome = Outcome::undecided;
        verdict.why = {"数字连写，读法太多，未能逐一核对。", "Digits run together have too many readings to check them all."};
        return verdict;
    }
    for (Run& one : runs) one.outcome = run(one.readings);
    combine(runs, verdict);
    // What is told is told under the preferred readings.
    std::vector<ChosenReading> preferred;
    for (const Touched& one : choices) {
        for (const std::size_t index : one.choices) preferred.push_back({&one.table->choices[index], one.table->choices[index].preferred});
    }
    figures_.choose(std::move(preferred));
    if (verdict.outcome != Outcome::not_applicable) tell(mention, verdict);
    if (!choices.empty() && verdict.outcome != Outcome::pass) tell_readings(choices, verdict);
    return verdict;
}

void InstanceJudge::tell(const Mention* mention, Verdict& verdict) {
    for (const auto& ref : instance_.check.fields) verdict.operands.push_back(figures_.operand(ref));
    for (const auto& ref : instance_.check.cells) verdict.operands.push_back(figures_.operand(ref));
    if (mention && verdict.operands.empty()) verdict.operands.push_back({mention->text, std::nullopt, {}, {}, mention->text, mention->span, true});
    if (verdict.outcome != Outcome::fail) return;
    verdict.written = write_out(instance_.check, figures_);
    fill_message(mention, verdict);
}

void InstanceJudge::fill_message(const Mention* mention, Verdict& verdict) {
    MessageValues values;
    for (const auto& [name, shown] : instance_.bound) values.emplace_back(name, mention && name == instance_.fact_variable ? mention->text : shown);
    const auto number = [&](const std::string& name, const Program& program) {
        const Value value = evaluate(program, figures_, stack_);
        if (value.is_number()) values.emplace_back(name, value.number);
        else values.emplace_back(name, value.kind == Value::Kind::truth ? (value.truth ? "true" : "false") : "?");
        return value;
    };
    if (instance_.sides) {
        const Value left = number("left", instance_.sides->first);
        const Value right = number("right", instance_.sides->second);
        const auto apart = left.is_number() && right.is_number() ? subtract(left.number, right.number) : std::nullopt;
        if (apart) values.emplace_back("difference", *apart);
        else values.emplace_back("difference", "?");
    }
    for (const auto& [name, program] : instance_.lets) number(name, program);
    verdict.message.zh = format_message(rule_.message.zh, values, Language::zh);
    verdict.message.en = format_message(rule_.message.en, values, Language::en);
}

}  // namespace gouji
