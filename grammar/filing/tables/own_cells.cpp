// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_own_cells.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/tables/private_spoiled_grammar.hpp"
#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

/// The figure without the mark of a note behind it; of .85 with the zero that is not printed.
std::string figure_in(std::string_view raw) {
    std::size_t end = 0;
    while (end < raw.size() && (is_digit(raw[end]) || raw[end] == ',' || raw[end] == '.')) ++end;
    const bool noted = lexical::taken<spoiled_grammar::note_mark>(raw, end) == raw.size() - end;
    const std::string_view figure = noted ? raw.substr(0, end) : raw;
    return (figure.starts_with('.') ? "0" : "") + std::string(figure);
}

}  // namespace

Cell own_cell(const Text& text, Span span) {
    Cell cell;
    cell.span = text.source(span);
    const std::string_view raw = text.view(span);
    cell.raw = raw;
    if (raw.empty()) cell.presence = Presence::blank;
    else if (raw.find_first_not_of("-") == std::string_view::npos || raw == "—" || raw == "——" || raw == "无")
        cell.presence = Presence::dash;
    else if (raw == "/") cell.presence = Presence::slash;
    else cell.presence = Presence::unreadable;
    if (cell.presence != Presence::unreadable) return cell;
    const std::string written = figure_in(raw);
    const auto figure = read_figure(written, 0, {});
    if (!figure || !figure->value || figure->end != written.size() || figure->approximate) return cell;
    cell.presence = Presence::number;
    cell.value = *figure->value;
    cell.unit = figure->unit;
    return cell;
}

bool is_own_unit(std::string_view words) {
    constexpr std::array<std::string_view, 22> units = {"条", "件", "份", "次", "个", "人", "人次", "元", "万元",
        "亿元", "项", "篇", "期", "场", "处", "名", "宗", "起", "批", "家", "%", "页"};
    return std::find(units.begin(), units.end(), words) != units.end();
}

bool names_no_figures(std::string_view header) {
    constexpr std::array<std::string_view, 6> names = {"计量单位", "单位", "指标代码", "代码", "行次", "编号"};
    return std::find(names.begin(), names.end(), header) != names.end();
}

void OwnNames::add(Outline& outline, std::string_view name) {
    std::string own(name);
    std::replace(own.begin(), own.end(), '.', ' ');
    const int again = ++seen_[own];
    outline.add(again == 1 ? own : own + " " + std::to_string(again));
}

}  // namespace gouji
