// SPDX-License-Identifier: Apache-2.0
#include "engine/language/describe.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace gouji {
namespace {

/// How a node with two sides is said, with {a} and {b}.
struct OperatorWording {
    NodeKind kind;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array infixes = {OperatorWording{NodeKind::add, "{a}加{b}", "{a} plus {b}"},
    OperatorWording{NodeKind::subtract, "{a}减{b}", "{a} minus {b}"},
    OperatorWording{NodeKind::multiply, "{a}乘以{b}", "{a} times {b}"},
    OperatorWording{NodeKind::divide, "{a}除以{b}", "{a} divided by {b}"},
    OperatorWording{NodeKind::except, "{a}（不含{b}）", "{a} (excluding {b})"},
    OperatorWording{NodeKind::equal, "{a} 等于 {b}", "{a} equals {b}"},
    OperatorWording{NodeKind::unequal, "{a} 不等于 {b}", "{a} differs from {b}"},
    OperatorWording{NodeKind::less, "{a} 小于 {b}", "{a} is less than {b}"},
    OperatorWording{NodeKind::at_most, "{a} 不超过 {b}", "{a} is at most {b}"},
    OperatorWording{NodeKind::greater, "{a} 大于 {b}", "{a} is greater than {b}"},
    OperatorWording{NodeKind::at_least, "{a} 不小于 {b}", "{a} is at least {b}"},
    OperatorWording{NodeKind::in, "{a} 是 {b} 之一", "{a} is one of {b}"},
    OperatorWording{NodeKind::both, "{a}，并且 {b}", "{a}, and {b}"},
    OperatorWording{NodeKind::either, "{a}，或者 {b}", "{a}, or {b}"},
    OperatorWording{NodeKind::implies, "如果 {a}，那么 {b}", "if {a}, then {b}"}};

struct CallWording {
    std::string_view name;
    std::size_t size;  ///< arguments
    std::string_view zh;
    std::string_view en;
};

constexpr std::array calls = {CallWording{"abs", 1, "{a}的绝对值", "the absolute value of {a}"},
    CallWording{"count", 1, "{a}的个数", "the number of {a}"},
    CallWording{"contains", 2, "{a}里有{b}", "{a} contains {b}"},
    CallWording{"copied", 1, "{a}与上一年逐句相同的部分", "the share of {a} that repeats the previous year's text"},
    CallWording{"date", 3, "{a} 年 {b} 月 {c} 日", "the date {a}-{b}-{c}"},
    CallWording{"ends", 2, "{a}以{b}结尾", "{a} ends with {b}"},
    CallWording{"form", 1, "{a}所用的表单", "the form of {a}"},
    CallWording{"if", 3, "（如果 {a}，取 {b}，否则取 {c}）", "({b} if {a}, otherwise {c})"},
    CallWording{"known", 1, "{a}有值", "{a} is known"}, CallWording{"leaves", 1, "{a}", "{a}"},
    CallWording{"length", 1, "{a}的字数", "the length of {a}"},
    CallWording{"means", 1, "“{a}”可能对应的各个数", "the figures that {a} may refer to"},
    CallWording{"means", 2, "“{a}”在{b}中可能对应的各个数", "the figures of {b} that {a} may refer to"},
    CallWording{"multiple_of", 2, "{a} 是 {b} 的整数倍", "{a} is a multiple of {b}"},
    CallWording{"missing", 1, "{a}中没有数的格数", "the number of cells without a number in {a}"},
    CallWording{"missing", 2, "{a}中为{b}的格数", "the number of {b} cells in {a}"},
    CallWording{"ordered", 1, "{a}在规定的位置", "{a} is in the place that the form gives it"},
    CallWording{"present", 1, "报告中有{a}", "the report contains {a}"},
    CallWording{"year_before", 1, "“{a}”说的是上一年", "{a} is of the year before"},
    CallWording{"scoped", 1, "“{a}”旁有范围词", "{a} has a scope word"},
    CallWording{"scoped", 2, "“{a}”旁有范围词{b}", "{a} has the scope word {b}"},
    CallWording{"section", 1, "“{a}”一节", "the section {a}"},
    CallWording{"stated", 1, "正文说到“{a}”", "the prose states {a}"},
    CallWording{"times", 1, "{a}出现的次数", "the number of times {a} occurs"},
    CallWording{"sum", 1, "{a}之和", "the sum of {a}"}};

/// Members of a domain: one of them after 每一 and by itself, and the word between it and what it belongs to.
struct DomainWording {
    std::string_view domain;
    std::string_view zh_each;
    std::string_view zh;
    std::string_view en;
    std::string_view en_of;
};

constexpr std::array members = {DomainWording{"rows", "行", "行", "row", " of "},
    DomainWording{"columns", "列", "列", "column", " of "}, DomainWording{"children", "项", "项", "member", " of "},
    DomainWording{"parents", "个有下级的行", "行", "row with rows below it", " of "},
    DomainWording{"tables", "张表", "表", "table", " among "},
    DomainWording{"sections", "节", "节", "section", " among "},
    DomainWording{"mentions", "处说法", "说法", "statement", " about "},
    DomainWording{"totals", "个合计", "合计", "total", " of "},
    DomainWording{"wholes", "个有“其中”的数", "有“其中”的数", "figure with parts", " of "}};

/// A function that runs over a domain: {v} is its variable, {of} what the domain belongs to, {b} what is said of each.
struct QuantifierWording {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array quantifieds = {
    QuantifierWording{"all", "对每一{each} {v}{of}，{b}", "for every {member} {v}{of}: {b}"},
    QuantifierWording{"any", "至少有一{each} {v}{of}，使 {b}", "for at least one {member} {v}{of}: {b}"},
    QuantifierWording{"none", "没有一{each} {v}{of}，使 {b}", "for no {member} {v}{of}: {b}"},
    QuantifierWording{"count", "使“{b}”成立的{member} {v}{of} 的个数", "the number of {member}s {v}{of} for which {b}"},
    QuantifierWording{"sum", "对每一{each} {v}{of}，{b}之和", "the sum of {b} over every {member} {v}{of}"}};

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
        if (selector.kind == NodeKind::call && selector.kids.size() == 1) {
            const std::string& of = selector.kids[0].text;
            if (selector.text == "row") return Words{"“" + of + "”所说的行", "the row that " + of + " names"};
            return Words{"“" + of + "”的上一级行", "the row above " + of};
        }
        return Words{"“" + selector.text + "”" + std::string(zh), std::string(en) + " " + selector.text};
    };
    // previous.申请 and below.申请 are said in words too.
    std::string_view table = node.kids[0].text;
    Words whose;
    if (table.starts_with("previous.")) whose = {"上一年", " of the previous year"}, table.remove_prefix(9);
    else if (table.starts_with("below."))
        whose = {"各下级机关", " summed over the organs below"}, table.remove_prefix(6);
    return fill("{whose}“{table}”表{row}{column}的数", "{table}{whose} at {row}, {column}",
        {{"whose", whose}, {"table", same(table)}, {"row", axis(node.kids[1], "行", "row")},
            {"column", axis(node.kids[2], "列", "column")}});
}

/// Names and selectors as they are written: 申请[本年新收, *].
std::string as_written(const Node& node) {
    if (node.kind == NodeKind::star) return "*";
    if (node.kind == NodeKind::call && node.kids.size() == 1) return node.text + "(" + node.kids[0].text + ")";
    if (node.kind != NodeKind::index) return node.text;
    return as_written(node.kids[0]) + "[" + as_written(node.kids[1]) + ", " + as_written(node.kids[2]) + "]";
}

/// all(c in columns(申请), …): nothing where the call does not run over a domain.
std::optional<Words> describe_quantified(const Node& node) {
    const auto said = std::find_if(
        quantifieds.begin(), quantifieds.end(), [&](const QuantifierWording& one) { return one.name == node.text; });
    if (said == quantifieds.end() || node.kids.size() != 2 || node.kids[0].kind != NodeKind::in) return std::nullopt;
    const Node& domain = node.kids[0].kids[1];
    const auto member = std::find_if(
        members.begin(), members.end(), [&](const DomainWording& one) { return one.domain == domain.text; });
    if (member == members.end()) return std::nullopt;
    std::string parts;
    for (const Node& one : domain.kids) {
        if (one.kind != NodeKind::star) parts += (parts.empty() ? "" : ", ") + as_written(one);
    }
    Words of;
    if (!parts.empty()) of = {"（" + parts + "）", std::string(member->en_of) + parts};
    return fill(said->zh, said->en,
        {{"v", same(node.kids[0].kids[0].text)}, {"of", of}, {"b", describe(node.kids[1])},
            {"each", same(member->zh_each)}, {"member", {std::string(member->zh), std::string(member->en)}}});
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

// One case for each kind of node.
Words describe(const Node& node) {
    for (const OperatorWording& one : infixes) {
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
            if (auto quantified = describe_quantified(node)) return *std::move(quantified);
            for (const CallWording& one : calls) {
                if (one.name != node.text || one.size != node.kids.size()) continue;
                const auto kid = [&](std::size_t i) { return i < node.kids.size() ? describe(node.kids[i]) : Words{}; };
                return fill(one.zh, one.en, {{"a", kid(0)}, {"b", kid(1)}, {"c", kid(2)}});
            }
            return fill("{name}（{list}）", "{name}({list})",
                {{"name", same(node.text)}, {"list", list(node.kids, "，", ", ")}});
        default: return same(node.text);
    }
}

}  // namespace gouji
