// SPDX-License-Identifier: Apache-2.0
#include "grammar/pattern/pattern_marks.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace gouji {
namespace {

using LetterPair = Pattern::LetterPair;
using Common = std::map<LetterPair, int>;  ///< how many marks have a pair

LetterPair rarest(const std::vector<LetterPair>& branch, const Common& common) {
    return *std::min_element(branch.begin(), branch.end(),
        [&](const LetterPair& a, const LetterPair& b) { return common.at(a) < common.at(b); });
}

/// How often it will be taken for there: words that many patterns have are what reports speak of.
int weight_of(const Pattern::Mark& mark, const Common& common) {
    return std::accumulate(mark.begin(), mark.end(), 0,
        [&](int sum, const auto& branch) { return sum + common.at(rarest(branch, common)); });
}

}  // namespace

PatternMarks::PatternMarks(const std::vector<const Pattern*>& patterns) {
    Common common;
    for (const Pattern* one : patterns) {
        for (const Pattern::Mark& mark : one->marks) {
            for (const auto& branch : mark) {
                for (const LetterPair& pair : branch) ++common[pair];
            }
        }
    }
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const auto& marks = patterns[i]->marks;
        const auto best = std::min_element(marks.begin(), marks.end(),
            [&](const auto& a, const auto& b) { return weight_of(a, common) < weight_of(b, common); });
        if (best == marks.end()) {
            always_.push_back(static_cast<int>(i));
            continue;
        }
        for (const auto& branch : *best) entries_.push_back({rarest(branch, common), static_cast<int>(i)});
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.pair < b.pair; });
    for (const Entry& one : entries_) pairs_.add(one.pair.first, one.pair.second);
    for (const Pattern* one : patterns) needed_.push_back(one->needed);
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

void PatternMarks::add_pair(LetterPair pair, std::vector<int>& found) const {
    const auto before = [](const Entry& one, const LetterPair& wanted) { return one.pair < wanted; };
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
