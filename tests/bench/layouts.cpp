// SPDX-License-Identifier: Apache-2.0
// What a report costs in each layout of tests/corpus, from bytes to chosen readings, in processor time: as ratios to
// one of a cell a line in the same run; and for pages what reading the bytes costs beside gumbo's own parse of the same
// page in UTF-8. usage: bench_layouts RULES_FOLDER
#include "engine/check/readings/choose.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/bench/process_use.hpp"
#include "tests/corpus/files.hpp"
#include "tests/corpus/layouts.hpp"

#include <gumbo.h>

#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

using namespace gouji;

namespace {

constexpr unsigned reports = 24;
constexpr int rounds = 9;

/// The median time of the work for one report, in microseconds.
template <class Work>
double time_of(const std::vector<Source>& sources, const Work& work) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t from = std::clock();
        for (const Source& one : sources) work(one);
        times.push_back(static_cast<double>(std::clock() - from) * 1e6 / CLOCKS_PER_SEC / reports);
    }
    return bench::median(std::move(times));
}

std::vector<Source> write_reports(const corpus::Layout& layout, const Form& form) {
    std::vector<Source> made;
    for (unsigned seed = 0; seed < reports; ++seed) {
        const corpus::Figures figures = corpus::make_figures(form, seed, 40 + 16 * seed);
        const auto document = corpus::compose(form, figures, seed, {corpus::organ_named(seed), 2023, 90});
        made.push_back({"bench" + std::string(layout.ending), layout.write(document)});
    }
    return made;
}

void parse(const Source& page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    gumbo_destroy_output(&options, gumbo_parse_with_options(&options, page.bytes.data(), page.bytes.size()));
}

/// The same pages in UTF-8, which is all that gumbo reads.
std::vector<Source> in_utf8(const std::vector<Source>& pages) {
    std::vector<Source> made;
    for (const Source& one : pages) {
        const auto text = read_text(one);
        const bool converted = text && !text->shown().text.empty();
        made.push_back({one.name, converted ? text->shown().text : one.bytes});
    }
    return made;
}

}  // namespace

int main(int argc, char** argv) {
    const auto catalogue = argc == 2 ? load_catalogue(corpus::rule_files(argv[1]), {false, {}}) : Result<Catalogue>();
    if (!catalogue) {
        std::fputs("usage: bench_layouts RULES_FOLDER\n", stderr);
        return 2;
    }
    const Form& form = catalogue->form("cn-disclosure-2021")->form;
    double plain = 0;
    std::printf("  us a report  : plain  reading : parser\n");
    for (const corpus::Layout& layout : corpus::layouts()) {
        const std::vector<Source> sources = write_reports(layout, form);
        const double whole = time_of(sources, [&](const Source& one) {
            const auto text = read_text(one);
            auto filing = text ? read_filing(*text, catalogue->editions, one.name) : Result<Filing>();
            if (filing) choose_readings(*filing);
        });
        if (plain == 0) plain = whole;
        std::printf("%13.0f %8.2f", whole, whole / plain);
        if (layout.ending == ".html") {
            const std::vector<Source> pages = in_utf8(sources);
            std::printf(" %17.2f  ",
                time_of(sources, [](const Source& one) { static_cast<void>(read_text(one)); }) / time_of(pages, parse));
        } else {
            std::printf("%20s", "");
        }
        std::printf("%s\n", std::string(layout.name).c_str());
    }
    return 0;
}
