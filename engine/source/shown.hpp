// SPDX-License-Identifier: Apache-2.0
// Owns: the text that people read in place of a file's bytes, where these are not UTF-8, and where in the file each
// stretch of it is.
// Refuses: to make it; decode.cpp and the readers do.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/byte_starts.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace gouji {

/// Where in a file of pages or parts a stretch of text is: from `start` to the start of the next place.
struct Place {
    std::uint32_t start = 0;   ///< byte of the text
    int page = 0;              ///< from 1; 0 where there are no pages
    std::array<int, 4> box{};  ///< left, top, right and bottom on the page, in points
    std::string part;          ///< a sheet's name, or a part of the package: word/document.xml
    int table = 0;             ///< of the part, from 1; 0 where tables have no number
    std::string cell;          ///< B7: column and row; empty outside of tables

    friend bool operator==(const Place&, const Place&) = default;
};

struct Shown {
    std::string text;           ///< in UTF-8; empty where the bytes of the file are that themselves
    ByteStarts starts;          ///< of the characters of `text`, in the file; empty where spans count bytes of `text`
    std::vector<Place> places;  ///< in order; empty where the file is one text

    /// Where the span begins; nothing in a file that is one text.
    [[nodiscard]] const Place* place(Span span) const;
};

}  // namespace gouji
