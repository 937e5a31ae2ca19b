// SPDX-License-Identifier: Apache-2.0
#include "reports/paper/private_checked_work.hpp"

#include "reports/finding/private_plain_names.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace gouji {
namespace {

using Verdicts = std::vector<const Verdict*>;

/// What is counted.
struct Unit {
    std::string_view zh;
    std::string_view one;
    std::string_view many;
};
constexpr Unit column_unit = {"列", "column", "columns"};
constexpr Unit row_unit = {"行", "row", "rows"};
constexpr Unit statement_unit = {"处", "statement", "statements"};
constexpr Unit item_unit = {"项", "item", "items"};

/// What came of it; in English the verb for one and for several.
struct Came {
    std::string_view zh;
    std::string_view one;
    std::string_view many;
};
constexpr std::array<Came, outcome_names.size()> came = {Came{"相符", "agrees", "agree"},
    Came{"不符", "does not agree", "do not agree"},
    Came{"未能独立证明", "is not independently proved", "are not independently proved"},
    Came{"不能判定", "cannot be decided", "cannot be decided"}, Came{"不适用", "does not apply", "do not apply"},
    Came{"豁免", "is waived", "are waived"}, Came{"不能计算", "cannot be computed", "cannot be computed"}};

/// The outcomes with a reason that the reader must know.
constexpr std::array explained = {Outcome::assumed, Outcome::undecided, Outcome::waived, Outcome::error};

bool is_explained(Outcome outcome) { return std::find(explained.begin(), explained.end(), outcome) != explained.end(); }

template <class Has>
bool all_have(const Verdicts& verdicts, const Has& has) {
    return std::all_of(verdicts.begin(), verdicts.end(), [&](const Verdict* one) { return has(one->at); });
}

Unit unit_of(const Verdicts& verdicts) {
    if (all_have(verdicts, [](const At& at) { return !at.fact.empty(); })) return statement_unit;
    if (all_have(verdicts, [](const At& at) { return !at.column.empty() && at.row.empty(); })) return column_unit;
    if (all_have(verdicts, [](const At& at) { return !at.row.empty() && at.column.empty(); })) return row_unit;
    return item_unit;
}

/// 7 列相符
std::string count_words(std::size_t count, const Unit& unit, Outcome outcome, Language language) {
    const Came& words = came[static_cast<std::size_t>(outcome)];
    const std::string number = std::to_string(count);
    if (language == Language::zh) return number + " " + std::string(unit.zh) + std::string(words.zh);
    const bool one = plural_of(static_cast<std::int64_t>(count), "1", "") == "1";
    return number + " " + std::string(one ? unit.one : unit.many) + " " + std::string(one ? words.one : words.many);
}

/// Verdicts with one outcome and one reason.
struct Group {
    Outcome outcome;
    std::string why;
    std::vector<std::string> places;
    std::size_t count = 0;
};

std::vector<Group> groups_of(const Verdicts& verdicts, Language language) {
    std::vector<Group> groups;
    for (const Outcome outcome : explained) {
        for (const Verdict* one : verdicts) {
            if (one->outcome != outcome) continue;
            const std::string why = plain_names(one->why.in(language), one->at, language);
            auto group = std::find_if(groups.begin(), groups.end(),
                [&](const Group& other) { return other.outcome == outcome && other.why == why; });
            if (group == groups.end()) group = groups.insert(groups.end(), {outcome, why, {}});
            ++group->count;
            const std::string& place = one->at.column.empty() ? one->at.row : one->at.column;
            if (!place.empty()) group->places.push_back(place);
        }
    }
    return groups;
}

/// 2 列不能判定（自然人、科研机构）：…
std::string group_words(const Group& group, const Unit& unit, Language language) {
    std::string text = count_words(group.count, unit, group.outcome, language);
    constexpr std::size_t few = 4;
    if (!group.places.empty() && group.places.size() <= few && unit.zh != item_unit.zh)
        text += in_brackets(as_list(group.places, language), language);
    if (!group.why.empty()) text += Wording{"：", ": "}.in(language) + group.why;
    return text;
}

std::string result_of(const Verdicts& verdicts, Language language) {
    const Unit unit = unit_of(verdicts);
    std::array<std::size_t, outcome_names.size()> counts{};
    std::size_t taken = 0;
    for (const Verdict* one : verdicts) {
        ++counts[static_cast<std::size_t>(one->outcome)];
        if (one->outcome == Outcome::pass && !one->assumptions.empty()) ++taken;
    }
    std::string first;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto outcome = static_cast<Outcome>(i);
        if (counts[i] == 0 || is_explained(outcome)) continue;
        first +=
            (first.empty() ? "" : Wording{"，", ", "}.in(language)) + count_words(counts[i], unit, outcome, language);
        if (outcome == Outcome::pass && taken > 0)
            first += in_brackets(
                fill("其中 {count} {unit}有缺数，按规则取值", "{count} with a missing figure, taken as the rule says",
                    {{"count", same(std::to_string(taken))}, {"unit", same(unit.zh)}}, language),
                language);
    }
    std::vector<std::string> lines;
    if (!first.empty()) lines.push_back(first);
    for (const Group& group : groups_of(verdicts, language)) lines.push_back(group_words(group, unit, language));
    return as_lines(lines);
}

/// Without words of its own a rule is told by its title, which says what is wrong where it fails.
std::string what_of(const RuleHead& rule, Language language) {
    if (!rule.holds.in(language).empty()) return rule.holds.in(language);
    return fill("核对“{title}”", "Checked for: {title}", {{"title", same(rule.title.in(language))}}, language);
}

}  // namespace

std::vector<CheckedWork> describe_work(const Judgement& judgement, Language language) {
    std::vector<Verdicts> rules;
    std::unordered_map<std::string, std::size_t> known;
    for (const Verdict& verdict : judgement.verdicts) {
        const auto [entry, is_new] = known.try_emplace(verdict.rule->id, rules.size());
        if (is_new) rules.emplace_back();
        rules[entry->second].push_back(&verdict);
    }
    std::vector<CheckedWork> work;
    for (const Verdicts& verdicts : rules) {
        const bool applies = std::any_of(verdicts.begin(), verdicts.end(),
            [](const Verdict* one) { return one->outcome != Outcome::not_applicable; });
        if (applies) work.push_back({what_of(*verdicts.front()->rule, language), result_of(verdicts, language)});
    }
    return work;
}

}  // namespace gouji
