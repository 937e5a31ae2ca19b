// SPDX-License-Identifier: Apache-2.0
// Tolerance against a naive reckoning in whole numbers: sums of two printed shares, which may be the same one, compared
// with a constant under every tolerance.
#include "engine/check/verdicts/judge.hpp"
#include "engine/check/rule_tests/rule_tests.hpp"
#include "engine/rules/expand_instances.hpp"
#include "grammar/expression/expression.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace gouji;

namespace {

/// Shares in hundred-thousandths; 45.6% is 45,600.
struct Printed {
    int value = 0;
    int last = 0;  ///< what its last digit is worth
};

struct Interval {
    int low = 0, high = 0;
    bool low_open = false, high_open = false;
};

Interval around(const Printed& one, Tolerance::Kind kind) {
    if (kind == Tolerance::Kind::exact) return {one.value, one.value};
    if (kind == Tolerance::Kind::truncation) return {one.value, one.value + one.last, false, true};
    return {one.value - one.last / 2, one.value + one.last / 2};
}

Interval times(const Interval& one, int factor) {
    if (factor == 0) return {};
    if (factor > 0) return {one.low * factor, one.high * factor, one.low_open, one.high_open};
    return {one.high * factor, one.low * factor, one.high_open, one.low_open};
}

Interval plus(const Interval& a, const Interval& b) {
    return {a.low + b.low, a.high + b.high, a.low_open || b.low_open, a.high_open || b.high_open};
}

std::string percent(const Printed& one) {
    const std::string whole = std::to_string(one.value / 1000);
    if (one.last == 1000) return whole + "%";
    const std::size_t digits = one.last == 100 ? 1 : 2;
    const std::string rest = std::to_string(one.value % 1000 / one.last);
    return whole + "." + std::string(digits - rest.size(), '0') + rest + "%";
}

}  // namespace

TEST_CASE("tolerance: sums of printed shares, decided at the boundaries as whole numbers decide them") {
    auto loaded = load_catalogue(gouji::test::shipped_files());
    REQUIRE(loaded);
    Catalogue& catalogue = *loaded;
    const FormEntry& entry = *catalogue.form("cn-disclosure-2021");
    std::size_t form = 0;
    while (&catalogue.forms[form] != &entry) ++form;
    const Names& names = entry.specimen;
    catalogue.rules.resize(1);
    catalogue.compiled.resize(1);
    catalogue.shortcuts.assign(1, std::vector<Shortcuts>(catalogue.forms.size()));
    std::mt19937 random(11);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    const char* signs[] = {"==", "!=", "<", "<=", ">", ">="};
    int seen[2] = {};
    for (int i = 0; i < 4000; ++i) {
        const auto kind = static_cast<Tolerance::Kind>(below(4));
        Printed shares[2];
        for (Printed& one : shares) {
            const int lasts[] = {1000, 100, 10};
            one.last = lasts[below(3)];
            one.value = below(100'000 / one.last) * one.last;
        }
        const bool same = below(4) == 0;
        const int a = below(7) - 3;
        const int b = below(7) - 3;
        const int sign = below(6);
        const auto exactly = [&](int k) { return a * shares[0].value + b * shares[same ? 0 : k].value; };
        // Near a boundary more often than not.
        const int steps[] = {0, 1, -1, 5, -5, 50, -50, 500, -500, 150, -1500};
        const int constant = exactly(1) + steps[below(11)];
        Filing filing;
        filing.form = &entry.form;
        filing.year = 2023;
        for (const Printed& one : shares) {
            Mention mention;
            mention.form = entry.form.mention("予以公开占比");
            const std::string text = percent(one);
            mention.fields.push_back({0, *Decimal::parse(text.substr(0, text.size() - 1)), "%", text, {}});
            filing.mentions.push_back(std::move(mention));
            if (same) break;
        }
        Rule rule;
        rule.id = "random";
        rule.end_of_id = 1;
        rule.for_form.assign(catalogue.forms.size(), true);
        rule.tolerance.kind = kind;
        const auto formula = [](const std::string& text) {
            Formula made;
            made.text = text;
            made.root = parse_formula(text).root;
            return made;
        };
        rule.fors.push_back(formula("m in mentions(予以公开占比)"));
        rule.fors.push_back(formula("n in mentions(予以公开占比)"));
        rule.check = formula(std::to_string(a) + " * m.value + " + std::to_string(b) + " * n.value " + signs[sign] + " "
            + std::to_string(constant) + " / 100000 * 100%");
        catalogue.rules[0] = std::move(rule);
        Issues issues;
        catalogue.compiled[0].assign(catalogue.forms.size(), {});
        catalogue.compiled[0][form] = instances_of(catalogue.rules[0], names, issues);
        INFO(catalogue.rules[0].check.text, " ", percent(shares[0]), " ", percent(shares[1]), " ",
            static_cast<int>(kind));
        REQUIRE(issues.empty());
        const auto verdicts = judge_rule({&filing, nullptr}, catalogue, 0);
        REQUIRE(verdicts.size() == (same ? 1 : 4));
        // The pair of the first and the last: two figures, or one and the same twice.
        const Verdict& verdict = verdicts[same ? 0 : 1];
        const Interval sum = same ? times(around(shares[0], kind), a + b)
                                  : plus(times(around(shares[0], kind), a), times(around(shares[1], kind), b));
        const bool equal = (sum.low < constant || (sum.low == constant && !sum.low_open))
            && (sum.high > constant || (sum.high == constant && !sum.high_open));
        const int difference = equal ? 0 : exactly(1) - constant;
        const bool holds[] = {
            difference == 0, difference != 0, difference<0, difference <= 0, difference> 0, difference >= 0};
        CHECK(verdict.outcome == (holds[sign] ? Outcome::pass : Outcome::fail));
        ++seen[holds[sign] ? 1 : 0];
    }
    CHECK(seen[0] > 500);
    CHECK(seen[1] > 500);
}
