// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "grammar/lexical/number.hpp"
#include "grammar/pattern/pattern.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace gouji {
namespace {

using Kind = PatternStep::Kind;

/// Calls `visit` once with each step that takes or ends something and that comes first from `from` on.
template <class Visit>
void for_each_first(const std::vector<PatternStep>& steps, std::size_t from, const Visit& visit) {
    if (steps.empty()) return;
    std::array<std::byte, 512> room{};  // enough for nearly every pattern
    std::pmr::monotonic_buffer_resource memory(room.data(), room.size());
    std::pmr::vector<bool> seen(steps.size(), false, &memory);
    std::pmr::vector<std::size_t> open(1, from, &memory);
    while (!open.empty()) {
        const std::size_t index = open.back();
        open.pop_back();
        if (seen[index]) continue;
        seen[index] = true;
        const PatternStep& one = steps[index];
        if (one.kind == Kind::jump || one.kind == Kind::split) {
            open.push_back(static_cast<std::size_t>(one.next));
            if (one.kind == Kind::split) open.push_back(static_cast<std::size_t>(one.other));
        } else {
            visit(index);
        }
    }
}

}  // namespace

Pattern::First Pattern::first_from(std::size_t step) const {
    First made;
    for_each_first(steps, step, [&](std::size_t index) {
        const PatternStep& one = steps[index];
        if (one.kind == Kind::literal) {
            made.codes.push_back(one.code);
        } else if (one.kind == Kind::capture) {
            switch (captures[static_cast<std::size_t>(one.name)].kind) {
                case Capture::figure:
                    made.figure = true;
                    made.behind.push_back(index + 1);
                    break;
                case Capture::organ: made.name = true; break;
                case Capture::year:
                case Capture::date: made.numeral = true; break;
            }
        } else {
            made.anything = true;
        }
    });
    return made;
}

/// Steps lead forward only, so that one pass knows at each of them what every way to it has read.
void Pattern::find_needed() {
    using Letters = std::bitset<256>;  // letters beyond so many are not asked for
    std::u32string letters;
    std::vector<std::optional<Letters>> read(steps.size());
    const auto reach = [&](std::size_t step, const Letters& before) {
        read[step] = read[step] ? *read[step] & before : before;
    };
    if (!read.empty()) read.front().emplace();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!read[i]) continue;
        Letters own = *read[i];
        const PatternStep& one = steps[i];
        if (one.kind == Kind::end) {
            for (std::size_t letter = 0; letter < std::min(letters.size(), own.size()); ++letter) {
                if (own[letter]) needed.push_back(letters[letter]);
            }
        } else if (one.kind == Kind::jump || one.kind == Kind::split) {
            reach(static_cast<std::size_t>(one.next), own);
            if (one.kind == Kind::split) reach(static_cast<std::size_t>(one.other), own);
        } else {
            if (one.kind == Kind::literal && one.code != U'。') {  // which the end of a sentence stands for
                const std::size_t letter = std::min(letters.find(one.code), letters.size());
                if (letter == letters.size()) letters += one.code;
                if (letter < own.size()) own.set(letter);
            }
            reach(i + 1, own);
        }
    }
}

void Pattern::prepare() {
    find_needed();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const bool name =
            steps[i].kind == Kind::capture && captures[static_cast<std::size_t>(steps[i].name)].kind == Capture::organ;
        if (steps[i].kind != Kind::gap && !name) continue;
        steps[i].behind = static_cast<int>(behind.size());
        CharacterFilter& filter = behind.emplace_back();
        const First first = first_from(i + 1);
        for (const char32_t code : first.codes) filter.add(code);
        // A letter may stand behind blanks, a day behind the bar of a cell or a bracket.
        for (const char32_t code : {U' ', U'\t', U'\n', U'|', U'['}) filter.add(code);
        if (first.figure || first.numeral) filter.add_numbers();
        if (first.name || first.anything) filter.add_all();
    }
}

PatternIndex::PatternIndex(const std::vector<const Pattern*>& patterns) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const int own = static_cast<int>(i);
        const Pattern::First first = patterns[i]->first_from(0);
        beginnings_.push_back({first.codes, first.figure || first.numeral, first.name || first.anything});
        for (const char32_t code : first.codes) {
            letters_.add(code, own);
            may_begin_.add(code);
        }
        if (first.numeral || first.figure) may_begin_.add_numbers();
        if (first.anything) may_begin_.add_all();
        if (first.numeral) numerals_.push_back(own);
        if (first.name) names_.push_back(own);
        if (first.anything) anything_.push_back(own);
        for (const std::size_t step : first.behind) {
            const Pattern::First behind = patterns[i]->first_from(step);
            const bool known = !behind.anything && !behind.figure && !behind.numeral && !behind.name;
            if (!known) figures_.push_back(own);
            else
                for (const char32_t code : behind.codes) behind_figures_.add(code, own);
        }
    }
    letters_.sort();
    behind_figures_.sort();
}

CharacterFilter PatternIndex::beginnings_of(std::span<const int> patterns) const {
    CharacterFilter made;
    for (const int pattern : patterns) {
        const Beginning& one = beginnings_[static_cast<std::size_t>(pattern)];
        for (const char32_t code : one.codes) made.add(code);
        if (one.number) made.add_numbers();
        if (one.anything) made.add_all();
    }
    return made;
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
    std::vector<const Pattern*> made;
    for (const Pattern& one : patterns) made.push_back(&one);
    return made;
}

void PatternIndex::search(
    FigureReader& figures, const Letter& letter, std::size_t limit, std::vector<int>& found) const {
    const std::string_view text = figures.text();
    const auto [code, at] = letter;
    const auto add = [&](const std::vector<int>& all) { found.insert(found.end(), all.begin(), all.end()); };
    letters_.find(code, found);
    const std::size_t by_letter = found.size();
    // A name begins where Han characters begin.
    if (!names_.empty() && utf8::is_han(code) && !is_behind_han(text, at)) add(names_);
    if (may_begin_number(code)) {
        add(numerals_);
        if ((!behind_figures_.empty() || !figures_.empty()) && !is_inside_figure(text, at)) {
            add(figures_);
            if (!behind_figures_.empty()) {
                const std::string_view known = text.substr(0, limit);
                if (const auto& figure = figures.read(at, limit))
                    behind_figures_.find(utf8::decode(known, skip_white(known, figure->end)).code, found);
            }
        }
    }
    add(anything_);
    if (found.size() == by_letter) return;  // in order, as nearly everywhere
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace gouji
