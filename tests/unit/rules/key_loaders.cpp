// SPDX-License-Identifier: Apache-2.0
// The keys that the loaders read against the keys that keys.cpp lists.
#include "engine/rules/keys.hpp"
#include "engine/rules/private_load_decisions.hpp"
#include "engine/rules/private_load_forms.hpp"
#include "engine/rules/private_load_mention_forms.hpp"
#include "engine/rules/private_load_names.hpp"
#include "engine/rules/private_load_organs.hpp"
#include "engine/rules/private_load_rule.hpp"
#include "engine/rules/private_load_suites.hpp"
#include "engine/rules/private_load_tests.hpp"
#include "engine/rules/private_load_waivers.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace gouji;

namespace {

std::set<std::string> keys_of(std::string_view table) {
    std::set<std::string> keys;
    for (const Key& key : key_table(table).keys) keys.emplace(key.name);
    return keys;
}

template <class Target>
std::set<std::string> keys_of(KeyLoaders<Target> loaders) {
    std::set<std::string> keys;
    for (const auto& loader : loaders) CHECK(keys.emplace(loader.key).second);
    return keys;
}

}  // namespace

TEST_CASE("keys: every key of a file has a loader, and every loader a key") {
    CHECK(keys_of(rule_loaders()) == keys_of("rule"));
    CHECK(keys_of(library_loaders()) == keys_of("library"));
    CHECK(keys_of(test_loaders()) == keys_of("test"));
    CHECK(keys_of(suite_loaders()) == keys_of("suite"));
    CHECK(keys_of(override_loaders()) == keys_of("override"));
    CHECK(keys_of(waiver_loaders()) == keys_of("waiver"));
    CHECK(keys_of(at_loaders()) == keys_of("at"));
    CHECK(keys_of(organ_loaders()) == keys_of("organ"));
    CHECK(keys_of(form_loaders()) == keys_of("form"));
    CHECK(keys_of(mention_loaders()) == keys_of("mention"));
    CHECK(keys_of(name_loaders()) == keys_of("names"));
    // People fill in the other keys of a decision; all of these are read alike.
    auto decision = keys_of(decision_loaders());
    for (const auto& field : decision_fields) decision.emplace(field.name);
    CHECK(decision == keys_of("decision"));
}
