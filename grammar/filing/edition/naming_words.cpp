// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition/naming_words.hpp"

#include <algorithm>
#include <cstdint>

namespace gouji {
namespace {

/// As many letters are looked at for a word that begins a list.
constexpr std::size_t longest_word = 16;

}  // namespace

/// How often two letters are beside each other in the words: 公开 is in many, 不公 in few.
class PairCounts {
public:
    explicit PairCounts(const KnownWords& words) {
        words.each_pair([&](char32_t one, char32_t two) { pairs_.push_back(number_of(one, two)); });
        std::sort(pairs_.begin(), pairs_.end());
    }
    /// Where in a word of two letters or more its rarest pair begins; the last of them.
    [[nodiscard]] std::size_t rarest_of(std::u32string_view word) const {
        std::size_t best = 0;
        for (std::size_t i = 1; i + 1 < word.size(); ++i) {
            if (count(word, i) <= count(word, best)) best = i;
        }
        return best;
    }

private:
    [[nodiscard]] std::ptrdiff_t count(std::u32string_view word, std::size_t at) const {
        const auto [first, last] = std::equal_range(pairs_.begin(), pairs_.end(), number_of(word[at], word[at + 1]));
        return last - first;
    }
    static std::uint64_t number_of(char32_t one, char32_t two) { return std::uint64_t{one} << 32U | two; }

    std::vector<std::uint64_t> pairs_;
};

void WordMarks::add(std::vector<std::u32string> words, const PairCounts& counts) {
    // Short words first: 申请 is in most of the longer ones.
    std::sort(words.begin(), words.end(),
        [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    for (const std::u32string& word : words) {
        if (marks(word)) continue;
        if (word.size() == 1) {
            single_.add(word.front());
        } else {
            const std::size_t at = counts.rarest_of(word);
            may_be_pairs_.add(word[at], word[at + 1]);
            const std::pair pair(word[at], word[at + 1]);
            pairs_.insert(std::lower_bound(pairs_.begin(), pairs_.end(), pair), pair);
        }
    }
}

bool WordMarks::is_mark(char32_t one, char32_t two) const {
    return may_be_pairs_.may_hold(one, two) && std::binary_search(pairs_.begin(), pairs_.end(), std::pair(one, two));
}

bool WordMarks::marks(std::u32string_view word) const {
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (single_.may_hold(word[i]) || (i > 0 && is_mark(word[i - 1], word[i]))) return true;
    }
    return false;
}

bool WordMarks::may_be_among(std::span<const Letter> letters) const {
    char32_t before = 0;
    for (const Letter& letter : letters) {
        if (is_mark(before, letter.code) || single_.may_hold(letter.code)) return true;
        if (!is_white(letter.code)) before = letter.code;
    }
    return false;
}

NamingWords::NamingWords(std::shared_ptr<const KnownWords> known, const SlotValues& names)
    : words_(std::move(known)), names_(names), counted_(names[static_cast<std::size_t>(WordClass::what)]) {}

const NamingWords::Marks& NamingWords::marks() const {
    std::call_once(later_->once, [&] { later_->marks = find_marks(); });
    return *later_->marks;
}

std::unique_ptr<const NamingWords::Marks> NamingWords::find_marks() const {
    auto made = std::make_unique<Marks>();
    if (!words_) return made;
    Marks& marks = *made;
    std::vector<std::u32string> stating;
    std::vector<std::u32string> naming;
    const ValueSet be = words_->find(WordClass::all, be_value).value_or(0);
    words_->each_word([&](const KnownWord& word, std::u32string_view letters) {
        const WordClass one = word.word_class;
        if (one == WordClass::no || one == WordClass::rate || (one == WordClass::all && word.value != be))
            stating.emplace_back(letters);
        if (one == WordClass::part) marks.lists.add(letters.front());
        const bool names_it = has_values(one) && (word.value & names_[static_cast<std::size_t>(one)]) != 0;
        if (names_it || one == WordClass::part) naming.emplace_back(letters);
    });
    const PairCounts counts(*words_);
    CharacterFilter figures;
    figures.add_numbers();
    marks.stating.add(figures);
    marks.stating.add(std::move(stating), counts);
    CharacterFilter brackets;
    brackets.add(U'(');
    marks.naming.add(brackets);
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) naming.push_back({digit, U'年'});
    marks.naming.add(std::move(naming), counts);
    return made;
}

bool NamingWords::begins_list(std::span<const Letter> letters) const {
    const auto is_word = [](const Letter& one) { return !is_white(one.code); };
    const auto first = std::find_if(letters.begin(), letters.end(), is_word);
    if (first == letters.end() || !marks().lists.may_hold(first->code)) return false;
    std::array<char32_t, longest_word> codes{};
    std::size_t size = 0;
    for (auto letter = first; letter != letters.end() && size < codes.size(); ++letter) {
        if (is_word(*letter)) codes[size++] = letter->code;
    }
    const auto word = words_->longest(std::span(codes).first(size));
    return word && word->word_class == WordClass::part;
}

}  // namespace gouji
