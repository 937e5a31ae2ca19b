// SPDX-License-Identifier: Apache-2.0
// A second evaluator, written from the page on rules (docs/rules.en.md). It shares no code with the engine: it walks a
// tree of its own, computes with fractions of its own, and tries every combination of readings. Random formulas over
// random filings must come to the same in both.
#include "engine/check/verdicts/judge.hpp"
#include "engine/rules/expand_instances.hpp"
#include "grammar/expression/expression.hpp"
#include "tests/unit/check/naive/walking.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace gouji;
using namespace gouji::test;

namespace {

constexpr int filings = slow ? 100 : 1000;
constexpr int formulas_each = 110;

class Printing {
public:
    explicit Printing(const TableForm& form) : form_(form) {}

    std::string print(const Tree& tree) const {
        const auto kid = [&](std::size_t i) { return "(" + print(tree.kids[i]) + ")"; };
        const std::string small = std::to_string(tree.value);
        switch (tree.kind) {
            case Tree::literal: return small;
            case Tree::percent: return small + "%";
            case Tree::cell: return cell(tree);
            case Tree::total:
                return std::string("sum(") + (tree.before ? "previous." : "") + "申请[" + form_.rows.leaf(tree.row).path
                    + ", *])";
            case Tree::year: return "year";
            case Tree::field: return "受理.件数";
            case Tree::add: return kid(0) + " + " + kid(1);
            case Tree::subtract: return kid(0) + " - " + kid(1);
            case Tree::times: return kid(0) + " * " + kid(1);
            case Tree::ratio: return kid(0) + " / " + kid(1);
            case Tree::choose:
                return "if(" + print(tree.kids[0]) + ", " + print(tree.kids[1]) + ", " + print(tree.kids[2]) + ")";
            case Tree::magnitude: return "abs(" + print(tree.kids[0]) + ")";
            case Tree::total_over: return "sum(c in columns(申请), " + print(tree.kids[0]) + ")";
            case Tree::count_over: return "count(c in columns(申请), " + print(tree.kids[0]) + ")";
            case Tree::count_said: return "count(m in mentions(受理), m.value > " + small + ")";
            case Tree::sum_said: return "sum(m in mentions(受理), m.value)";
            case Tree::equal: return kid(0) + " == " + kid(1);
            case Tree::unequal: return kid(0) + " != " + kid(1);
            case Tree::less: return kid(0) + " < " + kid(1);
            case Tree::at_most: return kid(0) + " <= " + kid(1);
            case Tree::greater: return kid(0) + " > " + kid(1);
            case Tree::at_least: return kid(0) + " >= " + kid(1);
            case Tree::in: {
                std::string members;
                for (std::size_t i = 1; i < tree.kids.size(); ++i) members += (i > 1 ? ", " : "") + print(tree.kids[i]);
                return kid(0) + " in {" + members + "}";
            }
            case Tree::both: return kid(0) + " and " + kid(1);
            case Tree::either: return kid(0) + " or " + kid(1);
            case Tree::implies: return kid(0) + " implies " + kid(1);
            case Tree::invert: return "not " + kid(0);
            case Tree::known: return "known(" + print(tree.kids[0]) + ")";
            case Tree::all: return "all(c in columns(申请), " + print(tree.kids[0]) + ")";
            case Tree::any: return "any(c in columns(申请), " + print(tree.kids[0]) + ")";
            case Tree::none: return "none(c in columns(申请), " + print(tree.kids[0]) + ")";
            case Tree::any_said: return "any(m in mentions(受理), m.value == " + small + ")";
            case Tree::all_said: return "all(m in mentions(受理), m.value >= " + small + ")";
            case Tree::all_said_before:
                return "all(m in mentions(受理), year_before(m) implies m.value in means(m, previous))";
            case Tree::stated: return "stated(受理.件数)";
            case Tree::multiple: return "multiple_of(" + print(tree.kids[0]) + ", " + print(tree.kids[1]) + ")";
            case Tree::has_previous: return "known(previous)";
        }
        return {};
    }

private:
    std::string cell(const Tree& tree) const {
        return std::string(tree.before ? "previous." : "") + "申请[" + form_.rows.leaf(tree.row).path + ", "
            + (tree.column == -2 ? "c" : form_.columns.leaf(tree.column).path) + "]";
    }

