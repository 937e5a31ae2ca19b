// SPDX-License-Identifier: Apache-2.0
// Working papers: what they say of the work and of a finding, on a page.
#include "reports/paper/private_checked_work.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

using namespace gouji;
using gouji::test::has;
using gouji::test::run;

namespace {

constexpr const char* sample = "examples/sums-2023.txt";

std::string written(const char* format, const std::string& file, const char* language = "zh") {
    return run({"check", "--format", format, "--lang", language, file}).out;
}

/// A judgement of one rule, one verdict for each outcome, at the columns a, b, c …
struct Judged {
    RuleHead rule;
    Judgement judgement;

    void add(Outcome outcome, At at, const std::string& why = {}) {
        Verdict verdict;
        verdict.rule = &rule;
        verdict.outcome = outcome;
        verdict.at = std::move(at);
        verdict.why = same(why);
        judgement.verdicts.push_back(std::move(verdict));
    }
    std::string result(Language language = Language::zh) const {
        return describe_work(judgement, language).at(0).result;
    }
};

At column(const std::string& name) { return {"表", "", name, "", ""}; }
At row(const std::string& name) { return {"表", name, "", "", ""}; }

Judged balanced() { return {{"a", {"收支不平", "Does not balance"}, {"收支平衡", "Balances"}, {}, {}, 0}, {}}; }

}  // namespace

TEST_CASE("papers: the work is told in positive words, with what was counted") {
    Judged judged = balanced();
    for (const char* name : {"甲", "乙", "丙"}) judged.add(Outcome::pass, column(name));
    CHECK(describe_work(judged.judgement, Language::zh).at(0).what == "收支平衡");
    CHECK(judged.result() == "3 列相符");
    CHECK(judged.result(Language::en) == "3 columns agree");
    judged.add(Outcome::fail, column("丁"));
    CHECK(judged.result() == "3 列相符，1 列不符");
    CHECK(judged.result(Language::en) == "3 columns agree, 1 column does not agree");
    judged.add(Outcome::undecided, column("戊"), "空着。");
    judged.add(Outcome::undecided, column("己"), "空着。");
    judged.add(Outcome::assumed, column("庚"), "由它读出。");
    CHECK(judged.result() == "3 列相符，1 列不符\n1 列未能独立证明（庚）：由它读出。\n2 列不能判定（戊、己）：空着。");
    judged.add(Outcome::pass, row("一"));
    CHECK(judged.result().starts_with("4 项相符，1 项不符\n"));
}

TEST_CASE("papers: rows, statements and the filing as a whole are counted as such") {
    const std::pair<At, const char*> cases[] = {{row("一"), "1 行相符"}, {{"", "", "", "受理", ""}, "1 处相符"},
        {{"表", "一", "甲", "", ""}, "1 项相符"}, {{}, "1 项相符"}, {{"", "", "", "", "总体情况"}, "1 项相符"}};
    for (const auto& [at, result] : cases) {
        Judged judged = balanced();
        judged.add(Outcome::pass, at);
        CHECK(judged.result() == result);
    }
}

TEST_CASE("papers: a rule without positive words is told by its title, and one that applies nowhere is left out") {
    Judged judged = balanced();
    judged.rule.holds = {};
    judged.add(Outcome::not_applicable, {});
    CHECK(describe_work(judged.judgement, Language::zh).empty());
    judged.add(Outcome::pass, {});
    CHECK(describe_work(judged.judgement, Language::zh).at(0).what == "核对“收支不平”");
    CHECK(describe_work(judged.judgement, Language::en).at(0).what == "Checked for: Does not balance");
    CHECK(judged.result() == "1 项相符，1 项不适用");
}

TEST_CASE("papers: the page tells the work, and the sum of each finding beside its evidence") {
    const std::string page = written("paper", sample);
    for (const char* words : {"收支平衡", "列相符", "列不符", "算式：", "证据：", "复核意见"}) {
        CAPTURE(words);
        CHECK(has(page, words));
    }
    CHECK(has(written("paper", sample, "en"), "columns agree"));
}
