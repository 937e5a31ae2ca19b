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

struct DrawnText {
    std::string text;
    int width = 0;
};

bool is_control(char32_t code) { return code < 0x20 || code == 0x7F; }
int drawn_width(char32_t code) { return is_control(code) ? 1 : width_of(code); }

/// The characters of the line in [from, to).
DrawnText draw(std::string_view line, std::size_t from, std::size_t to) {
    DrawnText drawn;
    for (std::size_t at = from; at < to;) {
        const auto character = utf8::decode(line, at);
        utf8::append(drawn.text, is_control(character.code) ? U' ' : character.code);
        drawn.width += drawn_width(character.code);
        at += character.size;
    }
    return drawn;
}

/// Where the characters from `from` on end that take so many columns; the last may reach past them.
std::size_t end_of_columns(std::string_view line, std::size_t from, std::size_t to, int columns) {
    for (int used = 0; from < to && used < columns;) {
        const auto character = utf8::decode(line, from);
        used += drawn_width(character.code);
        from += character.size;
    }
    return from;
}

/// Where the characters begin that fit into so many columns before `to`.
std::size_t begin_of_fitting(std::string_view line, std::size_t to, int columns) {
    for (int used = 0; to > 0;) {
        const std::size_t before = utf8::previous(line, to);
        used += width_of(utf8::decode(line, before).code);
        if (used > columns) break;
        to = before;
    }
    return to;
}

/// Where the characters end that fit into so many columns from `from` on.
std::size_t end_of_fitting(std::string_view line, std::size_t from, int columns) {
    for (int used = 0; from < line.size();) {
        const auto character = utf8::decode(line, from);
        used += drawn_width(character.code);
        if (used > columns) break;
        from += character.size;
    }
    return from;
}

/// Draws the line with the mark [from, to).
void draw_line(std::string_view line, std::size_t from, std::size_t to, Excerpt& excerpt) {
    const std::size_t mark_end = end_of_columns(line, from, to, room / 2);
    const DrawnText mark = draw(line, from, mark_end);
    // The room left is for both sides, evenly unless one side needs less.
    const int left_all = gouji::width_of(line.substr(0, from));
    const int right_all = gouji::width_of(line.substr(mark_end));
    const int rest = room - mark.width;
    const int left_room = std::min(left_all, std::max(rest / 2, rest - right_all));
    const int right_room = std::min(right_all, rest - left_room);
    const std::size_t begin = begin_of_fitting(line, from, left_room);
    const std::size_t end = end_of_fitting(line, mark_end, right_room);
    const DrawnText left = draw(line, begin, from);
    excerpt.text = (begin > 0 ? "…" : "") + left.text + mark.text + draw(line, mark_end, end).text
        + (end < line.size() ? "…" : "");
    excerpt.carets = std::string(static_cast<std::size_t>(left.width + (begin > 0 ? 1 : 0)), ' ')
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

Places::Places(std::string_view content) : content_(content) {}

Places::Places(std::string_view content, const ByteStarts& starts)
    : content_(content), starts_(starts.empty() ? nullptr : &starts) {}

const LineColumns& Places::lines() const {
    if (!lines_) lines_.emplace(content_);
    return *lines_;
}

Span Places::in_content(Span span) const {
    if (starts_) span = {starts_->first_at(span.start), starts_->first_at(span.end)};
    const auto size = static_cast<std::uint32_t>(content_.size());
    const std::uint32_t start = std::min(span.start, size);
    return {start, std::clamp(span.end, start, size)};
}

TextPlace Places::begin_of(Span span) const {
    const std::size_t at = in_content(span).start;
    return {static_cast<int>(lines().line_of(at)) + 1, static_cast<int>(lines().column_of(at))};
}

TextRegion Places::locate(Span span) const {
    span = in_content(span);
    const auto column = [&](std::size_t line, std::size_t at) {
        int units = 1;
        for (std::size_t i = lines().begin_of(line); i < at; i += utf8::length(content_[i]))
            units += utf8::length(content_[i]) == 4 ? 2 : 1;
        return units;
    };
    const std::size_t first = lines().line_of(span.start);
    const std::size_t last = lines().line_of(span.end);
    return {static_cast<int>(first) + 1, column(first, span.start), static_cast<int>(last) + 1, column(last, span.end)};
}

Excerpt Places::draw(Span span) const {
    span = in_content(span);
    const std::size_t start = span.start;
    const std::size_t line = lines().line_of(start);
    const std::size_t first = lines().begin_of(line);
    Excerpt excerpt;
    excerpt.line = static_cast<int>(line) + 1;
    excerpt.column = static_cast<int>(lines().column_of(start));
    const std::string_view text = content_.substr(first, lines().end_of(line) - first);
    draw_line(text, std::min(start - first, text.size()),
        std::clamp<std::size_t>(span.end - first, std::min(start - first, text.size()), text.size()), excerpt);
    return excerpt;
}

Excerpt draw_excerpt(std::string_view content, Span span) { return Places(content).draw(span); }

}  // namespace gouji
