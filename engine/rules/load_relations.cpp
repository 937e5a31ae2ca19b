// SPDX-License-Identifier: Apache-2.0
// Rules that are equations, held against each other: by elimination over the rationals, which of them follow from
// others and which contradict them.
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace gouji {
namespace {

/// An equation in elimination, with the rules that it was made from.
struct Row {
    std::map<std::pair<int, int>, Fraction> terms;  ///< by table and cell
    Fraction constant;
    std::set<std::size_t> rules;
};

/// Factors are small and tables have some 200 cells; a row whose fractions outgrow 64 bits is given up, and says
/// nothing.
class Elimination {
public:
    /// What is left of the row after those before it; nothing when it was given up.
    [[nodiscard]] std::optional<Row> reduce(Row row) const {
        for (const Row& pivot : pivots_) {
            const auto lead = pivot.terms.begin();
            const auto found = row.terms.find(lead->first);
            if (found == row.terms.end()) continue;
            const auto factor = divide(found->second.negated(), lead->second);
            if (!factor || !add_multiple(row, pivot, *factor)) return std::nullopt;
        }
        return row;
    }

    void put(Row row) {
        pivots_.push_back(std::move(row));
        // In the order of their leads one pass reduces a row wholly.
        std::sort(pivots_.begin(), pivots_.end(),
            [](const Row& a, const Row& b) { return a.terms.begin()->first < b.terms.begin()->first; });
    }

private:
    static bool add_multiple(Row& row, const Row& other, const Fraction& factor) {
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

    std::vector<Row> pivots_;
};

std::vector<Row> rows_of(const Catalogue& catalogue, std::size_t rule, std::size_t form) {
    std::vector<Row> rows;
    for (const Instance& instance : catalogue.compiled[rule][form]) {
        if (!instance.equation) return {};  // a rule that is more than its equations follows from none
        Row row;
        for (const auto& term : instance.equation->terms) row.terms[{term.table, term.cell}] = Fraction(term.factor);
        row.constant = Fraction(instance.equation->constant);
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
            for (const Row& row : rows_of(catalogue, one, form)) {
                auto left = elimination.reduce(row);
                if (left && !left->terms.empty()) elimination.put(std::move(*left));
            }
        }
        const auto rows = rows_of(catalogue, rule, form);
        return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
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

}  // namespace

/// Relations of forms come first, then rules in the order of their ids: of two that say the same, the later is told.
std::vector<RuleMistake> check_relations(const Catalogue& catalogue) {
    std::vector<std::size_t> order;
    for (const bool relation : {true, false}) {
        for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
            if (catalogue.rules[r].relation == relation) order.push_back(r);
        }
    }
    std::vector<RuleMistake> found;
    std::set<std::size_t> told;
    std::map<std::size_t, int> implied_in;
    std::map<std::size_t, int> stated_in;
    std::map<std::size_t, std::set<std::size_t>> reasons;
    std::map<std::size_t, std::size_t> form_of;
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        Elimination elimination;
        for (const std::size_t r : order) {
            const auto rows = rows_of(catalogue, r, f);
            if (rows.empty()) continue;
            bool all_implied = true;
            for (const Row& row : rows) {
                auto left = elimination.reduce(row);
                if (!left || !left->terms.empty()) {
                    all_implied = false;
                    if (left) elimination.put(std::move(*left));
                    continue;
                }
                reasons[r].insert(left->rules.begin(), left->rules.end());
                form_of[r] = f;
                if (left->constant.is_zero()) continue;
                all_implied = false;
                const Words rules = names_of_rules(catalogue, needed_for(catalogue, r, f, left->rules));
                if (told.insert(r).second)
                    found.push_back({r, diagnose(rule_codes::relation_contradicts, {{"rules", rules}})});
            }
            ++stated_in[r];
            implied_in[r] += all_implied ? 1 : 0;
        }
    }
    for (const auto& [rule, forms] : stated_in) {
        const bool only_itself = std::all_of(
            reasons[rule].begin(), reasons[rule].end(), [own = rule](std::size_t one) { return one == own; });
        // A rule that takes missing figures for something says more than the others do.
        const bool own_policy = catalogue.rules[rule].missing != MissingPolicies{};
        if (implied_in[rule] != forms || told.contains(rule) || only_itself || own_policy) continue;
        found.push_back({rule,
            diagnose(rule_codes::relation_implied,
                {{"rules", names_of_rules(catalogue, needed_for(catalogue, rule, form_of[rule], reasons[rule]))}})});
    }
    return found;
}

}  // namespace gouji
