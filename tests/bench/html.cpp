// SPDX-License-Identifier: Apache-2.0
// What a page costs to read, beside gumbo's own parse of the same bytes, as a ratio in one run. usage: bench_html FILE
#include "engine/source/readers/readers.hpp"

#include <gumbo.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: bench_html FILE\n";
        return 2;
    }
    std::ifstream stream(argv[1], std::ios::binary);
    const gouji::Source source{argv[1], {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}};
    if (!gouji::read_text(source)) {
        std::cerr << argv[1] << " cannot be read\n";
        return 2;
    }
    constexpr int rounds = 200;
    const auto time = [](auto work) {
        const std::clock_t from = std::clock();
        for (int i = 0; i < rounds; ++i) work();
        return static_cast<double>(std::clock() - from);
    };
    std::vector<double> ratios;
    for (int i = 0; i < 11; ++i) {
        const double read = time([&] { return gouji::read_text(source).value.has_value(); });
        const double parse = time([&] {
            GumboOptions options = kGumboDefaultOptions;
            options.max_errors = 0;
            gumbo_destroy_output(
                &options, gumbo_parse_with_options(&options, source.bytes.data(), source.bytes.size()));
        });
        ratios.push_back(read / parse);
    }
    std::sort(ratios.begin(), ratios.end());
    std::cout << "read html : gumbo alone: " << ratios[ratios.size() / 2] << " : 1 (median of 11; " << ratios.front()
              << " to " << ratios.back() << "; " << source.bytes.size() << " bytes)\n";
    return 0;
}
