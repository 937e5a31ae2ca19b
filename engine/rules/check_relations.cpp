// SPDX-License-Identifier: Apache-2.0
// By elimination over the rationals.
#include "engine/rules/private_check_relations.hpp"

#include "engine/base/fraction.hpp"
#include "engine/rules/codes.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace gouji {
namespace {

/// An equation in elimination, with the rules that it came from.
struct EquationRow {
    std::map<std::pair<int, int>, Fraction> terms;  ///< by table and cell
    Fraction constant;
    std::set<std::size_t> rules;
};

/// Factors are small and tables have some 200 cells; a row whose fractions outgrow 64 bits is given up, and says
/// nothing.
class Elimination {
public:
    /// The row without what the earlier rows say; nothing when it was given up.
    [[nodiscard]] std::optional<EquationRow> reduce(EquationRow row) const {
        for (const EquationRow& pivot : pivots_) {
            const auto lead = pivot.terms.begin();
            const auto found = row.terms.find(lead->first);
            if (found == row.terms.end()) continue;
            const auto factor = divide(found->second.negated(), lead->second);
            if (!factor || !add_multiple(row, pivot, *factor)) return std::nullopt;
        }
        return row;
    }

    void add_pivot(EquationRow row) {
        pivots_.push_back(std::move(row));
        // In the order of their leads one pass reduces a row wholly.
        std::sort(pivots_.begin(), pivots_.end(),
            [](const EquationRow& a, const EquationRow& b) { return a.terms.begin()->first < b.terms.begin()->first; });
    }

private:
    static bool add_multiple(EquationRow& row, const EquationRow& other, const Fraction& factor) {
        for (const auto& [cell, value] : other.terms) {
            const auto product = multiply(value, factor);
            const auto sum = product ? add(row.terms[cell], *product) : std::nullopt;
            if (!sum) return false;
            if (sum->is_zero()) row.terms.erase(cell);
            else row.terms[cell] = *sum;
        }
        const auto product = multiply(other.constant, factor);
        const auto sum = product ? add(row.constant, *product) : std::nullopt;
        if (!sum) return false;
        row.constant = *sum;
        row.rules.insert(other.rules.begin(), other.rules.end());
        return true;
    }

