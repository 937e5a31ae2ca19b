// SPDX-License-Identifier: Apache-2.0
// What looks like a figure of a table and is none: its cell alone cannot be read, in every layout.
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::value;

namespace {

/// The row of a table in each layout, with one cell as given.
Filing read(const std::string& cell, int layout) {
    const std::string head = "青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";
    const std::string tail = "三、收到和处理政府信息公开申请情况\n";
    if (layout == 0)
        return filing_of(head + "| 规章 | 0 | 0 | 3 |\n| 行政规范性文件 | " + cell + " | 9 | 41 |\n" + tail);
    if (layout == 1) return filing_of(head + "规章\n0\n0\n3\n行政规范性文件\n" + cell + "\n9\n41\n" + tail);
    return filing_of(head + "规章  0  0  3\n行政规范性文件  " + cell + "  9  41\n" + tail);
}

}  // namespace

TEST_CASE("tables: what is no count makes its cell unreadable, and its row stays") {
    const char* const cells[] = {"1,2345", "12,34", "<5", "≤5", "＜ 5", "≥5", ">5", "~5", "5+", "5＋", "#5", "¥5",
        "￥5", "$5", "约5", "近 5", "18S", "O5", "1.85E+02", "185-1", "185—1", "185-", "3/", "22(16)", "1.234.567",
        "~~139~~140", "185^1^", "12.5万美元", "300余", "180件以上", "12人次", "12万", "I", "l0", "增5", "减少3", "不变",
        "详见附件", "不详", "略", "12\uFFFD", "\uFFFD12", "5₁"};
    for (const std::string cell : cells) {
        for (int layout = 0; layout < 3; ++layout) {
            INFO(cell << " in layout " << layout);
            const Filing filing = read(cell, layout);
            CHECK(value(filing, "主动公开", "规章", "现行有效件数") == "3");
            CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == "unreadable");
            CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") == "9");
            CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "41");
        }
    }
}

TEST_CASE("tables: between bars there is more to tell") {
    for (const std::string cell : {"3/5", "\uFFFD", "12%", "3 5", "1 234"}) {
        INFO(cell);
        const Filing filing = read(cell, 0);
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == "unreadable");
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") == "9");
        CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "41");
    }
}

TEST_CASE("tables: the mark of a note behind a figure is no digit of it, and no zero is needed before a point") {
    const struct {
        const char* cell;
        const char* value;
    } cases[] = {{"185¹", "185"}, {"185¹⁾", "185"}, {"140[1]", "140"}, {"140 [1]", "140"}, {"140［12］", "140"},
        {"140①", "140"}, {"140件②", "140"}, {"140〔注1〕", "140"}, {"140(注2)", "140"}, {"1,234¹", "1234"},
        {".85", "0.85"}, {"-.5", "-0.5"}, {".85万元", "0.85万元"}, {"+5", "5"}, {"**7**", "7"},
        {"1,234,567", "1234567"}};
    for (const auto& one : cases) {
        for (int layout = 0; layout < 3; ++layout) {
            INFO(one.cell << " in layout " << layout);
            const Filing filing = read(one.cell, layout);
            CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == one.value);
            CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") == "9");
            CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "41");
        }
    }
    // Behind a label too.
    const Filing filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章[1]  0  0  3\n行政规范性文件¹ 2 9 "
        "41\n"
        "三、收到和处理政府信息公开申请情况\n");
    CHECK(value(filing, "主动公开", "规章", "本年制发件数") == "0");
    CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == "2");
}

TEST_CASE("tables: the row of reviews and lawsuits loses one cell, not fifteen") {
    const std::string head =
        "青禾县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n| 行政复议 | 行政诉讼 "
        "|\n| "
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |\n| 结果维持 | 结果纠正 | "
        "其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| ";
    const std::string rest =
        " | 0 | 0 | 1 | 4 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 2 |\n五、存在的主要问题及改进情况\n";
    for (const char* cell : {"3-1", "≤3", "3S", "I", "\uFFFD"}) {
        INFO(cell);
        const Filing filing = filing_of(head + cell + rest);
        const Table* const table = filing.table("复议诉讼");
        REQUIRE(table);
        CHECK(table->cell(0).presence == Presence::unreadable);
        CHECK(table->cell(3).value == Decimal(1));
        CHECK(table->cell(4).value == Decimal(4));
        CHECK(table->cell(14).value == Decimal(2));
    }
    const Filing words = filing_of(head + "3 | 详见附件" + rest.substr(4));
    REQUIRE(words.table("复议诉讼"));
    CHECK(words.table("复议诉讼")->cell(0).value == Decimal(3));
    CHECK(words.table("复议诉讼")->cell(1).presence == Presence::unreadable);
    CHECK(words.table("复议诉讼")->cell(4).value == Decimal(4));
}
