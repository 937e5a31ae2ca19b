// SPDX-License-Identifier: Apache-2.0
// A second evaluator, written from the reference (docs/rules.md) and sharing no code with the engine: it walks a tree of
// its own, computes with fractions of its own, and tries every combination of readings. Random formulas over random
// filings must come to the same in both.
#include "engine/check/choose.hpp"
#include "engine/check/judge.hpp"
#include "grammar/expression/expression.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <map>
#include <numeric>
#include <random>

using namespace gouji;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int filings = 100;
#else
constexpr int filings = 1000;
#endif
constexpr int formulas_each = 110;

struct Naive {
    enum Kind { unknown, skipped, number, truth } kind = unknown;
    bool holds = false;
    long long top = 0;
    long long bottom = 1;
};

Naive number_of(long long top, long long bottom = 1) {
    if (bottom < 0) top = -top, bottom = -bottom;
    const long long shared = std::gcd(top, bottom);
    return {Naive::number, false, shared ? top / shared : top, shared ? bottom / shared : bottom};
}
Naive truth_of(bool holds) { return {Naive::truth, holds, 0, 1}; }

/// A formula of our own: what it is, its parts, and for leaves what they name.
struct Tree {
    enum Kind {
        literal, percent, cell, total, year, field, add, subtract, times, ratio, choose, magnitude, total_over, count_over, count_said, sum_said,  // numbers
        equal, unequal, less, at_most, greater, at_least, in, both, either, implies, invert, known, all, any, none, any_said, all_said, stated, multiple, has_previous,  // truths
    } kind = literal;
    std::vector<Tree> kids;
    int value = 0;         ///< of a literal
    int row = 0, column = 0;  ///< of a cell; the column of a total is -1; a row of -2 is the variable
    bool before = false;   ///< of the filing of the year before
};

/// What a cell of our own world holds.
struct Square {
    int presence = 0;  ///< 0: a number; else the index of the kind of presence
    int value = 0;
};

struct Said {
    int count = 0;
    bool scoped = false;
};

struct Paper {
    std::vector<Square> squares;
    /// A row with several readings, and which combinations of them remain.
    std::vector<std::pair<int, std::vector<std::vector<int>>>> choices;
    std::vector<std::vector<int>> remaining;
    std::vector<Said> said;
};

constexpr int rows = 25;
constexpr int columns = 7;
constexpr int said_year = 2023;

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }

private:
    std::mt19937 engine_;
};

class Growing {
public:
    explicit Growing(Random& random) : random_(random) {}

    Tree truth(int depth) {
        if (depth == 0) return comparison(0);
        switch (random_.below(14)) {
            case 0: return make(Tree::both, {truth(depth - 1), truth(depth - 1)});
            case 1: return make(Tree::either, {truth(depth - 1), truth(depth - 1)});
            case 2: return make(Tree::implies, {truth(depth - 1), truth(depth - 1)});
            case 3: return make(Tree::invert, {truth(depth - 1)});
            case 4: return make(Tree::known, {number(depth - 1)});
            case 5: return over(random_.below(2) ? Tree::all : random_.below(2) ? Tree::any : Tree::none, depth);
            case 6: return make(Tree::stated, {});
            case 7: return make(Tree::has_previous, {});
            case 8: return make(Tree::multiple, {number(depth - 1), literal(1 + random_.below(4))});
            case 9: return said(random_.below(2) ? Tree::any_said : Tree::all_said);
            case 10: {
                Tree made = make(Tree::in, {number(depth - 1)});
                for (int i = random_.below(3); i >= 0; --i) made.kids.push_back(number(depth - 1));
                return made;
            }
            default: return comparison(depth);
        }
    }

private:
    static Tree make(Tree::Kind kind, std::vector<Tree> kids) {
        Tree made;
        made.kind = kind;
        made.kids = std::move(kids);
        return made;
    }

    static Tree literal(int value) {
        Tree made;
        made.value = value;
        return made;
    }

    Tree cell() {
        Tree made = make(Tree::cell, {});
        made.row = random_.below(4);
        made.column = variable_ && random_.below(2) ? -2 : random_.below(columns);
        made.before = random_.below(8) == 0;
        return made;
    }

