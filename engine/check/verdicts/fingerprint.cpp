// SPDX-License-Identifier: Apache-2.0
#include "engine/check/verdicts/private_fingerprint.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// One step of a hash: the multiplier is one of splitmix64's (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, 2014).
void mix(std::uint64_t& hash, std::uint64_t word) {
    hash = (hash ^ word) * 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 32U;
}

/// The first byte is the lowest on every machine.
std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

/// Eight bytes a step, the last eight whatever stands before them: stable everywhere, and nobody gains by a collision.
void mix(std::uint64_t& hash, std::string_view text) {
    mix(hash, std::uint64_t{text.size()});
    constexpr std::size_t step = sizeof hash;
    if (text.size() < step) {
        std::array<char, step> padded{};
        std::copy(text.begin(), text.end(), padded.begin());
        if (!text.empty()) mix(hash, word_at(padded.data()));
        return;
    }
    for (std::size_t at = 0; at + step < text.size(); at += step) mix(hash, word_at(text.data() + at));
    mix(hash, word_at(text.data() + text.size() - step));
}

std::uint64_t print_of(const Filing& filing) {
    std::uint64_t hash = 0;
    // A filing that does not say whose it is goes by the name of its file, wherever that lies.
    mix(hash,
        filing.organ.empty() ? std::string_view(filing.file).substr(filing.file.rfind('/') + 1)
                             : std::string_view(filing.organ));
    mix(hash, static_cast<std::uint64_t>(filing.year.value_or(0)));
    return hash;
}

/// Goes on from that of the filing.
std::uint64_t print_of(std::uint64_t hash, const Verdict& verdict) {
    std::uint64_t which = 0;
    for (const std::string* part : {&verdict.rule->id, &verdict.at.table, &verdict.at.row, &verdict.at.column,
             &verdict.at.fact, &verdict.at.section}) {
        ++which;
        if (part->empty()) continue;
        mix(hash, which);
        mix(hash, *part);
    }
    return hash;
}

}  // namespace

namespace {

struct Placed {
    std::uint64_t place = 0;
    std::uint64_t subject = 0;
    std::size_t verdict = 0;

    friend auto operator<=>(const Placed&, const Placed&) = default;
};

/// Goes through a list with the number of each among those before it that are alike.
void number(const std::vector<Placed>& sorted, auto is_alike, auto take) {
    std::uint64_t running = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        running = i > 0 && is_alike(sorted[i - 1], sorted[i]) ? running + 1 : 0;
        take(sorted[i], running);
    }
}

std::uint64_t numbered(std::uint64_t print, std::uint64_t running) {
    mix(print, running);
    return print;
}

}  // namespace

void SubjectDigest::add(std::string_view text) { mix(digest_, text); }

void number_fingerprints(
    const Filing& filing, const std::vector<std::uint64_t>& subjects, std::vector<Verdict>& verdicts) {
    constexpr std::uint64_t lower = 0xFFFFFFFFULL;
    const std::uint64_t begun = print_of(filing);
    std::vector<Placed> all;
    all.reserve(verdicts.size());
    for (const Verdict& one : verdicts) all.push_back({print_of(begun, one), subjects[all.size()], all.size()});
    std::sort(all.begin(), all.end());
    number(
        all, [](const Placed& a, const Placed& b) { return a.place == b.place && a.subject == b.subject; },
        [&](const Placed& one, std::uint64_t running) {
            std::uint64_t print = numbered(one.place, running);
            if (one.subject != 0) {
                std::uint64_t words = one.place;
                mix(words, one.subject);
                mix(words, running);
                print = (one.place & ~lower) | (words & lower);
            }
            verdicts[one.verdict].fingerprint = print;
        });
    // As version 0.1.0 numbered them: all of a place in their order, whatever they say.
    std::sort(all.begin(), all.end(),
        [](const Placed& a, const Placed& b) { return std::pair(a.place, a.verdict) < std::pair(b.place, b.verdict); });
    number(
        all, [](const Placed& a, const Placed& b) { return a.place == b.place; },
        [&](const Placed& one, std::uint64_t running) {
            if (one.subject != 0) verdicts[one.verdict].former = numbered(one.place, running);
        });
}

}  // namespace gouji
