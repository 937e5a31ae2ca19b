// SPDX-License-Identifier: Apache-2.0
// The quick reader of YAML against yaml-cpp: what it accepts must be the same tree, with the same places.
#include "engine/rules/blank_tests.hpp"
#include "engine/rules/quick_yaml.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

bool same(const Yaml& a, const Yaml& b) {
    if (a.kind != b.kind || a.text != b.text || a.quoted != b.quoted || a.offset != b.offset
        || a.items.size() != b.items.size() || a.entries.size() != b.entries.size())
        return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!same(a.items[i], b.items[i])) return false;
    }
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        if (!same(a.entries[i].key, b.entries[i].key) || !same(a.entries[i].value, b.entries[i].value)) return false;
    }
    return true;
}

/// True when the quick reader refuses, or both say the same and nothing is wrong.
bool agrees(const std::string& content, bool* quick_read = nullptr) {
    const auto quick = read_quickly(content);
    if (quick_read) *quick_read = quick.has_value();
    if (!quick) return true;
    YamlFile file("quick", content);
    const Yaml slow = file.parse_slowly(content);
    return file.diagnostics().empty() && same(*quick, slow);
}

std::vector<fs::path> yaml_files() {
    std::vector<fs::path> all;
    for (const char* folder : {"rules", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOUJI_ROOT) / folder)) {
            if (entry.path().extension() == ".yaml") all.push_back(entry.path());
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// The tree without the `tests` of its rules.
void drop_tests(Yaml& node) {
    std::erase_if(node.entries, [](const Yaml::Entry& entry) { return entry.key.text == "tests"; });
    for (Yaml& item : node.items) drop_tests(item);
    for (Yaml::Entry& entry : node.entries) drop_tests(entry.value);
}

}  // namespace

TEST_CASE("yaml: a rule file with its tests blanked is the same file without tests") {
    for (const auto& path : yaml_files()) {
        if (path.string().find("/rules/") == std::string::npos || path.string().find("/tests/") != std::string::npos)
            continue;
        const std::string content = gouji::test::read_file(path);
        const std::string blanked = blank_tests(content);
        INFO(path.string());
        CHECK(blanked.size() == content.size());
        YamlFile whole("whole", content);
        YamlFile bare("bare", blanked);
        Yaml wanted = whole.parse_slowly(content);
        Yaml found = bare.parse_slowly(blanked);
        drop_tests(wanted);
        drop_tests(found);
        CHECK(same(wanted, found));
        CHECK(bare.diagnostics().empty());
    }
}

TEST_CASE("yaml: the quick reader and yaml-cpp read every file alike") {
    for (const auto& path : yaml_files()) {
        bool quick = false;
        INFO(path.string());
        CHECK(agrees(gouji::test::read_file(path), &quick));
        // The shipped files are plain enough to be read quickly: that is what they are loaded by.
        if (path.string().find("/rules/") != std::string::npos && path.string().find("/tests/") == std::string::npos)
            CHECK(quick);
    }
}

TEST_CASE("yaml: the quick reader refuses what it does not know, and never reads it otherwise") {
    for (const char* text :
        {"a: b", "a:\n  - b\n  - c: d\n    e: f\n", "- a\n- b\n", "a: { b: c, d: [ e, \"f\" ] }\n", "a:\n- b\n- c\n",
            "'a b': \"c: d\"\n", "- - a\n", "a: b # c\n", "a: b: c\n", "a: [b, c\n", "a: &x b\n", "a: *x\n",
            "a: !!str b\n", "a: |\n  b\n", "a: b\n  c\n", "a:\n", "a: ~\n", "? a\n: b\n", "a: {b: c}\n", "a: {b}\n",
            "a: [ b: c ]\n", "a: \"b\\n\"\n", "a: 'b''c'\n", "a: b\na: c\n", "---\na: b\n", "a: b\n...\n", "a: [,]\n",
            "a: [ b, ]\n", "a: { b : c }\n", "a: -\n", "a: - b\n", "-a: b\n", "a: b:\n", "a: 'b' c\n", "\"a\" : b\n",
            "a: {b: c, b: d}\n", "a: [b]c\n", "#x\na: b\n", "a: b\n# c\nd: e\n", "  a: b\n", "a:\n    b: c\n  d: e\n",
            "a: {\"b\":c}\n", "a: [x?y]\n", "a: x,y\n", "a: #b\n", "a: b#c\n", "- a: b\n  c: d\n- e: f\n",
            "- a:\n    b: c\n", "a: [ ]\n", "a: {}\n", "a: http://b\n", "a: [ http://b ]\n", ""}) {
        INFO(text);
        CHECK(agrees(text));
    }
}

TEST_CASE("yaml: files changed at random are read alike, or not quickly") {
    std::mt19937 random(7);
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    const std::string signs = " \n:-[]{},#'\"&*!|>?~ab\\";
    int accepted = 0;
    for (const auto& path : yaml_files()) {
        const std::string content = gouji::test::read_file(path);
        // A part of the file: short texts are changed more thoroughly.
        for (int i = 0; i < 150; ++i) {
            std::size_t from = content.rfind("\n- ", below(content.size()));
            from = from == std::string::npos ? 0 : from + 1;
            std::string changed = content.substr(from, 200 + below(600));
            for (std::size_t k = 1 + below(3); k > 0 && !changed.empty(); --k) {
                const std::size_t at = below(changed.size());
                switch (below(3)) {
                    case 0: changed[at] = signs[below(signs.size())]; break;
                    case 1: changed.insert(at, 1, signs[below(signs.size())]); break;
                    default: changed.erase(at, 1 + below(3)); break;
                }
            }
            bool quick = false;
            INFO(changed);
            REQUIRE(agrees(changed, &quick));
            accepted += quick ? 1 : 0;
        }
    }
    CHECK(accepted > 1000);
}
