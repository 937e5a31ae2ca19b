// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/rule_tools.hpp"

#include "reports/finding/private_plural.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::int64_t size_of(const auto& all) { return static_cast<std::int64_t>(all.size()); }

bool seen_both(const ConditionSeen& condition) { return condition.held > 0 && condition.failed > 0; }

void write_condition(JsonWriter& json, const ConditionSeen& condition) {
    json.object([&] {
        json.field("text", std::string_view(condition.text));
        json.number_field("line", condition.line);
        json.number_field("true", condition.held);
        json.number_field("false", condition.failed);
        json.number_field("unknown", condition.open);
    });
}

void write_coverage(JsonWriter& json, const RuleCoverage& rule) {
    json.object([&] {
        json.field("rule", std::string_view(rule.rule));
        json.field("file", std::string_view(rule.file));
        json.number_field("line", rule.line);
        json.number_field("tests", rule.tests);
        json.key("outcomes");
        json.object([&] {
            for (std::size_t i = 0; i < rule.outcomes.size(); ++i)
                json.number_field(outcome_names[i], rule.outcomes[i]);
        });
        json.list(
            "conditions", rule.conditions, [&](const ConditionSeen& condition) { write_condition(json, condition); });
    });
}

/// Its counts, and the conditions that were not seen both true and false.
std::string coverage_text(const RuleCoverage& rule, Language language) {
    const auto count = [&](Outcome outcome) { return number_words(rule.outcomes[static_cast<std::size_t>(outcome)]); };
    std::string out = rule.rule + "  " + rule.file + ":" + std::to_string(rule.line) + "\n"
        + fill("  {tests} 个例子：通过 {pass}，不通过 {fail}，不能判定 {undecided}，不适用 {na}\n",
            "  {tests}: pass {pass}, fail {fail}, undecided {undecided}, not applicable {na}\n",
            {{"tests", counted(rule.tests, "test", "tests")}, {"pass", count(Outcome::pass)},
                {"fail", count(Outcome::fail)}, {"undecided", count(Outcome::undecided)},
                {"na", count(Outcome::not_applicable)}},
            language);
    for (const ConditionSeen& condition : rule.conditions) {
        if (seen_both(condition)) continue;
        out += fill("  第 {line} 行 {text}：成立 {held} 次，不成立 {failed} 次，未知 {open} 次\n",
            "  line {line}, {text}: true {held}, false {failed}, unknown {open}\n",
            {{"line", number_words(condition.line)}, {"text", same(condition.text)},
                {"held", number_words(condition.held)}, {"failed", number_words(condition.failed)},
                {"open", number_words(condition.open)}},
            language);
    }
    return out;
}

void write_survivor(JsonWriter& json, const Mutant& mutant) {
    json.object([&] {
        json.field("rule", std::string_view(mutant.rule));
        json.field("file", std::string_view(mutant.file));
        json.number_field("line", mutant.line);
        json.field("formula", std::string_view(mutant.before));
        json.field("change", mutant.change);
    });
}

void write_unwatched(JsonWriter& json, const Unwatched& table) {
    json.object([&] {
        json.field("form", std::string_view(table.form));
        json.field("table", std::string_view(table.table));
        json.list("cells", table.cells, [&](const std::string& cell) { json.text(cell); });
    });
}

std::string unwatched_text(const Unwatched& table, Language language) {
    constexpr std::size_t most = 6;
    std::string out = fill("{form} {table}：{count} 格没有规则看：", "{form} {table}: {count} that no rule watches: ",
        {{"form", same(table.form)}, {"table", same(table.table)},
            {"count", counted(size_of(table.cells), "cell", "cells")}},
        language);
    for (std::size_t i = 0; i < std::min(most, table.cells.size()); ++i) out += (i ? " " : "") + table.cells[i];
    return out + (table.cells.size() > most ? " …\n" : "\n");
}

std::string mutants_json(const std::vector<const Mutant*>& survivors, std::int64_t changed,
    const std::vector<Unwatched>& unwatched, Language language) {
    JsonWriter json(language);
    json.object([&] {
        json.number_field("changed", changed);
        json.number_field("noticed", changed - size_of(survivors));
        json.list("survivors", survivors, [&](const Mutant* mutant) { write_survivor(json, *mutant); });
        json.list("unwatched", unwatched, [&](const Unwatched& table) { write_unwatched(json, table); });
    });
    return json.finish();
}

}  // namespace

std::string render_coverage(const std::vector<RuleCoverage>& coverage, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        JsonWriter json(language);
        json.object(
            [&] { json.list("rules", coverage, [&](const RuleCoverage& rule) { write_coverage(json, rule); }); });
        return json.finish();
    }
    std::string out;
    std::int64_t conditions = 0;
    std::int64_t both = 0;
    for (const RuleCoverage& rule : coverage) {
        out += coverage_text(rule, language);
        conditions += size_of(rule.conditions);
        both += std::count_if(rule.conditions.begin(), rule.conditions.end(), seen_both);
    }
    return out
        + fill("{rules} 条规则，{conditions} 个条件，其中 {both} 个既成立过也不成立过\n",
            "{rules}, {conditions}, {both} of them seen both true and false\n",
            {{"rules", counted(size_of(coverage), "rule", "rules")},
                {"conditions", counted(conditions, "condition", "conditions")}, {"both", number_words(both)}},
            language);
}

std::string render_mutants(const std::vector<Mutant>& mutants, const std::vector<Unwatched>& unwatched,
    RulesFormat format, Language language) {
    std::vector<const Mutant*> survivors;
    for (const Mutant& mutant : mutants) {
        if (!mutant.noticed) survivors.push_back(&mutant);
    }
    const std::int64_t changed = size_of(mutants);
    if (format == RulesFormat::json) return mutants_json(survivors, changed, unwatched, language);
    std::string out;
    for (const Mutant* mutant : survivors)
        out += mutant->file + ":" + std::to_string(mutant->line) + ": " + mutant->rule + "  "
            + mutant->change.in(language) + "\n    " + mutant->before + "\n";
    for (const Unwatched& table : unwatched) out += unwatched_text(table, language);
    return out
        + fill("改动 {changed} 处，例子发现 {noticed} 处\n", "{changed}, {noticed} noticed by tests\n",
            {{"changed", counted(changed, "change", "changes")},
                {"noticed", number_words(changed - size_of(survivors))}},
            language);
}

}  // namespace gouji
