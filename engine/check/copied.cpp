// SPDX-License-Identifier: Apache-2.0
#include "engine/check/copied.hpp"

#include "engine/base/utf8.hpp"

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace gouji {
namespace {

struct Sentence {
    std::string text;
    std::int64_t length = 0;  ///< in characters
};

std::vector<Sentence> sentences_of(std::string_view text) {
    constexpr std::u32string_view ends = U"。;；!！?？";
    constexpr std::int64_t shortest = 12;
    std::vector<Sentence> all;
    Sentence open;
    const auto close = [&] {
        if (open.length >= shortest) all.push_back(std::move(open));
        open = {};
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (one.size == 0) break;
        at += one.size;
        if (ends.find(one.code) != std::u32string_view::npos) {
            close();
        } else if (one.code < U'0' || one.code > U'9') {
            utf8::append(open.text, one.code);
            ++open.length;
        }
    }
    close();
    return all;
}

}  // namespace

std::optional<Fraction> copied_part(std::string_view now, std::string_view before) {
    std::unordered_set<std::string> known;
    for (auto& one : sentences_of(before)) known.insert(std::move(one.text));
    std::int64_t all = 0;
    std::int64_t copied = 0;
    for (const Sentence& one : sentences_of(now)) {
        all += one.length;
        if (known.contains(one.text)) copied += one.length;
    }
    if (all == 0) return std::nullopt;
    return divide(Fraction(copied), Fraction(all));
}

}  // namespace gouji
