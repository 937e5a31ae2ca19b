// SPDX-License-Identifier: Apache-2.0
// Output formats: what every program that reads them expects, and that nothing in a report becomes more than text.
#include "engine/base/utf8.hpp"
#include "reports/report.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>
#include <pugixml.hpp>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;
using gouji::test::sample_texts;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// Rows and fields of a CSV text, by RFC 4180.
std::vector<std::vector<std::string>> rows_of(std::string_view csv) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        std::string& field = rows.back().back();
        if (quoted && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"') field += csv[++i];
        else if (csv[i] == '"') quoted = !quoted;
        else if (!quoted && csv[i] == ',') rows.back().emplace_back();
        else if (!quoted && csv[i] == '\n') rows.push_back({""});
        else if (quoted || csv[i] != '\r') field += csv[i];
    }
    rows.pop_back();
    return rows;
}

/// A report whose file name wants to be more than text.
std::string hostile(const Folder& folder) {
    return folder.put("<script>alert(1)<script> & |x|.txt", gouji::test::read_file("examples/sums-2023.txt"));
}

}  // namespace

TEST_CASE("formats: the same bytes whatever the number of jobs") {
    for (const ReportFormat& one : formats()) {
        INFO(std::string(one.name));
        const std::string name(one.name);
        const auto first = run({"check", "--format", name, "--jobs", "1", "examples"});
        CHECK(first.out == run({"check", "--format", name, "--jobs", "4", "examples"}).out);
        CHECK_FALSE(first.out.empty());
        if (one.read.begin)
            CHECK(run({"read", "--format", name, "--jobs", "1", "examples"}).out
                == run({"read", "--format", name, "--jobs", "4", "examples"}).out);
        else CHECK(run({"read", "--format", name, "examples"}).exit == 2);
    }
}

TEST_CASE("formats: a name that is no text spoils nothing") {
    const Folder folder("formats");
    const std::string file = folder.put("a\xFF\x01\xE4.txt", gouji::test::read_file("examples/sums-2023.txt"));
    for (const ReportFormat& one : formats()) {
        INFO(std::string(one.name));
        const std::string out = run({"check", "--format", std::string(one.name), file, file + ".none"}).out;
        if (out.starts_with("PK\x03\x04")) continue;  // a zip is no text
        CHECK(utf8::is_text(out));
        // A backslash is escaped in JSON and in Markdown; in addresses the bytes themselves are.
        CHECK((has(out, "a\\xFF\\x01\\xE4.txt") || has(out, "a\\\\xFF\\\\x01\\\\xE4") || has(out, "a%FF%01%E4.txt")));
    }
}

TEST_CASE("formats: the same bytes a second later") {
    const auto all = [] {
        std::string made;
        for (const ReportFormat& one : formats())
            made += run({"check", "--format", std::string(one.name), "examples/sums-2023.txt"}).out;
        return made;
    };
    const std::string first = all();
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    CHECK(first == all());
}

TEST_CASE("html: what a report says is text, and the page lets nothing else run") {
    const Folder folder("formats");
    for (const char* format : {"html", "paper"}) {
        const std::string out = run({"check", "--format", format, hostile(folder), "no-such-<b>.txt"}).out;
        CHECK(has(out, "&lt;script&gt;alert(1)"));
        CHECK_FALSE(has(out, "<script>alert"));
        CHECK_FALSE(has(out, "<b>"));
        CHECK(has(out, "default-src &#39;none&#39;"));
        CHECK(out.ends_with("</html>\n"));
    }
}

TEST_CASE("formats: a run in which nothing was verified does not look clean") {
    // Rules that need the year before, and one year alone.
    const auto check = [](const char* format, const char* language) {
        return run(
            {"check", "--suite", "across-years", "--format", format, "--lang", language, "examples/clean-2022.txt"})
            .out;
    };
    CHECK(has(check("text", "zh"), "不能视为没有问题"));
    CHECK(has(check("html", "zh"), "没有一项得到核实"));
    CHECK(has(check("paper", "zh"), "不能得出结论"));
    CHECK(has(check("markdown", "en"), "Nothing was verified"));
    // Code hosts would show what is open as an alert: it is counted.
    CHECK_FALSE(has(check("sarif", "en"), "\"kind\": \"open\""));
    CHECK(has(check("sarif", "en"), "checks-undecided"));
}

