// SPDX-License-Identifier: Apache-2.0
// Tables as reports print them: what their cells and labels may say, and in which order they may stand.
#include "engine/base/utf8.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::value;

TEST_CASE("tables: what a cell says besides its figure") {
    const char* const layouts[] = {
        "| 规章 | 0 | 0 | 3 |\n| 行政规范性文件 | 22（其中修订16件） | 3件 | 41 份 |\n",
        "规章\n0\n0\n3\n行政规范性文件\n22（其中修订16件）\n3件\n41 份\n",
        "规章  0  0  3\n行政规范性文件  22(含修订16件)  3件  41份\n",
    };
    for (const std::string rows : layouts) {
        INFO(rows);
        const Filing filing = filing_of("青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" + rows
            + "三、收到和处理政府信息公开申请情况\n");
        CHECK(value(filing, "主动公开", "规章", "现行有效件数") == "3");
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == "22");
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") == "3");
        CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "41");
    }
}

TEST_CASE("tables: a unit behind a figure belongs to it, and a share is no count") {
    const auto read = [](const std::string& cell) {
        return filing_of(
            "青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n| 规章 | 0 | 0 | 3 |\n| "
            "行政规范性文件 | 2 | "
            + cell + " | 41 |\n三、收到和处理政府信息公开申请情况\n");
    };
    const struct {
        const char* cell;
        const char* value;
    } cases[] = {{"12项", "12"}, {"12 个", "12"}, {"12起", "12"}, {"12人次", "unreadable"}, {"12%", "unreadable"},
        {"1.5%", "unreadable"}, {"\u22125", "-5"}, {"\u2011", "dash"}};
    for (const auto& one : cases) {
        INFO(one.cell);
        const Filing filing = read(one.cell);
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == "2");
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") == one.value);
        CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "41");
    }
}

TEST_CASE("tables: 无 alone in a cell stands for a figure as a dash does, and nowhere else") {
    const char* const layouts[] = {
        "| 规章 | 无 | 0 | 3 |\n| 行政规范性文件 | 22 | 无 | 41 |\n| 行政事业性收费 | 无 |\n",
        "规章\n无\n0\n3\n行政规范性文件\n22\n无\n41\n行政事业性收费\n无\n",
        "规章  无  0  3\n行政规范性文件  22  无  41\n行政事业性收费  无\n",
    };
    for (const std::string rows : layouts) {
        INFO(rows);
        const Filing filing = filing_of("青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" + rows
            + "三、收到和处理政府信息公开申请情况\n（三）无法提供\n");
        CHECK(value(filing, "主动公开", "规章", "本年制发件数") == "dash");
        CHECK(value(filing, "主动公开", "规章", "本年废止件数") == "0");
        CHECK(value(filing, "主动公开", "规章", "现行有效件数") == "3");
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年废止件数") == "dash");
        CHECK(value(filing, "主动公开", "行政规范性文件", "现行有效件数") == "41");
        CHECK(value(filing, "主动公开", "行政事业性收费", "本年收费金额") == "dash");
        CHECK(filing.tables.size() == 1);
    }
}

