// SPDX-License-Identifier: Apache-2.0
// Judging: the quick way and the long way, what relations say of empty cells, rows of totals in tables of no form.
#include "engine/api/gouji.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/check/readings/plain_counts.hpp"
#include "engine/check/linked/copied_share.hpp"
#include "engine/check/readings/infer.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/check/rule_tests/test_filings.hpp"
#include "grammar/filing/prose/sentences.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace gouji;
using gouji::test::filing_of;
using gouji::test::shipped;

namespace {

std::string told(const Verdict& one) {
    return one.rule->id + " " + one.at.table + " " + one.at.row + " " + one.at.column + " " + one.at.fact + ": "
        + std::string(name_of(one.outcome));
}

/// Sums of plain counts are judged by a way of their own: both must say the same of every instance of every rule.
void compare_ways(const Case& given) {
    std::vector<std::string> slowly;
    for (const auto& [first, last] : shipped().reported) {
        for (const Verdict& one : judge_rule(given, shipped(), first)) slowly.push_back(told(one));
    }
    std::vector<std::string> quickly;
    std::vector<Outcome> outcomes;
    for (const Verdict& one : judge(given, shipped()).verdicts) {
        quickly.push_back(told(one));
        outcomes.push_back(one.outcome);
    }
    CHECK(quickly == slowly);
    CHECK((outcomes_of(given, shipped()) == outcomes));
    // Who asks for findings alone is given all the same where there are some, and the same counts where there are none.
    const Judgement brief = judge(given, shipped(), Detail::findings);
    CHECK((brief.summary() == judge(given, shipped()).summary()));
    const bool failed = std::find(outcomes.begin(), outcomes.end(), Outcome::fail) != outcomes.end();
    CHECK(brief.verdicts.size() == (failed ? outcomes.size() : 0));
}

constexpr int columns = 7;

/// A table of applications in which five were received from one kind of applicant, and answered.
Filing consistent() {
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    Filing filing;
    filing.form = &form;
    filing.year = 2023;
    Table table;
    table.name = "申请";
    table.form = &form;
    table.layout = form.table("申请");
    table.cells.resize(table.layout->cells.size());
    for (Cell& one : table.cells) one.presence = Presence::number;
    for (int row = 0; row < table.layout->rows.leaf_count(); ++row) {
        const std::string& name = table.layout->rows.leaf(row).name;
        if (name != "本年新收" && name != "予以公开" && name != "总计") continue;
        for (const int column : {0, columns - 1})
            table.cells[static_cast<std::size_t>(row * columns + column)].value = Decimal(5);
    }
    filing.tables.push_back(std::move(table));
    return filing;
}

Filing with_prose(const std::string& prose) {
    return filing_of("青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n" + prose
        + "\n三、收到和处理政府信息公开申请情况\n");
}

Filing with_table(const std::string& prose, const Table& table) {
    Filing filing = with_prose(prose);
    std::erase_if(filing.tables, [](const Table& one) { return one.name == "申请"; });
    filing.tables.push_back(table);
    infer_cells(filing);
    prepare_counts(filing);
    return filing;
}

}  // namespace

