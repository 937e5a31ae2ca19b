// SPDX-License-Identifier: Apache-2.0
// PDF through pdftotext: what it gives is read as laid out text; where it cannot, a message says why.
#include "engine/files/codes.hpp"
#include "engine/files/convert.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "tests/unit/source/boxes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

using namespace gouji;
using gouji::test::boxes_of;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;
using gouji::test::Stub;
using gouji::test::Word;

namespace {

/// A PDF of one page with these lines, in a font that every viewer has.
std::string pdf_of(const std::vector<std::string>& lines) {
    std::string content = "BT /F1 12 Tf 72 720 Td 16 TL\n";
    for (const std::string& line : lines) content += "(" + line + ") Tj T*\n";
    content += "ET";
    const std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
        ">>",
        "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::string made = "%PDF-1.4\n";
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        places.push_back(made.size());
        made += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t table = made.size();
    made += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t place : places) {
        const std::string digits = std::to_string(place);
        made += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return made + "trailer << /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n"
        + std::to_string(table) + "\n%%EOF\n";
}

bool installed() { return std::system("pdftotext -v >/dev/null 2>&1") == 0; }

}  // namespace

TEST_CASE("pdf: its text is what is read, and what has none is told" * doctest::skip(!installed())) {
    const auto text =
        convert({"a.pdf", pdf_of({"Table of loans", "fiction     12     8     20", "science      3     4      7"})});
    REQUIRE(text);
    CHECK(has(text->bytes, "fiction"));
    CHECK(has(text->bytes, "20"));
    const auto empty = convert({"a.pdf", pdf_of({})});
    REQUIRE(empty);
    const auto scanned = read_text(*empty);
    REQUIRE_FALSE(scanned);
    CHECK(scanned.diagnostics.front().code == source_codes::scanned.id);
    const auto broken = convert({"a.pdf", "%PDF-1.4\nnothing\n"});
    REQUIRE_FALSE(broken);
    CHECK(broken.diagnostics.front().code == files_codes::converter_failed.id);
}

namespace {

std::string code_of(const Result<Source>& made) { return made ? std::string() : made.diagnostics.front().code; }

}  // namespace

TEST_CASE("pdf: what pdftotext complains of is told as what it is") {
    const std::string pdf = "%PDF-1.4\nendobj\n";
    const struct {
        const char* script;
        std::string_view code;
    } cases[] = {
        {"echo \"Syntax Error: Missing language pack for 'Adobe-GB1' mapping\" >&2; echo '<html/>'",
            files_codes::converter_fonts_missing.id},
        {"echo \"Syntax Error: Couldn't find 'GBK-EUC-H' CMap file for 'Adobe-GB1' collection\" >&2; echo '<html/>'",
            files_codes::converter_fonts_missing.id},
        {"echo \"Syntax Error: Unknown character collection 'Adobe-CNS1'\" >&2; echo '<html/>'",
            files_codes::converter_fonts_missing.id},
        {"echo 'Command Line Error: Incorrect password' >&2; exit 1", source_codes::password.id},
        {"echo \"Syntax Error: Couldn't find trailer dictionary\" >&2; exit 1", files_codes::converter_failed.id},
        {"kill -9 $$", files_codes::converter_failed.id},
        {"head -c 20000000 /dev/zero", files_codes::converter_failed.id},
        {"echo 'Syntax Warning: Invalid Font Weight' >&2; echo '<html/>'", ""},
        // Complaints without end hold nothing up.
        {"head -c 3000000 /dev/zero >&2; echo '<html/>'", ""},
    };
    for (const auto& one : cases) {
        CAPTURE(one.script);
        const Stub stub("pdftotext", one.script);
        CHECK(code_of(convert({"a.pdf", pdf})) == one.code);
    }
}

TEST_CASE("pdf: bytes before the mark, as PDF readers take them") {
    const std::string pdf = "%PDF-1.4\n1 0 obj\nendobj\n";
    for (const std::string& before : {std::string("\n"), std::string("\xEF\xBB\xBF"),
             std::string("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"), std::string(1024, ' ')})
        CHECK(needs_converter({"a", before + pdf}));
    CHECK_FALSE(needs_converter({"a", std::string(1025, ' ') + pdf}));
    CHECK_FALSE(needs_converter({"a.pdf", "<p>A PDF begins with %PDF-1.4.</p>"}));
    CHECK_FALSE(needs_converter({"a.pdf", "局2022年政府信息公开工作年度报告"}));
}

TEST_CASE("pdf: bytes before the mark, through pdftotext" * doctest::skip(!installed())) {
    for (const char* before : {"\n", "\xEF\xBB\xBF", "HTTP/1.1 200 OK\r\n\r\n"}) {
        const auto text = convert({"a.pdf", before + pdf_of({"fiction     12     8     20"})});
        REQUIRE(text);
        CHECK(has(text->bytes, "fiction"));
    }
}

