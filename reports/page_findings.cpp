// SPDX-License-Identifier: Apache-2.0
// The findings of a filing on the page, and what could not be decided.
#include "reports/private_page.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

class FindingsWriter {
public:
    FindingsWriter(Html& html, const FilingOnPage& filing, Language language)
        : html_(html), filing_(filing), judgement_(filing.checked().judgement), language_(language) {}

    void findings() {
        html_.element("h3", in("问题", "Findings"));
        if (judgement_.findings.empty())
            html_.element("p", {{"class", is_unverified(judgement_.summary()) ? "unverified" : "clean"}},
                is_unverified(judgement_.summary()) ? in("没有一项得到核实。", "Nothing was verified.")
                                                    : in("没有发现问题。", "Nothing was found."));
        for (std::size_t i = 0; i < judgement_.findings.size(); ++i) finding(i);
        for (const std::string& one : tell_settled(judgement_, language_))
            html_.element("p", {{"class", "decided"}}, one);
    }

    /// By rule and reason: the same reason is told once.
    void open_verdicts() {
        struct Group {
            const Verdict* first = nullptr;
            std::vector<std::string> places;
        };
        std::map<std::tuple<std::string, Outcome, std::string>, Group> groups;
        for (const Verdict& one : judgement_.verdicts) {
            if (one.outcome != Outcome::undecided && one.outcome != Outcome::error && one.outcome != Outcome::waived
                && one.outcome != Outcome::assumed)
                continue;
            Group& group = groups[{one.rule->id, one.outcome, one.why.in(language_)}];
            group.first = &one;
            if (const std::string place = tell_place(one.at, language_); !place.empty()) group.places.push_back(place);
        }
        if (groups.empty()) return;
        html_.element("details", [&] {
            html_.element("summary", in("不能判定、未能证明与豁免", "Undecided, assumed and waived"));
            html_.element("div",
                {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"},
                    {"aria-label", in("不能判定、未能证明与豁免", "Undecided, assumed and waived")}},
                [&] {
                    html_.element("table", [&] {
                        html_.element("thead", [&] {
                            html_.element("tr", [&] {
                                for (const std::string& one : {in("判定", "verdict"),
                                         in("核对的内容", "what was checked"), in("理由", "why"), in("位置", "place")})
                                    html_.element("th", {{"scope", "col"}}, one);
                            });
                        });
                        html_.element("tbody", [&] {
                            for (const auto& entry : groups) {
                                const auto& group = entry.second;
                                html_.element("tr", [&] {
                                    html_.element(
                                        "td", {{"class", "word"}}, tell_outcome(group.first->outcome, language_));
                                    html_.element("td", group.first->rule->title.in(language_));
                                    html_.element("td", group.first->why.in(language_));
                                    std::string places;
                                    for (const std::string& one : group.places)
                                        places += (places.empty() ? "" : in("；", "; ")) + one;
                                    html_.element("td", places);
                                });
                            }
                        });
                    });
                });
        });
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Label{zh, en}.in(language_); }

    void finding(std::size_t index) {
        const Finding& finding = judgement_.findings[index];
        const Verdict& verdict = judgement_.verdicts[finding.told];
        const std::string severity(name_of(verdict.severity));
        const std::string id = filing_.finding_id(index);
        html_.element("article",
            {{"id", id}, {"class", "finding " + severity}, {"tabindex", "-1"}, {"data-severity", severity},
                {"data-rule", verdict.rule->id}, {"data-fingerprint", print_fingerprint(verdict.fingerprint)},
                {"aria-labelledby", id + "-title"}},
            [&] {
                html_.element("h4", {{"id", id + "-title"}}, [&] {
                    html_.text(std::to_string(index + 1) + " ");
                    html_.element("span", {{"class", "tag " + severity}}, tell_severity(verdict.severity, language_));
                    html_.text(" " + verdict.rule->title.in(language_));
                });
                html_.element("p", {{"class", "soft"}},
                    tell_organ(filing_.checked().filing, language_) + " · "
                        + tell_year(filing_.checked().filing, language_) + " · " + tell_place(verdict.at, language_)
                        + " · " + verdict.rule->id);
                html_.element("p", verdict.message.in(language_));
                lines("ul", verdict.written, "sum");
                words(verdict.readings);
                words(verdict.assumptions);
                causes(finding);
                others(finding);
                operands(verdict, finding);
                notes(finding);
                html_.element("p", {{"class", "soft"}}, in("依据：", "Basis: ") + verdict.rule->basis.in(language_));
                if (!verdict.rule->override_reason.empty())
                    html_.element("p", {{"class", "soft"}},
                        in("严重程度由套件更改：", "Severity changed by the suite: ")
                            + verdict.rule->override_reason.in(language_));
            });
    }

