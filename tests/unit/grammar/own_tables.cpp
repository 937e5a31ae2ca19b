// SPDX-License-Identifier: Apache-2.0
// Tables of the report's own: their units, their years, their parts, and statistics in running text.
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace gouji;
using gouji::test::filing_of;

namespace {

const std::string head =
    "青禾县人民政府2013年政府信息公开工作年度报告\n一、概述\n本县按时公开。2013年主动公开政府信息1853条。\n";

/// The values of a row, each with its column; what has no value says why, and what is not certain has a mark.
std::string row_of(const Filing& filing, const std::string& name) {
    for (const Table& table : filing.tables) {
        if (table.layout) continue;
        const int columns = table.columns.leaf_count();
        for (int row = 0; row < table.rows.leaf_count(); ++row) {
            if (table.rows.leaf(row).name != name) continue;
            std::string made;
            for (int column = 0; column < columns; ++column) {
                const Cell& cell = table.cell(row * columns + column);
                made += (made.empty() ? "" : " ") + table.columns.leaf(column).name + "="
                    + (cell.presence == Presence::number ? cell.value.to_string() : std::string(name_of(cell.presence)))
                    + (cell.certain ? "" : "?");
            }
            return made;
        }
    }
    return "no such row";
}

/// The divisions of a row that are left.
std::vector<std::string> divisions_of(const Filing& filing, const std::string& name) {
    std::vector<std::string> made;
    for (const Table& table : filing.tables) {
        for (const Choice& choice : table.choices) {
            if (table.row_names().leaf(choice.cells.front() / table.column_names().leaf_count()).name != name) continue;
            for (const Choice::Reading& reading : choice.readings) {
                if (reading.set_aside) continue;
                std::string& one = made.emplace_back();
                for (const Decimal& value : reading.values) one += (one.empty() ? "" : "|") + value.to_string();
            }
        }
    }
    return made;
}

}  // namespace

TEST_CASE("own tables: a column of units has no figures") {
    const Filing filing = filing_of(head
        + "| 指标名称 | 计量单位 | 代码 | 2013年度 | 历年累计 |\n| 主动公开信息数 | 条 | 1 | 739 | 4359 |\n"
          "| 其中：1、网站公开 | 条 | 2 | 739¹ | 4359 |\n| 2、政府公报公开 | 条"
            " | 3 | 0 | |\n| 收取费用 | 万元 | 4 | .85 | 1,2345 |\n");
    CHECK(row_of(filing, "主动公开信息数") == "2013年度=739 历年累计=4359");
    CHECK(row_of(filing, "其中:1、网站公开") == "2013年度=739 历年累计=4359");
    CHECK(row_of(filing, "2、政府公报公开") == "2013年度=0 历年累计=blank");
    CHECK(row_of(filing, "收取费用") == "2013年度=0.85 历年累计=unreadable");
    REQUIRE(!filing.tables.empty());
    CHECK(filing.tables.back().cell(6).unit == "万元");
    CHECK(filing.tables.back().cell(0).unit.empty());
    // Without the name of the column, by what is in it.
    CHECK(row_of(filing_of(head + "| 项目 | | 数量 |\n| 公告 | 条 | 3 |\n| 动态 | 篇 | 4 |\n"), "动态") == "数量=4");
}

TEST_CASE("own tables: statistics in one line with the text") {
    const Filing filing = filing_of(head
        + "政府信息公开情况统计表 指标名称 计量单位 2013年度 历年累计 "
          "主动公开信息数 条 72804 76424 其中：1、网站公开 条 72804 "
          "76424 2、政府公报公开 条 0 受理依申请公开信息总数 条 0 "
            "0 其中：1、当面申请数 条 0 0 3、信函、传真申请数 条 0 12 "
          "对申请的答复总数 条 受理其他 件 0 5 行政复议数 件 0 0 附件下载 2014年1月3日印发");
    CHECK(row_of(filing, "主动公开信息数") == "2013年度=72804 历年累计=76424");
    CHECK(row_of(filing, "其中:1、网站公开") == "2013年度=72804 历年累计=76424");
    CHECK(row_of(filing, "2、政府公报公开") == "2013年度=unreadable? 历年累计=unreadable?");
    CHECK(divisions_of(filing, "2、政府公报公开") == std::vector<std::string>{"0", "0"});
    CHECK(row_of(filing, "3、信函、传真申请数") == "2013年度=0 历年累计=12");
    CHECK(row_of(filing, "对申请的答复总数") == "2013年度=blank 历年累计=blank");
    CHECK(row_of(filing, "受理其他") == "2013年度=0 历年累计=5");
    CHECK(row_of(filing, "行政复议数") == "2013年度=0 历年累计=0");
    // The same, a cell a line.
    const Filing lines = filing_of(
        head + "指标名称\n计量单位\n2013年度\n历年累计\n主动公开信息数\n条\n739\n4,359\n行政复议数\n件\n0\n2\n");
    CHECK(row_of(lines, "主动公开信息数") == "2013年度=739 历年累计=4359");
    CHECK(row_of(lines, "行政复议数") == "2013年度=0 历年累计=2");
}

