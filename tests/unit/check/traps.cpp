// SPDX-License-Identifier: Apache-2.0
// What other programs get wrong with these documents, each under its name.
#include "engine/check/verdicts/judge.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;
using gouji::test::shipped;
using gouji::test::value;

namespace {

Filing with_prose(const std::string& prose, const std::string& rest = {}) {
    return filing_of("青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n" + prose
        + "\n三、收到和处理政府信息公开申请情况\n" + rest);
}

/// The figure of the only mention of a fact; nothing when there is none, or several.
std::optional<Decimal> stated(const Filing& filing, std::string_view fact) {
    std::optional<Decimal> found;
    for (const Mention& one : filing.mentions) {
        if (one.form->fact != fact) continue;
        if (found) return std::nullopt;
        found = one.fields.front().value;
    }
    return found;
}

/// A small filing as the tests of rules write it, judged by one rule: its outcomes, in the order of its instances.
std::vector<Outcome> outcomes(const std::string& rule, const Filing& filing, const Filing* previous = nullptr) {
    const auto& rules = shipped().rules;
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.id == rule; });
    REQUIRE(found != rules.end());
    std::vector<Outcome> all;
    for (const Verdict& one :
        judge_rule({&filing, previous}, shipped(), static_cast<std::size_t>(found - rules.begin())))
        all.push_back(one.outcome);
    return all;
}

