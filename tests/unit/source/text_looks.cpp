// SPDX-License-Identifier: Apache-2.0
// Characters whose look says something: struck ones, raised ones, and those that a page prints twice.
#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace gouji;
using gouji::corpus::pack;

namespace {

std::string read(const std::string& name, const std::string& bytes) {
    const Result<Text> text = read_text({name, bytes});
    return text ? std::string(text->characters()) : text.diagnostics.front().code;
}

struct Case {
    const char* name;
    std::string written;
    std::string read;
};

}  // namespace

TEST_CASE("looks: HTML") {
    const Case cases[] = {
        {"struck by an element", "<s>139</s>140", "140"},
        {"struck by another", "<del>139</del>140<strike>141</strike>", "140"},
        {"struck by a style", "<span style=\"text-decoration:line-through\">139</span>140", "140"},
        {"struck, shortly", "<span style='color:red; Text-Decoration: red LINE-THROUGH'>139</span>140", "140"},
        {"struck by its line", "<font style='text-decoration-line:line-through'><b>139</b></font>140", "140"},
        {"underlined", "<span style='text-decoration:underline'>140</span>", "140"},
        {"raised by an element", "185<sup>1</sup>", "185¹"},
        {"raised by a style", "185<span style='vertical-align: super; font-size:60%'>12</span>", "185¹²"},
        {"raised with brackets", "185<sup>（1）</sup>", "185⁽¹⁾"},
        {"raised words", "185<sup>注1</sup>", "185注¹"},
        {"lowered", "185<sub>1</sub>", "185₁"},
        {"on the line again", "<sup><span style='vertical-align:baseline'>185</span></sup>", "185"},
        {"a character reference", "185<sup>&#49;</sup>", "185¹"},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        CHECK(
            read("a.html", "<html><body><table><tr><td>甲</td><td>" + one.written + "</td></tr></table></body></html>")
            == " | 甲 | " + one.read + " |\n");
    }
    CHECK(read("a.html",
              "<html><body><table><tr><td>甲</td><td style='text-decoration:line-through'>9</td><td>2</td></tr></table>"
              "</body></html>")
        == " | 甲 |  | 2 |\n");
}

TEST_CASE("looks: DOCX") {
    const std::string styles =
        "<w:style w:styleId=\"mark\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
        "<w:style w:styleId=\"own\"><w:basedOn w:val=\"mark\"/></w:style>"
        "<w:style w:styleId=\"gone\"><w:rPr><w:strike/></w:rPr></w:style>";
    const auto run = [](const std::string& properties, const std::string& text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
    };
    const Case cases[] = {
        {"struck", run("<w:strike/>", "139") + run("", "140"), "140"},
        {"struck twice", run("<w:dstrike w:val=\"true\"/>", "139") + run("", "140"), "140"},
        {"not struck", run("<w:strike w:val=\"0\"/>", "140"), "140"},
        {"raised", run("", "185") + run("<w:vertAlign w:val=\"superscript\"/>", "1"), "185¹"},
        {"lowered", run("", "185") + run("<w:vertAlign w:val=\"subscript\"/>", "1"), "185₁"},
        {"raised by a style", run("", "185") + run("<w:rStyle w:val=\"own\"/>", "[1]"), "185[¹]"},
        {"struck by a style", run("<w:rStyle w:val=\"gone\"/>", "139") + run("", "140"), "140"},
        {"of a style, but not struck", run("<w:rStyle w:val=\"gone\"/><w:strike w:val=\"false\"/>", "140"), "140"},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        const std::string bytes =
            pack({{"word/document.xml",
                      "<w:document xmlns:w=\"w\"><w:body><w:p>" + one.written + "</w:p></w:body></w:document>"},
                {"word/styles.xml", "<w:styles xmlns:w=\"w\">" + styles + "</w:styles>"}});
        CHECK(read("a", bytes) == one.read + "\n");
    }
}