TEST_CASE("tables: labels in other words, before the first row, behind the last and below the label of a group") {
    const char* const figures = "\n3\n1\n0\n0\n0\n2\n6\n";
    const auto read = [&](const std::string& first, const std::string& group, const std::string& last) {
        return filing_of("青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人\n"
            + first + figures + "二、上年结转政府信息公开申请数量" + figures + group + figures + "（二）部分公开"
            + figures + "（七）总计" + figures + last + figures + "四、政府信息公开行政复议、行政诉讼情况\n");
    };
    const char* const firsts[] = {"一、本年新收政府信息公开申请数量", "一、本年新收到的政府信息公开申请数量",
        "一、2022年新收政府信息公开申请数量", "一、本年新收申请数", "一、本年新收政府信息公开申请数量（件）",
        "一、本年新收政府信息公开申请总数"};
    const char* const groups[] = {
        "（一）予以公开", "三、本年度办理结果（一）与以公开", "三、本年度办理结果\n（一）予以公开(单位:件)"};
    const char* const lasts[] = {
        "四、结转下年度继续办理", "四、结转至下年度办理", "四、结转下一年度继续办理", "四、结转下年度继续办理（件）"};
    for (const char* first : firsts) {
        for (const char* group : groups) {
            for (const char* last : lasts) {
                INFO((std::string(first) + group + last));
                const Filing filing = read(first, group, last);
                for (const char* row : {"本年新收", "上年结转", "予以公开", "部分公开", "总计", "结转下年度"}) {
                    CHECK(value(filing, "申请", row, "自然人") == "3");
                    CHECK(value(filing, "申请", row, "总计") == "6");
                }
            }
        }
    }
    // Prose has no row of figures behind it.
    const Filing prose = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n本年新收政务信息公开申请数量 "
        "3\n二、上年结转政府信息公开申请数量"
        + std::string(figures) + "（一）予以公开" + figures + "四、政府信息公开行政复议、行政诉讼情况\n");
    CHECK(value(prose, "申请", "本年新收", "自然人") == "absent");
}

TEST_CASE("tables: a row whose label is lost is unreadable, not absent") {
    const Filing filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n| "
        "一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
        "| 甲乙丙丁 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 1 | "
        "0 | 0 | 0 | 0 | 0 | 1 |\n");
    CHECK(value(filing, "申请", "上年结转", "自然人") == "unreadable");
    CHECK(value(filing, "申请", "部分公开", "自然人") == "absent");
}

TEST_CASE("tables: the form is chosen for each table") {
    const std::string head = "青禾县水利局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
    const std::string rows =
        "一、本年新收政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n"
        "（一）予以公开\n0\n0\n0\n0\n0\n0\n0\n"
        "（二）部分公开\n0\n0\n0\n0\n0\n0\n0\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n";
    const Filing filing = filing_of(head + rows + "（六）其他处理\n1\n0\n0\n0\n0\n0\n1\n（七）总计\n1\n0\n0\n"
            "0\n0\n0\n1\n四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n0\n");
    CHECK(filing.form->id == "cn-disclosure-2021");
    CHECK(filing.table("申请")->form->id == "cn-disclosure-2019");
    CHECK(value(filing, "申请", "其他处理", "总计") == "1");
}

TEST_CASE("tables: figures of changes in words") {
    const auto read = [](const std::string& row, const std::string& cut) {
        std::string text = "青禾县水利局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容" + cut
            + "上一年项目数量" + cut + "本年增/减" + cut + "处理决定数量\n行政许可" + cut;
        for (const char one : row) {
            if (one == '~') text += cut;
            else text += one;
        }
        return filing_of(text + "\n行政处罚" + cut + "4" + cut + "0" + cut + "9\n行政强制" + cut + "2" + cut + "0" + cut
            + "0\n三、收到和处理政府信息公开申请情况\n");
    };
    const struct {
        const char* row;
        const char* change;
    } cases[] = {
        {"15~增2~3", "2"},
        {"15~增加12项~3", "12"},
        {"15~新增1个~3", "1"},
        {"15~↑2~3", "2"},
        {"15~减1~3", "-1"},
        {"15~减少3项~3", "-3"},
        {"15~↓4~3", "-4"},
        {"15~+2~3", "2"},
        {"15~-2~3", "-2"},
        {"15~不变~3", "0"},
        {"15~无变化~3", "0"},
        {"15~没有变化~3", "0"},
        {"15~持平~3", "0"},
        {"15~无~3", "dash"},
    };
    for (const std::string cut : {"\n", "\t", " | "}) {
        for (const auto& one : cases) {
            INFO(one.row);
            const Filing filing = read(one.row, cut);
            CHECK(value(filing, "主动公开", "行政许可", "上一年项目数量") == "15");
            CHECK(value(filing, "主动公开", "行政许可", "本年增减") == one.change);
            CHECK(value(filing, "主动公开", "行政许可", "处理决定数量") == "3");
        }
    }
    // Elsewhere it is no figure, and of two changes in one cell nobody can make one.
    for (const char* row : {"增2~15~3", "15~增2减1~3", "15~增2/减1~3"}) {
        INFO(row);
        CHECK(value(read(row, "\n"), "主动公开", "行政许可", "本年增减") != "2");
    }
    CHECK(value(read("增2~15~3", "\n"), "主动公开", "行政许可", "上一年项目数量") == "unreadable");
}

