// SPDX-License-Identifier: Apache-2.0
#include "engine/base/calendar.hpp"
#include "engine/language/message.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"
#include "engine/source/text.hpp"
#include "grammar/expression/expression.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array policies = {
    Missing::undecided, Missing::zero, Missing::skip, Missing::fail, Missing::proven, Missing::computed};
constexpr std::array tolerances = {
    Tolerance::Kind::exact, Tolerance::Kind::rounding, Tolerance::Kind::truncation, Tolerance::Kind::printed};

void load_missing(YamlFile& file, const Yaml& node, MissingPolicies& missing) {
    if (node.is_scalar()) {
        missing.fill(policies[load_choice(file, node, "policy")]);
        return;
    }
    if (!file.expect(node, Yaml::Kind::map)) return;
    expect_keys(file, node, "missing");
    for (const Presence one :
        {Presence::blank, Presence::dash, Presence::slash, Presence::absent, Presence::unreadable}) {
        if (const Yaml* value = node.find(name_of(one)))
            missing[static_cast<std::size_t>(one)] = policies[load_choice(file, *value, "policy")];
    }
}

/// `1元`, `2件`, `0.1%`: a number as formulas write it.
void load_within(YamlFile& file, const Yaml& node, Tolerance& tolerance) {
    const ParsedFormula parsed = parse_formula(file.text(node));
    const Unit unit = unit_of(parsed.root.unit);
    const auto digits = parsed.mistakes.empty() && parsed.root.kind == NodeKind::number
        ? Decimal::parse(parsed.root.text)
        : std::nullopt;
    const auto most = digits ? digits->scaled(unit.power) : std::nullopt;
    if (!most) {
        file.complain(rule_codes::wrong_word, node,
            {{"word", same(node.text)}, {"what", {"容差", "tolerance"}},
                {"near", {"例如：1件、0.5元、1%。", "For example: 1件, 0.5元, 1%."}}});
        return;
    }
    tolerance = {Tolerance::Kind::within, Fraction(*most), unit.measure};
}

void load_tolerance(YamlFile& file, const Yaml& node, Tolerance& tolerance) {
    if (node.is_scalar()) {
        tolerance.kind = tolerances[load_choice(file, node, "tolerance")];
        return;
    }
    if (!file.expect(node, Yaml::Kind::map)) return;
    expect_keys(file, node, "tolerance");
    if (const Yaml* within = node.find("within")) load_within(file, *within, tolerance);
}

Days load_days(YamlFile& file, const Yaml& node) {
    const std::string text = file.text(node);
    const std::size_t dots = text.find("..");
    const auto day = [&](std::string_view part) -> std::optional<std::int64_t> {
        if (part.empty()) return std::nullopt;
        return load_day(file, node, part);
    };
    if (dots == std::string::npos) {
        const auto only = day(text);
        return {only, only};
    }
    const Days made{day(std::string_view(text).substr(0, dots)), day(std::string_view(text).substr(dots + 2))};
    if (made.first && made.last && *made.first > *made.last)
        file.complain(rule_codes::empty_range, node, {{"why", {"起始晚于结束", "it ends before it begins"}}});
    return made;
}

void load_lets(YamlFile& file, const Yaml& node, Lets& lets) {
    if (!file.expect(node, Yaml::Kind::map)) return;
    for (const auto& [name, formula] : node.entries) lets.emplace_back(name.text, load_formula(file, formula));
}

/// A key without a value is the rest of a text that a comma has cut.
void complain_unknown_key(YamlFile& file, const Yaml& key, const Yaml& value, const std::vector<std::string>& known) {
    if (value.is_null()) file.complain(rule_codes::comma_in_text, key, {{"text", same(key.text)}});
    else file.complain(rule_codes::unknown_key, key, {{"key", same(key.text)}, {"near", near_or_all(key.text, known)}});
}

}  // namespace

void for_each_item(YamlFile& file, const Yaml& node, const std::function<void(const Yaml&)>& take) {
    if (!file.expect(node, Yaml::Kind::list)) return;
    for (const Yaml& one : node.items) take(one);
}

