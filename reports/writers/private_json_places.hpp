// SPDX-License-Identifier: Apache-2.0
// Owns: where a span is, in JSON: bytes, line and column, and the place in a file of pages or parts.
// Refuses: to be used outside of reports/.
#pragma once

#include "engine/base/span.hpp"
#include "engine/source/shown.hpp"
#include "reports/excerpt.hpp"
#include "reports/writers/private_json_writer.hpp"

#include <cstdint>

namespace gouji {

/// Where spans of a filing are: in its text, as people read it, and in a file of pages or parts.
struct ShownPlaces {
    explicit ShownPlaces(const Shown& text) : shown(text), places(text.text, text.starts) {}
    const Shown& shown;
    Places places;
};

/// A span with the line and the column that it begins at. Nothing is said of where an empty one is.
void write_span(JsonWriter& json, const ShownPlaces& where, Span span);

/// Whether an object has a column of a table, so that the one of the text is in the span alone.
enum class OwnColumn : std::uint8_t { none, of_table };

/// The span, its line and column, and its place in a file of pages or parts.
void write_place(JsonWriter& json, const ShownPlaces& where, Span span, OwnColumn own = OwnColumn::none);

}  // namespace gouji
