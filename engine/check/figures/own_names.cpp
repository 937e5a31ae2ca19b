// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/private_own_names.hpp"

#include "engine/base/utf8.hpp"
#include "engine/rules/compile_rule.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

constexpr std::string_view total_words[] = {"合计", "总计", "总数", "共计"};
/// Of a row: it is a part of another, a sum of some, or about another time.
constexpr std::string_view part_words[] = {"其中", "小计", "占比", "上年", "同比", "环比", "平均"};
/// Of a column: its figures cannot be added.
constexpr std::string_view rate_words[] = {
    "占比", "比例", "比重", "率", "同比", "环比", "增幅", "增长", "平均", "排名", "名次", "序号"};

bool contains_any(std::string_view text, const auto& words) {
    return std::any_of(std::begin(words), std::end(words),
        [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

/// 合 计, 合计:, 总计(件): the word, whatever the page prints around it.
bool is_total(std::string_view name) {
    const std::string letters = utf8::without_blanks(name);
    std::string_view word = letters;
    const auto drop_end = [&](std::string_view end) {
        if (word.ends_with(end)) word.remove_suffix(end.size());
    };
    drop_end(":");
    if (word.ends_with(')')) word = word.substr(0, word.rfind('('));
    drop_end(":");
    return std::find(std::begin(total_words), std::end(total_words), word) != std::end(total_words);
}

/// The rows of a table of the report's own, as far as they are totals of others.
class OwnRows {
public:
    explicit OwnRows(const Table& table)
        : table_(table), rows_(table.rows.leaf_count()), columns_(table.columns.leaf_count()) {
        for (int row = 0; row < rows_; ++row) {
            if (is_total(name(row))) total_ = row;
        }
        certain_ = total_ >= 0 && first() < last();
        for (int row = first(); certain_ && row < last(); ++row) certain_ = !is_part(row);
    }

    /// There is a total, and no row that it sums is a part of others or a sum of them.
    [[nodiscard]] bool certain() const { return certain_; }
    /// The row that is the total of those above it; as the first row, of those below.
    [[nodiscard]] int total() const { return total_; }
    [[nodiscard]] int first() const { return total_ == 0 ? 1 : 0; }
    [[nodiscard]] int last() const { return total_ == 0 ? rows_ : total_; }
    [[nodiscard]] const std::string& name(int row) const { return table_.rows.leaf(row).name; }

    /// Things that are counted, or money; no share, and no number of a rank.
    [[nodiscard]] bool adds_up(int column) const {
        if (contains_any(table_.columns.leaf(column).name, rate_words)) return false;
        for (int row = first(); row < last(); ++row) {
            if (is_share(row, column)) return false;
        }
        return cell(total_, column).presence == Presence::number && !is_share(total_, column);
    }
    [[nodiscard]] Measure measure(int column) const {
        for (int row = 0; row < rows_; ++row) {
            if (const Cell& one = cell(row, column); one.presence == Presence::number
                && (one.value.places() > 0 || unit_of(one.unit).measure == Measure::amount))
                return Measure::any;
        }
        return Measure::count;
    }

private:
    [[nodiscard]] const Cell& cell(int row, int column) const { return table_.cell(row * columns_ + column); }
    [[nodiscard]] bool is_share(int row, int column) const {
        return unit_of(cell(row, column).unit).measure == Measure::share;
    }

    /// Some say it in a column behind their first: | 网站 | 小计 | 30 |
    [[nodiscard]] bool is_part(int row) const {
        const auto says = [](std::string_view text) { return is_total(text) || contains_any(text, part_words); };
        if (says(name(row))) return true;
        for (int column = 0; column < columns_; ++column) {
            if (says(cell(row, column).raw)) return true;
        }
        return false;
    }

    const Table& table_;
    int rows_;
    int columns_;
    int total_ = -1;
    bool certain_ = false;
};

/// Where the number before a label ends: 2、政府公报公开; 0 for none.
std::size_t end_of_ordinal(std::string_view label) {
    std::size_t at = 0;
    while (at < label.size() && label[at] >= '0' && label[at] <= '9') ++at;
    constexpr std::size_t most_digits = 2;
    if (at == 0 || at > most_digits) return 0;
    // A point is a blank in the name of a row.
    const std::string_view rest = label.substr(at);
    return rest.starts_with("、") || rest.starts_with(' ') || rest.starts_with(')') ? at : 0;
}

/// 其中:1、网站公开, and after it 2、政府公报公开.
class PartRows {
public:
    explicit PartRows(const Table& table) : table_(table), rows_(table.rows.leaf_count()) {}

    /// The rows after `whole` that are its parts.
    [[nodiscard]] std::vector<int> of(int whole) const {
        std::vector<int> parts;
        if (is_part(whole)) return parts;
        for (int row = whole + 1; row < rows_; ++row) {
            const bool first = name(row).starts_with("其中");
            if (parts.empty() ? !first : first || end_of_ordinal(name(row)) == 0) break;
            parts.push_back(row);
        }
        return parts;
    }
    [[nodiscard]] const std::string& name(int row) const { return table_.rows.leaf(row).name; }

private:
    [[nodiscard]] bool is_part(int row) const { return name(row).starts_with("其中") || end_of_ordinal(name(row)) > 0; }

    const Table& table_;
    int rows_;
};

/// Each application has come in one way, and has one answer.
bool counts_once(const PartRows& rows, int whole, const std::vector<int>& parts) {
    const auto is_of = [&](int row) {
        return rows.name(row).find("申请") != std::string::npos || rows.name(row).find("答复") != std::string::npos;
    };
    return is_of(whole) && std::all_of(parts.begin(), parts.end(), is_of);
}

bool is_number(const Table& table, int row, int column) {
    return table.cell(row * table.columns.leaf_count() + column).presence == Presence::number;
}

}  // namespace

void add_totals(const Table& table, const TableNames& named, std::vector<TotalNames>& totals) {
    const OwnRows rows(table);
    const int columns = table.columns.leaf_count();
    if (!rows.certain()) return;
    for (int column = 0; column < columns; ++column) {
        if (!rows.adds_up(column)) continue;
        TotalNames made{named, rows.name(rows.total()), table.columns.leaf(column).name, {},
            rows.total() * columns + column, rows.measure(column)};
        for (int row = rows.first(); row < rows.last(); ++row)
            made.parts.emplace_back(row * columns + column, rows.name(row));
        totals.push_back(std::move(made));
    }
}

void add_wholes(const Table& table, const TableNames& named, std::vector<TotalNames>& wholes) {
    const PartRows rows(table);
    const int columns = table.columns.leaf_count();
    for (int whole = 0; whole < table.rows.leaf_count(); ++whole) {
        const std::vector<int> parts = rows.of(whole);
        const bool added = counts_once(rows, whole, parts);
        for (int column = 0; column < columns && !parts.empty(); ++column) {
            const std::string& name = table.columns.leaf(column).name;
            if (contains_any(name, rate_words) || !is_number(table, whole, column)) continue;
            TotalNames made{named, rows.name(whole), name, {}, whole * columns + column, Measure::any};
            for (const int part : parts) {
                if (!added) made.parts.clear();
                made.parts.emplace_back(part * columns + column, rows.name(part));
                if (!added && is_number(table, part, column)) wholes.push_back(made);
            }
            if (added) wholes.push_back(std::move(made));
        }
    }
}

}  // namespace gouji
