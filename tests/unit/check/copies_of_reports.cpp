// SPDX-License-Identifier: Apache-2.0
// Several files of one report: what says the same is one report in two files, what does not is found, and the year
// after counts on what all of them say. And a table that stands twice in one file.
#include "engine/api/gouji.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

using namespace gouji;
using namespace gouji::test;

namespace {

using Change = std::function<void(const Form& form, corpus::Figures& figures)>;

/// Makes a cell of the table of applications another number.
Change cell(const std::string& row, const std::string& column, int value) {
    return [=](const Form& form, corpus::Figures& figures) {
        const TableForm& table = *form.table("申请");
        const auto leaf = [](const Outline& names, const std::string& name) {
            return names.node(std::get<int>(names.find(name))).leaf;
        };
        figures.tables.at(
            "申请")[static_cast<std::size_t>(table.cell(leaf(table.rows, row), leaf(table.columns, column)))] =
            *Decimal::of(value, 0);
    };
}

/// A report in one of the layouts; all years of the same seed have the same figures.
std::string report(
    const std::string& layout, int year, const Change& change = {}, const std::string& organ = corpus::organ_named(1)) {
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    corpus::Figures figures = corpus::make_figures(form, 3, 200);
    corpus::Document document = corpus::compose(form, figures, 1, {organ, year, 5});
    if (change) {
        // Its prose stays what it was.
        corpus::Figures changed = figures;
        change(form, changed);
        const corpus::Document other = corpus::compose(form, changed, 1, {organ, year, 5});
        for (std::size_t i = 0; i < document.blocks.size(); ++i) {
            if (document.blocks[i].kind == corpus::Block::Kind::table) document.blocks[i] = other.blocks[i];
        }
    }
    return corpus::layout_named(layout)->write(document);
}

constexpr const char* page = "page: spans";
constexpr const char* text = "text: a cell a line";

std::size_t count(const std::string& in, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = in.find(part, at)) != std::string::npos; at += part.size()) ++found;
    return found;
}

/// The reports of a run in JSON, without what the run says of itself.
std::string filings(const Ran& ran) { return ran.out.substr(0, ran.out.find("\"diagnostics\"")); }

std::string api_json(const std::vector<std::string>& files) {
    std::vector<ReadFiling> all;
    for (const std::string& file : files) all.push_back(std::move(*read({file, read_file(file)}, shipped())));
    return render(check(std::move(all), shipped(), 0), "json", {Language::zh, false});
}

const Change wrong_total = cell("本年新收", "总计", 9999);

}  // namespace

TEST_CASE("copies: a page and a text that say the same are one report in two files") {
    const Folder folder("two-same");
    const std::string first = folder.put("report.html", report(page, 2023, wrong_total));
    const std::string second = folder.put("report.txt", report(text, 2023, wrong_total));
    const Ran json = run({"check", "--format", "json", folder.path()});
    CHECK(json.exit == 1);
    CHECK(count(json.out, "\"findings\"") == 1);
    CHECK(has(json.out, "\"copies\": ["));
    CHECK(count(json.err, "copies-same") == 1);
    CHECK(has(json.err, first));
    CHECK(has(json.err, second));
    for (const std::string& jobs : {std::string("1"), std::string("4")})
        CHECK(run({"check", "--format", "json", "--jobs", jobs, second, first}).out
            == run({"check", "--format", "json", second, first}).out);
    CHECK(api_json({first, second}) == json.out);
    for (const char* format : {"text", "sarif", "html", "csv", "paper"}) {
        INFO(format);
        const std::string out = run({"check", "--format", format, folder.path()}).out;
        CHECK(has(out, "report.html"));
        CHECK(has(out, "report.txt"));
    }
    // By itself each is its own.
    CHECK(count(run({"check", "--apart", "--format", "json", folder.path()}).out, "\"findings\"") == 2);
    CHECK(count(run({"read", "--format", "json", folder.path()}).out, "\"sections\"") == 2);
}

TEST_CASE("copies: decisions and waivers are made once, and hold for both files") {
    const Folder folder("two-kept");
    const Folder kept("kept-kept-yaml");
    folder.put("report.html", report(page, 2023, wrong_total));
    folder.put("report.txt", report(text, 2023, wrong_total));
    const std::string decisions = kept.path() + "/decisions.yaml";
    const std::string waivers = kept.path() + "/waivers.yaml";
    REQUIRE(run({"decide", "--decisions", decisions, folder.path()}).exit == 0);
    const Ran decided = run({"check", "--decisions", decisions, folder.path()});
    CHECK_FALSE(has(decided.out, "不再发现"));
    REQUIRE(run({"baseline", "--reason", "r", "--approver", "a", "-o", waivers, folder.path()}).exit == 0);
    const Ran waived = run({"check", "--waivers", waivers, folder.path()});
    CHECK(waived.exit == 0);
    CHECK_FALSE(has(waived.err, "waiver-"));
    // One of the two files alone is the same report.
    CHECK(run({"check", "--waivers", waivers, folder.path() + "/report.txt"}).exit == 0);
}

