// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_page_figures.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/costs.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace gouji {
namespace {}  // namespace

bool is_figure_of_prose(std::string_view text, const std::vector<Item>& items, std::size_t item) {
    if (item + 1 >= items.size() || items[item + 1].kind != Item::Kind::text) return false;
    const Span next = items[item + 1].span;
    if (items[item].span.end != next.start) return false;
    constexpr std::u32string_view counted = U"件宗条份次项个起篇例期场家人%";
    constexpr std::u32string_view stop = U"，,。；;、：:";
    const auto first = utf8::decode(text, next.start);
    if (stop.find(first.code) != std::u32string_view::npos) return true;
    return counted.find(first.code) != std::u32string_view::npos;
}

namespace {

int misfit_of(const Item& label, int official) {
    return label.ordinal == official ? 0
        : label.ordinal == 0         ? costs::assigned_without_ordinal
                                     : costs::assigned_with_other_ordinal;
}

}  // namespace

PageFigures::PageFigures(const TableItems& table)
    : table_(table), named_(static_cast<std::size_t>(table.form.rows.leaf_count())) {
    add_pieces();
    gaps_.reserve(pieces_.size() + 2);
    for (std::size_t gap = 0; gap <= pieces_.size(); ++gap) add_gap(gap);
    gaps_.push_back({labels_.size(), false, false, false});
    add_runs();
}

void PageFigures::add_runs() {
    runs_.reserve(pieces_.size());
    for (std::size_t begin = 0; begin < pieces_.size();) {
        std::size_t end = begin + 1;
        while (end < pieces_.size() && !pieces_[begin].barred && !pieces_[end].barred && !gaps_[end].words) ++end;
        bool is_column = true;
        for (std::size_t i = begin; i < end; ++i)
            is_column = is_column && pieces_[i].figures > 0 && (i == begin || pieces_[i].line != pieces_[i - 1].line);
        runs_.insert(runs_.end(), end - begin, {begin, end, is_column});
        begin = end;
    }
}

bool PageFigures::is_row_label(const Item& item) const {
    return item.kind == Item::Kind::label && std::any_of(item.ids->begin(), item.ids->end(), [&](const auto& id) {
        return table_.labels.is_row(id.first) && table_.form.rows.node(id.first).leaf >= 0;
    });
}

void PageFigures::add_pieces() {
    const std::vector<Item>& items = table_.items;
    constexpr std::size_t usual = 200;
    pieces_.reserve(usual);
    std::optional<bool> empty_cells;  // asked for where a line is empty: few pages have such lines
    std::uint32_t line = 0;
    for (std::size_t begin = 0; begin < items.size(); ++line) {
        std::size_t end = begin;
        bool barred = false;
        for (; end < items.size() && items[end].kind != Item::Kind::line; ++end)
            barred = barred || items[end].kind == Item::Kind::bar;
        if (is_printed_again(begin, end)) {
            begin = end + 1;
            continue;
        }
        const bool is_empty = begin == end && is_cell_a_line(begin);
        if (is_empty && !empty_cells) empty_cells = has_empty_cells();
        if (is_empty && *empty_cells) {
            pieces_.push_back({begin, begin, line, false, 0, 1, false});
        } else if (barred) {
            for (std::size_t from = begin; from < end;) from = add_barred_line(from, end, line);
        } else {
            for (std::size_t i = begin; i < end; ++i) {
                if (items[i].is_value() && !is_figure_of_prose(table_.text.characters(), items, i))
                    pieces_.push_back({i, i + 1, line, false, 1, 1, false});
            }
        }
        begin = end + 1;
    }
}

/// Whether a line says what the line before it said, figures and label alike.
bool PageFigures::is_printed_again(std::size_t begin, std::size_t end) const {
    const std::vector<Item>& items = table_.items;
    if (begin == 0 || end - begin < 2) return false;
    std::size_t before = begin - 1;  // its end
    while (before > 0 && items[before - 1].kind != Item::Kind::line) --before;
    const Span line = {items[begin].span.start, items[end - 1].span.end};
    const Span other = {items[before].span.start, items[begin - 1].span.start};
    if (utf8::without_blanks(table_.text.view(line)) != utf8::without_blanks(table_.text.view(other))) return false;
    const auto in_line = [&](auto is) {
        return std::any_of(
            items.begin() + static_cast<std::ptrdiff_t>(begin), items.begin() + static_cast<std::ptrdiff_t>(end), is);
    };
    return in_line([&](const Item& one) { return is_row_label(one); })
        && in_line([](const Item& one) { return one.is_value(); });
}

bool PageFigures::names_column(const Item& label) const {
    return std::any_of(
        label.ids->begin(), label.ids->end(), [&](const auto& id) { return !table_.labels.is_row(id.first); });
}

