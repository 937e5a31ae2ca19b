// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_printed_sums.hpp"

#include "grammar/lexical/characters.hpp"

#include <algorithm>

namespace gouji {

void PrintedSums::read(const std::vector<Sentence>& sentences) {
    constexpr std::size_t most_sentences = 3;  // between a sum and its parts, as in part_lists.cpp
    numbers_.clear();
    firsts_.clear();
    in_list_.assign(sentences.size(), false);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        firsts_.push_back(numbers_.size());
        add(sentences[i], i);
    }
    for (std::size_t whole = 0; whole < numbers_.size(); ++whole) {
        const std::size_t sentence = numbers_[whole].sentence;
        mark_parts(whole, whole + 1);
        for (std::size_t i = sentence + 1; i < firsts_.size() && i <= sentence + most_sentences; ++i) {
            if (firsts_[i] > whole + 1) mark_parts(whole, firsts_[i]);
        }
    }
}

void PrintedSums::add(const Sentence& sentence, std::size_t place) {
    constexpr std::int64_t most = 1'000'000'000'000;
    std::int64_t number = -1;
    for (const Letter& letter : sentence.letters) {
        if (is_digit(letter.code)) {
            const auto digit = static_cast<std::int64_t>(letter.code - U'0');
            number = std::min(std::max<std::int64_t>(number, 0) * 10 + digit, most);
        } else if (number >= 0 && letter.code != U',') {
            numbers_.push_back({number, place, letter.code});
            number = -1;
        }
    }
    if (number >= 0) numbers_.push_back({number, place, 0});
}

/// The parts are two or more, and go on to the end of a sentence.
void PrintedSums::mark_parts(std::size_t whole, std::size_t first) {
    constexpr std::size_t most_parts = 64;
    const std::int64_t wanted = numbers_[whole].value;
    std::int64_t sum = 0;
    for (std::size_t i = first; i < numbers_.size() && i < first + most_parts && sum < wanted; ++i) {
        if (numbers_[i].unit != numbers_[whole].unit) return;
        sum += numbers_[i].value;
        const bool last = i + 1 == numbers_.size() || numbers_[i + 1].sentence != numbers_[i].sentence;
        if (!last || i == first || sum != wanted) continue;
        std::fill(in_list_.begin() + static_cast<std::ptrdiff_t>(numbers_[whole].sentence),
            in_list_.begin() + static_cast<std::ptrdiff_t>(numbers_[i].sentence) + 1, true);
        return;
    }
}

}  // namespace gouji
