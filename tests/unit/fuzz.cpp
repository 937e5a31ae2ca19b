// SPDX-License-Identifier: Apache-2.0
// In every build: what libFuzzer begins from, what it once found, and some thousand changes of the seeds.
#include "tests/fuzz/targets.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

/// One of the changes that damage does: a byte, a stretch left out, doubled or moved, a number grown.
std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t size = below(std::min<std::size_t>(bytes.size() - at, 60) + 1);
    switch (below(6)) {
        case 0: return bytes.erase(at, size);
        case 1: return bytes.insert(below(bytes.size()), bytes.substr(at, size));
        case 2: return bytes.insert(at, std::string(below(20), "0123456789-|<>[]{}()\n \t,.\xE4\x00\xFF"[below(29)]));
        case 3: return bytes.substr(0, at);
        case 4: return bytes.substr(at) + bytes.substr(0, at);
        default:
            if (at < bytes.size()) bytes[at] = static_cast<char>(random());
            return bytes;
    }
}

}  // namespace

TEST_CASE("fuzz: every target takes what it begins from, and what once broke it") {
    for (const fuzz::Target& target : fuzz::targets()) {
        CAPTURE(target.name);
        const auto seeds = target.seeds();
        CHECK(!seeds.empty());
        for (const std::string& one : seeds) target.take(one);
        target.take("");
        const fs::path cases = fs::path(GOUJI_ROOT) / "tests/fuzz/cases" / target.name;
        if (!fs::exists(cases)) continue;
        for (const auto& entry : fs::directory_iterator(cases)) target.take(test::read_file(entry.path()));
    }
}

TEST_CASE("fuzz: seeds that were damaged") {
    std::mt19937 random(7);
    for (const fuzz::Target& target : fuzz::targets()) {
        CAPTURE(target.name);
        const auto seeds = target.seeds();
        constexpr int parts = gouji::test::slow ? 3 : 1;
        const int rounds = (target.name == "form" || target.name == "rule" ? 150 : 60) / parts;
        for (int round = 0; round < rounds; ++round) {
            std::string bytes = seeds[random() % seeds.size()];
            for (auto changes = 1 + random() % 4; changes-- > 0;) bytes = damaged(std::move(bytes), random);
            target.take(bytes);
        }
    }
}

TEST_CASE("fuzz: every folder of cases is that of a target") {
    std::set<std::string> names;
    for (const fuzz::Target& target : fuzz::targets()) CHECK(names.insert(std::string(target.name)).second);
    const fs::path cases = fs::path(GOUJI_ROOT) / "tests/fuzz/cases";
    if (!fs::exists(cases)) return;
    for (const auto& entry : fs::directory_iterator(cases)) CHECK(names.count(entry.path().filename().string()) == 1);
}
