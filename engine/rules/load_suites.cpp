// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
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

/// What a suite comes to: its rules, and those whose severity it changes. A suite in a circle adds nothing twice.
struct Resolved {
    std::set<std::string> rules;
    std::map<std::string, const Suite::Change*> changed;
};

void resolve(const Catalogue& catalogue, const Suite& suite, std::set<std::string>& open, Resolved& made) {
    if (!open.insert(suite.name).second) return;
    for (const auto& base : suite.extends) {
        if (const Suite* found = suite_named(catalogue, base.id)) resolve(catalogue, *found, open, made);
    }
    for (const auto& rule : suite.rules) {
        if (rule.id == "*") made.rules = all_rules(catalogue);
        else made.rules.insert(rule.id);
    }
    for (const auto& change : suite.changes) {
        if (change.severity) made.changed[change.rule.id] = &change;
        else made.rules.erase(change.rule.id);
    }
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

std::vector<Suite::Named> named(YamlFile& file, const Yaml* node) {
    std::vector<Suite::Named> all;
    if (!node) return all;
    if (!node->is_list()) return {{file.text(*node), node->offset}};
    for (const Yaml& one : node->items) all.push_back({file.text(one), one.offset});
    return all;
}

Suite::Change load_change(YamlFile& file, const Yaml& node, std::string_view table) {
    Suite::Change made;
    if (!file.expect(node, Yaml::Kind::map)) return made;
    expect_keys(file, node, table);
    if (const Yaml* rule = node.find("rule")) made.rule = {file.text(*rule), rule->offset};
    if (const Yaml* severity = node.find("severity")) made.severity = load_severity(file, *severity);
    if (const Yaml* reason = node.find("reason")) made.reason = load_words(file, *reason);
    return made;
}

}  // namespace

Suite load_suite(YamlFile& file, const Yaml& root) {
    Suite made;
    made.file = file.name();
    expect_keys(file, root, "suite");
    if (const Yaml* name = root.find("suite")) {
        made.name = file.text(*name);
        made.offset = name->offset;
    }
    if (const Yaml* title = root.find("title")) made.title = load_words(file, *title);
    made.extends = named(file, root.find("extends"));
    made.rules = named(file, root.find("rules"));
    for (const std::string_view kind : {"disable", "override"}) {
        if (const Yaml* list = root.find(kind)) {
            for_each_item(file, *list, [&](const Yaml& one) { made.changes.push_back(load_change(file, one, kind)); });
        }
    }
    return made;
}

Waiver load_waiver(YamlFile& file, const Yaml& entry) {
    Waiver made;
    made.file = file.name();
    made.line = file.line_at(entry.offset);
    if (!file.expect(entry, Yaml::Kind::map)) return made;
    expect_keys(file, entry, "waiver");
    for (const auto& [key, value] : entry.entries) {
        if (key.text == "rule") {
            made.rule = file.text(value);
            made.rule_offset = value.offset;
        } else if (key.text == "organ") made.organ = file.text(value);
        else if (key.text == "reason") made.reason = file.text(value);
        else if (key.text == "approver") made.approver = file.text(value);
        else if (key.text == "year") made.year = load_years(file, value).first.value_or(0);
        else if (key.text == "expires") {
            made.expires = load_day(file, value, file.text(value)).value_or(0);
        } else if (key.text == "cells") made.cells = load_figures(file, value);
        else if (key.text == "at" && file.expect(value, Yaml::Kind::map)) {
            expect_keys(file, value, "at");
            for (const auto& [place, name] : value.entries) {
                std::string& to = place.text == "table" ? made.at.table
                    : place.text == "row"               ? made.at.row
                    : place.text == "column"            ? made.at.column
                    : place.text == "section"           ? made.at.section
                                                        : made.at.fact;
                to = file.text(name);
            }
        }
    }
    return made;
}

void check_suites(const Catalogue& catalogue, LoadedFiles& files) {
    const std::set<std::string> rules = all_rules(catalogue);
    std::vector<std::string> suites;
    for (const Suite& one : catalogue.suites) suites.push_back(one.name);
    for (const Suite& suite : catalogue.suites) {
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
        const auto check_rule = [&](const Suite::Named& rule) {
            const bool known = rule.id == "*" || rules.contains(rule.id);
            if (!known)
                files.complain(suite.file, rule_codes::unknown_rule, rule.offset,
                    {{"id", same(rule.id)}, {"near", near_or_all(rule.id, {rules.begin(), rules.end()})}});
            return known;
        };
        for (const auto& rule : suite.rules) check_rule(rule);
        // What the suite has before its own changes.
        Suite unchanged = suite;
        unchanged.changes.clear();
        Resolved had;
        std::set<std::string> open;
        resolve(catalogue, unchanged, open, had);
        for (const auto& change : suite.changes) {
            if (check_rule(change.rule) && !had.rules.contains(change.rule.id))
                files.complain(suite.file, rule_codes::no_target, change.rule.offset, {{"id", same(change.rule.id)}});
        }
    }
}

void apply_suite(Catalogue& catalogue, const std::string& name) {
    const Suite* suite = suite_named(catalogue, name);
    if (!suite) return;
    Resolved made;
    std::set<std::string> open;
    resolve(catalogue, *suite, open, made);
    for (Rule& rule : catalogue.rules) {
        rule.reported = rule.reported && made.rules.contains(rule.id);
        const auto change = made.changed.find(rule.id);
        if (change == made.changed.end()) continue;
        rule.severity = *change->second->severity;
        rule.override_reason = change->second->reason;
    }
}

}  // namespace gouji