/// Rows of the table of applications that matter, in | columns; those that are not written are 0.
std::string applications(const std::vector<std::pair<std::string, std::string>>& rows, bool form_2019 = false) {
    std::vector<std::string> labels = {"一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
        "（一）予以公开", "（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
        "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
        "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
        "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息"};
    if (form_2019) labels.emplace_back("（六）其他处理");
    else
        labels.insert(labels.end(),
            {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"});
    labels.insert(labels.end(), {"（七）总计", "四、结转下年度继续办理"});
    std::string text;
    for (const std::string& label : labels) {
        const auto own = std::find_if(
            rows.begin(), rows.end(), [&](const auto& one) { return label.find(one.first) != std::string::npos; });
        text += "| " + label + " | " + (own == rows.end() ? "0 | 0 | 0 | 0 | 0 | 0 | 0" : own->second) + " |\n";
    }
    return text;
}

std::vector<Outcome> all_of(Outcome outcome, std::size_t size) { return std::vector<Outcome>(size, outcome); }

}  // namespace

TEST_CASE("trap: 1,234件 is no 234") {
    CHECK(stated(with_prose("全年共受理政府信息公开申请1,234件。"), "受理") == Decimal(1234));
    CHECK(stated(with_prose("全年共受理政府信息公开申请1，234件。"), "受理") == Decimal(1234));
}

TEST_CASE("trap: １２件 is read, and no later number is taken for it") {
    CHECK(stated(with_prose("全年共受理政府信息公开申请１２件，召开会议30次。"), "受理") == Decimal(12));
}

TEST_CASE("trap: the number of another sentence is not the phrase's") {
    CHECK_FALSE(stated(with_prose("及时受理政府信息公开申请。全年发布信息300件。"), "受理"));
    CHECK_FALSE(stated(with_prose("受理政府信息公开申请工作更加规范，发布信息300件。"), "受理"));
}

TEST_CASE("trap: a blank cell is the same in every sum, and never skipped in silence") {
    const auto filing = with_prose("",
        applications({{"本年新收", "5 |  | 0 | 0 | 0 | 0 | 6"}, {"予以公开", "5 | 1 | 0 | 0 | 0 | 0 | 6"},
            {"总计", "5 | 1 | 0 | 0 | 0 | 0 | 6"}}));
    const auto rows = outcomes("requests-row-total-differs", filing);
    const auto columns = outcomes("requests-unbalanced", filing);
    // The row lacks 1 and the column too: neither 5 + blank == 6 nor blank == 1 is said to hold or to fail.
    CHECK(std::count(rows.begin(), rows.end(), Outcome::undecided) == 1);
    CHECK(std::count(columns.begin(), columns.end(), Outcome::undecided) == 1);
    CHECK(std::count(rows.begin(), rows.end(), Outcome::fail) == 0);
    CHECK(std::count(columns.begin(), columns.end(), Outcome::fail) == 0);
}

TEST_CASE("trap: a blank that the table proves to be 0 is 0 in every sum, and said") {
    const auto filing = with_prose("",
        applications({{"本年新收", "5 |  | 0 | 0 | 0 | 0 | 5"}, {"予以公开", "5 |  | 0 | 0 | 0 | 0 | 5"},
            {"总计", "5 | 0 | 0 | 0 | 0 | 0 | 5"}}));
    CHECK(outcomes("requests-row-total-differs", filing) == all_of(Outcome::pass, 25));
    CHECK(outcomes("requests-unbalanced", filing) == all_of(Outcome::pass, 7));
    const Judgement judgement = judge({&filing, nullptr}, shipped());
    CHECK(std::any_of(judgement.verdicts.begin(), judgement.verdicts.end(),
        [](const Verdict& one) { return one.rule->id == "requests-row-total-differs" && !one.assumptions.empty(); }));
}

TEST_CASE("trap: an empty cell at the end of a row is no reason to move its figures") {
    const std::vector<std::pair<std::string, std::string>> rows = {{"本年新收", "5 | | | | | | 5"},
        {"予以公开", "4 | | | | | | 4"}, {"部分公开", " | 1 | | | | | 1"}, {"总计", "4 | 1 | | | | | 5"},
        {"结转下年度", "1 | | | | | | "}};
    const auto requests = [](const std::string& table) {
        const Filing filing = with_prose("", table);
        std::string text;
        for (const char* row : {"部分公开", "结转下年度"}) {
            for (const char* column : {"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"})
                text += value(filing, "申请", row, column) + " ";
            text += value(filing, "申请", row, "总计") + "; ";
        }
        return text;
    };
    const auto with_last = [&](const std::string& last, const std::string& other) {
        std::string table = applications(rows);
        std::size_t line = 0;
        for (std::size_t at = table.find(" |\n"); at != std::string::npos; at = table.find(" |\n", at + 1)) {
            const std::string cell = " | " + (line++ % 3 == 0 ? last : other);
            table.insert(at, cell);
            at += cell.size();
        }
        return table;
    };
    const std::string plain = requests(applications(rows));
    CHECK(plain == "blank 1 blank blank blank blank 1; 1 blank blank blank blank blank blank; ");
    CHECK(requests(with_last("", "")) == plain);                     // a column of remarks
    CHECK(requests(with_last("含3件转办，另行说明", "")) == plain);  // with some
    // A column of figures that the form does not have: which cells are its own cannot be told.
    CHECK(requests(with_last("7", "8")) == "unreadable unreadable unreadable unreadable unreadable unreadable "
            "unreadable; unreadable unreadable unreadable unreadable unreadable unreadable unreadable; ");
}

TEST_CASE("trap: the rules of a table that is drawn are no rows") {
    const std::string header =
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "
        "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n";
    const std::string figures = "| 1 | 2 | 3 | 4 | 10 | 0 | 0 | 0 | 0 | 0 | 5 | 0 | 0 | 0 | 5 |\n";
    const std::string above = "青禾县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n";
    const auto drawn = [](std::string text) {
        for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at))
            text.replace(at, 1, "│");
        return text;
    };
    const auto ruled = [](const char* line, const char* cross) {
        std::string text = cross;
        for (int i = 0; i < 15; ++i) text += std::string(line) + line + line + cross;
        return text + "\n";
    };
    for (const std::string& table :
        {header + ruled("-", "|") + figures, drawn(header) + ruled("─", "┼") + drawn(figures),
            drawn(header) + ruled("═", "╬") + drawn(figures) + ruled("═", "╩")}) {
        INFO(table);
        const Filing filing = filing_of(above + table);
        const Table* read = filing.table("复议诉讼");
        REQUIRE(read);
        CHECK(read->cell(3).value == Decimal(4));
        CHECK(read->cell(4).value == Decimal(10));
        CHECK(read->cell(10).value == Decimal(5));
    }
}

