// SPDX-License-Identifier: Apache-2.0
// Makes filings of the project's own, as many as are asked for, in all layouts or one: what speed and scale are tried
// on.
// usage: gouji-corpus DIR COUNT [--seed N] [--layout NAME | --plain] [--years N] [--faulty PERCENT] [--sentences N]
#include "engine/rules/catalogue.hpp"
#include "tests/corpus/files.hpp"
#include "tests/corpus/layouts.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

/// One figure of the table of applications becomes another.
void spoil(corpus::Figures& figures, unsigned seed) {
    auto& values = figures.tables.at("申请");
    Decimal& value = values[seed * 7919U % values.size()];
    value = add(value, Decimal(1 + seed % 9)).value_or(value);
}

}  // namespace

int main(int argc, char** argv) {
    std::string folder;
    unsigned count = 0;
    unsigned seed = 1;
    unsigned faulty = 10;
    int sentences = 90;
    std::string layout;
    unsigned years = 1;
    bool plain = false;
    CLI::App app("makes filings to try gouji on", "gouji-corpus");
    app.add_option("DIR", folder)->required();
    app.add_option("COUNT", count)->required();
    app.add_option("--seed", seed, "the same seed makes the same filings");
    app.add_option("--layout", layout, "one of the layouts of tests/corpus/layouts.cpp; all by turns otherwise");
    app.add_flag("--plain", plain, "one cell a line, in UTF-8");
    app.add_option("--years", years, "that each organ reports, from 2021 on")->check(CLI::Range(1, 20));
    app.add_option("--faulty", faulty, "how many of a hundred have a wrong figure");
    app.add_option("--sentences", sentences, "of prose besides the tables");
    CLI11_PARSE(app, argc, argv);

    const auto catalogue = load_catalogue(corpus::rule_files(fs::path(GOUJI_ROOT) / "rules"), {false, {}});
    if (!catalogue) return 1;
    const auto all = corpus::layouts();
    const auto* wanted = layout.empty() ? nullptr : corpus::layout_named(layout);
    if (!layout.empty() && !wanted) {
        std::cerr << "no such layout; there are:\n";
        for (const auto& one : all) std::cerr << "  " << one.name << "\n";
        return 2;
    }
    const Form& form = catalogue->form("cn-disclosure-2021")->form;
    corpus::Figures before;
    for (unsigned i = 0; i < count; ++i) {
        const unsigned own = seed * 1000003U + i;
        const int year = 2021 + static_cast<int>(i % years);
        corpus::Figures figures = corpus::make_figures(form, own, 40 + own % 400);
        if (i % years > 0) corpus::continue_from(form, before, figures);
        before = figures;
        if (own * 2654435761U % 100 < faulty) spoil(figures, own);
        const auto document = corpus::compose(form, figures, own, {corpus::organ_named(i / years), year, sentences});
        const auto& one = wanted ? *wanted : plain ? all.front() : all[i % all.size()];
        const fs::path path = fs::path(folder) / std::to_string(i / 1000);
        if (i % 1000 == 0) fs::create_directories(path);
        std::ofstream(path / (std::to_string(i) + std::string(one.ending)), std::ios::binary) << one.write(document);
    }
    return 0;
}
