// SPDX-License-Identifier: Apache-2.0
// What people type about findings outlives runs: it is shown, marked when figures change, and never lost.
#include "engine/model/decision.hpp"
#include "engine/rules/keys.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::replaced;
using gouji::test::run;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++found;
    return found;
}

/// A report in the folder and its decision file.
struct Case {
    explicit Case(const std::string& name)
        : folder(name),
          report(folder.put("report.txt", read_file("examples/sums-2023.txt"))),
          file(folder.path() + "/decisions.yaml") {}

    void decide() const { CHECK(run({"decide", "--decisions", file, report}).exit == 0); }
    [[nodiscard]] std::string check(const std::string& format) const {
        return run({"check", "--format", format, "--decisions", file, report}).out;
    }

    Folder folder;
    std::string report;
    std::string file;
};

/// The 收支不平 finding of the sample, decided with every field.
std::string fill_in(const std::string& content) {
    const auto entry = content.find("rule: \"requests-unbalanced\"");
    REQUIRE(entry != std::string::npos);
    std::string made = content.substr(0, entry);
    std::string rest = content.substr(entry);
    const std::pair<const char*, const char*> typed[] = {{"结论:", " 确认"}, {"理由:", " 与台账核对一致"},
        {"严重程度:", " 重大"}, {"责任单位:", " 局办公室"}, {"责任人:", " 李四"}, {"整改措施:", " 更正后重新公布"},
        {"完成时限:", " 2024-03-31"}, {"整改状态:", " 持续整改"}, {"佐证材料:", " 更正公告"}, {"销号日期:", " 未销号"},
        {"复核人:", " 王五"}};
    CHECK(std::size(typed) == gouji::decision_fields.size());
    for (const auto& [key, value] : typed) rest = replaced(rest, key, std::string(key) + value);
    return "# 手写的说明\n" + made + rest;
}

}  // namespace

TEST_CASE("decisions: the fields are the keys that a file may have") {
    for (const auto& field : gouji::decision_fields) {
        const auto& keys = gouji::key_table("decision").keys;
        CHECK_MESSAGE(std::any_of(keys.begin(), keys.end(), [&](const auto& one) { return one.name == field.name; }),
            std::string(field.name));
    }
}

TEST_CASE("decisions: run, decide, change a figure, run again: nothing typed is lost and the stale one is marked") {
    const Case given("decided");
    given.decide();
    CHECK(count(read_file(given.file), "- fingerprint:") == 2);
    const std::string typed = fill_in(read_file(given.file));
    given.folder.put("decisions.yaml", typed);

    for (const char* format : {"text", "json", "jsonl", "csv", "markdown"}) {
        INFO(format);
        const std::string out = given.check(format);
        for (const char* value : {"确认", "与台账核对一致", "局办公室", "李四", "更正后重新公布", "2024", "持续整改",
                 "更正公告", "未销号", "王五"})
            CHECK_MESSAGE(has(out, value), value);
    }
    CHECK_FALSE(has(given.check("text"), "数已变"));

    // A figure of the finding changes: it stays a finding, and says what it was decided on.
    given.folder.put("report.txt",
        replaced(
            read_file(given.report), "上年结转政府信息公开申请数量\n1\n1\n", "上年结转政府信息公开申请数量\n1\n4\n"));
    const auto stale = run({"check", "--decisions", given.file, given.report});
    CHECK(has(stale.out, "数已变，请重新判断：申请：上年结转 · 商业企业 当时为 1，现为 4"));
    CHECK(has(stale.out, "李四"));
    CHECK(has(stale.err, "decision-stale"));
    CHECK(has(stale.err, "decisions.yaml:"));

    // The report is put right: the decision is still told.
    given.folder.put("report.txt",
        replaced(
            read_file(given.report), "上年结转政府信息公开申请数量\n1\n4\n", "上年结转政府信息公开申请数量\n1\n2\n"));
    const auto settled = run({"check", "--decisions", given.file, given.report});
    CHECK(has(settled.out, "先前的问题不再发现：requests-unbalanced"));
    CHECK(has(settled.out, "（现为通过）"));
    // Another column is still wrong: that is not over.
    CHECK(has(settled.out, "同一规则在本报告别处仍不通过"));
    CHECK(has(settled.out, "李四"));

    // New findings get entries; what was typed stays byte for byte.
    given.decide();
    const std::string after = read_file(given.file);
    CHECK(after.starts_with(typed));
    const std::string before = after;
    given.decide();
    CHECK(read_file(given.file) == before);

    // A report that was not given says nothing of its decisions, but that they are there.
    CHECK(has(run({"check", "--decisions", given.file, "examples/clean-2022.txt"}).err, "decisions-elsewhere"));
}

