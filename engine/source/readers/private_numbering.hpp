// SPDX-License-Identifier: Apache-2.0
// Owns: the numbers that a word processor puts before paragraphs and that are not part of the text: 一、 of a heading.
// Refuses: bullets, and to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_xml.hpp"

#include <array>
#include <map>
#include <string>

namespace gouji {

class Numbering {
public:
    /// What word/numbering.xml and word/styles.xml say; either may be an empty node.
    Numbering(pugi::xml_node numbering, pugi::xml_node styles);

    /// The number of the next paragraph, whose properties (pPr) these are; empty where it has none.
    std::string next(pugi::xml_node properties);

private:
    static constexpr std::size_t deepest = 9;
    static constexpr int last_level = static_cast<int>(deepest) - 1;
    static constexpr int most = 100'000;  // for a number to begin with
    struct NumberingLevel {
        int start = 1;
        std::string format;
        std::string text;  ///< %1、
    };
    struct NumberingList {
        std::array<NumberingLevel, deepest> levels;
        std::array<int, deepest> count{};  ///< 0 before the first paragraph of a level
    };
    struct ListUse {
        std::string list;
        std::map<std::size_t, int> starts;  ///< that this use restarts with
    };
    struct NumberedStyle {
        std::string number;
        int level = 0;
    };

    void add_list(pugi::xml_node node);
    void add_use(pugi::xml_node node);
    /// What the properties of a paragraph say, themselves or by the style that they name.
    [[nodiscard]] NumberedStyle style_of(pugi::xml_node properties) const;
    [[nodiscard]] static std::string text_of(const NumberingList& list, std::size_t level);

    std::map<std::string, NumberingList> lists_;
    std::map<std::string, ListUse> uses_;
    std::map<std::string, NumberedStyle> styles_;
};

}  // namespace gouji