TEST_CASE("json: findings and counts are the same whether every verdict is asked for or not") {
    // Without --all a filing in which nothing failed is counted and not told.
    const auto without_verdicts = [](const std::string& json) {
        constexpr std::string_view closing = "\n   ],\n";
        const std::size_t list = json.find("   \"verdicts\": [");
        return list == std::string::npos
            ? json
            : json.substr(0, list) + json.substr(json.find(closing, list) + closing.size());
    };
    int clean = 0;
    for (const std::string& path : sample_texts()) {
        const std::string brief = run({"check", "--format", "json", path}).out;
        CAPTURE(path);
        CHECK((without_verdicts(run({"check", "--format", "json", "--all", path}).out) == brief));
        clean += brief.find("\"findings\": []") != std::string::npos ? 1 : 0;
        // A person at the terminal is told what could not be decided all the same.
        const gouji::test::Ran told = run({"check", "--format", "json", "-o", "/dev/null", "--lang", "en", path});
        CHECK((told.err.find("could not be decided") != std::string::npos)
            == (brief.find("\"undecided\": 0,") == std::string::npos));
    }
    CHECK(clean > 0);
}

TEST_CASE("jsonl: a line a filing, and one for diagnostics") {
    const auto lines = lines_of(
        run({"check", "--format", "jsonl", "examples/sums-2023.txt", "examples/clean-2022.txt", "no-such-file.txt"})
            .out);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].starts_with("{\"file\": \"examples/sums-2023.txt\""));
    CHECK(has(lines[0], "requests-unbalanced"));
    CHECK(lines[1].ends_with("}}"));
    CHECK(has(lines[2], "file-unreadable"));
    CHECK(
        has(lines[2], "\"kind\": \"summary\",\"filings\": 2,\"findings\": {\"error\": 2,\"warning\": 0,\"note\": 0}"));
}

TEST_CASE("concise: a line a finding, with its place, severity and rule; a clean report has none") {
    const std::string out = run({"check", "--format", "concise", "--lang", "en", "examples/sums-2023.txt"}).out;
    CHECK(std::count(out.begin(), out.end(), '\n') == 2);
    CHECK(has(out, "examples/sums-2023.txt:64:1: error requests-outcome-total-differs Column 自然人: "));
    CHECK(run({"check", "--format", "concise", "examples/clean-2022.txt"}).out.empty());
}

TEST_CASE("github: a command a finding, escaped as the runner reads it") {
    const Folder folder("annotations");
    const std::string file = folder.put("a,b.txt", gouji::test::read_file("examples/sums-2023.txt"));
    const std::string out = run({"check", "--format", "github", "--lang", "en", file}).out;
    CHECK(std::count(out.begin(), out.end(), '\n') == 2);
    CHECK(out.starts_with("::error file="));
    CHECK(has(out, "a%2Cb.txt,line=64,col=1,title="));
    CHECK(has(out, "(requests-unbalanced)::Column 商业企业: "));
    // The messages of both columns, the sum and its causes are lines of one annotation.
    CHECK(has(out, "%0A本年新收 11 + 上年结转 1 = 12%0A"));
    CHECK(run({"check", "--format", "github", "examples/clean-2022.txt"}).out.empty());
}

TEST_CASE("gitlab: an issue a finding, with a fingerprint that lines do not change") {
    const Folder folder("issues");
    const auto issues = [&](const std::string& text) {
        return run({"check", "--format", "gitlab", folder.put("a.txt", text)}).out;
    };
    const std::string text = gouji::test::read_file("examples/sums-2023.txt");
    const std::string out = issues(text);
    CHECK(has(out, "\"check_name\": \"requests-unbalanced\""));
    CHECK(has(out, "\"severity\": \"major\""));
    CHECK(has(out, "\"begin\": 64"));
    const std::string shifted = issues("\n\n" + text);
    CHECK(has(shifted, "\"begin\": 66"));
    const std::string mark = "\"fingerprint\": ";
    CHECK(out.substr(out.find(mark), 40) == shifted.substr(shifted.find(mark), 40));
    CHECK(issues(gouji::test::read_file("examples/clean-2022.txt")) == "[]\n");
}

TEST_CASE("rule book: formats with links lead to the rule where its book is published, and nowhere else") {
    const std::string book = "https://rules.example.cn/book.html";
    for (const std::string format : {"html", "markdown", "sarif", "gitlab"}) {
        CAPTURE(format);
        CHECK(has(run({"check", "--format", format, "--rule-book", book, "examples/sums-2023.txt"}).out,
            book + "#requests-unbalanced"));
        CHECK_FALSE(has(run({"check", "--format", format, "examples/sums-2023.txt"}).out, "#requests-unbalanced"));
    }
}

