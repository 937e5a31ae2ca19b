// SPDX-License-Identifier: Apache-2.0
// Lists of findings that people have filled in come back into a decision file: whatever was moved, nothing is lost, and
// what cannot be taken is told.
#include "engine/cli/codes.hpp"
#include "engine/rules/fill_decisions.hpp"
#include "reports/codes.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace gouji;
using gouji::corpus::pack;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::replaced;
using gouji::test::run;

namespace {

using Row = std::vector<std::string>;

struct ListSheet {
    std::vector<Row> rows;  ///< a field that begins with <c is a cell as it is in the file
    std::string name = "问题清单";
    std::string state = "visible";
    std::string behind = {};  ///< the cells: merged ones
};

/// A workbook with the first style for days, and the second struck.
std::string workbook(const std::vector<ListSheet>& sheets, const std::string& strings = {}) {
    std::vector<std::pair<std::string, std::string>> parts;
    std::string named;
    std::string relations;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        std::string rows;
        for (const Row& row : sheets[i].rows) {
            rows += row.empty() || row.front() != "hidden" ? "<row>" : "<row hidden=\"1\">";
            for (const std::string& field : row) {
                if (field == "hidden") continue;
                if (field.starts_with("<c")) rows += field;
                else if (field.empty()) rows += "<c/>";
                else rows += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + field + "</t></is></c>";
            }
            rows += "</row>";
        }
        parts.emplace_back("xl/worksheets/sheet" + number + ".xml",
            "<worksheet><sheetData>" + rows + "</sheetData>" + sheets[i].behind + "</worksheet>");
        named += "<sheet name=\"" + sheets[i].name + "\" state=\"" + sheets[i].state + "\" r:id=\"r" + number + "\"/>";
        relations +=
            "<Relationship Id=\"r" + number + "\" Type=\"x/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    }
    parts.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + named + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
    parts.emplace_back("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
    parts.emplace_back("xl/styles.xml",
        "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\" fontId=\"0\"/>"
        "<xf numFmtId=\"14\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>");
    return pack(parts);
}

const std::string one = "0000000000000001";
const std::string two = "0000000000000002";
const Row header = {"指纹", "规则", "机关", "年度", "问题描述", "所见的数", "结论", "理由", "责任人", "完成时限"};

Row row_of(const std::string& fingerprint, const std::string& verdict, const std::string& reason = {},
    const std::string& person = {}, const std::string& due = {}) {
    return {fingerprint, "requests-unbalanced", "某局", "2023", "不符",
        "申请[本年新收, 其他] = 11\n申请[总计, 其他] = 12", verdict, reason, person, due};
}

/// A decision file and lists that go into it.
struct Desk {
    explicit Desk(const std::string& name) : folder("typed-" + name), file(folder.path() + "/decisions.yaml") {}

    [[nodiscard]] gouji::test::Ran take(
        const std::vector<ListSheet>& sheets, std::vector<std::string> more = {}) const {
        std::vector<std::string> words = {
            "decide", "--from", folder.put("list.xlsx", workbook(sheets)), "--decisions", file};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    void put(const std::string& content) const { folder.put("decisions.yaml", content); }
    [[nodiscard]] std::string content() const {
        return std::filesystem::exists(file) ? read_file(file) : std::string("none");
    }

    Folder folder;
    std::string file;
};

}  // namespace

TEST_CASE("typed lists: a new decision file says what was typed, with the figures of the list") {
    const Desk desk("new");
    const auto ran =
        desk.take({{{header, row_of(one, "确认", "与台账: 一致 \"核\"", "李四", "2024-03-31"), row_of(two, "")}}});
    CHECK(ran.exit == 0);
    CHECK(ran.out.empty());
    CHECK(has(ran.err, report_codes::list_taken.id));
    CHECK(desk.content()
        == "decisions:\n  - fingerprint: \"" + one
            + "\"\n    rule: \"requests-unbalanced\"\n    organ: \"某局\"\n    year: 2023\n    finding: \"不符\"\n"
              "    cells:\n      \"申请[本年新收, 其他]\": \"11\"\n      \"申请[总计, 其他]\": \"12\"\n    结论: 确认\n"
              "    理由: \"与台账: 一致 \\\"核\\\"\"\n    严重程度:\n    责任单位:\n    责任人: 李四\n    整改措施:\n"
              "    完成时限: 2024-03-31\n    整改状态:\n    佐证材料:\n    销号日期:\n    复核人:\n");
    const std::string before = desk.content();
    CHECK(desk.take({{{header, row_of(one, "确认")}}}).exit == 0);
    CHECK(desk.content() == before);
}

TEST_CASE("typed lists: it does not matter where a thing stands or how a program stores it") {
    const std::string f = one;
    const struct {
        const char* what;
        std::vector<ListSheet> sheets;
        const char* key;
        const char* value;
    } cases[] = {
        {"columns moved", {{{{"责任人", "另加", "指纹"}, {"李四", "x", f}}}}, "责任人", "李四"},
        {"titles in English", {{{{"Conclusion", "finger print"}, {"确认", f}}}}, "结论", "确认"},
        {"a word in English", {{{{"state", "fingerprint"}, {"未整改", f}}}}, "整改状态", "未整改"},
        {"a line end in the title", {{{{"责任\n人", "指纹"}, {"李四", f}}}}, "责任人", "李四"},
        {"titles above", {{{{"某市审计局"}, {}, {"责任人", "指纹"}, {"李四", f}}}}, "责任人", "李四"},
        {"renamed sheet", {{{{"甲"}}, "说明"}, {{{"责任人", "指纹"}, {"李四", f}}, "我的"}}, "责任人", "李四"},
        {"hidden sheet", {{{{"责任人", "指纹"}, {"李四", f}}, "甲", "hidden"}}, "责任人", "李四"},
        {"filtered away", {{{{"责任人", "指纹"}, {"hidden", "李四", f}}}}, "责任人", "李四"},
        {"other rows around", {{{{"责任人", "指纹"}, {"", ""}, {"", "小计"}, {"李四", f}}}}, "责任人", "李四"},
        {"a second header", {{{{"责任人", "指纹"}, {"指纹", "责任人"}, {f, "李四"}}}}, "责任人", "李四"},
        {"merged over rows",
            {{{{"责任人", "指纹"}, {"李四", two}, {"", f}}, "甲", "visible",
                "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"}},
            "责任人", "李四"},
        {"a day", {{{{"完成时限", "指纹"}, {"<c s=\"1\"><v>45382</v></c>", f}}}}, "完成时限", "2024-03-31"},
        {"a number", {{{{"责任人", "指纹"}, {"<c><v>1.5E2</v></c>", f}}}}, "责任人", "150"},
        {"a formula", {{{{"理由", "指纹"}, {"<c t=\"str\"><f>A1</f><v>甲</v></c>", f}}}}, "理由", "甲"},
        {"struck as a whole", {{{{"理由", "指纹"}, {"<c s=\"2\" t=\"inlineStr\"><is><t>甲</t></is></c>", f}}}}, "理由",
            "甲"},
        {"struck in part",
            {{{{"理由", "指纹"},
                {"<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>", f}}}},
            "理由", "乙"},
        {"runs", {{{{"理由", "指纹"}, {"<c t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>", f}}}},
            "理由", "甲乙"},
        {"blanks around", {{{{"结论", "指纹"}, {" 确 认 ", " " + f + " "}}}}, "结论", "确认"},
        {"several lines", {{{{"理由", "指纹"}, {"一\n二", f}}}}, "理由", "\"一 二\""},
        {"a formula as a text", {{{{"理由", "指纹"}, {"=1+1", f}}}}, "理由", "\"=1+1\""},
        {"a row twice", {{{{"理由", "结论", "指纹"}, {"甲", "", f}, {"", "确认", f}}}}, "结论", "确认"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.what);
        const Desk desk("places");
        const auto ran = desk.take(each.sheets);
        CHECK(ran.exit == 0);
        const std::string content = desk.content();
        const std::size_t entry = content.find("fingerprint: \"" + one);
        REQUIRE(entry != std::string::npos);
        CHECK(has(content.substr(entry), "    " + std::string(each.key) + ": " + each.value + "\n"));
    }
}

TEST_CASE("typed lists: a shared string may be in runs") {
    const Folder folder("typed-shared");
    const std::string list = folder.put("list.xlsx",
        workbook(
            {{{{"责任人", "指纹"}, {"<c t=\"s\"><v>0</v></c>", one}}}}, "<si><r><t>李</t></r><r><t>四</t></r></si>"));
    const std::string file = folder.path() + "/d.yaml";
    CHECK(run({"decide", "--from", list, "--decisions", file}).exit == 0);
    CHECK(has(read_file(file), "责任人: 李四\n"));
}

TEST_CASE("typed lists: what cannot be taken is told, and the file stays") {
    const std::string entry = "decisions:\n  - fingerprint: \"" + one
        + "\"\n    rule: r\n    organ: 某局\n    cells: {}\n    理由: |\n      一\n";
    const struct {
        const Code& code;
        std::vector<ListSheet> sheets;
        std::string content;
        const char* says;
    } cases[] = {
        {report_codes::list_no_columns, {{{{"甲", "乙"}}}}, entry, "指纹"},
        {report_codes::list_no_columns, {{{{"责任人", "规则"}, {"李四", "r"}}}}, entry, "指纹"},
        {report_codes::list_column_twice, {{{{"责任人", "指纹", "责任人"}, {"李四", one, "王五"}}}}, entry,
            "问题清单!C1"},
        {report_codes::list_wrong_word, {{{{"结论", "指纹"}, {"大概", one}}}}, entry, "问题清单!A2"},
        {report_codes::list_cell_unknown, {{{{"理由", "指纹"}, {"<c><f>A1</f></c>", one}}}}, entry, "问题清单!A2"},
        {report_codes::list_cell_unknown, {{{{"理由", "指纹"}, {"<c t=\"e\"><v>#N/A</v></c>", one}}}}, entry, "A2"},
        {report_codes::list_cell_too_long, {{{{"理由", "指纹"}, {std::string(12001, 'x'), one}}}}, entry, "12000"},
        {report_codes::list_typed_twice, {{{{"责任人", "指纹"}, {"李四", one}, {"王五", one}}}}, entry, "问题清单!B2"},
        // The file itself cannot take it.
        {cli_codes::decisions_not_filled, {{{header, row_of(one, "", "二")}}}, entry, ""},
        {cli_codes::decisions_not_filled, {{{header, row_of(two, "确认")}}}, "decisions: []\n# 结束\n", ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.code.id);
        const Desk desk("refused");
        desk.put(each.content);
        for (const char* language : {"zh", "en"}) {
            const auto ran = desk.take(each.sheets, {"--replace", "--lang", language});
            CHECK(ran.exit == 2);
            CHECK(has(ran.err, each.code.id));
            if (std::string(language) == "zh") CHECK(has(ran.err, each.says));
            CHECK(desk.content() == each.content);
        }
    }
    // All mistakes at once.
    const Desk desk("all");
    const auto ran = desk.take({{{{"结论", "整改状态", "指纹"}, {"大概", "也许", one}}}});
    CHECK(has(ran.err, "问题清单!A2"));
    CHECK(has(ran.err, "问题清单!B2"));
    CHECK(desk.content() == "none");
}

TEST_CASE("typed lists: a long sheet beside the list is taken, one without end is told") {
    const Folder folder("typed-long");
    const std::string file = folder.path() + "/d.yaml";
    const auto take = [&](std::size_t megabytes) {
        const std::vector<Row> ballast(megabytes, Row{std::string(std::size_t{1} << 20, 'x')});
        const std::string bytes = workbook({{{header, row_of(one, "确认")}}, {ballast, "判定"}});
        return run({"decide", "--from", folder.put("list.xlsx", bytes), "--decisions", file});
    };
    CHECK(take(20).exit == 0);
    CHECK(has(gouji::test::read_file(file), one));
    const auto ran = take(33);
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "source-archive-too-large"));
}

