// SPDX-License-Identifier: Apache-2.0
// 审计工作底稿 (audit working papers) as a page that prints on A4, to be signed by hand.
#include "reports/finding/private_wording.hpp"
#include "reports/paper/private_working_papers.hpp"
#include "reports/writers/private_html_writer.hpp"

#include "paper.css.inc"

namespace gouji {
namespace {

/// Lays out the parts of a paper.
class PaperPage {
public:
    explicit PaperPage(HtmlWriter& html) : html_(html) {}

    void operator()(const PaperHeading& heading) { html_.element("h2", heading.text); }
    void operator()(const PaperText& text) {
        html_.element("p", [&] {
            html_.text(text.text);
            if (text.has_number) html_.number();
        });
    }
    void operator()(const PaperTable& table) {
        html_.element("table", {{table.together ? "class" : "", "together"}}, [&] {
            html_.element("colgroup", [&] {
                for (const int width : table.widths) html_.single("col", {{"width", std::to_string(width) + "%"}});
            });
            std::size_t row = 0;
            if (table.has_head) html_.element("thead", [&] { write(table.rows[row++], "col"); });
            html_.element("tbody", [&] {
                for (; row < table.rows.size(); ++row) write(table.rows[row], "row");
            });
        });
    }

private:
    /// `scope`: what its names name.
    void write(const PaperRow& row, const std::string& scope) {
        html_.element("tr", {{row.height > 9 ? "class" : "", "high"}}, [&] {
            for (const PaperCell& cell : row.cells) {
                html_.element(cell.is_name ? "th" : "td",
                    {{cell.is_name ? "scope" : "", scope},
                        {cell.columns > 1 ? "colspan" : "", std::to_string(cell.columns)}},
                    [&] {
                        html_.text(cell.text);
                        if (cell.is_number) html_.number();
                    });
            }
        });
    }

    HtmlWriter& html_;
};

std::string html_of(const Paper& paper) {
    HtmlWriter html;
    html.element("section", {{"class", "paper"}}, [&] {
        html.element("h1", paper.title);
        for (const PaperPart& part : paper.parts) std::visit(PaperPage(html), part);
    });
    return html.finish();
}

/// A part is a paper without its number.
class PaperWriter : public RunWriterOf<std::string> {
public:
    PaperWriter(const ReportOptions& options, ResultOutlet& outlet) : language_(options.language), outlet_(outlet) {
        HtmlWriter html;
        html.begin_page(language_ == Language::zh ? "zh-CN" : "en",
            Wording{"审计工作底稿", "Audit working papers"}.in(language_), paper_css, nullptr);
        outlet_.write(html.finish() + "<main>");
    }

    bool finish(const FinishedRun& run) override {
        if (const auto unread = paper_of_unread(run.diagnostics, language_)) outlet_.write(html_of(*unread));
        HtmlWriter html;
        html.end_page(nullptr);
        return outlet_.write("</main>\n" + html.finish());
    }

private:
    [[nodiscard]] std::string part_of(const CheckedFiling& checked) const override {
        return html_of(working_paper(checked, language_));
    }
    bool put(std::string&& part) override { return outlet_.write(with_number(part, ++number_)); }

    Language language_;
    ResultOutlet& outlet_;
    std::size_t number_ = 0;  ///< of the last paper
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<PaperWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat paper_format = {
    "paper", "审计工作底稿，打印为 A4 的网页", "audit working papers: a page that prints on A4", {.begin = begin}, {}};

}  // namespace gouji
