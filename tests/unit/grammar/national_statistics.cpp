// SPDX-License-Identifier: Apache-2.0
// The table of 国办发〔2014〕32号 in the layouts in which it is printed.
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::value;

namespace {

struct Row {
    const char* label;
    const char* unit;
    const char* figure;
};

constexpr std::array rows = {Row{"一、主动公开情况", "", ""}, Row{"（一）主动公开政府信息数", "条", "120"},
    Row{"其中：主动公开规范性文件数", "条", "14"}, Row{"制发规范性文件总数", "件", "9"},
    Row{"1.政府公报公开政府信息数", "条", "3"}, Row{"2.政府网站公开政府信息数", "条", "100"},
    Row{"二、回应解读情况", "", ""}, Row{"（一）回应公众关注热点或重大舆情数", "次", "27"},
    Row{"1.参加或举办新闻发布会总次数", "次", "4"}, Row{"其中：主要负责同志参加新闻发布会次数", "次", "1"},
    Row{"三、依申请公开情况", "", ""}, Row{"（一）收到申请数", "件", "10"}, Row{"1.当面申请数", "件", "2"},
    Row{"2.传真申请数", "件", "1"}, Row{"3.网络申请数", "件", "5"}, Row{"4.信函申请数", "件", "2"},
    Row{"（二）申请办结数", "件", "10"}, Row{"1.按时办结数", "件", "9"}, Row{"2.延期办结数", "件", "1"},
    Row{"四、行政复议数量", "件", "3"}, Row{"（一）维持具体行政行为数", "件", "1"},
    Row{"（二）被依法纠错数", "件", "1"}, Row{"（三）其他情形数", "件", "1"}, Row{"五、行政诉讼数量", "件", "2"},
    Row{"（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "1"}, Row{"（二）被依法纠错数", "件", "0"},
    Row{"（三）其他情形数", "件", "1"}, Row{"七、依申请公开信息收取的费用", "万元", "0.05"},
    Row{"（三）接受培训人员数", "人次", "40"}};

/// `years`: a second column of figures.
std::string written(
    const std::string& before, const std::string& between, const std::string& after, bool years = false) {
    std::string made =
        before + "指标名称" + between + "单位" + between + (years ? "本年" + between + "历年累计" : "统计数") + after;
    for (const Row& row : rows) {
        made += before + row.label;
        for (const char* cell : {row.unit, row.figure}) {
            if (*cell != '\0' || !before.empty()) made += between + cell;
        }
        if (years) made += between + (*row.figure != '\0' ? "1" : "") + row.figure;
        made += after;
    }
    return made;
}

const std::string head = "青禾县人民政府2016年政府信息公开工作年度报告\n一、概述\n本县按时公开。\n附件：统计表\n";

}  // namespace

TEST_CASE("national statistics: every layout, with the units in a column of their own") {
    for (const std::string& table : {written("| ", " | ", " |\n"), written("", "  ", "\n"), written("", "\n", "\n")}) {
        INFO(table);
        const Filing filing = filing_of(head + table);
        CHECK(value(filing, "统计表", "主动公开情况.主动公开数", "统计数") == "120");
        CHECK(value(filing, "统计表", "主动公开情况.制发规范性文件数", "统计数") == "9");
        CHECK(value(filing, "统计表", "回应解读情况.负责同志新闻发布会次数", "统计数") == "1");
        CHECK(value(filing, "统计表", "依申请公开情况.网络申请数", "统计数") == "5");
        CHECK(value(filing, "统计表", "行政复议.复议纠错数", "统计数") == "1");
        CHECK(value(filing, "统计表", "行政诉讼.诉讼纠错数", "统计数") == "0");
        CHECK(value(filing, "统计表", "会议和培训.接受培训人员数", "统计数") == "40");
        CHECK(filing.tables.size() == 1);
    }
    // Prose that counts the same things is no table.
    const Filing prose = filing_of(head + "2016年主动公开政府信息120条，收到申请10件，其中当面申请2件、网络申请5件。");
    CHECK(prose.tables.empty());
}

TEST_CASE("national statistics: a table with more columns is the report's own, and no other form's") {
    const Filing barred = filing_of(head + written("| ", " | ", " |\n", true));
    REQUIRE(barred.tables.size() == 1);
    CHECK(barred.tables.front().form == nullptr);
    CHECK(barred.tables.front().columns.leaf_count() == 2);
    for (const Table& table : filing_of(head + written("", " ", "\n", true)).tables) CHECK(table.form == nullptr);
}
