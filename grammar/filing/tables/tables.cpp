// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/tables.hpp"

#include "grammar/filing/tables/private_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {
namespace {

/// 0482申请人…: the last digits of a row that are the official number of the label right behind it, which has none of
/// its own.
std::size_t foreign_digits(const Text& text, const PrintedRow& row, const Item& label) {
    if (row.cells.empty() || label.kind != Item::Kind::label || label.ordinal != 0) return 0;
    const Item& last = row.cells.back().item;
    if (last.kind != Item::Kind::figure || last.span.end > label.span.start) return 0;
    if (text.view({last.span.end, label.span.start}).find_first_not_of(' ') != std::string_view::npos) return 0;
    for (const auto& [id, official] : *label.ids) {
        const std::string digits = std::to_string(official);
        if (official > 0 && last.number.size() > digits.size() && text.view(last.number).ends_with(digits))
            return digits.size();
    }
    return 0;
}

/// Where the aligned label of the next row begins, with the labels of the groups above it.
std::size_t end_of_row(const std::vector<Item>& items, std::size_t item, std::size_t next) {
    std::size_t end = next;
    bool seen = false;
    for (std::size_t i = item + 1; i < next; ++i) {
        seen = seen || items[i].is_value();
        if (seen && items[i].kind == Item::Kind::label) {
            end = i;
            break;
        }
    }
    return end;
}

/// Rows of the form between two that were found, with figures there that belong to neither: they are printed, under
/// labels that could not be read.
void mark_lost(TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels,
    std::size_t from, std::size_t to, int first, int last) {
    Span span;
    for (std::size_t i = from; i < to; ++i) {
        if (items[i].is_value()) span = hull(span, items[i].span);
    }
    if (span.empty()) return;
    for (int row = first; row <= last; ++row) {
        const std::vector<int>& cells = labels.cells[static_cast<std::size_t>(row)];
        mark_unreadable(read.table, text, span, cells);
        read.score -=
            static_cast<int>(cells.size());  // no better than rows that are not there, for another form may know them
    }
}

void read_rows(TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels) {
    const TableForm& layout = *read.table.layout;
    struct Row {
        AlignedRow aligned;
        PrintedRow printed;
        const std::vector<int>& cells;
    };
    const auto aligned = align_rows(text.characters(), items, layout, labels);
    std::vector<Row> rows;
    rows.reserve(aligned.size());
    for (std::size_t r = 0; r < aligned.size(); ++r) {
        const std::size_t next = r + 1 < aligned.size() ? aligned[r + 1].item : items.size();
        const std::size_t end = end_of_row(items, aligned[r].item, next);
        Row row{aligned[r], print_row(items, aligned[r].item + 1, end),
            labels.cells[static_cast<std::size_t>(aligned[r].leaf)]};
        if (end < items.size()) row.printed.foreign = foreign_digits(text, row.printed, items[end]);
        // What stands below a line that has them all is the number of a page.
        auto& cells = row.printed.cells;
        if (!row.printed.barred && row.printed.on_line == row.cells.size() && cells.size() > row.cells.size())
            cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(row.cells.size()), cells.end());
        std::size_t behind = row.printed.cells.empty() ? end : aligned[r].item;
        while (behind < end && items[behind].span.start < row.printed.cells.back().item.span.end) ++behind;
        if (r + 1 < aligned.size())
            mark_lost(read, text, items, labels, behind, next, aligned[r].leaf + 1, aligned[r + 1].leaf - 1);
        rows.push_back(std::move(row));
    }
    std::vector<RowOfForm> printed;
    printed.reserve(rows.size());
    for (Row& row : rows) printed.push_back({&row.printed, row.cells.size()});
    drop_margins(printed);
    // Where any row has its figures apart, a row with too few of them has lost empty cells.
    const bool apart = std::any_of(rows.begin(), rows.end(),
        [](const Row& one) { return one.cells.size() > 1 && one.printed.cells.size() == one.cells.size(); });
    for (const Row& row : rows) {
        const bool single = !apart && row.printed.cells.size() == 1;
        fill_cells(read.table, text, row.printed, row.cells, row.aligned.restored, single);
        read.where = hull(read.where, items[row.aligned.item].span);
        for (const auto& one : row.printed.cells) read.where = hull(read.where, one.item.span);
    }
}

