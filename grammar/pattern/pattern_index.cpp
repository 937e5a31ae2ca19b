// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/pattern_index.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace gouji {

PatternIndex::PatternIndex(const std::vector<const Pattern*>& patterns) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const int own = static_cast<int>(i);
        const Pattern::Beginning first = patterns[i]->beginning_from(0);
        first_letters_.push_back({first.codes, first.figure || first.numeral, first.name || first.anything});
        for (const char32_t code : first.codes) {
            letters_.add(code, own);
            may_begin_.add(code);
        }
        if (first.numeral || first.figure) may_begin_.add_numbers();
        if (first.anything) may_begin_.add_all();
        if (first.numeral) numerals_.push_back(own);
        if (first.name) names_.push_back(own);
        if (first.anything) anything_.push_back(own);
        for (const std::size_t step : first.after) {
            const Pattern::Beginning after = patterns[i]->beginning_from(step);
            if (after.anything || after.figure || after.numeral || after.name) {
                figures_.push_back(own);
                continue;
            }
            for (const char32_t code : after.codes) after_figures_.add(code, own);
        }
    }
    letters_.sort();
    after_figures_.sort();
}

CharacterFilter PatternIndex::beginnings_of(std::span<const int> patterns) const {
    CharacterFilter filter;
    for (const int pattern : patterns) {
        const FirstLetters& first = first_letters_[static_cast<std::size_t>(pattern)];
        for (const char32_t code : first.codes) filter.add(code);
        if (first.number) filter.add_numbers();
        if (first.anything) filter.add_all();
    }
    return filter;
}

void PatternIndex::ByLetter::sort() {
    const auto place = [](const auto& entry) { return std::tuple(entry.first % buckets, entry.first, entry.second); };
    std::sort(entries_.begin(), entries_.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
    for (const auto& [code, pattern] : entries_) ++starts_[code % buckets + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
}

PatternList::PatternList(std::vector<Pattern> all) : patterns(std::move(all)) { index = PatternIndex(each()); }

std::vector<const Pattern*> PatternList::each() const {
    std::vector<const Pattern*> all;
    for (const Pattern& pattern : patterns) all.push_back(&pattern);
    return all;
}

void PatternIndex::search(
    FigureReader& figures, const Letter& letter, std::size_t limit, std::vector<int>& found) const {
    const auto add = [&](const std::vector<int>& all) { found.insert(found.end(), all.begin(), all.end()); };
    letters_.find(letter.code, found);
    const std::size_t by_letter = found.size();
    // A name begins where Han characters begin.
    if (!names_.empty() && utf8::is_han(letter.code) && !is_behind_han(figures.text(), letter.at)) add(names_);
    if (may_begin_number(letter.code)) {
        add(numerals_);
        if (!is_inside_figure(figures.text(), letter.at)) {
            add(figures_);
            if (!after_figures_.empty()) search_figure(figures, letter.at, limit, found);
        }
    }
    add(anything_);
    if (found.size() == by_letter) return;  // in order, as at most letters
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

void PatternIndex::search_figure(
    FigureReader& figures, std::size_t at, std::size_t limit, std::vector<int>& found) const {
    const auto& figure = figures.read(at, limit);
    if (!figure) return;
    const std::string_view text = figures.text().substr(0, limit);
    after_figures_.find(utf8::decode(text, skip_white(text, figure->end)).code, found);
}

}  // namespace gouji
