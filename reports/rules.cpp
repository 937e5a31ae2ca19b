// SPDX-License-Identifier: Apache-2.0
#include "reports/rules.hpp"

#include "reports/private_json.hpp"

#include <algorithm>

namespace gouji {
namespace {

void write_rule(Json& json, const Rule& rule, const ShownRule* whole) {
    json.object([&] {
        json.put("id", std::string_view(rule.id));
        json.put("severity", name_of(rule.severity));
        json.put("title", rule.title);
        json.list("forms", rule.forms, [&](const std::string& one) { json.text(one); });
        json.put("file", std::string_view(rule.file));
        json.put_number("line", rule.line);
        if (!whole) return;
        json.list("for", rule.fors, [&](const Formula& one) { json.text(one.text); });
        json.put_or_null("when", rule.when ? rule.when->text : "");
        json.put("check", std::string_view(rule.check.text));
        json.put("message", rule.message);
        json.put("basis", rule.basis);
        json.put("note", rule.note);
        json.key("instances");
        json.object([&] {
            for (const auto& [form, count] : whole->instances) json.put_number(form, static_cast<std::int64_t>(count));
        });
    });
}

}  // namespace

std::string render_rules(const std::vector<const Rule*>& rules, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        Json json(language);
        json.object([&] { json.list("rules", rules, [&](const Rule* one) { write_rule(json, *one, nullptr); }); });
        return json.take();
    }
    std::string out;
    for (const Rule* one : rules)
        out += one->id + "  " + std::string(name_of(one->severity)) + "  " + one->title.in(language) + "\n";
    return out;
}

std::string render_rule(const std::vector<ShownRule>& entries, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        Json json(language);
        json.object(
            [&] { json.list("rules", entries, [&](const ShownRule& one) { write_rule(json, *one.rule, &one); }); });
        return json.take();
    }
    std::string out;
    for (const auto& [rule, instances] : entries) {
        out += rule->id + "  " + rule->file + ":" + std::to_string(rule->line) + "\n";
        const auto put = [&](std::string_view key, std::string_view value) {
            if (!value.empty()) out += "  " + std::string(key) + ": " + std::string(value) + "\n";
        };
        put("title", rule->title.in(language));
        put("severity", name_of(rule->severity));
        put("forms", joined(rule->forms));
        for (const auto& one : rule->fors) put("for", one.text);
        if (rule->when) put("when", rule->when->text);
        put("check", rule->check.text);
        put("message", rule->message.in(language));
        put("basis", rule->basis.in(language));
        put("note", rule->note.in(language));
        for (const auto& [form, count] : instances) put("instances", form + " " + std::to_string(count));
    }
    return out;
}

std::string render_rule_tests(const std::vector<RuleTestResult>& results, RulesFormat format, Language language) {
    const auto failed = static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [](const auto& one) { return !one.failures.empty(); }));
    if (format == RulesFormat::json) {
        Json json(language);
        json.object([&] {
            json.list("tests", results, [&](const RuleTestResult& one) {
                json.object([&] {
                    json.put("rule", std::string_view(one.rule));
                    json.put("file", std::string_view(one.file));
                    json.put_number("line", one.line);
                    json.list("failures", one.failures, [&](const Words& why) { json.text(why.in(language)); });
                });
            });
            json.put_number("passed", static_cast<std::int64_t>(results.size() - failed));
            json.put_number("failed", static_cast<std::int64_t>(failed));
        });
        return json.take();
    }
    std::string out;
    for (const auto& one : results) {
        if (one.failures.empty()) continue;
        out += one.file + ":" + std::to_string(one.line) + ": " + one.rule + "\n";
        for (const Words& why : one.failures) out += "  " + why.in(language) + "\n";
    }
    return out + std::to_string(results.size() - failed) + " passed, " + std::to_string(failed) + " failed\n";
}

}  // namespace gouji
