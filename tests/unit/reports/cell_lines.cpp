// SPDX-License-Identifier: Apache-2.0
// How high the rows of a workbook are made: as many lines as a text takes at most.
#include "reports/writers/private_cell_lines.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gouji;

TEST_CASE("workbook: the lines of a text in a cell") {
    const struct {
        const char* text;
        int width;
        int lines;
    } cases[] = {
        {"", 4, 1}, {"确认", 4, 1}, {"持续整改", 4, 2}, {"持续整改", 5, 2},  // half of a character fits nowhere
        {"2024", 4, 1}, {"2024-03-31", 6, 2},                                // broken at a hyphen
        {"2024-03-31", 4, 3},                                                //
        {"abcdefghij", 4, 3},                                                // a word that is longer than a line
        {"新收 11 + 12", 9, 2},                                              // a word goes to the next line whole
        {"一\n二", 10, 2},                                                   //
        {"一\n\n二", 10, 3},                                                 // an empty line is one
        {"一二三四\n五", 4, 3},                                              //
        {"字", 0, 2},                                                        // no width is taken for one
    };
    for (const auto& one : cases) {
        CAPTURE(one.text);
        CAPTURE(one.width);
        CHECK(lines_in_cell(one.text, one.width) == one.lines);
    }
}

TEST_CASE("workbook: a text that is too long for a row says that it goes on") {
    std::string lines;
    for (int i = 1; i <= most_lines; ++i) lines += (i > 1 ? "\n" : "") + std::to_string(i);
    CHECK(fitting_in_cell(lines, 10, "……") == lines);
    const std::string cut = fitting_in_cell(lines + "\nlast", 10, "……");
    CHECK(lines_in_cell(cut, 10) == most_lines);
    CHECK(cut.ends_with("\n24\n……"));
    const std::string han = fitting_in_cell(std::string(3000, 'x') + "字", 10, "……");
    CHECK(lines_in_cell(han, 10) <= most_lines);
}
