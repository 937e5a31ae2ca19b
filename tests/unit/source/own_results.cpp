// SPDX-License-Identifier: Apache-2.0
// What the program wrote is not read as a report, in any format; a report that writes of the program is.
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "reports/report.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::replaced;
using gouji::test::run;

namespace {

bool is_own(const std::string& bytes) {
    const Result<Text> text = read_text({"a.txt", bytes});
    return !text && text.diagnostics.front().code == source_codes::own_result.id;
}

}  // namespace

namespace {
bool is_without_lines(const std::string& result) { return result.empty() || result == "[]\n"; }
/// Formats of findings and nothing else.
bool has_lines_alone(const ReportFormat& format) {
    return format.name == "concise" || format.name == "github" || format.name == "gitlab";
}
}  // namespace

TEST_CASE("own results: every format, in both languages, with findings and without") {
    const Folder folder("own");
    int results = 0;
    for (const ReportFormat& format : formats()) {
        for (const char* language : {"zh", "en"}) {
            for (const std::vector<std::string>& files : {std::vector<std::string>{"examples/sums-2023.txt"},
                     {"examples/clean-2022.txt"}, {"examples/page-2022.html", "examples/years-2023.txt"}}) {
                CAPTURE(format.name);
                CAPTURE(files.front());
                const auto write = [&](const char* command) {
                    std::vector<std::string> arguments = {
                        command, "--format", std::string(format.name), "--lang", language};
                    arguments.insert(arguments.end(), files.begin(), files.end());
                    return run(arguments).out;
                };
                const std::string checked = write("check");
                // A list without a line is empty.
                if (is_without_lines(checked)) CHECK(has_lines_alone(format));
                else CHECK(is_own(checked));
                ++results;
                if (format.read.begin) CHECK(is_own(write("read")));
            }
        }
    }
    CHECK(results == static_cast<int>(formats().size()) * 6);
}

TEST_CASE("own results: of a run in which nothing was read") {
    for (const ReportFormat& format : formats()) {
        for (const char* language : {"zh", "en"}) {
            CAPTURE(format.name);
            const std::string checked =
                run({"check", "--format", std::string(format.name), "--lang", language, "no-such.txt"}).out;
            if (is_without_lines(checked)) CHECK(has_lines_alone(format));
            else CHECK(is_own(checked));
        }
    }
}

TEST_CASE("own results: beside reports they change nothing but a note") {
    const Folder folder("own");
    folder.put("report.txt", read_file("examples/sums-2023.txt"));
    const auto before = run({"check", folder.path()});
    const auto page = folder.put("result.html", run({"check", "--format", "html", folder.path()}).out);
    folder.put("result.xlsx", run({"check", "--format", "xlsx", folder.path()}).out);
    for (const char* name : {"docx", "evidence"})
        folder.put(std::string("result-") + name + ".docx", run({"check", "--format", name, folder.path()}).out);
    folder.put("result.md", run({"check", "--format", "markdown", folder.path()}).out);
    folder.put("result.txt", before.out);
    const auto after = run({"check", folder.path()});
    CHECK(after.exit == before.exit);
    CHECK(after.out == before.out);
    for (const char* name :
        {"result.html", "result.xlsx", "result-docx.docx", "result-evidence.docx", "result.md", "result.txt"})
        CHECK(has(after.err, std::string(name) + ": "));
    CHECK(has(after.err, source_codes::own_result.id));
    // Also when it is named.
    CHECK(has(run({"check", page, folder.path() + "/report.txt"}).err, source_codes::own_result.id));
}

TEST_CASE("own results: also after another program saved them") {
    const std::string list = run({"check", "--format", "csv", "examples/sums-2023.txt"}).out;
    std::string bare;
    for (const char c : list) bare += c == '"' ? "" : std::string(1, c);
    CHECK(is_own(bare));                                       // a spreadsheet saves without quotes
    CHECK(is_own(corpus::encode(bare.substr(3), "GB18030")));  // and in the encoding of its machine
    std::string tabs;
    for (const char c : bare) tabs += c == ',' ? '\t' : c;
    CHECK(is_own(tabs));
    const std::string page = run({"check", "--format", "html", "examples/sums-2023.txt"}).out;
    CHECK(
        is_own(replaced(page, "<!doctype html>\n", "<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n")));
    std::string lines;
    for (const char c : run({"check", "--format", "text", "examples/sums-2023.txt"}).out)
        lines += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(is_own(lines));
    std::string dense;
    for (const char c : run({"check", "--format", "json", "examples/sums-2023.txt"}).out)
        dense += c == '\n' || c == ' ' ? "" : std::string(1, c);
    CHECK(is_own(dense));
}

TEST_CASE("own results: a report that writes of the program, or of the same things, is a report") {
    const std::string text = read_file("examples/sums-2023.txt");
    const std::string page = read_file("examples/page-2022.html");
    const std::string cases[] = {
        "由 gouji 0.1.0 核对。\n" + text,
        text + "\n核对：通过 12，不符 3。\n  核对：通过 12。\n",
        text + "\n序号,机关,年度,问题描述\n1,甲,2023,乙\n",
        "gouji 0.1.0 · 2023\n" + text,
        "云岭市林业局 · 2023 · 年度报告\n  核对：张三 2024年1月\n" + text,
        replaced(page, "<body>",
            "<body><p>&lt;meta name=\"generator\" content=\"gouji 0.1.0\"&gt; <meta name=\"generator\" content=\"gouji "
            "0.1.0\"></p>"),
        replaced(page, "<head>",
            "<head><meta name=\"generator\" content=\"another\"><meta name=\"description\" content=\"gouji\">"),
        "机关：云岭市林业局\n年度：2023\n公布日期：2024-01-18\n表单：一\n" + text,
    };
    for (const std::string& one : cases) {
        CAPTURE(one.substr(0, 100));
        CHECK(read_text({"a.txt", one}));
    }
}
