// SPDX-License-Identifier: Apache-2.0
// The workbench says what a run says, whatever comes in which order, and keeps what people decide.
#include "engine/api/gouji.hpp"
#include "engine/api/rule_files.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/routes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <thread>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

FindRuleFiles shipped_and(const std::string& decisions, const std::string& folder = {}) {
    return [=](std::vector<Diagnostic>& diagnostics) {
        auto files = find_rule_files((fs::path(GOUJI_ROOT) / "rules").string(), folder.empty(), diagnostics, true);
        for (RuleFile& one : files) one.only_forms = !folder.empty();
        const auto take = [&](const std::string& path, std::string_view option) {
            if (path.empty() || !fs::exists(path)) return;
            for (RuleFile& one : find_rule_files(path, true, diagnostics)) {
                one.option = option;
                files.push_back(std::move(one));
            }
        };
        take(folder, "");
        take(decisions, "--decisions");
        return files;
    };
}

std::unique_ptr<Workbench> open_bench(WorkbenchSetup setup = {}) {
    if (!setup.find_rules) setup.find_rules = shipped_and(setup.decisions, setup.rule_folder);
    auto bench = Workbench::open(std::move(setup));
    REQUIRE(bench);
    return std::move(*bench.value);
}

Answer ask(Workbench& bench, std::string method, std::string path, std::string body = {},
    std::multimap<std::string, std::string, std::less<>> query = {}) {
    return answer(bench, {std::move(method), std::move(path), std::move(query), std::move(body), "test"});
}

Answer upload(Workbench& bench, const std::string& name, std::string bytes) {
    return ask(bench, "POST", "/reports", std::move(bytes), {{"name", name}});
}

std::string sample(const std::string& name) { return gouji::test::read_file(fs::path(GOUJI_ROOT) / "examples" / name); }

bool tells(const Answer& answer, const Code& code) {
    return answer.body.find("\"" + std::string(code.id) + "\"") != std::string::npos;
}

/// Two years of one organ, of which the later one does not carry over what the earlier one left.
std::string report_of(int year, int carried, int received) {
    const std::string y = std::to_string(year);
    std::string text = "甲县乙局" + y + "年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
    const auto row = [&](const std::string& label, int count) {
        text += label + "\n" + std::to_string(count) + "\n0\n0\n0\n0\n0\n" + std::to_string(count) + "\n";
    };
    row("一、本年新收政府信息公开申请数量", received);
    row("二、上年结转政府信息公开申请数量", carried);
    row("四、结转下年度继续办理", 3);
    return text;
}

/// A rule file with one rule.
std::string rule_that(const std::string& id, const std::string& check) {
    return "- id: " + id + "\n  title: {zh: 试, en: a trial}\n  basis: {zh: 试, en: a trial}\n"
           "  severity: warning\n  years: 2019..\n  check: " + check + "\n  message: {zh: 不对, en: wrong}\n";
}