TEST_CASE("own tables: statistics whose digits run together keep the divisions that the table allows") {
    const Filing filing = filing_of(head
        + "附件：指标名称计量单位2013年度历年累计主动公开信息数条18535395其中："
          "1.网站公开条171350172.政府公报公开条07受理总数条728"
          "其中：1.当面申请数条0182.传真申请数条00行政复议数条1112");
    CHECK(row_of(filing, "主动公开信息数") == "2013年度=1853? 历年累计=5395?");
    CHECK(row_of(filing, "其中:1 网站公开") == "2013年度=1713? 历年累计=5017?");
    CHECK(row_of(filing, "2 政府公报公开") == "2013年度=0 历年累计=7");
    CHECK(row_of(filing, "受理总数") == "2013年度=7? 历年累计=28?");
    CHECK(divisions_of(filing, "受理总数") == std::vector<std::string>{"7|28"});
    CHECK(row_of(filing, "其中:1 当面申请数") == "2013年度=0 历年累计=18");
    CHECK(row_of(filing, "2 传真申请数") == "2013年度=0 历年累计=0");
    CHECK(divisions_of(filing, "行政复议数") == std::vector<std::string>{"1|112", "11|12"});
    // 8 of the total leaves no room for 9 of the part.
    const Filing parts = filing_of(
        head + "指标名称计量单位2013年度历年累计受理总数条4545其中：1.当面申请数条9102.传真申请数条00行政复议数条00");
    CHECK(divisions_of(parts, "受理总数") == std::vector<std::string>{"45|45"});
    CHECK(row_of(parts, "受理总数") == "2013年度=45? 历年累计=45?");
}

TEST_CASE("own tables: what has several readings decides nothing, and the reason says so") {
    const std::string report = head
        + "附件：指标名称计量单位2013年度历年累计受理申请总数条1125其中：1.当面申请数条192."
          "传真申请数条00行政复议数条00";
    const std::string check = gouji::test::run({"check", "--all", "--format", "json", "-"}, report).out;
    CHECK(gouji::test::has(check, "自有表格的这些数有几种读法"));
    CHECK(!gouji::test::has(check, "1024"));
}

TEST_CASE("own tables: prose and lists are no statistics") {
    for (const char* text :
        {"2013年主动公开政府信息212条。机构职能类信息20条，政策类信息95条。", "本表的计量单位为条，2013年度公开739条。",
            "指标名称和计量单位见附件。2013年度公开20条。", "指标名称 计量单位 2013年度 主动公开数 条 3"}) {
        INFO(text);
        const Filing filing = filing_of(head + text);
        CHECK(std::none_of(filing.tables.begin(), filing.tables.end(), [](const Table& one) { return !one.layout; }));
    }
}

TEST_CASE("own tables: a list under the heading of a later form is no table of that form") {
    const Filing filing = filing_of(
        "青禾县林业局2017年政府信息公开工作年度报告\n一、概述\n本局设有专人负责。\n二、政府信息主动公开情况\n全年主动公"
        "开政府信息180条，"
        "其中机构职能类40条，规范性文件类95条，行政事业性收费类5条，行政许可类30条，行政处罚类10条。\n"
        "三、政府信息依申请公开情况\n未收到申请。\n");
    CHECK(filing.tables.empty());
}
