// SPDX-License-Identifier: Apache-2.0
#include "reports/text/private_finding_text.hpp"

#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string bracketed(const std::string& place) { return place.empty() ? "" : "  [" + place + "]"; }

void write_head(TextPage& out, const DescribedFinding& finding) {
    out.gap();
    out.line(out.paint(colour_of(finding.severity), finding.severity_word) + " " + finding.rule + "  "
            + out.paint(TextColour::bold, finding.title) + bracketed(finding.place),
        2);
}

/// A figure on a line of its own: the line shows nothing more.
bool is_alone(const Excerpt& drawn) {
    const auto blanks = drawn.carets.find('^');
    const std::string_view text = drawn.text;
    return blanks != std::string::npos && text.substr(0, blanks).find_first_not_of(' ') == std::string_view::npos
        && text.find_first_not_of("0123456789,.%- ") == std::string_view::npos;
}

std::string carets_of(const TextPage& out, const DescribedFigure& figure, const Excerpt& drawn) {
    return out.paint(figure.suspect ? TextColour::red : TextColour::blue, drawn.carets);
}

/// The figures with a place, the likeliest cause first.
std::vector<const DescribedFigure*> placed_figures(const DescribedFinding& finding) {
    std::vector<const DescribedFigure*> figures;
    for (const DescribedFigure& figure : finding.figures) {
        if (!figure.place.empty()) figures.push_back(&figure);
    }
    std::stable_partition(
        figures.begin(), figures.end(), [](const DescribedFigure* figure) { return figure->suspect; });
    return figures;
}

std::string more(std::size_t count, const Wording& zh_and_en_one, std::string_view en_many, Language language) {
    return fill(zh_and_en_one.zh, "{count}",
        {{"count", counted(static_cast<std::int64_t>(count), zh_and_en_one.en, en_many)}}, language);
}

/// Both sides of the sum in a line; of many figures that it could be, the first.
std::string sum_in_a_line(const DescribedFinding& finding, Language language) {
    constexpr std::size_t most = 3;
    std::string sum;
    for (std::size_t i = 0; i < std::min(most, finding.written.size()); ++i) {
        const std::string& side = finding.written[i];
        // A side that differs in itself is a figure that two files state differently.
        const bool is_whole = side.find(" ≠ ") != std::string::npos;
        sum += sum.empty()          ? side
            : is_whole              ? Wording{"；", "; "}.in(language) + side
            : side.starts_with("≠") ? " " + side
                                    : " ≠ " + side;
    }
    if (finding.written.size() > most)
        sum += in_brackets(more(finding.written.size() - most, {"另有 {count} 个数也不符", "more figure differs"},
                               "more figures differ", language),
            language);
    if (finding.remarks.size() == 1) {
        std::string_view remark = finding.remarks.front();
        if (remark.ends_with("。")) remark.remove_suffix(std::string_view("。").size());
        if (remark.ends_with('.')) remark.remove_suffix(1);
        sum += in_brackets(remark, language);
    } else if (!finding.remarks.empty()) {
        sum += in_brackets(
            more(finding.remarks.size(), {"{count} 处按假定计", "assumption"}, "assumptions", language), language);
    }
    return sum;
}

/// The figures of what is no sum, unless the place that is shown has them all.
std::string figures_in_a_line(const DescribedFinding& finding, Language language) {
    constexpr std::size_t most = 5;
    std::vector<std::string> figures;
    for (const DescribedFigure& figure : finding.figures) {
        if (!figure.place.empty()) figures.push_back(figure.statement());
    }
    if (figures.size() < 2) return {};
    const bool more = figures.size() > most;
    figures.resize(std::min(most, figures.size()));
    return as_list(figures, language) + (more ? "…" : "");
}