std::string in_json(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '\n' ? "\\n" : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

TEST_CASE("workbench: a report has the findings that a run has") {
    const auto bench = open_bench();
    const auto rules = bench->rules();
    for (const std::string name : {"run-together-2022.txt", "sums-2023.txt", "page-2022.html", "tracked-2021.docx"}) {
        CAPTURE(name);
        REQUIRE(upload(*bench, name, sample(name)).status == 201);
        auto read = gouji::read({name, sample(name)}, rules->catalogue);
        REQUIRE(read);
        const Report report = check({*read}, rules->catalogue);
        const std::string id = bench->list().back().id;
        CHECK(ask(*bench, "GET", "/reports/" + id + "/findings").body
            == render_findings(report.filings.front(), false, Language::zh));
    }
    CHECK(bench->list().size() == 4);
}

TEST_CASE("workbench: years find each other in whatever order they come") {
    const std::string older = report_of(2021, 0, 5);
    const std::string newer = report_of(2022, 0, 7);
    std::array<std::array<int, 7>, 2> counts{};
    for (const bool newer_first : {false, true}) {
        const auto bench = open_bench();
        upload(*bench, "a.txt", newer_first ? newer : older);
        upload(*bench, "b.txt", newer_first ? older : newer);
        for (const ListedReport& one : bench->list()) {
            if (one.year == 2022) counts[newer_first ? 1 : 0] = one.counts;
        }
    }
    CHECK(counts[0] == counts[1]);
    // Alone, it has no year before it: its rules about that are not applicable.
    const auto bench = open_bench();
    upload(*bench, "b.txt", newer);
    CHECK(bench->list().front().counts != counts[0]);
    upload(*bench, "a.txt", older);
    REQUIRE(bench->remove("r2"));
    upload(*bench, "a.txt", older);
    CHECK(bench->list().front().counts == counts[0]);
}

TEST_CASE("workbench: a file of the same name takes the place of the former one") {
    const auto bench = open_bench();
    upload(*bench, "a.txt", sample("sums-2023.txt"));
    const ListedReport first = bench->list().front();
    upload(*bench, "a.txt", sample("run-together-2022.txt"));
    REQUIRE(bench->list().size() == 1);
    CHECK(bench->list().front().id == first.id);
    CHECK(bench->list().front().organ != first.organ);
    // Two names with one report: the findings are those of the first, and the second says so.
    upload(*bench, "b.txt", sample("run-together-2022.txt"));
    const auto list = bench->list();
    REQUIRE(list.size() == 2);
    const auto same = std::find_if(list.begin(), list.end(), [](const ListedReport& one) {
        return std::any_of(one.diagnostics.begin(), one.diagnostics.end(),
            [](const Diagnostic& told) { return told.code == serve_codes::same_report.id; });
    });
    REQUIRE(same != list.end());
    CHECK(same->rules.empty());
    CHECK(ask(*bench, "GET", "/reports/" + same->id + "/findings").status == 200);
}

TEST_CASE("workbench: many at once come to what one after the other does") {
    std::vector<std::pair<std::string, std::string>> files;
    for (int i = 0; i < 24; ++i) {
        std::string text = report_of(2018 + i / 4, i % 3, 10 + i);
        text.replace(0, std::string("甲").size(), std::array{"甲", "丙", "丁", "戊"}[static_cast<std::size_t>(i) % 4]);
        files.emplace_back(std::to_string(i) + ".txt", std::move(text));
    }
    const auto counts_of = [](const Workbench& bench) {
        std::map<std::string, std::array<int, 7>> counts;
        for (const ListedReport& one : bench.list()) counts[one.file] = one.counts;
        return counts;
    };
    const auto one = open_bench();
    for (const auto& [name, bytes] : files) upload(*one, name, bytes);
    const auto many = open_bench();
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = t; i < files.size(); i += 4) (void)many->add(files[i].first, files[i].second, "test");
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(counts_of(*many) == counts_of(*one));
}

TEST_CASE("workbench: decisions are saved before the answer, and who comes second is told") {
    const gouji::test::Folder folder("bench-decisions");
    WorkbenchSetup setup;
    setup.decisions = folder.path() + "/decisions.yaml";
    const auto bench = open_bench(setup);
    upload(*bench, "a.txt", sample("run-together-2022.txt"));
    const auto open = bench->open("r1");
    REQUIRE(open->checked);
    const std::string fingerprint = print_fingerprint(
        open->checked->judgement.verdicts[open->checked->judgement.findings[0].representative].fingerprint);
    const auto said = [&](const std::string& fields, const std::string& seen) {
        return "{\"decisions\": [{\"fingerprint\": \"" + fingerprint + "\", \"report\": \"r1\", \"fields\": " + fields
            + ", \"seen\": " + seen + "}]}";
    };
    CHECK(bench->list().front().undecided == 1);
    CHECK(ask(*bench, "POST", "/decisions", said(R"({"结论": "确认"})", "{}")).status == 200);
    CHECK(gouji::test::read_file(setup.decisions).find("结论: 确认") != std::string::npos);
    CHECK(bench->list().front().undecided == 0);
    const Answer second = ask(*bench, "POST", "/decisions", said(R"({"结论": "驳回"})", "{}"));
    CHECK(second.status == 409);
    CHECK(tells(second, serve_codes::decided_meanwhile));
    CHECK(second.body.find("确认") != std::string::npos);
    CHECK(ask(*bench, "POST", "/decisions", said(R"({"理由": "两行\n文字"})", R"({"结论": "确认"})")).status == 200);
    CHECK(gouji::test::read_file(setup.decisions).find("两行 文字") != std::string::npos);
    CHECK(ask(*bench, "GET", "/decisions").body.find(fingerprint) != std::string::npos);

    const std::string before = gouji::test::read_file(setup.decisions);
    for (const auto& row : std::vector<std::pair<std::string, int>>{{said(R"({"结论": "也许"})", "{}"), 400},
             {said(R"({"没有": "x"})", "{}"), 400}, {"{}", 400}, {"[", 400}, {R"({"decisions": []})", 400},
             {R"({"decisions": [{"fingerprint": "0000000000000000", "report": "r1", "fields": {}, "seen": {}}]})", 404},
             {R"({"decisions": [{"fingerprint": "0000000000000000", "report": "r9", "fields": {}, "seen": {}}]})",
                 404}}) {
        CAPTURE(row.first);
        CHECK(ask(*bench, "POST", "/decisions", row.first).status == row.second);
    }
    CHECK(gouji::test::read_file(setup.decisions) == before);
    CHECK(tells(ask(*open_bench(), "POST", "/decisions", said("{}", "{}")), serve_codes::no_decisions));
}