TEST_CASE("looks: XLSX") {
    const std::string styles =
        "<fonts><font/><font><strike/></font><font><vertAlign val=\"superscript\"/></font></fonts>"
        "<cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs>";
    const std::string strings =
        "<si><r><rPr><strike/></rPr><t>139</t></r><r><t>140</t></r></si>"
        "<si><r><t>185</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si><si><t>7</t></si>"
        "<si><r><t>8</t></r><r><rPr><b/></rPr><t>9</t></r></si>";
    const Case cases[] = {
        {"struck runs of shared strings", "t=\"s\"><v>0</v>", "140"},
        {"raised runs of shared strings", "t=\"s\"><v>1</v>", "185¹"},
        {"runs in the cell", "t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>139</t></r><r><t>140</t></r></is>", "140"},
        {"a struck cell with a number", "s=\"1\"><v>139</v>", ""},
        {"a struck cell with a string", "s=\"1\" t=\"s\"><v>2</v>", ""},
        {"in a struck cell a run of its own", "s=\"1\" t=\"s\"><v>3</v>", "9"},
        {"a struck formula without a result", "s=\"1\"><f>A1</f>", ""},
        {"a raised cell", "s=\"2\"><v>12</v>", "¹²"},
        {"an escaped end of a line", "t=\"inlineStr\"><is><t>140_x000D_</t></is>", "140 "},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        const std::string bytes = pack(
            {{"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"甲\" r:id=\"a\"/></sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                {"xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>甲</t></is></c><c " + one.written
                        + "</c><c><v>5</v></c></row></sheetData></worksheet>"},
                {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
                {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"}});
        CHECK(read("a", bytes) == "| 甲 | " + one.read + " | 5 |\n");
    }
}

TEST_CASE("looks: PDF: what is printed twice is there once") {
    struct Word {
        double left, top, width;
        const char* text;
        double height = 8;
    };
    const auto page = [](const std::vector<Word>& words) {
        std::string made = "<html><body><doc><page width=\"600\" height=\"800\"><flow><block><line>";
        for (const Word& one : words)
            made += "<word xMin=\"" + std::to_string(one.left) + "\" yMin=\"" + std::to_string(one.top) + "\" xMax=\""
                + std::to_string(one.left + one.width) + "\" yMax=\"" + std::to_string(one.top + one.height) + "\">"
                + one.text + "</word>";
        return made + "</line></block></flow></page></doc></body></html>";
    };
    const auto text = [&](const std::vector<Word>& words) {
        const Result<Text> made = read_pdf({"a.pdf", page(words)});
        return made ? std::string(made->characters()) : made.diagnostics.front().code;
    };
    CHECK(text({{50, 100, 48, "总体情况说明"}, {49, 101, 48, "总体情况说明"}}) == "总体情况说明\n");
    CHECK(text({{50, 100, 8, "31"}, {51, 101, 8, "31"}, {50.5, 100, 8, "31"}}) == "31\n");
    // Less room than a character has elsewhere on the page.
    const auto beside = [&](const Word& word) {
        const std::string made = text({word, {90, 100, 9, "30", word.height}, {120, 100, 18, "合计", word.height}});
        const std::size_t from = std::min(made.find_first_not_of(" \n|"), made.size());
        return made.substr(from, made.find_first_of(" \n|", from) - from);
    };
    CHECK(beside({50, 100, 5, "33", 9}) == "3");
    CHECK(beside({50, 100, 9, "1100", 9}) == "10");
    CHECK(beside({50, 100, 4.5, "777", 9}) == "7");
    CHECK(beside({50, 100, 9, "件件", 9}) == "件");
    CHECK(beside({50, 100, 7, "11", 9}) == "11");
    CHECK(beside({50, 100, 9, "33", 9}) == "33");
    // A font whose boxes are far higher than its digits, and one without a word to compare with.
    CHECK(beside({50, 100, 9, "33", 22}) == "33");
    CHECK(text({{50, 100, 9, "33", 22}, {90, 100, 18, "合计", 9}}).find("33") != std::string::npos);
    CHECK(text({{50, 100, 5, "33", 9}}) == "33\n");
    CHECK(beside({50, 100, 900'000, "33", 9}) == "33");
    // A note above the line, smaller.
    CHECK(text({{50, 100, 12, "185"}, {62, 99, 3, "1", 5}}) == "185¹\n");
    CHECK(text({{50, 100, 12, "140"}, {62.3, 98.5, 6, "[2]", 5}}) == "140[²]\n");
    CHECK(text({{50, 100, 12, "185"}, {62, 103, 3, "1", 5}}) != "185¹\n");
    // Figures that are alike, side by side.
    CHECK(text({{50, 100, 8, "33"}}) == "33\n");
    CHECK(text({{50, 100, 8, "31"}, {90, 100, 8, "31"}}).find("31") != std::string::npos);
}
