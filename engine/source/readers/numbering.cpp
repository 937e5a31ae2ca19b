// SPDX-License-Identifier: Apache-2.0
// ECMA-376 part 1, 17.9: a paragraph names a use (numId) and a level; the use names a list of levels, each with a
// format and a text in which %1 to %9 are the counts of the levels.
#include "engine/source/readers/private_numbering.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string chinese(int number) {
    constexpr std::array<std::string_view, 10> digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number <= 0 || number > 99) return std::to_string(number);
    const auto tens = static_cast<std::size_t>(number / 10);
    return (tens > 1 ? std::string(digits[tens]) : "") + (tens > 0 ? "十" : "")
        + std::string(digits[static_cast<std::size_t>(number % 10)]);
}

std::string letter(int number, char first) {
    return number >= 1 && number <= 26 ? std::string(1, static_cast<char>(first + number - 1)) : std::to_string(number);
}

std::string show(int number, std::string_view format) {
    if (format == "none" || format == "bullet") return {};
    if (format == "upperLetter") return letter(number, 'A');
    if (format == "lowerLetter") return letter(number, 'a');
    for (const std::string_view one : {"chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
             "taiwaneseCountingThousand", "japaneseCounting", "chineseLegalSimplified", "ideographDigital"}) {
        if (format == one) return chinese(number);
    }
    return std::to_string(number);
}

}  // namespace

Numbering::Numbering(pugi::xml_node numbering, pugi::xml_node styles) {
    for (const pugi::xml_node node : numbering.children()) {
        if (local_name(node) == "abstractNum") add_list(node);
        else if (local_name(node) == "num") add_use(node);
    }
    for (const pugi::xml_node style : styles.children()) {
        const pugi::xml_node number = child_named(child_named(style, "pPr"), "numPr");
        if (!number) continue;
        styles_[std::string(attribute_named(style, "styleId"))] = {
            std::string(attribute_named(child_named(number, "numId"), "val")),
            number_named(child_named(number, "ilvl"), "val", 0, last_level)};
    }
}

void Numbering::add_list(pugi::xml_node node) {
    NumberingList& list = lists_[std::string(attribute_named(node, "abstractNumId"))];
    for (const pugi::xml_node child : node.children()) {
        if (local_name(child) != "lvl") continue;
        NumberingLevel& level = list.levels[static_cast<std::size_t>(number_named(child, "ilvl", 0, last_level))];
        level.start = number_named(child_named(child, "start"), "val", 0, most);
        level.format = attribute_named(child_named(child, "numFmt"), "val");
        level.text = attribute_named(child_named(child, "lvlText"), "val");
    }
}

void Numbering::add_use(pugi::xml_node node) {
    ListUse& use = uses_[std::string(attribute_named(node, "numId"))];
    use.list = attribute_named(child_named(node, "abstractNumId"), "val");
    for (const pugi::xml_node change : node.children()) {
        const pugi::xml_node start = child_named(change, "startOverride");
        if (start)
            use.starts[static_cast<std::size_t>(number_named(change, "ilvl", 0, last_level))] =
                number_named(start, "val", 0, most);
    }
}

Numbering::NumberedStyle Numbering::style_of(pugi::xml_node properties) const {
    NumberedStyle style;
    const auto named = styles_.find(std::string(attribute_named(child_named(properties, "pStyle"), "val")));
    if (named != styles_.end()) style = named->second;
    const pugi::xml_node own = child_named(properties, "numPr");
    if (const auto number = attribute_named(child_named(own, "numId"), "val"); !number.empty()) style.number = number;
    if (child_named(own, "ilvl")) style.level = number_named(child_named(own, "ilvl"), "val", 0, last_level);
    return style;
}

std::string Numbering::next(pugi::xml_node properties) {
    const NumberedStyle style = style_of(properties);
    const auto use = uses_.find(style.number);
    if (use == uses_.end() || style.number == "0") return {};
    const auto found = lists_.find(use->second.list);
    if (found == lists_.end()) return {};
    NumberingList& list = found->second;
    const auto level = static_cast<std::size_t>(style.level);
    // A use that restarts the count does so once.
    if (const auto restart = use->second.starts.find(level); restart != use->second.starts.end()) {
        list.count[level] = restart->second - 1;
        use->second.starts.erase(restart);
    } else if (list.count[level] == 0) {
        list.count[level] = list.levels[level].start - 1;
    }
    ++list.count[level];
    std::fill(list.count.begin() + style.level + 1, list.count.end(), 0);
    return list.levels[level].format == "bullet" ? std::string() : text_of(list, level);
}

std::string Numbering::text_of(const NumberingList& list, std::size_t level) {
    const std::string& pattern = list.levels[level].text;
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool count =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!count) {
            text += pattern[i];
            continue;
        }
        const auto other = static_cast<std::size_t>(pattern[++i] - '1');
        text += show(std::max(list.count[other], 1), list.levels[other].format);
    }
    return text;
}

}  // namespace gouji
