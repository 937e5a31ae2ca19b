// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_filing_on_page.hpp"

#include "reports/finding/private_described_finding.hpp"

#include <algorithm>
#include <utility>

namespace gouji {

FilingOnPage::FilingOnPage(const CheckedFiling& checked)
    : checked_(checked), places_(checked.shown.text, checked.shown.starts) {
    find_spots();
    find_cells();
    find_marks();
}

void FilingOnPage::find_spots() {
    const Judgement& judgement = checked_.judgement;
    for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
        const Finding& finding = judgement.findings[i];
        const auto add = [&](Span span) -> PageSpot& {
            PageSpot& spot = spots_[{span.start, span.end}];
            spot.findings.insert(i);
            return spot;
        };
        for (const std::size_t verdict : finding.explains) {
            for (const Operand* one : figures_shown(judgement.verdicts[verdict], finding)) {
                if (!one->span.empty()) add(one->span);
            }
        }
        for (const Suspect& one : finding.suspects) {
            if (one.candidate == 0 && !one.span.empty()) add(one.span).suspect = true;
        }
    }
}

void FilingOnPage::find_cells() {
    for (const Table& table : checked_.filing.tables) {
        for (const Cell& cell : table.cells) {
            if (spots_.contains({cell.span.start, cell.span.end}))
                cells_.try_emplace({cell.span.start, cell.span.end}, &cell);
        }
    }
}

void FilingOnPage::find_marks() {
    for (const auto& [span, spot] : spots_) {
        const Span source{span.first, span.second};
        const PageMark mark{source, places_.in_content(source), &spot};
        if (!mark.shown.empty() && (marks_.empty() || mark.shown.start >= marks_.back().shown.end))
            marks_.push_back(mark);
    }
}

const PageSpot* FilingOnPage::spot(const Cell& cell) const {
    const auto found = cells_.find({cell.span.start, cell.span.end});
    return found == cells_.end() || found->second != &cell ? nullptr : &spots_.at(found->first);
}

bool FilingOnPage::is_marked(Span span) const {
    return std::any_of(marks_.begin(), marks_.end(), [&](const PageMark& one) { return one.source == span; });
}

void write_links(HtmlWriter& html, const PageSpot& spot, Language language) {
    html.element("sup", [&] {
        bool first = true;
        for (const std::size_t one : spot.findings) {
            if (!std::exchange(first, false)) html.text(" ");
            const std::string number = std::to_string(one + 1);
            html.element("a",
                {{"href", "#" + FilingOnPage::finding_id(one)},
                    {"aria-label", fill("问题 {number}", "finding {number}", {{"number", same(number)}}, language)}},
                number);
        }
    });
}

}  // namespace gouji
