// SPDX-License-Identifier: Apache-2.0
// Encodings: the same filing in each of them, and each figure at its bytes.
#include "engine/check/choose.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

using namespace gouji;

using gouji::test::replaced;

namespace {

std::string encoded(const std::string& utf8, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    REQUIRE(U_SUCCESS(status));
    const auto text = icu::UnicodeString::fromUTF8(utf8);
    std::string made(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
    const auto size = ucnv_fromUChars(converter, made.data(), static_cast<std::int32_t>(made.size()), text.getBuffer(), text.length(), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    made.resize(static_cast<std::size_t>(size));
    return made;
}

std::string sample(const std::string& name) { return gouji::test::read_file(std::string(GOUJI_ROOT) + "/examples/" + name); }

}  // namespace

TEST_CASE("encodings: a filing is the same in each, and its figures stand at their bytes") {
    const struct {
        const char* sample;
        const char* encoding;
        std::string mark;
    } cases[] = {
        {"sums-2023.txt", "GB18030", ""}, {"sums-2023.txt", "GBK", ""}, {"sums-2023.txt", "UTF-16LE", "\xFF\xFE"}, {"sums-2023.txt", "UTF-16BE", "\xFE\xFF"},
        {"sums-2023.txt", "UTF-16LE", ""}, {"sums-2023.txt", "UTF-16BE", ""}, {"sums-2023.txt", "UTF-8", "\xEF\xBB\xBF"}, {"traditional-2020.txt", "Big5", ""}, {"page-2022.html", "GBK", ""},
    };
    for (const auto& one : cases) {
        INFO(one.sample, " ", one.encoding);
        std::string text = sample(one.sample);
        // Pages often declare an encoding of the same family.
        if (std::string(one.sample).ends_with(".html")) text = replaced(text, "charset=\"utf-8\"", "charset=\"gb2312\"");
        const std::string bytes = one.mark + encoded(text, one.encoding);
        const auto read = [&](const std::string& content) {
            auto made = read_text({one.sample, content});
            for (const auto& trouble : made.diagnostics) CHECK_MESSAGE(false, trouble.message.en);
            REQUIRE(made);
            auto filing = read_filing(*made, gouji::test::shipped().editions, one.sample);
            REQUIRE(filing);
            choose_readings(*filing);
            return std::move(*filing);
        };
        const Filing plain = read(text);
        const Filing other = read(bytes);
        CHECK(other.organ == plain.organ);
        CHECK(other.mentions.size() == plain.mentions.size());
        REQUIRE(other.tables.size() == plain.tables.size());
        for (std::size_t t = 0; t < plain.tables.size(); ++t) {
            REQUIRE(other.tables[t].cells.size() == plain.tables[t].cells.size());
            for (std::size_t i = 0; i < plain.tables[t].cells.size(); ++i) {
                const Cell& cell = other.tables[t].cells[i];
                CHECK(cell.value == plain.tables[t].cells[i].value);
                const Span before = plain.tables[t].cells[i].span;
                CHECK(bytes.substr(cell.span.start, cell.span.size()) == encoded(text.substr(before.start, before.size()), one.encoding));
            }
        }
    }
}

TEST_CASE("encodings: an excerpt shows characters, whatever the bytes are") {
    const gouji::test::Folder folder("encodings");
    const std::string plain = gouji::test::run({"check", "examples/sums-2023.txt"}).out;
    const std::string file = folder.put("sums-2023.txt", encoded(sample("sums-2023.txt"), "GBK"));
    std::string other = gouji::test::run({"check", file}).out;
    for (std::size_t at = 0; (at = other.find(file, at)) != std::string::npos;) other.replace(at, file.size(), "examples/sums-2023.txt");
    CHECK(other == plain);
}

TEST_CASE("encodings: a broken file is told, and not taken for another encoding") {
    const auto code = [](const std::string& bytes) {
        const auto text = read_text({"a.txt", bytes});
        return text ? std::string() : text.diagnostics.front().code;
    };
    const std::string text = sample("clean-2022.txt");
    CHECK(code(text.substr(0, 1200) + "\xE4\xB8") == source_codes::invalid_utf8.id);
    CHECK(code(text.substr(0, 700) + "\xFF" + text.substr(700)) == source_codes::invalid_utf8.id);
    std::string noise;
    for (unsigned i = 0, seed = 7; i < 5000; ++i) noise += static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24);
    CHECK_FALSE(code(noise).empty());
}