void expect_keys(YamlFile& file, const Yaml& map, std::string_view table) {
    const KeyTable& keys = key_table(table);
    const auto known = [&](std::string_view name) {
        return std::any_of(keys.keys.begin(), keys.keys.end(), [&](const Key& one) { return one.name == name; });
    };
    for (const auto& [key, value] : map.entries) {
        if (keys.open || known(key.text)) continue;
        std::vector<std::string> names;
        for (const Key& one : keys.keys) names.emplace_back(one.name);
        complain_unknown_key(file, key, value, names);
    }
    for (const Key& one : keys.keys) {
        if (one.needed && !map.find(one.name)) file.complain(rule_codes::missing_key, map, {{"key", same(one.name)}});
    }
}

std::size_t load_choice(YamlFile& file, const Yaml& node, std::string_view table) {
    const WordTable& words = word_table(table);
    const std::string text = file.text(node);
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        if (words.words[i].word == text) return i;
    }
    std::vector<std::string> names;
    for (const auto& one : words.words) names.emplace_back(one.word);
    // The word in Chinese, as the reference has it (警告), says which one is meant.
    const auto meant =
        std::find_if(words.words.begin(), words.words.end(), [&](const auto& one) { return one.zh == text; });
    const Words near = meant != words.words.end() ? near_or_all(meant->word, names) : near_or_all(text, names);
    if (node.is_scalar())
        file.complain(rule_codes::wrong_word, node,
            {{"word", same(text)}, {"what", {"可用的词", "word that is known here"}}, {"near", near}});
    return 0;
}

Severity load_severity(YamlFile& file, const Yaml& node) {
    constexpr std::array severities = {Severity::error, Severity::warning, Severity::note};
    return severities[load_choice(file, node, "severity")];
}

std::optional<std::int64_t> load_day(YamlFile& file, const Yaml& node, std::string_view text) {
    const auto day = parse_day(text);
    if (!day) file.complain(rule_codes::wrong_day, node, {{"text", same(text)}});
    return day;
}

Words load_words(YamlFile& file, const Yaml& node) {
    if (!node.is_map()) return same(file.text(node));
    for (const auto& [key, value] : node.entries) {
        if (key.text != "zh" && key.text != "en") complain_unknown_key(file, key, value, {"zh", "en"});
    }
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
        if (part.size() == 4 && value && value->places() == 0 && part[0] != '-') return std::stoi(std::string(part));
        if (!part.empty()) file.complain(rule_codes::wrong_years, node, {{"text", same(text)}});
        return std::nullopt;
    };
    if (dots == std::string::npos) {
        const auto only = year(text);
        return {only, only};
    }
    const Years made{year(text.substr(0, dots)), year(text.substr(dots + 2))};
    if (made.first && made.last && *made.first > *made.last)
        file.complain(rule_codes::empty_range, node, {{"why", {"起始晚于结束", "it ends before it begins"}}});
    return made;
}

namespace {

/// Texts of a formula meet texts of a report, which are folded: full-width signs, Traditional characters.
void fold_texts(Node& node) {
    if (node.kind == NodeKind::text) node.text = fold(node.text);
    for (Node& kid : node.kids) fold_texts(kid);
}

/// `[ t in tables(申请, 复议诉讼) ]`: what stands between commas of a flow list has one half of the brackets.
bool is_cut(const YamlFile& file, const Yaml& node) {
    if (node.quoted) return false;
    const std::string& content = file.content();
    const std::size_t next = content.find_first_not_of(" \n", node.offset + node.text.size());
    const bool flow =
        next != std::string::npos && (content[next] == ',' || content[next] == ']' || content[next] == '}');
    const auto count = [&](char c) { return std::count(node.text.begin(), node.text.end(), c); };
    return flow && (count('(') != count(')') || count('[') != count(']'));
}

}  // namespace

Formula load_formula(YamlFile& file, const Yaml& node) {
    Formula made;
    made.text = file.text(node);
    made.file = file.name();
    made.offset = node.offset;
    if (!node.is_scalar()) return made;
    if (!file.stands_verbatim(node)) {
        file.complain(rule_codes::yaml_folded, node);
        return made;
    }
    if (const auto known = file.formulas().find(made.text); known != file.formulas().end()) {
        made.root = known->second;
        return made;
    }
    ParsedFormula parsed = parse_formula(made.text);
    if (!parsed.mistakes.empty() && is_cut(file, node)) {
        file.complain(rule_codes::comma_in_formula, node);
        return made;
    }
    for (auto& one : parsed.mistakes)
        file.complain(std::move(one.diagnostic), node.offset + one.span.start, node.offset + one.span.end);
    if (!parsed.mistakes.empty()) return made;
    made.root = std::move(parsed.root);
    fold_texts(made.root);
    file.formulas().emplace(made.text, made.root);
    return made;
}

