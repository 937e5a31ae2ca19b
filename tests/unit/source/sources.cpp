// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utf8.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/normalise.hpp"
#include "engine/source/normalise_straight.hpp"
#include "engine/source/shifted_decode.hpp"
#include "engine/source/readers/readers.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <iterator>

using namespace gouji;
using gouji::test::text_of;

TEST_CASE("normalise: widths, spaces, scripts, line ends") {
    const struct {
        const char* in;
        const char* out;
    } cases[] = {
        {"（一）１２，３４５．６％", "(一)12,345.6%"},
        {"總計　檔案", "总计 档案"},
        {"甲\r\n乙\r丙\n", "甲\n乙\n丙\n"},
        {"零\u200B宽\uFEFF", "零宽"},
        {"⼀、", "一、"},
        {"條目①", "条目①"},
        {"办理\u00A0结果", "办理 结果"},
        {"製作 複議 屬於", "制作 复议 属于"},
    };
    for (const auto& one : cases) CHECK(text_of(one.in).characters() == one.out);
}

TEST_CASE("normalise: every character knows its bytes") {
    const std::string source = "總計(zǒng)１２";
    const Text text = text_of(source);
    CHECK(text.characters() == "总计12");
    const auto at = text.characters().find("12");
    const Span span = text.source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 2)});
    CHECK(source.substr(span.start, span.size()) == "１２");
}

TEST_CASE("normalise: in one pass as by glyphs, wherever one pass is enough") {
    const char* pieces[] = {"政府", "總計", "１２", "，", "12", " ", "  \t ", "\n", "\r\n", "\r", "\n\n\n",
        "\xE3\x80\x80", "\u00A0", "\u200B", "\uFEFF", "|", "⼀", "𠮷", "ë", "③", "\x0C", "ü"};
    const char* others[] = {"?", "？", "<", "\uFFFD", "務(wù)", "\x01", "\xFF", "\xE4\xB8"};
    unsigned state = 11;
    const auto below = [&](std::size_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8) % limit;
    };
    int straight = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (std::size_t i = below(60); i > 0; --i) bytes += pieces[below(std::size(pieces))];
        const auto made = normalise_straight(bytes);
        REQUIRE(made);
        const Text other(normalise(glyphs_of(bytes)));
        REQUIRE(made->characters() == other.characters());
        for (std::uint32_t at = 0; at < other.all().end;) {
            const auto end = at + static_cast<std::uint32_t>(utf8::length(other.characters()[at]));
            REQUIRE(made->source({at, end}) == other.source({at, end}));
            at = end;
        }
        straight += bytes.empty() ? 0 : 1;
        const std::size_t place = below(bytes.size() + 1);
        if (place == bytes.size() || utf8::length(bytes[place]) == 1 || bytes.empty()) {
            CHECK_FALSE(
                normalise_straight(bytes.substr(0, place) + others[below(std::size(others))] + bytes.substr(place)));
        }
    }
    CHECK(straight > 1900);
}

TEST_CASE("normalise: no character becomes one of more bytes, for which there would be no room") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        std::string before;
        std::string after;
        utf8::append(before, code);
        if (const char32_t folded = fold(code); folded != 0) utf8::append(after, folded);
        if (after.size() > before.size()) FAIL("U+", static_cast<std::uint32_t>(code));
    }
}

TEST_CASE("normalise: pinyin notes go, other brackets stay") {
    CHECK(text_of("政務(wù)服務(wù)數據").characters() == "政务服务数据");
    CHECK(text_of("務(wù)我們(men)的").characters() == "务我们的");
    // Without a toned note in the text a toneless word in brackets is a word.
    CHECK(text_of("我們(men)的").characters() == "我们(men)的");
    CHECK(text_of("務(wù)網站(www)與(PDF)及(12)").characters() == "务网站(www)与(PDF)及(12)");
    CHECK(text_of("").characters().empty());
}

TEST_CASE("normalise: breaks that a converter left") {
    CHECK(text_of("| 3<br> | <BR/>自然<br />人</br>|\n甲<br>乙").characters() == "| 3  |  自然 人 |\n甲\n乙");
    CHECK(text_of("<b>甲 < 乙 <br 丙 <bread> <").characters() == "<b>甲 < 乙 <br 丙 <bread> <");
}

TEST_CASE("normalise: headings from a decode that lost one byte") {
    const struct {
        const char* in;
        const char* out;
    } cases[] = {
        {"?。ㄒ唬┓e極推動", "(一)积极推动"},            // the pair straddling the next character is whole
        {"?。ǘ┮?guī)范做好(zuò)", "(二)\uFFFD范做好"},  // a byte of the next character is lost, its note with it
        {"?。ㄈ﹪?yán)格(gé)", "(三)\uFFFD格"},
        {"?。ㄎ澹?qiáng)化(huà)", "(五)\uFFFD化"},
        {"萬(wàn)?！皬V州", "万。“广州"},  // not a heading: an opening quote
        {"真的?。好", "真的?。好"},        // a question mark and a full stop are nothing to mend
        {"为什么?！是", "为什么?!是"},
    };
    for (const auto& one : cases) {
        INFO(one.in);
        CHECK(text_of(one.in).characters() == one.out);
    }
}

TEST_CASE("plain: what is no text is refused, with the place") {
    const auto code = [](const std::string& bytes) {
        const auto read = read_text({"f.txt", bytes});
        REQUIRE_FALSE(read);
        return read.diagnostics.front().code;
    };
    CHECK(code("") == source_codes::empty.id);
    CHECK(code(std::string("a\0b", 3)) == source_codes::binary.id);
    CHECK(code("\xC0\x80") == source_codes::not_utf8.id);
    CHECK(code("中\xE4\xB8") == source_codes::not_utf8.id);
    CHECK(code("\xED\xA0\x80") == source_codes::not_utf8.id);
    CHECK(code("%PDF-1.7\n") == source_codes::format.id);
    CHECK(code("PK\x03\x04") == source_codes::archive_damaged.id);
    CHECK(code(std::string((std::size_t{4} << 20) + 1, 'x')) == source_codes::too_large.id);
}

TEST_CASE("plain: arbitrary bytes never crash, and spans stay inside") {
    unsigned state = 7;
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (int i = 0; i < 200; ++i) {
            state = state * 1664525U + 1013904223U;
            const char* pieces[] = {
                "?", "。", "ㄒ", "唬", "┓", "e", "(wù)", "務", "！", "“", "\n", "Ａ", "ǘ", "┮", ")", "guī"};
            bytes += pieces[state >> 16 & 15];
        }
        const Text text = text_of(bytes);
        const Span all = text.source(text.all());
        CHECK(all.end <= bytes.size());
        for (std::uint32_t i = 0; i + 1 < text.all().end; ++i) {
            const Span a = text.source({i, i + 1});
            CHECK(a.start < a.end);
            CHECK(a.end <= bytes.size());
        }
    }
}