TEST_CASE("trap: words beside a figure leave that cell to a person, and no other") {
    const auto filing = with_prose("", applications({{"予以公开", "5 | 共3件左右 | 0 | 0 | 0 | 0 | 8"}}));
    CHECK(value(filing, "申请", "予以公开", "自然人") == "5");
    CHECK(value(filing, "申请", "予以公开", "商业企业") == "unreadable");
    CHECK(value(filing, "申请", "予以公开", "总计") == "8");
}

TEST_CASE("trap: 受理3607件 is what was received and carried in, and not wrong") {
    const auto table = applications({{"本年新收", "3500 | 0 | 0 | 0 | 0 | 0 | 3500"},
        {"上年结转", "107 | 0 | 0 | 0 | 0 | 0 | 107"}, {"予以公开", "3600 | 0 | 0 | 0 | 0 | 0 | 3600"},
        {"总计", "3600 | 0 | 0 | 0 | 0 | 0 | 3600"}, {"结转下年度", "7 | 0 | 0 | 0 | 0 | 0 | 7"}});
    CHECK(outcomes("narrative-count-differs", with_prose("全年共受理政府信息公开申请3607件。", table))
        == all_of(Outcome::pass, 1));
    CHECK(outcomes("narrative-count-differs", with_prose("全年共受理政府信息公开申请3608件。", table))
        == all_of(Outcome::fail, 1));
}

TEST_CASE("trap: a year that is missing is no mismatch") {
    const auto filing = with_prose("", applications({{"上年结转", "5 | 0 | 0 | 0 | 0 | 0 | 5"}}));
    CHECK(outcomes("carry-over-differs", filing) == all_of(Outcome::undecided, 7));
}

TEST_CASE("trap: what was carried over is compared in every column") {
    const auto filing = with_prose("", applications({{"上年结转", "4 | 1 | 0 | 0 | 0 | 0 | 5"}}));
    const auto before = with_prose("", applications({{"结转下年度", "5 | 0 | 0 | 0 | 0 | 0 | 5"}}));
    CHECK(outcomes("carry-over-differs", filing, &before)
        == std::vector<Outcome>{
            Outcome::fail, Outcome::fail, Outcome::pass, Outcome::pass, Outcome::pass, Outcome::pass, Outcome::pass});
}

TEST_CASE("trap: a run never touches what a person wrote") {
    const Folder folder("decisions");
    const std::string text =
        "waivers:\n  - rule: requests-unbalanced\n    organ: 某机关\n    year: 2023\n    cells: {}\n    reason: "
        "复核无误\n    approver: 张三\n    expires: 2027-12-31\n";
    const std::string waivers = folder.put("w.yaml", text);
    run({"check", "--waivers", waivers, "--today", "2027-01-01", std::string(GOUJI_ROOT) + "/examples/sums-2023.txt"});
    CHECK(gouji::test::read_file(waivers) == text);
}

TEST_CASE("trap: 行政事业性收费 is no 信息处理费") {
    const auto filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n行政事业性收费金额7730."
        "28万元。\n二、主动公开政府信息情况\n行政事业性收费\n7730."
        "28\n六、其他需要报告的事项\n全年收取政府信息公开信息处理费0元。\n");
    CHECK(stated(filing, "实收费") == Decimal(0));
    CHECK_FALSE(stated(filing, "应收费"));
    for (const char* rule : {"fee-notice-inconsistent", "fee-amount-not-multiple", "fee-collected-not-multiple"}) {
        for (const Outcome one : outcomes(rule, filing)) CHECK(one != Outcome::fail);
    }
}

