// SPDX-License-Identifier: Apache-2.0
// The findings as one HTML file: nothing is loaded, nothing runs but the script below, and all can be read without it.
#include "reports/private_page.hpp"

#include "page.css.inc"
#include "page.js.inc"

#include <algorithm>

namespace gouji {

FilingOnPage::FilingOnPage(const CheckedFiling& checked, std::size_t number)
    : checked_(checked), number_(number), places_(checked.shown.text, checked.shown.starts) {
    find_spots();
    find_cells();
    find_marks();
}

void FilingOnPage::find_spots() {
    const Judgement& judgement = checked_.judgement;
    for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
        const Finding& finding = judgement.findings[i];
        const auto add = [&](Span span) -> Spot& {
            Spot& spot = spots_[{span.start, span.end}];
            spot.findings.insert(i);
            return spot;
        };
        for (const std::size_t verdict : finding.explains) {
            for (const Operand* one : told_figures(judgement.verdicts[verdict], finding)) {
                if (!one->span.empty()) add(one->span);
            }
        }
        for (const Suspect& one : finding.suspects) {
            if (one.together == 0 && !one.span.empty()) add(one.span).suspect = true;
        }
    }
}

void FilingOnPage::find_cells() {
    for (const Table& table : checked_.filing.tables) {
        for (const Cell& cell : table.cells) {
            if (spots_.contains({cell.span.start, cell.span.end}))
                cells_.try_emplace({cell.span.start, cell.span.end}, &cell);
        }
    }
}

void FilingOnPage::find_marks() {
    for (const auto& [span, spot] : spots_) {
        const Span source{span.first, span.second};
        const Mark mark{source, places_.in_content(source), &spot};
        if (!mark.shown.empty() && (marks_.empty() || mark.shown.start >= marks_.back().shown.end))
            marks_.push_back(mark);
    }
}

const Spot* FilingOnPage::spot(const Cell& cell) const {
    const auto found = cells_.find({cell.span.start, cell.span.end});
    return found == cells_.end() || found->second != &cell ? nullptr : &spots_.at(found->first);
}

bool FilingOnPage::is_marked(Span span) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const Mark& one) { return one.source == span; });
}

void write_links(Html& html, const FilingOnPage& filing, const Spot& spot, Language language) {
    html.element("sup", [&] {
        bool first = true;
        for (const std::size_t one : spot.findings) {
            if (!std::exchange(first, false)) html.text(" ");
            const std::string number = std::to_string(one + 1);
            html.element("a",
                {{"href", "#" + filing.finding_id(one)},
                    {"aria-label", fill("问题 {number}", "finding {number}", {{"number", same(number)}}, language)}},
                number);
        }
    });
}

namespace {

class PageWriter {
public:
    PageWriter(const Report& report, const ReportOptions& options) : report_(report), language_(options.language) {}

    std::string write() {
        const std::string title = in("勾稽核对结果", "Findings of gouji");
        html_.begin_page(language_ == Language::zh ? "zh-CN" : "en", title, page_css, &page_js);
        html_.element("a", {{"class", "skip"}, {"href", "#main"}}, in("跳到正文", "skip to the content"));
        html_.element("header", [&] {
            html_.element("h1", title);
            summary();
        });
        html_.element("main", {{"id", "main"}}, [&] {
            filter();
            overview();
            unread();
            std::size_t number = 0;
            for (const CheckedFiling& one : report_.filings) filing(FilingOnPage(one, ++number));
        });
        html_.end_page(&page_js);
        return html_.take();
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return Label{zh, en}.in(language_); }

    void summary() {
        Tally tally;
        for (const CheckedFiling& one : report_.filings) tally.add(one);
        const std::string text = render_summary({tally, report_.diagnostics}, language_);
        html_.element("p", text.substr(0, text.find('\n')));
        html_.element("pre", {{"class", "summary"}}, text.substr(std::min(text.size(), text.find('\n') + 1)));
    }

