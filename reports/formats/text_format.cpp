// SPDX-License-Identifier: Apache-2.0
// The form in which a person reads a run: what it comes to, the findings in brief, and how often each rule failed. With
// --all everything that is known of each finding, and every verdict that is no plain pass.
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_open_verdicts.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"
#include "reports/text/private_finding_text.hpp"
#include "reports/writers/private_reading_text.hpp"

#include <algorithm>

namespace gouji {
namespace {

void write_open_rule(TextPage& out, const OpenRule& rule, Language language) {
    constexpr std::size_t most = 3;
    const std::size_t count = rule.verdicts.size();
    out.gap();
    out.line(rule.verdicts.front().outcome + " × " + std::to_string(count) + "  " + rule.rule + "  " + rule.title, 2);
    // One reason for all of them, as the year before that was not given, is said once.
    if (rule.alike) return out.line(rule.verdicts.front().why, 4);
    for (std::size_t i = 0; i < std::min(most, count); ++i) {
        const OpenVerdict& verdict = rule.verdicts[i];
        out.line((verdict.place.empty() ? "" : "[" + verdict.place + "] ") + verdict.why, 4);
    }
    if (count > most)
        out.line(fill("另有 {count} 项。", "{count} more.", {{"count", number_words(static_cast<int>(count - most))}},
                     language),
            4);
}

std::string check_filing(const CheckedFiling& checked, const ReportOptions& options) {
    if (options.statistics) return {};
    const Language language = options.language;
    const DescribedFiling filing = describe_filing(checked, language);
    // What is undecided is told once for the whole run, by what is missing.
    const OpenVerdicts which = options.all ? OpenVerdicts::all_but_plain : OpenVerdicts::answered;
    const std::vector<OpenRule> open = describe_open_verdicts(checked.judgement, which, language);
    const bool says_nothing = checked.judgement.findings.empty() && filing.settled.empty() && open.empty();
    // The end of the run names the reports without a finding.
    if (says_nothing && !filing.unverified && !options.all) return {};
    TextPage out(options);
    out.line(out.paint(TextColour::bold, filing.heading) + " · " + filing.files);
    const Places places(checked.shown.text, checked.shown.starts);
    const TextOfFiling from{checked.filing.file, places, language};
    for (const Finding& one : checked.judgement.findings) {
        const DescribedFinding described = describe_finding(checked, one, places, {language});
        if (options.all) write_in_full(out, described, from);
        else write_in_brief(out, described, from);
    }
    for (const OpenRule& rule : open) write_open_rule(out, rule, language);
    for (const std::string& sentence : filing.settled) {
        out.gap();
        out.line(sentence, 2);
    }
    if (!says_nothing || options.all) out.gap();
    out.line(out.paint(filing.unverified ? TextColour::yellow : TextColour::plain, filing.checked), 2);
    out.gap();
    return out.finish();
}

std::string opening(const FinishedRun& run, const ReportOptions& options) {
    if (options.statistics) return {};
    TextPage out(options);
    out.lines(opening_lines(run, options.language), 0);
    if (run.tally.worst.with_findings() > 0 && run.tally.filings > 1) out.gap();
    return out.finish();
}

std::string tail(const FinishedRun& run, const ReportOptions& options) {
    TextPage out(options);
    const RunSummary summary = summarise(run, options.language);
    out.line(summary.headline);
    if (options.statistics) {
        out.lines(rule_lines(run.tally, options.language), 0);
        return out.finish();
    }
    out.lines(summary.details, 0);
    const std::vector<std::string> clean = run.tally.worst.clean_lines(options.language);
    if (!clean.empty() && !options.all) {
        out.line(Wording{"没有发现问题：", "No findings:"}.in(options.language));
        out.lines(clean, 2);
    }
    return out.finish();
}

/// What a run comes to stands above its filings: they wait for it.
class TextWriter : public RunWriterOf<std::string> {
public:
    TextWriter(const ReportOptions& options, ResultOutlet& outlet)
        : options_(options), outlet_(outlet), waiting_(options.at_once ? nullptr : outlet.wait()) {}

    bool finish(const FinishedRun& run) override {
        if (!waiting_) return outlet_.write(tail(run, options_));
        return outlet_.write(opening(run, options_)) && write_waiting(*waiting_, outlet_)
            && outlet_.write(tail(run, options_));
    }

private:
    [[nodiscard]] std::string part_of(const CheckedFiling& checked) const override {
        return check_filing(checked, options_);
    }
    bool put(std::string&& part) override { return waiting_ ? waiting_->add(part) : outlet_.write(part); }

    const ReportOptions& options_;
    ResultOutlet& outlet_;
    std::unique_ptr<WaitingText> waiting_;
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<TextWriter>(options, outlet);
}

std::string read_filing_text(const CheckedFiling& checked, const ReportOptions& options) {
    return reading_as_text(checked.filing, options.language);
}

constexpr TextParts read_parts = {.filing = read_filing_text};

}  // namespace

extern const ReportFormat text_format = {
    "text", "供人阅读的文字", "text for a person", {.begin = begin}, {.begin = begin_text_parts<read_parts>}};

}  // namespace gouji
