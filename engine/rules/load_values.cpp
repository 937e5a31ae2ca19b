// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_values.hpp"

#include "engine/base/calendar.hpp"
#include "engine/rules/codes.hpp"
#include "engine/rules/keys.hpp"
#include "grammar/expression/expression.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr std::array policies = {
    Missing::undecided, Missing::zero, Missing::skip, Missing::fail, Missing::proven, Missing::computed};
constexpr std::array tolerances = {
    Tolerance::Kind::exact, Tolerance::Kind::rounding, Tolerance::Kind::truncation, Tolerance::Kind::printed};

/// `1元`, `2件`, `0.1%`: a number as formulas write it.
Tolerance load_within(YamlFile& file, const Yaml& node) {
    const ParsedFormula parsed = parse_formula(file.text(node));
    const Unit unit = unit_of(parsed.root.unit);
    const auto digits = parsed.mistakes.empty() && parsed.root.kind == NodeKind::number
        ? Decimal::parse(parsed.root.text)
        : std::nullopt;
    const auto most = digits ? digits->scaled(unit.power) : std::nullopt;
    if (!most) {
        file.complain(rule_codes::wrong_word, node,
            {{"word", same(node.text)}, {"what", {"容差", "Not a tolerance:"}},
                {"near", {"例如：1件、0.5元、1%。", "For example: 1件, 0.5元, 1%."}}});
        return {};
    }
    return {Tolerance::Kind::within, Fraction(*most), unit.measure};
}

/// A key without a value is the rest of a text that a comma has cut.
void complain_unknown_key(YamlFile& file, const Yaml& key, const Yaml& value, const std::vector<std::string>& known) {
    if (value.is_null()) file.complain(rule_codes::comma_in_text, key, {{"text", same(key.text)}});
    else file.complain(rule_codes::unknown_key, key, {{"key", same(key.text)}, {"near", near_or_all(key.text, known)}});
}

}  // namespace

void for_each_item(YamlFile& file, const Yaml& node, const std::function<void(const Yaml&)>& load_item) {
    if (!file.expect(node, Yaml::Kind::list)) return;
    for (const Yaml& item : node.items) load_item(item);
}

void expect_keys(YamlFile& file, const Yaml& map, std::string_view table) {
    const KeyTable& keys = key_table(table);
    const auto known = [&](std::string_view name) {
        return std::any_of(keys.keys.begin(), keys.keys.end(), [&](const Key& each) { return each.name == name; });
    };
    for (const auto& [key, value] : map.entries) {
        if (keys.open || known(key.text)) continue;
        std::vector<std::string> names;
        for (const Key& each : keys.keys) names.emplace_back(each.name);
        complain_unknown_key(file, key, value, names);
    }
    for (const Key& key : keys.keys) {
        if (key.needed && !map.find(key.name)) file.complain(rule_codes::missing_key, map, {{"key", same(key.name)}});
    }
}

std::size_t load_choice(YamlFile& file, const Yaml& node, std::string_view table) {
    const WordTable& words = word_table(table);
    const std::string text = file.text(node);
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        if (words.words[i].word == text) return i;
    }
    std::vector<std::string> names;
    for (const auto& word : words.words) names.emplace_back(word.word);
    // The word in Chinese, as the reference has it (警告), says which one is meant.
    const auto meant =
        std::find_if(words.words.begin(), words.words.end(), [&](const auto& word) { return word.zh == text; });
    const Words near = meant != words.words.end() ? near_or_all(meant->word, names) : near_or_all(text, names);
    if (node.is_scalar())
        file.complain(rule_codes::wrong_word, node,
            {{"word", same(text)}, {"what", {"可用的词", "Unknown word"}}, {"near", near}});
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
    Words words;
    if (const Yaml* zh = node.find("zh")) words.zh = file.text(*zh);
    else file.complain(rule_codes::missing_key, node, {{"key", same("zh")}});
    if (const Yaml* en = node.find("en")) words.en = file.text(*en);
    else file.complain(rule_codes::missing_key, node, {{"key", same("en")}});
    return words;
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
    const Years years{year(text.substr(0, dots)), year(text.substr(dots + 2))};
    if (years.first && years.last && *years.first > *years.last)
        file.complain(rule_codes::empty_range, node, {{"why", {"起始晚于结束", "it ends before it begins"}}});
    return years;
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
    const Days days{day(std::string_view(text).substr(0, dots)), day(std::string_view(text).substr(dots + 2))};
    if (days.first && days.last && *days.first > *days.last)
        file.complain(rule_codes::empty_range, node, {{"why", {"起始晚于结束", "it ends before it begins"}}});
    return days;
}

MissingPolicies load_missing(YamlFile& file, const Yaml& node) {
    MissingPolicies missing{};
    if (node.is_scalar()) {
        missing.fill(policies[load_choice(file, node, "policy")]);
        return missing;
    }
    if (!file.expect(node, Yaml::Kind::map)) return missing;
    expect_keys(file, node, "missing");
    for (const Presence presence :
        {Presence::blank, Presence::dash, Presence::slash, Presence::absent, Presence::unreadable}) {
        if (const Yaml* value = node.find(name_of(presence)))
            missing[static_cast<std::size_t>(presence)] = policies[load_choice(file, *value, "policy")];
    }
    return missing;
}

Tolerance load_tolerance(YamlFile& file, const Yaml& node) {
    if (node.is_scalar()) return {tolerances[load_choice(file, node, "tolerance")], {}, Measure::any};
    if (!file.expect(node, Yaml::Kind::map)) return {};
    expect_keys(file, node, "tolerance");
    const Yaml* within = node.find("within");
    return within ? load_within(file, *within) : Tolerance{};
}

std::vector<Written> load_patterns(YamlFile& file, const Yaml& node) {
    std::vector<Written> all;
    if (node.is_list()) {
        for (const Yaml& pattern : node.items) {
            if (file.expect(pattern, Yaml::Kind::scalar)) all.push_back(load_pattern(file, pattern));
        }
    } else if (file.expect(node, Yaml::Kind::scalar)) {
        all.push_back(load_pattern(file, node));
    }
    return all;
}

std::optional<Decimal> load_number(YamlFile& file, const Yaml& node) {
    const auto number = Decimal::parse(file.text(node));
    if (!number)
        file.complain(rule_codes::wrong_word, node,
            {{"word", same(node.text)}, {"what", {"数", "Not a number:"}}, {"near", {"", ""}}});
    return number;
}

Measure load_measure(YamlFile& file, const Yaml& node) {
    constexpr std::array measures = {Measure::count, Measure::amount, Measure::share, Measure::any};
    return measures[load_choice(file, node, "measure")];
}

}  // namespace gouji
