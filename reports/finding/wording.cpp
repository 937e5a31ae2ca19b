// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_wording.hpp"

#include <utility>

namespace gouji {
namespace {

constexpr std::array severities = {Wording{"提示", "note"}, Wording{"警告", "warning"}, Wording{"错误", "error"}};
constexpr std::array gravities = {Wording{"轻微", "slight"}, Wording{"一般", "ordinary"}, Wording{"重大", "grave"}};

}  // namespace

std::string in_brackets(std::string_view text, Language language) {
    return Wording{"（", " ("}.in(language) + std::string(text) + Wording{"）", ")"}.in(language);
}

std::string as_list(const std::vector<std::string>& texts, Language language) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : Wording{"、", ", "}.in(language)) + text;
    return list;
}

std::string as_lines(const std::vector<std::string>& texts) {
    std::string lines;
    for (const std::string& text : texts) lines += (lines.empty() ? "" : "\n") + text;
    return lines;
}

std::string severity_word(Severity severity, Language language) {
    return severities[static_cast<std::size_t>(severity)].in(language);
}

std::string gravity_word(Severity severity, Language language) {
    return gravities[static_cast<std::size_t>(severity)].in(language);
}

std::string outcome_word(Outcome outcome, Language language) {
    const OutcomeWords& words = outcome_words[static_cast<std::size_t>(outcome)];
    return std::string(language == Language::zh ? words.zh : words.en);
}

std::string outcome_counts(const std::array<int, 7>& counts, Language language) {
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            text += (text.empty() ? "" : Wording{"，", ", "}.in(language))
                + outcome_word(static_cast<Outcome>(i), language) + " " + std::to_string(counts[i]);
    }
    return text;
}

std::string value_words(const Operand& operand, Language language) {
    constexpr std::pair<std::string_view, Wording> instead[] = {{"blank", {"空白", "blank"}},
        {"dash", {"横线", "a dash"}}, {"slash", {"斜线", "a slash"}}, {"absent", {"没有", "absent"}},
        {"unreadable", {"无法辨认", "unreadable"}}};
    if (!operand.value) {
        for (const auto& [name, words] : instead) {
            if (operand.missing == name) return words.in(language);
        }
    }
    return operand.shown();
}

std::string place_words(const At& at, Language language) {
    std::string text = at.table;
    const auto add = [&](const Wording& name, const std::string& value) {
        if (!value.empty()) text += (text.empty() ? "" : " · ") + name.in(language) + value;
    };
    add({"行 ", "row "}, at.row);
    add({"列 ", "column "}, at.column);
    add({"事项 ", "fact "}, at.fact);
    add({"章节 ", "section "}, at.section);
    return text;
}

std::string basis_sentence(const RuleHead& rule, Language language) {
    return Wording{"依据：", "Basis: "}.in(language) + rule.basis.in(language);
}

}  // namespace gouji
