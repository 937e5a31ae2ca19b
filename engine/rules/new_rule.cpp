// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/new_rule.hpp"

#include "engine/rules/keys.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

/// The value of a key in the new file; a key that is not needed there is commented out.
struct Sample {
    std::string_view key;
    bool written;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array samples = {
    Sample{"title", true, "结转数大于应办数", "More carried over to the next year than there was to handle"},
    Sample{"holds", true, "结转数不大于应办数", "No more is carried over than there was to handle"},
    Sample{"basis", true, "法规名称及条款", "name of the regulation and its article"},
    Sample{"note", false, "什么时候可能误报", "when it may be wrong"},
    Sample{"needs", false, "0.1", "0.1"},
    Sample{"forms", true, "[ cn-disclosure-2021, cn-disclosure-2019 ]", "[ cn-disclosure-2021, cn-disclosure-2019 ]"},
    Sample{"years", false, "2021..", "2021.."},
    Sample{"levels", false, "[ 县级, 市级 ]", "[ 县级, 市级 ]"},
    Sample{"effective", false, "2021-09-01..", "2021-09-01.."},
    Sample{"for", true, "c in columns(申请)", "c in columns(申请)"},
    Sample{"let", true, "{ 应办: \"申请[本年新收, c] + 申请[上年结转, c]\" }",
        "{ to_handle: \"申请[本年新收, c] + 申请[上年结转, c]\" }"},
    Sample{"use", false, "[ 公式库 ]", "[ library ]"},
    Sample{"when", false, "known(previous)", "known(previous)"},
    Sample{"check", true, "申请[结转下年度, c] <= 应办", "申请[结转下年度, c] <= to_handle"},
    Sample{"tolerance", false, "rounding", "rounding"},
    Sample{"missing", false, "{ blank: zero, dash: zero }", "{ blank: zero, dash: zero }"},
    Sample{"severity", true, "warning", "warning"},
    Sample{"message", true, "\"“{c}”列：结转下年度 {left} 件，应办 {应办} 件。\"",
        "\"Column {c}: {left} carried out, {to_handle} to handle.\""},
};

constexpr std::string_view tests =
    "    - given: { 申请: { 本年新收: { 自然人: 5 }, 上年结转: { 自然人: 1 }, 结转下年度: { 自然人: 6 } } }\n"
    "      expect: pass\n"
    "    - given: { 申请: { 本年新收: { 自然人: 5 }, 结转下年度: { 自然人: 6 } } }\n"
    "      expect: { fail: [ { c: 自然人 } ] }\n";

}  // namespace

bool is_rule_id(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::string new_rule(std::string_view id, Language language) {
    const bool zh = language == Language::zh;
    std::string out = zh
        ? "# 一条规则是一项。gouji rules lint 查错，gouji rules test 运行例子，gouji check --rules 用它核对报告。\n"
          "# 前面有 # 的键可以不写；要用时去掉 #。\n"
        : "# A rule is one entry. gouji rules lint finds its mistakes, gouji rules test runs its examples,\n"
          "# gouji check --rules evaluates it. Keys after a # are optional; remove the # to use one.\n";
    out += "- id: " + std::string(id) + "\n";
    for (const Key& key : key_table("rule").keys) {
        if (key.name == "id") continue;
        out += "  # " + std::string(zh ? key.zh : key.en) + "\n";
        if (key.name == "tests") {
            out += "  tests:\n" + std::string(tests);
            continue;
        }
        const auto sample =
            std::find_if(samples.begin(), samples.end(), [&](const Sample& one) { return one.key == key.name; });
        if (sample == samples.end()) continue;
        out += std::string(sample->written ? "  " : "  # ") + std::string(key.name) + ": "
            + std::string(zh ? sample->zh : sample->en) + "\n";
    }
    return out;
}

}  // namespace gouji