TEST_CASE("judging: the quick way says what the long way says") {
    SUBCASE("of the tests of all rules") {
        for (const PlacedTest& one : tests_of(shipped())) {
            std::vector<Words> failures;
            const auto given = build_test_case(one.test->given, shipped().rules[one.owner], shipped(), failures);
            REQUIRE(given);
            INFO(shipped().rules[one.owner].id);
            compare_ways(given->as_case());
        }
    }
    SUBCASE("of filings in all layouts, with figures that are wrong") {
        const Form& form = shipped().form("cn-disclosure-2021")->form;
        unsigned seed = 0;
        int done = 0;
        for (const corpus::Layout& layout : corpus::layouts()) {
            INFO(std::string(layout.name));
            corpus::Figures figures = corpus::make_figures(form, ++seed, 60);
            const auto written = [&] {
                Source source;
                source.name = "filing" + std::string(layout.ending);
                source.bytes = layout.write(corpus::compose(form, figures, seed, {"青禾县水利局", 2022, 10}));
                return read(std::move(source), shipped());
            };
            const auto right = written();
            if (!right) continue;  // other programs are needed
            ++done;
            compare_ways({&right->filing, nullptr});
            Decimal& wrong = figures.tables.at("申请")[seed % figures.tables.at("申请").size()];
            wrong = *add(wrong, Decimal(3));
            const auto changed = written();
            REQUIRE(changed);
            const Filing before = filing_of(corpus::write_cells(
                corpus::compose(form, corpus::make_figures(form, seed + 50, 60), seed, {"青禾县水利局", 2021, 10})));
            compare_ways({&changed->filing, nullptr});
            compare_ways({&changed->filing, &before});
        }
        CHECK(done >= 15);
    }
    SUBCASE("of what prose says, for all and for a part") {
        for (const char* prose : {"受理政府信息公开申请5件。", "受理政府信息公开申请6件。",
                 "其中受理政府信息公开申请5件。", "其中受理政府信息公开申请6件。", "全年受理政府信息公开申请近100件。",
                 "受理政府信息公开申请超过5件，收取信息处理费0.28万元。",
                 "受理政府信息公开申请5件，受理政府信息公开申请6件。", "收取信息处理费99999999999999999万元。",
                 "未收到政府信息公开申请。"}) {
            INFO(std::string(prose));
            const Filing filing = with_table(prose, consistent().tables.front());
            compare_ways({&filing, nullptr});
        }
    }
}

TEST_CASE("judging: what relations say of an empty cell") {
    const int rows = shipped().form("cn-disclosure-2021")->form.table("申请")->rows.leaf_count();
    const auto inferred = [](Filing& filing, int cell) {
        infer_cells(filing);
        const Cell& one = filing.tables.front().cell(cell);
        return !one.inferred ? "nothing" : one.inferred->to_string() + (one.computed ? " computed" : " proved");
    };
    const auto emptied = [](Presence presence, int cell) {
        Filing filing = consistent();
        filing.tables.front().cells[static_cast<std::size_t>(cell)].presence = presence;
        return filing;
    };
    const struct {
        Presence presence;
        const char* five;  ///< where a five stood
        const char* zero;
    } cases[] = {
        {Presence::blank, "5 computed", "0 proved"},
        {Presence::dash, "5 computed", "0 proved"},
        {Presence::slash, "5 computed", "0 proved"},
        {Presence::absent, "nothing", "nothing"},
        {Presence::unreadable, "nothing", "nothing"},
    };
    for (const auto& one : cases) {
        INFO(static_cast<int>(one.presence));
        Filing five = emptied(one.presence, 0);
        CHECK(inferred(five, 0) == one.five);
        Filing last = emptied(one.presence, columns - 1);
        CHECK(inferred(last, columns - 1) == one.five);
        Filing zero = emptied(one.presence, 1);
        CHECK(inferred(zero, 1) == one.zero);
    }
    // A whole table of blanks says nothing; a row of them with a total of 0 does.
    Filing blank = consistent();
    for (Cell& one : blank.tables.front().cells) one.presence = Presence::blank;
    CHECK(inferred(blank, 0) == "nothing");
    Filing row = consistent();
    for (int column = 0; column + 1 < columns; ++column)
        row.tables.front().cells[static_cast<std::size_t>(columns + column)].presence = Presence::blank;
    for (int column = 0; column + 1 < columns; ++column) CHECK(inferred(row, columns + column) == "0 proved");
    const auto with = [&](int cell, const Decimal& value, bool certain) {
        Filing filing = emptied(Presence::blank, 0);
        Cell& changed = filing.tables.front().cells[static_cast<std::size_t>(cell)];
        changed.value = value;
        changed.certain = certain;
        return inferred(filing, 0);
    };
    // A figure that is not certain proves nothing; its column still does.
    CHECK(with(columns - 1, Decimal(5), false) == "5 computed");
    // A relation that is broken gives no figure: here the row says 4 and the column 5.
    CHECK(with(columns - 1, Decimal(4), true) == "nothing");
    CHECK(with(1, Decimal(9), true) == "nothing");
    CHECK(with(columns - 1, *Decimal::parse("5.5"), true) == "5 computed");
    CHECK(with(columns - 1, *Decimal::parse("999999999999999999"), true) == "5 computed");
    // Without numbers no relation is told of.
    Filing lone = emptied(Presence::blank, 0);
    for (int r = 1; r < rows; ++r)
        lone.tables.front().cells[static_cast<std::size_t>(r * columns)].presence = Presence::unreadable;
    CHECK(inferred(lone, 0) == "5 computed");
    // Two empty cells in a row: the second one's column proves it, unless it cannot be read.
    lone.tables.front().cells[0].inferred.reset();
    lone.tables.front().cells[1].presence = Presence::blank;
    CHECK(inferred(lone, 0) == "5 computed");
    for (int column : {0, 1}) lone.tables.front().cells[static_cast<std::size_t>(column)].inferred.reset();
    for (int r = 1; r < rows; ++r)
        lone.tables.front().cells[static_cast<std::size_t>(r * columns + 1)].presence = Presence::unreadable;
    CHECK(inferred(lone, 0) == "nothing");
}

