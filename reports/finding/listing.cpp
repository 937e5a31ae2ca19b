// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_listing.hpp"

#include "engine/base/origin.hpp"

namespace gouji {
namespace {

using Row = ListedFinding;

Wording title_of(const origin::Opening& opening) { return {opening.zh, opening.en}; }

ListingColumn column_of(std::size_t field) {
    ListingColumn column{{decision_fields[field].name, decision_fields[field].en}, 14,
        [field](const Row& row) { return row.finding.decided[field]; }, false, decision_fields[field].name};
    // The severity suggests how grave a finding is, before a person says it.
    if (field == decision_field("严重程度")) {
        column.text = [field](const Row& row) {
            const std::string& typed = row.finding.decided[field];
            return typed.empty() ? row.finding.gravity : typed;
        };
    }
    return column;
}

/// One table, however long: its lines are the columns in their order.
std::vector<ListingColumn> make_columns() {
    std::vector<ListingColumn> all = {
        {title_of(origin::listing[0]), 6, [](const Row& row) { return std::to_string(row.number); }, true},
        {title_of(origin::listing[1]), 20, [](const Row& row) { return row.filing.organ; }},
        {title_of(origin::listing[2]), 7,
            [](const Row& row) { return row.filing.year ? std::to_string(*row.filing.year) : ""; }, true},
        {title_of(origin::listing[3]), 50, [](const Row& row) { return messages_of(row.finding); }},
        {{"问题类别", "kind"}, 18, [](const Row& row) { return row.finding.title; }},
        {{"位置", "place"}, 20, [](const Row& row) { return row.finding.place; }},
        {{"可能的原因", "likely cause"}, 40, [](const Row& row) { return as_lines(row.finding.causes); }},
        {{"定性依据", "basis"}, 30, [](const Row& row) { return row.finding.basis; }},
        {{"证据", "evidence"}, 40, [](const Row& row) { return as_lines(row.finding.evidence); }},
        {{"文件", "file"}, 24, [](const Row& row) { return row.filing_words.files; }},
        {{"规则", "rule"}, 20, [](const Row& row) { return row.finding.rule; }},
        {{"指纹", "fingerprint"}, 18, [](const Row& row) { return row.finding.fingerprint; }},
    };
    for (std::size_t i = 0; i < decision_fields.size(); ++i) all.push_back(column_of(i));
    all.push_back(
        {{"决定后变动的数", "changed since decided"}, 24, [](const Row& row) { return row.finding.changed; }});
    return all;
}

}  // namespace

std::span<const ListingColumn> listing_columns() {
    static const std::vector<ListingColumn> all = make_columns();
    return all;
}

void for_each_listed(
    const Report& report, Language language, const std::function<void(const ListedFinding& row)>& visit) {
    int number = 0;
    for (const CheckedFiling& checked : report.filings) {
        if (checked.judgement.findings.empty()) continue;
        const Places places(checked.shown.text, checked.shown.starts);
        const DescribedFiling filing = describe_filing(checked, language);
        for (const Finding& finding : checked.judgement.findings)
            visit({++number, checked.filing, filing, describe_finding(checked, finding, places, {language})});
    }
}

std::string messages_of(const DescribedFinding& finding) {
    std::vector<std::string> messages = {finding.message};
    for (const DescribedVerdict& other : finding.others) messages.push_back(other.message);
    return as_lines(messages);
}

}  // namespace gouji