/// The likeliest cause, and what else fails for it.
std::string cause_in_a_line(const DescribedFinding& finding, Language language) {
    std::string text = finding.causes.empty() ? "" : finding.causes.front();
    const std::string stop = Wording{"。", "."}.in(language);
    if (finding.causes.size() > 1)
        text += in_brackets(
            more(finding.causes.size() - 1, {"另有 {count} 种可能", "other possible"}, "others possible", language),
            language);
    if (finding.others.empty()) return text;
    if (!text.empty()) text += stop + Wording{"", " "}.in(language);
    const DescribedVerdict& first = finding.others.front();
    text += Wording{"同一原因：", "The same cause: "}.in(language) + first.rule
        + (first.place.empty() ? "" : " [" + first.place + "]");
    if (finding.others.size() > 1)
        text += fill(" 等 {count} 项", " and {count}",
            {{"count",
                language == Language::zh
                    ? number_words(static_cast<std::int64_t>(finding.others.size()))
                    : counted(static_cast<std::int64_t>(finding.others.size()) - 1, "more", "more")}},
            language);
    return text;
}

/// The line of one figure with carets; where that line shows nothing more, the figure by its name.
void write_one_place(TextPage& out, const DescribedFinding& finding, const TextOfFiling& from) {
    const auto figures = placed_figures(finding);
    if (figures.empty()) return;
    const DescribedFigure& figure = *figures.front();
    const std::string sep = Wording{"：", ": "}.in(from.language);
    if (figure.in_other_file) return out.line(figure.place + sep + figure.statement(), 4);
    const Excerpt drawn = from.places.draw(figure.span);
    if (is_alone(drawn)) return out.line(figure.place + sep + figure.statement(), 4);
    const std::string place = figure.place + " ";
    out.drawn(place + "| " + drawn.text, 4);
    out.drawn(std::string(static_cast<std::size_t>(width_of(place)), ' ') + "| " + carets_of(out, figure, drawn), 4);
}

void write_decisions(TextPage& out, const DescribedFinding& finding) { out.lines(finding.notes, 4); }

void write_excerpt(TextPage& out, const DescribedFigure& figure, const TextOfFiling& from) {
    if (figure.in_other_file) return out.line(figure.place + "  " + figure.statement(), 4);
    const Excerpt drawn = from.places.draw(figure.span);
    const std::string where = from.file + ":" + std::to_string(drawn.line) + ":" + std::to_string(drawn.column)
        + (figure.page.empty() ? "" : in_brackets(figure.page, from.language)) + "  ";
    if (is_alone(drawn)) return out.line(where + figure.statement(), 4);
    out.line(where + figure.name, 4);
    out.drawn("| " + drawn.text, 6);
    out.drawn("| " + carets_of(out, figure, drawn), 6);
}

/// The figures that took part, as the original has them; zeros of long sums are left to the sum.
void write_excerpts(TextPage& out, const DescribedFinding& finding, const TextOfFiling& from) {
    constexpr std::size_t most = 4;
    const auto figures = placed_figures(finding);
    for (std::size_t i = 0; i < std::min(most, figures.size()); ++i) write_excerpt(out, *figures[i], from);
    if (figures.size() > most)
        out.line(more(figures.size() - most, {"另有 {count} 处", "more place"}, "more places", from.language)
                + Wording{"。", "."}.in(from.language),
            4);
}

}  // namespace

void write_in_brief(TextPage& out, const DescribedFinding& finding, const TextOfFiling& from) {
    write_head(out, finding);
    out.line(finding.message, 4);
    const std::string sum =
        finding.written.empty() ? figures_in_a_line(finding, from.language) : sum_in_a_line(finding, from.language);
    if (!sum.empty()) out.line(sum, 4);
    if (const std::string cause = cause_in_a_line(finding, from.language); !cause.empty()) out.line(cause, 4);
    write_one_place(out, finding, from);
    write_decisions(out, finding);
}

void write_in_full(TextPage& out, const DescribedFinding& finding, const TextOfFiling& from) {
    write_head(out, finding);
    out.line(finding.message, 4);
    out.lines(finding.written, 6);
    out.lines(finding.remarks, 6);
    out.lines(finding.causes, 4);
    if (!finding.others.empty()) out.line(finding.others_heading, 4);
    for (const DescribedVerdict& other : finding.others)
        out.line(other.rule + bracketed(other.place) + "  " + other.message, 6);
    write_excerpts(out, finding, from);
    write_decisions(out, finding);
    out.line(finding.basis_sentence, 4);
    if (!finding.severity_reason.empty()) out.line(finding.severity_reason, 4);
}

}  // namespace gouji