TEST_CASE("trap: a rule without data did not pass") {
    const auto filing = with_prose("本年度工作有序开展。");
    for (const char* rule : {"requests-unbalanced", "requests-row-total-differs", "requests-outcome-total-differs",
             "reviews-total-differs", "carry-over-differs", "narrative-count-differs", "fee-notice-inconsistent",
             "published-late", "free-total-differs"}) {
        INFO(rule);
        for (const Outcome one : outcomes(rule, filing))
            CHECK((one == Outcome::undecided || one == Outcome::not_applicable));
    }
}

TEST_CASE("trap: another scope is looked at by a person") {
    const auto table = applications({{"本年新收", "95 | 0 | 0 | 0 | 0 | 0 | 95"},
        {"予以公开", "95 | 0 | 0 | 0 | 0 | 0 | 95"}, {"总计", "95 | 0 | 0 | 0 | 0 | 0 | 95"}});
    for (const char* prose : {"区政府办公室代表区政府受理政府信息公开申请17件。", "其中受理政府信息公开申请17件。",
             "全年受理政府信息公开申请近100件。", "受理政府信息公开申请超过90件。", "2021年受理政府信息公开申请17件。",
             "累计受理政府信息公开申请1700余件。"}) {
        INFO(prose);
        for (const Outcome one : outcomes("narrative-count-differs", with_prose(prose, table)))
            CHECK((one == Outcome::undecided || one == Outcome::not_applicable));
    }
}

TEST_CASE("trap: absence in words is zero of that thing") {
    for (const char* prose : {"全年未收到政府信息公开申请。", "没有收到任何政府信息公开申请。"})
        CHECK(stated(with_prose(prose), "受理") == Decimal(0));
    const auto fees = [](const std::string& prose) {
        return filing_of(
            "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n无\n六、其他需要报告的事项\n" + prose + "\n");
    };
    for (const char* prose : {"本年度没有发布收费通知。", "未发出收费通知。"})
        CHECK(stated(fees(prose), "收费通知") == Decimal(0));
    CHECK(stated(fees("未收取信息处理费。"), "实收费") == Decimal(0));
}

TEST_CASE("trap: 33.9% is neither a rounded nor a cut share of 258 in 805, and 4.34% is a cut one of 35") {
    const auto table =
        applications({{"本年新收", "805 | 0 | 0 | 0 | 0 | 0 | 805"}, {"总计", "805 | 0 | 0 | 0 | 0 | 0 | 805"}});
    CHECK(
        outcomes("narrative-share-differs", with_prose("办理政府信息公开申请805件，其中不予公开35件，占4.34%。", table))
        == all_of(Outcome::pass, 1));
    CHECK(
        outcomes("narrative-share-differs", with_prose("办理政府信息公开申请805件，其中不予公开35件，占4.35%。", table))
        == all_of(Outcome::pass, 1));
    CHECK(
        outcomes("narrative-share-differs", with_prose("办理政府信息公开申请805件，其中不予公开35件，占4.36%。", table))
        == all_of(Outcome::fail, 1));
    CHECK(outcomes("narrative-share-differs",
              with_prose("办理政府信息公开申请805件，其中予以公开及部分公开258件，占33.9%。", table))
        == all_of(Outcome::fail, 1));
}

