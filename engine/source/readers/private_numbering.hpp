// SPDX-License-Identifier: Apache-2.0
// Owns: the numbers that a word processor puts before paragraphs and that stand in no text: 一、 of a heading.
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
    struct Level {
        int start = 1;
        std::string format;
        std::string text;  ///< %1、
    };
    struct List {
        std::array<Level, deepest> levels;
        std::array<int, deepest> count{};  ///< 0 before the first paragraph of a level
    };
    struct Use {
        std::string list;
        std::map<std::size_t, int> starts;  ///< that this use begins anew with
    };
    struct Style {
        std::string number;
        int level = 0;
    };

    std::map<std::string, List> lists_;
    std::map<std::string, Use> uses_;
    std::map<std::string, Style> styles_;
};

}  // namespace gouji
