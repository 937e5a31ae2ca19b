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

/// The digests of sentences, built character by character.
class SentenceDigest {
public:
    explicit SentenceDigest(std::vector<Said>& all) : all_(all) {}

    /// Each character, spread over 64 bits, at a place that depends on how many follow: quick, and two sentences that
    /// differ practically never have the same digest.
    void add(char32_t code) {
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

constexpr char32_t last_sign = U'。';  // no character after it ends a sentence

/// For speed: the grammar says what ends a sentence, and is asked only where one may end.
std::size_t size_of_end(std::string_view characters, const Letter& letter) {
    const char32_t code = letter.code;
    const bool may_end = code == last_sign || code == U'\n' || code == U'!' || code == U'?';
    return may_end ? lexical::taken<lexical::sentence_end>(characters, letter.at) : 0;
}

}  // namespace

// In one piece, because it walks over every letter of a report.
Prose read_prose(const Text& text, std::string section, Span where) {
    const std::string_view characters = text.characters().substr(0, where.end);
    const std::span<const Letter> letters = text.letters(where);
    Prose prose{std::move(section), where, {}, 0, {}};
    SentenceDigest digest(prose.said);
    constexpr std::size_t usual = 32;  // letters of a sentence
    prose.sentences.reserve(letters.size() / usual + 1);
    prose.said.reserve(letters.size() / usual + 1);
    std::size_t blanks = 0;
    std::size_t first = 0;
    const auto end_sentence = [&](std::size_t last, std::uint32_t end) {
        if (first < last) prose.sentences.push_back({{letters[first].at, end}, letters.subspan(first, last - first)});
        digest.end();
    };
    for (std::size_t i = 0; i < letters.size();) {
        const char32_t code = letters[i].code;
        if (code > last_sign) {  // as most are
            digest.add(code);
            ++i;
            continue;
        }
        if (const std::size_t size = size_of_end(characters, letters[i]); size > 0) {
            end_sentence(i, letters[i].at);
            for (const std::size_t next = letters[i].at + size; i < letters.size() && letters[i].at < next; ++i)
                blanks += is_white(letters[i].code) ? 1U : 0U;
            first = i;
            continue;
        }
        if (code == U';') digest.end();
        else if (is_white(code)) ++blanks;
        else if (!is_digit(code)) digest.add(code);
        ++i;
    }
    end_sentence(letters.size(), where.end);
    prose.length = static_cast<std::uint32_t>(letters.size() - blanks);
    return prose;
}

void append_prose(const Text& text, const Prose& prose, bool words, Section& section) {
    section.length += prose.length;
    section.said.insert(section.said.end(), prose.said.begin(), prose.said.end());
    if (words) section.prose += utf8::without_blanks(text.view(prose.span));
}

}  // namespace gouji