TEST_CASE("trap: a title by other words is the section with its number") {
    const auto filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n甲\n二、主动公开政府信息情况\n乙\n三、收到和处理政府"
        "信息公开申请情况\n丙\n四、政府信息公开行政复议、行政诉讼情况\n丁\n五、短板弱项与努力方向\n戊\n六、其他需要报告"
        "的事项\n己\n");
    CHECK(outcomes("section-missing", filing) == all_of(Outcome::pass, 6));
    CHECK(outcomes("section-misplaced", filing) == all_of(Outcome::pass, 6));
    for (const char* title :
        {"五、存在问题及改进思路", "五、存在的主要问题及整改措施", "五、政府信息公开工作存在的主要问题及改进情况"}) {
        const auto other = filing_of(std::string("青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n甲\n四、政"
                                                 "府信息公开行政复议、行政诉讼情况\n丁\n")
            + title + "\n戊\n六、其他需要报告的事项\n己\n");
        const auto found = std::find_if(
            other.sections.begin(), other.sections.end(), [](const Section& one) { return one.name == "问题改进"; });
        REQUIRE(found != other.sections.end());
        CHECK(found->prose == "戊");
    }
}

TEST_CASE("trap: a table of contents is no second set of headings") {
    const std::string titles =
        "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼"
        "情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n";
    std::string body = titles;
    for (std::size_t at = 0; (at = body.find('\n', at)) != std::string::npos; at += 10)
        body.insert(at + 1, "正文如下文所述。\n"), at += std::string("正文如下文所述。\n").size() - 9;
    const auto filing = filing_of("青禾县水利局2022年政府信息公开工作年度报告\n目录\n" + titles + body);
    CHECK(outcomes("section-repeated", filing) == all_of(Outcome::pass, 6));
    CHECK(outcomes("section-missing", filing) == all_of(Outcome::pass, 6));
    CHECK(has(filing.sections.front().prose, "正文如下文所述"));
}

TEST_CASE("trap: the form is chosen for each table") {
    const auto filing = with_prose("",
        applications({{"本年新收", "5 | 0 | 0 | 0 | 0 | 0 | 5"}, {"予以公开", "5 | 0 | 0 | 0 | 0 | 0 | 5"},
                         {"总计", "5 | 0 | 0 | 0 | 0 | 0 | 5"}},
            true));
    REQUIRE(filing.table("申请"));
    CHECK(filing.table("申请")->form->id == "cn-disclosure-2019");
    CHECK(outcomes("requests-row-total-differs", filing) == all_of(Outcome::pass, 23));
}

TEST_CASE("trap: prose that names the results of reviews is no table of them") {
    const auto filing = filing_of(
        "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n政府信息公开行政复议351件，其中结果维持72件，结果纠"
        "正64件，其他结果178件，尚未审结37件。\n五、存在的主要问题及改进情况\n无\n");
    CHECK_FALSE(filing.table("复议诉讼"));
    CHECK(stated(filing, "行政复议") == Decimal(351));
    CHECK(outcomes("narrative-parts-differ", filing) == all_of(Outcome::pass, 1));
}

TEST_CASE("trap: the column beside may stand between the lines of a label") {
    std::string table = applications({{"逾期未按", "6 | 0 | 0 | 0 | 0 | 0 | 6"}, {"总计", "6 | 0 | 0 | 0 | 0 | 0 | 6"},
        {"本年新收", "6 | 0 | 0 | 0 | 0 | 0 | 6"}});
    std::replace(table.begin(), table.end(), '|', ' ');
    const std::string whole = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请";
    const auto at = table.find(whole);
    REQUIRE(at != std::string::npos);
    const auto end = table.find('\n', at);
    const std::string figures = table.substr(at + whole.size(), end - at - whole.size());
    table.replace(at, end - at,
        "2.申请人逾期未按收费通知要\n  他处理\n        求缴纳费用、行政机关不再处理" + figures
            + "\n        其政府信息公开申请");
    const auto filing = with_prose("", table);
    const Table* read = filing.table("申请");
    REQUIRE(read);
    const auto row = read->layout->rows.find("其他处理.逾期不缴费");
    const int leaf = read->layout->rows.node(std::get<int>(row)).leaf;
    CHECK(read->cell(read->layout->cell(leaf, 0)).value == Decimal(6));
    CHECK(outcomes("requests-outcome-total-differs", filing) == all_of(Outcome::pass, 7));
}
