// SPDX-License-Identifier: Apache-2.0
// MHTML: the page in it is read as the page alone, and each figure stands at its bytes of the file.
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace gouji;
using gouji::test::read_file;
using gouji::test::replaced;

namespace {

/// Every other byte as it is, where it may be; lines are cut in the middle.
std::string printable_of(std::string_view bytes) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string made;
    int column = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (++column % 24 == 0) made += "=\r\n";
        if (byte < 0x80 && c != '=' && (byte >= 0x20 || c == '\n')) made += c;
        else made += {'=', hex[byte >> 4U], hex[byte & 15U]};
    }
    return made;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string made;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            made += at + i > bytes.size() ? '=' : letters[group >> (18U - 6U * i) & 63U];
        if (at % 57 == 54) made += "\r\n";
    }
    return made;
}

std::string message(const std::string& type, const std::string& encoding, const std::string& body) {
    return "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=E4=B8=80?=\r\nMIME-Version: 1.0\r\nContent-Type: "
           "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_Part\"\r\n\r\nfor readers without "
           "MIME\r\n"
           "------=_Part\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
           "------=_Part\r\nContent-Type: "
        + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Location: http://a/b.html\r\n\r\n" + body
        + "\r\n------=_Part--\r\n";
}

}  // namespace

TEST_CASE("mhtml: the page in it, in each encoding of its bytes and of its characters") {
    const std::string page = read_file("examples/page-2022.html");
    const std::string chinese = corpus::encode(replaced(page, "charset=\"utf-8\"", "charset=\"gb2312\""), "GB18030");
    const Result<Text> alone = read_text({"page.html", page});
    REQUIRE(alone);
    const struct {
        const char* name;
        std::string bytes;
    } cases[] = {
        {"quoted-printable", message("text/html", "quoted-printable", printable_of(page))},
        {"base64", message("text/html; charset=\"utf-8\"", "base64", base64(page))},
        {"as it is", message("text/html", "8bit", page)},
        {"GB18030, quoted-printable",
            message("text/html; charset=\"gb2312\"", "Quoted-Printable", printable_of(chinese))},
        {"GB18030, base64", message("text/html", "base64", base64(chinese))},
        {"a page alone",
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + base64(page)},
        {"parts in a part",
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\n"
                + message("text/html", "8bit", page) + "--outer--\n"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.name);
        // Word saves such a page as .doc.
        Result<Text> text = read_text({"report.doc", one.bytes});
        REQUIRE(text);
        CHECK(text.diagnostics.empty());
        CHECK(std::string(text->characters()).find(std::string(alone->characters()).substr(0, 2000))
            != std::string::npos);
        const auto filing = read_filing(*text, gouji::test::shipped().editions, "report.doc");
        REQUIRE(filing);
        const auto plain = read_filing(*alone, gouji::test::shipped().editions, "page.html");
        REQUIRE(filing->tables.size() == plain->tables.size());
        for (std::size_t t = 0; t < plain->tables.size(); ++t) {
            for (std::size_t i = 0; i < plain->tables[t].cells.size(); ++i)
                CHECK(filing->tables[t].cells[i].value == plain->tables[t].cells[i].value);
        }
    }
}

TEST_CASE("mhtml: a figure stands at its bytes of the file") {
    const std::string page = "<html><body><p>甲=乙</p><p>共 1234 件</p></body></html>";
    for (const bool cut : {false, true}) {
        const std::string body = cut ? replaced(printable_of(page), "1234", "12=\r\n34") : printable_of(page);
        const std::string bytes = message("text/html", "quoted-printable", body);
        const Result<Text> text = read_text({"a.mht", bytes});
        REQUIRE(text);
        const auto at = static_cast<std::uint32_t>(text->characters().find("1234"));
        const Span span = text->source({at, at + 4});
        std::string written;
        for (const char c : bytes.substr(span.start, span.size()))
            written += c >= '0' && c <= '9' ? std::string(1, c) : "";
        CHECK(written == "1234");
    }
}

TEST_CASE("mhtml: what is refused, and how soon") {
    const std::string deep = [] {
        std::string made = "MIME-Version: 1.0\n";
        for (int i = 0; i < 20'000; ++i) made += "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
        return made;
    }();
    std::string many = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n";
    for (int i = 0; i < 100'000; ++i) many += "--b\nContent-Type: image/png\n\nx\n";
    std::string rows = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b";
    for (int i = 0; i < 1'000'000; ++i) rows += "--b";
    for (const std::string& bytes :
        {deep, many, rows, message("image/png", "base64", "iVBO"), message("text/html", "base64", "====")}) {
        const auto before = std::chrono::steady_clock::now();
        const Result<Text> text = read_text({"a.mht", bytes});
        REQUIRE_FALSE(text);
        CHECK(text.diagnostics.front().code == source_codes::mhtml_damaged.id);
        CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
    }
}
