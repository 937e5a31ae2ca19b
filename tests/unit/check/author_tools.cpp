// SPDX-License-Identifier: Apache-2.0
// Suites, waivers, applicability, the year before, and the tools for authors of rules.
#include "engine/check/rule_tests/coverage.hpp"
#include "engine/check/verdicts/explain.hpp"
#include "engine/check/rule_tests/mutate.hpp"
#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/check/rule_tests/test_filings.hpp"
#include "engine/rules/keys.hpp"
#include "engine/rules/new_rule.hpp"
#include "reports/rules/file_schema.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

using namespace gouji;
namespace fs = std::filesystem;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

std::string sample(const char* name) { return std::string(GOUJI_ROOT) + "/examples/" + name; }

Result<Catalogue> load(const std::string& rules, const LoadOptions& options = {}) {
    auto files = gouji::test::shipped_files();
    files.push_back({"own.yaml", rules, true, false});
    return load_catalogue(files, options);
}

}  // namespace

TEST_CASE("suites: what they leave out is not reported, what they change is told so") {
    const Folder folder("suite");
    folder.put("mine.yaml",
        "suite: mine\nextends: standard\ndisable:\n  - { rule: requests-row-total-differs, reason: r }\noverride:\n  - "
        "{ rule: requests-unbalanced, severity: note, reason: r }\n");
    const auto all = run({"check", sample("sums-2023.txt")});
    CHECK(has(all.out, "requests-row-total-differs"));
    const auto mine = run({"check", "--suite", "mine", "--rules", folder.path(), sample("sums-2023.txt")});
    CHECK_FALSE(has(mine.out, "requests-row-total-differs"));
    CHECK(has(mine.out, "提示 requests-unbalanced"));
    CHECK(has(run({"check", "--all", "--suite", "mine", "--rules", folder.path(), sample("sums-2023.txt")}).out,
        "严重程度由套件更改：r"));
    CHECK(has(mine.out, "requests-outcome-total-differs"));
    CHECK(run({"check", "--suite", "tables-only", sample("narrative-2024.txt")}).exit == 0);
    const auto unknown = run({"check", "--suite", "standart", sample("sums-2023.txt")});
    CHECK(unknown.exit == 2);
    CHECK(has(unknown.err, "standard"));
}

TEST_CASE("waivers: bound to the figures that were seen, and told when they lose their hold") {
    const Folder folder("waivers");
    const std::string file = sample("sums-2023.txt");
    const auto filing = gouji::test::filing_of(gouji::test::read_file(file));
    const auto waiver = [&](const std::string& cells, const std::string& expires,
                            const std::string& rule = "requests-unbalanced", const std::string& column = "商业企业") {
        return folder.put("w.yaml",
            "waivers:\n  - rule: " + rule + "\n    organ: " + filing.organ
                + "\n    year: 2023\n    at: { column: " + column + " }\n    cells: " + cells
                + "\n    reason: 合并\n    approver: 张三\n    expires: " + expires + "\n");
    };
    const std::string cells =
        "{ \"申请[本年新收, 商业企业]\": 11, \"申请[上年结转, 商业企业]\": 1, \"申请[总计, 商业企业]\": 12, "
        "\"申请[结转下年度, 商业企业]\": 1 }";
    const auto check = [&](const std::string& waivers, const std::string& today) {
        return run({"check", "--all", "--format", "json", "--waivers", waivers, "--today", today, file});
    };
    const auto good = check(waiver(cells, "2027-12-31"), "2027-12-31");
    CHECK(has(good.out, "\"waived\": 1"));
    CHECK(has(good.out, "张三"));
    CHECK(has(run({"check", "--waivers", waiver(cells, "2027-12-31"), "--today", "2027-12-31", file}).out,
        "张三 已豁免：合并"));
    CHECK_FALSE(has(good.out, "waiver-"));
    const auto late = check(waiver(cells, "2027-12-31"), "2028-01-01");
    CHECK(has(late.out, "\"waived\": 0"));
    CHECK(has(late.err, "waiver-expired"));
    const auto stale = check(waiver("{ \"申请[本年新收, 商业企业]\": 10, \"申请[上年结转, 商业企业]\": 1, \"申请[总计, "
                                    "商业企业]\": 12, \"申请[结转下年度, 商业企业]\": 1 }",
                                 "2027-12-31"),
        "2027-01-01");
    CHECK(has(stale.out, "\"waived\": 0"));
    CHECK(has(stale.err, "waiver-stale"));
    const auto forgotten = check(waiver("{ \"申请[本年新收, 商业企业]\": 11 }", "2027-12-31"), "2027-01-01");
    CHECK(has(forgotten.err, "waiver-stale"));
    CHECK(has(check(waiver("{}", "2027-12-31", "requests-unbalanced", "科研机构"), "2027-01-01").err, "waiver-unused"));
    CHECK(run({"check", "--today", "tomorrow", file}).exit == 2);
    // A filing that was not given says nothing of its waiver.
    CHECK_FALSE(has(
        run({"check", "--waivers", waiver(cells, "2027-12-31"), "--today", "2027-01-01", sample("clean-2022.txt")}).err,
        "waiver-"));
}

