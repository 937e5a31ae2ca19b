// SPDX-License-Identifier: Apache-2.0
// The program as a user runs it: exit codes, streams, goldens of the samples.
#include "engine/api/codes.hpp"
#include "engine/cli/codes.hpp"
#include "engine/files/codes.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/codes.hpp"
#include "engine/language/functions/functions.hpp"
#include "engine/language/codes.hpp"
#include "engine/rules/codes.hpp"
#include "grammar/pattern/codes.hpp"
#include "reports/excerpt.hpp"
#include "reports/report.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <utility>

using namespace gouji;
using gouji::test::run;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> samples() {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator("examples")) {
        constexpr std::array<std::string_view, 4> endings = {".txt", ".html", ".docx", ".xlsx"};
        if (std::find(endings.begin(), endings.end(), entry.path().extension().string()) != endings.end())
            found.push_back(entry.path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Every finding of a run of --format json, as "rule at".
std::vector<std::string> findings_of(const std::string& file) {
    std::vector<std::string> found;
    const auto ran = run({"check", "--format", "json", "--lang", "en", file});
    std::string_view rest = ran.out;
    const auto value = [&](std::string_view text) { return std::string(text.substr(0, text.find('"'))); };
    while (true) {
        // Of every finding the failures that it explains.
        constexpr std::string_view begin = "{\n       \"rule\": \"";
        const auto rule = rest.find(begin);
        if (rule == std::string_view::npos) {
            std::sort(found.begin(), found.end());
            return found;
        }
        rest.remove_prefix(rule + begin.size());
        std::string line = value(rest);
        const auto at = rest.find("\"at\": {");
        const std::string_view place = rest.substr(at, rest.find('}', at) - at);
        for (const std::string_view key :
            {"\"table\": \"", "\"row\": \"", "\"column\": \"", "\"fact\": \"", "\"section\": \""}) {
            if (const auto found_at = place.find(key); found_at != std::string_view::npos)
                line += " " + value(place.substr(found_at + key.size()));
        }
        found.push_back(line);
    }
}

}  // namespace

TEST_CASE("samples: each planted error is named, and nothing else") {
    const struct {
        const char* file;
        std::vector<std::string> findings;
    } cases[] = {
        {"examples/clean-2022.txt", {}},
        {"examples/tracked-2021.docx", {}},
        {"examples/workbook-2022.xlsx", {}},
        {"examples/traditional-2020.txt", {}},
        {"examples/sums-2023.txt",
            {"requests-outcome-total-differs 申请 自然人", "requests-row-total-differs 申请 予以公开",
                "requests-unbalanced 申请 商业企业", "requests-unbalanced 申请 总计"}},
        {"examples/reviews-and-fees-2021.txt",
            {"fee-amount-not-multiple", "fee-notice-inconsistent 申请", "reviews-total-differs 复议诉讼 行政复议"}},
        {"examples/narrative-2024.txt", {"narrative-count-differs 申请 受理"}},
        {"examples/run-together-2022.txt", {"requests-unbalanced 申请 其他", "requests-unbalanced 申请 总计"}},
        {"examples/own-table-2017.txt", {"free-total-differs 合计 条数"}},
        {"examples/claims-2024.txt",
            {"narrative-claim-contradicted 申请 均已办结", "narrative-disclosed-differs 主动公开 制发规范性文件",
                "narrative-parts-differ 分项", "narrative-share-differs 申请 予以公开", "published-late"}},
        {"examples/structure-2023.txt",
            {"form-mixed 申请", "section-empty", "section-misplaced 主动公开", "table-misplaced 申请",
                "year-differs 统计年度"}},
        {"examples/website-2022.txt", {"website-interpretations-differ 年度报表", "website-online-exceeds 年度报表"}},
        {"examples/years-2023.txt", {}},
        {"examples/page-2022.html", {}},
        {"examples/damaged-2022.txt", {"table-missing 主动公开", "table-missing 复议诉讼", "table-missing 申请"}},
    };
    CHECK(samples().size() == std::size(cases));
    for (const auto& one : cases) {
        INFO(one.file);
        CHECK(findings_of(one.file) == one.findings);
    }
}

TEST_CASE("help: every command, format and level is in it, in both languages") {
    const std::string zh = run({"--help"}).out;
    const std::string en = run({"--help", "--lang", "en"}).out;
    for (const auto& one : commands()) {
        CHECK(zh.find(std::string(one.zh)) != std::string::npos);
        CHECK(en.find(std::string(one.en)) != std::string::npos);
    }
    const std::string check = run({"check", "--help", "--lang", "en"}).out;
    for (const auto& one : formats()) CHECK(check.find(std::string(one.name)) != std::string::npos);
    for (const char* option : {"--rules", "--format", "--output", "--all", "--lang", "--jobs", "--fail-on"})
        CHECK(check.find(option) != std::string::npos);
}

TEST_CASE("goldens: what is printed of the samples") {
    for (const auto& file : samples()) {
        const std::string name = fs::path(file).stem().string();
        gouji::test::check_golden(name + ".check.zh.txt", run({"check", file}).out);
        gouji::test::check_golden(name + ".read.txt", run({"read", file}).out);
    }
    gouji::test::check_golden("reviews-and-fees-2021.check.en.txt",
        run({"check", "--all", "--lang", "en", "examples/reviews-and-fees-2021.txt"}).out);
    gouji::test::check_golden(
        "narrative-2024.check.json", run({"check", "--all", "--format", "json", "examples/narrative-2024.txt"}).out);
    gouji::test::check_golden(
        "run-together-2022.read.json", run({"read", "--format", "json", "examples/run-together-2022.txt"}).out);
    gouji::test::check_golden("rules.list.txt", run({"rules", "list", "--lang", "en"}).out);
}

TEST_CASE("exit codes and streams") {
    const struct {
        std::vector<std::string> arguments;
        int exit;
        std::string err;  ///< must be part of the error stream
    } cases[] = {
        {{"check", "examples/clean-2022.txt"}, 0, ""},
        {{"check", "examples/sums-2023.txt"}, 1, ""},
        {{"check", "examples/own-table-2017.txt"}, 0, ""},  // a warning is below error
        {{"check", "--fail-on", "warning", "examples/own-table-2017.txt"}, 1, ""},
        {{"check", "tests/bad/empty.txt"}, 2, std::string(source_codes::empty.id)},
        {{"check", "tests/bad/binary.txt"}, 2, std::string(source_codes::binary.id)},
        {{"check", "tests/bad/not-utf8.txt"}, 2, std::string(source_codes::not_utf8.id)},
        {{"check", "tests/bad/no-filing.txt"}, 2, std::string(filing_codes::not_a_filing.id)},
        {{"check", "tests/bad/there-is-no-such-file.txt"}, 2, std::string(api_codes::unreadable.id)},
        {{"check", "tests/golden/there-is-no-such-folder/"}, 2, std::string(api_codes::unreadable.id)},
        {{"check", "cmake"}, 2, ""},  // a folder with no file of a known type but CMake's
        {{"read", "examples/sums-2023.txt"}, 0, ""},
        {{"check", "--sideways", "examples/clean-2022.txt"}, 2, "--sideways"},
        {{"check", "--format", "telex", "examples/clean-2022.txt"}, 2, "telex"},
        {{"check"}, 2, "PATH"},
        {{"chekc", "x"}, 2, "check"},
        {{}, 2, ""},
        {{"rules", "show", "requests-unbalance"}, 2, "requests-unbalanced"},
        {{"rules", "show", "requests-unbalanced"}, 0, ""},
        {{"rules", "lint"}, 0, ""},
        {{"rules", "lint", "tests/lint/unknown-row.yaml"}, 2, ""},
        {{"rules", "test"}, 0, ""},
        {{"check", "--rules", "tests/lint/several-at-once.yaml", "examples/clean-2022.txt"}, 2, "unknown-column"},
        {{"check", "--rules", "tests/there-are-no-such-rules", "examples/clean-2022.txt"}, 2,
            std::string(api_codes::unreadable.id)},
        {{"check", "--rules", "tests/golden", "examples/clean-2022.txt"}, 2, std::string(rule_codes::no_rules.id)},
        {{"check", "-o", "/there/is/no/such/folder/out.txt", "examples/clean-2022.txt"}, 2,
            std::string(files_codes::unwritable.id)},
        {{"--help"}, 0, ""},
        {{"--version"}, 0, ""},
    };
    for (const auto& one : cases) {
        std::string shown;
        for (const auto& argument : one.arguments) shown += argument + " ";
        INFO(shown);
        const auto ran = run(one.arguments);
        CHECK(ran.exit == one.exit);
        CHECK(ran.err.find(one.err) != std::string::npos);
        if (one.exit == 0) CHECK(ran.err.empty());
    }
}

TEST_CASE("a broken file among good ones: the others are checked, and the exit says that one was not") {
    const auto ran = run({"check", "tests/bad/mixed"});
    CHECK(ran.exit == 2);
    CHECK(ran.out.find("青禾县水利局") != std::string::npos);
    CHECK(ran.err.find("broken.txt") != std::string::npos);
    CHECK(ran.out.find("good.txt") != std::string::npos);
}

TEST_CASE("wrong rules: all mistakes are told and nothing is evaluated") {
    const auto ran = run({"check", "--rules", "tests/lint/several-at-once.yaml", "examples/sums-2023.txt"});
    CHECK(ran.exit == 2);
    CHECK(ran.out.empty());
    for (const char* code :
        {"unknown-key", "wrong-years", "unknown-row", "unknown-column", "unknown-name", "formula-syntax"})
        CHECK(ran.err.find(code) != std::string::npos);
}

TEST_CASE("standard input, output files, and any number of jobs") {
    const std::string sample = gouji::test::read_file("examples/sums-2023.txt");
    const auto piped = run({"check", "-"}, sample);
    CHECK(piped.exit == 1);
    CHECK(piped.out.find("云岭市林业局 · 2023 · -") != std::string::npos);

    const fs::path file = fs::temp_directory_path() / "gouji-out.json";
    const auto written = run({"check", "--format", "json", "-o", file.string(), "examples"});
    CHECK(written.out.empty());
    const auto printed = run({"check", "--format", "json", "--jobs", "4", "examples"});
    CHECK(gouji::test::read_file(file) == printed.out);
    CHECK(printed.out == run({"check", "--format", "json", "--jobs", "1", "examples"}).out);
    fs::remove(file);
}

TEST_CASE("rules: a link that leads out of their directory is told and not followed; one within it is") {
    const gouji::test::Folder outside("rules-outside");
    const gouji::test::Folder folder("rules-links");
    const std::string secret = outside.put("secret.yaml", "- id: secret\n");
    fs::create_directory(folder.path() + "/in");
    folder.put("in/good.yaml", gouji::test::read_file(std::string(GOUJI_ROOT) + "/rules/standard/fees.yaml"));
    fs::create_symlink("in/good.yaml", folder.path() + "/again.yaml.txt");
    const auto check = [&] {
        return gouji::test::run({"check", "--lang", "en", "--rules", folder.path(), "examples/clean-2022.txt"});
    };
    CHECK(check().exit != 2);
    fs::create_symlink(secret, folder.path() + "/in/link.yaml");
    const gouji::test::Ran ran = check();
    CHECK(ran.exit == 2);
    CHECK(gouji::test::has(ran.err, api_codes::link_outside.id));
    CHECK(!gouji::test::has(ran.err, "secret"));
    fs::remove(folder.path() + "/in/link.yaml");
    fs::create_symlink("good.yaml", folder.path() + "/in/same.yaml");
    CHECK(gouji::test::has(check().err, rule_codes::duplicate_id.id));  // it is read, and says the same once more
}

TEST_CASE("excerpts: carets stand under the right characters, and long lines are cut around them") {
    const struct {
        const char* content;
        Span span;
        const char* text;
        const char* carets;
    } cases[] = {
        {"甲乙12丙", {6, 8}, "甲乙12丙", "    ^^"},
        {"a\tb", {2, 3}, "a b", "  ^"},
        {"第一行\n第二行", {10, 13}, "第二行", "^^"},
        {"x", {1, 1}, "x", " ^"},
        {"", {0, 0}, "", "^"},
    };
    for (const auto& one : cases) {
        const Excerpt drawn = draw_excerpt(one.content, one.span);
        CHECK(drawn.text == one.text);
        CHECK(drawn.carets == one.carets);
    }
    std::string line;
    for (int i = 0; i < 500; ++i) line += "字";
    const std::string marked = line + "157" + line;
    const Excerpt cut = draw_excerpt(marked, {1500, 1503});
    CHECK(width_of(cut.text) <= 80);
    const auto at = cut.text.find("157");
    REQUIRE(at != std::string::npos);
    CHECK(width_of(cut.text.substr(0, at)) == static_cast<int>(cut.carets.find('^')));
    CHECK(cut.line == 1);
    CHECK(cut.column == 501);
}

TEST_CASE("readme: the finding that it shows is what is printed, in both languages") {
    const std::pair<std::string, std::string> pages[] = {{"README.md", "en"}, {"README.zh.md", "zh"}};
    for (const auto& page : pages) {
        std::string readme = gouji::test::read_file(page.first);
        const std::string printed = run({"check", "--lang", page.second, "examples/sums-2023.txt"}).out;
        const auto of = [](const std::string& text, std::string_view end) {
            const auto from = text.rfind("\n  ", text.find(" requests-unbalanced ")) + 1;
            return text.substr(from, text.find(end, from) - from);
        };
        const std::string shown = of(readme, "\n```");
        const std::string finding = of(printed, "\n\n");
        if (const char* rewrite = std::getenv("GOUJI_REWRITE_GOLDENS"); rewrite && std::string_view(rewrite) == "1")
            std::ofstream(page.first, std::ios::binary) << readme.replace(readme.find(shown), shown.size(), finding);
        else CHECK_MESSAGE(shown == finding, page.first);
    }
}
