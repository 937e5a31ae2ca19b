// SPDX-License-Identifier: Apache-2.0
// A finding is described once: every format for people has the same sentences, and no sentence is written down twice.
#include "engine/api/gouji.hpp"
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_open_verdicts.hpp"
#include "reports/finding/private_plural.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

using namespace gouji;
using gouji::test::has;
using gouji::test::run;

namespace {

constexpr const char* sample = "examples/sums-2023.txt";

Report report_of(const std::string& path) {
    const Catalogue& catalogue = gouji::test::shipped();
    auto filing = read({path, gouji::test::read_file(path)}, catalogue);
    REQUIRE(filing);
    std::vector<ReadFiling> filings;
    filings.push_back(std::move(*filing.value));
    return check(std::move(filings), catalogue);
}

/// The text of a page: without its tags, and with its escapes undone.
std::string text_of_page(std::string page) {
    page = std::regex_replace(page, std::regex("<[^>]*>"), "");
    const std::pair<const char*, const char*> escapes[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [escape, character] : escapes) page = std::regex_replace(page, std::regex(escape), character);
    return page;
}

std::string without_backslashes(std::string text) {
    std::erase(text, '\\');
    return text;
}

}  // namespace

TEST_CASE("descriptions: counts have the plural of English, and none in Chinese") {
    CHECK(counted(1, "report", "reports").en == "1 report");
    for (const int count : {0, 2, 11, 21, 1000}) {
        CAPTURE(count);
        CHECK(counted(count, "report", "reports").en == std::to_string(count) + " reports");
        CHECK(counted(count, "report", "reports").zh == std::to_string(count));
    }
    CHECK(has(run({"check", "--lang", "en", sample}).out, "1 report: "));
    CHECK(has(run({"check", "--lang", "en", sample, "no-such-file.txt"}).out, "; 1 file was not read."));
    CHECK(has(
        run({"check", "--lang", "en", sample, "no-such-file.txt", "nor-this.txt"}).out, "; 2 files were not read."));
}

TEST_CASE("descriptions: every format for people has the sentences of a finding") {
    const Report report = report_of(sample);
    const CheckedFiling& checked = report.filings.front();
    const Places places(checked.shown.text, checked.shown.starts);
    REQUIRE_FALSE(checked.judgement.findings.empty());
    for (const Language language : {Language::zh, Language::en}) {
        const std::string name = language == Language::zh ? "zh" : "en";
        const auto made = [&](const char* format) {
            return run({"check", "--format", format, "--lang", name, sample}).out;
        };
        const std::string text = run({"check", "--all", "--lang", name, sample}).out;
        const std::string page = text_of_page(made("html"));
        const std::string markdown = without_backslashes(made("markdown"));
        for (const Finding& one : checked.judgement.findings) {
            const DescribedFinding finding = describe_finding(checked, one, places, {language});
            std::vector<std::string> sentences = {finding.message, finding.title, finding.basis_sentence};
            sentences.insert(sentences.end(), finding.written.begin(), finding.written.end());
            sentences.insert(sentences.end(), finding.causes.begin(), finding.causes.end());
            for (const DescribedVerdict& other : finding.others) sentences.push_back(other.message);
            for (const std::string& sentence : sentences) {
                CAPTURE(sentence);
                CHECK(has(text, sentence));
                CHECK(has(page, sentence));
                CHECK(has(markdown, without_backslashes(sentence)));
            }
            // The page shows its figures in the rows and columns of the form.
            for (const DescribedFigure& figure : finding.figures) CHECK(has(page, figure.value));
        }
    }
}

TEST_CASE("descriptions: the figures of a finding have words, a value and a place") {
    const Report report = report_of(sample);
    const CheckedFiling& checked = report.filings.front();
    const Places places(checked.shown.text, checked.shown.starts);
    for (const Finding& one : checked.judgement.findings) {
        const DescribedFinding finding = describe_finding(checked, one, places, {Language::en});
        REQUIRE_FALSE(finding.figures.empty());
        for (const DescribedFigure& figure : finding.figures) {
            CHECK_FALSE(figure.name.empty());
            CHECK_FALSE(figure.value.empty());
            CHECK(figure.place.starts_with("line "));
            CHECK(figure.place_in_original == figure.place + " of the original");
        }
        CHECK(finding.evidence.size() == finding.figures.size());
        CHECK(finding.messages.size() == finding.others.size() + 1);
        const DescribedFinding brief =
            describe_finding(checked, one, places, {.language = Language::en, .most_causes = 1});
        CHECK(brief.causes.size() <= std::min<std::size_t>(2, finding.causes.size()));
    }
}

TEST_CASE("descriptions: open verdicts are in one group, however they are laid out") {
    const Report report = report_of("examples/run-together-2022.txt");
    const Judgement& judgement = report.filings.front().judgement;
    const auto count = [&](OpenVerdicts which) {
        std::size_t verdicts = 0;
        std::set<std::string> rules;
        for (const OpenRule& rule : describe_open_verdicts(judgement, which, Language::en)) {
            CHECK(rules.insert(rule.rule).second);
            CHECK_FALSE(rule.reasons.empty());
            verdicts += rule.verdicts.size();
        }
        return verdicts;
    };
    const auto outcomes = judgement.summary();
    const auto of = [&](Outcome outcome) {
        return static_cast<std::size_t>(outcomes[static_cast<std::size_t>(outcome)]);
    };
    const std::size_t open = of(Outcome::undecided) + of(Outcome::error) + of(Outcome::waived);
    CHECK(open > 0);
    CHECK(count(OpenVerdicts::undecided) == open);
    CHECK(count(OpenVerdicts::with_assumed) == open + of(Outcome::assumed));
    CHECK(count(OpenVerdicts::all_but_plain) >= open + of(Outcome::assumed) + of(Outcome::not_applicable));
}

TEST_CASE("descriptions: no sentence of the reports is written down twice") {
    std::map<std::string, std::set<std::string>> files;
    const std::regex literal("\"((?:\\\\.|[^\"\\\\])*)\"");
    for (const auto& entry : std::filesystem::recursive_directory_iterator("reports")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string source = gouji::test::read_file(entry.path());
        for (auto at = std::sregex_iterator(source.begin(), source.end(), literal); at != std::sregex_iterator();
             ++at) {
            const std::string text = (*at)[1];
            // Sentences, and beginnings of sentences: names of columns are single words.
            const bool is_sentence = has(text, "。") || (has(text, "：") && text.size() > std::string("：").size());
            if (is_sentence) files[text].insert(entry.path().string());
        }
    }
    CHECK(files.size() > 20);
    for (const auto& entry : files) {
        const std::string& text = entry.first;
        const bool is_mark = text == "。" || text == "，";
        CAPTURE(text);
        CHECK((is_mark || entry.second.size() == 1));
    }
}
