// SPDX-License-Identifier: Apache-2.0
// Files of rules and forms: the shipped ones, and one wrong file for each kind of mistake.
#include "engine/api/gouji.hpp"
#include "engine/language/codes.hpp"
#include "engine/rules/codes.hpp"
#include "grammar/pattern/codes.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/rule_tests/rule_tests.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

/// `# expect: CODE LINE:COLUMN`, one for each mistake that the file holds.
std::vector<std::string> expected_in(const std::string& content) {
    std::vector<std::string> all;
    std::istringstream lines(content);
    for (std::string line; std::getline(lines, line);) {
        constexpr std::string_view mark = "# expect: ";
        if (line.substr(0, mark.size()) == mark) all.push_back(line.substr(mark.size()));
    }
    return all;
}

std::vector<fs::path> wrong_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(GOUJI_ROOT) / "tests" / "lint")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Diagnostic> lint(const std::string& name, const std::string& content) {
    auto files = gouji::test::shipped_files();
    files.push_back({name, content, true, false});
    return load_catalogue(files).diagnostics;
}

}  // namespace

TEST_CASE("words: sections keep them where a rule, a let, a library or a form asks for them, and nowhere else") {
    const std::string form =
        "form: own\nfamily: own\ntitles: [ \"{机关}{年份}年报\" ]\nsections: [ 甲: 一、甲 ]\n"
        "tables:\n  - table: 表\n    columns: [ 左, 右 ]\n    rows: [ 一行, 二行 ]\n";
    const std::string head =
        "- id: own-rule\n  title: { zh: 甲, en: a }\n  basis: { zh: 甲, en: a }\n  message: { zh: 甲, en: a }\n";
    const struct {
        std::string form;
        std::string rule;
        bool keeps;
    } cases[] = {
        {"", "  check: length(section(甲)) > 2 and copied(section(甲)) < 1\n", false},
        {"", "  check: contains(section(甲), \"乙\")\n", true},
        {"", "  when: contains(section(甲), \"乙\")\n  check: length(section(甲)) > 2\n", true},
        {"", "  let: { 乙: \"contains(section(甲), “乙”)\" }\n  check: 乙\n", true},
        {"", "  use: own\n  check: 乙\n- library: own\n  let: { 乙: \"contains(section(甲), “乙”)\" }\n", true},
        {"mentions:\n  - fact: 丙\n    kind: 丙\n    phrases: [ \"丙{件数}\" ]\n    means: [ "
         "\"if(contains(section(甲), “乙”), 表[一行, 左], 表[一行, 右])\" ]\n",
            "  check: length(section(甲)) > 2\n", true},
    };
    for (const auto& one : cases) {
        CAPTURE(one.rule);
        const auto loaded =
            load_catalogue({{"form.yaml", form + one.form}, {"rules.yaml", head + one.rule}}, {false, {}});
        for (const auto& each : loaded.diagnostics) MESSAGE(each.message.en);
        REQUIRE(loaded);
        CHECK(loaded->editions.front().keeps_words == one.keeps);
        const auto filing =
            read_filing(gouji::test::text_of("某县某局2022年报\n一、甲\n乙字\n两个。\n"), loaded->editions, "own");
        REQUIRE(filing);
        CHECK(filing->sections.front().length == 5);
        CHECK(filing->sections.front().prose == (one.keeps ? "乙字两个。" : ""));
    }
}

TEST_CASE("lint: each wrong file gives exactly the mistakes that it names, in their places") {
    for (const auto& path : wrong_files()) {
        const std::string content = gouji::test::read_file(path);
        std::vector<std::string> found;
        for (const auto& one : lint(path.filename().string(), content)) {
            found.push_back(one.code + " " + std::to_string(one.line) + ":" + std::to_string(one.column));
            CHECK_FALSE(one.message.zh.empty());
            CHECK_FALSE(one.message.en.empty());
            CHECK_MESSAGE(!one.help.zh.empty(), one.code);
            CHECK_MESSAGE(!one.help.en.empty(), one.code);
            CHECK(one.file == path.filename().string());
        }
        INFO(path.filename().string());
        CHECK(found == expected_in(content));
    }
}

