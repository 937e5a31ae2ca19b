// SPDX-License-Identifier: Apache-2.0
// What an author asks while typing a rule: mistakes, tests, and what the rule comes to on the reports that are here.
#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/serve/body.hpp"
#include "engine/serve/private_answers.hpp"
#include "reports/diagnostics.hpp"
#include "reports/rules/rule_list.hpp"
#include "reports/workbench/rule_effect.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace gouji {
namespace {

constexpr std::string_view text_name = "rule.yaml";

struct RuleTextAsked {
    std::string text;
    std::vector<std::string> reports;
};

/// Nothing where the body is not what the answer takes.
std::optional<RuleTextAsked> asked_in(const Request& request, bool with_reports) {
    const auto body = Body::parse(request.body);
    if (!body
        || !body->has_only(
            with_reports ? std::vector<std::string_view>{"text", "reports"} : std::vector<std::string_view>{"text"}))
        return std::nullopt;
    const auto text = body->text("text");
    const auto reports = body->has("reports") ? body->texts("reports") : std::vector<std::string>();
    constexpr std::size_t most_reports = 100;
    if (!text || !reports || reports->size() > most_reports) return std::nullopt;
    return RuleTextAsked{*text, *reports};
}

Answer refuse_text(const Request& request) {
    return wrong_body(
        {"应有 text（规则文件的内容）", "it must have text, the content of a rule file"}, request.language());
}

/// The reports judged together by these rules, each with the verdicts of the rules `ids`.
std::vector<RuleOutcomes> outcomes_of(const Workbench& bench, const BenchRules& rules,
    const std::vector<std::string>& reports, const std::set<std::string>& ids) {
    auto readings = bench.readings(rules, reports);
    RunInputs inputs;
    inputs.total = readings.size();
    inputs.next = [&, next = std::size_t{0}]() mutable {
        return next < readings.size() ? std::optional<RunInput>(std::move(readings[next++])) : std::nullopt;
    };
    RunOptions options;
    options.jobs = 1;
    std::vector<RuleOutcomes> all;
    for (CheckedFiling& checked : collect_run(inputs, rules.catalogue, options).filings) {
        RuleOutcomes outcomes{checked.filing.file, checked.filing.organ, checked.filing.year, {}};
        for (const Verdict& verdict : checked.judgement.verdicts) {
            if (ids.contains(verdict.rule->id))
                outcomes.instances.push_back({verdict.rule->id, verdict.at, verdict.outcome, verdict.message});
        }
        all.push_back(std::move(outcomes));
    }
    return all;
}

}  // namespace

Answer answer_lint(Workbench& bench, const Request& request, const PathParts&) {
    const auto asked = asked_in(request, false);
    if (!asked) return refuse_text(request);
    const auto rules = bench.rules();
    const auto loaded = load_text(*rules, asked->text, std::string(text_name), true);
    return {.body = render_diagnostics_json(loaded.diagnostics, request.language())};
}

Answer answer_test(Workbench& bench, const Request& request, const PathParts&) {
    const auto asked = asked_in(request, false);
    if (!asked) return refuse_text(request);
    const auto rules = bench.rules();
    const auto loaded = load_text(*rules, asked->text, std::string(text_name), true);
    if (!loaded) return refuse(400, loaded.diagnostics, request.language());
    return {.body = render_rule_tests(test_rules((*loaded)->catalogue), RulesFormat::json, request.language())};
}

Answer answer_effect(Workbench& bench, const Request& request, const PathParts&) {
    auto asked = asked_in(request, true);
    if (!asked) return refuse_text(request);
    const auto rules = bench.rules();
    const auto loaded = load_text(*rules, asked->text, std::string(text_name), false);
    RuleEffect effect;
    effect.diagnostics = loaded.diagnostics;
    if (loaded) {
        constexpr std::size_t last_reports = 20;
        const auto list = bench.list();
        if (asked->reports.empty()) {
            for (auto one = list.rbegin(); one != list.rend() && asked->reports.size() < last_reports; ++one)
                if (!one->is_refused) asked->reports.push_back(one->id);
            std::reverse(asked->reports.begin(), asked->reports.end());
        }
        for (const ListedReport& one : list) effect.ids.emplace(one.file, one.id);
        std::set<std::string> ids;
        for (const auto& [first, end] : (*loaded)->catalogue.reported) ids.insert((*loaded)->catalogue.rules[first].id);
        effect.now = outcomes_of(bench, **loaded, asked->reports, ids);
        effect.before = outcomes_of(bench, *rules, asked->reports, ids);
    }
    return {.body = render_effect(effect, request.language())};
}

}  // namespace gouji
