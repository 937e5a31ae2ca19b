// SPDX-License-Identifier: Apache-2.0
// Owns: formulas of the second evaluator's own, as trees, and random ones.
// Refuses: what they come to.
#pragma once

#include <random>
#include <utility>
#include <vector>

namespace gouji::test {

inline constexpr int columns = 7;

/// A formula of our own: what it is, its parts, and for leaves what they name.
struct Tree {
    enum Kind {
        literal,
        percent,
        cell,
        total,
        year,
        field,
        add,
        subtract,
        times,
        ratio,
        choose,
        magnitude,
        total_over,
        count_over,
        count_said,
        sum_said,  // numbers
        equal,
        unequal,
        less,
        at_most,
        greater,
        at_least,
        in,
        both,
        either,
        implies,
        invert,
        known,
        all,
        any,
        none,
        any_said,
        all_said,
        all_said_before,
        stated,
        multiple,
        has_previous,  // truths
    } kind = literal;
    std::vector<Tree> kids;
    int value = 0;            ///< of a literal
    int row = 0, column = 0;  ///< of a cell; the column of a total is -1; a row of -2 is the variable
    bool before = false;      ///< of the filing of the year before
};

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
        switch (random_.below(15)) {
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
            case 11: return make(Tree::all_said_before, {});
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
        if (depth == 0)
            return leaf == 0 ? literal(random_.below(10)) : leaf == 1 && mentioned_ ? make(Tree::field, {}) : cell();
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

}  // namespace gouji::test