TEST_CASE("the year before: found among the files given together, by organ and year") {
    const Folder folder("years");
    const std::string rules = folder.put("own.yaml",
        "- id: carried\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  check: previous.申请[总计, 总计] == "
        "申请[总计, 总计] + 1\n  message: \"{left} {right}\"\n  tests:\n"
        "    - given: { 申请: { 总计: { 总计: 1 } }, previous: { 申请: { 总计: { 总计: 2 } } } }\n      expect: pass\n "
        "   - given: { 申请: {}, previous: { 申请: {} } }\n      expect: { fail: true }\n");
    const std::string now = gouji::test::read_file(sample("clean-2022.txt"));
    std::string before = now;
    for (std::size_t at = 0; (at = before.find("2022", at)) != std::string::npos;) before.replace(at, 4, "2021");
    const std::string a = folder.put("a.txt", now);
    const std::string b = folder.put("b.txt", before);
    const auto alone = run({"check", "--rules", rules, a});
    CHECK(has(alone.out, "没有一并给出"));
    const auto both = run({"check", "--rules", rules, b, a});
    CHECK(has(both.out, "carried"));
    CHECK(has(both.out, "上一年的"));
    CHECK(both.out.size() == run({"check", "--rules", rules, "--jobs", "1", b, a}).out.size());
    const auto twice = run({"check", "--rules", rules, "--lang", "en", b, folder.put("c.txt", before), a});
    CHECK(has(twice.out, "error carried"));  // two files that say the same are one report
    CHECK_FALSE(has(twice.out, "2 reports of"));
}

TEST_CASE("applicability: levels, days, and rules of a newer version") {
    const auto loaded = load(
        "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  levels: [ 县级 ]\n  effective: "
        "2023-01-01..2023-03-31\n  check: 申请[本年新收, 总计] == 0\n  message: m\n  tests:\n"
        "    - given: { organ: 某市某区人民政府, published: 2023-01-31, 申请: {} }\n      expect: pass\n"
        "    - given: { level: 县级, published: 2023-03-31, 申请: { 本年新收: { 总计: 1 } } }\n      expect: { fail: "
        "true }\n"
        "    - given: { level: 市级, published: 2023-01-31, 申请: {} }\n      expect: { not-applicable: true }\n"
        "    - given: { level: 县级, published: 2023-04-01, 申请: {} }\n      expect: { not-applicable: true }\n"
        "    - given: { published: 2023-01-31, 申请: {} }\n      expect: { undecided: true }\n"
        "    - given: { level: 县级, 申请: {} }\n      expect: { undecided: true }\n"
        "- id: future\n  needs: 99.1\n  sorcery: true\n");
    REQUIRE(loaded);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.front().code == "rule-needs-newer");
    CHECK(loaded.diagnostics.front().severity == Severity::note);
    for (const PlacedTest& one : tests_of(*loaded)) {
        if (one.test->rule == "own") CHECK(run_test(one, *loaded).empty());
    }
    // The version that is needed is here, so its keys are judged.
    CHECK_FALSE(load("- id: future\n  needs: 0.1\n  sorcery: true\n"));
}

TEST_CASE("libraries: lets of one file serve rules of another, and libraries each other") {
    auto files = gouji::test::shipped_files();
    files.push_back({"lib.yaml",
        "- library: due\n  use: parts\n  let: { 应办: 新收 + 结转 }\n- library: parts\n  let: { 新收: \"申请[本年新收, "
        "c]\", 结转: \"申请[上年结转, c]\" }\n",
        true, false});
    files.push_back({"own.yaml",
        "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  use: due\n  for: c in columns(申请)\n  "
        "check: 申请[结转下年度, c] <= 应办\n  message: \"{应办}\"\n  tests:\n"
        "    - given: { 申请: { 上年结转: { 其他: 1 }, 结转下年度: { 其他: 1 } } }\n      expect: pass\n    - given: { "
        "申请: { 上年结转: { 其他: 1 }, 结转下年度: { 其他: 2 } } }\n      expect: { fail: [ { c: 其他 } ] }\n",
        true, false});
    const auto loaded = load_catalogue(files);
    for (const auto& one : loaded.diagnostics) CHECK_MESSAGE(false, one.file, ":", one.line, " ", one.message.en);
    REQUIRE(loaded);
    for (const PlacedTest& one : tests_of(*loaded)) CHECK(run_test(one, *loaded).empty());
}