TEST_CASE("workbench: rule files are saved whole, without mistakes, and not over a change of somebody else") {
    const gouji::test::Folder folder("bench-rules");
    const std::string first = rule_that("first", "申请[总计, 总计] >= 0");
    const std::string mine = folder.put("mine.yaml", first);
    WorkbenchSetup setup;
    setup.rule_folder = folder.path();
    const auto bench = open_bench(setup);
    const std::string rule = rule_that("few-requests", "申请[总计, 总计] >= 1000000");
    const auto put = [&](const std::string& name, const std::string& text, const std::string& version) {
        return ask(*bench, "PUT", "/rule-files/" + name,
            "{\"text\": " + in_json(text) + ", \"version\": \"" + version + "\"}");
    };
    const std::string shown = ask(*bench, "GET", "/rule-files/mine.yaml").body;
    const std::string version = shown.substr(shown.find("\"version\": \"") + 12, 16);
    CHECK(tells(put("mine.yaml", rule, ""), serve_codes::changed_meanwhile));
    CHECK(put("mine.yaml", "- id: [", version).status == 400);
    CHECK(gouji::test::read_file(mine) == first);
    upload(*bench, "a.txt", sample("sums-2023.txt"));
    CHECK(bench->list().front().rules.empty());
    CHECK(put("mine.yaml", rule, version).status == 200);
    CHECK(gouji::test::read_file(mine) == rule);
    CHECK(bench->list().front().rules.size() == 1);
    CHECK(put("new.yaml", rule_that("second", "申请[总计, 总计] >= 0"), "").status == 200);
    CHECK(ask(*bench, "GET", "/rule-files").body.find("new.yaml") != std::string::npos);
    for (const std::string name : {"..yaml", "a b.yaml", "x.txt", ".yaml"}) {
        CAPTURE(name);
        CHECK(tells(put(name, first, ""), serve_codes::wrong_name));
    }
    fs::create_symlink("/etc/hostname", folder.path() + "/link.yaml");
    CHECK(ask(*bench, "GET", "/rule-files/link.yaml").status == 404);
    CHECK(tells(put("link.yaml", first, ""), serve_codes::wrong_name));
    CHECK(tells(ask(*open_bench(), "PUT", "/rule-files/a.yaml", "{}"), serve_codes::no_rule_folder));
}

TEST_CASE("workbench: a text of rules is judged beside those in force") {
    const auto bench = open_bench();
    upload(*bench, "a.txt", sample("sums-2023.txt"));
    const std::string wrong = "{\"text\": " + in_json(rule_that("x", "没有[总计, 总计] == 0")) + "}";
    CHECK(ask(*bench, "POST", "/assist/lint", wrong).body.find("没有") != std::string::npos);
    CHECK(ask(*bench, "POST", "/assist/test", wrong).status == 400);
    const Answer nothing = ask(*bench, "POST", "/assist/effect", wrong);
    CHECK(nothing.body.find("\"reports\": []") != std::string::npos);
    const std::string right = "{\"text\": " + in_json(rule_that("x", "申请[总计, 总计] == 123456")) + "}";
    // It lacks its tests, and nothing else.
    CHECK(ask(*bench, "POST", "/assist/lint", right).body.find("\"no-test\"") != std::string::npos);
    const Answer effect = ask(*bench, "POST", "/assist/effect", right);
    CHECK(effect.body.find("\"now\": \"fail\"") != std::string::npos);
    CHECK(effect.body.find("\"before\": null") != std::string::npos);
    CHECK(ask(*bench, "POST", "/assist/effect", R"({"text": "", "reports": [1]})").status == 400);
}