TEST_CASE("lint: a mistake of typing is told alone, and only where the file has a mistake") {
    const std::string head = "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n";
    const std::string tail =
        "  tests:\n    - given: { 申请: {} }\n      expect: pass\n    - given: { 申请: { 本年新收: { 总计: 1 } } }\n   "
        "   expect: { fail: true }\n";
    const struct {
        std::string content;
        std::vector<std::string> codes;
    } cases[] = {
        {head + "  check: 申请[本年新收, 总计] == 0\n  message: m\n" + tail, {}},
        // What is typed in a text is meant.
        {head
                + "  note: |\n    check：甲\n    \tcheck: 乙\n  check: 申请[本年新收, 总计] == 0\n  message: "
                  "\"check：m\"\n"
                + tail,
            {}},
        {head + "  check：申请[本年新收, 总计] == 0\n  message：m\n" + tail, {"yaml-wide-colon", "yaml-wide-colon"}},
        {"PK\x03\x04 \x80\xFF", {"yaml-package"}},
        {"\xEF\xBB\xBF编号,状态\na,b\n", {"yaml-table"}},
        // Not a mistake of typing: what the loader says stays.
        {head + "  chek: 申请[本年新收, 总计] == 0\n  message: m\n" + tail, {"missing-key", "unknown-key"}},
    };
    for (const auto& one : cases) {
        INFO(one.content);
        std::vector<std::string> codes;
        for (const Diagnostic& each : lint("own.yaml", one.content)) codes.emplace_back(each.code);
        std::sort(codes.begin(), codes.end());
        CHECK((codes == one.codes));
    }
}

TEST_CASE("lint: every kind of mistake has a file that provokes it") {
    std::set<std::string> provoked;
    for (const auto& path : wrong_files()) {
        for (const auto& one : expected_in(gouji::test::read_file(path))) provoked.insert(one.substr(0, one.find(' ')));
    }
    // Those that no file of ours can hold are provoked by other tests: bytes, nesting, paths.
    const std::set<std::string_view> elsewhere = {rule_codes::yaml_bytes.id, rule_codes::yaml_package.id,
        rule_codes::too_large.id, rule_codes::yaml_too_much.id, rule_codes::more_mistakes.id,
        rule_codes::too_many_rules.id, rule_codes::too_many_in_all.id, language_codes::too_deep.id,
        rule_codes::no_rules.id, rule_codes::rules_unreadable.id, rule_codes::other_kind.id};
    const auto check = [&](const auto& codes) {
        for (const Code& one : codes) {
            if (!elsewhere.contains(one.id)) CHECK_MESSAGE(provoked.contains(std::string(one.id)), one.id);
        }
    };
    check(rule_codes::all);
    check(language_codes::all);
    check(pattern_codes::all);
}

