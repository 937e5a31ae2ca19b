// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/decode.hpp"
#include "engine/source/normalise.hpp"
#include "engine/source/normalise_straight.hpp"
#include "engine/source/readers/private_known_formats.hpp"
#include "engine/source/readers/private_own_results.hpp"
#include "engine/source/readers/private_package.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

std::string_view skip_blank(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : bytes.substr(first);
}

/// A tag that only pages have, near the beginning; or the name says so.
bool is_page(const Source& source) {
    const std::string head = head_of(source);
    for (const std::string_view tag :
        {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<meta", "<title"}) {
        if (begins(head, tag)) return true;
    }
    const std::string name = utf8::lowered(source.name);
    const bool named =
        name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".shtml") || name.ends_with(".xhtml");
    return begins(head, "<!--") || (begins(head, "<?xml") && head.find("<html") != std::string::npos)
        || (named && head.find('<') != std::string::npos);
}

/// The words of a PDF with their places.
bool is_boxes(const Source& source) {
    constexpr std::size_t far = 65'536;  // the title and the author of the file come before the pages
    const std::size_t pages = std::string_view(source.bytes).substr(0, far).find("<doc>");
    return begins(source.bytes, "<!DOCTYPE html PUBLIC") && pages != std::string_view::npos
        && begins(skip_blank(std::string_view(source.bytes).substr(pages + 5)), "<page ");
}

/// Only for what is refused.
Result<Text> refuse(const Source& source) { return *refusal_of(source); }

constexpr std::array table = {
    Reader{"docx", "Word 文档（DOCX）", "Word documents (DOCX)",
        [](const Source& source) { return package_of(source.bytes) == PackageKind::word; }, false, read_docx},
    Reader{"xlsx", "Excel 工作簿（XLSX）", "Excel workbooks (XLSX)",
        [](const Source& source) { return package_of(source.bytes) == PackageKind::sheet; }, false, read_xlsx},
    Reader{"pdf", "PDF（由 pdftotext 给出的字词与位置）", "PDF (the words and places that pdftotext gives)", is_boxes,
        false, read_pdf},
    Reader{"mhtml", "单个文件的网页（MHTML）", "web pages in one file (MHTML)", is_mhtml, false, read_mhtml},
    Reader{"unread", "认得出但不能读的格式：说明并拒绝", "formats that are recognised and not read: named and refused",
        [](const Source& source) { return refusal_of(source).has_value(); }, false, refuse},
    Reader{"html", "网页", "web pages", is_page, true, read_html},
    Reader{"plain", "纯文本", "plain text", [](const Source&) { return true; }, true, read_plain},
};

constexpr std::array<std::string_view, 25> endings = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml",
    ".xhtml", ".xht", ".html.1", ".htm.1", ".mht", ".mhtml", ".pdf", ".docx", ".docm", ".xlsx", ".xlsm", ".doc", ".wps",
    ".rtf", ".odt", ".xls", ".et", ".ods"};

/// Each character at its own byte.
ByteStarts starts_of(std::string_view text) {
    ByteStarts made;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = std::min(utf8::length(text[at]), text.size() - at);
        made.add(static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(at));
        at += size;
    }
    made.finish(static_cast<std::uint32_t>(text.size()));
    return made;
}

/// The last one takes any text.
const Reader& reader_of_text(const Source& source) {
    return *std::find_if(
        table.begin(), table.end(), [&](const Reader& one) { return one.is_text && one.accepts(source); });
}

/// Formats with bytes of their own first; all others are texts in some encoding.
Result<Text> read_any(const Source& source) {
    const auto own = std::find_if(
        table.begin(), table.end(), [&](const Reader& one) { return !one.is_text && one.accepts(source); });
    return own != table.end() ? own->read(source) : read_encoded(source, {});
}

}  // namespace

bool holds_stream(const Source& source, std::string_view name) {
    if (!begins(source.bytes, "\xD0\xCF\x11\xE0")) return false;
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return source.bytes.find(wide) != std::string::npos;
}

bool is_opendocument(const Source& source, std::string_view kind) {
    // Its first entry says so.
    constexpr std::size_t name = 30;
    constexpr std::string_view entry = "mimetype";
    const std::string_view bytes = source.bytes;
    if (!begins(bytes, "PK\x03\x04") || bytes.size() < name || !begins(bytes.substr(name), entry)) return false;
    const Result<Archive> archive = Archive::open(source.bytes);
    return archive && begins(archive->head("mimetype"), "application/vnd.oasis.opendocument." + std::string(kind));
}

bool is_pdf(const Source& source) {
    constexpr std::size_t far = 1024;  // as PDF readers do
    constexpr std::string_view mark = "%PDF-";
    const std::string_view bytes = source.bytes;
    const std::size_t at = bytes.substr(0, far + mark.size()).find(mark);
    // A page that writes about the mark has no object after it.
    return at == 0 || (at != std::string_view::npos && bytes.find("endobj", at) != std::string_view::npos);
}

std::span<const Reader> readers() { return table; }

Result<Text> read_encoded(const Source& source, std::span<const std::uint32_t> origins) {
    const Reader& as_it_is = reader_of_text(source);
    // For speed: most plain text proves to be UTF-8 while it is read, so that its encoding need not be looked at
    // before.
    if (as_it_is.read == read_plain && origins.empty()) {
        if (auto text = normalise_straight(source.bytes)) return std::move(*text);
    }
    Result<Shown> decoded = decode(source.bytes);
    Result<Text> refused;
    refused.diagnostics = std::move(decoded.diagnostics);
    if (!decoded) return refused;
    if (decoded->starts.empty()) {
        if (origins.empty()) return as_it_is.read(source);
        decoded->text = source.bytes;
        decoded->starts = starts_of(source.bytes);
    }
    if (!origins.empty()) decoded->starts = through(decoded->starts, origins);
    const Source utf8{source.name, decoded->text};
    if (is_own_text(utf8.bytes)) return diagnose(source_codes::own_result);
    Result<Text> text = reader_of_text(utf8).read(utf8);
    append(text.diagnostics, std::move(refused.diagnostics));
    if (text) text->set_shown(std::move(*decoded));
    return text;
}

std::span<const std::string_view> known_endings() { return endings; }

Result<Text> read_text(const Source& source) {
    constexpr std::size_t limit = std::size_t{4} << 20;      // a page may have pictures in it
    constexpr std::size_t longest = std::size_t{512} << 10;  // of the text: a report has some 9 KB
    Result<Text> result;
    if (source.bytes.empty()) {
        result.diagnostics.push_back(diagnose(source_codes::empty));
    } else if (is_own_result(source)) {
        result = diagnose(source_codes::own_result);
    } else if (source.bytes.size() > limit) {
        result.diagnostics.push_back(diagnose(source_codes::too_large,
            {{"size", same(std::to_string(source.bytes.size()))}, {"limit", same(std::to_string(limit))}}));
    } else {
        result = read_any(source);
        if (result && result->characters().size() > longest)
            result = diagnose(source_codes::too_long, {{"limit", same(std::to_string(longest >> 10))}});
    }
    for (auto& one : result.diagnostics) one.file = source.name;
    return result;
}

}  // namespace gouji