/// All labels of the rows, and apart from them as many lines of figures, each with just as many as its row has cells: a
/// converter took them for two columns of text. They are restored in their order; anything less is no proof of it.
bool read_apart(TableRead& read, const Text& text, const std::vector<Item>& items, const Edition::Labels& labels) {
    const TableForm& layout = *read.table.layout;
    const auto aligned = align_rows(text.characters(), items, layout, labels, true);
    const auto rows = static_cast<std::size_t>(layout.rows.leaf_count());
    if (aligned.size() != rows) return false;
    std::vector<std::vector<Item>> lines(1);
    for (const Item& one : items) {
        if (one.kind == Item::Kind::line) lines.emplace_back();
        else if (one.kind != Item::Kind::bar) lines.back().push_back(one);
    }
    std::erase_if(lines, [](const std::vector<Item>& line) {
        return line.empty() || std::any_of(line.begin(), line.end(), [](const Item& one) { return !one.is_value(); });
    });
    if (lines.size() != rows) return false;
    for (std::size_t row = 0; row < rows; ++row) {
        if (lines[row].size() != labels.cells[row].size()) return false;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        fill_cells(read.table, text, print_row(lines[row], 0, lines[row].size()), labels.cells[row], true, false);
        read.where = hull(
            read.where, hull(items[aligned[row].item].span, hull(lines[row].front().span, lines[row].back().span)));
    }
    return true;
}

constexpr int score_of_number = 3;
/// More than the cells can say that go with a label: figures run together may fit another form better than their own.
constexpr int score_of_label = 5;

/// Rows, columns and groups of the form that are named, each once: prose may name them again.
class NamedLines {
public:
    explicit NamedLines(const TableForm& layout) : named_(layout.rows.nodes().size() + layout.columns.nodes().size()) {}
    void add(const std::vector<std::pair<int, int>>& ids) {
        for (const auto& [id, official] : ids) {
            char& named = named_[static_cast<std::size_t>(id)];
            if (named == 0) ++count_;
            named = 1;
        }
    }
    [[nodiscard]] int count() const { return count_; }

private:
    std::vector<char> named_;
    int count_ = 0;
};

/// Labels and cells that were read count for the form, cells that it lacks or that could not be read count against it.
int fit(const TableRead& read, const std::vector<Item>& items) {
    const TableForm& layout = *read.table.layout;
    NamedLines named(layout);
    for (const Item& one : items) {
        if (one.kind == Item::Kind::label) named.add(*one.ids);
    }
    int score = score_of_label * named.count();
    for (std::size_t i = 0; i < layout.cells.size(); ++i) {
        if (!layout.cells[i]) continue;
        const Presence presence = read.table.cells[i].presence;
        // An empty cell says little: what a table is padded with looks like it.
        score += presence == Presence::absent  ? -2
            : presence == Presence::unreadable ? -1
            : presence == Presence::blank      ? 1
                                               : score_of_number;
    }
    return score;
}

/// Labels and figures in the table's own section, in an order that was not understood.
bool looks_like_table(const std::vector<Item>& items) {
    const auto count = [&](auto is) { return std::count_if(items.begin(), items.end(), is); };
    constexpr std::ptrdiff_t enough = 3;
    return count([](const Item& one) { return one.kind == Item::Kind::label; }) >= enough
        && count([](const Item& one) { return one.is_value(); }) >= enough;
}

/// The table is there, and nothing in it can be told: never taken for missing, never read wrong in silence.
void mark_all_unreadable(TableRead& read, const Text& text, Span where) {
    read.where = where;
    for (std::size_t i = 0; i < read.table.cells.size(); ++i) {
        if (!read.table.layout->cells[i]) continue;
        read.table.cells[i] = {};
        read.table.cells[i].presence = Presence::unreadable;
        read.table.cells[i].span = text.source(where);
        read.table.cells[i].certain = false;
    }
}

std::span<const LabelPlace> within(std::span<const LabelPlace> places, Span where) {
    const auto before = [](const LabelPlace& one, std::uint32_t at) { return one.at < at; };
    const auto first = std::lower_bound(places.begin(), places.end(), where.start, before);
    return {first, std::lower_bound(first, places.end(), where.end, before)};
}

