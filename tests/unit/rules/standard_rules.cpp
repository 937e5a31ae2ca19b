// SPDX-License-Identifier: Apache-2.0
// The standard rules as a whole: the rule book, the years and organs that belong together, and other families of
// filings.
#include "reports/rules/rule_book.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

std::string sample(const std::string& name) { return std::string(GOUJI_ROOT) + "/examples/" + name; }

/// A filing with the three tables all zero but for some rows, as the form of 2021 has them.
std::string small_filing(const std::string& organ, int year, int received, int carried_in, int carried_out) {
    const auto row = [](const std::string& label, int number) {
        return "| " + label + " | " + std::to_string(number) + " | 0 | 0 | 0 | 0 | 0 | " + std::to_string(number)
            + " |\n";
    };
    std::string text =
        organ + std::to_string(year) + "年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
    text += row("一、本年新收政府信息公开申请数量", received) + row("二、上年结转政府信息公开申请数量", carried_in)
        + row("（一）予以公开", received + carried_in - carried_out);
    for (const char* label : {"（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
             "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
             "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
             "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物",
             "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息",
             "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
             "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"}) {
        text += row(label, 0);
    }
    return text + row("（七）总计", received + carried_in - carried_out) + row("四、结转下年度继续办理", carried_out);
}

}  // namespace

TEST_CASE("golden: the rule book is what the rules say") {
    for (const char* language : {"zh", "en"}) {
        gouji::test::check_golden(
            std::string("../../docs/rule-book.") + language + ".md", run({"rules", "book", "--lang", language}).out);
    }
}

TEST_CASE("standard rules: each says what holds when it passes, on what basis, and when it can be wrong") {
    for (const Rule& rule : gouji::test::shipped().rules) {
        INFO(rule.id);
        for (const Words* words : {&rule.title, &rule.holds, &rule.basis, &rule.note, &rule.message}) {
            CHECK_FALSE(words->zh.empty());
            CHECK_FALSE(words->en.empty());
            CHECK(words->zh != words->en);
        }
    }
}

TEST_CASE("years: two reports of one organ are held against each other, in any order") {
    const auto both = run({"check", "--all", sample("clean-2022.txt"), sample("years-2023.txt")});
    CHECK(both.exit == 1);
    CHECK(has(both.out, "“自然人”列：上一年结转 5 件，本年写上年结转 4 件。"));
    CHECK(has(both.out, "“科研机构”列：上一年结转 0 件，本年写上年结转 1 件。"));
    CHECK_FALSE(has(both.out, "“总计”列：上一年结转"));
    CHECK(has(both.out, "上一年现行有效加本年制发减本年废止为 17，本年写现行有效 18"));
    CHECK(has(both.out, "“问题改进”一节有 100% 的文字与上一年的报告逐句相同。"));
    const auto across = run({"check", "--suite", "across-years", sample("years-2023.txt"), sample("clean-2022.txt")});
    CHECK(has(across.out, "4 个问题") == has(both.out, "4 个问题"));
    CHECK(has(across.out, "carry-over-differs"));
    CHECK_FALSE(has(across.out, "published-late"));
}

TEST_CASE("organs: an organ keeps its identity through a new name, and takes over the work of others") {
    const Folder folder("organs");
    const std::string before = folder.put("a.txt", small_filing("青禾县政务管理办公室", 2022, 10, 0, 3));
    const std::string after = folder.put("b.txt", small_filing("青禾县数据管理局", 2023, 10, 2, 0));
    const auto apart = run({"check", "--all", before, after});
    CHECK(has(apart.out, "没有一并给出青禾县数据管理局 2022 年度的报告"));
    CHECK_FALSE(has(apart.out, "上一年结转 3 件"));
    for (const char* how : {"names", "before"}) {
        const std::string list = folder.put("organs.yaml",
            std::string("organs:\n  - organ: 青禾县数据管理局\n    ") + how + ": [ 青禾县政务管理办公室 ]\n");
        CHECK(has(
            run({"check", "--organs", list, before, after}).out, "“自然人”列：上一年结转 3 件，本年写上年结转 2 件。"));
    }
    // Two predecessors: neither of them is the year before.
    const std::string other = folder.put("c.txt", small_filing("青禾县信息中心", 2022, 10, 0, 2));
    const std::string merged = folder.put(
        "organs.yaml", "organs:\n  - organ: 青禾县数据管理局\n    before: [ 青禾县政务管理办公室, 青禾县信息中心 ]\n");
    CHECK(has(run({"check", "--all", "--organs", merged, before, other, after}).out, "给出了 2 份"));
    const auto twice = run({"check", "--organs",
        folder.put("organs.yaml", "organs:\n  - organ: 甲县水利局\n    names: [ 甲县水务局 ]\n  - organ: 甲县水务局\n"),
        after});
    CHECK(twice.exit == 2);
    CHECK(has(twice.err, "duplicate-id"));
    const auto unknown = run({"check", "--organs",
        folder.put("organs.yaml", "organs:\n  - organ: 甲县水利局\n    under: 甲县人民政府\n"), after});
    CHECK(unknown.exit == 2);
    CHECK(has(unknown.err, "unknown-organ"));
}

