// SPDX-License-Identifier: Apache-2.0
// Formats that are not read are named for what they are, by their bytes and not by their names.
#include "engine/files/convert.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

using namespace gouji;
using gouji::corpus::pack;
using gouji::test::has;

namespace {

/// Bytes that are no text, the same each time.
std::string noise(std::size_t size) {
    std::string made;
    unsigned seed = 7;
    while (made.size() < size) made += static_cast<char>((seed = seed * 1664525U + 1013904223U) >> 24U);
    return made;
}

std::string bytes(std::string_view all) { return std::string(all); }

}  // namespace

TEST_CASE("formats: what is not read is named, with what to do") {
    using namespace std::string_view_literals;
    const std::string opendocument = "application/vnd.oasis.opendocument.";
    const struct {
        const char* format;
        std::string bytes;
        const Code& code;
    } cases[] = {
        {"OFD", pack({{"OFD.xml", "<ofd/>"}, {"Doc_0/Document.xml", "<d/>"}}), source_codes::format},
        {"ODT", pack({{"mimetype", opendocument + "text"}, {"content.xml", "<d/>"}}), source_codes::format},
        {"ODS", pack({{"mimetype", opendocument + "spreadsheet"}, {"content.xml", "<d/>"}}), source_codes::format},
        {"PPTX", pack({{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", "<p/>"}}), source_codes::format},
        {"XLSB", pack({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "b"}}), source_codes::format},
        {"EPUB", pack({{"mimetype", "application/epub+zip"}}), source_codes::format},
        {"ZIP", pack({{"2022.txt", "甲"}, {"2023.txt", "乙"}}), source_codes::archive},
        {"gzip", bytes("\x1F\x8B\x08\0\0\0\0\0"sv) + noise(400), source_codes::archive},
        {"7z", bytes("7z\xBC\xAF\x27\x1C") + noise(400), source_codes::archive},
        {"RAR", bytes("Rar!\x1A\x07\x01\0"sv) + noise(400), source_codes::archive},
        {"tar", "report.txt" + std::string(247, '\0') + "ustar" + std::string(250, '\0') + "text",
            source_codes::archive},
        {"PNG", bytes("\x89PNG\r\n\x1A\n") + noise(400), source_codes::picture},
        {"JPEG", bytes("\xFF\xD8\xFF\xE0") + noise(400), source_codes::picture},
        {"BMP", bytes("BM\x36\x04\0\0\0\0\0\0"sv) + noise(400), source_codes::picture},
        {"WebP", bytes("RIFF\x24\0\0\0WEBPVP8 "sv) + noise(400), source_codes::picture},
        {"XML", "<?xml version=\"1.0\"?><filing/>", source_codes::format},
        {"SQLite", bytes("SQLite format 3\0"sv) + noise(400), source_codes::format},
    };
    for (const auto& one : cases) {
        CAPTURE(one.format);
        // Whatever the name says.
        const Result<Text> text = read_text({"report.html", one.bytes});
        REQUIRE_FALSE(text);
        CHECK(text.diagnostics.front().code == one.code.id);
        CHECK(has(text.diagnostics.front().message.en, one.format));
        CHECK(has(text.diagnostics.front().message.zh, one.format));
    }
}

TEST_CASE("formats: what is no text at all is not asked to be saved as UTF-8") {
    const Result<Text> text = read_text({"report.txt", noise(3000)});
    REQUIRE_FALSE(text);
    CHECK(text.diagnostics.front().code == source_codes::binary.id);
    CHECK_FALSE(has(text.diagnostics.front().help.en, "UTF-8"));
}

TEST_CASE("formats: a text may begin with the letters of a signature") {
    for (const char* head : {"BM 局", "BZh 局", "7z 局", "GIF 局", "MSCF", "PK 局", "From: 局\nMIME-Version"}) {
        CAPTURE(head);
        CHECK(read_text({"report.txt", std::string(head) + "2023年政府信息公开工作年度报告\n一、总体情况\n"}));
    }
}

TEST_CASE("formats: the bytes say what a file is, not its name") {
    const std::string page = gouji::test::read_file("examples/page-2022.html");
    const Result<Text> read = read_text({"page.html", page});
    REQUIRE(read);
    for (const char* name : {"page.doc", "page.xls", "page.txt", "PAGE.HTML", "page.html.1", "page"}) {
        const Result<Text> other = read_text({name, page});
        REQUIRE(other);
        CHECK(other->characters() == read->characters());
    }
    for (const char* name : {"page.pdf", "page.odt", "page.docx"}) CHECK_FALSE(needs_converter({name, page}));
}

TEST_CASE("formats: OpenDocument goes through the program that reads DOC") {
    // It leaves what it was asked for beside the file.
    const gouji::test::Stub stub(
        "soffice", "for one; do file=$one; done; printf '%s' \"$*\" > $file.docx; cp $file.docx $file.xlsx");
    const auto converted = [](const char* type) {
        const Source source{"a", pack({{"mimetype", std::string("application/") + type}})};
        if (!needs_converter(source)) return std::string();
        const Result<Source> made = convert(source);
        return made ? made->bytes : made.diagnostics.front().code;
    };
    CHECK(has(converted("vnd.oasis.opendocument.text"), "--convert-to docx "));
    CHECK(has(converted("vnd.oasis.opendocument.spreadsheet"), "--convert-to xlsx "));
    CHECK(converted("epub+zip").empty());
    CHECK_FALSE(needs_converter({"a", "PK\x03\x04"}));
}
