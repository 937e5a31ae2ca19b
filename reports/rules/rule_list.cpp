// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/rule_list.hpp"

#include "reports/writers/private_json_writer.hpp"

#include <algorithm>

namespace gouji {
namespace {

void write_rule(JsonWriter& json, const Rule& rule, const ShownRule* whole) {
    json.object([&] {
        json.field("id", std::string_view(rule.id));
        json.field("severity", name_of(rule.severity));
        json.field("title", rule.title);
        json.list("forms", rule.forms, [&](const std::string& one) { json.text(one); });
        json.field("file", std::string_view(rule.file));
        json.number_field("line", rule.line);
        if (!whole) return;
        json.list("for", rule.fors, [&](const Formula& one) { json.text(one.text); });
        json.field_or_null("when", rule.when ? rule.when->text : "");
        json.field("check", std::string_view(rule.check.text));
        json.field("message", rule.message);
        json.field("holds", rule.holds);
        json.field("basis", rule.basis);
        json.field("note", rule.note);
        json.key("instances");
        json.object([&] {
            for (const auto& [form, count] : whole->instances)
                json.number_field(form, static_cast<std::int64_t>(count));
        });
    });
}

std::string rule_text(const ShownRule& entry, Language language) {
    const Rule& rule = *entry.rule;
    std::string out = rule.id + "  " + rule.file + ":" + std::to_string(rule.line) + "\n";
    const auto add = [&](std::string_view key, std::string_view value) {
        if (!value.empty()) out += "  " + std::string(key) + ": " + std::string(value) + "\n";
    };
    add("title", rule.title.in(language));
    add("severity", name_of(rule.severity));
    add("forms", joined(rule.forms));
    for (const Formula& formula : rule.fors) add("for", formula.text);
    if (rule.when) add("when", rule.when->text);
    add("check", rule.check.text);
    add("message", rule.message.in(language));
    add("holds", rule.holds.in(language));
    add("basis", rule.basis.in(language));
    add("note", rule.note.in(language));
    for (const auto& [form, count] : entry.instances) add("instances", form + " " + std::to_string(count));
    return out;
}

void write_test(JsonWriter& json, const RuleTestResult& test) {
    json.object([&] {
        json.field("rule", std::string_view(test.rule));
        json.field("file", std::string_view(test.file));
        json.number_field("line", test.line);
        json.list("failures", test.failures, [&](const Words& why) { json.text(why); });
    });
}

}  // namespace

std::string render_rules(const std::vector<const Rule*>& rules, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        JsonWriter json(language);
        json.object([&] { json.list("rules", rules, [&](const Rule* one) { write_rule(json, *one, nullptr); }); });
        return json.finish();
    }
    std::string out;
    for (const Rule* one : rules)
        out += one->id + "  " + std::string(name_of(one->severity)) + "  " + one->title.in(language) + "\n";
    return out;
}

std::string render_rule(const std::vector<ShownRule>& entries, RulesFormat format, Language language) {
    if (format == RulesFormat::json) {
        JsonWriter json(language);
        json.object(
            [&] { json.list("rules", entries, [&](const ShownRule& one) { write_rule(json, *one.rule, &one); }); });
        return json.finish();
    }
    std::string out;
    for (const ShownRule& entry : entries) out += rule_text(entry, language);
    return out;
}

std::string render_rule_tests(const std::vector<RuleTestResult>& results, RulesFormat format, Language language) {
    const auto failed = static_cast<std::size_t>(
        std::count_if(results.begin(), results.end(), [](const auto& one) { return !one.failures.empty(); }));
    if (format == RulesFormat::json) {
        JsonWriter json(language);
        json.object([&] {
            json.list("tests", results, [&](const RuleTestResult& test) { write_test(json, test); });
            json.number_field("passed", static_cast<std::int64_t>(results.size() - failed));
            json.number_field("failed", static_cast<std::int64_t>(failed));
        });
        return json.finish();
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