TEST_CASE("lint: hostile files are refused quickly and whole") {
    const auto code = [](const std::string& content) {
        const auto found = lint("hostile.yaml", content);
        REQUIRE_FALSE(found.empty());
        return found.front().code;
    };
    CHECK(code(std::string("- id: \xff\xfe\n")) == rule_codes::yaml_bytes.id);
    CHECK(code(std::string("a\0b", 3)) == rule_codes::yaml_bytes.id);
    CHECK(code(std::string(10'000, '[')) == rule_codes::yaml_syntax.id);
    CHECK(code(std::string(500'000, '[')) == rule_codes::line_too_long.id);
    CHECK(code("- " + std::string(500'000, '(') + "\n") == rule_codes::line_too_long.id);
    CHECK(code(std::string(5'000'000, '\n')) == rule_codes::too_large.id);
    std::string keys;
    for (int i = 0; i < 301; ++i) keys += "a" + std::to_string(i) + ": 1\n";
    CHECK(code(keys) == rule_codes::yaml_too_much.id);
    std::string items;
    for (int i = 0; i < 450'000; ++i) items += "- a\n";
    CHECK(code(items) == rule_codes::yaml_too_much.id);
    std::string many = "- id: own\n";
    for (int i = 0; i < 10'000; ++i) many += "- { id: a }\n";
    CHECK(code(many) == rule_codes::too_many_rules.id);
    std::string instances;
    for (int i = 0; i < 20; ++i) {
        instances += "- id: own" + std::to_string(i) + "\n  title: t\n  basis: b\n  message: m\n  tests: []\n"
                "  forms: [ cn-disclosure-2021 ]\n" +
                     "  for: [ a in rows(申请), b in columns(申请), c in columns(申请), d in columns(申请) ]\n"
                             "  check: 申请[a, b] + 申请[a, c] == 申请[a, d]\n";
    }
    const auto too_many = lint("hostile.yaml", instances);
    CHECK(std::count_if(too_many.begin(), too_many.end(), [](const Diagnostic& one) {
        return one.code == rule_codes::too_many_in_all.id;
    }) == 1);
    std::string mistakes;
    for (int i = 0; i < 500; ++i) mistakes += "- a\n";
    const auto told = lint("hostile.yaml", mistakes);
    CHECK(told.size() == 101);
    CHECK(told.back().code == rule_codes::more_mistakes.id);
    CHECK(gouji::test::has(told.back().message.en, "400"));
    std::string levels = "&l0 [ a ]\n";
    for (int i = 1; i <= 10; ++i)
        levels +=
            "- &l" + std::to_string(i) + " [ *l" + std::to_string(i - 1) + ", *l" + std::to_string(i - 1) + " ]\n";
    CHECK_FALSE(lint("levels.yaml", levels).empty());
    CHECK(code("&a [*a, *a]\n") == rule_codes::yaml_anchor.id);
    // A short form whose patterns would be 80 MB with their words written out.
    std::string words = "form: own\nfamily: own\nyears: 2021..\nwords:\n  a: " + std::string(8000, 'a') + "\ntitles:\n";
    for (int i = 0; i < 10'000; ++i) words += "  - <a>" + std::to_string(i) + "\n";
    const auto too_long = lint("words.yaml", words);
    CHECK(too_long.size() == 101);
    CHECK(too_long.front().code == pattern_codes::too_long.id);
    const std::string deep = "- id: d\n  title: t\n  basis: b\n  message: m\n  check: \"" + std::string(1500, '(') + "1"
        + std::string(1500, ')') + " == 1\"\n";
    CHECK(code(deep) == language_codes::too_deep.id);
}

TEST_CASE("rules: those that are shipped are right, and their tests pass") {
    const auto files = gouji::test::shipped_files();
    const auto loaded = load_catalogue(files);
    CHECK(loaded.diagnostics.empty());
    REQUIRE(loaded);
    for (const auto& one : test_rules(*loaded)) {
        INFO(one.rule, " ", one.file, ":", one.line);
        CHECK(one.failures.empty());
    }
}

TEST_CASE("rules: a rule is one YAML entry, and needs no build") {
    const fs::path folder = fs::temp_directory_path() / "gouji-own-rules";
    fs::create_directories(folder);
    const std::string rule = R"(- id: few-applications
  title: { zh: 申请很少, en: Few applications }
  basis: 内部规定
  forms: [ cn-disclosure-2021 ]
  check: 申请[本年新收, 总计] >= 100000
  severity: warning
  message: { zh: "只有 {left} 件。", en: "Only {left}." }
  tests:
    - given: { 申请: { 本年新收: { 总计: 100000 } } }
      expect: pass
    - given: { 申请: {} }
      expect: { fail: true }
)";
    std::ofstream(folder / "own.yaml") << rule;
    const auto lint = gouji::test::run({"rules", "lint", folder.string()});
    CHECK(lint.exit == 0);
    const auto ran = gouji::test::run({"check", "--rules", folder.string(), "--fail-on", "warning",
        std::string(GOUJI_ROOT) + "/examples/sums-2023.txt"});
    CHECK(ran.exit == 1);
    CHECK(ran.out.find("few-applications") != std::string::npos);
    // Relations of the shipped forms go on serving the readings, but are not reported.
    CHECK(ran.out.find("requests-unbalanced") == std::string::npos);
    const auto tests = gouji::test::run({"rules", "test", folder.string()});
    CHECK(tests.exit == 0);
    fs::remove_all(folder);
}

TEST_CASE("rules: statements, their scopes, and those of the year before") {
    const auto entry = [](const std::string& id, const std::string& rest) {
        return "- id: " + id + "\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n" + rest + "  message: "
                "m\n  tests:\n    - given: { 申请: {} }\n      expect: pass\n    - given: { 申请: {} }\n    "
                "  expect: { fail: true }\n";
    };
    auto files = gouji::test::shipped_files();
    files.push_back({"own.yaml",
        entry("any-scope", "  for: m in mentions(受理)\n  check: not scoped(m)\n")
            + entry("one-scope", "  for: m in mentions(受理)\n  check: not scoped(m, \"全市\")\n")
            + entry("year-before", "  check: previous.受理.件数 <= 受理.件数\n"),
        true, false});
    const auto loaded = load_catalogue(files);
    REQUIRE(loaded);
    const auto filing = [&](int year, const std::string& prose) {
        const std::string bytes = "青禾县水利局" + std::to_string(year) + "年政府信息公开工作年度报告\n一、总体情况\n"
            + prose + "\n三、收到和处理政府信息公开申请情况\n";
        auto made = read({"test", bytes}, *loaded);
        REQUIRE(made);
        return std::move(made->filing);
    };
    const auto judged = [&](const char* id, const Case& given) {
        const auto rule =
            std::find_if(loaded->rules.begin(), loaded->rules.end(), [&](const Rule& one) { return one.id == id; });
        const auto verdicts = judge_rule(given, *loaded, static_cast<std::size_t>(rule - loaded->rules.begin()));
        REQUIRE(verdicts.size() == 1);
        return verdicts.front();
    };
    const Filing plain = filing(2023, "受理政府信息公开申请5件。");
    const Filing part = filing(2023, "其中受理政府信息公开申请5件。");
    const Filing city = filing(2023, "全市受理政府信息公开申请5件。");
    CHECK(judged("any-scope", {&plain, nullptr}).outcome == Outcome::pass);
    CHECK(judged("any-scope", {&part, nullptr}).outcome == Outcome::fail);
    CHECK(judged("any-scope", {&city, nullptr}).outcome == Outcome::fail);
    CHECK(judged("one-scope", {&plain, nullptr}).outcome == Outcome::pass);
    CHECK(judged("one-scope", {&part, nullptr}).outcome == Outcome::pass);
    CHECK(judged("one-scope", {&city, nullptr}).outcome == Outcome::fail);
    // A check that asks for no figure is about the statement.
    const Verdict about = judged("any-scope", {&plain, nullptr});
    REQUIRE(about.operands.size() == 1);
    CHECK(about.operands[0].name == "受理政府信息公开申请5件");
    CHECK(about.operands[0].raw == about.operands[0].name);
    CHECK(about.operands[0].certain);
    const Filing more = filing(2022, "受理政府信息公开申请6件。");
    const Filing fewer = filing(2022, "受理政府信息公开申请4件。");
    const Filing silent = filing(2022, "工作有序开展。");
    CHECK(judged("year-before", {&plain, &more}).outcome == Outcome::fail);
    CHECK(judged("year-before", {&plain, &fewer}).outcome == Outcome::pass);
    CHECK(judged("year-before", {&plain, &silent}).why.en == "The prose does not state previous.受理.件数.");
    CHECK(judged("year-before", {&plain, nullptr}).why.en == "The previous year's report was not given.");
}

TEST_CASE("rules: a test that is wrong fails") {
    const auto fails = [](const std::string& given, const std::string& expect) {
        const std::string rule =
            "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  for: c in columns(申请)\n  check: "
            "申请[本年新收, c] == 0\n  message: m\n  tests:\n"
            "    - given: { 申请: {} }\n      expect: pass\n    - given: { 申请: { 本年新收: { 其他: 1 } } }\n      "
            "expect: { fail: [ { c: 其他 } ] }\n    - given: "
            + given + "\n      expect: " + expect + "\n";
        auto files = gouji::test::shipped_files();
        files.push_back({"own.yaml", rule, true, false});
        const auto loaded = load_catalogue(files);
        REQUIRE(loaded);
        const auto results = test_rules(*loaded);
        return std::any_of(results.begin(), results.end(), [](const auto& one) { return !one.failures.empty(); });
    };
    CHECK_FALSE(fails("{ 申请: {} }", "pass"));
    CHECK(fails("{ 申请: { 本年新收: { 其他: 1 } } }", "pass"));
    CHECK(fails("{ 申请: {} }", "{ fail: true }"));
    CHECK(fails("{ 申请: { 没有的行: { 其他: 1 } } }", "pass"));
    CHECK(fails("{ 申请: { 本年新收: { 没有的列: 1 } } }", "pass"));
    CHECK(fails("{ year: 99999999999999999999, 申请: {} }", "pass"));
    CHECK(fails("{ form: no-such-form, 申请: {} }", "pass"));
    CHECK(fails("{}", "pass"));  // a table that is missing passes nothing
    CHECK(fails("{ 申请: { 本年新收: { 其他: 1, 总计: 1 } } }", "{ fail: [ { c: 其他 } ] }"));  // 总计 fails unsaid
}

TEST_CASE("rules: outcomes and what missing figures count as") {
    const auto outcome = [](const std::string& check, const std::string& missing, const std::string& row) {
        const std::string rule = "- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  check: " + check
            + "\n  missing: " + missing + "\n  message: m\n  tests:\n    - given: { 申请: { 本年新收: " + row
            + " } }\n      expect: { fail: true }\n    - given: { 申请: {} }\n      expect: pass\n";
        auto files = gouji::test::shipped_files();
        files.push_back({"own.yaml", rule, true, false});
        const auto loaded = load_catalogue(files);
        REQUIRE(loaded);
        // The first test says what its own outcome is: it fails unless the rule does.
        for (const auto& one : test_rules(*loaded)) {
            if (one.rule != "own" || one.line != 9) continue;
            if (one.failures.empty()) return std::string("fail");
            const std::string& why = one.failures.back().en;
            for (const auto name : outcome_names) {
                if (why.find("came to " + std::string(name)) != std::string::npos) return std::string(name);
            }
            return std::string("pass");
        }
        return std::string("?");
    };
    const std::string sum = "sum(申请[本年新收, *] except 申请[本年新收, 总计]) == 申请[本年新收, 总计]";
    const struct {
        std::string check;
        const char* missing;
        const char* row;
        const char* outcome;
    } cases[] = {
        {sum, "undecided", "[ 3, 0, 0, 0, 0, 1, 4 ]", "pass"},
        {sum, "undecided", "[ 3, 0, 0, 0, 0, 1, 5 ]", "fail"},
        {sum, "undecided", "[ 3, \"\", 0, 0, 0, 1, 4 ]", "undecided"},
        {sum, "zero", "[ 3, \"\", 0, \"-\", 0, 1, 4 ]", "pass"},
        {sum, "zero", "[ 3, \"\", 0, 0, 0, 1, 5 ]", "fail"},
        {sum, "skip", "[ 3, \"/\", 0, 0, 0, 1, 4 ]", "pass"},
        {sum, "skip", "[ 3, 0, 0, 0, 0, 1, \"\" ]", "undecided"},
        {sum, "fail", "[ 3, \"\", 0, 0, 0, 1, 4 ]", "fail"},
        {sum, "{ blank: zero }", "[ 3, \"\", 0, \"-\", 0, 1, 4 ]", "undecided"},
        {sum, "{ blank: zero, dash: zero }", "[ 3, \"\", 0, \"-\", 0, 1, 4 ]", "pass"},
        {sum, "{ dash: zero }", "[ 3, 无, 0, \"-\", 0, 1, 4 ]", "pass"},
        {sum, "zero", "[ 3, \"x\", 0, 0, 0, 1, 4 ]", "pass"},
        {"申请[本年新收, 总计] * 申请[本年新收, 总计] * 申请[本年新收, 总计] == 0", "undecided", "{ 总计: 999999999 }",
            "error"},
    };
    for (const auto& one : cases) {
        INFO(one.check, " ", one.missing, " ", one.row);
        CHECK(outcome(one.check, one.missing, one.row) == one.outcome);
    }
}