TEST_CASE("pdf: one that cannot be read leaves the other files checked") {
    const Folder folder("pdf");
    const auto ran = run({"check", folder.put("broken.pdf", "%PDF-1.4\nnothing\n"), "examples/clean-2022.txt"});
    CHECK(ran.exit == 2);
    CHECK(has(ran.out, "青禾县水利局"));
    CHECK((has(ran.err, "converter-failed") || has(ran.err, "converter-missing")));
}

TEST_CASE("pdf: rows by the places of words") {
    const struct {
        const char* name;
        std::vector<std::vector<Word>> pages;
        const char* shown;
    } cases[] = {
        {"a row a line", {{{0, 0, "甲"}, {100, 0, "12"}, {150, 0, "8"}, {0, 20, "乙"}, {100, 20, "3"}, {150, 20, "4"}}},
            "| 甲 | 12 | 8 |\n| 乙 | 3 | 4 |\n"},
        {"cells in the middle of their rows",
            {{{0, 0, "1.甲乙丙丁"}, {100, 7, "12"}, {150, 7, "8"}, {0, 14, "戊己"}, {0, 32, "2.乙丙丁戊"},
                {100, 39, "3"}, {150, 39, "4"}, {0, 46, "庚"}}},
            "| 1.甲乙丙丁戊己 | 12 | 8 |\n| 2.乙丙丁戊庚 | 3 | 4 |\n"},
        {"cells at the top of their rows",
            {{{0, 0, "1.甲乙丙丁"}, {100, 0, "12"}, {150, 0, "8"}, {0, 14, "戊己"}, {0, 28, "2.乙丙丁戊"},
                {100, 28, "3"}, {150, 28, "4"}, {0, 42, "庚"}}},
            "| 1.甲乙丙丁戊己 | 12 | 8 |\n| 2.乙丙丁戊庚 | 3 | 4 |\n"},
        {"a group beside its rows stands with the nearer one",
            {{{50, 0, "1.甲"}, {150, 0, "12"}, {200, 0, "8"}, {0, 8, "（一）"}, {50, 20, "2.乙"}, {150, 20, "3"},
                {200, 20, "4"}}},
            "| （一） | 1.甲 | 12 | 8 |\n| 2.乙 | 3 | 4 |\n"},
        {"a header, one of its names on two lines",
            {{{200, 0, "数量合计万"}, {0, 8, "内容"}, {100, 8, "项目数量"}, {230, 16, "元"}, {0, 60, "甲"},
                {110, 60, "12"}, {220, 60, "8.5"}, {0, 80, "乙丙丁"}, {110, 80, "1"}, {220, 80, "2.5"}}},
            "| 内容 | 项目数量 | 数量合计万元 |\n| 甲 | 12 | 8.5 |\n| 乙丙丁 | 1 | 2.5 |\n"},
        {"what is above a header is not of it",
            {{{100, 0, "第一项"}, {0, 20, "内容"}, {100, 20, "数量"}, {200, 20, "金额"}, {0, 40, "甲"}, {105, 40, "12"},
                {205, 40, "8"}}},
            "第一项\n| 内容 | 数量 | 金额 |\n| 甲 | 12 | 8 |\n"},
        {"a header of two levels keeps its lines",
            {{{100, 0, "数量与金额"}, {0, 20, "内容"}, {100, 20, "数量"}, {150, 30, "合并"}, {0, 60, "甲"},
                {105, 60, "12"}, {155, 60, "8"}, {180, 60, "9"}}},
            "数量与金额\n内容 数量\n合并\n| 甲 | 12 | 8 | 9 |\n"},
        {"a header over figures is of no row",
            {{{100, 0, "自然人"}, {150, 0, "总计"}, {0, 20, "甲"}, {105, 20, "12"}, {155, 20, "8"}, {0, 40, "乙"},
                {105, 40, "3"}, {155, 40, "4"}}},
            "自然人 总计\n| 甲 | 12 | 8 |\n| 乙 | 3 | 4 |\n"},
        {"an empty cell",
            {{{0, 0, "甲"}, {100, 0, "12"}, {150, 0, "8"}, {200, 0, "20"}, {0, 20, "乙"}, {100, 20, "3"},
                {200, 20, "3"}, {0, 40, "丙"}, {100, 40, "1"}, {150, 40, "1"}, {200, 40, "2"}}},
            "| 甲 | 12 | 8 | 20 |\n| 乙 | 3 |  | 3 |\n| 丙 | 1 | 1 | 2 |\n"},
        {"a unit under its figure",
            {{{0, 0, "甲"}, {100, 0, "1237.40"}, {150, 0, "8"}, {110, 14, "万元"}, {0, 40, "乙"}, {100, 40, "3"},
                {150, 40, "4"}}},
            "| 甲 | 1237.40万元 | 8 |\n| 乙 | 3 | 4 |\n"},
        {"a figure broken in its cell is not guessed",
            {{{0, 0, "1.甲"}, {100, 0, "1237"}, {150, 0, "8"}, {100, 14, "40"}, {0, 40, "2.乙"}, {100, 40, "3"},
                {150, 40, "4"}}},
            "| 1.甲 | 1237 40 | 8 |\n| 2.乙 | 3 | 4 |\n"},
        {"a label over the end of a page, with a number there",
            {{{0, 700, "1.甲"}, {100, 700, "5"}, {150, 700, "6"}, {0, 714, "2.乙丙丁戊"}, {100, 714, "12"},
                 {150, 714, "8"}, {0, 728, "己庚辛"}, {290, 780, "-"}, {300, 780, "3"}, {310, 780, "-"}},
                {{0, 20, "壬癸"}, {0, 34, "3.丙"}, {100, 34, "3"}, {150, 34, "4"}, {0, 48, "4.丁"}, {100, 48, "1"},
                    {150, 48, "1"}}},
            "| 1.甲 | 5 | 6 |\n| 2.乙丙丁戊己庚辛壬癸 | 12 | 8 |\n| 3.丙 | 3 | 4 |\n| 4.丁 | 1 | 1 |\n- 3 -\n"},
        {"a sentence over two lines",
            {{{0, 0, "全年共受理政府信息公开申请"}, {132, 0, "351"}, {0, 20, "件，其余略。"}, {20, 40, "另起一段。"}}},
            "全年共受理政府信息公开申请351件，其余略。\n另起一段。\n"},
    };
    for (const auto& one : cases) {
        INFO(one.name);
        const Result<Text> text = read_text({"a.pdf", boxes_of(one.pages)});
        REQUIRE(text);
        CHECK(text->shown().text == one.shown);
    }
}

