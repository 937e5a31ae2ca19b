// SPDX-License-Identifier: Apache-2.0
// Reads the reports that it is given, and prints what does not agree: one line a finding, then the JSON of the program.
#include <engine/api/gouji.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    const auto rules = gouji::load(RULES);
    for (const auto& mistake : rules.diagnostics) std::cerr << mistake.file << ": " << mistake.message.en << "\n";
    if (!rules) return 2;

    std::vector<gouji::ReadFiling> filings;
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        auto filing = gouji::read({argv[i], {std::istreambuf_iterator<char>(file), {}}}, *rules);
        for (const auto& trouble : filing.diagnostics) std::cerr << argv[i] << ": " << trouble.message.en << "\n";
        if (filing) filings.push_back(std::move(*filing));
    }

    const gouji::Report report = gouji::check(std::move(filings), *rules);
    for (const auto& [shown, filing, judgement] : report.filings) {
        for (const auto& finding : judgement.findings) {
            const gouji::Verdict& verdict = judgement.verdicts[finding.representative];
            std::cerr << filing.organ << " " << filing.year.value_or(0) << ": " << verdict.rule->id << ": "
                      << verdict.message.en << "\n";
        }
    }
    std::cout << gouji::render(report, "json", {});
}
