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
    constexpr int last = static_cast<int>(deepest) - 1;
    constexpr int most = 100'000;
    for (const pugi::xml_node one : numbering.children()) {
        if (local_name(one) == "abstractNum") {
            List& list = lists_[std::string(attribute_named(one, "abstractNumId"))];
            for (const pugi::xml_node level : one.children()) {
                if (local_name(level) != "lvl") continue;
                Level& made = list.levels[static_cast<std::size_t>(number_named(level, "ilvl", 0, last))];
                made.start = number_named(child_named(level, "start"), "val", 0, most);
                made.format = attribute_named(child_named(level, "numFmt"), "val");
                made.text = attribute_named(child_named(level, "lvlText"), "val");
            }
        } else if (local_name(one) == "num") {
            Use& use = uses_[std::string(attribute_named(one, "numId"))];
            use.list = attribute_named(child_named(one, "abstractNumId"), "val");
            for (const pugi::xml_node change : one.children()) {
                const pugi::xml_node start = child_named(change, "startOverride");
                if (start)
                    use.starts[static_cast<std::size_t>(number_named(change, "ilvl", 0, last))] =
                        number_named(start, "val", 0, most);
            }
        }
    }
    for (const pugi::xml_node one : styles.children()) {
        const pugi::xml_node number = child_named(child_named(one, "pPr"), "numPr");
        if (!number) continue;
        styles_[std::string(attribute_named(one, "styleId"))] = {
            std::string(attribute_named(child_named(number, "numId"), "val")),
            number_named(child_named(number, "ilvl"), "val", 0, last)};
    }
}

std::string Numbering::next(pugi::xml_node properties) {
    const pugi::xml_node own = child_named(properties, "numPr");
    Style named;
    if (const auto style = styles_.find(std::string(attribute_named(child_named(properties, "pStyle"), "val")));
        style != styles_.end())
        named = style->second;
    if (const auto number = attribute_named(child_named(own, "numId"), "val"); !number.empty()) named.number = number;
    if (child_named(own, "ilvl"))
        named.level = number_named(child_named(own, "ilvl"), "val", 0, static_cast<int>(deepest) - 1);
    const auto use = uses_.find(named.number);
    if (use == uses_.end() || named.number == "0") return {};
    const auto found = lists_.find(use->second.list);
    if (found == lists_.end()) return {};
    List& list = found->second;
    const auto level = static_cast<std::size_t>(named.level);
    // A use that begins anew does so once.
    if (const auto anew = use->second.starts.find(level); anew != use->second.starts.end()) {
        list.count[level] = anew->second - 1;
        use->second.starts.erase(anew);
    } else if (list.count[level] == 0) {
        list.count[level] = list.levels[level].start - 1;
    }
    ++list.count[level];
    std::fill(list.count.begin() + named.level + 1, list.count.end(), 0);
    std::string made;
    const std::string& text = list.levels[level].text;
    if (list.levels[level].format == "bullet") return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool count = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!count) {
            made += text[i];
            continue;
        }
        const auto other = static_cast<std::size_t>(text[++i] - '1');
        made += show(std::max(list.count[other], 1), list.levels[other].format);
    }
    return made;
}

}  // namespace gouji