TEST_CASE("copies: what the year after carries in is held against a report in two files") {
    const Folder folder("two-years");
    folder.put("2022.html", report(page, 2022, cell("结转下年度", "自然人", 4321)));
    folder.put("2022.txt", report(text, 2022, cell("结转下年度", "自然人", 4321)));
    folder.put("2023.txt", report(text, 2023));
    const Ran ran = run({"check", folder.path()});
    CHECK(has(ran.out, "上一年结转 4,321 件"));
    CHECK_FALSE(has(ran.out, "不知以哪份为准"));
}

TEST_CASE("copies: files that differ are a finding with both values and both files, told once") {
    const Folder folder("two-differ");
    const std::string first = folder.put("report.html", report(page, 2023));
    const std::string second = folder.put("report.txt", report(text, 2023, wrong_total));
    const Ran json = run({"check", "--format", "json", first, second});
    CHECK(count(json.out, "\"rule\": \"copies-differ\"") == 2);  // the finding, and what it explains
    CHECK(has(json.out, "\"name\": \"copy.申请[本年新收, 总计]\""));
    CHECK(has(json.out, "\"value\": 9999"));
    CHECK(has(json.out, "\"elsewhere\": {"));
    CHECK_FALSE(has(json.out, "\"copies\""));
    CHECK(api_json({first, second}) == json.out);
    CHECK(run({"check", "--format", "json", "--jobs", "4", first, second}).out == json.out);
    const std::string out = run({"check", first, second}).out;
    CHECK(has(out, "9999 (" + second + ")"));
    CHECK(has(run({"check", "--all", first, second}).out, second + " 第 "));
    // Each is judged for itself as well.
    CHECK(has(out, "requests-row-total-differs"));
    CHECK(count(run({"check", "--format", "sarif", first, second}).out, "\"ruleId\": \"copies-differ\"") == 1);

    // What one file has right does not settle what the other has wrong.
    const Folder kept("kept-differ-yaml");
    const std::string decisions = kept.path() + "/decisions.yaml";
    const std::string waivers = kept.path() + "/waivers.yaml";
    run({"decide", "--decisions", decisions, first, second});
    CHECK_FALSE(has(run({"check", "--decisions", decisions, first, second}).out, "不再发现"));
    run({"baseline", "--reason", "r", "--approver", "a", "-o", waivers, first, second});
    const Ran waived = run({"check", "--waivers", waivers, first, second});
    CHECK(waived.exit == 0);
    CHECK_FALSE(has(waived.err, "waiver-"));
    // The other file was put right: now it is over.
    folder.put("report.txt", report(text, 2023));
    CHECK(has(run({"check", "--decisions", decisions, first, second}).out, "先前的问题不再发现"));
}

TEST_CASE("copies: with files that differ the year after counts on what both say") {
    const Folder folder("two-differ-years");
    folder.put("2022.html", report(page, 2022, cell("结转下年度", "自然人", 4321)));
    folder.put("2023.txt", report(text, 2023));
    folder.put("2022.txt", report(text, 2022, [](const Form& form, corpus::Figures& figures) {
        cell("结转下年度", "自然人", 4321)(form, figures);
        cell("结转下年度", "总计", 9999)(form, figures);
    }));
    const Ran ran = run({"check", folder.path()});
    CHECK(has(ran.out, "“自然人”列：上一年结转 4,321 件"));
    CHECK_FALSE(has(ran.out, "“总计”列：上一年结转"));
    CHECK(has(ran.out, "上一年的申请：结转下年度 · 总计 在那份报告的几个文件中写得不同"));
}

TEST_CASE("copies: what one file lacks is no difference, and what has nothing in common is no copy") {
    const Folder folder("two-part");
    const std::string whole = report(text, 2023);
    const std::string full = folder.put("b.txt", whole);
    // The first in order has lost a table: the other speaks for both.
    const std::string cut = folder.put("a.txt", whole.substr(0, whole.find("四、政府信息公开行政复议")));
    const Ran ran = run({"check", "--format", "json", cut, full});
    CHECK(count(ran.out, "\"findings\"") == 1);
    CHECK_FALSE(has(ran.out, "table-missing"));
    CHECK(filings(ran) == filings(run({"check", "--format", "json", full, cut})));
    const std::string title =
        folder.put("c.txt", whole.substr(0, whole.find("\n")) + "\n一、总体情况\n本年度做好公开工作。\n");
    const Ran three = run({"check", "--format", "json", title, full});
    CHECK(count(three.out, "\"findings\"") == 2);
    CHECK_FALSE(has(three.out, "copies-"));
}

