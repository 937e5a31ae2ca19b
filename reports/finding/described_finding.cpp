// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_described_finding.hpp"

#include "engine/check/decisions/changes.hpp"
#include "reports/finding/private_plain_names.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace gouji {
namespace {

std::string line_words(int line, Language language) {
    return fill("第 {line} 行", "line {line}", {{"line", number_words(line)}}, language);
}

bool is_of_lines(const Elsewhere& place) { return place.page == 0 && place.part.empty() && place.table == 0; }

bool is_suspect(const Operand& operand, const Finding& finding) {
    return std::any_of(finding.suspects.begin(), finding.suspects.end(),
        [&](const Suspect& suspect) { return suspect.candidate == 0 && suspect.span == operand.span; });
}

DescribedFigure describe_figure(const CheckedFiling& checked, const Finding& finding, const Operand& operand,
    const Places& places, Language language) {
    const At& at = verdict_of(checked.judgement, finding).at;
    DescribedFigure figure;
    figure.name = plain_names(operand.name, at, language);
    figure.value = value_words(operand, language);
    figure.span = operand.span;
    figure.suspect = is_suspect(operand, finding);
    if (operand.elsewhere) {
        figure.in_other_file = true;
        figure.other_file = operand.elsewhere->file;
        if (is_of_lines(*operand.elsewhere)) figure.line = operand.elsewhere->line;
        figure.place = figure.place_in_original = describe_elsewhere(*operand.elsewhere, language);
    } else if (!operand.span.empty()) {
        figure.page = name_place(checked.shown.place(operand.span), language);
        figure.place = figure.place_in_original = figure.page;
        if (figure.page.empty()) {
            const int line = places.locate(operand.span).first_line;
            figure.line = line;
            figure.place = line_words(line, language);
            figure.place_in_original =
                fill("原文第 {line} 行", "line {line} of the original", {{"line", number_words(line)}}, language);
        }
    }
    return figure;
}

/// The places of the figures, each once: 第 2 页, 收费!B7, 第 12, 48 行, report.txt 第 12 行.
std::string describe_where(const std::vector<DescribedFigure>& figures, Language language) {
    std::vector<std::string> places;
    std::vector<std::pair<std::string, std::set<int>>> lines;  // of each file
    for (const DescribedFigure& figure : figures) {
        if (figure.line > 0) {
            const auto known = std::find_if(
                lines.begin(), lines.end(), [&](const auto& one) { return one.first == figure.other_file; });
            if (known == lines.end()) lines.push_back({figure.other_file, {figure.line}});
            else known->second.insert(figure.line);
        } else if (!figure.place.empty() && std::find(places.begin(), places.end(), figure.place) == places.end()) {
            places.push_back(figure.place);
        }
    }
    for (const auto& [file, all] : lines) {
        std::vector<std::string> numbers;
        for (const int line : all) numbers.push_back(std::to_string(line));
        places.push_back((file.empty() ? "" : file + " ")
            + fill("第 {lines} 行", "{count|line|lines} {lines}",
                {{"lines", same(joined(numbers))}, {"count", number_words(static_cast<std::int64_t>(numbers.size()))}},
                language));
    }
    return as_list(places, language);
}

/// The cells of one candidate, and what should be in them.
std::string describe_candidate(const Finding& finding, const At& at, int candidate, Language language) {
    std::string text;
    for (const Suspect& suspect : finding.suspects) {
        if (suspect.candidate != candidate) continue;
        text += (text.empty() ? "" : Wording{"；", "; "}.in(language))
            + fill("{cell} 现为 {printed}，应为 {expected}", "{cell} is {printed}, should be {expected}",
                {{"cell", same(plain_names(suspect.name, at, language))}, {"printed", same(suspect.printed)},
                    {"expected", same(suspect.expected.to_string())}},
                language);
        if (!suspect.why.empty()) text += in_brackets(suspect.why.in(language), language);
    }
    return text;
}

/// A sentence for each decision with something in it, then those of its figures that have changed since.
std::vector<std::string> describe_notes(const Finding& finding, Language language) {
    std::vector<std::string> sentences;
    for (const Noted& note : finding.notes) {
        if (note.decision.is_empty()) continue;
        std::string text = Wording{"决定：", "Decided: "}.in(language) + describe_decision(note.decision, language);
        for (const ChangedFigure& figure : note.changed) {
            text += fill("（数已变，请重新判断：{name} 当时为 {seen}，现为 {now}）",
                " (changed since, to be judged anew: {name} was {seen} and is {now})",
                {{"name", same(plain_names(figure.name, {}, language))}, {"seen", same(figure.seen)},
                    {"now", same(figure.now)}},
                language);
        }
        sentences.push_back(std::move(text));
    }
    return sentences;
}

std::string changed_since(const Finding& finding, Language language) {
    std::vector<std::string> lines;
    for (const Noted& note : finding.notes) {
        if (note.decision.is_empty()) continue;
        for (const ChangedFigure& figure : note.changed) {
            lines.push_back(fill("{name} 由 {seen} 变为 {now}", "{name}: {seen}, now {now}",
                {{"name", same(plain_names(figure.name, {}, language))}, {"seen", same(figure.seen)},
                    {"now", same(figure.now)}},
                language));
        }
    }
    return as_lines(lines);
}

std::string typed_into(std::size_t field, const Finding& finding) {
    std::vector<std::string> lines;
    for (const Noted& note : finding.notes) {
        if (!note.decision.fields[field].empty()) lines.push_back(note.decision.fields[field]);
    }
    return as_lines(lines);
}

/// By what a decision file knows the finding: those of its decisions with something in them, else of any.
std::string entry_of(const Finding& finding, const std::string& own) {
    std::vector<std::string> typed;
    for (const Noted& note : finding.notes) {
        if (!note.decision.is_empty()) typed.push_back(note.decision.fingerprint);
    }
    if (!typed.empty()) return as_lines(typed);
    return finding.notes.empty() ? own : finding.notes.front().decision.fingerprint;
}

void describe_decisions(DescribedFinding& described, const Finding& finding, Language language) {
    described.notes = describe_notes(finding, language);
    described.stale = std::any_of(finding.notes.begin(), finding.notes.end(),
        [](const Noted& note) { return !note.decision.is_empty() && !note.changed.empty(); });
    for (std::size_t i = 0; i < decision_fields.size(); ++i) described.decided[i] = typed_into(i, finding);
    described.changed = changed_since(finding, language);
    described.entry = entry_of(finding, described.fingerprint);
}

void describe_verdict(DescribedFinding& described, const Verdict& verdict, Language language) {
    const RuleHead& rule = *verdict.rule;
    described.rule = rule.id;
    described.title = rule.title.in(language);
    described.place = place_words(verdict.at, language);
    described.fingerprint = print_fingerprint(verdict.fingerprint);
    described.severity = verdict.severity;
    described.severity_word = severity_word(verdict.severity, language);
    described.gravity = gravity_word(verdict.severity, language);
    described.message = verdict.message.in(language);
    described.written = plain_sum(verdict.written, verdict.at, language);
    for (const auto& [name, figure] : seen_in(verdict)) described.seen.push_back(name + " = " + figure);
    const auto remark = [&](const Words& words) {
        described.remarks.push_back(plain_names(words.in(language), verdict.at, language));
    };
    for (const Words& words : verdict.readings) remark(words);
    for (const Words& words : verdict.assumptions) remark(words);
    described.basis = rule.basis.in(language);
    described.basis_sentence = basis_sentence(rule, language);
    if (!rule.override_reason.empty())
        described.severity_reason = Wording{"严重程度由套件更改：", "Severity changed by the suite: "}.in(language)
            + rule.override_reason.in(language);
}

void describe_figures(DescribedFinding& described, const CheckedFiling& checked, const Finding& finding,
    const Places& places, Language language) {
    for (const Operand* operand : figures_shown(verdict_of(checked.judgement, finding), finding)) {
        DescribedFigure figure = describe_figure(checked, finding, *operand, places, language);
        if (!figure.place.empty())
            described.evidence.push_back(figure.statement() + in_brackets(figure.place, language));
        described.figures.push_back(std::move(figure));
    }
    described.where = describe_where(described.figures, language);
}

void describe_others(
    DescribedFinding& described, const Judgement& judgement, const Finding& finding, Language language) {
    for (const std::size_t one : finding.explains) {
        const Verdict& verdict = judgement.verdicts[one];
        described.messages.push_back(verdict.message.in(language));
        if (&verdict == &verdict_of(judgement, finding)) continue;
        described.others.push_back({verdict.rule->id, place_words(verdict.at, language), described.messages.back()});
    }
    if (!described.others.empty())
        described.others_heading =
            Wording{"同一原因还使下列各项不成立：", "The same cause makes these fail too:"}.in(language);
}

}  // namespace