/// Whether the page prints one cell a line, and empty lines are not what it sets between all lines: then they are
/// cells.
bool PageFigures::has_empty_cells() const {
    const std::vector<Item>& items = table_.items;
    int lone = 0;    // lines with one figure
    int others = 0;  // lines with more
    int labels = 0;  // lines with a label alone
    int spaced = 0;  // of these, before an empty line
    for (std::size_t begin = 0; begin < items.size();) {
        std::size_t end = begin;
        int figures = 0;
        int words = 0;
        int bars = 0;
        for (; end < items.size() && items[end].kind != Item::Kind::line; ++end) {
            figures += items[end].is_value() ? 1 : 0;
            words += items[end].is_words() ? 1 : 0;
            bars += items[end].kind == Item::Kind::bar ? 1 : 0;
        }
        constexpr int of_one_cell = 2;
        const bool alone = figures == 1 && words == 0 && bars <= of_one_cell;
        lone += alone ? 1 : 0;
        others += figures > 0 && !alone ? 1 : 0;
        const bool label = figures == 0 && words == 1 && items[begin].kind == Item::Kind::label;
        labels += label ? 1 : 0;
        spaced += label && end + 1 < items.size() && items[end + 1].kind == Item::Kind::line ? 1 : 0;
        begin = end + 1;
    }
    constexpr int several = 4;
    constexpr int of = 10;
    constexpr int nearly_all = 8;
    return lone >= several && lone > others && spaced * of < labels * nearly_all;
}

/// Whether an empty line may be an empty cell: a figure alone, the label of a row or such a cell is on the line before.
bool PageFigures::is_cell_a_line(std::size_t empty) const {
    const std::vector<Item>& items = table_.items;
    if (empty < 2 || items[empty - 1].kind != Item::Kind::line) return false;
    std::size_t last = empty - 1;
    if (!pieces_.empty() && !pieces_.back().barred && pieces_.back().figures == 0 && pieces_.back().end == last)
        return true;
    while (last > 0 && items[last - 1].kind == Item::Kind::bar) --last;
    if (last == 0) return false;
    --last;
    if (is_row_label(items[last])) return true;
    std::size_t first = last;
    while (first > 0 && items[first - 1].kind == Item::Kind::bar) --first;
    return items[last].is_value() && (first == 0 || items[first - 1].kind == Item::Kind::line);
}

/// Adds the first row of a line with bars. Returns the item after it: where a second label of a row begins, or the end.
std::size_t PageFigures::add_barred_line(std::size_t begin, std::size_t end, std::uint32_t line) {
    const std::vector<Item>& items = table_.items;
    std::size_t label = end;  // of a row, before the figures
    std::size_t words = end;  // the last before them
    std::size_t figures = 0;
    std::size_t lone = end;
    std::size_t stop = begin;
    for (; stop < end; ++stop) {
        // Unnamed: 0 is no figure.
        const bool after_text = stop > begin && items[stop - 1].kind == Item::Kind::text;
        if (items[stop].is_value() && !after_text) {
            ++figures;
            lone = stop;
        } else if (is_row_label(items[stop])) {
            if (figures > 0) break;
            label = stop;
            words = stop;
        } else if (items[stop].is_words() && figures == 0) {
            words = stop;
        }
    }
    const auto bars = static_cast<std::size_t>(std::count_if(items.begin() + static_cast<std::ptrdiff_t>(begin),
        items.begin() + static_cast<std::ptrdiff_t>(stop),
        [](const Item& one) { return one.kind == Item::Kind::bar; }));
    // One cell a line, with a bar at its end or before it.
    if (figures == 1 && words == end && bars <= 2 && stop == end && stop - begin == bars + 1) {
        pieces_.push_back({lone, lone + 1, line, false, 1, 1, false});
        return stop;
    }
    if (figures == 0 && label == end) return stop;
    const std::size_t from = label != end ? label + 1 : words != end ? words + 1 : begin;
    const PrintedRow row = row_as_printed(items, from, stop);
    const bool is_table = std::any_of(pieces_.begin(), pieces_.end(), [](const Piece& one) { return one.barred; });
    if (!row.cells.empty() || (row.open_end && is_table))
        pieces_.push_back({from, stop, line, true, figures, row.cells.size(), row.open_end != nullptr});
    return stop;
}

void PageFigures::add_label(std::size_t item, bool on_line) {
    const Item& label = table_.items[item];
    // Another label right beside it is no letter of this one.
    const auto word_at = [&](std::size_t other, std::uint32_t end, std::uint32_t start, bool last) {
        if (table_.items[other].kind != Item::Kind::text || end != start) return false;
        const std::string_view words = table_.text.view(table_.items[other].span);
        return utf8::is_han(utf8::decode(words, last ? utf8::previous(words, words.size()) : 0).code);
    };
    const bool before =
        item > 0 && label.ordinal == 0 && word_at(item - 1, table_.items[item - 1].span.end, label.span.start, true);
    const bool after =
        item + 1 < table_.items.size() && word_at(item + 1, label.span.end, table_.items[item + 1].span.start, false);
    const bool whole = !before && !after;
    for (const auto& [id, official] : *label.ids) {
        if (!table_.labels.is_row(id)) continue;
        const int leaf = table_.form.rows.node(id).leaf;
        if (leaf < 0) continue;
        named_[static_cast<std::size_t>(leaf)] = 1;
        labels_.push_back({leaf, item, misfit_of(label, official), whole, on_line, false, false, false, false});
    }
}