TEST_CASE("typed lists: what is no workbook is told") {
    const Folder folder("typed-other");
    const std::string file = folder.path() + "/d.yaml";
    for (const std::string& bytes : {std::string("序号,机关\n"), std::string(), pack({{"word/document.xml", "<w/>"}}),
             std::string("PK\x03\x04 broken"), pack({{"xl/workbook.xml", "<workbook"}})}) {
        const auto ran = run({"decide", "--from", folder.put("list.xlsx", bytes), "--decisions", file});
        CHECK(ran.exit == 2);
        CHECK((has(ran.err, report_codes::list_not_workbook.id) || has(ran.err, "source-archive-damaged")));
        CHECK(has(ran.err, "list.xlsx"));
    }
    CHECK(has(run({"decide", "--from", "no-such.xlsx", "--decisions", file}).err, "no-such.xlsx"));
    CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("typed lists: wrong use is told") {
    const Desk desk("use");
    const std::string list = desk.folder.put("list.xlsx", workbook({{{header, row_of(one, "确认")}}}));
    CHECK(has(run({"decide", "--from", list}).err, cli_codes::decisions_unnamed.id));
    CHECK(has(run({"decide", "--decisions", desk.file}).err, cli_codes::missing_argument.id));
    CHECK(has(run({"decide", "--from", list, "--decisions", desk.file, "--decisions", list + "2"}).err,
        cli_codes::option_twice.id));
    CHECK(has(run({"decide", "--from", list, "--decisions", list}).err, cli_codes::output_is_input.id));
    CHECK(has(run({"check", "--from", list, "examples"}).err, cli_codes::no_such_option.id));
    // A decision file with a mistake is told as such.
    desk.put("decisions:\n  - fingerprint: \"1\"\n    rule: r\n    organ: o\n    cells: {}\n    结论: 大概\n");
    const auto ran = run({"decide", "--from", list, "--decisions", desk.file});
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "wrong-word"));
}

