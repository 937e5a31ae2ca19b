// SPDX-License-Identifier: Apache-2.0
// Any rule that a user could write, on any report: the quick way and the full way to its verdict are the same, in
// whatever order its file has it, and whatever rule ran before.
#include "engine/api/gouji.hpp"
#include "engine/check/verdicts/explain.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/unit/check/random_rules.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

using namespace gouji;
using namespace gouji::test;

namespace {

constexpr int files = slow ? 12 : 120;
constexpr int rules_each = 30;
constexpr int groups_each = 4;

std::vector<RuleFile> forms_alone() {
    std::vector<RuleFile> made = shipped_files();
    for (RuleFile& one : made) one.only_forms = true;
    return made;
}

Result<Catalogue> load_beside_forms(const std::string& rules) {
    std::vector<RuleFile> all = forms_alone();
    all.push_back({"own.yaml", rules, true, false});
    return load_catalogue(all, {false, {}});
}

/// Without an accident that made a condition of it always true.
Catalogue load_right(const std::string& rules) {
    auto loaded = load_beside_forms(rules);
    INFO(rules);
    std::string mistake;
    for (const Diagnostic& one : loaded.diagnostics)
        mistake += std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.message.en + "\n";
    INFO(mistake);
    REQUIRE(loaded.value.has_value());
    return std::move(*loaded);
}

std::string told(const Verdict& one) {
    return one.rule->id + " " + one.at.row + " " + one.at.column + " " + one.at.fact + ": "
        + std::string(name_of(one.outcome));
}

/// What the full way says of the rules from the last to the first: rules that ran before are not the same as in a run.
std::map<std::string, std::vector<std::string>> judge_backwards(const Case& given, const Catalogue& catalogue) {
    std::map<std::string, std::vector<std::string>> made;
    for (auto at = catalogue.reported.rbegin(); at != catalogue.reported.rend(); ++at) {
        for (const Verdict& one : judge_rule(given, catalogue, at->first)) made[one.rule->id].push_back(told(one));
    }
    return made;
}

void compare_ways(const Case& given, const Catalogue& catalogue, std::array<int, 7>& seen) {
    std::map<std::string, std::vector<std::string>> quickly;
    std::vector<Outcome> outcomes;
    for (const Verdict& one : judge(given, catalogue).verdicts) {
        quickly[one.rule->id].push_back(told(one));
        outcomes.push_back(one.outcome);
        ++seen[static_cast<std::size_t>(one.outcome)];
    }
    for (const auto& one : judge_backwards(given, catalogue)) {
        INFO(one.first);
        REQUIRE(quickly[one.first] == one.second);
    }
    REQUIRE((outcomes_of(given, catalogue) == outcomes));
}

/// One to three reports of one organ, the first with the others as its year before and as those below it.
struct Group {
    std::vector<Filing> filings;

    Group(corpus::Damage& damage, const Catalogue& catalogue) {
        for (const std::string& one : damage.reports(3)) {
            if (auto made = read({"report.txt", one}, catalogue)) filings.push_back(std::move(made->filing));
        }
    }
    [[nodiscard]] std::vector<Case> cases() const {
        std::vector<Case> made;
        for (const Filing& one : filings) made.push_back({&one});
        if (filings.size() > 1) made.push_back({&filings[0], &filings[1]});
        if (filings.size() > 1) made.push_back({&filings[0], nullptr, {}, {{&filings[1]}, {}}});
        if (filings.size() > 2) made.push_back({&filings[1], &filings[2], {}, {{&filings[0], &filings[2]}, {}}});
        return made;
    }
};

}  // namespace

TEST_CASE("ways: any rule comes to the same the quick way and the full way, on any report") {
    std::array<int, 7> seen{};
    int refused = 0;
    std::vector<std::string> originals;
    for (const std::string& one : sample_texts()) originals.push_back(read_file(one));
    // Statements that leave a figure out, and one of another scope: what a rule says of missing figures decides.
    const std::string fees =
        "2022年发出收费通知3件，应收费总额0.28万元。全市应收费总额0."
        "5万元。受理政府信息公开申请5件，其中受理政府信息公开申请3件。\n";
    for (const char* one : {"examples/clean-2022.txt", "examples/sums-2023.txt"})
        originals.push_back(replaced(read_file(one), "二、", fees + "二、"));
    for (int file = 1; file <= files; ++file) {
        const Form& form = shipped().form(file % 3 == 0 ? "cn-disclosure-2019" : "cn-disclosure-2021")->form;
        RuleWriter writer(form, static_cast<unsigned>(file));
        std::string text = writer.file(1, rules_each);
        Result<Catalogue> loaded = load_beside_forms(text);
        for (; !loaded; loaded = load_beside_forms(text = writer.file(1, rules_each))) {
            ++refused;
            const bool accident = std::all_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                [](const Diagnostic& one) { return one.code == "constant-condition"; });
            REQUIRE_MESSAGE(accident, text);
        }
        const Catalogue& catalogue = *loaded;
        corpus::Damage damage(originals, static_cast<unsigned>(file));
        INFO(text);
        for (int i = 0; i < groups_each; ++i) {
            const Group group(damage, catalogue);
            for (const Case& one : group.cases()) compare_ways(one, catalogue, seen);
        }
    }
    CHECK(refused < files / 2);
    for (const Outcome one : {Outcome::pass, Outcome::fail, Outcome::undecided, Outcome::not_applicable})
        CHECK_MESSAGE(seen[static_cast<std::size_t>(one)] > files, name_of(one));
}