    /// Shown by the script alone: it does nothing without it.
    void filter() {
        html_.element(
            "form", {{"class", "filter"}, {"role", "search"}, {"aria-label", in("筛选问题", "filter findings")}}, [&] {
                html_.element("label", [&] {
                    html_.text(in("筛选 ", "Filter "));
                    html_.single("input",
                        {{"type", "search"}, {"placeholder", in("机关、规则、单元格…", "organ, rule, cell…")}});
                });
                for (int severity = 2; severity >= 0; --severity) {
                    html_.element("label", [&] {
                        html_.single("input",
                            {{"type", "checkbox"}, {"checked", ""},
                                {"value", std::string(name_of(static_cast<Severity>(severity)))}});
                        html_.text(" " + tell_severity(static_cast<Severity>(severity), language_));
                    });
                }
                html_.element("output", {{"aria-live", "polite"}}, "");
                html_.element("span", {{"class", "soft"}}, in("n / p：下一个、上一个", "n / p: next, previous"));
            });
    }

    void overview() {
        if (report_.filings.size() < 2) return;
        html_.element("div",
            {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", in("各份报告", "reports")}},
            [&] {
                html_.element("table", [&] {
                    html_.element("caption", in("各份报告", "Reports"));
                    html_.element("thead", [&] {
                        html_.element("tr", [&] {
                            for (const std::string& one : {in("报告", "report"), in("问题", "findings"),
                                     in("核对", "checked"), in("文件", "file")})
                                html_.element("th", {{"scope", "col"}}, one);
                        });
                    });
                    html_.element("tbody", [&] {
                        std::size_t number = 0;
                        for (const CheckedFiling& one : report_.filings) {
                            const std::string id = "f" + std::to_string(++number);
                            html_.element("tr", [&] {
                                html_.element("th", {{"scope", "row"}}, [&] {
                                    html_.element("a", {{"href", "#" + id}},
                                        tell_organ(one.filing, language_) + " · " + tell_year(one.filing, language_));
                                });
                                html_.element(
                                    "td", {{"class", "figure"}}, std::to_string(one.judgement.findings.size()));
                                html_.element("td", [&] { counts(one.judgement); });
                                html_.element("td", tell_files(one.filing, language_));
                            });
                        }
                    });
                });
            });
    }

    void counts(const Judgement& judgement) {
        const auto all = judgement.summary();
        html_.text(tell_counts(all, language_));
        if (is_unverified(all))
            html_.element("span", {{"class", "unverified"}}, in("。没有一项得到核实", ". Nothing was verified"));
    }

    void unread() {
        if (report_.diagnostics.empty()) return;
        html_.element("section", [&] {
            html_.element("h2", in("没有读成的文件与提醒", "Files that were not read, and remarks"));
            html_.element("ul", [&] {
                for (const Diagnostic& one : report_.diagnostics) {
                    html_.element("li", [&] {
                        html_.element("span", {{"class", "tag " + std::string(name_of(one.severity))}},
                            tell_severity(one.severity, language_));
                        html_.text(" " + one.file + (one.line > 0 ? ":" + std::to_string(one.line) : "")
                            + in("：", ": ") + one.message.in(language_) + " " + one.help.in(language_));
                    });
                }
            });
        });
    }

    void filing(const FilingOnPage& filing) {
        const CheckedFiling& checked = filing.checked();
        html_.element("section", {{"id", filing.id()}, {"aria-labelledby", filing.id() + "-title"}}, [&] {
            html_.element("h2", {{"id", filing.id() + "-title"}},
                tell_organ(checked.filing, language_) + " · " + tell_year(checked.filing, language_));
            html_.element("p", {{"class", "soft"}}, [&] {
                html_.text(tell_files(checked.filing, language_) + " · " + in("核对：", "Checked: "));
                counts(checked.judgement);
            });
            write_findings(html_, filing, language_);
            write_open_verdicts(html_, filing, language_);
            write_tables(html_, filing, language_);
            write_original(html_, filing, language_);
        });
    }

    const Report& report_;
    Language language_;
    Html html_;
};

}  // namespace

std::string render_check_html(const Report& report, const ReportOptions& options) {
    return PageWriter(report, options).write();
}

}  // namespace gouji
