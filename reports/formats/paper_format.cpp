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
    void operator()(const PaperText& text) { html_.element("p", text.text); }
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
                    cell.text);
            }
        });
    }

    HtmlWriter& html_;
};

std::string check_paper(const Report& report, const ReportOptions& options) {
    const bool zh = options.language == Language::zh;
    HtmlWriter html;
    html.begin_page(
        zh ? "zh-CN" : "en", Wording{"审计工作底稿", "Audit working papers"}.in(options.language), paper_css, nullptr);
    html.element("main", [&] {
        for (const Paper& paper : working_papers(report, options.language)) {
            html.element("section", {{"class", "paper"}}, [&] {
                html.element("h1", paper.title);
                for (const PaperPart& part : paper.parts) std::visit(PaperPage(html), part);
            });
        }
    });
    html.end_page(nullptr);
    return html.finish();
}

}  // namespace

extern const ReportFormat paper_format = {"paper", "审计工作底稿，打印为 A4 的网页",
    "audit working papers: a page that prints on A4", {begin_whole_run<check_paper>}, {}};

}  // namespace gouji
