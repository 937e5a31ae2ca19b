// SPDX-License-Identifier: Apache-2.0
// Owns: how many cells of a filing were read as its author has them.
#pragma once

#include "engine/model/filing.hpp"
#include "tests/corpus/document.hpp"

#include <string_view>

namespace gouji::test {

struct Tally {
    int cells = 0;
    int right = 0;
    int open = 0;     ///< marked: uncertain or unreadable
    int wrong = 0;    ///< in silence
    int decided = 0;  ///< tables without an open cell
    int tables = 0;

    void add(const Tally& other) {
        cells += other.cells;
        right += other.right;
        open += other.open;
        wrong += other.wrong;
        decided += other.decided;
        tables += other.tables;
    }
};

/// Every cell that is not marked must be right: a check fails for each other. `zeros_empty`: those were left empty.
Tally compare(const corpus::Document& document, const Filing& filing, bool zeros_empty);

void print(std::string_view name, const Tally& tally);

}  // namespace gouji::test