    Tree comparison(int depth) {
        const auto kind = static_cast<Tree::Kind>(Tree::equal + random_.below(6));
        if (depth > 0 && random_.below(4) == 0) {
            Tree share = make(Tree::percent, {});
            share.value = random_.below(101);
            return make(kind, {ratio(), random_.below(2) ? share : ratio()});
        }
        const int less = depth > 0 ? depth - 1 : 0;
        return make(kind, {number(less), number(less)});
    }

    /// Of counts: what stands below must not be a bare number, or it would be no share.
    Tree ratio() {
        const auto side = [&] {
            if (random_.below(3) == 0) return said(Tree::count_said);
            return random_.below(3) == 0 ? make(Tree::field, {}) : make(Tree::add, {cell(), cell()});
        };
        return make(Tree::ratio, {side(), side()});
    }

    Tree number(int depth) {
        const int leaf = random_.below(8);
        if (depth == 0) return leaf == 0 ? literal(random_.below(10)) : leaf == 1 && mentioned_ ? make(Tree::field, {}) : cell();
        switch (random_.below(11)) {
            case 0: return make(Tree::add, {number(depth - 1), number(depth - 1)});
            case 1: return make(Tree::subtract, {number(depth - 1), number(depth - 1)});
            case 2: return make(Tree::times, {number(depth - 1), literal(random_.below(4))});
            case 3: return make(Tree::choose, {truth(depth - 1), number(depth - 1), number(depth - 1)});
            case 4: return make(Tree::magnitude, {number(depth - 1)});
            case 5: {
                Tree made = make(Tree::total, {});
                made.row = random_.below(4);
                made.before = random_.below(8) == 0;
                return made;
            }
            case 6: return over(Tree::total_over, depth);
            case 7: return over(Tree::count_over, depth);
            case 8: return said(random_.below(2) ? Tree::count_said : Tree::sum_said);
            case 9: return make(Tree::field, {});
            default: return cell();
        }
    }

    Tree over(Tree::Kind kind, int depth) {
        if (variable_) return kind == Tree::total_over || kind == Tree::count_over ? cell() : comparison(0);
        variable_ = true;
        Tree made = make(kind, {kind == Tree::total_over ? number(depth - 1) : truth(depth - 1)});
        variable_ = false;
        return made;
    }

    /// Over mentions: m.value against a small number, or m.value itself.
    Tree said(Tree::Kind kind) {
        Tree made = make(kind, {});
        made.value = random_.below(10);
        return made;
    }

    Random& random_;
    bool variable_ = false;
    bool mentioned_ = true;
};

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
            case Tree::total: return std::string("sum(") + (tree.before ? "previous." : "") + "申请[" + form_.rows.leaf(tree.row).path + ", *])";
            case Tree::year: return "year";
            case Tree::field: return "受理.件数";
            case Tree::add: return kid(0) + " + " + kid(1);
            case Tree::subtract: return kid(0) + " - " + kid(1);
            case Tree::times: return kid(0) + " * " + kid(1);
            case Tree::ratio: return kid(0) + " / " + kid(1);
            case Tree::choose: return "if(" + print(tree.kids[0]) + ", " + print(tree.kids[1]) + ", " + print(tree.kids[2]) + ")";
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
            case Tree::stated: return "stated(受理.件数)";
            case Tree::multiple: return "multiple_of(" + print(tree.kids[0]) + ", " + print(tree.kids[1]) + ")";
            case Tree::has_previous: return "known(previous)";
        }
        return {};
    }

private:
    std::string cell(const Tree& tree) const {
        return std::string(tree.before ? "previous." : "") + "申请[" + form_.rows.leaf(tree.row).path + ", " + (tree.column == -2 ? "c" : form_.columns.leaf(tree.column).path) + "]";
    }

    const TableForm& form_;
};

