// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_json_places.hpp"

namespace gouji {

void write_span(JsonWriter& json, const ShownPlaces& where, Span span) {
    json.object([&] {
        json.number_field("start", span.start);
        json.number_field("end", span.end);
        if (span.empty()) return;
        const TextPlace begin = where.places.begin_of(span);
        json.number_field("line", begin.line);
        json.number_field("column", begin.column);
    });
}

void write_place(JsonWriter& json, const ShownPlaces& where, Span span, OwnColumn own) {
    json.key("span");
    write_span(json, where, span);
    if (span.empty()) return;
    const TextPlace begin = where.places.begin_of(span);
    json.number_field("line", begin.line);
    if (own == OwnColumn::none) json.number_field("column", begin.column);
    const Place* place = where.shown.place(span);
    if (!place) return;
    json.key("place");
    json.object([&] {
        if (place->page > 0) {
            json.number_field("page", place->page);
            json.list("box", place->box, [&](int side) { json.number(side); });
            return;
        }
        json.field("part", std::string_view(place->part));
        if (place->table > 0) json.number_field("table", place->table);
        if (!place->cell.empty()) json.field("cell", std::string_view(place->cell));
    });
}

}  // namespace gouji
