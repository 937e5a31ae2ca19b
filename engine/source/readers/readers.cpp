// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/decode.hpp"
#include "engine/source/normalise.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

struct Signature {
    std::string_view format;
    std::string_view bytes;
};

// Formats that are known by their first bytes, so that the refusal can name them.
constexpr std::array signatures = {Signature{"PDF", "%PDF-"}, Signature{"ZIP", "PK\x03\x04"}, Signature{"DOC/XLS/WPS", "\xD0\xCF\x11\xE0"}, Signature{"RTF", "{\\rtf"},
    Signature{"PNG", "\x89PNG"}, Signature{"JPEG", "\xFF\xD8\xFF"}, Signature{"RAR", "Rar!"}};

/// A package of office files names its parts in its directory, at the end of the file.
bool is_package(const Source& source, std::string_view part) { return begins(source.bytes, "PK\x03\x04") && source.bytes.rfind(part) != std::string::npos; }

std::string_view skip_blank(std::string_view bytes) {
    if (begins(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : bytes.substr(first);
}

/// The first bytes in lower case, where they may be of a page or another format of tags; nearly all text begins with none.
std::string head_of(const Source& source) {
    const std::string_view head = skip_blank(source.bytes).substr(0, 1024);
    return head.find('<') == std::string_view::npos ? std::string() : utf8::lowered(head);
}

/// A tag that only pages have, near the beginning; or the name says so.
bool is_page(const Source& source) {
    const std::string head = head_of(source);
    for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<meta", "<title"}) {
        if (begins(head, tag)) return true;
    }
    const bool named = source.name.ends_with(".html") || source.name.ends_with(".htm") || source.name.ends_with(".shtml");
    return begins(head, "<!--") || (begins(head, "<?xml") && head.find("<html") != std::string::npos) || (named && head.find('<') != std::string::npos);
}

/// The words of a PDF with their places.
bool is_boxes(const Source& source) {
    constexpr std::size_t far = 65'536;  // the title and the author of the file stand before the pages
    const std::size_t pages = std::string_view(source.bytes).substr(0, far).find("<doc>");
    return begins(source.bytes, "<!DOCTYPE html PUBLIC") && pages != std::string_view::npos && begins(skip_blank(std::string_view(source.bytes).substr(pages + 5)), "<page ");
}

std::string_view refused_format(const Source& source) {
    for (const auto& one : signatures) {
        if (begins(source.bytes, one.bytes)) return one.format;
    }
    const std::string head = head_of(source);
    if (begins(head, "<?xml") && head.find("<html") == std::string::npos) return "XML";
    return {};
}

Result<Text> refuse(const Source& source) {
    // Office files with a password are a compound file with the encrypted package in it.
    if (holds_stream(source, "EncryptedPackage")) return diagnose(source_codes::password);
    return diagnose(source_codes::format_not_read, {{"format", same(refused_format(source))}});
}

constexpr std::array table = {
    Reader{"docx", "Word 文档（DOCX）", "Word documents (DOCX)", [](const Source& source) { return is_package(source, "word/document.xml"); }, false, read_docx},
    Reader{"xlsx", "Excel 工作簿（XLSX）", "Excel workbooks (XLSX)", [](const Source& source) { return is_package(source, "xl/workbook.xml"); }, false, read_xlsx},
    Reader{"pdf", "PDF（由 pdftotext 给出的字词与位置）", "PDF (the words and places that pdftotext gives)", is_boxes, false, read_pdf},
    Reader{"unread", "认得出但不能读的格式：说明并拒绝", "formats that are recognised and not read: named and refused", [](const Source& source) { return !refused_format(source).empty(); }, false, refuse},
    Reader{"html", "网页", "web pages", is_page, true, read_html},
    Reader{"plain", "纯文本", "plain text", [](const Source&) { return true; }, true, read_plain},
};

constexpr std::array<std::string_view, 14> endings = {".txt", ".text", ".md", ".html", ".htm", ".shtml", ".pdf", ".docx", ".xlsx", ".doc", ".wps", ".rtf", ".xls", ".et"};

/// The last one takes any text.
const Reader& reader_of_text(const Source& source) {
    return *std::find_if(table.begin(), table.end(), [&](const Reader& one) { return one.is_text && one.accepts(source); });
}

/// Formats with bytes of their own first; all others are texts in some encoding.
Result<Text> read_any(const Source& source) {
    const auto own = std::find_if(table.begin(), table.end(), [&](const Reader& one) { return !one.is_text && one.accepts(source); });
    if (own != table.end()) return own->read(source);
    const Reader& as_it_is = reader_of_text(source);
    // What proves to be plain UTF-8 while it is read, as nearly all plain text does, needs no look at its encoding before.
    if (as_it_is.read == read_plain) {
        if (auto text = normalise_straight(source.bytes)) return std::move(*text);
    }
    Result<Shown> decoded = decode(source.bytes);
    if (!decoded) {
        Result<Text> refused;
        refused.diagnostics = std::move(decoded.diagnostics);
        return refused;
    }
    if (decoded->starts.empty()) return as_it_is.read(source);
    const Source utf8{source.name, decoded->text};
    Result<Text> text = reader_of_text(utf8).read(utf8);
    if (text) text->set_shown(std::move(*decoded));
    return text;
}

}  // namespace

bool holds_stream(const Source& source, std::string_view name) {
    if (!begins(source.bytes, "\xD0\xCF\x11\xE0")) return false;
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return source.bytes.find(wide) != std::string::npos;
}

std::span<const Reader> readers() { return table; }

std::span<const std::string_view> known_endings() { return endings; }

Result<Text> read_text(const Source& source) {
    constexpr std::size_t limit = std::size_t{4} << 20;  // a page may have pictures in it
    constexpr std::size_t longest = std::size_t{512} << 10;  // of the text: a report has some 9 KB
    Result<Text> result;
    if (source.bytes.empty()) {
        result.diagnostics.push_back(diagnose(source_codes::empty_file));
    } else if (source.bytes.size() > limit) {
        result.diagnostics.push_back(diagnose(source_codes::too_large,
            {{"size", same(std::to_string(source.bytes.size()))}, {"limit", same(std::to_string(limit))}}));
    } else {
        result = read_any(source);
        if (result && result->characters().size() > longest) result = diagnose(source_codes::too_long, {{"limit", same(std::to_string(longest >> 10))}});
    }
    for (auto& one : result.diagnostics) one.file = source.name;
    return result;
}

}  // namespace gouji