/// False where the labels of a stretch are too few for the table, whatever stands between them: of one that is read by
/// its rows two must be there, of one in a single line all columns but one.
bool may_hold(Span where, std::span<const LabelPlace> places, const Edition::Labels& labels, const TableForm& layout) {
    const int wanted = layout.across ? layout.columns.leaf_count() - 1 : std::min(layout.rows.leaf_count(), 2);
    int rows = 0;
    std::vector<int> columns;
    for (const LabelPlace& place : within(places, where)) {
        bool row = false;
        for (const auto& [id, official] : *place.hit.ids) {
            row = row || labels.is_row(id);
            if (!labels.is_row(id) && std::find(columns.begin(), columns.end(), id) == columns.end())
                columns.push_back(id);
        }
        rows += row ? 1 : 0;
        if ((layout.across ? static_cast<int>(columns.size()) : rows) >= wanted) return true;
    }
    return wanted <= 0;
}

}  // namespace

int best_score(const TableForm& form) {
    const auto lines = static_cast<int>(form.rows.nodes().size() + form.columns.nodes().size());
    return score_of_label * lines
        + score_of_number * static_cast<int>(std::count(form.cells.begin(), form.cells.end(), true));
}

std::ptrdiff_t most_cells(const LabelPlaces& places, Span where, const Edition& edition, std::size_t index) {
    const TableForm& layout = edition.form->tables[index];
    const Edition::Labels& labels = *edition.tables[index];
    // A row is found by its label, between two that are, or near them.
    int first = layout.across ? 0 : layout.rows.leaf_count();
    int last = layout.across ? layout.rows.leaf_count() - 1 : -1;
    for (const LabelPlace& place : within(places.of(edition.table_sets[index]), where)) {
        for (const auto& [id, official] : *place.hit.ids) {
            const int leaf = labels.is_row(id) ? layout.rows.node(id).leaf : -1;
            if (leaf < 0) continue;
            first = std::min(first, leaf);
            last = std::max(last, leaf);
        }
    }
    if (!layout.across && first <= last) {
        first = std::max(first - most_rows_outside, 0);
        last = std::min(last + most_rows_outside, layout.rows.leaf_count() - 1);
    }
    std::size_t cells = 0;
    for (int leaf = first; leaf <= last; ++leaf) cells += labels.cells[static_cast<std::size_t>(leaf)].size();
    return static_cast<std::ptrdiff_t>(cells);
}

std::optional<TableRead> read_table(
    const TableText& from, Span where, bool own_section, const Edition& edition, std::size_t index) {
    const Text& text = from.text;
    const TableForm& layout = edition.form->tables[index];
    const Edition::Labels& labels = *edition.tables[index];
    const auto own_places = from.labels.of(edition.table_sets[index]);
    if (!own_section && !may_hold(where, own_places, labels, layout)) return std::nullopt;
    const std::vector<Item> items =
        read_items(text.characters(), where, labels.set, own_places, from.title, !layout.changes.empty());
    TableRead read;
    read.table.name = layout.name;
    read.table.form = edition.form;
    read.table.layout = &layout;
    read.table.cells.resize(layout.cells.size());
    if (layout.across) read_across(read, text, items, labels, own_section);
    else read_rows(read, text, items, labels);
    int rows = 0;
    for (const auto& row : labels.cells) {
        rows += std::any_of(
            row.begin(), row.end(), [&](int cell) { return read.table.cell(cell).presence != Presence::absent; });
    }
    // A word of prose with a number behind it is no table: outside of its section a quarter of the rows must be there.
    const int enough = own_section ? 2 : std::max(2, layout.rows.leaf_count() / 4);
    if (rows < std::min(layout.rows.leaf_count(), enough)
        && (layout.across || !read_apart(read, text, items, labels))) {
        if (!own_section || !looks_like_table(items)) return std::nullopt;
        mark_all_unreadable(read, text, where);
    }
    read.table.span = text.source(read.where);
    read.score += fit(read, items);
    return read;
}

}  // namespace gouji