    const TableForm& form_;
};

Formula formula_of(const std::string& text) {
    Formula made;
    made.text = text;
    auto parsed = parse_formula(text);
    REQUIRE_MESSAGE(parsed.mistakes.empty(), text);
    made.root = std::move(parsed.root);
    return made;
}

}  // namespace

TEST_CASE("language: a naive second evaluator agrees on random formulas over random filings") {
    auto loaded = load_catalogue(gouji::test::shipped_files());
    REQUIRE(loaded);
    Catalogue& catalogue = *loaded;
    const FormEntry& entry = *catalogue.form("cn-disclosure-2021");
    const auto form_index = static_cast<std::size_t>(std::find_if(catalogue.forms.begin(), catalogue.forms.end(),
                                                         [&](const FormEntry& one) { return &one == &entry; })
        - catalogue.forms.begin());
    const Names& names = entry.specimen;
    const Printing printing(*entry.form.table("申请"));
    catalogue.rules.resize(1);
    catalogue.reported = {{0, 1}};
    catalogue.compiled.resize(1);
    catalogue.shortcuts.assign(1, std::vector<Shortcuts>(catalogue.forms.size()));
    std::map<Outcome, int> seen;
    int compared = 0;
    for (unsigned seed = 1; seed <= filings; ++seed) {
        Random random(seed);
        Growing growing(random);
        const Paper own = random_paper(random, true);
        const Paper earlier = random_paper(random, false);
        const bool has_earlier = random.below(3) != 0;
        const Filing filing = filing_of(own, entry.form);
        Filing previous = filing_of(earlier, entry.form);
        previous.year = said_year - 1;
        const Case given{&filing, has_earlier ? &previous : nullptr};
        for (int i = 0; i < formulas_each; ++i) {
            const Tree check = growing.truth(1 + random.below(3));
            const bool conditional = random.below(4) == 0;
            const Tree when = growing.truth(1);
            Rule rule;
            rule.id = "random";
            rule.end_of_id = 1;
            rule.for_form.assign(catalogue.forms.size(), true);
            rule.asks_previous = true;
            rule.check = formula_of(printing.print(check));
            if (conditional) rule.when = formula_of(printing.print(when));
            for (auto& one : rule.missing) one = static_cast<Missing>(random.below(4) == 0 ? random.below(4) : 0);
            Issues issues;
            catalogue.rules[0] = std::move(rule);
            catalogue.compiled[0].assign(catalogue.forms.size(), {});
            catalogue.compiled[0][form_index] = instances_of(catalogue.rules[0], names, issues);
            catalogue.shortcuts[0][form_index] = shortcuts_of(catalogue.compiled[0][form_index]);
            INFO("seed ", seed, ": ", catalogue.rules[0].check.text,
                conditional ? " when " + catalogue.rules[0].when->text : "");
            REQUIRE(issues.empty());
            const Outcome expected = outcome_of(check, conditional ? &when : nullptr, own,
                has_earlier ? &earlier : nullptr, catalogue.rules[0].missing);
            const auto verdicts = judge_rule(given, catalogue, 0);
            REQUIRE(verdicts.size() == 1);
            REQUIRE(name_of(verdicts.front().outcome) == name_of(expected));
            REQUIRE(count_outcomes(given, catalogue)[static_cast<std::size_t>(expected)] == 1);
            ++seen[expected];
            ++compared;
        }
    }
    CHECK(compared == filings * formulas_each);
    // No outcome is rare: agreement is about something.
    for (const Outcome one : {Outcome::pass, Outcome::fail, Outcome::undecided, Outcome::not_applicable})
        CHECK_MESSAGE(seen[one] > compared / 50, name_of(one));
}
