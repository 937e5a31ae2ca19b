// SPDX-License-Identifier: Apache-2.0
// The families whose tables are read as they are printed: what is found in their samples, in any unit and format, and
// that a wrong figure is named whatever row it is in.
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::read_file;
using gouji::test::run;

namespace {

/// 1,070.52
struct PrintedFigure {
    std::size_t at = 0;
    std::string text;

    /// Without commas and zeros at the end: 1070.5
    [[nodiscard]] std::string value() const {
        std::string plain = text;
        std::erase(plain, ',');
        while (has(plain, ".") && (plain.back() == '0' || plain.back() == '.')) {
            const bool point = plain.back() == '.';
            plain.pop_back();
            if (point) break;
        }
        return plain;
    }
};

/// The figures above 0 of the table after a caption.
std::vector<PrintedFigure> figures_of(const std::string& page, const std::string& caption) {
    std::vector<PrintedFigure> found;
    const std::size_t begin = page.find("<p>" + caption + "</p>");
    const std::size_t end = page.find("</table>", begin);
    for (std::size_t at = page.find("<td>", begin); at < end; at = page.find("<td>", at + 1)) {
        const std::size_t close = page.find("</td>", at);
        const std::string text = page.substr(at + 4, close - at - 4);
        if (has(text, ".") && text.find_first_of("123456789") != std::string::npos) found.push_back({at + 4, text});
    }
    return found;
}

}  // namespace

TEST_CASE("accounts: the samples have the planted errors, each named, and no other") {
    for (const std::string file : {"clean-2023.html", "clean-2023.xlsx"}) {
        INFO(file);
        const auto clean = run({"check", "examples/final-accounts/" + file});
        CHECK(clean.exit == 0);
        CHECK(has(clean.out, "0 个错误，0 个警告，0 个提示"));
        CHECK(has(clean.out, "青禾县教育局 · 2023"));
    }
    // In 元, by the page.
    const auto wrong = run({"check", "examples/final-accounts/wrong-2023.txt"});
    CHECK(wrong.exit == 1);
    CHECK(has(wrong.out, "4 个错误，0 个警告，0 个提示"));
    CHECK(has(wrong.out, "项目支出 现为 3100000.00，应为 1300000"));
    CHECK(has(wrong.out, "三公经费 · 决算数/公务接待费 现为 53000.00，应为 35000"));
    // The explanation is in 万元.
    CHECK(has(wrong.out, "说明中写“住房保障支出(类)105.22万元,占5.21%”"));
    CHECK(has(wrong.out, "说明中写“社会保障和就业支出(类)228.54万元,占9.72%”，占比 9.72%"));
}

TEST_CASE("accounts: a table without the title of its report is known by its caption") {
    const Folder folder("excerpt");
    const std::string page = read_file("examples/final-accounts/clean-2023.html");
    const std::size_t begin = page.find("<p>收入决算表</p>");
    const std::size_t end = page.find("</table>", begin);
    const auto read = run({"read", folder.put("a.html", page.substr(begin, end - begin) + "</table>")});
    CHECK(has(read.out, "cn-final-accounts"));
    CHECK(has(read.out, "2050203 初中教育"));
    CHECK_FALSE(has(read.out, "<unreadable>"));
}

TEST_CASE("layouts: through LibreOffice and poppler, accounts have all their figures") {
    if (std::system("soffice --version >/dev/null 2>&1 && pdftotext -v >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: soffice and pdftotext are not both installed");
        return;
    }
    const Folder folder("accounts-pdf");
    folder.put("a.html", read_file("examples/final-accounts/clean-2023.html"));
    const std::string command = "soffice -env:UserInstallation=file://" + folder.path()
        + "/profile --headless --convert-to pdf:writer_web_pdf_Export --outdir " + folder.path() + " " + folder.path()
        + "/a.html >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
    const auto checked = run({"check", folder.path() + "/a.pdf"});
    CHECK(checked.exit == 0);
    CHECK_FALSE(has(checked.err, "rows-unreadable"));
    CHECK_FALSE(has(checked.err, "columns-unknown"));
    const std::string passed = "通过 270";
    CHECK(has(run({"check", "--all", "examples/final-accounts/clean-2023.html"}).out, passed));
    CHECK(has(run({"check", "--all", folder.path() + "/a.pdf"}).out, passed));
}

TEST_CASE("accounts: a wrong figure is named, in whatever row and column it is") {
    const std::string clean = read_file("examples/final-accounts/clean-2023.html");
    const Folder folder("accounts");
    std::size_t named = 0, all = 0;
    for (const std::string caption : {"支出决算表", "一般公共预算财政拨款支出决算表", "收入决算表"}) {
        const auto figures = figures_of(clean, caption);
        for (std::size_t n = 0; n < figures.size(); n += gouji::test::slow ? 7 : 1) {
            const PrintedFigure& figure = figures[n];
            std::string page = clean;
            char& digit = page[figure.at];
            digit = digit == '9' ? '3' : static_cast<char>(digit + 1);
            const auto checked = run({"check", folder.put("a.html", page)});
            ++all;
            CHECK(checked.exit == 1);
            if (has(checked.out, "应为 " + figure.value())) ++named;
            else MESSAGE(caption, " ", figure.text);
        }
    }
    CHECK(all > (gouji::test::slow ? 15 : 100));
    CHECK(named == all);
}

