// SPDX-License-Identifier: Apache-2.0
// Owns: the walk through the instances of rules that apply to a filing, with their mentions bound.
// Refuses: to judge: a visitor does. And to be used outside of engine/check.
#pragma once

#include "engine/check/figures/figures.hpp"
#include "engine/check/figures/private_filing_names.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/rules/expand_instances.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// "rows" of `r in rows(申请)`: a rule that was loaded has this shape.
inline std::string_view domain_of(const Formula& formula) { return formula.root.kids[1].text; }

/// A sentence that is made only when somebody asks for it. Valid during the call that gets it.
class Reason {
public:
    template <class Make>
    explicit Reason(const Make& make)
        : make_(&make), call_([](const void* made_by) { return (*static_cast<const Make*>(made_by))(); }) {}
    [[nodiscard]] Words operator()() const { return call_(make_); }

private:
    const void* make_;
    Words (*call_)(const void*);
};

/// What is done with the instances that a walk comes to.
class RuleVisitor {
public:
    virtual ~RuleVisitor() = default;

    /// All instances of a rule at once, by its place in the catalogue: how many there were, or 0 to get them one by
    /// one.
    virtual std::size_t visit_in_bulk(const Rule&, std::size_t, const RuleScope&) { return 0; }
    virtual void visit_instance(const BoundInstance& bound) = 0;
    /// A rule as a whole, where there is nothing to judge or not everything was judged.
    virtual void visit_rule(const Rule&, Outcome, const Reason&) {}
};

class RuleWalk {
public:
    /// `compiles_anew`: instances get bindings that point into the names of the filing. All must live as long.
    explicit RuleWalk(const Case& asked, const Catalogue& catalogue, bool compiles_anew = false);

    /// The rules from `first` to `last` share their id.
    void visit(std::size_t first, std::size_t last, RuleVisitor& visitor);

    [[nodiscard]] const Names& names_for(const Rule& rule) {
        return rule.relation && !asks_printed(rule) ? catalogue_.forms[rule.form].names : names_.names();
    }
    [[nodiscard]] FilingsAtHand& at_hand() { return at_hand_; }
    [[nodiscard]] FilingNames& filing_names() { return names_; }

private:
    /// How many instances of one rule were visited.
    std::size_t visit_rule(const Rule& rule, std::size_t index, RuleVisitor& visitor);
    std::size_t visit_instances(const Rule& rule, const RuleScope& scope, const std::vector<Instance>& instances,
        const std::vector<int>* facts, RuleVisitor& visitor);
    std::size_t visit_bound(const BoundInstance& bound, RuleVisitor& visitor);
    bool bind_next(const BoundInstance& bound, std::size_t& combinations, RuleVisitor& visitor);

    /// The rule is about tables as they are printed, or facts of rows, of which the form of the filing has some.
    [[nodiscard]] bool asks_printed(const Rule& rule) const { return has_printed_names_ && rule.asks_printed; }
    /// Leaves out the instances over rows that nobody printed, and says so once.
    std::size_t drop_unprinted(
        const Rule& rule, const RuleScope& scope, std::vector<Instance>& instances, RuleVisitor& visitor);
    [[nodiscard]] bool applies(const Rule& rule, std::size_t index) const;
    [[nodiscard]] const Words* unknown_applicability(const Rule& rule) const;
    [[nodiscard]] const std::vector<Instance>* compiled(const Rule& rule, std::size_t index) const;
    [[nodiscard]] const std::vector<NumberedTable>* previous_tables(const Rule& rule) const;
    [[nodiscard]] Words why_not(std::size_t first, std::size_t last);
    /// That the rule is for these forms, none of which the filing has; most such rules are for the same.
    [[nodiscard]] const Words& other_form(const std::string& forms);

    const Filing& filing_;
    const Catalogue& catalogue_;
    FilingNames names_;
    std::optional<FilingNames> previous_;
    FilingsAtHand at_hand_;
    std::vector<const Mention*> mentions_;  ///< in the slots of the instance that is visited
    bool compiles_anew_;
    bool has_own_tables_;
    bool has_printed_names_;
    std::vector<std::pair<std::string, Words>> other_forms_;
};

}  // namespace gouji