TEST_CASE("tables: digits beside a mark or a word of change are no cells run together") {
    const std::string head =
        "青禾县水利局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容上一年项目数量本年增/"
        "减处理决定数量";
    const std::string tail =
        "第二十条第(九)项信息内容采购项目数量采购总金额政府集中采购00三、收到和处理政府信息公开申请情况\n";
    for (const char* row : {"47无", "47—", "47/"}) {
        INFO(row);
        CHECK(value(filing_of(head + "行政处罚1204增加312行政强制1204—312行政事业性收费" + row + tail), "主动公开",
                  "行政事业性收费", "上一年项目数量")
            == "unreadable");
    }
    const Filing filing = filing_of(head + "行政处罚1204增加312行政强制1204—312行政事业性收费47不变" + tail);
    CHECK(value(filing, "主动公开", "行政事业性收费", "上一年项目数量") == "47");
    CHECK(value(filing, "主动公开", "行政事业性收费", "本年增减") == "0");
    CHECK(value(filing, "主动公开", "行政处罚", "处理决定数量") == "unreadable");
    CHECK(value(filing, "主动公开", "行政强制", "处理决定数量") == "unreadable");
}

TEST_CASE("tables: figures run together fit another form, and the labels say which one it is") {
    const Filing filing = filing_of(
        "青禾县水利局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容\n本年新制作数量\n本年新公开数量"
        "\n对外公开总数量\n规章12012\n规范性文件33503\n"
        "信息内容\n上一年项目数量\n本年增/"
        "减\n处理决定数量\n行政许可3无47\n其他对外管理服务事项0-1350\n信息内容\n上一年项目数量\n本年增/"
        "减\n处理决定数量\n行政处罚1-10\n行政强制1无1204\n"
        "信息内容\n上一年项目数量\n本年增/"
        "减\n行政事业性收费3-"
        "3\n信息内容\n采购项目数量\n采购总金额\n政府集中采购00\n三、收到和处理政府信息公开申请情况\n");
    CHECK(filing.table("主动公开")->form->id == "cn-disclosure-2019");
}

/// A table run together, with a row of 本机关不掌握 and the label behind it.
static Filing with_row(const std::string& row_and_label) {
    return filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数"
        "量6000017二、上年结转政府信息公开申请数量0000000三、本年度办理结果（一）予以公开5000016"
        "（四）无法提供1.本机关不掌握相关政府信息"
        + row_and_label + "16000016四、结转下年度继续办理0000000\n");
}

TEST_CASE("tables: the number of a label that the form does not know is no digit of the row before it") {
    // A letter is missing, is there twice, or the number is another than the form's.
    for (const char* const label :
        {"2.没现成信息需要另行制作", "2.没没有现成信息需要另行制作", "3.没有现成信息需要另行制作",
            "2)没现成信息需要另行制作", "2. 没现成信息需要另行制作", "2\\.没现成信息需要另行制作"}) {
        INFO(label);
        const Filing filing = with_row("0500005" + std::string(label));
        CHECK(value(filing, "申请", "无法提供.本机关不掌握", "商业企业") == "5");
        CHECK(value(filing, "申请", "无法提供.本机关不掌握", "总计") == "5");
        CHECK(value(filing, "申请", "予以公开", "总计") == "6");
    }
    // In brackets digits are a figure, or a note.
    const Filing noted = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章 0 0 3\n行政规范性文件 2 1 "
        "(12)件\n行政许可(区级12)现行\n行政处罚 15\n三、收到和处理政府信息公开申请情况\n");
    CHECK(value(noted, "主动公开", "行政规范性文件", "现行有效件数") == "12");
    CHECK(value(noted, "主动公开", "行政许可", "本年处理决定数量") == "unreadable");
}

