// SPDX-License-Identifier: Apache-2.0
#include "tests/corpus/layouts.hpp"

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace gouji::corpus {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
    return text;
}

std::string declared(const Document& document, std::string_view name, const char* encoding) {
    return encode(replaced(write_page(document), "utf-8", name), encoding);
}

constexpr std::array table = {
    Layout{"text: a cell a line", ".txt", write_cells},
    Layout{"text: rows of bars", ".txt", write_bars},
    Layout{"text: columns set with blanks", ".txt", write_columns},
    Layout{"text: digits run together", ".txt", write_joined, false, true},
    Layout{"text: digits with thousands separators run together", ".txt", write_joined_parted, false, true},
    Layout{"text: full-width digits", ".txt", write_wide},
    Layout{"text: thousands separators", ".txt", write_parted},
    Layout{"text: mixed line ends, invisible characters", ".txt", write_ends},
    Layout{"text: GBK", ".txt", [](const Document& document) { return encode(write_cells(document), "GBK"); }},
    Layout{"text: UTF-16 with a mark", ".txt",
        [](const Document& document) { return encode(write_bars(document), "UTF-16"); }},
    Layout{"text: UTF-16LE without a mark", ".txt",
        [](const Document& document) { return encode(write_cells(document), "UTF-16LE"); }},
    Layout{"Markdown: tables cut in pieces, invented headers", ".md", write_cut},
    Layout{"Markdown: numbers detached from their labels", ".md", write_detached},
    Layout{"page: spans", ".html", write_page},
    Layout{"page: saved from a word processor", ".html", write_word_page},
    Layout{"page: tables of div", ".html", write_divs},
    Layout{"page: a paragraph a cell", ".html", write_paragraphs},
    Layout{"page: laid out by tables", ".html", write_nested},
    Layout{"page: a table in several", ".html", write_several},
    Layout{"page: zeros left empty", ".html", write_blanks, true},
    Layout{"page: GB18030", ".html", [](const Document& document) { return declared(document, "gb2312", "GB18030"); }},
    Layout{"page: Big5, Traditional", ".html",
        [](const Document& document) {
            return encode(traditional(replaced(write_page(document), "utf-8", "big5")), "Big5");
        }},
    Layout{"DOCX", ".docx", write_docx},
    Layout{"DOCX: tracked changes, numbered headings", ".docx", write_docx_tracked},
    Layout{"XLSX", ".xlsx", write_xlsx},
    Layout{"XLSX: zeros left empty", ".xlsx", write_xlsx_blanks, true},
    Layout{"XLSX: a sheet a table, numbers as text", ".xlsx", write_xlsx_sheets},
};

}  // namespace

std::span<const Layout> layouts() { return table; }

const Layout* layout_named(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Layout& one) { return one.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string encode(std::string_view utf8, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const auto units = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status), ucnv_close);
    std::string made(utf8.size() * 2 + 16, '\0');
    const int size = ucnv_fromUChars(converter.get(), made.data(), static_cast<std::int32_t>(made.size()),
        units.getBuffer(), units.length(), &status);
    made.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
    return made;
}

std::string traditional(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> way(
        icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
    auto units = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    if (U_SUCCESS(status)) way->transliterate(units);
    std::string made;
    return units.toUTF8String(made);
}

}  // namespace gouji::corpus
