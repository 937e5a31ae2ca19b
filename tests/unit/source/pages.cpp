// SPDX-License-Identifier: Apache-2.0
// Web pages: what becomes a line, a cell or nothing; where each character stands in the page; what is refused.
#include "engine/check/readings/choose.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

using namespace gouji;

namespace {

std::string lines(const std::string& page) {
    const auto text = read_text({"page.html", page});
    REQUIRE(text);
    return std::string(text->characters());
}

Filing filing_in(const std::string& file) {
    auto text = read_text({file, gouji::test::read_file(std::string(GOUJI_ROOT) + "/examples/" + file)});
    REQUIRE(text);
    auto filing = read_filing(*text, gouji::test::shipped().editions, file);
    REQUIRE(filing);
    choose_readings(*filing);
    return std::move(*filing);
}

}  // namespace

TEST_CASE("html: blocks are lines, rows are cells, and what nobody sees is nothing") {
    const struct {
        const char* page;
        const char* lines;
    } cases[] = {
        {"<p>甲<b>乙</b></p><p>丙</p>", "甲乙\n丙\n"},
        {"<div>甲<br>乙</div>", "甲\n乙\n"},
        {"<p>甲&nbsp;乙&#20013;&amp;&lt;</p>", "甲 乙中&<\n"},
        {"<html><head><title>题</title><style>p{}</style></head><body><script>var a = 1;</script><p>文</p><!-- 注 "
         "--></body></html>",
            "文\n"},
        {"<table><tr><td>甲</td><td></td><td>3</td></tr></table>", " | 甲 |  | 3 |\n"},
        {"<table><tr><th>本年新<br>制作数量</th><td><p>1</p></td></tr></table>", " | 本年新 制作数量 | 1 |\n"},
        {"<table><tr><td rowspan=\"99999999\" colspan=\"99999999\">甲</td><td>1</td></tr><tr><td>2</td></tr></table>",
            " | 甲 | 1 |\n | 2 |\n"},
        {"<table><tr><td><p>正文</p><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>",
            "正文\n | 甲 | 1 |\n"},
        {"<table><tr><td>甲<td>1<tr><td>乙<td>2", " | 甲 | 1 |\n | 乙 | 2 |\n"},
        {"<div>1\n  2</div>", "1 2\n"},
        // Hidden by its own attributes: words of a line and what stands in cells, but no block, which a script may
        // show.
        {"<p>甲<span style=\"color:red; DISPLAY : none\">7</span>乙<span hidden>8</span><font "
         "style=\"mso-hide:all\">9</font></p>",
            "甲乙\n"},
        {"<table><tr><td>甲</td><td><p style=\"visibility: hidden\">7</p>0</td></tr></table>", " | 甲 | 0 |\n"},
        {"<div style=\"display:none\"><p>正文</p></div>", "正文\n"},
        {"<p>甲<span style=\"color:red\">7</span></p>", "甲7\n"},
        // Struck out; a note on how to say it; what is no block.
        {"<table><tr><td>甲</td><td><del>9</del><ins>3</ins></td><td><s>1</s><strike>2</strike>4</td></tr></table>",
            " | 甲 | 3 | 4 |\n"},
        // What a field of a cell is filled with, as a reader sees it; a box to look for something is no cell.
        {"<table><tr><td>甲</td><td><input value='12'></td><td><INPUT type=\"Number\" value=3 "
         "readonly>件</td><td><input type=text value=\"&#53;\"></td></tr></table>",
            " | 甲 | 12 | 3件 | 5 |\n"},
        {"<table><tr><td>甲</td><td><input type=hidden value=9><input type=\"checkbox\" value=\"1\"><input "
         "style=\"display:none\" value=8><input></td></tr></table>",
            " | 甲 | |\n"},
        {"<p>搜索<input value=\"7\"></p>", "搜索\n"},
        {"<p><ruby>政<rp>(</rp><rt>zhèng</rt><rp>)</rp></ruby>府<wbr>信<nobr>息</nobr><mark>公</mark><code>开</code></"
         "p>",
            "政府信息公开\n"},
    };
    for (const auto& one : cases) {
        INFO(one.page);
        std::string got = lines(one.page);
        // How many blanks stand beside each other says nothing.
        std::string squeezed;
        for (const char c : got) {
            if (c != ' ' || squeezed.empty() || squeezed.back() != ' ') squeezed += c;
        }
        std::string wanted;
        for (const char c : std::string(one.lines)) {
            if (c != ' ' || wanted.empty() || wanted.back() != ' ') wanted += c;
        }
        CHECK(squeezed == wanted);
    }
}

