// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_tests.hpp"

#include "engine/rules/codes.hpp"

#include <array>

namespace gouji {
namespace {

/// `{ fail: true }`, `{ fail: { c: 自然人 } }` or `{ fail: [ { c: 自然人 } ] }`: any other word would be read as true.
void load_expected(YamlFile& file, const Yaml& expect) {
    expect_keys(file, expect, "expect");
    const auto check = [&](const Yaml& bindings, bool alone) {
        if (bindings.is_map() || (alone && bindings.is_scalar() && bindings.text == "true")) return;
        file.complain(rule_codes::wrong_expectation, bindings, {{"word", same(bindings.text)}});
    };
    for (const auto& [outcome, wanted] : expect.entries) {
        if (!wanted.is_list()) check(wanted, true);
        for (const Yaml& bindings : wanted.items) check(bindings, false);
    }
}

constexpr std::array loaders = {
    KeyLoader<RuleTest>{
        "rule", [](YamlFile& file, const Yaml& value, RuleTest& test) { test.rule = file.text(value); }},
    KeyLoader<RuleTest>{"given",
        [](YamlFile& file, const Yaml& value, RuleTest& test) {
            if (file.expect(value, Yaml::Kind::map)) test.given = value;
        }},
    KeyLoader<RuleTest>{"expect",
        [](YamlFile& file, const Yaml& value, RuleTest& test) {
            test.expect = value;
            if (value.is_map()) load_expected(file, value);
            else if (!value.is_scalar() || value.text != "pass")
                file.complain(rule_codes::wrong_kind, value,
                    {{"wanted", {"pass，或 { fail: [ … ] } 等", "pass, or a map such as { fail: [ … ] }"}}});
        }},
};

}  // namespace

KeyLoaders<RuleTest> test_loaders() { return loaders; }

RuleTest load_test(YamlFile& file, const Yaml& entry) {
    RuleTest test;
    test.file = file.name();
    test.offset = entry.offset;
    test.line = file.line_at(entry.offset);
    if (!file.expect(entry, Yaml::Kind::map)) return test;
    expect_keys(file, entry, "test");
    load_in_order(file, entry, test_loaders(), test);
    return test;
}

}  // namespace gouji