TEST_CASE("decisions: a file that cannot be continued is left as it is") {
    const Case given("unsound");
    // Behind the list another key: an entry there would belong to it.
    const std::string content = "decisions: []\n# 结束\n";
    given.folder.put("decisions.yaml", content);
    const auto ran = run({"decide", "--decisions", given.file, given.report});
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, "decisions-not-extended"));
    CHECK(read_file(given.file) == content);
    CHECK(has(run({"decide", given.report}).err, "decisions-unnamed"));
}

TEST_CASE("decisions: mistakes are told where they are") {
    const Case given("mistaken");
    const std::string entry = "  - fingerprint: \"1\"\n    rule: r\n    organ: 某局\n    cells: {}\n";
    const auto told = [&](const std::string& content) {
        given.folder.put("decisions.yaml", content);
        const auto ran = run({"check", "--decisions", given.file, given.report});
        CHECK(ran.exit == 2);
        return ran.err;
    };
    CHECK(has(told("decisions:\n" + entry + "    结论: 大概\n"), "decisions.yaml:6:9"));
    CHECK(has(told("decisions:\n" + entry + "    责任: 某\n"), "责任人"));
    CHECK(has(told("decisions:\n" + entry + entry), "duplicate-id"));
    CHECK(has(told("decisions:\n  - rule: r\n"), "fingerprint"));
}

TEST_CASE("decisions: the example of the page is a file that is taken") {
    const std::string page = read_file("docs/auditor.zh.md");
    const auto blocks = gouji::test::blocks_of(page, "yaml");
    REQUIRE_FALSE(blocks.empty());
    const Case given("page");
    given.folder.put("decisions.yaml", blocks.front());
    const auto ran = run({"check", "--decisions", given.file, given.report});
    CHECK(ran.exit == 1);
    CHECK(has(ran.out, "责任人 李四"));
    // The page leaves two figures out: they would have been 0.
    CHECK(has(ran.err, "decision-stale"));
}

namespace {

/// A report whose prose says this of applications; its table has 185.
std::string stating(const std::string& sentences) {
    return replaced(read_file("examples/clean-2022.txt"),
        "全年共受理政府信息公开申请185件，办理政府信息公开申请183件，结转下年度办理5件。", sentences);
}

}  // namespace