TEST_CASE("judging: readings that are set aside are told, the first five of a row") {
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    int five = 0;
    int more = 0;
    for (unsigned seed = 0; seed < 120; ++seed) {
        corpus::Figures figures = corpus::make_figures(form, seed, seed % 2 == 0 ? 60 : 400);
        Decimal& wrong = figures.tables.at("申请")[seed];
        wrong = *add(wrong, Decimal(11));
        const Filing filing = filing_of(corpus::write_joined(corpus::compose(form, figures, seed)));
        const Table* table = filing.table("申请");
        REQUIRE(table);
        for (const Verdict& one : judge({&filing, nullptr}, shipped()).verdicts) {
            if (one.rule->id != "requests-row-total-differs" || one.readings.empty()) continue;
            std::size_t aside = 0;
            for (const Choice& choice : table->choices) {
                if (table->layout->rows.leaf(table->layout->row_of(choice.cells.front())).path != one.at.row) continue;
                aside += static_cast<std::size_t>(std::count_if(choice.readings.begin(), choice.readings.end(),
                    [](const auto& reading) { return reading.set_aside.has_value(); }));
            }
            const auto told_as = [&](std::string_view beginning) {
                return static_cast<std::size_t>(std::count_if(one.readings.begin(), one.readings.end(),
                    [&](const Words& words) { return words.zh.starts_with(beginning); }));
            };
            CHECK(told_as("不取") == std::min<std::size_t>(aside, 5));
            CHECK(told_as("另有 " + std::to_string(aside - 5) + " 种") == (aside > 5 ? 1 : 0));
            CHECK(told_as("另有") == (aside > 5 ? 1 : 0));
            five += aside == 5 ? 1 : 0;
            more += aside > 5 ? 1 : 0;
        }
    }
    CHECK(five > 0);
    CHECK(more > 0);
}

TEST_CASE("judging: where readings are too many to try, the first of each row stands, and nothing is certain") {
    Filing filing = consistent();
    Table& table = filing.tables.front();
    for (Cell& one : table.cells) one.presence = Presence::unreadable;
    constexpr int rows_read = 13;  // 2^13 combinations, and no relation that could tell between them
    for (int row = 0; row < rows_read; ++row) {
        Choice choice{{row * columns, row * columns + 1}, {}, 0};
        for (const int first : {1, 12}) {
            Choice::Reading reading;
            for (const int value : {first, 21 - first}) reading.values.emplace_back(value);
            reading.spans.resize(2);
            choice.readings.push_back(std::move(reading));
        }
        for (const int cell : choice.cells) table.cells[static_cast<std::size_t>(cell)].presence = Presence::number;
        table.choices.push_back(std::move(choice));
    }
    choose_readings(filing);
    CHECK_FALSE(table.searched);
    for (int row = 0; row < rows_read; ++row) {
        CHECK(table.cell(row * columns).value == Decimal(1));
        CHECK(table.cell(row * columns + 1).value == Decimal(20));
        CHECK_FALSE(table.cell(row * columns).certain);
    }
}

