// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_places.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <optional>

namespace gouji {
namespace {

/// The middle of each figure on its line, in halves of a character.
using Middles = std::vector<int>;

/// How wide a page takes a Han character for: programs differ.
enum class HanWidth : std::uint8_t { one = 1, two = 2 };

int column_of(std::string_view text, std::uint32_t at, HanWidth han) {
    constexpr std::uint32_t longest_line = 1000;  // bytes: no page is wider
    const std::uint32_t from = at - std::min(at, longest_line);
    const std::size_t line = text.substr(from, at - from).rfind('\n');
    int column = 0;
    for (std::size_t i = line == std::string_view::npos ? at : from + line + 1; i < at;) {
        const auto one = utf8::decode(text, i);
        column += utf8::is_han(one.code) ? static_cast<int>(han) : 1;
        i += one.size;
    }
    return column;
}

Middles middles_of(std::string_view text, const PrintedRow& row, HanWidth han) {
    Middles middles;
    for (const PrintedCell& cell : row.cells)
        middles.push_back(column_of(text, cell.item.span.start, han) + column_of(text, cell.item.span.end, han));
    return middles;
}

/// Whether the row is on one line, which ends with it: text that runs on has no columns.
bool is_apart(std::string_view text, const RowOfForm& row) {
    const PrintedRow& printed = *row.printed;
    if (printed.barred || printed.cells.empty() || printed.on_line != printed.cells.size()) return false;
    const std::size_t next = text.find_first_not_of(' ', printed.cells.back().item.span.end);
    return next == std::string_view::npos || text[next] == '\n';
}

/// An empty cell leaves more than one blank between two others.
bool has_wide_gap(const PrintedRow& row) {
    const auto is_wide = [](const PrintedCell& left, const PrintedCell& right) {
        return right.item.span.start > left.item.span.end + 1;
    };
    return std::adjacent_find(row.cells.begin(), row.cells.end(), is_wide) != row.cells.end();
}

/// The columns that figures are under, and how far off they are.
struct Under {
    std::vector<std::size_t> columns;
    int off = std::numeric_limits<int>::max();
};

/// All ways to put the figures under the columns in order, the two best of them. `shifted`: the line may begin
/// anywhere.
class ColumnFit {
public:
    ColumnFit(const Middles& figures, const Middles& columns, bool shifted)
        : figures_(figures), columns_(columns), shifted_(shifted) {
        place(0);
    }

    /// Nothing where no way is near, or two are about as near.
    [[nodiscard]] std::optional<std::vector<std::size_t>> best() const {
        constexpr int near = 4;   // two characters
        constexpr int apart = 4;  // from the second best
        if (best_.off > near || second_ < best_.off + apart) return std::nullopt;
        return best_.columns;
    }

private:
    void place(std::size_t from) {
        const std::size_t figure = chosen_.size();
        if (figure == figures_.size()) return keep();
        for (std::size_t column = from; column + (figures_.size() - figure) <= columns_.size(); ++column) {
            chosen_.push_back(column);
            place(column + 1);
            chosen_.pop_back();
        }
    }

    void keep() {
        int least = std::numeric_limits<int>::max();
        int most = std::numeric_limits<int>::min();
        for (std::size_t i = 0; i < figures_.size(); ++i) {
            const int off = figures_[i] - columns_[chosen_[i]];
            least = std::min(least, off);
            most = std::max(most, off);
        }
        const int off = shifted_ ? most - least : std::max(std::abs(least), std::abs(most));
        if (off < best_.off) {
            second_ = best_.off;
            best_ = {chosen_, off};
        } else {
            second_ = std::min(second_, off);
        }
    }

    const Middles& figures_;
    const Middles& columns_;
    bool shifted_;
    std::vector<std::size_t> chosen_;
    Under best_;
    int second_ = std::numeric_limits<int>::max();
};

/// The columns of rows with all their figures.
class Columns {
public:
    Columns(std::string_view text, const std::vector<const RowOfForm*>& rows, HanWidth han) : text_(text), han_(han) {
        for (const RowOfForm* row : rows) {
            if (row->printed->cells.size() == row->columns) whole_.push_back(middles_of(text, *row->printed, han));
        }
    }

    /// Whether each column is at the same place in all rows.
    [[nodiscard]] bool are_straight() const {
        constexpr int off = 4;
        constexpr std::size_t enough = 2;
        return whole_.size() >= enough && std::all_of(whole_.begin(), whole_.end(), [&](const Middles& row) {
            return std::equal(
                row.begin(), row.end(), whole_.front().begin(), [](int a, int b) { return std::abs(a - b) <= off; });
        });
    }

    /// The columns of a row's figures, where all whole rows say the same.
    [[nodiscard]] std::optional<std::vector<std::size_t>> of(const PrintedRow& row, bool shifted) const {
        const Middles figures = middles_of(text_, row, han_);
        std::optional<std::vector<std::size_t>> found;
        for (const Middles& columns : whole_) {
            const auto own = ColumnFit(figures, columns, shifted).best();
            if (!own || (found && *found != *own)) return std::nullopt;
            found = own;
        }
        return found;
    }

private:
    std::string_view text_;
    HanWidth han_;
    std::vector<Middles> whole_;
};

void spread(PrintedRow& row, const std::vector<std::size_t>& under, std::size_t columns) {
    std::vector<PrintedCell> cells;
    std::size_t next = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        const bool filled = next < under.size() && under[next] == column;
        const PrintedCell& near = row.cells[std::min(next, row.cells.size() - 1)];
        if (filled) cells.push_back(row.cells[next++]);
        else cells.push_back({Presence::blank, near.item});
    }
    row.on_line = columns;
    row.cells = std::move(cells);
}

}  // namespace

void add_cells_by_place(std::string_view text, const std::vector<RowOfForm>& rows) {
    constexpr std::size_t most_columns = 16;
    for (const RowOfForm& row : rows) {
        if (row.printed->cells.size() >= row.columns || row.columns > most_columns || !is_apart(text, row)) continue;
        std::vector<const RowOfForm*> alike;
        for (const RowOfForm& other : rows) {
            if (is_apart(text, other) && other.columns == row.columns) alike.push_back(&other);
        }
        std::optional<std::vector<std::size_t>> under;
        for (const HanWidth han : {HanWidth::two, HanWidth::one}) {
            const Columns columns(text, alike, han);
            if (!under && columns.are_straight()) under = columns.of(*row.printed, false);
        }
        // How far figures are apart says their columns.
        if (!under && has_wide_gap(*row.printed)) under = Columns(text, alike, HanWidth::two).of(*row.printed, true);
        if (under) spread(*row.printed, *under, row.columns);
    }
}

}  // namespace gouji
