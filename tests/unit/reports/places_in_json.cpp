// SPDX-License-Identifier: Apache-2.0
// Lines and columns: of any place in a text, and beside each span of the JSON.
#include "engine/base/utf8.hpp"
#include "engine/source/line_columns.hpp"
#include "reports/excerpt.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gouji;
using gouji::test::has;
using gouji::test::run;

TEST_CASE("places: line and column are those that a person counts") {
    std::string text = "一行\r\n\n第三行 x";
    for (int i = 0; i < 300; ++i) text += "汉𠀀z\n";  // of three bytes, four and one
    const LineColumns columns(text);
    std::size_t line = 0;
    std::size_t column = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        REQUIRE(columns.line_of(at) == line);
        REQUIRE(columns.column_of(at) == column);
        ++column;
        if (text[at] != '\n') continue;
        ++line;
        column = 1;
    }
    CHECK(columns.line_of(text.size()) == line);
    CHECK(columns.column_of(text.size()) == 1);
    CHECK(columns.end_of(0) == std::string("一行").size());
    CHECK(LineColumns("").column_of(0) == 1);
}

TEST_CASE("places: spans in bytes of a file in another encoding") {
    // 年报 and a line end in GBK: two bytes for each character.
    const std::string shown = "年报\n甲";
    ByteStarts starts;
    for (const auto& [size, from] : {std::pair{3U, 0U}, {3U, 2U}, {1U, 4U}, {3U, 5U}}) starts.add(size, from);
    starts.finish(7);
    const Places places(shown, starts);
    CHECK(places.begin_of({2, 4}).line == 1);
    CHECK(places.begin_of({2, 4}).column == 2);
    CHECK(places.begin_of({5, 7}).line == 2);
    CHECK(places.begin_of({5, 7}).column == 1);
}

TEST_CASE("places: JSON says where a figure is, and which cells are not certain") {
    const std::string report =
        "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n全年共受理政府信息公开申请12件。\n二、主动公开政府信"
        "息情况\n"
        "| 规章 | 0 | 0 | 3 |\n| 行政规范性文件 | 0 | <5 | 3 |\n三、收到和处理政府信息公开申请情况\n";
    const std::string read = utf8::without_blanks(run({"read", "--format", "json", "-"}, report).out);
    // Of cells the key `column` is that of the table, so that the span has both.
    CHECK(has(read, "\"missing\":\"unreadable\",\"raw\":\"<5\",\"span\":{"));
    CHECK(has(read, "\"line\":6,\"column\":17},\"line\":6,\"basis\":\"written\",\"certain\":false"));
    CHECK(has(read, "\"line\":6,\"column\":22},\"line\":6,\"basis\":\"written\",\"certain\":true"));
    CHECK(has(read, "\"spans\":[{"));
    const std::string sums = test::read_file(std::string(GOUJI_ROOT) + "/examples/sums-2023.txt");
    const std::string check = utf8::without_blanks(run({"check", "--format", "json", "-"}, sums).out);
    CHECK(has(check, "\"operands\":["));
    CHECK(has(check, "},\"line\":"));
}