    void lines(std::string_view tag, const std::vector<std::string>& all, const std::string& kind) {
        if (all.empty()) return;
        html_.element(tag, {{"class", kind}}, [&] {
            for (const std::string& one : all) html_.element("li", one);
        });
    }

    void words(const std::vector<Words>& all) {
        for (const Words& one : all) html_.element("p", {{"class", "soft"}}, one.in(language_));
    }

    /// A link to where a span is shown: the cell, or the mark in the original.
    void link(Span span, const std::string& text) {
        const std::string to = filing_.is_cell(span) ? filing_.cell_id(span)
            : filing_.is_marked(span)                ? filing_.mark_id(span)
                                                     : "";
        if (to.empty()) html_.text(text);
        else html_.element("a", {{"href", "#" + to}}, text);
    }

    void causes(const Finding& finding) {
        if (finding.suspects.empty()) return;
        html_.element("ul", {{"class", "causes"}}, [&] {
            for (const std::string& one : tell_causes(finding, language_)) html_.element("li", one);
        });
    }

    void others(const Finding& finding) {
        if (finding.explains.size() < 2) return;
        html_.element("p", in("同一原因还使下列各项不成立：", "The same cause makes these fail too:"));
        html_.element("ul", [&] {
            for (const std::size_t one : finding.explains) {
                if (one == finding.told) continue;
                html_.element("li", [&] {
                    html_.text(judgement_.verdicts[one].message.in(language_) + " ");
                    html_.element("span", {{"class", "soft"}}, judgement_.verdicts[one].rule->id);
                });
            }
        });
    }

    /// Each figure with its place: a cell of the table as read, and the original.
    void operands(const Verdict& verdict, const Finding& finding) {
        const std::vector<const Operand*> shown = told_figures(verdict, finding);
        if (shown.empty()) return;
        html_.element("p", {{"class", "soft"}}, [&] {
            html_.text(in("数字：", "Figures: "));
            for (std::size_t i = 0; i < shown.size(); ++i) {
                const Operand& one = *shown[i];
                if (i > 0) html_.text(in("；", "; "));
                link(one.span, one.name + " = " + one.shown());
                if (one.elsewhere)
                    html_.text(in("（", " (") + tell_elsewhere(*one.elsewhere, language_) + in("）", ")"));
                if (one.span.empty()) continue;
                const std::string place = name_place(filing_.checked().shown.place(one.span), language_);
                html_.text(in("（", " ("));
                const std::string where = place.empty()
                    ? fill("原文第 {line} 行", "line {line} of the original",
                        {{"line", same(std::to_string(filing_.places().locate(one.span).first_line))}}, language_)
                    : place;
                if (filing_.is_marked(one.span)) html_.element("a", {{"href", "#" + filing_.mark_id(one.span)}}, where);
                else html_.text(where);
                html_.text(in("）", ")"));
            }
        });
    }

    void notes(const Finding& finding) {
        const bool stale = std::any_of(finding.notes.begin(), finding.notes.end(),
            [](const Noted& one) { return !one.decision.is_empty() && !one.changed.empty(); });
        for (const std::string& one : tell_notes(finding, language_))
            html_.element("p", {{"class", stale ? "decided stale" : "decided"}}, one);
    }

    Html& html_;
    const FilingOnPage& filing_;
    const Judgement& judgement_;
    Language language_;
};

}  // namespace

void write_findings(Html& html, const FilingOnPage& filing, Language language) {
    FindingsWriter(html, filing, language).findings();
}
void write_open_verdicts(Html& html, const FilingOnPage& filing, Language language) {
    FindingsWriter(html, filing, language).open_verdicts();
}

}  // namespace gouji
