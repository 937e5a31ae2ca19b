// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_evidence.hpp"

#include "reports/finding/private_described_filing.hpp"
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

void write_cell(HtmlWriter& html, const FilingOnPage& filing, const Cell& cell, Language language) {
    const PageSpot* spot = filing.spot(cell);
    const std::string about = remark(cell, language);
    std::string kind = cell.presence == Presence::number ? "figure" : "figure absent";
    if (spot) kind += spot->suspect ? " suspect" : " concerned";
    html.element("td",
        {{spot ? "id" : "", filing.cell_id(cell.span)}, {"class", kind}, {about.empty() ? "" : "title", about}}, [&] {
            html.text(figure_of(cell));
            if (!cell.certain && cell.presence == Presence::number) html.text("?");
            if (cell.presence == Presence::unreadable || cell.presence == Presence::blank)
                html.element("span", {{"class", "soft"}}, about);
            if (spot) write_links(html, filing, *spot, language);
        });
}

void write_row(HtmlWriter& html, const FilingOnPage& filing, const Table& table, int row, Language language) {
    const int columns = table.column_names().leaf_count();
    html.element("tr", [&] {
        html.element("th", {{"scope", "row"}}, table.row_names().leaf(row).path);
        for (int c = 0; c < columns; ++c) write_cell(html, filing, table.cell(row * columns + c), language);
    });
}

void write_column_names(HtmlWriter& html, const Outline& columns) {
    html.element("tr", [&] {
        html.element("td", "");
        for (int c = 0; c < columns.leaf_count(); ++c) html.element("th", {{"scope", "col"}}, columns.leaf(c).path);
    });
}

void write_table(HtmlWriter& html, const FilingOnPage& filing, const Table& table, Language language) {
    const std::string title = table_words(table, language);
    html.scrolling_table(title, [&] {
        html.element("caption", title);
        html.element("thead", [&] { write_column_names(html, table.column_names()); });
        html.element("tbody", [&] {
            for (int r = 0; r < table.row_names().leaf_count(); ++r) write_row(html, filing, table, r, language);
        });
    });
}

/// A stretch of the original with marks in it.
struct PageWindow {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// Around each mark so much of the text, whole characters; windows that meet are one.
std::vector<PageWindow> windows_of(std::string_view text, const std::vector<PageMark>& marks) {
    constexpr std::size_t room = 900;
    const auto inside = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::vector<PageWindow> windows;
    for (const PageMark& one : marks) {
        PageWindow window{one.shown.start > room ? one.shown.start - room : 0,
            std::min<std::size_t>(text.size(), one.shown.end + room)};
        while (inside(window.start)) --window.start;
        while (inside(window.end)) ++window.end;
        if (!windows.empty() && window.start <= windows.back().end) windows.back().end = window.end;
        else windows.push_back(window);
    }
    return windows;
}

void write_mark(HtmlWriter& html, const FilingOnPage& filing, const PageMark& mark, Language language) {
    const std::string_view text = filing.checked().shown.text;
    html.element("mark", {{"id", filing.mark_id(mark.source)}, {"class", mark.spot->suspect ? "suspect" : ""}},
        text.substr(mark.shown.start, mark.shown.size()));
    write_links(html, filing, *mark.spot, language);
}

void write_windows(HtmlWriter& html, const FilingOnPage& filing, Language language) {
    const std::vector<PageMark>& marks = filing.marks();
    const std::string_view text = filing.checked().shown.text;
    std::size_t next = 0;
    std::size_t at = 0;
    for (const PageWindow& window : windows_of(text, marks)) {
        if (window.start > at) html.element("span", {{"class", "gap"}}, "⋯\n");
        at = window.start;
        for (; next < marks.size() && marks[next].shown.start < window.end; ++next) {
            html.text(text.substr(at, marks[next].shown.start - at));
            write_mark(html, filing, marks[next], language);
            at = marks[next].shown.end;
        }
        html.text(text.substr(at, window.end - at));
        at = window.end;
    }
    if (at < text.size()) html.element("span", {{"class", "gap"}}, "\n⋯");
}

}  // namespace

void write_tables(HtmlWriter& html, const FilingOnPage& filing, Language language) {
    if (filing.checked().filing.tables.empty()) return;
    html.element("details", {{filing.checked().judgement.findings.empty() ? "" : "open", ""}}, [&] {
        html.element("summary", Wording{"读到的表格", "Tables as they were read"}.in(language));
        for (const Table& one : filing.checked().filing.tables) write_table(html, filing, one, language);
    });
}

void write_original(HtmlWriter& html, const FilingOnPage& filing, Language language) {
    if (filing.marks().empty()) return;
    const std::string title = Wording{"原文", "The original"}.in(language);
    html.element("details", {{"open", ""}}, [&] {
        html.element("summary", title);
        html.element("pre", {{"tabindex", "0"}, {"role", "group"}, {"aria-label", title}},
            [&] { write_windows(html, filing, language); });
    });
}

}  // namespace gouji
