// SPDX-License-Identifier: Apache-2.0
// Owns: the table of the ways in which a filing comes out of the programs of this world.
// Refuses: to choose figures; a layout only prints.
#pragma once

#include "tests/corpus/document.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::corpus {

struct Layout {
    std::string_view name;
    std::string_view ending;  ///< of the file's name
    std::string (*write)(const Document& document);
    bool zeros_empty = false;
    bool joined = false;  ///< digits of a row run together, so that some cells may stay open
};

std::span<const Layout> layouts();
const Layout* layout_named(std::string_view name);

// text.cpp
std::string write_cells(const Document& document);
std::string write_bars(const Document& document);
std::string write_columns(const Document& document);
std::string write_joined(const Document& document);
std::string write_joined_parted(const Document& document);
std::string write_wide(const Document& document);
std::string write_parted(const Document& document);
std::string write_ends(const Document& document);
std::string write_cut(const Document& document);
std::string write_detached(const Document& document);

// html.cpp
std::string write_page(const Document& document);
std::string write_word_page(const Document& document);
std::string write_divs(const Document& document);
std::string write_paragraphs(const Document& document);
std::string write_nested(const Document& document);
std::string write_several(const Document& document);
std::string write_blanks(const Document& document);

// office.cpp
std::string write_docx(const Document& document);
std::string write_docx_tracked(const Document& document);
std::string write_xlsx(const Document& document);
std::string write_xlsx_blanks(const Document& document);
std::string write_xlsx_sheets(const Document& document);

/// A zip archive of these entries, by name.
std::string pack(const std::vector<std::pair<std::string, std::string>>& entries);

/// The text in an encoding that ICU knows by this name.
std::string encode(std::string_view utf8, const char* encoding);
/// Simplified as Traditional characters, by ICU.
std::string traditional(std::string_view utf8);

}  // namespace gouji::corpus