TEST_CASE("accounts: columns in another order, left out, or added") {
    const Folder folder("columns");
    const auto table = [](const std::string& header, const std::string& rows) {
        return "青禾县教育局2023年度部门决算\n支出决算表\n单位：万元\n| 科目编码 | 科目名称 | " + header + " |\n"
            + rows;
    };
    const auto checked = [&](const std::string& text) {
        return run({"check", "--all", "--format", "json", "--lang", "en", folder.put("a.txt", text)});
    };
    const std::string verdict = "\"rule\": \"accounts-expenditure-kinds-differ\"";
    const auto swapped = checked(table("项目支出 | 基本支出 | 本年支出合计", "| | 合计 | 1.00 | 4.00 | 5.00 |\n"));
    CHECK(has(swapped.out, verdict));
    CHECK(has(swapped.out, "\"fail\": 0"));
    CHECK(has(
        checked(table("项目支出 | 基本支出 | 本年支出合计", "| | 合计 | 1.00 | 4.00 | 6.00 |\n")).out, "\"fail\": 1"));
    // A column that is left out is absent, and no other takes its place.
    CHECK(has(checked(table("本年支出合计 | 项目支出", "| | 合计 | 5.00 | 5.00 |\n")).out, "\"fail\": 0"));
    const auto added = checked(table("基本支出 | 年初预算 | 本年支出合计", "| | 合计 | 5.00 | 9.00 | 5.00 |\n"));
    CHECK(has(added.out, "\"fail\": 0"));
    CHECK(has(added.out, "columns-unknown"));
    CHECK(has(added.out, "年初预算"));
    // One that is part of a sum, which does not come out without it; and one that is none.
    const auto part =
        checked(table("合计 | 基本支出 | 项目支出 | 债务支出", "| | 合计 | 9.00 | 4.00 | 3.00 | 2.00 |\n"));
    CHECK(has(part.out, "\"fail\": 0"));
    CHECK(has(part.out, "The difference is the figure of the column 债务支出"));
    CHECK(has(checked(table("合计 | 基本支出 | 项目支出 | 债务支出", "| | 合计 | 9.00 | 4.00 | 3.00 | 1.00 |\n")).out,
        "\"fail\": 1"));
}

TEST_CASE("balance sheets: both sides, negative figures in brackets") {
    const auto clean = run({"check", "examples/small-business/sheet-2023.txt"});
    CHECK(clean.exit == 0);
    CHECK(has(clean.out, "松原县百果农产品有限公司 · 2023"));
    CHECK(has(clean.out, "通过 18"));
    const auto wrong = run({"check", "examples/small-business/sheet-wrong-2023.txt"});
    CHECK(has(wrong.out, "1 个错误，0 个警告，0 个提示"));
    CHECK(has(wrong.out, "应收账款 现为 69300.00，应为 96300"));
}

TEST_CASE("rows of a report: children, parents, the row above, by code in other tables and years") {
    const Folder folder("rows");
    const std::string rules = R"(- id: above
  title: { zh: 上级, en: Above }
  basis: 无
  forms: [ cn-final-accounts ]
  for: r in rows(支出决算)
  when: known(支出决算[parent(r), 合计])
  check: 支出决算[r, 合计] <= 支出决算[parent(r), 合计]
  message: { zh: "{left} {right}", en: "{left} {right}" }
  tests:
    - given: { 支出决算: { 205 教育: { 合计: 5.00 }, 20501 管理: { 合计: 5.00 } } }
      expect: { pass: [ { r: 20501 管理 } ], not-applicable: [ { r: 205 教育 } ] }
    - given: { 支出决算: { 205 教育: { 合计: 5.00 }, 20501 管理: { 合计: 6.00 } } }
      expect: { fail: [ { r: 20501 管理 } ] }
- id: by-code
  title: { zh: 编码, en: Code }
  basis: 无
  forms: [ cn-final-accounts ]
  check: 支出决算[205, 合计] == 一般公共预算支出[教育, 合计] and sum(leaves(支出决算[*, 合计])) == 支出决算["205", 合计]
  message: { zh: "不符", en: "differ" }
  tests:
    - given: { 支出决算: { 205 教育: { 合计: 5.00 }, 20501 管理: { 合计: 5.00 } }, 一般公共预算支出: { 205 教育: { 合计: 5.00 } } }
      expect: pass
    - given: { 支出决算: { 205 教育: { 合计: 5.00 } }, 一般公共预算支出: { 205 教育: { 合计: 6.00 } } }
      expect: { fail: true }
- id: last-year
  title: { zh: 上年, en: Last year }
  basis: 无
  forms: [ cn-final-accounts ]
  for: r in rows(支出决算)
  check: 支出决算[r, 合计] >= previous.支出决算[r, 合计]
  message: { zh: "{left} {right}", en: "{left} {right}" }
  tests:
    - given: { year: 2023, 支出决算: { 205 教育: { 合计: 5.00 }, 208 社保: { 合计: 1.00 } }, previous: { 支出决算: { 205 教育支出: { 合计: 4.00 } } } }
      expect: { pass: [ { r: 205 教育 } ], undecided: [ { r: 208 社保 } ] }
    - given: { year: 2023, 支出决算: { 205 教育: { 合计: 5.00 } }, previous: { 支出决算: { 205 教育支出: { 合计: 6.00 } } } }
      expect: { fail: [ { r: 205 教育 } ] }
)";
    const std::string file = folder.put("rows.yaml", rules);
    const auto linted = run({"rules", "lint", file});
    CHECK_MESSAGE(linted.exit == 0, linted.out, linted.err);
    const auto tested = run({"rules", "test", file});
    CHECK_MESSAGE(has(tested.out, " 0 failed"), tested.out);
}