/// The reference, word by word.
class Walking {
public:
    const Paper& own;
    const Paper* before;
    const MissingPolicies& policies;
    const std::vector<int>* combination = nullptr;
    int variable = 0;
    bool missed = false;  ///< a figure for which the rule says fail
    bool scoped = false;  ///< a statement with a scope word was read

    Naive walk(const Tree& tree) {
        const auto kid = [&](std::size_t i) { return walk(tree.kids[i]); };
        switch (tree.kind) {
            case Tree::literal: return number_of(tree.value);
            case Tree::percent: return number_of(tree.value, 100);
            case Tree::cell: return square(tree.row, tree.column == -2 ? variable : tree.column, tree.before);
            case Tree::total: {
                std::vector<Naive> all;
                for (int c = 0; c < columns; ++c) all.push_back(square(tree.row, c, tree.before));
                return sum(all);
            }
            case Tree::year: return number_of(said_year);
            case Tree::field: return field();
            case Tree::add: return arithmetic(kid(0), kid(1), '+');
            case Tree::subtract: return arithmetic(kid(0), kid(1), '-');
            case Tree::times: return arithmetic(kid(0), kid(1), '*');
            case Tree::ratio: return arithmetic(kid(0), kid(1), '/');
            case Tree::choose: return choose(kid(0), kid(1), kid(2));
            case Tree::magnitude: {
                const Naive only = kid(0);
                return only.kind == Naive::number ? number_of(std::abs(only.top), only.bottom) : Naive{};
            }
            case Tree::total_over: return sum(each(tree));
            case Tree::count_over: return count(each(tree));
            case Tree::count_said: {
                std::vector<Naive> all;
                for (const Said& one : said()) all.push_back(truth_of(one.count > tree.value));
                return count(all);
            }
            case Tree::sum_said: {
                std::vector<Naive> all;
                for (const Said& one : said()) all.push_back(number_of(one.count));
                return all.empty() ? Naive{} : sum(all);
            }
            case Tree::equal: case Tree::unequal: case Tree::less: case Tree::at_most: case Tree::greater: case Tree::at_least:
                return compare(tree.kind, kid(0), kid(1));
            case Tree::in: {
                const Naive wanted = kid(0);
                std::vector<Naive> all;
                for (std::size_t i = 1; i < tree.kids.size(); ++i) all.push_back(compare(Tree::equal, wanted, kid(i)));
                return quantified(all, true);
            }
            case Tree::both: return quantified({kid(0), kid(1)}, false);
            case Tree::either: return quantified({kid(0), kid(1)}, true);
            case Tree::implies: return quantified({inverted(kid(0)), kid(1)}, true);
            case Tree::invert: return inverted(kid(0));
            case Tree::known: {
                const Naive only = kid(0);
                return truth_of(only.kind == Naive::number || only.kind == Naive::truth);
            }
            case Tree::all: return quantified(each(tree), false);
            case Tree::any: return quantified(each(tree), true);
            case Tree::none: return inverted(quantified(each(tree), true));
            case Tree::any_said: case Tree::all_said: {
                std::vector<Naive> all;
                for (const Said& one : said()) all.push_back(truth_of(tree.kind == Tree::any_said ? one.count == tree.value : one.count >= tree.value));
                if (all.empty() && tree.kind == Tree::all_said) return {};
                return quantified(all, tree.kind == Tree::any_said);
            }
            case Tree::stated: return truth_of(!own.said.empty());
            case Tree::multiple: {
                const Naive left = kid(0), right = kid(1);
                if (left.kind != Naive::number || right.kind != Naive::number) return {};
                return truth_of(left.bottom == 1 && left.top % right.top == 0);
            }
            case Tree::has_previous: return truth_of(before != nullptr);
        }
        return {};
    }

private:
    Naive square(int row, int column, bool earlier) {
        if (earlier && !before) return {};
        const Paper& paper = earlier ? *before : own;
        if (!earlier && combination) {
            for (std::size_t i = 0; i < own.choices.size(); ++i) {
                if (own.choices[i].first == row) return number_of(own.choices[i].second[static_cast<std::size_t>((*combination)[i])][static_cast<std::size_t>(column)]);
            }
        }
        const Square& found = paper.squares[static_cast<std::size_t>(row * columns + column)];
        if (found.presence == 0) return number_of(found.value);
        switch (policies[static_cast<std::size_t>(found.presence)]) {
            case Missing::zero: return number_of(0);
            case Missing::skip: return {Naive::skipped, false, 0, 1};
            case Missing::fail: missed = true; return {};
            case Missing::proven:
            case Missing::computed:  // these random tables have no relations that could prove anything
            case Missing::undecided: return {};
        }
        return {};
    }

