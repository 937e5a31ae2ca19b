// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_suites.hpp"

#include "engine/rules/codes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace gouji {
namespace {

const Suite* suite_named(const Catalogue& catalogue, const std::string& name) {
    const auto found = std::find_if(
        catalogue.suites.begin(), catalogue.suites.end(), [&](const Suite& one) { return one.name == name; });
    return found == catalogue.suites.end() ? nullptr : &*found;
}

std::set<std::string> all_rules(const Catalogue& catalogue) {
    std::set<std::string> ids(catalogue.left_out.begin(), catalogue.left_out.end());
    for (const Rule& one : catalogue.rules) ids.insert(one.id);
    return ids;
}

/// The rules of a suite with all that it extends, and those whose severity is changed.
struct ResolvedSuite {
    std::set<std::string> rules;
    std::map<std::string, const Suite::RuleChange*> changed;
};

/// A suite in a circle adds nothing twice.
void add_suite(const Catalogue& catalogue, const Suite& suite, std::set<std::string>& open, ResolvedSuite& resolved) {
    if (!open.insert(suite.name).second) return;
    for (const auto& base : suite.extends) {
        if (const Suite* found = suite_named(catalogue, base.id)) add_suite(catalogue, *found, open, resolved);
    }
    for (const auto& rule : suite.rules) {
        if (rule.id == "*") resolved.rules = all_rules(catalogue);
        else resolved.rules.insert(rule.id);
    }
    for (const auto& change : suite.changes) {
        if (change.severity) resolved.changed[change.rule.id] = &change;
        else resolved.rules.erase(change.rule.id);
    }
}

ResolvedSuite resolve(const Catalogue& catalogue, const Suite& suite) {
    ResolvedSuite resolved;
    std::set<std::string> open;
    add_suite(catalogue, suite, open, resolved);
    return resolved;
}

/// The suites from this one back to itself; empty where there is no circle.
std::vector<std::string> circle_of(const Catalogue& catalogue, const Suite& suite, std::vector<std::string> path) {
    if (!path.empty() && suite.name == path.front()) {
        path.push_back(suite.name);
        return path;
    }
    if (std::find(path.begin(), path.end(), suite.name) != path.end()) return {};
    path.push_back(suite.name);
    for (const auto& base : suite.extends) {
        const Suite* found = suite_named(catalogue, base.id);
        if (!found) continue;
        if (auto circle = circle_of(catalogue, *found, path); !circle.empty()) return circle;
    }
    return {};
}

std::vector<Suite::PlacedName> load_names(YamlFile& file, const Yaml& node) {
    if (!node.is_list()) return {{file.text(node), node.offset}};
    std::vector<Suite::PlacedName> names;
    for (const Yaml& name : node.items) names.push_back({file.text(name), name.offset});
    return names;
}

constexpr std::array override_keys = {
    KeyLoader<Suite::RuleChange>{"rule",
        [](YamlFile& file, const Yaml& value, Suite::RuleChange& change) {
            change.rule = {file.text(value), value.offset};
        }},
    KeyLoader<Suite::RuleChange>{"severity",
        [](YamlFile& file, const Yaml& value, Suite::RuleChange& change) {
            change.severity = load_severity(file, value);
        }},
    KeyLoader<Suite::RuleChange>{"reason",
        [](YamlFile& file, const Yaml& value, Suite::RuleChange& change) { change.reason = load_words(file, value); }},
};

Suite::RuleChange load_change(YamlFile& file, const Yaml& node, std::string_view table) {
    Suite::RuleChange change;
    if (!file.expect(node, Yaml::Kind::map)) return change;
    expect_keys(file, node, table);
    load_in_order(file, node, override_loaders(), change);
    return change;
}

void load_changes(YamlFile& file, const Yaml& list, std::string_view table, Suite& suite) {
    for_each_item(file, list, [&](const Yaml& entry) { suite.changes.push_back(load_change(file, entry, table)); });
}

constexpr std::array suite_keys = {
    KeyLoader<Suite>{"suite",
        [](YamlFile& file, const Yaml& value, Suite& suite) {
            suite.name = file.text(value);
            suite.offset = value.offset;
        }},
    KeyLoader<Suite>{
        "title", [](YamlFile& file, const Yaml& value, Suite& suite) { suite.title = load_words(file, value); }},
    KeyLoader<Suite>{
        "extends", [](YamlFile& file, const Yaml& value, Suite& suite) { suite.extends = load_names(file, value); }},
    KeyLoader<Suite>{
        "rules", [](YamlFile& file, const Yaml& value, Suite& suite) { suite.rules = load_names(file, value); }},
    // A changed severity counts after what is left out, wherever the two are written.
    KeyLoader<Suite>{"disable",
        [](YamlFile& file, const Yaml& value, Suite& suite) { load_changes(file, value, "disable", suite); }},
    KeyLoader<Suite>{"override",
        [](YamlFile& file, const Yaml& value, Suite& suite) { load_changes(file, value, "override", suite); }},
};

/// The names by which all suites are checked.
struct SuiteCheck {
    const Catalogue& catalogue;
    LoadedFiles& files;
    std::set<std::string> rules;      ///< that there are
    std::vector<std::string> suites;  ///< likewise