TEST_CASE("typed lists: a row that belongs to no finding is told with what was typed") {
    const Desk desk("lost");
    for (const char* fingerprint : {"", "同上", "12345"}) {
        CAPTURE(fingerprint);
        const auto ran = desk.take({{{header, row_of(fingerprint, "确认", "甲"), row_of(one, "驳回")}}});
        CHECK(ran.exit == 0);
        CHECK(has(ran.err, report_codes::list_row_lost.id));
        CHECK(has(ran.err, "结论 确认；理由 甲"));
        CHECK(has(desk.content(), "结论: 驳回"));
    }
    // A list without figures: the decision is taken, and the person is told what follows.
    const auto ran = desk.take({{{{"责任人", "指纹", "我的"}, {"李四", two, "x"}}}});
    CHECK(has(ran.err, report_codes::list_without_figures.id));
    CHECK(has(ran.err, report_codes::list_columns_left.id));
    CHECK(has(ran.err, "我的"));
    CHECK(has(desk.content(), "cells: {}"));
}

TEST_CASE("typed lists: where both say something else the file stays, or gives way, and both are told") {
    const std::string before = "# 手写\ndecisions:\n  - fingerprint: \"" + one
        + "\"\n    rule: r\n    organ: 某局\n    year: 2023\n    cells: {}\n    结论: 确认   # 已核\n    理由: \"甲\"\n"
          "    责任人: '乙''丙'\n    整改措施: ~\n    复核人:\n";
    const std::vector<ListSheet> sheets = {{{{"指纹", "结论", "理由", "责任人", "整改措施", "完成时限", "复核人"},
        {one, "驳回", "甲", "丁", "更正", "2024-03-31", "王五"}}}};
    const Desk desk("both");
    desk.put(before);
    const auto kept = desk.take(sheets);
    CHECK(kept.exit == 0);
    CHECK(has(kept.err, report_codes::decision_kept.id));
    CHECK(has(kept.err, "“结论”：决定文件写的是“确认”，清单（问题清单!A2）写的是“驳回”"));
    CHECK(has(kept.err, "决定文件写的是“乙'丙”，清单（问题清单!A2）写的是“丁”"));
    CHECK_FALSE(has(kept.err, "“理由”"));
    const std::string filled =
        replaced(replaced(replaced(before, "整改措施: ~", "整改措施: 更正"), "复核人:", "复核人: 王五"), "    复核人",
            "    完成时限: 2024-03-31\n    复核人");
    CHECK(desk.content() == filled);
    const auto taken = desk.take(sheets, {"--replace", "--lang", "en"});
    CHECK(taken.exit == 0);
    CHECK(has(taken.err, report_codes::decision_replaced.id));
    CHECK(has(taken.err, "'conclusion' of 'r' for 某局 2023 was '确认' in the decision file and is now '驳回'"));
    CHECK(desk.content() == replaced(replaced(filled, "结论: 确认 ", "结论: 驳回 "), "'乙''丙'", "丁"));
}

