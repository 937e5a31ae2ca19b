// SPDX-License-Identifier: Apache-2.0
// PDF, as `pdftotext -bbox-layout` tells it: the words of each page with their places.
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_bands.hpp"
#include "engine/source/readers/private_lines.hpp"
#include "engine/source/readers/private_sideways.hpp"
#include "engine/source/readers/private_xml.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace gouji {
namespace {

/// Points with decimals as hundredths; 0 where there is no number below a million.
int hundredths(std::string_view points) {
    int made = 0;
    int places = -1;
    for (const char c : points) {
        constexpr int most = 1'000'000;
        if (c == '.' && places < 0) {
            places = 0;
        } else if (c >= '0' && c <= '9') {
            if (places == 2) break;
            made = made * 10 + (c - '0');
            if (places < 0 && made >= most) return 0;
            places += places < 0 ? 0 : 1;
        } else {
            return 0;
        }
    }
    for (places = std::max(places, 0); places < 2; ++places) made *= 10;
    return made;
}

/// A report has some 3,000.
constexpr std::size_t most_words = 50'000;

/// False when there are more words than may be.
bool collect(pugi::xml_node page, int number, std::size_t& count, std::vector<Fragment>& words) {
    for (const pugi::xml_node flow : page.children()) {
        for (const pugi::xml_node block : flow.children()) {
            for (const pugi::xml_node line : block.children()) {
                for (const pugi::xml_node one : line.children()) {
                    if (local_name(one) != "word") continue;
                    if (++count > most_words) return false;
                    words.push_back({number, hundredths(attribute_named(one, "xMin")),
                        hundredths(attribute_named(one, "yMin")), hundredths(attribute_named(one, "xMax")),
                        hundredths(attribute_named(one, "yMax")), one.child_value(), 0, 0});
                }
            }
        }
    }
    return true;
}

Place place_of(const Fragment& cell, const std::vector<Turned>& turned) {
    std::array<int, 4> box = turned[static_cast<std::size_t>(cell.page - 1)].before(cell);
    for (int& side : box) side /= 100;
    return {0, cell.page, box, {}, 0, {}};
}

/// True where a sentence goes on in the next line: the line is as long as the page is wide, and the next is not set in
/// and in letters of the same size.
bool goes_on(const Band& line, const Band& next, int left, int right) {
    if (line.is_row || next.is_row || line.cells.empty() || next.cells.empty()) return false;
    if (line.cells.back().text.ends_with("。")) return false;
    const Fragment& end = line.cells.back();
    const Fragment& begin = next.cells.front();
    const bool same_size = std::abs(end.em - begin.em) * 8 < end.em;
    return same_size && (right - end.right) * 2 < end.em * 3 && begin.left - left < begin.em
        && !begins_label(begin.text);
}

void write(TextLines& lines, const Band& band, const std::vector<Turned>& turned, bool ends) {
    for (std::size_t i = 0; i < band.cells.size(); ++i) {
        if (band.is_row) lines.begin_cell();
        else if (i > 0) lines.put(" ");
        lines.at(place_of(band.cells[i], turned));
        lines.put(band.cells[i].text);
        if (band.is_row) lines.end_cell();
    }
    if (band.is_row) lines.end_row();
    else if (ends) lines.end_line();
}

/// The words of all pages; a diagnostic where there are none or too many.
Result<std::vector<std::vector<Fragment>>> words_of(pugi::xml_node document) {
    std::vector<std::vector<Fragment>> pages;
    std::size_t count = 0;
    for (const pugi::xml_node page : child_named(child_named(document, "body"), "doc").children()) {
        if (local_name(page) != "page") continue;
        pages.emplace_back();
        if (!collect(page, static_cast<int>(pages.size()), count, pages.back()))
            return diagnose(source_codes::too_many_words, {{"limit", same(std::to_string(most_words))}});
    }
    // A page that was scanned has no words.
    if (count == 0) return diagnose(source_codes::scanned);
    return pages;
}

void write_all(TextLines& lines, const std::vector<Band>& bands, const std::vector<Turned>& turned) {
    int left = std::numeric_limits<int>::max();
    int right = 0;
    for (const Band& band : bands) {
        if (band.is_row || band.cells.empty()) continue;
        left = std::min(left, band.cells.front().left);
        right = std::max(right, band.cells.back().right);
    }
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const bool ends = i + 1 == bands.size() || !goes_on(bands[i], bands[i + 1], left, right);
        write(lines, bands[i], turned, ends);
    }
}

}  // namespace

Result<Text> read_pdf(const Source& source) {
    const Result<Xml> tree = parse_xml(source.bytes);
    if (!tree) return diagnose(source_codes::archive_damaged);
    Result<std::vector<std::vector<Fragment>>> pages = words_of((*tree)->document_element());
    if (!pages) return pages.diagnostics.front();
    const auto turned = turn_upright(*pages);
    if (!turned) return diagnose(source_codes::sideways);
    TextLines lines;
    write_all(lines, lay_out(std::move(*pages)), *turned);
    Result<Text> text = lines.take();
    const auto lying =
        std::count_if(turned->begin(), turned->end(), [](const Turned& page) { return page.lying != Lying::upright; });
    if (lying > 0) text.diagnostics.push_back(diagnose(source_codes::turned, {{"count", same(std::to_string(lying))}}));
    return text;
}

}  // namespace gouji