const Verdict& verdict_of(const Judgement& judgement, const Finding& finding) {
    return judgement.verdicts[finding.representative];
}

std::string describe_elsewhere(const Elsewhere& elsewhere, Language language) {
    const Place place{0, elsewhere.page, {}, elsewhere.part, elsewhere.table, elsewhere.cell};
    std::string where = name_place(&place, language);
    if (where.empty() && elsewhere.line > 0) where = line_words(elsewhere.line, language);
    return elsewhere.file + (where.empty() ? "" : " ") + where;
}

std::string describe_decision(const Decision& decision, Language language) {
    std::string text;
    for (std::size_t i = 0; i < decision_fields.size(); ++i) {
        if (!decision.fields[i].empty())
            text += (text.empty() ? "" : Wording{"；", "; "}.in(language))
                + Wording{decision_fields[i].name, decision_fields[i].en}.in(language) + " " + decision.fields[i];
    }
    return text;
}

std::vector<std::string> describe_causes(const Finding& finding, const At& at, const DescriptionOptions& options) {
    const int candidates = finding.suspects.empty() ? 0 : finding.suspects.back().candidate + 1;
    const Language language = options.language;
    std::vector<std::string> sentences;
    for (int candidate = 0; candidate < std::min(candidates, options.most_causes); ++candidate) {
        const Wording begin = candidate > 0 ? Wording{"或者：", "Or: "}
            : candidates > 1                ? Wording{"可能的原因之一：", "One possible cause: "}
                                            : Wording{"可能的原因：", "Likely cause: "};
        sentences.push_back(begin.in(language) + describe_candidate(finding, at, candidate, language));
    }
    if (const int rest = candidates - options.most_causes; rest > 0)
        sentences.push_back(fill("另有 {count} 种可能。", "{count}.",
            {{"count", counted(rest, "more candidate", "more candidates")}}, language));
    return sentences;
}

