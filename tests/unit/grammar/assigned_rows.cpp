// SPDX-License-Identifier: Apache-2.0
// Which figures are of which row and column, where words alone do not say it.
#include "engine/check/readings/choose.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::value;

namespace {

const std::string title = "青禾县水利局2022年政府信息公开工作年度报告\n";
const std::string requests = title + "三、收到和处理政府信息公开申请情况\n";

}  // namespace

TEST_CASE("rows: a label may be behind its figures where a converter took them apart") {
    const Filing filing = filing_of(requests
        + "|  | 5 | 0 | 0 | 0 | 0 | 1 | 6 |\n| --- | --- |\n一、本年新收政府信息公开申请数量\n"
          "|  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| --- | --- |\n二、上年结转政府信息公开申请数量\n"
          "|  | 4 | 0 | 0 | 0 | 0 | 1 | 5 |\n| --- | --- |\n（一）予以公开\n"
          "|  | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n| --- | --- |\n（二）部分公开\n"
          "|  | 6 | 0 | 0 | 0 | 0 | 1 | 7 |\n| --- | --- |\n（七）总计\n"
          "|  | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| --- | --- |\n四、结转下年度继续办理\n");
    CHECK(value(filing, "申请", "本年新收", "总计") == "6");
    CHECK(value(filing, "申请", "上年结转", "总计") == "1");
    CHECK(value(filing, "申请", "予以公开", "自然人") == "4");
    CHECK(value(filing, "申请", "部分公开", "自然人") == "2");
    CHECK(value(filing, "申请", "总计", "总计") == "7");
    CHECK(value(filing, "申请", "结转下年度", "总计") == "0");
}

TEST_CASE("rows: a row whose label is lost is read where the relations vouch for it, and only there") {
    const auto with = [](const std::string& carried_out) {
        return filing_of(requests
            + "| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | "
              "0 | 3 |\n| 甲乙丙丁 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
              "| （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
              "| 四、结转下年度继续办理 | "
            + carried_out + " | 0 | 0 | 0 | 0 | 0 | " + carried_out + " |\n");
    };
    CHECK(value(with("1"), "申请", "上年结转", "自然人") == "2");
    CHECK(value(with("3"), "申请", "上年结转", "自然人") == "unreadable");
}

TEST_CASE("rows: empty lines are empty cells where each cell has a line of its own") {
    const std::string others =
        "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n（七）总计\n4\n1\n0\n0\n0\n0\n5\n";
    for (const char* empty : {"", "　", "\xC2\xA0"}) {
        const std::string e = empty + std::string("\n");
        const Filing filing =
            filing_of(requests + "一、本年新收政府信息公开申请数量\n4\n1\n" + e + e + e + e + "5\n" + others);
        CHECK(value(filing, "申请", "本年新收", "商业企业") == "1");
        CHECK(value(filing, "申请", "本年新收", "科研机构") == "blank");
        CHECK(value(filing, "申请", "本年新收", "总计") == "5");
        const Filing first =
            filing_of(requests + "一、本年新收政府信息公开申请数量\n" + e + "5\n" + e + e + e + e + "5\n" + others);
        CHECK(value(first, "申请", "本年新收", "自然人") == "blank");
        CHECK(value(first, "申请", "本年新收", "商业企业") == "5");
    }
}

TEST_CASE("rows: cells that lost their bars, and a last cell without one") {
    const Filing lost = filing_of(requests
        + "| 一、本年新收政府信息公开申请数量 | 5 0 | 0 0 | 0 1 | 6 |\n|"
          "  | 二、上年结转政府信息公开申请数量 | 1 0 0 | 0 0 0 | 1 |\n");
    CHECK(value(lost, "申请", "本年新收", "其他") == "1");
    CHECK(value(lost, "申请", "上年结转", "总计") == "1");
    const Filing open = filing_of(requests
        + "一、本年新收政府信息公开申请数量| 5| | | | | 1| \n二、上年结转政府信息公开申请数量| 1| | | | | | 1\n");
    CHECK(value(open, "申请", "本年新收", "总计") == "blank");
    CHECK(value(open, "申请", "本年新收", "其他") == "1");
    CHECK(value(open, "申请", "上年结转", "总计") == "1");
}

TEST_CASE("rows: empty cells of a line are found by the places of the others") {
    const Filing filing = filing_of(requests
        + "一、本年新收政府信息公开申请数量     21    3    0    0    0    0    24\n"
          "二、上年结转政府信息公开申请数量      1    0    0    0    0    0     1\n"
          "      （一）予以公开              12    2                         14\n");
    CHECK(value(filing, "申请", "予以公开", "自然人") == "12");
    CHECK(value(filing, "申请", "予以公开", "商业企业") == "2");
    CHECK(value(filing, "申请", "予以公开", "科研机构") == "blank");
    CHECK(value(filing, "申请", "予以公开", "总计") == "14");
}

TEST_CASE("rows: text that runs on has no columns that an empty cell could be under") {
    const Filing filing = filing_of(title
        + "二、主动公开政府信息情况\n信息内容本年制发件数本年废止件数现行有效件数规章240 325 381行政规范性文件12461795 "
          "1447行政许可3行政处罚0行政强制0\n三、收到和处理政府信息公开申请情况\n");
    CHECK(value(filing, "主动公开", "规章", "本年废止件数") == "325");
    CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") != "blank");
}

