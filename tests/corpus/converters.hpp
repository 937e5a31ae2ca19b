// SPDX-License-Identifier: Apache-2.0
// Owns: what converters, web sites and people make of the tables of a filing: labels broken, moved and lost, rows
// doubled and cut by pages, cells emptied, bars and blanks out of place.
// Refuses: to change a figure: a person who reads the result could still tell each.
#pragma once

#include "tests/corpus/document.hpp"

#include <random>
#include <span>
#include <string>
#include <string_view>

namespace gouji::corpus {

struct Converter {
    std::string_view name;
    /// The same random numbers give the same text.
    std::string (*write)(const Document& document, std::mt19937& random);
    bool zeros_empty = false;
    bool joined = false;  ///< digits run together, so that some cells may stay open
};

std::span<const Converter> converters();

}  // namespace gouji::corpus