TEST_CASE("typed lists: values are put into the lines of a file, and no other byte changes") {
    const std::string head = "decisions:\n  - rule: r\n    fingerprint: \"1\"\n    organ: o\n    cells: {}\n";
    const struct {
        std::string before;
        std::size_t field;
        const char* value;
        std::string after;  ///< empty where it cannot be done
    } cases[] = {
        {head, 0, "确认", replaced(head, "    cells", "    结论: 确认\n    cells")},
        {head + "    理由:\n", 0, "确认", head + "    结论: 确认\n    理由:\n"},
        {head + "    理由:   # 请写\n", 1, "a: b", head + "    理由: \"a: b\"   # 请写\n"},
        {head + "    理由: \"\"\n", 1, "no", head + "    理由: \"no\"\n"},
        {head + "    理由: 'a # b' # c\n", 1, "甲", head + "    理由: 甲 # c\n"},
        {head + "    理由: \"a\\\"b\"\r\n", 1, "甲", head + "    理由: 甲\r\n"},
        {head + "    理由: >\n      一\n      二\n", 1, "甲", ""},
        {"decisions:\n  - { fingerprint: \"1\", rule: r, organ: o, cells: {} }\n", 0, "确认", ""},
        {"waivers: []\n", 0, "确认", ""},
    };
    for (const auto& each : cases) {
        CAPTURE(each.before);
        const auto made = fill_decisions(each.before, {{0, each.field, each.value}});
        CHECK(made.value_or("") == each.after);
    }
}

