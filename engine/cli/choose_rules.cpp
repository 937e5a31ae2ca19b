// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/choose_rules.hpp"

#include "engine/cli/codes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace gouji {
namespace {

bool is_severity(std::string_view word) {
    constexpr std::array all = {Severity::note, Severity::warning, Severity::error};
    return std::any_of(all.begin(), all.end(), [&](Severity one) { return word == name_of(one); });
}

/// tables-: the beginning of an id ends where one of its words does.
bool fits(const std::string& word, const Rule& rule) {
    if (word == name_of(rule.severity) || word == rule.id) return true;
    std::string_view begin = word;
    while (begin.ends_with('*') || begin.ends_with('-')) begin.remove_suffix(1);
    return !begin.empty() && std::string_view(rule.id).starts_with(begin) && rule.id.size() > begin.size()
        && rule.id[begin.size()] == '-';
}

bool fits_any(const std::vector<std::string>& words, const Rule& rule) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return fits(word, rule); });
}

}  // namespace

void choose_rules(Catalogue& catalogue, const Arguments& arguments, std::vector<Diagnostic>& diagnostics) {
    const auto rule_of = [&](const auto& range) -> const Rule& { return catalogue.rules[range.first]; };
    for (const auto* words : {&arguments.select, &arguments.ignore}) {
        for (const std::string& word : *words) {
            const bool known = is_severity(word)
                || std::any_of(catalogue.reported.begin(), catalogue.reported.end(),
                    [&](const auto& range) { return fits(word, rule_of(range)); });
            if (known) continue;
            std::vector<std::string> ids;
            for (const auto& range : catalogue.reported) ids.push_back(rule_of(range).id);
            diagnostics.push_back(
                diagnose(cli_codes::no_such_rule, {{"id", same(word)}, {"near", near_or_all(word, ids)}}));
        }
    }
    std::erase_if(catalogue.reported, [&](const auto& range) {
        const bool chosen = arguments.select.empty() || fits_any(arguments.select, rule_of(range));
        return !chosen || fits_any(arguments.ignore, rule_of(range));
    });
}

}  // namespace gouji
