// SPDX-License-Identifier: Apache-2.0
// Runs every example of the guides and of the pages on rules and forms. What someone who has only the guide can write
// is held against cases that the answer does not show.
#include "engine/check/rule_tests/rule_tests.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

/// The number of tests that ran; everything must be right.
std::size_t run_files(const std::vector<RuleFile>& more) {
    auto files = gouji::test::shipped_files();
    files.insert(files.end(), more.begin(), more.end());
    const auto loaded = load_catalogue(files);
    for (const auto& one : loaded.diagnostics) CHECK_MESSAGE(false, one.file, ":", one.line, " ", one.message.en);
    REQUIRE(loaded);
    std::size_t ran = 0;
    for (const auto& one : test_rules(*loaded)) {
        const bool own =
            std::any_of(more.begin(), more.end(), [&](const RuleFile& file) { return file.name == one.file; });
        ran += own ? 1 : 0;
        for (const Words& why : one.failures) CHECK_MESSAGE(false, one.file, ":", one.line, " ", why.en);
    }
    return ran;
}

}  // namespace

TEST_CASE("guide: every example is right, in both languages") {
    for (const char* name : {"guide.zh.md", "guide.en.md"}) {
        const auto blocks =
            gouji::test::blocks_of(gouji::test::read_file(fs::path(GOUJI_ROOT) / "docs" / name), "yaml");
        CHECK(blocks.size() >= 10);
        std::size_t ran = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i)
            ran += run_files({{std::string(name) + "#" + std::to_string(i), blocks[i], true, false}});
        CHECK(ran >= 16);
    }
}

TEST_CASE("pages on rules and forms: every example is right, and the same in both languages") {
    const struct {
        std::string name;
        std::size_t blocks;
        std::size_t tests;
    } pages[] = {{"rules.zh.md", 2, 2}, {"rules.en.md", 2, 2}, {"forms.zh.md", 2, 2}, {"forms.en.md", 2, 2}};
    for (const auto& page : pages) {
        INFO(page.name);
        const auto blocks =
            gouji::test::blocks_of(gouji::test::read_file(fs::path(GOUJI_ROOT) / "docs" / page.name), "yaml");
        CHECK(blocks.size() == page.blocks);
        std::size_t ran = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i)
            ran += run_files({{page.name + "#" + std::to_string(i), blocks[i], true, false}});
        CHECK(ran == page.tests);
    }
}

TEST_CASE("guide: the answers to its tasks hold in cases that they do not show") {
    std::size_t answers = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(GOUJI_ROOT) / "tests" / "answers")) {
        const std::string name = entry.path().filename().string();
        if (name.find(".cases.") != std::string::npos) continue;
        const fs::path cases = entry.path().parent_path() / (entry.path().stem().string() + ".cases.yaml");
        INFO(name);
        CHECK(run_files({{name, gouji::test::read_file(entry.path()), true, false},
                  {"cases", gouji::test::read_file(cases), true, false}})
            >= 4);
        ++answers;
    }
    CHECK(answers == 6);
}
