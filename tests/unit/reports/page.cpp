// SPDX-License-Identifier: Apache-2.0
// The page of findings, as far as it can be seen without a browser: names as forms print them, what has a section and
// what has a line.
#include "reports/page/private_name_grid.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

std::size_t times(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

/// The part of the page from one text to another.
std::string part_of(const std::string& page, std::string_view from, std::string_view to) {
    const std::size_t begin = page.find(from);
    if (begin == std::string::npos) return {};
    return page.substr(begin, page.find(to, begin) - begin);
}

std::string page_of(std::vector<std::string> inputs) {
    std::vector<std::string> words = {"check", "--format", "html"};
    words.insert(words.end(), inputs.begin(), inputs.end());
    return run(words).out;
}

}  // namespace

TEST_CASE("page: a label is printed with all that may be left out, and the first of what may be either") {
    struct Case {
        const char* pattern;
        const char* words;
    };
    for (const Case& one :
        {Case{"（一）予以公开", "（一）予以公开"}, Case{"三、[本年度]办理结果", "三、本年度办理结果"},
            Case{"1.本(机关|行政机关)(不|未)掌握相关政府信息", "1.本机关不掌握相关政府信息"},
            Case{"（二）部分公开[（区分处理的[,]只计这一情形）]", "（二）部分公开（区分处理的,只计这一情形）"},
            Case{"(甲|乙(丙|丁)戊)己", "甲己"}, Case{"", ""}}) {
        CAPTURE(one.pattern);
        CHECK(printed_label(one.pattern) == one.words);
    }
}

TEST_CASE("page: a group covers the lines below it, and a name without groups all levels") {
    const NameGrid grid({{{0, "新收"}}, {{1, "结果"}, {2, "公开"}}, {{1, "结果"}, {3, "不公开"}, {4, "秘密"}},
        {{1, "结果"}, {3, "不公开"}, {5, "其他"}}, {{6, "总计"}}});
    std::string drawn;
    for (const NameCell& one : grid.cells) {
        drawn += one.words + " " + std::to_string(one.line) + "+" + std::to_string(one.lines) + " "
            + std::to_string(one.level) + "+" + std::to_string(one.levels) + (one.group ? " group\n" : "\n");
    }
    CHECK(grid.levels == 3);
    CHECK(drawn
        == "新收 0+1 0+3\n结果 1+3 0+1 group\n公开 1+1 1+2\n不公开 2+2 1+1 group\n秘密 2+1 2+1\n其他 3+1 2+1\n"
           "总计 4+1 0+3\n");
    CHECK(NameGrid({}).levels == 0);
}

TEST_CASE("page: a report with findings has a section, one without has a line and nothing else") {
    const std::string page =
        page_of({"examples/sums-2023.txt", "examples/clean-2022.txt", "examples/narrative-2024.txt"});
    CHECK(times(page, "<section id=") == 2);
    CHECK(times(page, "<details class=\"original\">") == 2);
    CHECK(times(page, "<details class=\"tables\">") == 2);
    const std::string clean = part_of(page, "<details id=\"clean\"", "</details>");
    CHECK(times(clean, "<li>") == 1);
    CHECK(has(clean, "examples/clean-2022.txt"));
    CHECK_FALSE(has(page, "id=\"f2\""));
}

TEST_CASE("page: the overview has a line for each report with findings, and tells severities in words") {
    const std::string page =
        page_of({"examples/sums-2023.txt", "examples/clean-2022.txt", "examples/reviews-and-fees-2021.txt"});
    const std::string overview = part_of(page, "<section class=\"overview\"", "</section>");
    CHECK(times(overview, "data-report=") == 2);
    CHECK(has(overview, "data-rule=\"requests-unbalanced\""));
    CHECK(has(overview, "<td class=\"error\"><a href=\"#f1-q"));
    CHECK(has(overview, "<span class=\"unseen\"> 错误</span>"));
    // One report is its own overview.
    CHECK_FALSE(has(page_of({"examples/sums-2023.txt"}), "<section class=\"overview\""));
}

TEST_CASE("page: what is missing is told once for the run") {
    const std::string page =
        page_of({"examples/sums-2023.txt", "examples/clean-2022.txt", "examples/reviews-and-fees-2021.txt"});
    const std::string open = part_of(page, "<details id=\"open\"", "</details>");
    CHECK(times(open, "没有一并给出") == 1);
    CHECK(times(page, "没有一并给出") == 1);
    CHECK(has(open, "3 份报告"));
}

TEST_CASE("page: a finding has its cells under the names of the form, and what should be in them") {
    const std::string page = page_of({"examples/sums-2023.txt"});
    const std::string finding = part_of(page, "<article id=\"f1-q1\"", "</article>");
    CHECK(has(finding, "<th scope=\"colgroup\" colspan=\"5\">法人或其他组织</th>"));
    CHECK(has(finding, "三、本年度办理结果"));
    CHECK(has(finding, "（三）不予公开"));
    CHECK(has(finding, "<span class=\"expected\">应为 "));
    CHECK(has(finding, "<td class=\"suspect\"><a href=\"#f1-c"));
    // The rows between the two are left out; the whole table has them.
    CHECK_FALSE(has(finding, "1.属于国家秘密"));
    CHECK(has(page, "1.属于国家秘密"));
}

TEST_CASE("page: what a waiver covers is told in a section, though it is no finding") {
    const Folder folder("page");
    const std::string entries =
        run({"baseline", "--reason", "已核", "--approver", "张三", "--expires", "2099-01-01", "examples/sums-2023.txt"})
            .out;
    const std::string file = folder.put("all.yaml", entries);
    const std::string page = run({"check", "--format", "html", "--waivers", file, "examples/sums-2023.txt"}).out;
    CHECK(times(page, "<article ") == 0);
    CHECK(times(page, "<section id=") == 1);
    CHECK(has(page, "张三"));
}
