// SPDX-License-Identifier: Apache-2.0
#include "engine/language/describe.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

/// How a node with two sides is said, with {a} and {b}.
struct Saying {
    NodeKind kind;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array infixes = {Saying{NodeKind::add, "{a}加{b}", "{a} plus {b}"},
    Saying{NodeKind::subtract, "{a}减{b}", "{a} less {b}"}, Saying{NodeKind::multiply, "{a}乘以{b}", "{a} times {b}"},
    Saying{NodeKind::divide, "{a}除以{b}", "{a} over {b}"},
    Saying{NodeKind::except, "{a}（不含{b}）", "{a} (without {b})"},
    Saying{NodeKind::equal, "{a} 等于 {b}", "{a} equals {b}"},
    Saying{NodeKind::unequal, "{a} 不等于 {b}", "{a} differs from {b}"},
    Saying{NodeKind::less, "{a} 小于 {b}", "{a} is less than {b}"},
    Saying{NodeKind::at_most, "{a} 不超过 {b}", "{a} is at most {b}"},
    Saying{NodeKind::greater, "{a} 大于 {b}", "{a} is more than {b}"},
    Saying{NodeKind::at_least, "{a} 不小于 {b}", "{a} is at least {b}"},
    Saying{NodeKind::in, "{a} 是 {b} 之一", "{a} is one of {b}"},
    Saying{NodeKind::both, "{a}，并且 {b}", "{a}, and {b}"}, Saying{NodeKind::either, "{a}，或者 {b}", "{a}, or {b}"},
    Saying{NodeKind::implies, "如果 {a}，那么 {b}", "if {a}, then {b}"}};

struct Called {
    std::string_view name;
    std::size_t size;  ///< arguments
    std::string_view zh;
    std::string_view en;
};

constexpr std::array calls = {Called{"abs", 1, "{a}的绝对值", "{a} without its sign"},
    Called{"all", 2, "对每一个 {a}，{b}", "for every {a}: {b}"},
    Called{"any", 2, "至少有一个 {a}，使 {b}", "for at least one {a}: {b}"},
    Called{"none", 2, "没有一个 {a}，使 {b}", "for no {a}: {b}"}, Called{"count", 1, "{a}的个数", "how many {a}"},
    Called{"count", 2, "使“{b}”成立的 {a} 的个数", "for how many {a}: {b}"},
    Called{"contains", 2, "{a}里有{b}", "{a} contains {b}"},
    Called{"copied", 1, "{a}与上一年逐句相同的部分", "the part of {a} that stands in the year before"},
    Called{"date", 3, "{a} 年 {b} 月 {c} 日", "the day {a}-{b}-{c}"},
    Called{"ends", 2, "{a}以{b}结尾", "{a} ends with {b}"}, Called{"form", 1, "{a}所用的表单", "the form of {a}"},
    Called{"if", 3, "（如果 {a}，取 {b}，否则取 {c}）", "({b} if {a}, else {c})"},
    Called{"known", 1, "{a}有值", "{a} is known"}, Called{"leaves", 1, "{a}", "{a}"},
    Called{"length", 1, "{a}的字数", "the length of {a}"},
    Called{"means", 1, "“{a}”可能对应的各个数", "the figures that {a} may stand for"},
    Called{"multiple_of", 2, "{a} 是 {b} 的整数倍", "{a} is a multiple of {b}"},
    Called{"missing", 1, "{a}中没有数的格数", "how many of {a} have no number"},
    Called{"missing", 2, "{a}中为{b}的格数", "how many of {a} are {b}"},
    Called{"ordered", 1, "{a}在规定的位置", "{a} stands where the form has it"},
    Called{"present", 1, "报告中有{a}", "the report has {a}"},
    Called{"scoped", 1, "“{a}”旁有范围词", "a scope word stands beside {a}"},
    Called{"scoped", 2, "“{a}”旁有范围词{b}", "the scope word {b} stands beside {a}"},
    Called{"section", 1, "“{a}”一节", "the section {a}"}, Called{"stated", 1, "正文说到“{a}”", "the prose states {a}"},
    Called{"times", 1, "{a}出现的次数", "how often {a} is there"}, Called{"sum", 1, "{a}之和", "the sum of {a}"},
    Called{"sum", 2, "对每一个 {a}，{b}之和", "the sum, for every {a}, of {b}"}};

Words list(const std::vector<Node>& nodes, std::string_view zh, std::string_view en) {
    Words made;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Words one = describe(nodes[i]);
        made.zh += (i ? std::string(zh) : "") + one.zh;
        made.en += (i ? std::string(en) : "") + one.en;
    }
    return made;
}

Words describe_index(const Node& node) {
    const auto axis = [](const Node& selector, std::string_view zh, std::string_view en) {
        if (selector.kind == NodeKind::star) return Words{"各" + std::string(zh), "every " + std::string(en)};
        return Words{"“" + selector.text + "”" + std::string(zh), std::string(en) + " " + selector.text};
    };
    // previous.申请 and below.申请 are said in words too.
    std::string_view table = node.kids[0].text;
    Words whose;
    if (table.starts_with("previous.")) whose = {"上一年", " of the year before"}, table.remove_prefix(9);
    else if (table.starts_with("below."))
        whose = {"各下级机关", ", summed over the organs below,"}, table.remove_prefix(6);
    return fill("{whose}“{table}”表{row}{column}的数", "{table}{whose} at {row}, {column}",
        {{"whose", whose}, {"table", same(table)}, {"row", axis(node.kids[1], "行", "row")},
            {"column", axis(node.kids[2], "列", "column")}});
}

bool is_connective(NodeKind kind) {
    return kind == NodeKind::both || kind == NodeKind::either || kind == NodeKind::implies;
}

/// A connective within another is bracketed: words have no order of precedence.
Words side(const Node& node, NodeKind outer) {
    Words made = describe(node);
    if (is_connective(node.kind) && node.kind != outer) made = {"（" + made.zh + "）", "(" + made.en + ")"};
    return made;
}

}  // namespace

Words describe(const Node& node) {
    for (const Saying& one : infixes) {
        if (one.kind == node.kind)
            return fill(one.zh, one.en, {{"a", side(node.kids[0], node.kind)}, {"b", side(node.kids[1], node.kind)}});
    }
    switch (node.kind) {
        case NodeKind::number:
        case NodeKind::date: return same(node.text + node.unit);
        case NodeKind::truth: return node.text == "true" ? Words{"成立", "true"} : Words{"不成立", "false"};
        case NodeKind::text: return {"“" + node.text + "”", "“" + node.text + "”"};
        case NodeKind::star: return {"全部", "all"};
        case NodeKind::index: return describe_index(node);
        case NodeKind::negate: return fill("负的{a}", "minus {a}", {{"a", describe(node.kids[0])}});
        case NodeKind::invert: return fill("并非{a}", "not {a}", {{"a", side(node.kids[0], node.kind)}});
        case NodeKind::set: return list(node.kids, "、", ", ");
        case NodeKind::call:
            for (const Called& one : calls) {
                if (one.name != node.text || one.size != node.kids.size()) continue;
                // A domain is said as it is written: “c in columns(申请)”.
                const auto kid = [&](std::size_t i) { return i < node.kids.size() ? describe(node.kids[i]) : Words{}; };
                return fill(one.zh, one.en, {{"a", kid(0)}, {"b", kid(1)}, {"c", kid(2)}});
            }
            return fill("{name}（{list}）", "{name}({list})",
                {{"name", same(node.text)}, {"list", list(node.kids, "，", ", ")}});
        default: return same(node.text);
    }
}

}  // namespace gouji
