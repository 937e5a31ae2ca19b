// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_cell.hpp"

#include "reports/finding/private_wording.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string figure_of(const Cell& cell) {
    if (cell.presence == Presence::number) return cell.value.to_string() + cell.unit.get();
    return cell.presence == Presence::dash || cell.presence == Presence::slash ? cell.raw.get() : "";
}

/// A remark on a cell that is not as plain as it looks.
std::string remark(const Cell& cell, Language language) {
    const Wording missing[] = {{"", ""}, {"空白", "blank"}, {"填“-”", "a dash"}, {"填“/”", "a slash"},
        {"没有这一格", "absent"}, {"无法辨认", "unreadable"}};
    std::string text =
        (says_none(cell) ? Wording{"填“无”", "无 (none)"} : missing[static_cast<std::size_t>(cell.presence)])
            .in(language);
    const auto add = [&](const Wording& one) {
        text += (text.empty() ? "" : Wording{"，", ", "}.in(language)) + one.in(language);
    };
    if (cell.presence == Presence::number && !cell.certain) add({"不能确定", "uncertain"});
    if (cell.presence == Presence::number && cell.basis == Basis::divided)
        add({"由连写的数字拆出", "cut out of digits that run together"});
    if (cell.basis == Basis::restored) add({"标签残缺", "its label was repaired"});
    return text;
}

void write_figure(HtmlWriter& html, const Cell& cell, const std::string& about) {
    html.text(figure_of(cell));
    if (!cell.certain && cell.presence == Presence::number) html.text("?");
    if (cell.presence == Presence::unreadable || cell.presence == Presence::blank)
        html.element("span", {{"class", "soft"}}, about);
}

/// Of the likeliest cause of the finding; nullptr where the cell is not part of it.
const Suspect* suspect_in(const Finding& finding, const Cell& cell) {
    const auto found = std::find_if(finding.suspects.begin(), finding.suspects.end(),
        [&](const Suspect& one) { return one.candidate == 0 && !one.span.empty() && one.span == cell.span; });
    return found == finding.suspects.end() ? nullptr : &*found;
}

}  // namespace

void write_cell(HtmlWriter& html, const FilingOnPage& filing, const Cell& cell, Language language) {
    const PageSpot* spot = filing.spot(cell);
    const std::string about = remark(cell, language);
    // The plain cell is the common one: it has no class.
    const std::string kind = spot           ? (spot->suspect ? "suspect" : "concerned")
        : cell.presence == Presence::number ? ""
                                            : "absent";
    html.element("td",
        {{spot ? "id" : "", FilingOnPage::cell_id(cell.span)}, {kind.empty() ? "" : "class", kind},
            {about.empty() ? "" : "title", about}},
        [&] {
            write_figure(html, cell, about);
            if (spot) write_links(html, *spot, language);
        });
}

void write_excerpt_cell(
    HtmlWriter& html, const FilingOnPage& filing, const Cell& cell, std::size_t finding, Language language) {
    const PageSpot* spot = filing.spot(cell);
    const bool concerned = spot && spot->findings.contains(finding);
    const std::string about = remark(cell, language);
    if (!concerned) {
        html.element("td", [&] { write_figure(html, cell, about); });
        return;
    }
    const Suspect* suspect = suspect_in(filing.checked().judgement.findings[finding], cell);
    html.element("td", {{"class", suspect ? "suspect" : "concerned"}, {about.empty() ? "" : "title", about}}, [&] {
        html.element("a", {{"href", "#" + FilingOnPage::cell_id(cell.span)}}, [&] { write_figure(html, cell, about); });
        if (suspect)
            html.element("span", {{"class", "expected"}},
                fill("应为 {expected}", "should be {expected}", {{"expected", same(suspect->expected.to_string())}},
                    language));
    });
}

}  // namespace gouji