TEST_CASE("decisions: what was decided of a statement holds when others come before it, behind it, or go") {
    const Case given("statements");
    const std::string wrong = "全年共受理政府信息公开申请190件。";
    given.folder.put("report.txt", stating(wrong));
    given.decide();
    REQUIRE(count(read_file(given.file), "- fingerprint:") == 1);
    const std::string typed = replaced(read_file(given.file), "结论:", "结论: 驳回");
    given.folder.put("decisions.yaml", typed);
    for (const std::string& now : {"据统计，我局受理政府信息公开申请185件。" + wrong,
             wrong + "据统计，我局受理政府信息公开申请185件。", "我局受理政府信息公开申请191件。" + wrong, wrong}) {
        INFO(now);
        given.folder.put("report.txt", stating(now));
        const std::string out = given.check("text");
        CHECK_FALSE(has(out, "没有再找到"));
        CHECK_FALSE(has(out, "不再发现"));
        CHECK(count(out, "结论 驳回") == 1);
        CHECK_FALSE(has(out, "数已变"));
    }
    // Its own figure changes: it is known by its place, and stale.
    given.folder.put("report.txt", stating("全年共受理政府信息公开申请195件。"));
    CHECK(has(given.check("text"), "当时为 190件，现为 195件"));
    // It is put right, and another is wrong: that its rule still fails is said.
    given.folder.put("report.txt", stating("全年共受理政府信息公开申请185件，结转下年度办理7件。"));
    const std::string over = given.check("text");
    CHECK(has(over, "驳回"));
    // All is right: it is over.
    given.folder.put("report.txt", stating("全年共受理政府信息公开申请185件。"));
    CHECK(has(given.check("text"), "先前的问题不再发现"));
}

TEST_CASE("decisions: an entry of version 0.1.0 is found by its number and by its figures") {
    const Case given("former");
    // What version 0.1.0 wrote for the first statement of this report.
    given.folder.put("decisions.yaml",
        "decisions:\n  - fingerprint: \"bd3469a685999e5b\"\n    rule: narrative-count-differs\n    organ: "
        "青禾县水利局\n    year: 2022\n    finding: x\n    cells:\n"
        "      \"受理.件数\": \"190件\"\n      \"申请[本年新收, 总计]\": \"185\"\n      \"申请[上年结转, 总计]\": "
        "\"3\"\n      \"申请[总计, 总计]\": \"183\"\n    结论: 驳回\n");
    for (const char* before : {"", "我局受理政府信息公开申请185件。"}) {
        INFO(before);
        given.folder.put("report.txt", stating(std::string(before) + "全年共受理政府信息公开申请190件。"));
        const std::string out = given.check("text");
        CHECK(has(out, "结论 驳回"));
        CHECK_FALSE(has(out, "发现"));
        CHECK_FALSE(has(out, "数已变"));
    }
    // Its figure has changed: found by its number, and stale.
    given.folder.put("report.txt", stating("全年共受理政府信息公开申请195件。"));
    CHECK(has(given.check("text"), "当时为 190件，现为 195件"));
}

TEST_CASE("baseline: what there is gets waived, until a figure changes") {
    const Case given("baseline");
    const std::string waivers = given.folder.path() + "/waivers.yaml";
    const auto wrote = run({"baseline", "--reason", "历史问题：\"另案\"处理", "--approver", "张三", "--today",
        "2027-01-01", "-o", waivers, given.report});
    CHECK(wrote.exit == 0);
    const auto again = run({"check", "--waivers", waivers, "--today", "2028-01-01", given.report});
    CHECK(again.exit == 0);
    CHECK(again.err.empty());
    CHECK(has(again.out, "豁免 4"));
    CHECK(has(run({"check", "--waivers", waivers, "--today", "2028-01-02", given.report}).err, "waiver-expired"));
    given.folder.put("report.txt",
        replaced(
            read_file(given.report), "上年结转政府信息公开申请数量\n1\n1\n", "上年结转政府信息公开申请数量\n1\n4\n"));
    CHECK(run({"check", "--waivers", waivers, "--today", "2027-01-01", given.report}).exit == 1);
    // An expired one waives nothing; nor does one whose day cannot be read.
    CHECK(run({"check", "--waivers", waivers, "--today", "2028-01-02", given.report}).exit == 1);
    for (const char* day : {"2028-13-01", "2028-02-30", "2028-1-1", "2028/01/01", "01.01.2028", "永久", "~"}) {
        INFO(day);
        const std::string odd = given.folder.put(
            "odd.yaml", replaced(read_file(waivers), "expires: 2028-01-01", std::string("expires: ") + day));
        CHECK(run({"check", "--waivers", odd, given.report}).exit == 2);
    }
    CHECK(run({"baseline", given.report}).exit == 2);
    CHECK(has(run({"baseline", "--reason", "r", "--approver", "a", "examples/clean-2022.txt"}).out, "waivers: []"));
}