/// `{ fail: true }`, `{ fail: { c: 自然人 } }` or `{ fail: [ { c: 自然人 } ] }`: any other word would be read as true.
static void load_expected(YamlFile& file, const Yaml& expect) {
    expect_keys(file, expect, "expect");
    const auto check = [&](const Yaml& one, bool alone) {
        if (one.is_map() || (alone && one.is_scalar() && one.text == "true")) return;
        file.complain(rule_codes::wrong_expectation, one, {{"word", same(one.text)}});
    };
    for (const auto& [outcome, wanted] : expect.entries) {
        if (!wanted.is_list()) check(wanted, true);
        for (const Yaml& one : wanted.items) check(one, false);
    }
}

RuleTest load_test(YamlFile& file, const Yaml& entry) {
    RuleTest made;
    made.file = file.name();
    made.offset = entry.offset;
    if (!file.expect(entry, Yaml::Kind::map)) return made;
    expect_keys(file, entry, "test");
    if (const Yaml* rule = entry.find("rule")) made.rule = file.text(*rule);
    if (const Yaml* given = entry.find("given"); given && file.expect(*given, Yaml::Kind::map)) made.given = *given;
    if (const Yaml* expect = entry.find("expect")) {
        made.expect = *expect;
        if (expect->is_map()) load_expected(file, *expect);
        else if (!expect->is_scalar() || expect->text != "pass")
            file.complain(rule_codes::wrong_kind, *expect,
                {{"wanted", {"pass，或 { fail: [ … ] } 等", "pass, or { fail: [ … ] } and the like"}}});
    }
    return made;
}

Library load_library(YamlFile& file, const Yaml& entry) {
    Library made;
    made.file = file.name();
    made.offset = entry.offset;
    expect_keys(file, entry, "library");
    if (const Yaml* name = entry.find("library")) made.name = file.text(*name);
    if (const Yaml* uses = entry.find("use")) made.uses = file.texts(*uses);
    if (const Yaml* let = entry.find("let")) load_lets(file, *let, made.lets);
    return made;
}

Rule load_rule(YamlFile& file, const Yaml& entry) {
    Rule rule;
    rule.file = file.name();
    rule.offset = entry.offset;
    rule.line = file.line_at(entry.offset);
    if (!file.expect(entry, Yaml::Kind::map)) return rule;
    expect_keys(file, entry, "rule");
    for (const auto& [key, value] : entry.entries) {
        if (key.text == "id") rule.id = file.text(value);
        else if (key.text == "title") rule.title = load_words(file, value);
        else if (key.text == "basis") rule.basis = load_words(file, value);
        else if (key.text == "note") rule.note = load_words(file, value);
        else if (key.text == "forms") rule.forms = file.texts(value);
        else if (key.text == "years") rule.years = load_years(file, value);
        else if (key.text == "levels") rule.levels = file.texts(value);
        else if (key.text == "effective") rule.effective = load_days(file, value);
        else if (key.text == "use") rule.uses = file.texts(value);
        else if (key.text == "when") rule.when = load_formula(file, value);
        else if (key.text == "check") rule.check = load_formula(file, value);
        else if (key.text == "tolerance") load_tolerance(file, value, rule.tolerance);
        else if (key.text == "missing") load_missing(file, value, rule.missing);
        else if (key.text == "severity") rule.severity = load_severity(file, value);
        else if (key.text == "message") rule.message = load_words(file, value);
        else if (key.text == "let") load_lets(file, value, rule.lets);
        else if (key.text == "for") {
            if (value.is_list()) {
                for (const Yaml& one : value.items) rule.fors.push_back(load_formula(file, one));
            } else {
                rule.fors.push_back(load_formula(file, value));
            }
        } else if (key.text == "tests") {
            for_each_item(file, value, [&](const Yaml& one) {
                rule.tests.push_back(load_test(file, one));
                rule.tests.back().rule = rule.id;
            });
        }
    }
    rule.message_arguments = {arguments_of(rule.message.zh),
        rule.message.zh == rule.message.en ? MessageArguments{} : arguments_of(rule.message.en)};
    rule.own_lets = rule.lets.size();
    return rule;
}

}  // namespace gouji
