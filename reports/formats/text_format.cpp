// SPDX-License-Identifier: Apache-2.0
// The form in which a person reads a run.
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_open_verdicts.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"
#include "reports/writers/private_reading_text.hpp"

#include <algorithm>

namespace gouji {
namespace {

class TextWriter {
public:
    explicit TextWriter(const ReportOptions& options)
        : language_(options.language), all_(options.all), colour_(options.colour) {}

    std::string write(const CheckedFiling& checked) {
        const DescribedFiling filing = describe_filing(checked, language_);
        if (!all_ && checked.judgement.findings.empty() && filing.settled.empty()) {
            filing_in_a_line(filing, checked.judgement);
            return std::move(out_);
        }
        const Places places(checked.shown.text, checked.shown.starts);
        out_ += paint(TextColour::bold, filing.heading) + " · " + filing.files + "\n";
        for (const Finding& one : checked.judgement.findings) {
            const DescribedFinding described = describe_finding(checked, one, places, {language_});
            finding(described);
            excerpts(described, checked.filing.file, places);
            decisions_and_basis(described);
        }
        // What is undecided is told once for the whole run, by what is missing.
        const OpenVerdicts which = all_ ? OpenVerdicts::all_but_plain : OpenVerdicts::answered;
        for (const OpenRule& rule : describe_open_verdicts(checked.judgement, which, language_)) open_rule(rule);
        for (const std::string& sentence : filing.settled) out_ += "\n  " + sentence + "\n";
        out_ += "\n  " + paint(filing.unverified ? TextColour::yellow : TextColour::plain, filing.checked) + "\n\n";
        return std::move(out_);
    }

private:
    void filing_in_a_line(const DescribedFiling& filing, const Judgement& judgement) {
        out_ += paint(TextColour::bold, filing.heading) + " · " + filing.files + "\n  "
            + paint(filing.unverified ? TextColour::yellow : TextColour::plain, filing.checked)
            + (filing.unverified ? "" : Wording{"", " "}.in(language_) + filing.no_findings) + "\n";
        for (const OpenRule& rule : describe_open_verdicts(judgement, OpenVerdicts::answered, language_))
            open_rule(rule);
    }

    enum class TextColour { plain = 0, bold = 1, red = 31, yellow = 33, blue = 34 };

    std::string paint(TextColour colour, const std::string& text) const {
        return colour_ && colour != TextColour::plain
            ? "\x1b[" + std::to_string(static_cast<int>(colour)) + "m" + text + "\x1b[0m"
            : text;
    }

    static TextColour colour_of(Severity severity) {
        return severity == Severity::error  ? TextColour::red
            : severity == Severity::warning ? TextColour::yellow
                                            : TextColour::blue;
    }

    void line(std::string_view text, int indent) {
        out_ += std::string(static_cast<std::size_t>(indent), ' ') + std::string(text) + "\n";
    }

    void lines(const std::vector<std::string>& texts, int indent) {
        for (const std::string& text : texts) line(text, indent);
    }

    static std::string bracketed(const std::string& place) { return place.empty() ? "" : "  [" + place + "]"; }

    void finding(const DescribedFinding& finding) {
        out_ += "\n  " + paint(colour_of(finding.severity), finding.severity_word) + " " + finding.rule + "  "
            + paint(TextColour::bold, finding.title) + bracketed(finding.place) + "\n";
        line(finding.message, 4);
        lines(finding.written, 6);
        lines(finding.remarks, 6);
        lines(finding.causes, 4);
        if (!finding.others.empty()) line(finding.others_heading, 4);
        for (const DescribedVerdict& other : finding.others)
            line(other.rule + bracketed(other.place) + "  " + other.message, 6);
    }

    void decisions_and_basis(const DescribedFinding& finding) {
        lines(finding.notes, 4);
        line(finding.basis_sentence, 4);
        if (!finding.severity_reason.empty()) line(finding.severity_reason, 4);
    }

    /// The figures that took part, as the original has them; zeros of long sums are left to the sum.
    void excerpts(const DescribedFinding& finding, const std::string& file, const Places& places) {
        constexpr std::size_t most = 4;
        std::vector<const DescribedFigure*> figures;
        for (const DescribedFigure& figure : finding.figures) {
            if (!figure.place.empty()) figures.push_back(&figure);
        }
        std::stable_partition(
            figures.begin(), figures.end(), [](const DescribedFigure* figure) { return figure->suspect; });
        for (std::size_t i = 0; i < std::min(most, figures.size()); ++i) excerpt(*figures[i], file, places);
        if (figures.size() > most)
            line(
                fill("另有 {count} 处。", "{count}.",
                    {{"count", counted(static_cast<std::int64_t>(figures.size() - most), "more place", "more places")}},
                    language_),
                4);
    }

    void excerpt(const DescribedFigure& figure, const std::string& file, const Places& places) {
        if (figure.in_other_file) return line(figure.place + "  " + figure.statement(), 4);
        const Excerpt drawn = places.draw(figure.span);
        const std::string where = file + ":" + std::to_string(drawn.line) + ":" + std::to_string(drawn.column)
            + (figure.page.empty() ? "" : in_brackets(figure.page, language_)) + "  ";
        // A figure on a line of its own: the line shows nothing more.
        if (is_alone(drawn)) return line(where + figure.statement(), 4);
        line(where + figure.name, 4);
        line("| " + drawn.text, 6);
        line("| " + paint(figure.suspect ? TextColour::red : TextColour::blue, drawn.carets), 6);
    }

    static bool is_alone(const Excerpt& drawn) {
        const auto blanks = drawn.carets.find('^');
        const std::string_view text = drawn.text;
        return blanks != std::string::npos && text.substr(0, blanks).find_first_not_of(' ') == std::string_view::npos
            && text.find_first_not_of("0123456789,.%- ") == std::string_view::npos;
    }

    void open_rule(const OpenRule& rule) {
        constexpr std::size_t most = 3;
        const std::size_t count = rule.verdicts.size();
        out_ += "\n  " + rule.verdicts.front().outcome + " × " + std::to_string(count) + "  " + rule.rule + "  "
            + rule.title + "\n";
        // One reason for all of them, as the year before that was not given, is said once.
        if (rule.alike) return line(rule.verdicts.front().why, 4);
        for (std::size_t i = 0; i < std::min(most, count); ++i) {
            const OpenVerdict& verdict = rule.verdicts[i];
            line((verdict.place.empty() ? "" : "[" + verdict.place + "] ") + verdict.why, 4);
        }
        if (count > most)
            line(fill("另有 {count} 项。", "{count} more.", {{"count", number_words(static_cast<int>(count - most))}},
                     language_),
                4);
    }

    Language language_;
    bool all_;
    bool colour_;
    std::string out_;
};

std::string nothing(const ReportOptions&) { return {}; }

std::string check_filing(const CheckedFiling& checked, const ReportOptions& options) {
    return TextWriter(options).write(checked);
}

std::string read_filing_text(const CheckedFiling& checked, const ReportOptions& options) {
    return reading_as_text(checked.filing, options.language);
}

std::string check_tail(const FinishedRun& run, const ReportOptions& options) {
    return render_summary(run, options.language);
}

std::string read_tail(const FinishedRun&, const ReportOptions&) { return {}; }

}  // namespace

extern const ReportFormat text_format = {"text", "供人阅读的文字", "text for a person",
    FilingByFiling{.head = nothing, .filing = check_filing, .tail = check_tail},
    FilingByFiling{.head = nothing, .filing = read_filing_text, .tail = read_tail}};

}  // namespace gouji