TEST_CASE("text: words of the rule language are in no finding of the samples") {
    const std::string out = run({"check", "examples"}).out;
    for (const char* word :
        {"∉", "∈", "absent", "count(", "if(", "present(", " = true", " = false", "previous.", "申请["})
        CHECK_FALSE_MESSAGE(has(out, word), word);
    CHECK(has(out, "没有一并给出该机关上一年度的报告。"));
}

TEST_CASE("rules are chosen by ids, beginnings of ids and severities") {
    const auto with = [](const std::vector<std::string>& more) {
        std::vector<std::string> all = {"check", "--format", "concise", "examples/years-2023.txt",
            "examples/clean-2022.txt", "examples/sums-2023.txt"};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    };
    const std::string every = with({}).out;
    CHECK(has(every, " warning stock-differs "));
    CHECK_FALSE(has(with({"--select", "error"}).out, " warning "));
    CHECK_FALSE(has(with({"--ignore", "stock"}).out, "stock-differs"));
    CHECK_FALSE(has(with({"--select", "requests"}).out, "carry-over"));
    CHECK(has(with({"--select", "requests-unbalanced,stock-*"}).out, "stock-differs"));
    // Half of a word is no beginning.
    const auto wrong = with({"--select", "requ"});
    CHECK(wrong.exit == 2);
    CHECK(has(wrong.err, "no-such-rule"));
    CHECK_FALSE(has(wrong.err, "no-rule-to-check"));
}

TEST_CASE("csv: a row a finding, with the mark for Excel and no formula") {
    // From standard input, whose name is a sign that spreadsheets calculate with.
    const std::string out = run({"check", "--format", "csv", "-", "examples/reviews-and-fees-2021.txt"},
        gouji::test::read_file("examples/sums-2023.txt"))
                                .out;
    CHECK(out.starts_with("\xEF\xBB\xBF"));
    const auto rows = rows_of(std::string_view(out).substr(3));
    REQUIRE(rows.size() == 1 + 2 + 3);
    for (const auto& row : rows) {
        CHECK(row.size() == rows.front().size());
        for (const std::string& field : row)
            CHECK((field.empty() || std::string_view("=+-@").find(field.front()) == std::string_view::npos));
    }
    CHECK(rows[1][0] == "1");
    const auto field = [&](std::string_view title) {
        const auto found = std::find(rows[0].begin(), rows[0].end(), title);
        REQUIRE(found != rows[0].end());
        return rows[1][static_cast<std::size_t>(found - rows[0].begin())];
    };
    CHECK(field("文件") == "'-");
    CHECK(has(field("可能的原因"), "予以公开 现为"));
    CHECK(has(field("算式"), " = 165\n总计 162"));
    CHECK(field("证据") == "第 64, 105, 146, 154, 162, 171, 179, 195, 236 行");
    CHECK(has(field("各数及出处"), "予以公开 = 3（第 64 行）"));
    // A person says how grave it is; the program only suggests it.
    CHECK(field("推定程度") == "重大");
    CHECK(field("严重程度").empty());
}

TEST_CASE("junit: cases that failed, and none that was not verified passes") {
    const Folder folder("formats");
    const std::string out = run({"check", "--format", "junit", hostile(folder), "no-such-file.txt"}).out;
    pugi::xml_document tree;
    REQUIRE(tree.load_buffer(out.data(), out.size()));
    const pugi::xml_node suite = tree.child("testsuites").child("testsuite");
    CHECK(has(suite.attribute("name").value(), "<script>"));
    CHECK(suite.attribute("failures").as_int() == 4);
    int failures = 0;
    int skipped = 0;
    int cases = 0;
    for (const pugi::xml_node one : suite.children("testcase")) {
        ++cases;
        failures += one.child("failure") ? 1 : 0;
        skipped += one.child("skipped") ? 1 : 0;
    }
    CHECK(cases == suite.attribute("tests").as_int());
    CHECK(failures == 4);
    CHECK(skipped == suite.attribute("skipped").as_int());
    CHECK(skipped > 0);
    CHECK(suite.next_sibling("testsuite").attribute("errors").as_int() == 1);
}

TEST_CASE("markdown: what a report says is text") {
    const Folder folder("formats");
    const std::string out = run({"check", "--format", "markdown", hostile(folder)}).out;
    CHECK(has(out, "# 云岭市林业局 · 2023"));
    CHECK_FALSE(has(out, "<script>"));
    CHECK(has(out, "\\<script\\>"));
    CHECK(has(out, "可能的原因"));
}