TEST_CASE("typed lists: with reports their findings get entries too, and rows of others are kept") {
    const Desk desk("reports");
    const std::string report = "examples/sums-2023.txt";
    const std::string list = desk.folder.path() + "/out.xlsx";
    CHECK(run({"check", "--format", "xlsx", "-o", list, report}).exit == 1);
    // A list in which nobody typed makes nothing.
    CHECK(run({"decide", "--from", list, "--decisions", desk.file}).exit == 0);
    CHECK(desk.content() == "none");
    const auto ran = desk.take({{{header, row_of(one, "确认")}}}, {report});
    CHECK(ran.exit == 0);
    CHECK(has(ran.err, report_codes::list_gone.id));
    CHECK(has(desk.content(), one));
    CHECK(has(desk.content(), "requests-outcome-total-differs"));
    // The lists that are written with decisions come back without a difference.
    const std::string typed = replaced(desk.content(), "结论:\n", "结论: 驳回\n");
    desk.put(typed);
    for (const char* language : {"zh", "en"}) {
        run({"check", "--format", "xlsx", "--lang", language, "--decisions", desk.file, "-o", list, report});
        const auto again = run({"decide", "--from", list, "--decisions", desk.file, "--lang", "en"});
        CHECK(again.exit == 0);
        CHECK(has(again.err, "1 filled-in row: 0 new decisions, 0 decisions completed"));
        CHECK_FALSE(has(again.err, report_codes::decision_kept.id));
        CHECK(desk.content() == typed);
    }
}

TEST_CASE("typed lists: a row with several decisions shows what all say, and changes none") {
    const Desk desk("several");
    const auto entry = [](const std::string& fingerprint, const char* verdict) {
        return "  - fingerprint: \"" + fingerprint
            + "\"\n    rule: r\n    organ: o\n    cells: {}\n    结论: " + verdict + "\n";
    };
    const std::string before = "decisions:\n" + entry(one, "确认") + entry(two, "驳回");
    desk.put(before);
    const std::string both = one + "\n" + two;
    CHECK_FALSE(has(desk.take({{{{"指纹", "结论"}, {both, "确认\n驳回"}}}}).err, report_codes::decision_kept.id));
    const auto ran = desk.take({{{{"指纹", "结论"}, {both, "驳回"}}}}, {"--replace"});
    CHECK(has(ran.err, report_codes::decision_kept.id));
    CHECK(desk.content() == before);
}