TEST_CASE("judging: rows of totals in tables of no form") {
    const struct {
        const char* table;
        const char* outcomes;  ///< of free-total-differs, a letter each: pass, fail, undecided
    } cases[] = {
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 合计 | 7 |\n", "p"},
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 合计 | 8 |\n", "f"},
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 总计 | 8 |\n", "f"},
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 总数 | 8 |\n", "f"},
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 共计 | 8 |\n", "f"},
        {"| 合计 | 7 |\n| 来信 | 3 |\n| 来访 | 4 |\n", "p"},
        {"| 合计 | 8 |\n| 来信 | 3 |\n| 来访 | 4 |\n", "f"},
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 来电 | 8 |\n", ""},
        {"| 来信 | 3 |\n| 其中加急 | 1 |\n| 合计 | 3 |\n", ""},
        {"| 来信 | 3 |\n| 小计 | 3 |\n| 合计 | 3 |\n", ""},
        {"| 来信 | 3 |\n| 占比 | 3 |\n| 合计 | 3 |\n", ""},
        {"| 来信 | 3 |\n| 来访 | 4 |\n| 合计 | |\n", ""},
        {"| 来信 | 3 |\n| | 4 |\n| 合计 | 8 |\n", "f"},
        {"| 来信 | 3 |\n| 合计 | 3 |\n| 来电 | 4 |\n| 总计 | 7 |\n", ""},
        {"| 来信 | 3 |\n| 上年来信 | 3 |\n| 合计 | 3 |\n", ""},
        {"| 渠道 | 方式 | 件数 |\n| 网站 | 留言 | 1 |\n| | 邮箱 | 2 |\n| | 小计 | 3 |\n| 来访 | 窗口 | 4 |\n| 总计 | | "
         "7 |\n",
            ""},
        {"| 渠道 | 方式 | 件数 |\n| 网站 | 留言 | 1 |\n| | 邮箱 | 2 |\n| 来访 | 窗口 | 4 |\n| 总计 | | 8 |\n", "f"},
        {"| 渠道 | 件数 | 比例 | 办结率 | 排名 |\n| 来信 | 3 | 42.8 | 100 | 2 |\n| 来访 | 4 | 57.1 | 90 | 1 |\n| 合计 "
         "| 8 | 100 | 95 | 1 |\n",
            "f"},
        {"| 渠道 | 分布 |\n| 来信 | 42.8% |\n| 来访 | 57.1% |\n| 合计 | 100% |\n", ""},
        {"| 项目 | 金额 |\n| 印刷 | 1.254 |\n| 网站 | 2.302 |\n| 合计 | 3.56 |\n", "p"},
        {"| 项目 | 金额 |\n| 印刷 | 1.254 |\n| 网站 | 2.302 |\n| 合计 | 3.58 |\n", "f"},
        {"| 项目 | 金额 |\n| 印刷 | 1.25 |\n| 网站 | 2 |\n| 合计 | 3.26 |\n", "p"},
        {"| 项目 | 金额 |\n| 印刷 | 1.25 |\n| 网站 | 2 |\n| 合计 | 3.35 |\n", "f"},
    };
    for (const auto& one : cases) {
        INFO(std::string(one.table));
        const bool headed =
            std::string_view(one.table).starts_with("| 渠道") || std::string_view(one.table).starts_with("| 项目");
        const Filing filing = filing_of("青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n渠道如下。\n"
            + std::string(headed ? "" : "| 渠道 | 件数 |\n") + one.table + "二、主动公开政府信息情况\n");
        std::string outcomes;
        for (const Verdict& verdict : judge({&filing, nullptr}, shipped()).verdicts) {
            if (verdict.rule->id == "free-total-differs" && verdict.outcome != Outcome::not_applicable)
                outcomes += name_of(verdict.outcome)[0];
        }
        CHECK(outcomes == one.outcomes);
    }
}