TEST_CASE("tables: the number of the next label that lost its point is no digit of a row that fits without it") {
    struct Read {
        std::string company;
        std::string total;
        bool certain;  ///< of the total
    };
    const auto read = [](const std::string& row) {
        const Filing filing = with_row(row + "没有现成信息需要另行制作");
        const Table* const table = filing.table("申请");
        REQUIRE(table);
        const int leaf =
            table->layout->rows.node(std::get<int>(table->layout->rows.find("无法提供.本机关不掌握"))).leaf;
        const Cell& total = table->cell(table->layout->cell(leaf, table->layout->columns.leaf_count() - 1));
        return Read{value(filing, "申请", "无法提供.本机关不掌握", "商业企业"),
            value(filing, "申请", "无法提供.本机关不掌握", "总计"), total.certain};
    };
    const struct {
        const char* row;
        const char* company;
        const char* total;
        bool certain;
    } cases[] = {
        {"05000052", "5", "5", true},                                          // 2.没有 lost its point
        {"05000052 ", "5", "5", true},                                         // or has a blank in its place
        {"0 5 0 0 0 0 52", "5", "5", true},                                    // and the figures stand apart
        {"0 5 3 0 0 0 12", "5", "12", false},                                  // broken either way: which is it?
        {"0 12 0 0 0 0 12", "12", "12", true},                                 // the row holds with the digit
        {"012000012", "12", "12", true}, {"0 5 0 0 0 0 53", "5", "53", true},  // no number of that label
        {"0 5 0 0 0 0 52\n", "5", "52", true},  // nor does it stand behind the end of a line
    };
    for (const auto& one : cases) {
        INFO(std::string(one.row));
        const Read found = read(one.row);
        CHECK(found.company == one.company);
        CHECK(found.total == one.total);
        CHECK(found.certain == one.certain);
    }
}

TEST_CASE("tables: a table that is there but not understood is unreadable, not missing") {
    const Filing filing = filing_of(
        "青禾县水利局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
        "行政复议 结果维持 结果纠正 1 2 尚未审结 总计 3 4\n五、存在的主要问题\n");
    CHECK(value(filing, "复议诉讼", "行政复议", "总计") == "unreadable");
}

TEST_CASE("tables: a row that lost its empty cells is unreadable, never divided") {
    const Filing filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数"
        "量\n821\n35\n0\n0\n2\n1\n859\n"
        "（一）予以公开\n258\n12\n1\n1\n（二）部分公开\n1234567\n（七）总计\n1\n00000\n1\n四、政府信息公开行政复议、行"
        "政诉讼情况\n");
    CHECK(value(filing, "申请", "本年新收", "自然人") == "821");
    CHECK(value(filing, "申请", "予以公开", "自然人") == "unreadable");
    CHECK(value(filing, "申请", "部分公开", "自然人") == "unreadable");
    CHECK(value(filing, "申请", "总计", "总计") == "1");  // 00000 can only be five cells
}

