// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/pattern_marks.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace gouji {
namespace {

/// How many marks have a pair.
using PairCounts = std::map<Pattern::LetterPair, int>;

PairCounts count_pairs(const std::vector<const Pattern*>& patterns) {
    PairCounts counts;
    for (const Pattern* pattern : patterns) {
        for (const Pattern::LetterMark& mark : pattern->marks) {
            for (const auto& branch : mark) {
                for (const Pattern::LetterPair& pair : branch) ++counts[pair];
            }
        }
    }
    return counts;
}

Pattern::LetterPair rarest(const std::vector<Pattern::LetterPair>& branch, const PairCounts& counts) {
    return *std::min_element(branch.begin(), branch.end(),
        [&](const Pattern::LetterPair& a, const Pattern::LetterPair& b) { return counts.at(a) < counts.at(b); });
}

/// How often the mark will be found in vain: words that many patterns have are those that reports use.
int weight_of(const Pattern::LetterMark& mark, const PairCounts& counts) {
    return std::accumulate(mark.begin(), mark.end(), 0,
        [&](int sum, const auto& branch) { return sum + counts.at(rarest(branch, counts)); });
}

}  // namespace

PatternMarks::PatternMarks(const std::vector<const Pattern*>& patterns) {
    const PairCounts counts = count_pairs(patterns);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        needed_.push_back(patterns[i]->needed);
        const auto& marks = patterns[i]->marks;
        const auto best = std::min_element(marks.begin(), marks.end(),
            [&](const auto& a, const auto& b) { return weight_of(a, counts) < weight_of(b, counts); });
        if (best == marks.end()) {
            always_.push_back(static_cast<int>(i));
            continue;
        }
        for (const auto& branch : *best) entries_.push_back({rarest(branch, counts), static_cast<int>(i)});
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.pair < b.pair; });
    for (const Entry& entry : entries_) pairs_.add(entry.pair.first, entry.pair.second);
}

void PatternMarks::find(std::span<const Letter> letters, std::vector<int>& found) const {
    found = always_;
    char32_t before = 0;
    for (const Letter& one : letters) {
        if (one.code <= U' ') continue;
        if (pairs_.may_hold(before, one.code)) add_pair({before, one.code}, found);
        before = one.code;
    }
    if (found.empty()) return;
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    drop_unneeded(letters, found);
}

void PatternMarks::add_pair(Pattern::LetterPair pair, std::vector<int>& found) const {
    const auto before = [](const Entry& one, const Pattern::LetterPair& wanted) { return one.pair < wanted; };
    for (auto one = std::lower_bound(entries_.begin(), entries_.end(), pair, before);
         one != entries_.end() && one->pair == pair; ++one)
        found.push_back(one->pattern);
}

void PatternMarks::drop_unneeded(std::span<const Letter> letters, std::vector<int>& found) const {
    CharacterFilter there;
    for (const Letter& one : letters) there.add(one.code);
    std::erase_if(found, [&](int pattern) {
        const auto& needed = needed_[static_cast<std::size_t>(pattern)];
        return !std::all_of(needed.begin(), needed.end(), [&](char32_t letter) { return there.may_hold(letter); });
    });
}

}  // namespace gouji
