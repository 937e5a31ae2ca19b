// SPDX-License-Identifier: Apache-2.0
// Owns: what the web, converters and hurried people do to a text: lines lost, doubled, moved, mixed with another
// report, years exchanged, figures changed, characters lost.
// Refuses: to know a form: whatever comes out, somebody could publish it.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace gouji::corpus {

/// The same seed gives the same texts on every machine.
class Damage {
public:
    /// `originals` must not be empty.
    Damage(std::vector<std::string> originals, unsigned seed) : originals_(std::move(originals)), random_(seed) {}

    /// One to `most` reports that are given together: often of one organ, in years that follow each other.
    std::vector<std::string> reports(std::size_t most);
    /// One of the originals, damaged in one to five ways.
    std::string report();

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    const std::string& original() { return originals_[below(originals_.size())]; }
    std::string damaged(std::string text);
    std::string damaged_lines(std::string text);
    std::string damaged_characters(std::string text);
    std::string exchanged_years(std::string text);

    std::vector<std::string> originals_;
    std::mt19937 random_;
};

}  // namespace gouji::corpus