TEST_CASE("tables: in one line as the form prints it, or row by row") {
    const std::string columns = "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n";
    const struct {
        const char* what;
        std::string text;
        bool read;
    } cases[] = {
        {"the form",
            "行政复议\n行政诉讼\n" + columns + "未经复议直接起诉\n复议后起诉\n" + columns + columns
                + "2\n1\n0\n1\n4\n3\n0\n0\n0\n3\n5\n1\n1\n0\n7\n",
            true},
        {"rows",
            "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t2\t1\t0\t1\t4\n未经复议直接起诉\t3\t0\t0\t0\t3\n复"
            "议后起诉\t5\t1\t1\t0\t7\n",
            true},
        {"parts",
            "行政复议\n" + columns + "2\n1\n0\n1\n4\n行政诉讼\n未经复议直接起诉\n" + columns
                + "3\n0\n0\n0\n3\n复议后起诉\n" + columns + "5\n1\n1\n0\n7\n",
            true},
        {"lists",
            "行政复议\n结果维持 2\n结果纠正 1\n其他结果 0\n尚未审结 1\n总计 4\n未经复议直接起诉\n结果维持 3\n结果纠正 "
            "0\n其他结果 0\n尚未审结 0\n总计 3\n"
            "复议后起诉\n结果维持 5\n结果纠正 1\n其他结果 1\n尚未审结 0\n总计 7\n",
            true},
        {"prose before",
            "行政复议4件，其中结果维持2件、尚未审结2件。\n行政复议\t2\t1\t0\t1\t4\n未经复议直接起诉\t3\t0\t0\t0\t3\n复"
            "议后起诉\t5\t1\t1\t0\t7\n",
            true},
        {"a row lacks a figure", "行政复议\t2\t1\t0\t4\n未经复议直接起诉\t3\t0\t0\t0\t3\n复议后起诉\t5\t1\t1\t0\t7\n",
            false},
        {"a row is not there", "行政复议\t2\t1\t0\t1\t4\n复议后起诉\t5\t1\t1\t0\t7\n", false},
        {"columns in another order",
            "行政复议\n结果纠正 1\n结果维持 2\n其他结果 0\n尚未审结 1\n总计 "
            "4\n未经复议直接起诉\t3\t0\t0\t0\t3\n复议后起诉\t5\t1\t1\t0\t7\n",
            false},
    };
    for (const auto& one : cases) {
        INFO(one.what);
        const Filing filing =
            filing_of("青禾县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n" + one.text
                + "五、存在的主要问题及改进情况\n");
        const Table* table = filing.table("复议诉讼");
        if (!one.read) {
            CHECK((!table || std::none_of(table->cells.begin(), table->cells.end(), [](const Cell& cell) {
                return cell.presence == Presence::number;
            })));
            continue;
        }
        REQUIRE(table);
        CHECK(value(filing, "复议诉讼", "行政复议", "结果纠正") == "1");
        CHECK(value(filing, "复议诉讼", "行政复议", "总计") == "4");
        CHECK(value(filing, "复议诉讼", "未经复议直接起诉", "结果维持") == "3");
        CHECK(value(filing, "复议诉讼", "复议后起诉", "其他结果") == "1");
        CHECK(value(filing, "复议诉讼", "复议后起诉", "总计") == "7");
    }
}

TEST_CASE("tables: prose that names their rows, with figures, is not them") {
    const std::string rows =
        "规章\n2\n1\n15\n行政规范性文件\n12\n3\n147\n行政许可\n36\n行政处罚\n5\n行政强制\n0\n行政事业性收费\n1.5\n";
    const std::string prose = "本年共制发规章2件、行政规范性文件12件，废止3件；行政许可36件。\n";
    for (const std::string& text : {prose + rows, rows + prose}) {
        INFO(text);
        const Filing filing = filing_of("青禾县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" + text
            + "三、收到和处理政府信息公开申请情况\n");
        CHECK(value(filing, "主动公开", "规章", "现行有效件数") == "15");
        CHECK(value(filing, "主动公开", "行政规范性文件", "本年制发件数") == "12");
        CHECK(value(filing, "主动公开", "行政许可", "本年处理决定数量") == "36");
    }
}