TEST_CASE("diff: a statement that changed is the same finding") {
    const Case given("diff-statements");
    const std::string old = given.folder.put("old.txt", stating("全年共受理政府信息公开申请190件。"));
    const std::string now =
        given.folder.put("now.txt", stating("我局受理政府信息公开申请185件。全年共受理政府信息公开申请195件。"));
    const std::string out = run({"diff", old, now}).out;
    CHECK(has(out, "新增 0，消失 0，改变 1"));
    CHECK(has(out, "190件 → 195件"));
}

TEST_CASE("diff: what came, went and changed, of results and of reports") {
    const Case given("diff");
    const std::string old = given.folder.put("old.txt", read_file(given.report));
    const std::string now = given.folder.put("now.txt",
        replaced(
            read_file(given.report), "上年结转政府信息公开申请数量\n1\n1\n", "上年结转政府信息公开申请数量\n1\n4\n"));
    CHECK(run({"diff", old, old}).exit == 0);
    const auto changed = run({"diff", old, now});
    CHECK(changed.exit == 1);
    CHECK(has(changed.out, "改变"));
    CHECK(has(changed.out, "申请[上年结转, 商业企业]: 1 → 4"));

    // The language of a result is none of its findings.
    const std::string zh = given.folder.path() + "/zh.json";
    const std::string en = given.folder.path() + "/en.json";
    run({"check", "--format", "json", "--lang", "zh", "-o", zh, old});
    run({"check", "--format", "json", "--lang", "en", "-o", en, old});
    CHECK(has(run({"diff", zh, en}).out, "改变 0"));
    CHECK(run({"diff", zh, en}).exit == 0);
    run({"check", "--format", "json", "--lang", "en", "-o", en, now});
    CHECK(has(run({"diff", zh, en}).out, "申请[上年结转, 商业企业]: 1 → 4"));

    const std::string before = given.folder.path() + "/before.json";
    const std::string lines = given.folder.path() + "/after.jsonl";
    run({"check", "--format", "json", "--all", "-o", before, old});
    run({"check", "--format", "jsonl", "--all", "-o", lines, now});
    CHECK(run({"diff", before, lines}).out == changed.out);
    // Put right: nothing comes, and what went says what it is now.
    const std::string right = given.folder.put("right.txt",
        replaced(read_file(old), "上年结转政府信息公开申请数量\n1\n1\n0\n0\n0\n0\n2\n",
            "上年结转政府信息公开申请数量\n1\n2\n0\n0\n0\n0\n3\n"));
    const auto better = run({"diff", "--format", "json", before, right});
    CHECK(has(better.out, "\"kind\": \"went\""));
    CHECK(has(better.out, "\"verdict\": \"pass\""));
    // Another report: its findings came, those of the first went with it.
    const auto other = run({"diff", before, "examples/reviews-and-fees-2021.txt"});
    CHECK(other.exit == 1);
    CHECK(has(other.out, "新增"));
    CHECK(has(other.out, "新的结果中没有这份报告"));

    const auto told = [&](const std::string& content) {
        return run({"diff", given.folder.put("wrong.json", content), before});
    };
    for (const char* wrong : {"{", "{ \"filings\": [", "{} 1", "{\"other\": 1}"}) {
        CHECK(told(wrong).exit == 2);
        CHECK(has(told(wrong).err, "not-results"));
    }
    // What is no result but fits the words of one says nothing.
    CHECK(told("{\"filings\": [1, {\"findings\": [1, {\"explains\": 3}]}]}").exit <= 1);
    CHECK(told(std::string(100000, '[')).exit == 2);
    CHECK(told("{\"filings\":" + std::string(100000, '[') + std::string(100000, ']') + "}").exit <= 2);
}
