// SPDX-License-Identifier: Apache-2.0
#include "reports/excerpt.hpp"

#include "engine/base/utf8.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace gouji {
namespace {

constexpr int room = 76;

int width_of(char32_t code) {
    const auto c = static_cast<UChar32>(code);
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

struct Shown {
    std::string text;
    int width = 0;
};

void put(Shown& shown, utf8::Character one) {
    const bool control = one.code < 0x20 || one.code == 0x7F;
    utf8::append(shown.text, control ? U' ' : one.code);
    shown.width += control ? 1 : width_of(one.code);
}

/// Draws the line [first, last) of `content` with the mark [from, to).
void draw(std::string_view line, std::size_t from, std::size_t to, Excerpt& made) {
    Shown mark;
    std::size_t marked_end = from;
    while (marked_end < to && mark.width < room / 2) {
        const auto one = utf8::decode(line, marked_end);
        put(mark, one);
        marked_end += one.size;
    }
    // The room left is for both sides, evenly unless one side needs less.
    const int left_all = gouji::width_of(line.substr(0, from));
    const int right_all = gouji::width_of(line.substr(marked_end));
    const int rest = room - mark.width;
    const int left_room = std::min(left_all, std::max(rest / 2, rest - right_all));
    const int right_room = std::min(right_all, rest - left_room);
    std::size_t begin = from;
    for (int used = 0; begin > 0;) {
        const std::size_t before = utf8::previous(line, begin);
        used += width_of(utf8::decode(line, before).code);
        if (used > left_room) break;
        begin = before;
    }
    Shown left;
    if (begin > 0) left = {"…", 1};
    for (std::size_t at = begin; at < from;) {
        const auto one = utf8::decode(line, at);
        put(left, one);
        at += one.size;
    }
    Shown right;
    std::size_t at = marked_end;
    while (at < line.size()) {
        const auto one = utf8::decode(line, at);
        if (right.width + width_of(one.code) > right_room) break;
        put(right, one);
        at += one.size;
    }
    made.text = left.text + mark.text + right.text + (at < line.size() ? "…" : "");
    made.carets = std::string(static_cast<std::size_t>(left.width), ' ')
        + std::string(static_cast<std::size_t>(std::max(mark.width, 1)), '^');
}

}  // namespace

int width_of(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        width += one.code < 0x20 || one.code == 0x7F ? 1 : width_of(one.code);
        at += one.size;
    }
    return width;
}

std::string name_place(const Place* place, Language language) {
    if (!place) return {};
    if (place->page > 0)
        return fill("第 {page} 页", "page {page}", {{"page", same(std::to_string(place->page))}}, language);
    if (place->cell.empty()) return {};
    if (place->table > 0)
        return fill("表 {table} 的 {cell}", "table {table}, {cell}",
            {{"table", same(std::to_string(place->table))}, {"cell", same(place->cell)}}, language);
    return place->part + "!" + place->cell;
}

Places::Places(std::string_view content, std::span<const std::uint32_t> starts)
    : content_(content), starts_{0}, bytes_(starts) {
    for (std::size_t at = 0; (at = content.find('\n', at)) != std::string_view::npos;) starts_.push_back(++at);
}

Span Places::in_content(Span span) const {
    if (!bytes_.empty()) {
        const auto shown = [&](std::uint32_t at) {
            return static_cast<std::uint32_t>(std::lower_bound(bytes_.begin(), bytes_.end(), at) - bytes_.begin());
        };
        span = {shown(span.start), shown(span.end)};
    }
    const auto size = static_cast<std::uint32_t>(content_.size());
    const std::uint32_t start = std::min(span.start, size);
    return {start, std::clamp(span.end, start, size)};
}

std::size_t Places::line_of(std::size_t at) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), at) - starts_.begin()) - 1;
}

Region Places::locate(Span span) const {
    span = in_content(span);
    const auto column = [&](std::size_t line, std::size_t at) {
        int units = 1;
        for (std::size_t i = starts_[line]; i < at; i += utf8::length(content_[i]))
            units += utf8::length(content_[i]) == 4 ? 2 : 1;
        return units;
    };
    const std::size_t first = line_of(span.start);
    const std::size_t last = line_of(span.end);
    return {static_cast<int>(first) + 1, column(first, span.start), static_cast<int>(last) + 1, column(last, span.end)};
}

Excerpt Places::draw(Span span) const {
    span = in_content(span);
    const std::size_t start = span.start;
    const std::size_t line = line_of(start);
    const std::size_t first = starts_[line];
    std::size_t last = line + 1 == starts_.size() ? content_.size() : starts_[line + 1] - 1;
    if (last > first && content_[last - 1] == '\r') --last;
    Excerpt made;
    made.line = static_cast<int>(line) + 1;
    made.column = 1 + static_cast<int>(utf8::count(content_.substr(first, start - first)));
    const std::string_view text = content_.substr(first, last - first);
    gouji::draw(text, std::min(start - first, text.size()),
        std::clamp<std::size_t>(span.end - first, std::min(start - first, text.size()), text.size()), made);
    return made;
}

Excerpt draw_excerpt(std::string_view content, Span span) { return Places(content).draw(span); }

}  // namespace gouji