    /// Without a variable: known when all statements agree and none has a scope word.
    Naive field() const {
        if (own.said.empty()) return {};
        for (const Said& one : own.said) {
            if (one.scoped || one.count != own.said.front().count) return {};
        }
        return number_of(own.said.front().count);
    }

    const std::vector<Said>& said() {
        for (const Said& one : own.said) scoped = scoped || one.scoped;
        return own.said;
    }

    std::vector<Naive> each(const Tree& tree) {
        std::vector<Naive> all;
        for (variable = 0; variable < columns; ++variable) all.push_back(walk(tree.kids[0]));
        return all;
    }

    static Naive sum(const std::vector<Naive>& all) {
        Naive made = number_of(0);
        for (const Naive& one : all) {
            if (one.kind == Naive::skipped) continue;
            if (one.kind != Naive::number) return {};
            made = arithmetic(made, one, '+');
        }
        return made;
    }

    static Naive count(const std::vector<Naive>& all) {
        int holding = 0;
        for (const Naive& one : all) {
            if (one.kind != Naive::truth) return {};
            holding += one.holds ? 1 : 0;
        }
        return number_of(holding);
    }

    static Naive arithmetic(const Naive& a, const Naive& b, char sign) {
        if (a.kind != Naive::number || b.kind != Naive::number) return {};
        switch (sign) {
            case '+': return number_of(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
            case '-': return number_of(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
            case '*': return number_of(a.top * b.top, a.bottom * b.bottom);
            default: return b.top == 0 ? Naive{} : number_of(a.top * b.bottom, a.bottom * b.top);
        }
    }

    static Naive choose(const Naive& condition, const Naive& yes, const Naive& no) {
        const auto value = [](const Naive& one) { return one.kind == Naive::number ? one : Naive{}; };
        if (condition.kind == Naive::truth) return value(condition.holds ? yes : no);
        const bool agree = yes.kind == Naive::number && no.kind == Naive::number && yes.top == no.top && yes.bottom == no.bottom;
        return agree ? yes : Naive{};
    }

    static Naive compare(Tree::Kind kind, const Naive& a, const Naive& b) {
        if (a.kind != Naive::number || b.kind != Naive::number) return {};
        const long long left = a.top * b.bottom, right = b.top * a.bottom;
        switch (kind) {
            case Tree::equal: return truth_of(left == right);
            case Tree::unequal: return truth_of(left != right);
            case Tree::less: return truth_of(left < right);
            case Tree::at_most: return truth_of(left <= right);
            case Tree::greater: return truth_of(left > right);
            default: return truth_of(left >= right);
        }
    }

    static Naive inverted(const Naive& one) { return one.kind == Naive::truth ? truth_of(!one.holds) : Naive{}; }

    static Naive quantified(const std::vector<Naive>& all, bool decides) {
        bool open = false;
        for (const Naive& one : all) {
            if (one.kind != Naive::truth) open = true;
            else if (one.holds == decides) return truth_of(decides);
        }
        return open ? Naive{} : truth_of(!decides);
    }
};

Paper random_paper(Random& random, bool readings) {
    Paper made;
    for (int i = 0; i < rows * columns; ++i) {
        const bool missing = random.below(12) == 0;
        made.squares.push_back({missing ? 1 + random.below(5) : 0, random.below(12)});
    }
    for (int row = 0; readings && row < 3; ++row) {
        if (random.below(3) != 0) continue;
        std::vector<std::vector<int>> list;
        for (int i = 1 + random.below(3); i >= 0; --i) {
            std::vector<int> values;
            for (int c = 0; c < columns; ++c) values.push_back(random.below(6));
            list.push_back(std::move(values));
        }
        made.choices.emplace_back(row, std::move(list));
    }
    if (!made.choices.empty()) {
        for (int i = 1 + random.below(4); i > 0; --i) {
            std::vector<int> combination;
            for (const auto& [row, list] : made.choices) combination.push_back(random.below(static_cast<int>(list.size())));
            made.remaining.push_back(std::move(combination));
        }
    }
    for (int i = random.below(4); i > 0; --i) made.said.push_back({random.below(8), random.below(10) == 0});
    if (random.below(2)) {
        for (Said& one : made.said) one.count = made.said.front().count;
    }
    return made;
}

/// The same paper as the engine's model has it.
Filing filing_of(const Paper& paper, const Form& form) {
    Filing filing;
    filing.form = &form;
    filing.year = said_year;
    filing.organ = "某机关";
    Table table;
    table.name = "申请";
    table.form = &form;
    table.layout = form.table("申请");
    for (const Square& one : paper.squares) {
        Cell cell;
        cell.presence = static_cast<Presence>(one.presence);
        cell.value = Decimal(one.value);
        table.cells.push_back(cell);
    }
    for (const auto& [row, list] : paper.choices) {
        Choice choice;
        for (int c = 0; c < columns; ++c) {
            choice.cells.push_back(row * columns + c);
            table.cells[static_cast<std::size_t>(row * columns + c)].presence = Presence::number;
        }
        for (const auto& values : list) {
            Choice::Reading reading;
            for (const int value : values) reading.values.emplace_back(value);
            reading.spans.resize(values.size());
            choice.readings.push_back(std::move(reading));
        }
        table.choices.push_back(std::move(choice));
    }
    table.remaining = paper.remaining;
    table.searched = true;
    filing.tables.push_back(std::move(table));
    for (const Said& one : paper.said) {
        Mention mention;
        mention.form = form.mention("受理");
        mention.fields.push_back({0, Decimal(one.count), "件", std::to_string(one.count), {}});
        if (one.scoped) mention.scope = {"全市"};
        filing.mentions.push_back(std::move(mention));
    }
    prepare_counts(filing);
    return filing;
}

/// What the rule comes to, by the reference: under every combination of readings that remains.
Outcome outcome_of(const Tree& check, const Tree* when, const Paper& own, const Paper* before, const MissingPolicies& policies) {
    std::optional<Outcome> all;
    const std::vector<std::vector<int>> once = {{}};
    for (const auto& combination : own.remaining.empty() ? once : own.remaining) {
        Walking walking{own, before, policies, own.remaining.empty() ? nullptr : &combination};
        Outcome outcome = Outcome::undecided;
        const Naive condition = when ? walking.walk(*when) : truth_of(true);
        if (condition.kind == Naive::truth && !condition.holds) {
            outcome = Outcome::not_applicable;
        } else if (condition.kind == Naive::truth) {
            const Naive value = walking.walk(check);
            if (walking.missed) outcome = Outcome::fail;
            else if (value.kind == Naive::truth) outcome = value.holds ? Outcome::pass : walking.scoped ? Outcome::undecided : Outcome::fail;
        }
        if (all && *all != outcome) return Outcome::undecided;
        all = outcome;
    }
    return *all;
}

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
    const auto form_index = static_cast<std::size_t>(std::find_if(catalogue.forms.begin(), catalogue.forms.end(), [&](const FormEntry& one) { return &one == &entry; }) - catalogue.forms.begin());
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
            INFO("seed ", seed, ": ", catalogue.rules[0].check.text, conditional ? " when " + catalogue.rules[0].when->text : "");
            REQUIRE(issues.empty());
            const Outcome expected = outcome_of(check, conditional ? &when : nullptr, own, has_earlier ? &earlier : nullptr, catalogue.rules[0].missing);
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
    for (const Outcome one : {Outcome::pass, Outcome::fail, Outcome::undecided, Outcome::not_applicable}) CHECK_MESSAGE(seen[one] > compared / 50, name_of(one));
}
