// SPDX-License-Identifier: Apache-2.0
#include "engine/check/private_fingerprint.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <string_view>

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

}  // namespace

Fingerprints::Fingerprints(const Filing& filing) {
    // A filing that does not say whose it is goes by the name of its file, wherever that lies.
    mix(filing_, filing.organ.empty() ? std::string_view(filing.file).substr(filing.file.rfind('/') + 1) : std::string_view(filing.organ));
    mix(filing_, static_cast<std::uint64_t>(filing.year.value_or(0)));
}

std::uint64_t Fingerprints::place_of(const Verdict& verdict) const {
    std::uint64_t hash = filing_;
    std::uint64_t which = 0;
    for (const std::string* part : {&verdict.rule->id, &verdict.at.table, &verdict.at.row, &verdict.at.column, &verdict.at.fact, &verdict.at.section}) {
        ++which;
        if (part->empty()) continue;
        mix(hash, which);
        mix(hash, *part);
    }
    return hash;
}

std::uint64_t Fingerprints::numbered(std::uint64_t place, int running) {
    mix(place, static_cast<std::uint64_t>(running));
    return place;
}

}  // namespace gouji
