// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_known_formats.hpp"

#include "engine/base/utf8.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_package.hpp"
#include "engine/source/readers/readers.hpp"

#include <array>
#include <string_view>

namespace gouji {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view format;
    std::string_view bytes;
    const Code& code;  ///< what is to be done
    std::size_t at = 0;
};

constexpr std::array signatures = {
    Signature{"RTF", "{\\rtf"sv, source_codes::format},
    Signature{"PNG", "\x89PNG"sv, source_codes::picture},
    Signature{"JPEG", "\xFF\xD8\xFF"sv, source_codes::picture},
    Signature{"GIF", "GIF87a"sv, source_codes::picture},
    Signature{"GIF", "GIF89a"sv, source_codes::picture},
    Signature{"TIFF", "II*\0"sv, source_codes::picture},
    Signature{"TIFF", "MM\0*"sv, source_codes::picture},
    Signature{"BMP", "\0\0\0\0"sv, source_codes::picture, 6},  // after BM and the size
    Signature{"WebP", "WEBPVP8"sv, source_codes::picture, 8},
    Signature{"HEIC", "ftyphei"sv, source_codes::picture, 4},
    Signature{"HEIC", "ftypmif1"sv, source_codes::picture, 4},
    Signature{"DjVu", "AT&TFORM"sv, source_codes::picture},
    Signature{"RAR", "Rar!\x1A\x07"sv, source_codes::archive},
    Signature{"7z", "7z\xBC\xAF\x27\x1C"sv, source_codes::archive},
    Signature{"gzip", "\x1F\x8B\x08"sv, source_codes::archive},
    Signature{"bzip2", "BZh"sv, source_codes::archive},
    Signature{"xz",
        "\xFD"
        "7zXZ\0"sv,
        source_codes::archive},
    Signature{"zstd", "\x28\xB5\x2F\xFD"sv, source_codes::archive},
    Signature{"CAB", "MSCF\0\0\0\0"sv, source_codes::archive},
    Signature{"tar", "ustar"sv, source_codes::archive, 257},
    Signature{"SQLite", "SQLite format 3\0"sv, source_codes::format},
    Signature{"CHM", "ITSF\3\0\0\0"sv, source_codes::format},
    Signature{"PostScript", "%!PS"sv, source_codes::format},
};

/// BM and BZh are letters that a text may begin with: control characters soon after them say that it is not a text.
bool is_binary(std::string_view head) {
    return head.substr(0, 64).find_first_of("\0\1\2\3\4\5\6\x0E\x0F\x10\x11\x12\x13\x14\x15"sv)
        != std::string_view::npos;
}

bool fits(const Signature& one, std::string_view bytes) {
    if (bytes.size() < one.at || bytes.substr(one.at, one.bytes.size()) != one.bytes) return false;
    if (one.format == "BMP") return bytes.starts_with("BM");
    if (one.format == "WebP") return bytes.starts_with("RIFF");
    return one.format != "bzip2" || is_binary(bytes);
}

Diagnostic named(const Code& code, std::string_view format) { return diagnose(code, {{"format", same(format)}}); }

/// An archive that is not an office file of a kind that is read.
Diagnostic refusal_of_zip(const Source& source) {
    Result<Archive> archive = Archive::open(source.bytes);
    if (!archive) return std::move(archive.diagnostics.front());
    if (archive->has("OFD.xml")) return named(source_codes::format, "OFD");
    constexpr std::array kinds = {std::pair("opendocument.text"sv, "ODT"sv),
        std::pair("opendocument.spreadsheet"sv, "ODS"sv), std::pair("opendocument"sv, "ODF"sv),
        std::pair("epub"sv, "EPUB"sv)};
    const std::string type = archive->head("mimetype");
    for (const auto& [word, format] : kinds) {
        if (type.find(word) != std::string::npos) return named(source_codes::format, format);
    }
    if (archive->has("ppt/presentation.xml")) return named(source_codes::format, "PPTX");
    if (archive->has("xl/workbook.bin")) return named(source_codes::format, "XLSB");
    if (archive->has("[Content_Types].xml")) return named(source_codes::format, "Office");
    return named(source_codes::archive, "ZIP");
}

/// Files of Office before 2007 and of WPS, which a converter reads where it is installed.
Diagnostic refusal_of_compound(const Source& source) {
    // Office files with a password are a compound file with the encrypted package in it.
    if (holds_stream(source, "EncryptedPackage")) return diagnose(source_codes::password);
    if (holds_stream(source, "PowerPoint Document")) return named(source_codes::format, "PPT");
    return named(source_codes::format, "DOC/XLS/WPS");
}

}  // namespace

std::string head_of(const Source& source) {
    std::string_view head = source.bytes;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    head = first == std::string_view::npos ? std::string_view() : head.substr(first, 1024);
    return head.find('<') == std::string_view::npos ? std::string() : utf8::lowered(head);
}

std::optional<Diagnostic> refusal_of(const Source& source) {
    const std::string_view bytes = source.bytes;
    if (bytes.starts_with("PK\x03\x04")) return refusal_of_zip(source);
    if (bytes.starts_with("PK\x05\x06")) return named(source_codes::archive, "ZIP");  // with nothing in it
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return refusal_of_compound(source);
    if (is_pdf(source)) return named(source_codes::format, "PDF");
    for (const Signature& one : signatures) {
        if (fits(one, bytes)) return named(one.code, one.format);
    }
    const std::string head = head_of(source);
    if (head.starts_with("<?xml") && head.find("<html") == std::string::npos) return named(source_codes::format, "XML");
    return std::nullopt;
}

}  // namespace gouji