TEST_CASE("ways: a verdict does not depend on the rule that ran before") {
    const std::string head = "  title: { zh: 甲, en: a }\n  basis: 无\n  forms: [ cn-disclosure-2021 ]\n";
    const std::string tail = "  message: { zh: 甲, en: a }\n";
    const std::string asks = "- id: asks\n" + head + "  for: m in mentions(应收费)\n  check: m.件数 <= 100件\n" + tail;
    const std::string lenient = "- id: lenient\n" + head + "  check: year > 2000\n  missing: zero\n" + tail;
    const std::string report =
        "青禾县水利局2023年政府信息公开工作年度报告\n一、总体情况\n全市应收费总额0.28万元。\n应收费总额0."
        "28万元。\n三、收到和处理政府信息公开申请情况\n";
    std::array<int, 7> seen{};
    for (const std::string& text : {asks, lenient + asks, asks + lenient}) {
        const Catalogue catalogue = load_right(text);
        int asked = 0;
        const auto filing = read({"report.txt", report}, catalogue);
        REQUIRE(filing);
        compare_ways({&filing->filing}, catalogue, seen);
        for (const Verdict& one : judge({&filing->filing}, catalogue).verdicts) {
            if (one.rule->id != "asks") continue;
            CHECK(one.outcome == Outcome::undecided);
            ++asked;
        }
        CHECK(asked > 0);
    }
}

TEST_CASE("ways: each thing that a missing figure may count as, in each kind of check, for each kind of statement") {
    std::string rules;
    int number = 0;
    for (const char* policy : {"undecided", "zero", "skip", "fail", "proven", "computed"}) {
        for (const char* check : {"m.件数 <= 100件", "m.件数 == 0", "known(m.件数)", "not (m.件数 > 2)",
                 "m.金额 >= 1元", "m.件数 + 申请[本年新收, 总计] > 0", "m.件数 in { 0, 3 } or scoped(m)",
                 "申请[本年新收, 自然人] + 申请[上年结转, 自然人] >= 0"}) {
            rules += "- id: missing-" + std::to_string(++number) + "\n  title: { zh: 甲, en: a }\n  basis: "
                    "无\n  forms: [ cn-disclosure-2021 ]\n  for: m in mentions(应收费)\n  check: \"" +
                     check + (has(check, "m.") || has(check, "(m)") ? "" : " and known(m.value)") + "\"\n  missing: "
                             + policy + "\n  message: { zh: 甲, en: a }\n";
        }
    }
    const Catalogue catalogue = load_right(rules);
    std::array<int, 7> seen{};
    for (const char* said : {"应收费总额0.28万元。", "全市应收费总额0.28万元。",
             "应收费总额0.28万元，全市应收费总额0.5万元。", "发出收费通知3件，应收费总额300元。"}) {
        std::string text = replaced(read_file("examples/clean-2022.txt"), "二、", std::string(said) + "\n二、");
        for (const bool blank : {false, true}) {
            if (blank) text = replaced(text, "\n140\n31\n", "\n-\n31\n");
            const auto filing = read({"report.txt", text}, catalogue);
            REQUIRE(filing);
            compare_ways({&filing->filing}, catalogue, seen);
        }
    }
    for (const Outcome one : {Outcome::pass, Outcome::fail, Outcome::undecided})
        CHECK_MESSAGE(seen[static_cast<std::size_t>(one)] > number, name_of(one));
}

TEST_CASE("ways: a report whose table is of another year's form, without the year before") {
    for (const char* year : {"2019", "2020"}) {
        std::string text = read_file("examples/clean-2022.txt");
        for (std::size_t at = 0; (at = text.find("2022", at)) != std::string::npos;) text.replace(at, 4, year);
        const Filing filing = filing_of(text);
        const Case given{&filing};
        CHECK(filing.table("申请")->form->id == "cn-disclosure-2021");
        const Judgement judgement = judge(given, shipped());
        int undecided = 0;
        for (const Verdict& one : judgement.verdicts) {
            if (one.rule->id != "carry-over-differs") continue;
            ++undecided;
            CHECK(one.outcome == Outcome::undecided);
            // Cells bear the names of the form that their table is in.
            for (const Operand& operand : one.operands)
                CHECK_MESSAGE((has(operand.name, "结转下年度") || has(operand.name, "上年结转")), operand.name);
        }
        CHECK(undecided == 7);
        for (const auto& [first, last] : shipped().reported) CHECK_NOTHROW(explain_rule(given, shipped(), first));
    }
}