TEST_CASE("html: every character knows its bytes, character references too") {
    const std::string page = "<p>共&#65297;2&nbsp;件&amp;止</p>";
    const auto text = read_text({"page.html", page});
    REQUIRE(text);
    const auto bytes_of = [&](std::string_view part) {
        const auto at = text->characters().find(part);
        REQUIRE(at != std::string_view::npos);
        const Span span = text->source({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())});
        return page.substr(span.start, span.size());
    };
    CHECK(bytes_of("12") == "&#65297;2");
    CHECK(bytes_of("件") == "件");
    CHECK(bytes_of("止") == "止");
    CHECK(bytes_of("&") == "&amp;");
}

TEST_CASE("html: characters know their bytes behind line ends, tags that end nothing and names without a semicolon") {
    const struct {
        const char* page;
        const char* part;
        const char* bytes;  ///< the page's, for the only place where the part stands
    } cases[] = {
        {"<p>甲\r\n乙\r\n共12件</p>", "12", "12"},
        {"<p>甲\r乙\r共12件</p>", "12", "12"},
        {"<p>甲</font>乙</td></tr>\n<tr><td colspan=3>共12件</p>", "12", "12"},
        {"<p>甲</font></b>12</i>件</p>", "件", "件"},
        {"<p>&nbsp12件</p>", "12", "12"},
        {"<p>&nbsp;&lt12件</p>", "12", "12"},
        {"<p>1 < 2 且 &lt;b&gt; 共34件</p>", "34", "34"},
        {"<p>甲&bogus;乙56件</p>", "56", "56"},
        {"<p>甲&amp;amp;乙&#38;丙78件</p>", "78", "78"},
        {"<p>甲&#x4e59;丙90件</p>", "乙", "&#x4e59;"},
        {"<p>甲</font", "甲", "甲"},
    };
    for (const auto& one : cases) {
        INFO(one.page);
        const std::string page = one.page;
        const auto text = read_text({"page.html", page});
        REQUIRE(text);
        const auto at = text->characters().find(one.part);
        REQUIRE(at != std::string_view::npos);
        const Span span = text->source(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + std::string_view(one.part).size())});
        CHECK(page.substr(span.start, span.size()) == one.bytes);
        CHECK(span.start == page.find(one.bytes));
    }
}

TEST_CASE("html: what stands in a wrong place has bytes too, and so has what goes on behind it") {
    // Browsers put words that are in no cell before their table.
    const std::string page = "<p>前</p><table><tr><td>甲</td></tr>错位<tr><td>1</td></tr></table><p>后</p>";
    const auto text = read_text({"page.html", page});
    REQUIRE(text);
    const std::string_view characters = text->characters();
    CHECK(characters.find("错位") < characters.find("甲"));
    for (std::uint32_t from = 0; from < characters.size(); ++from) {
        for (std::uint32_t to = from + 1; to <= characters.size(); ++to) {
            const auto begins = [&](std::size_t at) {
                return at == characters.size() || (static_cast<unsigned char>(characters[at]) & 0xC0) != 0x80;
            };
            if (!begins(from) || !begins(to)) continue;
            const Span span = text->source({from, to});
            CHECK(span.start <= span.end);
            CHECK(span.end <= page.size());
        }
    }
    const auto begin = static_cast<std::uint32_t>(characters.find("错位"));
    const Span both = text->source({begin, static_cast<std::uint32_t>(characters.find("甲") + 3)});
    CHECK(page.substr(both.start, both.size()) == "甲</td></tr>错位");
}

TEST_CASE("html: a page that would take too long is refused before it is parsed") {
    const auto code = [](const std::string& page) {
        const auto text = read_text({"page.html", page});
        return text ? std::string() : text.diagnostics.front().code;
    };
    std::string deep = "<html>";
    for (int i = 0; i < 20'000; ++i) deep += "<div>";
    CHECK(code(deep) == source_codes::too_deep.id);
    // Many siblings are no depth, nor are tags that hold nothing.
    std::string wide = "<html>";
    for (int i = 0; i < 20'000; ++i) wide += "<p>甲</p><br><img src=x>";
    CHECK(code(wide).empty());
}

TEST_CASE("html: a filing as a page is the filing as text") {
    const Filing page = filing_in("page-2022.html");
    const Filing plain = filing_in("clean-2022.txt");
    CHECK(page.organ == plain.organ);
    CHECK(page.year == plain.year);
    CHECK(page.published == "2023-01-18");
    REQUIRE(page.tables.size() == plain.tables.size());
    for (const Table& table : plain.tables) {
        const Table* same = page.table(table.name);
        REQUIRE(same);
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            INFO(table.name, " ", i);
            CHECK(same->cells[i].presence == table.cells[i].presence);
            CHECK(same->cells[i].value == table.cells[i].value);
        }
    }
    CHECK(page.mentions.size() == plain.mentions.size());
}