    void check_name(const Suite& suite) const {
        if (std::count(suites.begin(), suites.end(), suite.name) > 1)
            files.complain(suite.file, rule_codes::duplicate_id, suite.offset,
                {{"id", same(suite.name)}, {"file", same(suite.file)}});
        for (const auto& base : suite.extends) {
            if (!suite_named(catalogue, base.id))
                files.complain(suite.file, rule_codes::unknown_suite, base.offset,
                    {{"name", same(base.id)}, {"near", near_or_all(base.id, suites)}});
        }
        if (const auto circle = circle_of(catalogue, suite, {}); !circle.empty())
            files.complain(suite.file, rule_codes::suite_cycle, suite.offset, {{"names", same(joined(circle))}});
    }

    [[nodiscard]] bool check_rule(const Suite& suite, const Suite::PlacedName& rule) const {
        if (rule.id == "*" || rules.contains(rule.id)) return true;
        files.complain(suite.file, rule_codes::unknown_rule, rule.offset,
            {{"id", same(rule.id)}, {"near", near_or_all(rule.id, {rules.begin(), rules.end()})}});
        return false;
    }

    void check_rules(const Suite& suite) const {
        for (const auto& rule : suite.rules) static_cast<void>(check_rule(suite, rule));
        Suite unchanged = suite;
        unchanged.changes.clear();
        const ResolvedSuite before = resolve(catalogue, unchanged);
        for (const auto& change : suite.changes) {
            if (check_rule(suite, change.rule) && !before.rules.contains(change.rule.id))
                files.complain(suite.file, rule_codes::override_without_target, change.rule.offset,
                    {{"id", same(change.rule.id)}});
        }
    }
};

}  // namespace

KeyLoaders<Suite> suite_loaders() { return suite_keys; }
KeyLoaders<Suite::RuleChange> override_loaders() { return override_keys; }

Suite load_suite(YamlFile& file, const Yaml& root) {
    Suite suite;
    suite.file = file.name();
    expect_keys(file, root, "suite");
    load_in_order(file, root, suite_loaders(), suite);
    return suite;
}

void check_suites(const Catalogue& catalogue, LoadedFiles& files) {
    SuiteCheck check{catalogue, files, all_rules(catalogue), {}};
    for (const Suite& suite : catalogue.suites) check.suites.push_back(suite.name);
    for (const Suite& suite : catalogue.suites) {
        check.check_name(suite);
        check.check_rules(suite);
    }
}

void apply_suite(Catalogue& catalogue, const std::string& name) {
    const Suite* suite = suite_named(catalogue, name);
    if (!suite) return;
    const ResolvedSuite resolved = resolve(catalogue, *suite);
    for (Rule& rule : catalogue.rules) {
        rule.reported = rule.reported && resolved.rules.contains(rule.id);
        const auto change = resolved.changed.find(rule.id);
        if (change == resolved.changed.end()) continue;
        rule.severity = *change->second->severity;
        rule.override_reason = change->second->reason;
    }
}

}  // namespace gouji
