// SPDX-License-Identifier: Apache-2.0
// Filings as converters leave them: nearly every cell is read, and none is wrong without a mark.
#include "engine/check/readings/choose.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/corpus/converters.hpp"
#include "tests/unit/grammar/tally.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <random>

using namespace gouji;
using gouji::test::Tally;

namespace {

constexpr std::array<unsigned, 5> scales = {3, 12, 60, 400, 5000};

/// How many filings for each kind of damage; GOUJI_CONVERTERS gives another number.
unsigned filings_of_each() {
    constexpr unsigned usual = 22;  // some 500 in all
    const char* const wanted = std::getenv("GOUJI_CONVERTERS");
    return wanted ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : usual;
}

Tally read_converted(const corpus::Converter& converter, unsigned seed) {
    const Form& form = gouji::test::shipped().form(seed % 3 == 2 ? "cn-disclosure-2019" : "cn-disclosure-2021")->form;
    const corpus::Document document =
        corpus::compose(form, corpus::make_figures(form, seed, scales[seed % scales.size()]), seed);
    std::mt19937 random(seed);
    const std::string written = converter.write(document, random);
    INFO(written);
    const Result<Text> text = read_text({"a.md", written});
    REQUIRE(text);
    Result<Filing> filing = read_filing(*text, gouji::test::shipped().editions, "a.md");
    REQUIRE(filing);
    choose_readings(*filing);
    return gouji::test::compare(document, *filing, converter.zeros_empty);
}

}  // namespace

TEST_CASE("converters: labels broken, moved and lost, rows doubled and cut, cells emptied") {
    Tally all;
    Tally joined;
    for (const corpus::Converter& converter : corpus::converters()) {
        Tally tally;
        for (unsigned seed = 0; seed < filings_of_each(); ++seed) {
            INFO(converter.name, ", filing ", seed);
            tally.add(read_converted(converter, seed));
        }
        gouji::test::print(converter.name, tally);
        (converter.joined ? joined : all).add(tally);
    }
    gouji::test::print("all with their borders", all);
    gouji::test::print("all that run together", joined);
    CHECK(all.wrong == 0);
    CHECK(joined.wrong == 0);
    CHECK(all.right >= all.cells * 0.995);
    // Where no relation speaks of a row, as in the table of disclosure, nobody can tell how its digits divide.
    CHECK(joined.right >= joined.cells * 0.95);
    CHECK(joined.decided >= joined.tables * 0.85);
}