TEST_CASE("organs: a parent is held against the sum of those under it, when all were given") {
    const Folder folder("below");
    const std::string list = folder.put("organs.yaml",
        "organs:\n  - organ: 青禾县人民政府\n  - organ: 青禾县水利局\n    under: 青禾县人民政府\n  - organ: "
        "青禾县教育局\n    under: 青禾县人民政府\n");
    const std::string parent = folder.put("p.txt", small_filing("青禾县人民政府", 2023, 30, 0, 0));
    const std::string water = folder.put("w.txt", small_filing("青禾县水利局", 2023, 10, 0, 0));
    const std::string schools = folder.put("s.txt", small_filing("青禾县教育局", 2023, 19, 0, 0));
    CHECK(has(run({"check", "--organs", list, parent, water, schools}).out,
        "“本年新收”：本报告总计 30，名单上各机关相加为 29，相差 1。"));
    const auto missing = run({"check", "--all", "--organs", list, parent, water});
    CHECK(has(missing.out, "没有一并给出青禾县教育局的报告。"));
    CHECK_FALSE(has(missing.out, "相加为"));
    CHECK_FALSE(has(run({"check", parent, water, schools}).out, "subordinates-differ"));
}

TEST_CASE("families: a family of filings is data; an invented one needs nothing but its form and rules") {
    const Folder folder("family");
    folder.put("library.yaml", R"(form: library-2020
family: library
years: 2020..
titles: [ "{机关}{年份}年借阅统计表" ]
units: [ 册 ]
tables:
  - table: 借阅
    columns: [ 上半年, 下半年, 全年 ]
    rows: [ 文学, 科学, 儿童读物, 合计 ]
relations:
  - id: loans-row-differs
    title: { zh: 全年不符, en: The year differs }
    basis: { zh: 表头, en: The header }
    for: r in rows(借阅)
    check: 借阅[r, 上半年] + 借阅[r, 下半年] == 借阅[r, 全年]
    message: { zh: "“{r}”两个半年相加为 {left}，全年填 {right}。", en: "{r}: the halves make {left}, the year says {right}." }
    tests:
      - given: { 借阅: { 文学: [ 1, 2, 3 ] } }
        expect: pass
      - given: { 借阅: { 文学: [ 1, 2, 4 ] } }
        expect: { fail: [ { r: 文学 } ] }
)");
    CHECK(has(run({"rules", "lint", folder.path()}).out + run({"rules", "test", folder.path()}).out, "0 failed"));
    const std::string good =
        "松原县图书馆2023年借阅统计表\n| 类别 | 上半年 | 下半年 | 全年 |\n| 文学 | 12 | 8 | 20 |\n| 科学 | 3 | 4 | 7 "
        "|\n| 儿童读物 | 30 | 41 | 71 |\n| 合计 | 45 | 53 | 98 |\n";
    std::string wrong = good;
    wrong.replace(wrong.find("| 7 |"), 5, "| 8 |");
    const auto checked = run({"check", "--rules", folder.path(), folder.put("good.txt", good)});
    CHECK(checked.exit == 0);
    CHECK(has(checked.out, "松原县图书馆 · 2023"));
    const auto found = run({"check", "--rules", folder.path(), folder.put("wrong.txt", wrong)});
    CHECK(found.exit == 1);
    CHECK(has(found.out, "“科学”两个半年相加为 7，全年填 8。"));
    // The families that are shipped are still known beside it.
    CHECK(has(run({"read", "--rules", folder.path(), sample("website-2022.txt")}).out, "cn-website-2018"));
    CHECK(has(run({"read", "--rules", folder.path(), sample("clean-2022.txt")}).out, "cn-disclosure-2021"));
}
