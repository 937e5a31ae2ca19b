// SPDX-License-Identifier: Apache-2.0
// Owns: what formulas come to by the page on rules (docs/rules.en.md), computed with fractions of its own; every
// combination of readings is tried.
// Refuses: the code of the engine that computes the same.
#pragma once

#include "engine/model/verdict.hpp"
#include "engine/rules/rule.hpp"
#include "tests/unit/check/naive/paper.hpp"

#include <cstdlib>
#include <numeric>
#include <optional>
#include <vector>

namespace gouji::test {

struct Naive {
    enum Kind { unknown, skipped, number, truth } kind = unknown;
    bool holds = false;
    long long top = 0;
    long long bottom = 1;
};

inline Naive number_of(long long top, long long bottom = 1) {
    if (bottom < 0) top = -top, bottom = -bottom;
    const long long shared = std::gcd(top, bottom);
    return {Naive::number, false, shared ? top / shared : top, shared ? bottom / shared : bottom};
}
inline Naive truth_of(bool holds) { return {Naive::truth, holds, 0, 1}; }

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
            case Tree::equal:
            case Tree::unequal:
            case Tree::less:
            case Tree::at_most:
            case Tree::greater:
            case Tree::at_least: return compare(tree.kind, kid(0), kid(1));
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
            case Tree::any_said:
            case Tree::all_said: {
                std::vector<Naive> all;
                for (const Said& one : said())
                    all.push_back(
                        truth_of(tree.kind == Tree::any_said ? one.count == tree.value : one.count >= tree.value));
                if (all.empty() && tree.kind == Tree::all_said) return {};
                return quantified(all, tree.kind == Tree::any_said);
            }
            case Tree::all_said_before: {
                std::vector<Naive> all;
                for (const Said& one : said())
                    all.push_back(
                        quantified({truth_of(!one.before), quantified(may_be(number_of(one.count)), true)}, true));
                return all.empty() ? Naive{} : quantified(all, false);
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
    /// Whether the number is each of those of the year before that 受理 may stand for.
    std::vector<Naive> may_be(const Naive& number) {
        constexpr int received = 0, carried = 1, handled = 23, total = columns - 1;
        const Naive all[] = {square(received, total, true),
            arithmetic(square(received, total, true), square(carried, total, true), '+'), square(handled, total, true)};
        std::vector<Naive> made;
        for (const Naive& one : all) made.push_back(compare(Tree::equal, number, one));
        return made;
    }

    Naive square(int row, int column, bool earlier) {
        if (earlier && !before) return {};
        const Paper& paper = earlier ? *before : own;
        if (!earlier && combination) {
            for (std::size_t i = 0; i < own.choices.size(); ++i) {
                if (own.choices[i].first == row)
                    return number_of(own.choices[i].second[static_cast<std::size_t>((*combination)[i])]
                                                          [static_cast<std::size_t>(column)]);
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
        const bool agree =
            yes.kind == Naive::number && no.kind == Naive::number && yes.top == no.top && yes.bottom == no.bottom;
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

/// What the rule comes to, by the reference: under every combination of readings that remains.
inline Outcome outcome_of(
    const Tree& check, const Tree* when, const Paper& own, const Paper* before, const MissingPolicies& policies) {
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
            else if (value.kind == Naive::truth)
                outcome = value.holds ? Outcome::pass : walking.scoped ? Outcome::undecided : Outcome::fail;
        }
        if (all && *all != outcome) return Outcome::undecided;
        all = outcome;
    }
    return *all;
}

}  // namespace gouji::test
