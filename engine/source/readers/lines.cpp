// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_lines.hpp"

#include "engine/source/readers/readers.hpp"

#include <utility>

namespace gouji {

void TextLines::put(std::string_view text) {
    if (blank_ && !text.empty()) shown_.text += ' ';
    blank_ = blank_ && text.empty();
    for (const char c : text) {
        if (c == '|') shown_.text += "\u00A6";
        else if (static_cast<unsigned char>(c) < 0x20) shown_.text += ' ';
        else shown_.text += c;
    }
}

void TextLines::end_line() {
    if (in_cell_) blank_ = !shown_.text.empty() && shown_.text.back() != ' ';
    else if (!shown_.text.empty() && shown_.text.back() != '\n') shown_.text += '\n';
}

void TextLines::begin_cell() {
    shown_.text += shown_.text.empty() || shown_.text.back() == '\n' ? "| " : " | ";
    in_cell_ = true;
    blank_ = false;
}

void TextLines::end_row() {
    end_cell();
    if (!shown_.text.empty() && shown_.text.back() != '\n') shown_.text += " |\n";
}

void TextLines::at(Place place) {
    place.start = static_cast<std::uint32_t>(shown_.text.size());
    if (!shown_.places.empty() && shown_.places.back().start == place.start) shown_.places.pop_back();
    shown_.places.push_back(std::move(place));
}

Result<Text> TextLines::take() {
    Result<Text> text = read_plain({{}, shown_.text});
    if (text) text->set_shown(std::move(shown_));
    return text;
}

}  // namespace gouji
