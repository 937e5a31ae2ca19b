// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include "grammar/expression/expression.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array<std::pair<std::string_view, Missing>, 4> policies = {{{"undecided", Missing::undecided}, {"zero", Missing::zero},
    {"skip", Missing::skip}, {"fail", Missing::fail}}};
constexpr std::array presences = {Presence::blank, Presence::dash, Presence::slash, Presence::absent, Presence::unreadable};

template <class Table>
std::vector<std::string> first_names(const Table& table) {
    std::vector<std::string> names;
    for (const auto& one : table) names.emplace_back(one.first);
    return names;
}

void load_missing(YamlFile& file, const Yaml& node, std::array<Missing, 6>& missing) {
    const auto policy = [&](const Yaml& word) {
        for (const auto& [name, value] : policies) {
            if (name == word.text) return value;
        }
        file.complain(rule_codes::wrong_word, word, {{"word", same(word.text)}, {"what", {"处理方式", "policy"}}, {"near", near_or_all(word.text, first_names(policies))}});
        return Missing::undecided;
    };
    if (node.is_scalar()) {
        missing.fill(policy(node));
        return;
    }
    if (!file.expect(node, Yaml::Kind::map)) return;
    for (const auto& [key, value] : node.entries) {
        const auto kind = std::find_if(presences.begin(), presences.end(), [&name = key.text](Presence one) { return name_of(one) == name; });
        if (kind == presences.end()) {
            file.complain(rule_codes::unknown_key, key, {{"key", same(key.text)}, {"near", near_or_all(key.text, {"blank", "dash", "slash", "absent", "unreadable"})}});
            continue;
        }
        missing[static_cast<std::size_t>(*kind)] = policy(value);
    }
}

Severity load_severity(YamlFile& file, const Yaml& node) {
    for (const Severity one : {Severity::note, Severity::warning, Severity::error}) {
        if (name_of(one) == file.text(node)) return one;
    }
    file.complain(rule_codes::wrong_word, node, {{"word", same(node.text)}, {"what", {"严重程度", "severity"}}, {"near", near_or_all(node.text, {"error", "warning", "note"})}});
    return Severity::error;
}

}  // namespace

Words load_words(YamlFile& file, const Yaml& node) {
    if (!node.is_map()) return same(file.text(node));
    file.expect_keys(node, {"zh", "en"});
    Words made;
    if (const Yaml* zh = node.find("zh")) made.zh = file.text(*zh);
    else file.complain(rule_codes::missing_key, node, {{"key", same("zh")}});
    if (const Yaml* en = node.find("en")) made.en = file.text(*en);
    else file.complain(rule_codes::missing_key, node, {{"key", same("en")}});
    return made;
}

Years load_years(YamlFile& file, const Yaml& node) {
    const std::string text = file.text(node);
    const std::size_t dots = text.find("..");
    const auto year = [&](std::string_view part) -> std::optional<int> {
        const auto value = Decimal::parse(part);
        if (part.size() == 4 && value && value->is_whole()) return std::stoi(std::string(part));
        if (!part.empty()) file.complain(rule_codes::wrong_years, node, {{"text", same(text)}});
        return std::nullopt;
    };
    if (dots == std::string::npos) {
        const auto only = year(text);
        return {only, only};
    }
    return {year(text.substr(0, dots)), year(text.substr(dots + 2))};
}

Formula load_formula(YamlFile& file, const Yaml& node) {
    Formula made;
    made.text = file.text(node);
    made.file = file.name();
    made.offset = node.offset;
    if (!node.is_scalar()) return made;
    ParsedFormula parsed = parse_formula(made.text);
    made.root = std::move(parsed.root);
    for (auto& one : parsed.mistakes) file.complain(std::move(one.diagnostic), node.offset + one.span.start, node.offset + one.span.end);
    return made;
}

Rule load_rule(YamlFile& file, const Yaml& entry) {
    Rule rule;
    rule.file = file.name();
    rule.offset = entry.offset;
    rule.line = 1 + static_cast<int>(std::count(file.content().begin(), file.content().begin() + static_cast<std::ptrdiff_t>(std::min(entry.offset, file.content().size())), '\n'));
    if (!file.expect(entry, Yaml::Kind::map)) return rule;
    file.expect_keys(entry, {"id", "title", "basis", "note", "forms", "years", "for", "let", "when", "check", "missing", "severity", "message", "tests"});
    for (const std::string_view key : {"id", "title", "basis", "check", "message"}) {
        if (!entry.find(key)) file.complain(rule_codes::missing_key, entry, {{"key", same(key)}});
    }
    for (const auto& [key, value] : entry.entries) {
        if (key.text == "id") rule.id = file.text(value);
        else if (key.text == "title") rule.title = load_words(file, value);
        else if (key.text == "basis") rule.basis = load_words(file, value);
        else if (key.text == "note") rule.note = load_words(file, value);
        else if (key.text == "forms") rule.forms = file.texts(value);
        else if (key.text == "years") rule.years = load_years(file, value);
        else if (key.text == "when") rule.when = load_formula(file, value);
        else if (key.text == "check") rule.check = load_formula(file, value);
        else if (key.text == "missing") load_missing(file, value, rule.missing);
        else if (key.text == "severity") rule.severity = load_severity(file, value);
        else if (key.text == "message") rule.message = load_words(file, value);
        else if (key.text == "for") {
            if (value.is_list()) {
                for (const Yaml& one : value.items) rule.fors.push_back(load_formula(file, one));
            } else {
                rule.fors.push_back(load_formula(file, value));
            }
        } else if (key.text == "let" && file.expect(value, Yaml::Kind::map)) {
            for (const auto& [name, formula] : value.entries) rule.lets.emplace_back(name.text, load_formula(file, formula));
        } else if (key.text == "tests" && file.expect(value, Yaml::Kind::list)) {
            for (const Yaml& one : value.items) {
                if (!file.expect(one, Yaml::Kind::map)) continue;
                file.expect_keys(one, {"given", "expect"});
                RuleTest test;
                test.offset = one.offset;
                if (const Yaml* given = one.find("given")) test.given = *given;
                if (const Yaml* expect = one.find("expect")) test.expect = *expect;
                else file.complain(rule_codes::missing_key, one, {{"key", same("expect")}});
                rule.tests.push_back(std::move(test));
            }
        }
    }
    return rule;
}

}  // namespace gouji
