// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/sentences.hpp"

#include "grammar/private_lexical.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji {

std::vector<Sentence> sentences_of(const Text& text, Span where) {
    // The grammar says what ends a sentence, and is asked only where one may end: it would take nearly all letters one by one.
    const auto may_end = [](char32_t code) { return code == U'。' || code == U'\n' || code == U'!' || code == U'?'; };
    const std::string_view characters = text.characters().substr(0, where.end);
    const std::span<const Letter> letters = text.letters(where);
    std::vector<Sentence> all;
    std::size_t first = 0;
    const auto add = [&](std::size_t last, std::uint32_t end) {
        if (first < last) all.push_back({{letters[first].at, end}, letters.subspan(first, last - first)});
    };
    for (std::size_t i = 0; i < letters.size();) {
        const std::size_t size = may_end(letters[i].code) ? lexical::taken<lexical::sentence_end>(characters, letters[i].at) : 0;
        if (size == 0) {
            ++i;
            continue;
        }
        add(i, letters[i].at);
        const std::size_t behind = letters[i].at + size;
        while (i < letters.size() && letters[i].at < behind) ++i;
        first = i;
    }
    add(letters.size(), where.end);
    return all;
}

}  // namespace gouji