std::vector<const Operand*> figures_shown(const Verdict& verdict, const Finding& finding) {
    constexpr std::size_t few = 4;
    // In a dispute between files a zero says as much as any other figure.
    const bool disputed = std::any_of(
        verdict.operands.begin(), verdict.operands.end(), [](const Operand& one) { return one.elsewhere != nullptr; });
    std::vector<const Operand*> shown;
    for (const Operand& one : verdict.operands) {
        const bool is_total = &one == &verdict.operands.back();
        const bool is_silent = !disputed && verdict.operands.size() > few && one.value && one.value->is_zero()
            && !is_total && !is_suspect(one, finding);
        if (!is_silent) shown.push_back(&one);
    }
    return shown;
}

DescribedFinding describe_finding(
    const CheckedFiling& checked, const Finding& finding, const Places& places, const DescriptionOptions& options) {
    DescribedFinding described;
    describe_verdict(described, verdict_of(checked.judgement, finding), options.language);
    if (!options.rule_book.empty()) described.rule_address = std::string(options.rule_book) + "#" + described.rule;
    describe_figures(described, checked, finding, places, options.language);
    described.causes = describe_causes(finding, verdict_of(checked.judgement, finding).at, options);
    describe_others(described, checked.judgement, finding, options.language);
    describe_decisions(described, finding, options.language);
    return described;
}

Span span_of(const Filing& filing, const Verdict& verdict, const Finding* finding) {
    if (finding && !finding->suspects.empty() && !finding->suspects.front().span.empty())
        return finding->suspects.front().span;
    for (const Operand& one : verdict.operands) {
        if (!one.span.empty()) return one.span;
    }
    if (const Table* table = verdict.at.table.empty() ? nullptr : filing.table(verdict.at.table)) return table->span;
    const auto section = std::find_if(filing.sections.begin(), filing.sections.end(),
        [&](const Section& one) { return !one.name.empty() && one.name == verdict.at.section; });
    return section == filing.sections.end() ? Span{} : section->heading;
}

}  // namespace gouji