TEST_CASE("copies: prose that states another figure is found") {
    const Folder folder("two-prose");
    const std::string sample = read_file("examples/clean-2022.txt");
    const std::string first = folder.put("a.txt", sample);
    const std::string second =
        folder.put("b.txt", replaced(sample, "受理政府信息公开申请185件", "受理政府信息公开申请186件"));
    const std::string out = run({"check", first, second}).out;
    CHECK(has(out, "copies-prose-differ"));
    CHECK_FALSE(has(out, "copies-differ"));
    CHECK(has(out, "186件 (" + second + ")"));
}

TEST_CASE("copies: more files than anybody publishes are not held against each other, and that is told") {
    const Folder folder("two-many");
    for (int i = 0; i < 65; ++i) folder.put(std::to_string(i) + ".txt", report(text, 2022, wrong_total));
    folder.put("next.txt", report(text, 2023));
    const Ran ran = run({"check", "--format", "json", folder.path()});
    CHECK(count(ran.out, "\"findings\"") == 66);
    CHECK(has(ran.err, "copies-many"));
    CHECK(has(run({"check", folder.path()}).out, "给出了 65 份，不知以哪份为准"));
}

TEST_CASE("copies: with a store a copy of an earlier run is known") {
    const Folder folder("two-store");
    const std::string store = folder.path() + "/store.db";
    const std::string first = folder.put("a.html", report(page, 2022, cell("结转下年度", "自然人", 4321)));
    const std::string second = folder.put("b.txt", report(text, 2022, cell("结转下年度", "自然人", 4321)));
    const std::string next = folder.put("c.txt", report(text, 2023));
    const auto check = [&](std::vector<std::string> files) {
        files.insert(files.begin(), {"check", "--format", "json", "--store", store});
        return run(files);
    };
    CHECK(check({first}).exit == run({"check", first}).exit);
    // It says the same: nothing is wrong. And the year after finds one report.
    CHECK_FALSE(has(check({second}).out, "copies-differ"));
    CHECK(has(check({next}).out, "上一年结转 4,321 件"));
    // Given together they are one document, and a second run says what the first did.
    const Ran both = check({first, second, next});
    CHECK(filings(both) == filings(run({"check", "--format", "json", first, second, next})));
    CHECK(check({first, second, next}).out == both.out);
    // Another file with another figure: it differs from the one that is kept, and the year after does not know.
    const std::string other = folder.put("d.txt", report(text, 2022, cell("结转下年度", "自然人", 9999)));
    const Ran differs = check({other});
    CHECK(has(differs.out, "copies-differ"));
    CHECK(has(differs.out, "a.html"));
    CHECK(has(run({"check", "--all", "--store", store, next}).out, "在那份报告的几个文件中写得不同"));
}

TEST_CASE(
    "repeats: a table that stands twice is held against itself, and one that is marked as corrected is believed") {
    const std::string once = report(page, 2023);
    const std::string wrong = report(page, 2023, wrong_total);
    const auto table_in = [](const std::string& html) {
        const auto start = html.find("<table", html.find("三、收到和处理政府信息公开申请情况"));
        return html.substr(start, html.find("</table>", start) + 8 - start);
    };
    const Folder folder("repeats");
    const auto check = [&](const std::string& between, const std::string& second) {
        std::string html = once;
        html.insert(html.find(table_in(once)) + table_in(once).size(), between + second);
        return run({"check", "--format", "json", folder.put("report.html", html)});
    };
    const Ran same = check("", table_in(once));
    CHECK(has(same.out, "table-repeated"));
    CHECK_FALSE(has(same.out, "table-repeats-differ"));
    const Ran differs = check("", table_in(wrong));
    CHECK(has(differs.out, "table-repeats-differ"));
    CHECK(has(differs.out, "\"name\": \"again.申请[本年新收, 总计]\""));
    CHECK(has(differs.out, "≠ 9999"));
    CHECK_FALSE(has(differs.out, "requests-row-total-differs"));
    // The corrected one is wrong here, and so it is what is found.
    for (const char* mark : {"<p>更正后：</p>", "<p>（修正后）</p>", "<p>勘误如下</p>"})
        CHECK(has(check(mark, table_in(wrong)).out, "requests-row-total-differs"));
    for (const char* mark : {"<p>更正前：</p>", "<p>对发现的错误及时更正。</p>"})
        CHECK_FALSE(has(check(mark, table_in(wrong)).out, "requests-row-total-differs"));
    // A third one is seen as well.
    CHECK(has(check("", table_in(once) + table_in(wrong)).out, "table-repeats-differ"));
}