namespace {

/// All that a verdict says but what its rule says of itself.
std::string described(const Verdict& one) {
    std::string out = "  " + told(one) + "\n";
    const auto add = [&](const char* name, const Words& words) {
        if (!words.empty()) out += "    " + std::string(name) + ": " + words.zh + " / " + words.en + "\n";
    };
    add("why", one.why);
    add("message", one.message);
    for (const Words& words : one.readings) add("reading", words);
    for (const Words& words : one.assumptions) add("assumed", words);
    for (const Operand& operand : one.operands) {
        out += "    " + operand.name + " = " + operand.shown() + " '" + operand.raw + "' at "
            + std::to_string(operand.span.start) + ".." + std::to_string(operand.span.end)
            + (operand.certain ? "" : " uncertain") + "\n";
    }
    for (const std::string& line : one.written) out += "    " + line + "\n";
    return out;
}

}  // namespace

TEST_CASE("judging: golden of what verdicts say") {
    std::string out;
    const auto tell = [&](const char* what, const Filing& filing, const Filing* previous,
                          const std::vector<std::string_view>& rules) {
        out += std::string(what) + "\n";
        // Of a rule that says the same of seven columns one is enough to read.
        std::map<std::pair<const RuleHead*, Outcome>, int> seen;
        for (const Verdict& one : judge({&filing, previous}, shipped()).verdicts) {
            const bool asked = std::find(rules.begin(), rules.end(), one.rule->id) != rules.end();
            if (asked && one.outcome != Outcome::not_applicable
                && ++seen[{one.rule, one.outcome}] <= (one.outcome == Outcome::fail ? 3 : 1))
                out += described(one);
        }
    };
    const Table whole = consistent().tables.front();
    const auto changed = [&](std::initializer_list<int> cells, Presence presence) {
        Table table = whole;
        for (const int cell : cells) table.cells[static_cast<std::size_t>(cell)].presence = presence;
        return table;
    };
    const std::vector<std::string_view> sums = {"requests-unbalanced", "requests-row-total-differs"};
    const std::vector<std::string_view> prose = {
        "narrative-count-differs", "narrative-amount-differs", "carry-over-differs", "fee-notice-inconsistent"};
    tell("no table", with_prose("受理政府信息公开申请5件。"), nullptr,
        {"narrative-count-differs", "requests-unbalanced", "carry-over-differs"});
    tell("a statement that agrees, and one that does not",
        with_table("受理政府信息公开申请5件，结转下年度继续办理2件。", whole), nullptr, prose);
    tell("a statement about a part", with_table("其中受理政府信息公开申请4件。", whole), nullptr, prose);
    tell("two statements",
        with_table("受理政府信息公开申请5件。全年受理政府信息公开申请7件。收取信息处理费0."
                   "28万元，发出收费通知1件，收费总金额2800元。",
            whole),
        nullptr, prose);
    Filing before = consistent();
    tell("the year before", with_table("受理政府信息公开申请5件。", whole), &before, {"carry-over-differs"});
    before.tables.front().cells[before.tables.front().cells.size() - 1].value = Decimal(3);
    tell("another year before", with_table("", whole), &before, {"carry-over-differs"});
    tell("an empty cell", with_table("", changed({0}, Presence::blank)), nullptr, sums);
    tell("two dashes", with_table("", changed({0, 1}, Presence::dash)), nullptr, sums);
    Table none = changed({0, 1}, Presence::dash);
    for (const std::size_t cell : {0U, 1U}) none.cells[cell].raw = "无";
    tell("none, in words", with_table("", none), nullptr, sums);
    tell("what cannot be read", with_table("", changed({0, 1, 2, 3, 4}, Presence::unreadable)), nullptr, sums);
    tell("three that cannot be read", with_table("", changed({0, 1, 2}, Presence::unreadable)), nullptr,
        {"requests-row-total-differs"});
    tell("a row that is not there", with_table("", changed({0, 1, 2, 3, 4, 5, 6}, Presence::absent)), nullptr,
        {"requests-row-total-differs"});
    Table given_up = whole;
    Choice choice{{0, 1}, {}, 0};
    for (const int first : {5, 50}) {
        Choice::Reading reading;
        for (const int value : {first, 0}) reading.values.emplace_back(value);
        reading.spans = {{1, 2}, {3, 4}};
        choice.readings.push_back(std::move(reading));
    }
    given_up.choices.push_back(choice);
    given_up.searched = false;
    tell("readings that were not searched", with_table("", given_up), nullptr, sums);
    Filing searched = with_table("", given_up);
    choose_readings(searched);
    tell("readings that were", searched, nullptr, sums);
    const Form& form = shipped().form("cn-disclosure-2021")->form;
    for (const unsigned seed : {3U, 8U, 21U}) {
        corpus::Figures figures = corpus::make_figures(form, seed, 60);
        Decimal& wrong = figures.tables.at("申请")[seed];
        wrong = *add(wrong, Decimal(11));
        tell("digits that run together, one of them wrong",
            filing_of(corpus::write_joined(corpus::compose(form, figures, seed))), nullptr, sums);
    }
    gouji::test::check_golden("judged.txt", out);
}

