// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition/known_words.hpp"

#include <algorithm>

namespace gouji {

KnownWords::KnownWords() {
    for (const std::string_view value : {own_value, whole_value, office_value})
        give(WordClass::whose, std::string(value));
    for (const std::string_view value : {this_year_value, last_year_value, next_year_value, other_time_value})
        give(WordClass::when, std::string(value));
}

std::optional<ValueSet> KnownWords::give(WordClass word_class, const std::string& value) {
    if (const auto known = find(word_class, value)) return known;
    auto& values = values_[static_cast<std::size_t>(word_class)];
    if (values.size() == most_values) return std::nullopt;
    values.push_back(value);
    return ValueSet{1} << (values.size() - 1);
}

std::optional<ValueSet> KnownWords::find(WordClass word_class, std::string_view value) const {
    const auto& values = values_[static_cast<std::size_t>(word_class)];
    const auto place = std::find(values.begin(), values.end(), value);
    if (place == values.end()) return std::nullopt;
    return ValueSet{1} << static_cast<std::size_t>(place - values.begin());
}

std::int32_t KnownWords::child(std::int32_t node, char32_t code) const {
    std::int32_t at = nodes_[static_cast<std::size_t>(node)].child;
    while (at != none && nodes_[static_cast<std::size_t>(at)].code != code)
        at = nodes_[static_cast<std::size_t>(at)].next;
    return at;
}

void KnownWords::add(std::string_view spelling, WordClass word_class, ValueSet value) {
    std::int32_t node = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < spelling.size();) {
        const auto [code, size] = utf8::decode(spelling, at);
        at += size;
        ++letters;
        std::int32_t next = letters == 1 ? (numbers_.give(code), none) : child(node, code);
        if (letters == 1) {
            first_.resize(std::max<std::size_t>(first_.size(), numbers_.of(code) + std::size_t{1}), none);
            next = first_[numbers_.of(code)];
        }
        if (next == none) {
            next = static_cast<std::int32_t>(nodes_.size());
            Node made{code, none, none, none};
            if (letters == 1) {
                first_[numbers_.of(code)] = next;
            } else {
                made.next = nodes_[static_cast<std::size_t>(node)].child;
                nodes_[static_cast<std::size_t>(node)].child = next;
            }
            nodes_.push_back(made);
        }
        node = next;
    }
    if (letters == 0) return;
    nodes_[static_cast<std::size_t>(node)].word = static_cast<std::int32_t>(words_.size());
    words_.push_back({word_class, value, letters});
}

std::optional<KnownWord> KnownWords::longest(std::span<const char32_t> letters) const {
    if (letters.empty()) return std::nullopt;
    const std::uint16_t number = numbers_.of(letters.front());
    if (number == 0 || number >= first_.size()) return std::nullopt;
    std::int32_t word = none;
    std::int32_t node = first_[number];
    for (std::size_t i = 1; node != none; ++i) {
        if (const std::int32_t here = nodes_[static_cast<std::size_t>(node)].word; here != none) word = here;
        node = i < letters.size() ? child(node, letters[i]) : none;
    }
    if (word == none) return std::nullopt;
    return words_[static_cast<std::size_t>(word)];
}

}  // namespace gouji
