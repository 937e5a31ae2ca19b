// SPDX-License-Identifier: Apache-2.0
// Owns: one rule under every form that it is for: which forms these are, the names of each, and the instances.
// Refuses: to say where a mistake is told: compile_rules.cpp does, when it knows what all forms say.
#pragma once

#include "engine/rules/catalogue.hpp"

#include <utility>
#include <vector>

namespace gouji {

/// The rule is written for the form: by its `forms`, or else by its `years`.
bool is_for(const Rule& rule, const Form& form);

/// The instances of a rule under every form that it is for, with their mistakes; `bindings` are left out.
struct CompiledRule {
    std::vector<std::vector<Instance>> by_form;
    std::vector<std::pair<const Form*, Issues>> issues;
};
CompiledRule compile_rule(const Rule& rule, const Catalogue& catalogue);

/// The names of a form with specimens: free tables are only known with a filing, and one stands for them.
Names specimen_of(Names names);

/// The names of a form; `layouts` replaces its tables by those of the same name that another form read. `mentions`: the
/// rows that its facts are stated of; a fact of rows stands for its first row where there is no filing.
Names names_of(const FormEntry& entry, const std::vector<const TableForm*>& layouts,
    const std::vector<Mention>* mentions = nullptr);

}  // namespace gouji
