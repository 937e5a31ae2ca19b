// SPDX-License-Identifier: Apache-2.0
// Owns: what the parts of the HTML page have in common: the spots of a filing that findings are about, and how they
// link to each other.
// Refuses: to be used outside of reports/.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "reports/excerpt.hpp"
#include "reports/writers/private_html_writer.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gouji {

/// A stretch of the source that findings speak of.
struct PageSpot {
    std::set<std::size_t> findings;  ///< by their places in the judgement
    bool suspect = false;            ///< the likeliest cause of one of them
};

/// A spot that is marked in the original.
struct PageMark {
    Span source;
    Span shown;  ///< bytes of the text that people read
    const PageSpot* spot = nullptr;
};

class FilingOnPage {
public:
    explicit FilingOnPage(const CheckedFiling& checked);
    FilingOnPage(const FilingOnPage&) = delete;
    FilingOnPage& operator=(const FilingOnPage&) = delete;

    [[nodiscard]] const CheckedFiling& checked() const { return checked_; }
    [[nodiscard]] const Places& places() const { return places_; }
    /// In order; of spots that overlap the first.
    [[nodiscard]] const std::vector<PageMark>& marks() const { return marks_; }
    /// The spot of a cell; nothing where no finding speaks of it, or where another cell has it already.
    [[nodiscard]] const PageSpot* spot(const Cell& cell) const;

    /// Without the number of the filing, which is known when those before it are. Likewise below.
    [[nodiscard]] static std::string id() { return {'f', HtmlWriter::number_mark}; }
    [[nodiscard]] static std::string finding_id(std::size_t finding) {
        return id() + "-q" + std::to_string(finding + 1);
    }
    [[nodiscard]] static std::string cell_id(Span span) {
        return id() + "-c" + std::to_string(span.start) + "-" + std::to_string(span.end);
    }
    [[nodiscard]] static std::string mark_id(Span span) {
        return id() + "-x" + std::to_string(span.start) + "-" + std::to_string(span.end);
    }
    [[nodiscard]] bool is_cell(Span span) const { return cells_.contains({span.start, span.end}); }
    [[nodiscard]] bool is_marked(Span span) const;

private:
    using Key = std::pair<std::uint32_t, std::uint32_t>;
    void find_spots();
    void find_cells();
    void find_marks();

    const CheckedFiling& checked_;
    Places places_;
    std::map<Key, PageSpot> spots_;
    std::map<Key, const Cell*> cells_;  ///< of spots
    std::vector<PageMark> marks_;
};

/// Links to the findings that speak of a spot, by their numbers.
void write_links(HtmlWriter& html, const PageSpot& spot, Language language);

}  // namespace gouji
