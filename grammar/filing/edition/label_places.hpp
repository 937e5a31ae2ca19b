// SPDX-License-Identifier: Apache-2.0
// Owns: where ordinals, lines and the labels of tables and sections begin in a text, found in one walk over it for all
// forms.
// Refuses: to choose among labels: one inside another has a place of its own, and the grammar uses the first that it
// meets.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/labels/label_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gouji {

/// Where a heading may begin: with an ordinal, or with a label where a line begins. The same for every form.
struct HeadingPlace {
    std::uint32_t at = 0;
    char32_t code = 0;               ///< the character there
    bool line = false;               ///< only blanks and numbering (第一部分, 壹, 【) are before it on its line
    std::uint32_t from = 0;          ///< where that numbering begins; `at` where there is none
    std::optional<Ordinal> ordinal;  ///< that begins there
};

struct LabelPlace {
    std::uint32_t at = 0;
    LabelSet::Hit hit;
};

class LabelPlaces {
public:
    LabelPlaces(const Text& text, const LabelIndex& index);

    [[nodiscard]] const std::vector<HeadingPlace>& headings() const { return headings_; }
    /// The places of the labels of one set of the index, in the order of the text.
    [[nodiscard]] std::span<const LabelPlace> of(std::size_t set) const { return places_[set]; }
    /// The label of one set that begins at `at`.
    [[nodiscard]] const LabelSet::Hit* at(std::size_t set, std::uint32_t at) const;

private:
    void add_labels(std::uint32_t at, const LabelIndex::Hits& hits);
    void add_heading(std::span<const Letter> letters, std::size_t letter, const std::optional<Ordinal>& ordinal);

    std::vector<HeadingPlace> headings_;
    std::vector<std::vector<LabelPlace>> places_;  ///< of each set
};

}  // namespace gouji
