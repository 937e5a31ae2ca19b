// SPDX-License-Identifier: Apache-2.0
#include "engine/check/copied.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace gouji {
namespace {

struct Sentence {
    std::string_view text;    ///< without its digits
    std::int64_t length = 0;  ///< in characters
};

/// Bytes of what ends a sentence, 0 where nothing does.
std::size_t end_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ';' || c == '!' || c == '?') return 1;
    if (c != '\xE3' && c != '\xEF') return 0;
    const std::string_view wide = text.substr(at, 3);
    return wide == "。" || wide == "；" || wide == "！" || wide == "？" ? 3 : 0;
}

/// The sentences of a text; `letters` holds what they say, and must live as long.
std::vector<Sentence> sentences_of(std::string_view text, std::string& letters) {
    constexpr std::int64_t shortest = 12;
    std::vector<Sentence> all;
    letters.resize(text.size());
    std::size_t size = 0;
    std::size_t begin = 0;
    std::int64_t length = 0;
    const auto close = [&] {
        if (length >= shortest) all.push_back({{letters.data() + begin, size - begin}, length});
        begin = size;
        length = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t end = end_at(text, at); end > 0) {
            close();
            at += end;
            continue;
        }
        const std::size_t bytes = std::min(utf8::length(text[at]), text.size() - at);
        if (text[at] < '0' || text[at] > '9') {
            for (std::size_t i = 0; i < bytes; ++i) letters[size++] = text[at + i];
            ++length;
        }
        at += bytes;
    }
    close();
    return all;
}

}  // namespace

std::optional<Fraction> copied_part(std::string_view now, std::string_view before) {
    std::string letters_before;
    std::string letters_now;
    std::unordered_set<std::string_view> known;
    for (const Sentence& one : sentences_of(before, letters_before)) known.insert(one.text);
    std::int64_t all = 0;
    std::int64_t copied = 0;
    for (const Sentence& one : sentences_of(now, letters_now)) {
        all += one.length;
        if (known.contains(one.text)) copied += one.length;
    }
    if (all == 0) return std::nullopt;
    return divide(Fraction(copied), Fraction(all));
}

}  // namespace gouji
