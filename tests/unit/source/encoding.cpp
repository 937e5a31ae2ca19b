// SPDX-License-Identifier: Apache-2.0
// Encodings: the same filing in each of them, and each figure at its bytes.
#include "engine/check/readings/choose.hpp"
#include "engine/source/chinese_share.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
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
    const auto size = ucnv_fromUChars(
        converter, made.data(), static_cast<std::int32_t>(made.size()), text.getBuffer(), text.length(), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    made.resize(static_cast<std::size_t>(size));
    return made;
}

std::string decoded_as(const std::string& bytes, const char* encoding) {
    std::string made;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding).toUTF8String(made);
    return made;
}

std::string sample(const std::string& name) {
    return gouji::test::read_file(std::string(GOUJI_ROOT) + "/examples/" + name);
}

}  // namespace

TEST_CASE("encodings: a filing is the same in each, and its figures stand at their bytes") {
    const struct {
        const char* sample;
        const char* encoding;
        std::string mark;
    } cases[] = {
        {"sums-2023.txt", "GB18030", ""},
        {"sums-2023.txt", "GBK", ""},
        {"sums-2023.txt", "UTF-16LE", "\xFF\xFE"},
        {"sums-2023.txt", "UTF-16BE", "\xFE\xFF"},
        {"sums-2023.txt", "UTF-16LE", ""},
        {"sums-2023.txt", "UTF-16BE", ""},
        {"sums-2023.txt", "UTF-8", "\xEF\xBB\xBF"},
        {"traditional-2020.txt", "Big5", ""},
        {"page-2022.html", "GBK", ""},
    };
    for (const auto& one : cases) {
        INFO(one.sample, " ", one.encoding);
        std::string text = sample(one.sample);
        // Pages often declare an encoding of the same family.
        if (std::string(one.sample).ends_with(".html"))
            text = replaced(text, "charset=\"utf-8\"", "charset=\"gb2312\"");
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
                CHECK(bytes.substr(cell.span.start, cell.span.size())
                    == encoded(text.substr(before.start, before.size()), one.encoding));
            }
        }
    }
}

TEST_CASE("encodings: an excerpt shows characters, whatever the bytes are") {
    const gouji::test::Folder folder("encodings");
    const std::string plain = gouji::test::run({"check", "examples/sums-2023.txt"}).out;
    const std::string file = folder.put("sums-2023.txt", encoded(sample("sums-2023.txt"), "GBK"));
    std::string other = gouji::test::run({"check", file}).out;
    for (std::size_t at = 0; (at = other.find(file, at)) != std::string::npos;)
        other.replace(at, file.size(), "examples/sums-2023.txt");
    CHECK(other == plain);
}

namespace {

/// A text with half a character put in at a place; which place the first one is told to be.
std::string with_half(const std::string& text, std::size_t at, const char* encoding) {
    const std::string half = encoded("件", encoding).substr(0, encoded("件", encoding).size() - 1);
    return encoded(text.substr(0, at), encoding) + half + encoded(text.substr(at), encoding);
}

std::string offset_told(const Result<Text>& text) {
    REQUIRE(text);
    REQUIRE(text.diagnostics.size() == 1);
    CHECK(text.diagnostics.front().code == source_codes::broken_characters.id);
    CHECK(text.diagnostics.front().severity == Severity::note);
    const std::string& message = text.diagnostics.front().message.en;
    const std::size_t at = message.find("at byte ") + 8;
    return message.substr(at, message.find(')', at) - at);
}

}  // namespace

TEST_CASE("encodings: a broken character is told, and the rest is read") {
    const std::string simplified = sample("clean-2022.txt");
    const std::string traditional = sample("traditional-2020.txt");
    for (const char* encoding : {"UTF-8", "GB18030", "Big5"}) {
        const std::string& text = std::string(encoding) == "Big5" ? traditional : simplified;
        const std::size_t line = text.find('\n', text.size() / 2);
        for (const std::size_t at : {std::size_t{line}, text.size()}) {
            CAPTURE(encoding);
            CAPTURE(at);
            const std::string bytes = with_half(text, at, encoding);
            const auto read = read_text({"a.txt", bytes});
            CHECK(offset_told(read) == std::to_string(encoded(text.substr(0, at), encoding).size()));
            // The place in the text is that in the file.
            const auto lost = static_cast<std::uint32_t>(read->characters().find("\uFFFD"));
            REQUIRE(lost < read->characters().size());
            CHECK(read->source({lost, lost + 3}).start == encoded(text.substr(0, at), encoding).size());
        }
    }
    const std::string page = sample("page-2022.html");
    CHECK(offset_told(read_text({"page.html", page.substr(0, 200) + "\xE4\xB8" + page.substr(200)})) == "200");
    CHECK(offset_told(read_text({"a.txt", simplified.substr(0, 702) + "\xFF" + simplified.substr(702)})) == "702");
    // A few characters are enough where the page says its encoding.
    CHECK(offset_told(read_text({"page.html", "<meta charset=utf-8><p>水利局\xE4\xB8</p>"})) == "32");
}

