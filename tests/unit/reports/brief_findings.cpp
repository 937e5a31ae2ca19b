// SPDX-License-Identifier: Apache-2.0
// Findings as text, in brief: at most six lines each, no word of the rule language, and the worst of a run first.
#include "reports/excerpt.hpp"
#include "reports/text/private_text_page.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::run;

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The lines of each finding: it begins with its severity, and ends with an empty line.
std::vector<Lines> findings_in(const std::string& text) {
    std::vector<Lines> findings;
    bool inside = false;
    for (const std::string& line : lines_of(text)) {
        for (const char* severity : {"错误 ", "警告 ", "提示 ", "error ", "warning ", "note "}) {
            // In the summary the word is followed by a count.
            const std::string begin = std::string("  ") + severity;
            if (line.starts_with(begin) && line.size() > begin.size() && line[begin.size()] != ' ') {
                findings.emplace_back();
                inside = true;
            }
        }
        inside = inside && !line.empty();
        if (inside) findings.back().push_back(line);
    }
    return findings;
}

std::vector<std::string> files_below(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& one : std::filesystem::recursive_directory_iterator(folder)) {
        if (one.is_regular_file() && one.path().extension() != ".yaml") files.push_back(one.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void check_words(const Lines& finding) {
    for (const std::string& line : finding) {
        // What the report says is its own affair.
        if (has(line, " | ")) continue;
        for (const char* word : {"∉", "∈", "absent", "count(", "sum(", "if(", "present(", " = true", " = false",
                 "previous.", "copy.", "申请[", "分项.", "决算数."})
            CHECK_FALSE_MESSAGE(has(line, word), line);
    }
}

std::string cell_of(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.insert(at, "\\");
    return text;
}

/// What is found in the samples, a row a finding, and how many lines it takes.
std::string page_of_samples(Language language) {
    const bool zh = language == Language::zh;
    std::string page = zh ? "# 样例中的问题\n\n由测试生成，不要手改。每行是一个问题：`gouji check 文件` "
                            "用几行说明它。\n\n| 文件 | 问题 | 说明 | 行数 |\n|---|---|---|---|\n"
                          : "# Findings of the samples\n\nMade by a test: do not edit. A row is a finding, with the "
                            "number of lines in which `gouji check FILE --lang en` tells it.\n\n| file | finding | "
                            "what it says | lines |\n|---|---|---|---|\n";
    for (const std::string& file : files_below("examples")) {
        const auto findings = findings_in(run({"check", "--lang", zh ? "zh" : "en", file}).out);
        for (const Lines& finding : findings) {
            REQUIRE(finding.size() >= 2);
            CHECK_MESSAGE(finding.size() <= 6, finding.front());
            check_words(finding);
            page += "| " + file + " | " + cell_of(finding[0].substr(2)) + " | " + cell_of(finding[1].substr(4)) + " | "
                + std::to_string(finding.size()) + " |\n";
        }
    }
    return page;
}

}  // namespace

TEST_CASE("golden: the page of the samples has each finding, told in at most six lines") {
    gouji::test::check_golden("../../docs/samples.zh.md", page_of_samples(Language::zh));
    gouji::test::check_golden("../../docs/samples.en.md", page_of_samples(Language::en));
}

TEST_CASE("text: findings of real reports are told in six lines without a word of the rule language") {
    const std::string corpus = "../shared/corpus";
    if (!std::filesystem::is_directory(corpus)) {
        MESSAGE("skipped: the real reports are not here");
        return;
    }
    std::size_t seen = 0;
    for (const char* folder : {"seeds", "published", "cases"}) {
        for (const Lines& finding : findings_in(run({"check", corpus + "/" + folder}).out)) {
            CHECK_MESSAGE(finding.size() <= 6, finding.front());
            check_words(finding);
            ++seen;
        }
    }
    CHECK(seen > 50);
}

TEST_CASE("text: of many reports the ten worst come first, on one screen") {
    const Folder folder("many");
    const std::string clean = read_file("examples/clean-2022.txt");
    const std::string wrong = read_file("examples/sums-2023.txt");
    const std::array first = {"东", "南", "西", "北"};
    const std::array second = {"安", "平", "和", "兴", "宁", "福", "泰", "丰", "林", "河"};
    const auto organ_of = [&](int i) {
        return std::string(first.at(static_cast<std::size_t>(i / 10))) + second.at(static_cast<std::size_t>(i % 10))
            + "县水利局";
    };
    for (int i = 0; i < 40; ++i) {
        std::string text = i % 3 == 0 ? wrong : clean;
        const std::string organ = i % 3 == 0 ? "云岭市林业局" : "青禾县水利局";
        const std::string own = organ_of(i);
        for (std::size_t at = text.find(organ); at != std::string::npos; at = text.find(organ, at + own.size()))
            text.replace(at, organ.size(), own);
        // One has an error more than the others.
        if (i == 39)
            text = gouji::test::replaced(text, "一、总体情况", "一、总体情况\n本年度发出收费通知2件，总金额45元。");
        folder.put(std::to_string(100 + i) + ".txt", text);
    }
    const gouji::test::Ran found = run({"check", folder.path()});
    const Lines lines = lines_of(found.out);
    REQUIRE(lines.size() > 40);
    CHECK(lines[0].starts_with("共 40 份报告："));
    CHECK(lines[1].starts_with("14 份有问题，26 份没有发现问题。"));
    CHECK(has(lines[2], "北河县水利局"));
    int named = 0;
    for (std::size_t i = 0; i < 40; ++i) named += has(lines[i], "县水利局 · 2023  ") ? 1 : 0;
    CHECK(named == 10);
    for (std::size_t i = 2; i < 22; i += 2) CHECK(has(lines[i], ".txt"));
    CHECK(has(lines[3], "[申请"));
    // Those without a finding take no room but at the end.
    CHECK(has(found.out, "没有发现问题：\n"));
    CHECK(has(found.out, "另有 16 份"));
    const gouji::test::Ran statistics = run({"check", "--statistics", folder.path()});
    CHECK(findings_in(statistics.out).empty());
    CHECK(has(statistics.out, "14 处，14 份报告  requests-unbalanced"));
    CHECK(statistics.exit == 1);
}

TEST_CASE("text: lines are broken at the width of the terminal, between words and Han characters") {
    ReportOptions options;
    options.width = 30;
    TextPage page(options);
    page.line("“自然人”列：各项办理结果相加为 165，总计填 162，相差 3。", 4);
    page.line("a short one", 4);
    for (const std::string& line : lines_of(page.finish())) {
        CHECK(width_of(line) <= 30);
        CHECK(line.starts_with("    "));
        // No line begins with what belongs to the one before.
        CHECK_FALSE(line.substr(line.find_first_not_of(' ')).starts_with("，"));
    }
    options.width = 0;
    TextPage whole(options);
    whole.line(std::string(500, 'a'), 0);
    CHECK(lines_of(whole.finish()).size() == 1);
}
