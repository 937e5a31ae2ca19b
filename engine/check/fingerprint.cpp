// SPDX-License-Identifier: Apache-2.0
#include "engine/check/private_fingerprint.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// One step of a hash: the multiplier is one of splitmix64's (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
/// 2014).
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
    mix(hash, filing.organ.empty() ? std::string_view(filing.file).substr(filing.file.rfind('/') + 1) : std::string_view(filing.organ));
    mix(hash, static_cast<std::uint64_t>(filing.year.value_or(0)));
    return hash;
}

/// Goes on from that of the filing.
std::uint64_t print_of(std::uint64_t hash, const Verdict& verdict) {
    std::uint64_t which = 0;
    for (const std::string* part : {&verdict.rule->id, &verdict.at.table, &verdict.at.row, &verdict.at.column, &verdict.at.fact, &verdict.at.section}) {
        ++which;
        if (part->empty()) continue;
        mix(hash, which);
        mix(hash, *part);
    }
    return hash;
}

}  // namespace

void number_fingerprints(const Filing& filing, std::vector<Verdict>& verdicts) {
    const std::uint64_t begun = print_of(filing);
    std::vector<std::pair<std::uint64_t, std::size_t>> places;  // with the verdict that stands there
    places.reserve(verdicts.size());
    for (const Verdict& one : verdicts) places.emplace_back(print_of(begun, one), places.size());
    std::sort(places.begin(), places.end());
    std::uint64_t running = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto [print, verdict] = places[i];
        running = i > 0 && places[i - 1].first == print ? running + 1 : 0;
        mix(print, running);
        verdicts[verdict].fingerprint = print;
    }
}

}  // namespace gouji