TEST_CASE("coverage: conditions are counted, true and false apart") {
    const auto loaded = load(
        "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  let: { many: \"申请[本年新收, 总计] > "
        "5\" }\n  check: many or 申请[总计, 总计] == 0\n  message: m\n  tests:\n"
        "    - given: { 申请: {} }\n      expect: pass\n    - given: { 申请: { 总计: { 总计: 1 } } }\n      expect: { "
        "fail: true }\n");
    REQUIRE(loaded);
    const auto all = cover_rules(*loaded, {});
    const auto own = std::find_if(all.begin(), all.end(), [](const RuleCoverage& one) { return one.rule == "own"; });
    REQUIRE(own != all.end());
    CHECK(own->tests == 2);
    CHECK(own->outcomes[static_cast<std::size_t>(Outcome::pass)] == 1);
    CHECK(own->outcomes[static_cast<std::size_t>(Outcome::fail)] == 1);
    REQUIRE(own->conditions.size() == 2);
    CHECK(own->conditions[0].text == "申请[本年新收, 总计] > 5");
    CHECK(own->conditions[0].held == 0);
    CHECK(own->conditions[0].failed == 2);
    CHECK(own->conditions[1].held == 1);
    CHECK(own->conditions[1].failed == 1);
}

TEST_CASE("mutation: the shipped rules are held by their tests, and watch every cell of two tables") {
    auto loaded = load_catalogue(gouji::test::shipped_files());
    REQUIRE(loaded);
    const auto mutants = mutate_rules(*loaded);
    const auto noticed = std::count_if(mutants.begin(), mutants.end(), [](const Mutant& one) { return one.noticed; });
    CHECK(mutants.size() > 100);
    CHECK(noticed * 100 >= static_cast<std::ptrdiff_t>(mutants.size()) * 95);
    for (const Unwatched& one : unwatched_cells(*loaded)) {
        CHECK_MESSAGE(one.table != "申请", one.form, " ", one.cells.front());
        CHECK_MESSAGE(one.table != "复议诉讼", one.form, " ", one.cells.front());
    }
    // The catalogue is as it was.
    for (const PlacedTest& one : tests_of(*loaded)) CHECK(run_test(one, *loaded).empty());
}

TEST_CASE("mutation: what no test notices survives") {
    auto loaded = load(
        "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  check: 申请[本年新收, 总计] <= 100\n  "
        "message: m\n  tests:\n"
        "    - given: { 申请: {} }\n      expect: pass\n    - given: { 申请: { 本年新收: { 总计: 500 } } }\n      "
        "expect: { fail: true }\n");
    REQUIRE(loaded);
    const auto mutants = mutate_rules(*loaded);
    const auto is = [](const Mutant& one, std::string_view change) {
        return one.rule == "own" && one.change.en == change;
    };
    const auto find = [&](std::string_view change) {
        return std::find_if(mutants.begin(), mutants.end(), [&](const Mutant& one) { return is(one, change); });
    };
    REQUIRE(find("<= → <") != mutants.end());
    CHECK_FALSE(find("<= → <")->noticed);
    CHECK_FALSE(find("100 → 101")->noticed);
    CHECK(find("<= → >")->noticed);
    CHECK(find("总计 → 自然人")->noticed);
}

