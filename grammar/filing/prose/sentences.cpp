// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/sentences.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/private_lexical.hpp"

#include <bit>
#include <cstddef>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// Takes what is said character by character.
class Saying {
public:
    explicit Saying(std::vector<Said>& all) : all_(all) {}

    /// Each character, spread over 64 bits, at a place that depends on how many follow: quick, and two that differ have
    /// the same digest as good as never.
    void take(char32_t code) {
        constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;
        own_.digest = std::rotl(own_.digest, 7) + code * spread;
        ++own_.length;
    }
    void end() {
        constexpr std::uint32_t shortest = 12;
        if (own_.length >= shortest) all_.push_back(own_);
        own_ = {};
    }

private:
    std::vector<Said>& all_;
    Said own_;
};

}  // namespace

Prose read_prose(const Text& text, std::string section, Span where) {
    // The grammar says what ends a sentence, and is asked only where one may end: it would take nearly all letters one
    // by one.
    constexpr char32_t last_sign = U'。';
    const auto may_end = [](char32_t code) {
        return code == last_sign || code == U'\n' || code == U'!' || code == U'?';
    };
    const std::string_view characters = text.characters().substr(0, where.end);
    const std::span<const Letter> letters = text.letters(where);
    Prose made{std::move(section), where, {}, 0, {}};
    Saying saying(made.said);
    constexpr std::size_t usual = 32;  // letters of a sentence, and one before it
    made.sentences.reserve(letters.size() / usual + 1);
    made.said.reserve(letters.size() / usual + 1);
    std::size_t blanks = 0;
    std::size_t first = 0;
    const auto end_sentence = [&](std::size_t last, std::uint32_t end) {
        if (first < last) made.sentences.push_back({{letters[first].at, end}, letters.subspan(first, last - first)});
        saying.end();
    };
    for (std::size_t i = 0; i < letters.size();) {
        const char32_t code = letters[i].code;
        if (code > last_sign) {  // as nearly all are
            saying.take(code);
            ++i;
            continue;
        }
        const std::size_t size = may_end(code) ? lexical::taken<lexical::sentence_end>(characters, letters[i].at) : 0;
        if (size > 0) {
            end_sentence(i, letters[i].at);
            for (const std::size_t behind = letters[i].at + size; i < letters.size() && letters[i].at < behind; ++i)
                blanks += is_white(letters[i].code) ? 1U : 0U;
            first = i;
            continue;
        }
        if (code == U';') saying.end();
        else if (is_white(code)) ++blanks;
        else if (!is_digit(code)) saying.take(code);
        ++i;
    }
    end_sentence(letters.size(), where.end);
    made.length = static_cast<std::uint32_t>(letters.size() - blanks);
    return made;
}

void put_prose(const Text& text, const Prose& prose, bool words, Section& section) {
    section.length += prose.length;
    section.said.insert(section.said.end(), prose.said.begin(), prose.said.end());
    if (words) section.prose += utf8::without_blanks(text.view(prose.span));
}

}  // namespace gouji
