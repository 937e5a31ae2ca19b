// SPDX-License-Identifier: Apache-2.0
// The evidence of a filing on the page: its tables as they were read, and the original around what findings speak of.
#include "reports/private_page.hpp"

#include <algorithm>

namespace gouji {
namespace {

std::string shown(const Cell& cell) {
    if (cell.presence == Presence::number) return cell.value.to_string() + cell.unit.get();
    return cell.presence == Presence::dash || cell.presence == Presence::slash ? cell.raw.get() : "";
}

/// What is said of a cell that is not as plain as it looks.
std::string remark(const Cell& cell, Language language) {
    const Label missing[] = {{"", ""}, {"空白", "blank"}, {"填“-”", "a dash"}, {"填“/”", "a slash"},
        {"没有这一格", "absent"}, {"无法辨认", "unreadable"}};
    std::string text =
        (says_none(cell) ? Label{"填“无”", "无 (none)"} : missing[static_cast<std::size_t>(cell.presence)])
            .in(language);
    const auto add = [&](const Label& one) {
        text += (text.empty() ? "" : Label{"，", ", "}.in(language)) + one.in(language);
    };
    if (cell.presence == Presence::number && !cell.certain) add({"不能确定", "uncertain"});
    if (cell.presence == Presence::number && cell.basis == Basis::divided)
        add({"由连写的数字拆出", "cut out of digits that run together"});
    if (cell.basis == Basis::restored) add({"标签残缺", "its label was mended"});
    return text;
}

void write_cell(Html& html, const FilingOnPage& filing, const Cell& cell, Language language) {
    const Spot* spot = filing.spot(cell);
    const std::string about = remark(cell, language);
    std::string kind = cell.presence == Presence::number ? "figure" : "figure absent";
    if (spot) kind += spot->suspect ? " suspect" : " concerned";
    html.element("td",
        {{spot ? "id" : "", filing.cell_id(cell.span)}, {"class", kind}, {about.empty() ? "" : "title", about}}, [&] {
            html.text(shown(cell));
            if (!cell.certain && cell.presence == Presence::number) html.text("?");
            if (cell.presence == Presence::unreadable || cell.presence == Presence::blank)
                html.element("span", {{"class", "soft"}}, about);
            if (spot) write_links(html, filing, *spot, language);
        });
}

void write_table(Html& html, const FilingOnPage& filing, const Table& table, Language language) {
    const Outline& rows = table.row_names();
    const Outline& columns = table.column_names();
    const std::string title = table.name.empty() ? Label{"自有表格", "a table of its own"}.in(language)
                                                 : table.name + " (" + table.form->id + ")";
    html.element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", title}}, [&] {
        html.element("table", [&] {
            html.element("caption", title);
            html.element("thead", [&] {
                html.element("tr", [&] {
                    html.element("td", "");
                    for (int c = 0; c < columns.leaf_count(); ++c)
                        html.element("th", {{"scope", "col"}}, columns.leaf(c).path);
                });
            });
            html.element("tbody", [&] {
                for (int r = 0; r < rows.leaf_count(); ++r) {
                    html.element("tr", [&] {
                        html.element("th", {{"scope", "row"}}, rows.leaf(r).path);
                        for (int c = 0; c < columns.leaf_count(); ++c)
                            write_cell(html, filing, table.cell(r * columns.leaf_count() + c), language);
                    });
                }
            });
        });
    });
}

/// A stretch of the original with marks in it.
struct Window {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// Around each mark so much of the text, whole characters; windows that meet are one.
std::vector<Window> windows_of(std::string_view text, const std::vector<Mark>& marks) {
    constexpr std::size_t room = 900;
    const auto inside = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::vector<Window> windows;
    for (const Mark& one : marks) {
        Window made{one.shown.start > room ? one.shown.start - room : 0,
            std::min<std::size_t>(text.size(), one.shown.end + room)};
        while (inside(made.start)) --made.start;
        while (inside(made.end)) ++made.end;
        if (!windows.empty() && made.start <= windows.back().end) windows.back().end = made.end;
        else windows.push_back(made);
    }
    return windows;
}

}  // namespace

void write_tables(Html& html, const FilingOnPage& filing, Language language) {
    if (filing.checked().filing.tables.empty()) return;
    html.element("details", {{filing.checked().judgement.findings.empty() ? "" : "open", ""}}, [&] {
        html.element("summary", Label{"读到的表格", "Tables as they were read"}.in(language));
        for (const Table& one : filing.checked().filing.tables) write_table(html, filing, one, language);
    });
}

void write_original(Html& html, const FilingOnPage& filing, Language language) {
    const std::vector<Mark>& marks = filing.marks();
    if (marks.empty()) return;
    const std::string_view text = filing.checked().shown.text;
    html.element("details", {{"open", ""}}, [&] {
        html.element("summary", Label{"原文", "The original"}.in(language));
        html.element("pre",
            {{"tabindex", "0"}, {"role", "group"}, {"aria-label", Label{"原文", "The original"}.in(language)}}, [&] {
                std::size_t next = 0;
                std::size_t at = 0;
                for (const Window& window : windows_of(text, marks)) {
                    if (window.start > at) html.element("span", {{"class", "gap"}}, "⋯\n");
                    at = window.start;
                    for (; next < marks.size() && marks[next].shown.start < window.end; ++next) {
                        const Mark& one = marks[next];
                        html.text(text.substr(at, one.shown.start - at));
                        html.element("mark",
                            {{"id", filing.mark_id(one.source)}, {"class", one.spot->suspect ? "suspect" : ""}},
                            text.substr(one.shown.start, one.shown.size()));
                        write_links(html, filing, *one.spot, language);
                        at = one.shown.end;
                    }
                    html.text(text.substr(at, window.end - at));
                    at = window.end;
                }
                if (at < text.size()) html.element("span", {{"class", "gap"}}, "\n⋯");
            });
    });
}

}  // namespace gouji