/// Marks the labels of a gap, which begin with `from`, by what is between them and the pieces.
void PageFigures::mark_ends(std::size_t from, const Ends& words, const Ends& columns) {
    for (std::size_t i = from; i < labels_.size(); ++i) {
        RowLabel& label = labels_[i];
        label.is_last = label.item == labels_.back().item;
        label.is_direct = label.is_last && label.item == words.last;
        label.over_header = columns.any && columns.last > label.item;
        label.is_first = label.item == labels_[from].item && (!columns.any || columns.first > label.item);
    }
}

/// Where the line that ends before `end` begins, not before `begin`.
std::size_t PageFigures::begin_of_line(std::size_t begin, std::size_t end) const {
    while (end > begin && table_.items[end - 1].kind != Item::Kind::line) --end;
    return end;
}

void PageFigures::add_gap(std::size_t gap) {
    const std::vector<Item>& items = table_.items;
    const std::size_t begin = gap_begin(gap);
    const std::size_t end = gap_end(gap);
    Gap made{labels_.size(), false, false, false};
    if (begin == end) {
        gaps_.push_back(made);
        return;
    }
    const std::size_t last_line = begin_of_line(begin, end);
    std::size_t columns = 0;
    std::size_t bytes = 0;  // of words that are no label
    std::size_t texts = 0;  // of such words, apart from each other
    Ends words;
    Ends names;
    for (std::size_t i = begin; i < end; ++i) {
        const Item& item = items[i];
        if (!item.is_words() && !item.is_value()) continue;
        made.words = true;
        words.add(i);
        if (is_row_label(item)) add_label(i, i >= last_line && gap < pieces_.size());
        if (item.kind != Item::Kind::label) {
            bytes += item.span.size();
            constexpr std::size_t short_text = 9;  // letters of a group's label, set one below the other
            texts += item.span.size() >= short_text ? 1U : 0U;
        } else if (names_column(item) && !is_row_label(item)) {
            names.add(i);
            ++columns;
        }
    }
    made.stray = bytes > 0
        || std::any_of(labels_.begin() + static_cast<std::ptrdiff_t>(made.labels), labels_.end(),
            [](const RowLabel& one) { return !one.whole; });
    constexpr std::size_t several_columns = 2;
    constexpr std::size_t many_texts = 4;  // more than a label is broken into
    constexpr std::size_t much = 240;      // 80 Han characters
    made.border = columns >= several_columns || texts >= many_texts || bytes > much;
    mark_ends(made.labels, words, names);
    gaps_.push_back(made);
}

/// Words that touch a figure within its row say that it is more than digits. At the ends of a row they may be of the
/// labels there, but for a character that was lost.
PrintedCell PageFigures::cell_of(std::size_t piece, bool first, bool last) const {
    const std::vector<Item>& items = table_.items;
    const std::size_t at = pieces_[piece].begin;
    PrintedCell cell{presence_of(items[at]), items[at]};
    const auto touches = [&](std::size_t before, std::size_t after, std::size_t text, bool border) {
        if (items[text].kind != Item::Kind::text || items[before].span.end != items[after].span.start) return false;
        constexpr char32_t lost = 0xFFFD;
        const std::string_view words = table_.text.view(items[text].span);
        const std::size_t near = text == after ? 0 : utf8::previous(words, words.size());
        return !border || utf8::decode(words, near).code == lost;
    };
    constexpr std::size_t most_bytes = 60;  // from a bracket
    const bool before = at > 0
        && (touches(at - 1, at, at - 1, first)
            || (touches(at - 1, at, at - 1, false)
                && is_in_brackets(table_.text.characters(), items[at].span.start, most_bytes)));
    const bool after = at + 1 < items.size() && touches(at, at + 1, at + 1, last);
    if (before || after) cell.presence = Presence::unreadable;
    return cell;
}

PrintedRow PageFigures::row_of(std::size_t first, std::size_t last, std::size_t cells) const {
    if (pieces_[first].barred) return row_as_printed(table_.items, pieces_[first].begin, pieces_[first].end);
    std::size_t figures = 0;
    for (std::size_t i = first; i <= last; ++i) figures += pieces_[i].figures;
    PrintedRow row;
    row.cells.reserve(last - first + 1);
    for (std::size_t i = first; i <= last; ++i) {
        if (pieces_[i].figures == 0) {
            if (figures < cells) row.cells.push_back({Presence::blank, table_.items[pieces_[i].begin]});
            continue;
        }
        row.cells.push_back(cell_of(i, i == first, i == last));
        row.on_line += pieces_[i].line == pieces_[first].line ? 1U : 0U;
    }
    return row;
}

}  // namespace gouji
