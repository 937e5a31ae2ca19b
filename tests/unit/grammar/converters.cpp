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
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <utility>

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

Tally read_converted(
    const corpus::Converter& converter, const corpus::Document& document, const Catalogue& catalogue, unsigned seed) {
    std::mt19937 random(seed);
    const std::string written = converter.write(document, random);
    INFO(written);
    const Result<Text> text = read_text({"a.md", written});
    REQUIRE(text);
    Result<Filing> filing = read_filing(*text, catalogue.editions, "a.md");
    REQUIRE(filing);
    choose_readings(*filing);
    return gouji::test::compare(document, *filing, converter.zeros_empty);
}

corpus::Document shipped_filing(unsigned seed) {
    const Form& form = gouji::test::shipped().form(seed % 3 == 2 ? "cn-disclosure-2019" : "cn-disclosure-2021")->form;
    return corpus::compose(form, corpus::make_figures(form, seed, scales[seed % scales.size()]), seed);
}

/// Forms that the program has never seen.
Catalogue invented(const std::string& name) {
    const std::string file = "tests/corpus/forms/" + name + ".yaml";
    auto loaded =
        load_catalogue({{file, gouji::test::read_file(std::filesystem::path(GOUJI_ROOT) / file)}}, {false, {}});
    for (const auto& one : loaded.diagnostics) MESSAGE(one.message.en);
    REQUIRE(loaded);
    return std::move(*loaded);
}

/// Takes filings through all the damage. Returns how those ended whose digits run together.
Tally check_damage(unsigned filings, const Catalogue& catalogue,
    const std::function<corpus::Document(unsigned)>& filing, const std::string& name) {
    Tally all;
    Tally joined;
    for (const corpus::Converter& converter : corpus::converters()) {
        Tally tally;
        for (unsigned seed = 0; seed < filings; ++seed) {
            INFO(name, converter.name, ", filing ", seed);
            tally.add(read_converted(converter, filing(seed), catalogue, seed));
        }
        gouji::test::print(name + std::string(converter.name), tally);
        (converter.joined ? joined : all).add(tally);
    }
    gouji::test::print(name + "all with their borders", all);
    gouji::test::print(name + "all that run together", joined);
    CHECK(all.wrong == 0);
    CHECK(joined.wrong == 0);
    CHECK(all.right >= all.cells * 0.995);
    return joined;
}

}  // namespace

TEST_CASE("converters: labels broken, moved and lost, rows doubled and cut, cells emptied") {
    const Tally joined = check_damage(filings_of_each(), gouji::test::shipped(), shipped_filing, "");
    // Where no relation speaks of a row, as in the table of disclosure, nobody can tell how its digits divide.
    CHECK(joined.right >= joined.cells * 0.95);
    CHECK(joined.decided >= joined.tables * 0.85);
}

TEST_CASE("converters: the same with forms that the program has never seen") {
    for (const std::string name : {"petitions", "works"}) {
        const Catalogue catalogue = invented(name);
        const Form& form = catalogue.forms.front().form;
        // One sum for each column leaves most digits that run together open.
        check_damage(
            filings_of_each() / 2, catalogue,
            [&](unsigned seed) {
                return corpus::compose_any(
                    form, corpus::make_figures_of_any(form, seed, scales[seed % scales.size()]), seed);
            },
            name + ": ");
    }
}
