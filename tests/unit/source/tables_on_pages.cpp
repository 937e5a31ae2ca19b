// SPDX-License-Identifier: Apache-2.0
// Tables of a PDF: cells without a word, and headers of several levels, by the places of the words alone.
#include "engine/source/readers/readers.hpp"
#include "tests/unit/source/boxes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace gouji;
using gouji::test::boxes_of;
using gouji::test::Word;

TEST_CASE("pdf: empty cells and headers of several levels") {
    const struct {
        const char* name;
        std::vector<std::vector<Word>> pages;
        const char* shown;
    } cases[] = {
        {"most rows have empty cells, and no row has all figures",
            {{{0, 0, "甲"}, {100, 0, "12.50"}, {150, 0, "8.10"}, {0, 20, "乙"}, {100, 20, "3.00"}, {0, 40, "丙"},
                {150, 40, "4.10"}, {200, 40, "5.20"}, {0, 60, "丁"}, {200, 60, "1.00"}}},
            "| 甲 | 12.50 | 8.10 |  |\n| 乙 | 3.00 |  |  |\n| 丙 |  | 4.10 | 5.20 |\n| 丁 |  |  | 1.00 |\n"},
        {"a half whose row has no name",
            {{{0, 0, "甲"}, {60, 0, "1"}, {90, 0, "12.50"}, {150, 0, "丙"}, {210, 0, "3"}, {240, 0, "8.10"},
                {60, 20, "2"}, {150, 20, "丁"}, {210, 20, "4"}, {240, 20, "3.00"}}},
            "| 甲 | 1 | 12.50 | 丙 | 3 | 8.10 |\n|  | 2 |  | 丁 | 4 | 3.00 |\n"},
        {"two figures under one name stay as they are",
            {{{0, 0, "甲"}, {100, 0, "12.50"}, {150, 0, "8.10"}, {0, 20, "乙"}, {110, 20, "3"}, {121, 20, "4"},
                {150, 20, "7"}, {0, 40, "丙"}, {100, 40, "3.00"}}},
            "| 甲 | 12.50 | 8.10 |\n| 乙 | 3 | 4 | 7 |\n| 丙 | 3.00 |\n"},
        {"a note below a table is no line of its last row",
            {{{0, 0, "甲"}, {100, 0, "12"}, {150, 0, "8"}, {0, 20, "总计"}, {100, 20, "3"}, {150, 20, "4"},
                {0, 34, "注：本表略。"}, {0, 48, "支出表"}}},
            "| 甲 | 12 | 8 |\n| 总计 | 3 | 4 |\n注：本表略。\n支出表\n"},
        {"names over several columns",
            {{{30, 0, "项目"}, {150, 10, "年初数"}, {230, 0, "支出"}, {0, 20, "编码"}, {60, 20, "名称"},
                {200, 20, "基本"}, {260, 20, "项目支出"}, {0, 50, "205"}, {60, 50, "教育"}, {150, 50, "1.00"},
                {200, 50, "2.00"}, {260, 50, "3.00"}, {0, 70, "20501"}, {60, 70, "管理"}, {150, 70, "1.00"},
                {200, 70, "2.00"}, {260, 70, "3.00"}}},
            "| 项目 | 年初数 | 支出 |\n| 编码 | 名称 | 基本 | 项目支出 |\n| 205 | 教育 | 1.00 | 2.00 | 3.00 |\n"
            "| 20501 | 管理 | 1.00 | 2.00 | 3.00 |\n"},
        {"a name of three lines beside names over others",
            {{{30, 0, "项目"}, {150, 0, "附属"}, {150, 14, "单位"}, {150, 28, "上缴"}, {0, 28, "编码"},
                {60, 28, "名称"}, {0, 58, "205"}, {60, 58, "教育"}, {150, 58, "1.00"}, {0, 78, "20501"},
                {60, 78, "管理"}, {150, 78, "1.00"}}},
            "| 项目 | 附属单位上缴 |\n| 编码 | 名称 |\n| 205 | 教育 | 1.00 |\n| 20501 | 管理 | 1.00 |\n"},
        {"a column that is empty in all rows",
            {{{0, 0, "内容"}, {100, 0, "甲数"}, {160, 0, "乙数"}, {220, 0, "丙数"}, {0, 20, "甲"}, {100, 20, "1.50"},
                {220, 20, "2.50"}, {0, 40, "乙"}, {100, 40, "3.50"}, {220, 40, "4.50"}}},
            "| 内容 | 甲数 | 乙数 | 丙数 |\n| 甲 | 1.50 |  | 2.50 |\n| 乙 | 3.50 |  | 4.50 |\n"},
        {"a row at the top of a page is no rest of the row before it",
            {{{0, 700, "2050203"}, {60, 700, "初中教育"}, {150, 700, "785.08"}, {200, 700, "655.08"},
                 {250, 700, "130.00"}},
                {{0, 20, "208"}, {60, 20, "社会保障"}, {150, 20, "228.54"}, {200, 20, "228.54"}, {0, 40, "20805"},
                    {60, 40, "养老"}, {150, 40, "228.54"}, {200, 40, "228.54"}}},
            "| 2050203 | 初中教育 | 785.08 | 655.08 | 130.00 |\n| 208 | 社会保障 | 228.54 | 228.54 |  |\n"
            "| 20805 | 养老 | 228.54 | 228.54 |  |\n"},
    };
    for (const auto& one : cases) {
        INFO(one.name);
        const Result<Text> text = read_text({"a.pdf", boxes_of(one.pages)});
        REQUIRE(text);
        CHECK(text->shown().text == one.shown);
    }
}
