// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_listing.hpp"

namespace gouji {
namespace {

using Row = ListedFinding;

Wording title_of(const origin::Opening& opening) { return {opening.zh, opening.en}; }

ListingColumn column_of(std::size_t field) {
    return {{decision_fields[field].name, decision_fields[field].en}, decision_widths[field],
        [field](const Row& row) { return row.finding.decided[field]; }, false, false, decision_fields[field].name};
}

/// One table, however long: its lines are the columns in their order. Those before the details share the width
/// of a page: a wider one makes all letters smaller, and tests/programs/xlsx.mjs measures them.
std::vector<ListingColumn> make_columns() {
    std::vector<ListingColumn> all = {
        {title_of(origin::listing[0]), 4, [](const Row&) { return std::string(); }, true},
        {listing_titles::organ, 6, [](const Row& row) { return row.filing.organ; }},
        {listing_titles::year, 4,
            [](const Row& row) { return row.filing.year ? std::to_string(*row.filing.year) : ""; }, true},
        {listing_titles::finding, 15, [](const Row& row) { return messages_of(row.finding); }},
        {{"算式", "sum"}, 19, [](const Row& row) { return as_lines(row.finding.written); }},
        {{"证据", "evidence"}, 8, [](const Row& row) { return row.finding.where; }},
        {{"定性依据", "basis"}, 11, [](const Row& row) { return row.finding.basis; }},
    };
    for (std::size_t i = 0; i < decision_fields.size(); ++i) all.push_back(column_of(i));
    for (ListingColumn& detail : std::vector<ListingColumn>{
             {{"推定程度", "suggested gravity"}, 6, [](const Row& row) { return row.finding.gravity; }},
             {{"决定后变动的数", "changed since decided"}, 30, [](const Row& row) { return row.finding.changed; }},
             {{"各数及出处", "figures and places"}, 50, [](const Row& row) { return as_lines(row.finding.evidence); }},
             {{"可能的原因", "likely cause"}, 60, [](const Row& row) { return as_lines(row.finding.causes); }},
             {{"问题类别", "kind"}, 24, [](const Row& row) { return row.finding.title; }},
             {{"位置", "place"}, 24, [](const Row& row) { return row.finding.place; }},
             {{"文件", "file"}, 30, [](const Row& row) { return row.filing_words.files; }},
             {listing_titles::rule, 26, [](const Row& row) { return row.finding.rule; }},
             {listing_titles::seen, 50, [](const Row& row) { return as_lines(row.finding.seen); }},
             {listing_titles::fingerprint, 18, [](const Row& row) { return row.finding.entry; }},
         }) {
        detail.is_detail = true;
        all.push_back(std::move(detail));
    }
    return all;
}

}  // namespace

std::span<const ListingColumn> listing_columns() {
    static const std::vector<ListingColumn> all = make_columns();
    return all;
}

void for_each_listed(
    const CheckedFiling& checked, Language language, const std::function<void(const ListedFinding& row)>& visit) {
    if (checked.judgement.findings.empty()) return;
    const Places places(checked.shown.text, checked.shown.starts);
    const DescribedFiling filing = describe_filing(checked, language);
    for (const Finding& finding : checked.judgement.findings)
        visit({checked.filing, filing, describe_finding(checked, finding, places, {language})});
}

std::string messages_of(const DescribedFinding& finding) {
    std::vector<std::string> messages = {finding.message};
    for (const DescribedVerdict& other : finding.others) messages.push_back(other.message);
    return as_lines(messages);
}

}  // namespace gouji