TEST_CASE("explain: the tree, the places, the assumptions, and what would turn the verdict") {
    gouji::test::check_golden(
        "sums-2023.explain.zh.txt", run({"explain", "requests-unbalanced", "examples/sums-2023.txt"}).out);
    gouji::test::check_golden("narrative-2024.explain.en.txt",
        run({"explain", "narrative-count-differs", "--lang", "en", "examples/narrative-2024.txt"}).out);
    gouji::test::check_golden("reviews-and-fees-2021.explain.json",
        run({"explain", "fee-notice-inconsistent", "--format", "json", "examples/reviews-and-fees-2021.txt"}).out);
    const gouji::test::Folder folder("explain");
    const std::string report = folder.put("prose.txt",
        "青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n"
        "全年收到政府信息公开申请12件。政府信息公开申请蹲守3件。\n");
    const auto prose = run({"explain", "narrative-count-differs", "--all", report});
    CHECK(has(prose.out, "“全年收到政府信息公开申请12件”\n      what: 申请, happened: 收到\n"));
    CHECK(has(prose.out, "没有读懂“政府信息公开申请蹲守3件”，不认识的词：蹲守"));
    const auto unknown = run({"explain", "requests-unbalancd"});
    CHECK(unknown.exit == 2);
    CHECK(has(unknown.err, "requests-unbalanced"));
    // A blank: what it would have to be.
    const auto loaded = load(
        "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  check: 申请[本年新收, 自然人] + "
        "申请[本年新收, 其他] == 申请[本年新收, 总计]\n  missing: { dash: zero }\n  message: m\n  tests:\n"
        "    - given: { 申请: {} }\n      expect: pass\n    - given: { 申请: { 本年新收: { 总计: 500 } } }\n      "
        "expect: { fail: true }\n    - given: { 申请: { 本年新收: { 自然人: \"\", 其他: 3, 总计: 10 } } }\n      "
        "expect: { undecided: true }\n"
        "    - given: { 申请: { 本年新收: { 自然人: 1, 其他: \"-\", 总计: 1 } } }\n      expect: pass\n");
    REQUIRE(loaded);
    std::vector<ExplainedInstance> all;
    std::size_t first = 0;
    while (loaded->rules[first].id != "own") ++first;
    const auto explain = [&](std::size_t test) {
        std::vector<Words> failures;
        const auto given =
            build_test_case(loaded->rules[first].tests[test].given, loaded->rules[first], *loaded, failures);
        REQUIRE(given);
        return explain_rule(given->as_case(), *loaded, first).front();
    };
    const auto blank = explain(2);
    REQUIRE(blank.turn);
    CHECK(blank.turn->operand.name == "申请[本年新收, 自然人]");
    CHECK(blank.turn->other == "7");
    CHECK(blank.turn->outcome == Outcome::pass);
    const auto dash = explain(3);
    CHECK(dash.verdict.assumptions.size() == 1);
    REQUIRE(dash.turn);
    CHECK(dash.turn->outcome == Outcome::fail);
}

TEST_CASE("rules new: what it writes is right, in both languages") {
    for (const char* language : {"zh", "en"}) {
        const Folder folder(std::string("new-") + language);
        const std::string file = folder.path() + "/new.yaml";
        CHECK(run({"rules", "new", "first-rule", "--lang", language, "-o", file}).exit == 0);
        const auto lint = run({"rules", "lint", file});
        CHECK(lint.exit == 0);
        CHECK(lint.out.empty());
        CHECK(run({"rules", "test", file}).exit == 0);
        const std::string content = gouji::test::read_file(file);
        for (const Key& key : key_table("rule").keys)
            CHECK_MESSAGE(has(content, std::string(key.name) + ":"), key.name);
    }
    CHECK(run({"rules", "new", "第一条"}).exit == 2);
}

TEST_CASE("rules show: how many instances a rule has in each form is known before a run") {
    const auto shown = run({"rules", "show", "requests-row-total-differs"});
    CHECK(has(shown.out, "instances: cn-disclosure-2019 23"));
    CHECK(has(shown.out, "instances: cn-disclosure-2021 25"));
    CHECK(has(
        run({"rules", "show", "requests-row-total-differs", "--format", "json"}).out, "\"cn-disclosure-2021\": 25"));
}

TEST_CASE("schemas: each kind of file has one, with every key of its table") {
    for (const auto& kind : schema_kinds()) {
        const auto made = run({"rules", "schema", kind});
        CHECK(made.exit == 0);
        for (const Key& key : key_table(kind).keys) {
            CHECK_MESSAGE(has(made.out, "\"" + std::string(key.name) + "\": {"), key.name);
            CHECK_MESSAGE(has(made.out, key.zh), key.name);
        }
    }
    CHECK(run({"rules", "schema", "rules"}).exit == 2);
}

TEST_CASE("rules tools: goldens of what they print") {
    gouji::test::check_golden("rules.coverage.txt", run({"rules", "coverage"}).out);
    gouji::test::check_golden("rules.mutate.txt", run({"rules", "mutate"}).out);
    CHECK(has(run({"rules", "mutate", "--format", "json"}).out, "\"survivors\": []"));
    CHECK(has(run({"rules", "coverage", "--format", "json", "--lang", "en"}).out, "\"undecided\""));
}