TEST_CASE("tables: the number of a page below a row, and a year right behind it, are no figures of the row") {
    const std::string head =
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数"
        "量 3 1 0 0 0 2 6\n12\n二、上年结转政府信息公开申请数量 ";
    const std::string tail = "四、政府信息公开行政复议、行政诉讼情况\n";
    const Filing apart = filing_of(head + "0 0 0 0 0 0 0\n（一）予以公开 3 1 0 0 0 2 6\n（七）总计 3 1 0 0 0 "
            "2 6\n13\n四、结转下年度继续办理 0 0 0 0 0 0 0\n14\n" + tail);
    for (const char* row : {"本年新收", "总计"}) CHECK(value(apart, "申请", row, "总计") == "6");
    CHECK(value(apart, "申请", "结转下年度", "总计") == "0");
    // In a column of figures nobody can say which of them is the page's.
    const Filing column = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数"
        "量\n3\n1\n0\n0\n0\n2\n6\n12\n（一）予以公开\n3\n1\n0\n0\n0\n2\n6\n"
        + tail);
    CHECK(value(column, "申请", "本年新收", "总计") == "unreadable");
    const std::string joined =
        "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数"
        "量3100026（一）予以公开3100026四、结转下年度继续办理0000000";
    CHECK(value(filing_of(joined + "无其他情况\n" + tail), "申请", "结转下年度", "总计") == "unreadable");
    CHECK(value(filing_of(joined + "2023年继续办理\n" + tail), "申请", "结转下年度", "总计") == "unreadable");
    CHECK(value(filing_of(joined + "\n2023年继续办理\n" + tail), "申请", "结转下年度", "总计") == "0");
}

TEST_CASE("tables: the beginning of a label is enough where no other row begins so, and empty cells stay empty") {
    const std::string head = "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
    const std::string rows =
        "| （一）予以公开 | 3 | 1 | 0 | 0 | 0 | 2 | 6 |\n| （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n";
    const struct {
        const char* row;
        const char* total;
    } cases[] = {{"| 一、本年新 | | | 0 | 0 | 0 | 2 | 2 |\n", "2"}, {"| 一、本年新 | | | | | | | |\n", "absent"},
        {"| 一、本年新 | | | | | | | |\n| 收政府信息公开申请数量 |\n", "absent"}};
    for (const auto& one : cases) {
        INFO(one.row);
        CHECK(value(filing_of(head + one.row + rows), "申请", "予以公开", "总计") == "6");
        CHECK(value(filing_of(head + rows + one.row), "申请", "予以公开", "总计") == "6");
        CHECK(value(filing_of(head + one.row + rows), "申请", "本年新收", "总计") == one.total);
    }
}

TEST_CASE("tables: labels that the page breaks around the figures of their row") {
    const char* const labels[] = {"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
        "（一）予以公开", "（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
        "4.保护第三方合法权益", "（七）总计", "四、结转下年度继续办理"};
    const auto end_of = [](const std::string& label, std::size_t characters) {
        std::size_t at = 0;
        for (; characters > 0 && at < label.size(); --characters) at += utf8::length(label[at]);
        return at;
    };
    const auto broken = [&](std::size_t above, std::size_t beside) {
        std::string text = "青禾县水利局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n自然人\n";
        int number = 0;
        for (const std::string label : labels) {
            const std::size_t first = end_of(label, above);
            const std::size_t second = end_of(label, above + beside);
            ++number;
            const std::string figures = std::to_string(number) + " 0 0 0 0 1 " + std::to_string(number + 1);
            text += label.substr(0, first) + (first > 0 ? "\n" : "") + label.substr(first, second - first) + " "
                + figures + "\n" + label.substr(second) + (second < label.size() ? "\n" : "");
        }
        return text + "四、政府信息公开行政复议、行政诉讼情况\n";
    };
    for (const auto& [above, beside] :
        {std::pair<std::size_t, std::size_t>{0, 5}, {0, 7}, {0, 9}, {0, 12}, {5, 4}, {3, 6}}) {
        const std::string text = broken(above, beside);
        INFO(text);
        const Filing filing = filing_of(text);
        CHECK(value(filing, "申请", "本年新收", "自然人") == "1");
        CHECK(value(filing, "申请", "上年结转", "总计") == "3");
        CHECK(value(filing, "申请", "不予公开.其他法律行政法规禁止公开", "自然人") == "6");
        CHECK(value(filing, "申请", "不予公开.保护第三方合法权益", "总计") == "9");
        CHECK(value(filing, "申请", "结转下年度", "自然人") == "10");
    }
}