    std::vector<EquationRow> pivots_;
};

std::vector<EquationRow> rows_of(const Catalogue& catalogue, std::size_t rule, std::size_t form) {
    std::vector<EquationRow> rows;
    for (const Instance& instance : catalogue.compiled[rule][form]) {
        const LinearEquation* equation = instance.exact_equation();
        if (!equation) return {};  // a rule that is more than its equations follows from none
        EquationRow row;
        for (const auto& term : equation->terms) row.terms[{term.table, term.cell}] = Fraction(term.factor);
        row.constant = Fraction(equation->constant);
        row.rules = {rule};
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The rules without which the others no longer say what `rule` says in the form.
std::set<std::size_t> needed_for(
    const Catalogue& catalogue, std::size_t rule, std::size_t form, std::set<std::size_t> reasons) {
    const auto follows = [&](const std::set<std::size_t>& from) {
        Elimination elimination;
        for (const std::size_t one : from) {
            for (const EquationRow& row : rows_of(catalogue, one, form)) {
                auto left = elimination.reduce(row);
                if (left && !left->terms.empty()) elimination.add_pivot(std::move(*left));
            }
        }
        const auto rows = rows_of(catalogue, rule, form);
        return std::any_of(rows.begin(), rows.end(), [&](const EquationRow& row) {
            const auto left = elimination.reduce(row);
            return left && left->terms.empty();
        });
    };
    reasons.erase(rule);
    for (const std::size_t one : std::set<std::size_t>(reasons)) {
        auto fewer = reasons;
        fewer.erase(one);
        if (follows(fewer)) reasons = std::move(fewer);
    }
    return reasons;
}

Words names_of_rules(const Catalogue& catalogue, const std::set<std::size_t>& rules) {
    Words names;
    for (const std::size_t one : rules) {
        const Rule& rule = catalogue.rules[one];
        const std::string place = rule.file + ":" + std::to_string(rule.line);
        names.zh += (names.zh.empty() ? "" : "、") + rule.id + "（" + place + "）";
        names.en += (names.en.empty() ? "" : ", ") + rule.id + " (" + place + ")";
    }
    return names;
}

/// Relations of forms come first, then rules in the order of their ids.
std::vector<std::size_t> order_of(const Catalogue& catalogue) {
    std::vector<std::size_t> order;
    for (const bool relation : {true, false}) {
        for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
            if (catalogue.rules[r].relation == relation) order.push_back(r);
        }
    }
    return order;
}

/// Goes through the forms and notes of each rule where others already say what it says.
class RelationCheck {
public:
    explicit RelationCheck(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::vector<RuleMistake> all_mistakes() {
        const std::vector<std::size_t> order = order_of(catalogue_);
        for (std::size_t f = 0; f < catalogue_.forms.size(); ++f) {
            Elimination elimination;
            for (const std::size_t r : order) check(r, f, elimination);
        }
        for (const auto& [rule, seen] : seen_) {
            if (is_implied(rule, seen)) complain_implied(rule, seen);
        }
        return std::move(mistakes_);
    }

private:
    /// What the forms have shown of a rule.
    struct SeenRule {
        int stated_in = 0;   ///< forms
        int implied_in = 0;  ///< forms where others already say all of it
        bool contradicts = false;
        std::size_t form = 0;  ///< the last in which it followed from others
        std::set<std::size_t> reasons;
    };

    void check(std::size_t rule, std::size_t form, Elimination& elimination) {
        const auto rows = rows_of(catalogue_, rule, form);
        if (rows.empty()) return;
        SeenRule& seen = seen_[rule];
        bool all_implied = true;
        for (const EquationRow& row : rows) {
            auto left = elimination.reduce(row);
            if (!left || !left->terms.empty()) {
                all_implied = false;
                if (left) elimination.add_pivot(std::move(*left));
                continue;
            }
            seen.reasons.insert(left->rules.begin(), left->rules.end());
            seen.form = form;
            if (left->constant.is_zero()) continue;
            all_implied = false;
            if (!std::exchange(seen.contradicts, true)) complain_contradiction(rule, form, left->rules);
        }
        ++seen.stated_in;
        seen.implied_in += all_implied ? 1 : 0;
    }

    [[nodiscard]] bool is_implied(std::size_t rule, const SeenRule& seen) const {
        const bool only_itself =
            std::all_of(seen.reasons.begin(), seen.reasons.end(), [&](std::size_t reason) { return reason == rule; });
        // A rule that takes missing figures for something says more than the others do.
        const bool own_policy = catalogue_.rules[rule].missing != MissingPolicies{};
        return seen.implied_in == seen.stated_in && !seen.contradicts && !only_itself && !own_policy;
    }

    void complain_contradiction(std::size_t rule, std::size_t form, const std::set<std::size_t>& reasons) {
        const Words rules = names_of_rules(catalogue_, needed_for(catalogue_, rule, form, reasons));
        mistakes_.push_back({rule, diagnose(rule_codes::relation_contradicts, {{"rules", rules}})});
    }
    void complain_implied(std::size_t rule, const SeenRule& seen) {
        const Words rules = names_of_rules(catalogue_, needed_for(catalogue_, rule, seen.form, seen.reasons));
        mistakes_.push_back({rule, diagnose(rule_codes::relation_implied, {{"rules", rules}})});
    }

    const Catalogue& catalogue_;
    std::map<std::size_t, SeenRule> seen_;
    std::vector<RuleMistake> mistakes_;
};

}  // namespace

std::vector<RuleMistake> check_relations(const Catalogue& catalogue) { return RelationCheck(catalogue).all_mistakes(); }

}  // namespace gouji