TEST_CASE("rows: figures in a sentence that names rows are no cells") {
    const Filing filing = filing_of(title
        + "二、主动公开政府信息情况\n全年公布服务事项211项，其中行政许可191项、行政处罚20项，制定规范性文件5件。\n"
          "三、收到和处理政府信息公开申请情况\n无。\n");
    CHECK_FALSE(filing.table("主动公开"));
}

TEST_CASE("columns: the header says which is which, and relations may speak against it") {
    const auto with = [](const std::string& header, const std::string& rows) {
        return filing_of(requests + "| 项目 | " + header + " |\n" + rows);
    };
    const std::string total_first = "总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他";
    const std::string two_changed = "自然人 | 科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 | 总计";
    const std::string rows =
        "| 一、本年新收政府信息公开申请数量 | 9 | 5 | 4 | 0 | 0 | 0 | 0 |\n| 二、上年结转政府信息公开申请数量 | 1 | "
        "1 | 0 | 0 | 0 | 0 | 0 |\n";
    const Filing first = with(total_first, rows);
    CHECK(value(first, "申请", "本年新收", "总计") == "9");
    CHECK(value(first, "申请", "本年新收", "商业企业") == "4");
    const std::string usual =
        "| 一、本年新收政府信息公开申请数量 | 5 | 4 | 1 | 0 | 0 | 0 | 10 |\n| 二、上年结转政府信息公开申请数量 | 1 | "
        "0 | 0 | 0 | 0 | 0 | 1 |\n";
    const Filing changed = with(two_changed, usual);
    CHECK(value(changed, "申请", "本年新收", "科研机构") == "4");
    CHECK(value(changed, "申请", "本年新收", "商业企业") == "1");
    // The total is last, whatever the header says.
    const Filing against = with(total_first, usual);
    CHECK(value(against, "申请", "本年新收", "总计") == "unreadable");
    CHECK(value(against, "申请", "本年新收", "社会公益组织") == "0");
}

TEST_CASE("columns: a header whose names are on several lines is believed where its columns can hold the figures") {
    const auto with = [](const std::string& rows) {
        return filing_of(
            "青禾县水利局2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
            "信息内容 上一年项目数量 本年增减 处理决定数量\n| 行政许可 | 3 | 0 | 7 |\n"
            "| 其他对外管理服务事项 | 3 | 0 | 7 |\n第二十条第（八）项\n采购总金额（单位：万\n"
            "信息内容 采购项目数量\n元）\n"
            + rows);
    };
    const Filing decimals = with("| 政府集中采购 | 16 | 20.14万元 |\n");
    CHECK(value(decimals, "主动公开", "政府集中采购", "采购项目数量") == "16");
    CHECK(value(decimals, "主动公开", "政府集中采购", "采购总金额") == "20.14万元");
    // Both may be either.
    const Filing whole = with("| 政府集中采购 | 16 | 20 |\n");
    CHECK(value(whole, "主动公开", "政府集中采购", "采购项目数量") == "unreadable");
    CHECK(value(whole, "主动公开", "行政许可", "处理决定数量") == "7");
}

TEST_CASE("columns: of a table in one line the header says which is which, too") {
    const auto with = [](const std::string& columns, const std::string& figures) {
        const std::string header = "| 行政复议 | 行政诉讼 |\n| 未经复议直接起诉 | 复议后起诉 |\n";
        return filing_of(title + "四、政府信息公开行政复议、行政诉讼情况\n" + header + "| " + columns + " | " + columns
            + " | " + columns + " |\n| " + figures + " |\n");
    };
    const std::string exchanged = "结果纠正 | 结果维持 | 其他结果 | 尚未审结 | 总计";
    const Filing one = with(exchanged, "1 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 5 | 0 | 0 | 9");
    CHECK(value(one, "复议诉讼", "行政复议", "结果纠正") == "1");
    CHECK(value(one, "复议诉讼", "行政复议", "结果维持") == "2");
    CHECK(value(one, "复议诉讼", "复议后起诉", "结果维持") == "5");
    const std::string total_first = "总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结";
    const Filing two = with(total_first, "3 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 9 | 4 | 5 | 0 | 0");
    CHECK(value(two, "复议诉讼", "行政复议", "总计") == "3");
    CHECK(value(two, "复议诉讼", "复议后起诉", "结果纠正") == "5");
    // The total is last, whatever the header says.
    const Filing against = with(total_first, "1 | 2 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 4 | 5 | 0 | 0 | 9");
    CHECK(value(against, "复议诉讼", "行政复议", "总计") == "unreadable");
}

TEST_CASE("headings: a slip in the words of a heading") {
    const Filing filing = filing_of(requests + "一、本年新收政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
        + "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n四、"
          "政府信息公开行政法复议、行政诉讼情况行政复议 结果维持 ");
    CHECK(filing.sections.back().name == "复议诉讼");
}

TEST_CASE("amounts: the last of the digits that run together may have decimals and a unit") {
    Filing filing = filing_of(
        "青禾县水利局2019年政府信息公开工作年度报告\n二、主动公开政府信息情况第二十条第（一）项信息内容本年新"
        "制作数量本年新公开数量对外公开总数量规章000规范性文件120第二十条第（九）项信息内容采购项目数量采购总金"
        "额政府集中采购135432.52元三、收到和处理政府信息公开申请情况\n");
    choose_readings(filing);
    const Table* table = filing.table("主动公开");
    REQUIRE(table);
    bool found = false;
    for (const Choice& one : table->choices) {
        for (const Choice::Reading& reading : one.readings)
            found =
                found || (reading.values.front() == Decimal(13) && reading.values.back() == *Decimal::parse("5432.52"));
    }
    CHECK(found);
}