namespace {

/// The same pages with the text on its side: lines read upwards, or downwards.
std::string lying(const std::string& boxes, bool upwards) {
    std::string made;
    std::size_t at = 0;
    for (std::size_t word = 0; (word = boxes.find("<word", at)) != std::string::npos;) {
        made += boxes.substr(at, word - at);
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        REQUIRE(std::sscanf(boxes.c_str() + word, "<word xMin=\"%d.00\" yMin=\"%d.00\" xMax=\"%d.00\" yMax=\"%d.00\"",
                    &left, &top, &right, &bottom)
            == 4);
        const std::array<int, 4> box = upwards ? std::array{top, 900 - right, bottom, 900 - left}
                                               : std::array{900 - bottom, left, 900 - top, right};
        const char* const names[] = {"xMin", "yMin", "xMax", "yMax"};
        made += "<word";
        for (std::size_t i = 0; i < box.size(); ++i)
            made += std::string(" ") + names[i] + "=\"" + std::to_string(box[i]) + ".00\"";
        at = boxes.find('>', word);
    }
    return made + boxes.substr(at);
}

}  // namespace

TEST_CASE("pdf: text on its side is turned upright") {
    const std::string boxes = boxes_of({{{0, 0, "一、总体情况"}, {0, 20, "二、主动公开情况"}, {0, 40, "1.规章类的文件"},
        {100, 40, "12"}, {150, 40, "8"}, {0, 60, "2.行政规范性文件"}, {100, 60, "3"}, {150, 60, "4"}}});
    const Result<Text> upright = read_text({"a.pdf", boxes});
    REQUIRE(upright);
    CHECK(upright.diagnostics.empty());
    for (const bool upwards : {true, false}) {
        CAPTURE(upwards);
        const Result<Text> text = read_text({"a.pdf", lying(boxes, upwards)});
        REQUIRE(text);
        CHECK(text->shown().text == upright->shown().text);
        REQUIRE(text.diagnostics.size() == 1);
        CHECK(text.diagnostics.front().code == source_codes::turned.id);
        CHECK(text.diagnostics.front().severity == Severity::note);
        // Its box is that on the page as it lies.
        const auto at = static_cast<std::uint32_t>(text->shown().text.find("12"));
        const Place* place = text->shown().place({at, at + 2});
        REQUIRE(place);
        CHECK(place->box == (upwards ? std::array{40, 790, 52, 800} : std::array{848, 100, 860, 110}));
    }
    // Without numbers that follow each other nothing says where its head is.
    const Result<Text> unknown =
        read_text({"a.pdf", lying(boxes_of({{{0, 0, "总体情况很好"}, {0, 20, "主动公开的情况"}}}), true)});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.diagnostics.front().code == source_codes::sideways.id);
}

TEST_CASE("pdf: a figure has its page and its box") {
    const Result<Text> text = read_text(
        {"a.pdf", boxes_of({{{0, 0, "甲"}, {100, 0, "12"}}, {{30, 50, "乙"}, {100, 50, "34"}, {200, 50, "56"}}})});
    REQUIRE(text);
    const auto at = static_cast<std::uint32_t>(text->shown().text.find("34"));
    const Place* place = text->shown().place({at, at + 2});
    REQUIRE(place);
    CHECK(place->page == 2);
    CHECK(place->box == std::array<int, 4>{100, 50, 110, 62});
}

TEST_CASE("pdf: more words than a report has") {
    const std::vector<Word> words(50'001, Word{0, 0, "9"});
    const Result<Text> text = read_text({"a.pdf", boxes_of({words})});
    REQUIRE_FALSE(text);
    CHECK(text.diagnostics.front().code == source_codes::too_many_words.id);
}