TEST_CASE("encodings: a figure in a row that a broken character touches is not read in silence") {
    const std::string text = sample("clean-2022.txt");
    const auto filing_of = [](const std::string& bytes) {
        const auto read = read_text({"a.txt", bytes});
        REQUIRE(read);
        auto filing = read_filing(*read, gouji::test::shipped().editions, "a.txt");
        REQUIRE(filing);
        choose_readings(*filing);
        return std::move(*filing);
    };
    const Filing whole = filing_of(text);
    int touched = 0;
    for (const Table& table : whole.tables) {
        if (table.name != "申请") continue;
        const auto columns = static_cast<std::size_t>(table.column_names().leaf_count());
        for (std::size_t i = 0; i < table.cells.size(); i += 13) {
            // A cell a line: what stands behind the last of a row, or before the first, may be of other lines.
            if (i % columns == 0 || i % columns + 1 == columns) continue;
            const Span span = table.cells[i].span;
            if (table.cells[i].presence != Presence::number || span.empty()) continue;
            for (const std::size_t at : {std::size_t{span.start}, std::size_t{span.end}}) {
                for (const char* encoding : {"UTF-8", "GB18030"}) {
                    const Filing cut = filing_of(with_half(text, at, encoding));
                    for (const Table& other : cut.tables) {
                        if (other.name != table.name || other.cells.size() != table.cells.size()) continue;
                        CHECK(other.cells[i].presence != Presence::number);
                        ++touched;
                    }
                }
            }
        }
    }
    CHECK(touched > 10);
    const std::string prose =
        "青禾县水利局2022年政府信息公开工作年度报告\n一、总体情况\n全年共受理政府信息公开申请185件。\n";
    for (const std::size_t at : {prose.find("185"), prose.find("85件"), prose.find("件。")}) {
        for (const char* encoding : {"UTF-8", "GB18030"}) {
            for (const Mention& one : filing_of(with_half(prose, at, encoding)).mentions)
                CHECK_FALSE(one.scope.empty());
        }
    }
    CHECK_FALSE(filing_of(prose).mentions.empty());
}

TEST_CASE("encodings: what is in none is refused") {
    const auto code = [](const std::string& bytes) {
        const auto text = read_text({"a.txt", bytes});
        return text ? std::string() : text.diagnostics.front().code;
    };
    std::string noise;
    for (unsigned i = 0, seed = 7; i < 5000; ++i)
        noise += static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24);
    CHECK(code(noise) == source_codes::binary.id);
    std::string western;
    for (int i = 0; i < 30; ++i) western += "caf\xE9 \xE0 la carte \xE9t\xE9 ";
    CHECK(code(western) == source_codes::not_utf8.id);
}

TEST_CASE("encodings: Chinese is told from what other encodings make of it") {
    for (const char* name : {"sums-2023.txt", "clean-2022.txt", "narrative-2024.txt", "traditional-2020.txt"}) {
        INFO(name);
        const std::string text = sample(name);
        CHECK(reads_as_chinese(text));
        CHECK_FALSE(reads_as_chinese(decoded_as(encoded(text, "GB18030"), "Big5")));
        CHECK_FALSE(reads_as_chinese(decoded_as(encoded(text, "Big5"), "GB18030")));
        CHECK_FALSE(reads_as_chinese(decoded_as(text, "GB18030")));
    }
    const std::string korean = "정보공개 연차보고서 정부는 국민의 알권리를 보장하기 위하여 제도를 운영하고 있다";
    const std::string japanese =
        "行政機関の保有する情報の公開に関する法律に基づき、開示請求の件数は前年度に比べて増加した";
    for (const char* encoding : {"GB18030", "Big5"}) {
        CHECK_FALSE(reads_as_chinese(decoded_as(encoded(korean, "EUC-KR"), encoding)));
        CHECK_FALSE(reads_as_chinese(decoded_as(encoded(japanese, "EUC-JP"), encoding)));
        CHECK_FALSE(reads_as_chinese(decoded_as(encoded(japanese, "Shift_JIS"), encoding)));
    }
    CHECK_FALSE(reads_as_chinese("no Han character at all"));
}
