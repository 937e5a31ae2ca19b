// SPDX-License-Identifier: Apache-2.0
// Where characters begin in a file in another encoding, beside a list with an entry for every byte.
#include "engine/source/byte_starts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace gouji;

namespace {

struct Listed {
    ByteStarts starts;
    std::vector<std::uint32_t> of_byte;  ///< and of the end
};

/// Characters of one to four bytes that took none to five of the file, with stretches of the same kind.
Listed make_starts(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<std::uint32_t>(random() % limit); };
    Listed made;
    std::uint32_t from = below(3);
    while (made.of_byte.size() < 200) {
        const std::uint32_t size = 1 + below(4);
        const std::uint32_t step = below(6);
        for (std::uint32_t count = 1 + below(9); count > 0; --count) {
            made.starts.add(size, from);
            made.of_byte.resize(made.of_byte.size() + size, from);
            from += step;
        }
    }
    from += below(3);
    made.starts.finish(from);
    made.of_byte.push_back(from);
    return made;
}

}  // namespace

TEST_CASE("byte starts: each byte of the text has its place in the file, and leads back") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        INFO("seed ", seed);
        const auto [starts, of_byte] = make_starts(seed);
        REQUIRE(starts.size() + 1 == of_byte.size());
        ByteStarts::Walk walk(starts);
        for (std::uint32_t at = 0; at < of_byte.size(); ++at) CHECK(walk.of(at) == of_byte[at]);
        for (std::uint32_t at = starts.size() + 1; at-- > 0;) CHECK(walk.of(at) == of_byte[at]);
        for (std::uint32_t from = 0; from <= starts.end(); ++from) {
            const auto first = std::lower_bound(of_byte.begin(), of_byte.end(), from) - of_byte.begin();
            CHECK(starts.first_at(from) == static_cast<std::uint32_t>(first));
        }
        CHECK(ByteStarts(starts.runs(), starts.size(), starts.end()).first_at(9) == starts.first_at(9));
    }
}

TEST_CASE("byte starts: a text that was packed twice leads to the outer file") {
    for (unsigned seed = 0; seed < 50; ++seed) {
        INFO("seed ", seed);
        const auto [starts, of_byte] = make_starts(seed);
        std::vector<std::uint32_t> origins;
        for (std::uint32_t at = 0; at <= starts.end(); ++at) origins.push_back(at * 4 / 3 + (at > 40 ? 80 : 7));
        const ByteStarts outer = through(starts, origins);
        ByteStarts::Walk walk(outer);
        for (std::uint32_t at = 0; at < of_byte.size(); ++at) CHECK(walk.of(at) == origins[of_byte[at]]);
    }
}
