// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_page_evidence.hpp"

#include "reports/finding/private_wording.hpp"
#include "reports/page/private_page_table.hpp"

#include <algorithm>
#include <functional>

namespace gouji {
namespace {

/// A stretch of the original with marks in it.
struct PageWindow {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// Around each mark so many bytes of the text, whole characters; windows that meet are one.
std::vector<PageWindow> windows_of(std::string_view text, const std::vector<PageMark>& marks, std::size_t room) {
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

using WriteMark = std::function<void(const PageMark& mark)>;

void write_windows(HtmlWriter& html, std::string_view text, const std::vector<PageMark>& marks, std::size_t room,
    const WriteMark& write_mark) {
    std::size_t next = 0;
    std::size_t at = 0;
    for (const PageWindow& window : windows_of(text, marks, room)) {
        if (window.start > at) html.element("span", {{"class", "gap"}}, "⋯\n");
        at = window.start;
        for (; next < marks.size() && marks[next].shown.start < window.end; ++next) {
            html.text(text.substr(at, marks[next].shown.start - at));
            write_mark(marks[next]);
            at = marks[next].shown.end;
        }
        html.text(text.substr(at, window.end - at));
        at = window.end;
    }
    if (at < text.size()) html.element("span", {{"class", "gap"}}, "\n⋯");
}

std::string_view words_of(const FilingOnPage& filing, const PageMark& mark) {
    return std::string_view(filing.checked().shown.text).substr(mark.shown.start, mark.shown.size());
}

}  // namespace

void write_quotes(HtmlWriter& html, const FilingOnPage& filing, std::size_t finding, Language language) {
    constexpr std::size_t room = 150;
    std::vector<PageMark> marks;
    for (const PageMark& one : filing.marks()) {
        if (one.spot->findings.contains(finding) && !filing.is_cell(one.source)) marks.push_back(one);
    }
    if (marks.empty()) return;
    html.element("blockquote", {{"aria-label", Wording{"原文节选", "from the original"}.in(language)}}, [&] {
        write_windows(html, filing.checked().shown.text, marks, room, [&](const PageMark& mark) {
            html.element("a", {{"href", "#" + FilingOnPage::mark_id(mark.source)}}, [&] {
                html.element("mark", {{mark.spot->suspect ? "class" : "", "suspect"}}, words_of(filing, mark));
            });
        });
    });
}

void write_tables(HtmlWriter& html, const FilingOnPage& filing, Language language) {
    if (filing.checked().filing.tables.empty()) return;
    html.element("details", {{"class", "tables"}}, [&] {
        html.element("summary", Wording{"读到的表格", "Tables as they were read"}.in(language));
        for (const Table& one : filing.checked().filing.tables) write_whole_table(html, filing, one, language);
    });
}

void write_original(HtmlWriter& html, const FilingOnPage& filing, Language language) {
    if (filing.marks().empty()) return;
    constexpr std::size_t room = 900;
    const std::string title = Wording{"原文", "The original"}.in(language);
    html.element("details", {{"class", "original"}}, [&] {
        html.element("summary", title);
        html.element("pre", {{"tabindex", "0"}, {"role", "group"}, {"aria-label", title}}, [&] {
            write_windows(html, filing.checked().shown.text, filing.marks(), room, [&](const PageMark& mark) {
                html.element("mark",
                    {{"id", FilingOnPage::mark_id(mark.source)}, {mark.spot->suspect ? "class" : "", "suspect"}},
                    words_of(filing, mark));
                write_links(html, *mark.spot, language);
            });
        });
    });
}

}  // namespace gouji