std::vector<Said> said_in(const std::string& prose) {
    const Text text = gouji::test::text_of(prose);
    return read_prose(text, "", text.all()).said;
}

TEST_CASE("copied: sentence by sentence, digits apart, short ones left out") {
    const std::string a = "甲乙丙丁戊己庚辛壬癸子丑";            // 12 characters, as few as count
    const std::string b = "全县各单位2023年主动公开信息一百条";  // 15 without its digits
    const struct {
        std::string now;
        std::string before;
        const char* part;
    } cases[] = {
        {a + "。", a + "。", "1"},
        {a + "。" + b + "。", a + "。", "12/27"},
        {b, "全县各单位2022年主动公开信息一百条", "1"},
        {a + "!" + b + "？", a + "；" + b + ";", "1"},
        {a + "！" + b + "?", b, "15/27"},
        {a + ",", a, "0"},
        {"甲乙丙丁戊己庚辛壬癸子。", "甲乙丙丁戊己庚辛壬癸子。", ""},
        {"甲乙丙丁戊1己庚辛壬癸子。", "", ""},
        {"", a, ""},
        {a, "", "0"},
        {"abcdefghijkl", "abc1defg2hijkl", "1"},
        {"甲乙丙丁 戊己\n庚辛\t壬癸子丑", a, "1"},  // blanks do not count, nor where a line ends
        {a + "\n\n" + b, b + "\n\n" + a, "1"},      // but an empty line ends a sentence
        {"乙甲丙丁戊己庚辛壬癸子丑", a, "0"},       // the same characters in another order
        {"甲甲甲甲甲甲甲甲甲甲甲甲", "甲甲甲甲甲甲甲甲甲甲甲甲甲", "0"},
    };
    for (const auto& one : cases) {
        INFO(one.now, " | ", one.before);
        const auto part = copied_part(said_in(one.now), said_in(one.before));
        const std::string wanted = one.part;
        CHECK(part.has_value() == !wanted.empty());
        if (!part || wanted.empty()) continue;
        const auto slash = wanted.find('/');
        const Fraction top(std::stoi(wanted));
        CHECK(
            *part == (slash == std::string::npos ? top : *divide(top, Fraction(std::stoi(wanted.substr(slash + 1))))));
    }
}
