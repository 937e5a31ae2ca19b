// SPDX-License-Identifier: Apache-2.0
// 问题清单 (the list of findings) for spreadsheets: RFC 4180, with the mark by which Excel knows UTF-8. No field is a
// formula.
#include "reports/finding/private_listing.hpp"
#include "reports/writers/private_csv_row.hpp"

namespace gouji {
namespace {

template <class TextOf>
std::string row_of(const TextOf& text_of) {
    std::vector<std::string> fields;
    for (const ListingColumn& column : listing_columns()) fields.push_back(text_of(column));
    return csv_row(fields);
}

/// Rows are made without their numbers, which depend on the filings before.
class CsvWriter : public RunWriterOf<std::vector<std::string>> {
public:
    CsvWriter(const ReportOptions& options, ResultOutlet& outlet) : language_(options.language), outlet_(outlet) {
        outlet_.write(
            std::string(csv_mark) + row_of([&](const ListingColumn& column) { return column.title.in(language_); }));
    }
    bool finish(const FinishedRun&) override { return outlet_.write(""); }

private:
    [[nodiscard]] std::vector<std::string> part_of(const CheckedFiling& checked) const override {
        std::vector<std::string> rows;
        for_each_listed(checked, language_, [&](const ListedFinding& row) {
            rows.push_back(row_of([&](const ListingColumn& column) { return column.text(row); }));
        });
        return rows;
    }

    bool put(std::vector<std::string>&& rows) override {
        std::string text;
        for (const std::string& row : rows) {
            // The first field is empty: the number goes between its quotes.
            text += row.front() + std::to_string(++number_);
            text.append(row, 1);
        }
        return outlet_.write(text);
    }

    Language language_;
    ResultOutlet& outlet_;
    int number_ = 0;
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<CsvWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat csv_format = {
    "csv", "问题清单，CSV", "a list of findings in CSV", {.begin = begin, .needs_all_verdicts = false}, {}};

}  // namespace gouji
