// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/private_filing_names.hpp"
#include "engine/rules/compile_rule.hpp"

#include <algorithm>
#include <iterator>

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

bool is_total(std::string_view name) {
    return std::find(std::begin(total_words), std::end(total_words), name) != std::end(total_words);
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

std::vector<NumberedTable> number_tables(const Filing& filing, const Form& form) {
    std::vector<NumberedTable> made;
    made.reserve(form.tables.size() + filing.tables.size());
    for (const TableForm& table : form.tables) made.push_back({&table.name, filing.table(table.name)});
    return made;
}

}  // namespace

FilingNames::FilingNames(const Filing& filing, const Catalogue& catalogue)
    : filing_(filing), catalogue_(catalogue), form_(catalogue.forms.size()) {
    for (std::size_t f = 0; f < catalogue.forms.size(); ++f) {
        if (&catalogue.forms[f].form == filing.form) form_ = f;
    }
    if (!filing.form) return;
    tables_ = number_tables(filing, *filing.form);
    mixed_ = std::any_of(filing.tables.begin(), filing.tables.end(),
        [&](const Table& one) { return one.layout && one.form != filing.form; });
}

const Names& FilingNames::names() {
    if (names_) return *names_;
    names_.emplace();
    if (form_ == catalogue_.forms.size()) return *names_;
    std::vector<const TableForm*> layouts;
    for (const Table& table : filing_.tables) {
        if (table.layout) layouts.push_back(table.layout);
    }
    names_ = names_of(catalogue_.forms[form_], layouts);
    add_totals();
    if (previous_) {
        names_->previous = &previous_->names();
        names_->lenient = names_->lenient || previous_differs();
    }
    return *names_;
}

const std::vector<NumberedTable>& FilingNames::tables_of(std::size_t form) {
    if (form == form_) return tables_;
    by_form_.resize(catalogue_.forms.size());
    auto& made = by_form_[form];
    if (made.empty()) made = number_tables(filing_, catalogue_.forms[form].form);
    return made;
}

void FilingNames::add_totals() {
    for (const Table& table : filing_.tables) {
        if (table.layout) continue;
        const int id = static_cast<int>(tables_.size());
        tables_.push_back({nullptr, &table});
        const OwnRows rows(table);
        const int columns = table.columns.leaf_count();
        if (!rows.certain()) continue;
        for (int column = 0; column < columns; ++column) {
            if (!rows.adds_up(column)) continue;
            TableNames named{id, table.name, {}, &table.rows, &table.columns};
            TotalNames made{std::move(named), rows.name(rows.total()), table.columns.leaf(column).name, {},
                rows.total() * columns + column, rows.measure(column)};
            for (int row = rows.first(); row < rows.last(); ++row)
                made.parts.emplace_back(row * columns + column, rows.name(row));
            names_->totals.push_back(std::move(made));
        }
    }
}

}  // namespace gouji
