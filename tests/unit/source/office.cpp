// SPDX-License-Identifier: Apache-2.0
// Office files: what of them is printed, where it stands, and what is refused.
#include "engine/source/codes.hpp"
#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <chrono>

using namespace gouji;
using gouji::corpus::pack;

namespace {

std::string docx(const std::string& body, const std::string& numbering = {}) {
    std::vector<std::pair<std::string, std::string>> entries = {
        {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}};
    if (!numbering.empty())
        entries.emplace_back("word/numbering.xml", "<w:numbering xmlns:w=\"w\">" + numbering + "</w:numbering>");
    return pack(entries);
}

std::string xlsx(const std::string& sheet, const std::string& more_sheets = {}, const std::string& styles = {}) {
    std::vector<std::pair<std::string, std::string>> entries = {
        {"xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"甲\" r:id=\"a\"/>" + more_sheets + "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"},
        {"xl/sharedStrings.xml",
            "<sst><si><t>收费</t></si><si><r><t>金</t></r><r><t>额</t></r><rPh><t>jine</t></rPh></si></sst>"}};
    if (!styles.empty()) entries.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
    return pack(entries);
}

std::string shown(const std::string& bytes) {
    const Result<Text> text = read_text({"a", bytes});
    return text ? text->shown().text : text.diagnostics.front().code;
}

std::string run_of(const std::string& text) { return "<w:r><w:t>" + text + "</w:t></w:r>"; }
std::string line_of(const std::string& text) { return "<w:p>" + run_of(text) + "</w:p>"; }
std::string cell_of(const std::string& text, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + line_of(text) + "</w:tc>";
}

struct Case {
    const char* name;
    std::string bytes;
    std::string shown;
};

}  // namespace

TEST_CASE("docx: what is printed") {
    const std::string levels =
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
        "w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
        "w:val=\"%2.\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num>";
    const auto numbered = [](int level, const std::string& text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level)
            + "\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>" + run_of(text) + "</w:p>";
    };
    const Case cases[] = {
        {"paragraphs, runs, tabs and breaks",
            docx(line_of("总体") + "<w:p>" + run_of("情")
                + "<w:r><w:tab/><w:t>况</w:t><w:br/><w:t>完</w:t></w:r></w:p>"),
            "总体\n情 况\n完\n"},
        {"a row is its cells", docx("<w:tbl><w:tr>" + cell_of("甲") + cell_of("1") + "</w:tr></w:tbl>"),
            "| 甲 | 1 |\n"},
        {"a merged cell is in its first row",
            docx("<w:tbl><w:tr>" + cell_of("组", "<w:vMerge w:val=\"restart\"/>") + cell_of("1") + "</w:tr><w:tr>"
                + cell_of("旧", "<w:vMerge/>") + cell_of("2") + "</w:tr></w:tbl>"),
            "| 组 | 1 |\n| 2 |\n"},
        {"changes as accepted",
            docx("<w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins>" + run_of("8") + "</w:ins><w:moveFrom>"
                + run_of("7") + "</w:moveFrom></w:p>"),
            "8\n"},
        {"a deleted row",
            docx("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell_of("甲") + "</w:tr><w:tr>" + cell_of("乙")
                + cell_of("2") + "</w:tr></w:tbl>"),
            "| 乙 | 2 |\n"},
        {"a deleted end of a paragraph",
            docx("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run_of("申请") + "</w:p>" + line_of("情况")),
            "申请情况\n"},
        {"hidden text", docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r>" + run_of("定稿") + "</w:p>"),
            "定稿\n"},
        {"automatic numbers",
            docx(numbered(0, "总体情况") + numbered(0, "主动公开") + numbered(1, "规章") + numbered(1, "文件")
                    + numbered(0, "申请") + numbered(1, "新收"),
                levels),
            "一、总体情况\n二、主动公开\n1.规章\n2.文件\n三、申请\n1.新收\n"},
        {"a table around a table is a layout",
            docx("<w:tbl><w:tr><w:tc>" + line_of("外") + "<w:tbl><w:tr>" + cell_of("甲") + cell_of("1")
                + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>"),
            "外\n| 甲 | 1 |\n"},
        {"a content control around rows",
            docx("<w:tbl><w:sdt><w:sdtContent><w:tr>" + cell_of("甲") + cell_of("1")
                + "</w:tr></w:sdtContent></w:sdt></w:tbl>"),
            "| 甲 | 1 |\n"},
        {"a bar in a cell cuts none", docx("<w:tbl><w:tr>" + cell_of("甲|乙") + cell_of("1") + "</w:tr></w:tbl>"),
            "| 甲¦乙 | 1 |\n"},
        {"an entity is not expanded",
            pack({{"word/document.xml",
                "<!DOCTYPE d [<!ENTITY a \"9\"><!ENTITY b \"&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body>"
                    + line_of("&b;") + "</w:body></w:document>"}}),
            "&b;\n"},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        CHECK(shown(one.bytes) == one.shown);
    }
}

TEST_CASE("xlsx: what is printed") {
    const std::string formats =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0.00&quot;万元&quot;\"/><numFmt numFmtId=\"171\" "
        "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"172\" "
        "formatCode=\"0.00,\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"10\"/><xf "
        "numFmtId=\"14\"/><xf numFmtId=\"4\"/><xf numFmtId=\"10\"/><xf numFmtId=\"172\"/></cellXfs>";
    const auto row = [](const std::string& cells) { return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>"; };
    const auto number = [](const std::string& where, const std::string& value, const std::string& style = "0") {
        return "<c r=\"" + where + "\" s=\"" + style + "\"><v>" + value + "</v></c>";
    };
    const Case cases[] = {
        {"shared strings, without readings",
            xlsx(row("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>")), "| 收费 | 金额 |\n"},
        {"one text in a row is a line", xlsx(row("<c r=\"C1\" t=\"s\"><v>0</v></c>")), "收费\n"},
        {"an empty cell between others", xlsx(row(number("A1", "1") + number("C1", "3"))), "| 1 |  | 3 |\n"},
        {"stored digits as shown",
            xlsx(row(number("A1", "0.28000000000000003") + number("B1", "1.5E3") + number("C1", "1237.4"))),
            "| 0.28 | 1500 | 1237.4 |\n"},
        {"the unit in the format", xlsx(row(number("A1", "12.5", "1") + number("B1", "1")), {}, formats),
            "| 12.50万元 | 1 |\n"},
        {"the decimals that the format shows",
            xlsx(row(number("A1", "60", "5") + number("B1", "2.345", "5") + number("C1", "-9.996", "5")
                     + number("D1", "0.45678", "6") + number("E1", "1234567", "7") + number("F1", "0", "5")),
                {}, formats),
            "| 60.00 | 2.35 | -10.00 | 45.68% | 1234567 | 0.00 |\n"},
        {"days", xlsx(row(number("A1", "44944", "2") + number("B1", "44944", "4")), {}, formats),
            "| 2023-01-18 | 2023-01-18 |\n"},
        {"a share", xlsx(row(number("A1", "0.456", "3") + number("B1", "1")), {}, formats), "| 45.60% | 1 |\n"},
        {"hidden columns and rows",
            xlsx("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\">" + number("A1", "1")
                + number("B1", "2") + number("C1", "3") + "</row><row r=\"2\" hidden=\"1\">" + number("A2", "9")
                + number("B2", "9") + "</row></sheetData>"),
            "| 1 | 3 |\n"},
        {"a hidden sheet",
            xlsx(row(number("A1", "1") + number("B1", "2")), "<sheet name=\"乙\" r:id=\"a\" state=\"hidden\"/>"),
            "| 1 | 2 |\n"},
        {"what a merged cell covers",
            xlsx("<sheetData><row r=\"1\">" + number("A1", "1") + number("C1", "3") + "</row><row r=\"2\">"
                + number("B2", "5") + number("C2", "6")
                + "</row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"A1:B1\"/></mergeCells>"),
            "| 1 | 3 |\n| 5 | 6 |\n"},
        {"escapes of characters",
            xlsx(row("<c r=\"A1\" t=\"str\"><v>140_x000D_</v></c><c r=\"B1\" "
                     "t=\"inlineStr\"><is><t>_x7532__x005F_x4E59__xD83D__xDE00__x00_x12G4_</t></is></c>")),
            "| 140  | 甲_x4E59_😀_x00_x12G4_ |\n"},
        {"a formula without a result is unknown",
            xlsx(row(number("A1", "1")
                + "<c r=\"B1\"><f>SUM(A1)</f></c><c r=\"C1\"><f>SUM(A1)</f><v></v></c><c "
                  "r=\"D1\"><f>SUM(A1)</f><v>1</v></c>")),
            "| 1 | \uFFFD | \uFFFD | 1 |\n"},
        {"an empty text is the result of a formula",
            xlsx(row(number("A1", "1") + "<c r=\"B1\" t=\"str\"><f>IF(A1,\"\",2)</f><v></v></c>" + number("C1", "3"))),
            "| 1 |  | 3 |\n"},
        {"an area past the ends of the sheet",
            xlsx(row(number("A1", "1") + number("B1", "2"))
                + "<mergeCells><mergeCell ref=\"A1:ZZZZ99999999\"/></mergeCells>"),
            "| 1 | 2 |\n"},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        CHECK(shown(one.bytes) == one.shown);
    }
}

TEST_CASE("office: parts are found by relations, and names have no case") {
    const std::string document = "<w:document xmlns:w=\"w\"><w:body>" + line_of("申请") + "</w:body></w:document>";
    const auto relation = [](const std::string& type, const std::string& target, const std::string& id = "a") {
        return "<Relationship Id=\"" + id + "\" Type=\"http://x/relationships/" + type + "\" Target=\"" + target
            + "\"/>";
    };
    const auto relations = [](const std::string& all) { return "<Relationships>" + all + "</Relationships>"; };
    const std::string sheet =
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c "
        "r=\"B1\"><v>2</v></c></row></sheetData></worksheet>";
    const std::string strings = "<sst><si><t>收费</t></si></sst>";
    const std::string book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"甲\" r:id=\"s\"/></sheets></workbook>";
    const Case cases[] = {
        {"a main part of another name",
            pack({{"_rels/.rels",
                      relations(relation("extended-properties", "docProps/app.xml")
                          + relation("officeDocument", "word/document2.xml"))},
                {"word/document2.xml", document}}),
            "申请\n"},
        {"from the root, in another folder",
            pack({{"_rels/.rels", relations(relation("officeDocument", "/parts/main.xml"))},
                {"parts/main.xml", document}}),
            "申请\n"},
        {"the part that the relation names, not one that lies there too",
            pack({{"_rels/.rels", relations(relation("officeDocument", "word/new.xml"))},
                {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>"}, {"word/new.xml", document}}),
            "申请\n"},
        {"capitals",
            pack({{"_RELS/.Rels", relations(relation("officeDocument", "Word/Document.xml"))},
                {"word/DOCUMENT.XML", document}}),
            "申请\n"},
        {"backslashes",
            pack({{"_rels\\.rels", relations(relation("officeDocument", "word/document.xml"))},
                {"word\\document.xml", document}}),
            "申请\n"},
        {"a workbook of other names",
            pack({{"_rels/.rels", relations(relation("officeDocument", "./book/main.xml"))}, {"book/main.xml", book},
                {"book/_rels/main.xml.rels",
                    relations(
                        relation("worksheet", "../sheets/one.xml", "s") + relation("sharedStrings", "texts.xml"))},
                {"sheets/one.xml", sheet}, {"book/texts.xml", strings}}),
            "| 收费 | 2 |\n"},
        {"a workbook in capitals",
            pack({{"xl/workbook.xml", book},
                {"xl/_rels/workbook.xml.rels",
                    relations(relation("worksheet", "worksheets/sheet1.xml", "s")
                        + relation("sharedStrings", "sharedStrings.xml"))},
                {"xl/worksheets/Sheet1.xml", sheet}, {"xl/SharedStrings.xml", strings}}),
            "| 收费 | 2 |\n"},
        {"strings that no relation names",
            pack({{"xl/workbook.xml", book},
                {"xl/_rels/workbook.xml.rels", relations(relation("worksheet", "worksheets/sheet1.xml", "s"))},
                {"xl/worksheets/sheet1.xml", sheet}, {"xl/SharedStrings.XML", strings}}),
            "| 收费 | 2 |\n"},
        {"a circle of relations", pack({{"_rels/.rels", relations(relation("officeDocument", "_rels/.rels"))}}),
            std::string(source_codes::archive.id)},
        {"a target above the root",
            pack({{"_rels/.rels", relations(relation("officeDocument", "../../../word/./document.xml"))},
                {"word/document.xml", document}}),
            "申请\n"},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        CHECK(shown(one.bytes) == one.shown);
    }
}

TEST_CASE("xlsx: results of formulas that are not those of the formulas are not believed") {
    const auto book = [](const std::string& how) {
        return pack(
            {{"xl/workbook.xml",
                 "<workbook xmlns:r=\"r\"><sheets><sheet name=\"甲\" r:id=\"a\"/></sheets>" + how + "</workbook>"},
                {"xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                {"xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row r=\"4\"><c r=\"A4\"><v>5</v></c><c r=\"B4\"><f>A4+A4</f><v>0</v></c><c "
                    "r=\"C4\"><v>0</v></c></row></sheetData></worksheet>"}});
    };
    for (const char* how : {"<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>", "<calcPr fullCalcOnLoad=\"true\"/>",
             "<calcPr calcCompleted=\"0\"/>"}) {
        CHECK(shown(book(how)) == "| 5 | \uFFFD | 0 |\n");
        const Result<Text> text = read_text({"a", book(how)});
        REQUIRE(text.diagnostics.size() == 1);
        CHECK(text.diagnostics.front().code == source_codes::formulas_unstored.id);
        CHECK(text.diagnostics.front().severity == Severity::note);
        CHECK(gouji::test::has(text.diagnostics.front().message.en, "B4"));
    }
    for (const char* how : {"", "<calcPr calcId=\"191029\"/>", "<calcPr fullCalcOnLoad=\"0\" calcCompleted=\"1\"/>"}) {
        CHECK(shown(book(how)) == "| 5 | 0 | 0 |\n");
        CHECK(read_text({"a", book(how)}).diagnostics.empty());
    }
}

TEST_CASE("office: pictures are counted") {
    const std::string picture =
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>";
    const Result<Text> text = read_text({"a", docx("<w:p>" + picture + run_of("甲") + picture + "</w:p>")});
    REQUIRE(text);
    CHECK(text->shown().text == "甲\n");
    CHECK(text->page().pictures == 2);
}

TEST_CASE("office: where a figure stands") {
    const std::string row =
        "<w:tbl><w:tr>" + cell_of("甲", "<w:gridSpan w:val=\"2\"/>") + cell_of("1") + "</w:tr></w:tbl>";
    const Result<Text> word = read_text({"a", docx(row + row)});
    REQUIRE(word);
    const auto at = static_cast<std::uint32_t>(word->shown().text.rfind('1'));
    const Place* place = word->shown().place({at, at + 1});
    REQUIRE(place);
    CHECK(place->part == "word/document.xml");
    CHECK(place->table == 2);
    CHECK(place->cell == "C1");
    const Result<Text> sheet = read_text(
        {"a", xlsx("<sheetData><row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"AB7\"><v>2</v></c></row></sheetData>")});
    REQUIRE(sheet);
    const auto figure = static_cast<std::uint32_t>(sheet->shown().text.rfind('2'));
    REQUIRE(sheet->shown().place({figure, figure + 1}));
    CHECK(sheet->shown().place({figure, figure + 1})->part == "甲");
    CHECK(sheet->shown().place({figure, figure + 1})->cell == "AB7");
}

TEST_CASE("office: what is refused, and how soon") {
    const std::string good = docx(line_of("申请"));
    std::string lying = docx(line_of(std::string(std::size_t{10} << 20, '9')));
    // The size that the directory of the archive gives: 24 bytes behind its signature.
    for (std::size_t at = lying.find("PK\x01\x02"); at != std::string::npos; at = lying.find("PK\x01\x02", at + 1))
        lying.replace(at + 24, 4, std::string("\x10\0\0\0", 4));
    std::string locked = good;
    for (const char* signature : {"PK\x01\x02", "PK\x03\x04"}) {
        const std::size_t at = locked.find(signature);
        locked[at + (signature[2] == 1 ? 8 : 6)] |= 1;
    }
    std::vector<std::pair<std::string, std::string>> many = {{"word/document.xml", "<d/>"}};
    for (int i = 0; i < 1'000; ++i) many.emplace_back("e" + std::to_string(i), "");
    std::string deep;
    for (int i = 0; i < 5'000; ++i) deep += "<w:sdt><w:sdtContent>";
    for (int i = 0; i < 5'000; ++i) deep += "</w:sdtContent></w:sdt>";
    std::string wide = "<sheetData>";
    for (int i = 1; i <= 2'000; ++i)
        wide += "<row r=\"" + std::to_string(i) + "\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>";
    const Case cases[] = {
        {"a bomb", pack({{"word/document.xml", std::string(std::size_t{65} << 20, ' ')}}),
            std::string(source_codes::archive_too_large.id)},
        {"a part that is too long", docx(line_of(std::string(std::size_t{10} << 20, '9'))),
            std::string(source_codes::archive_too_large.id)},
        {"a size that is a lie", lying, std::string(source_codes::archive_too_large.id)},
        {"cut short", good.substr(0, good.size() - 30), std::string(source_codes::archive_damaged.id)},
        {"a password", locked, std::string(source_codes::password.id)},
        {"too many entries", pack(many), std::string(source_codes::archive_entries.id)},
        {"XML that ends early", pack({{"word/document.xml", "<w:document><w:body>"}}),
            std::string(source_codes::archive_damaged.id)},
        {"too deep", docx(deep), std::string(source_codes::too_deep.id)},
        {"too wide", xlsx(wide + "</sheetData>"), std::string(source_codes::too_many_cells.id)},
        {"a zip of something else", pack({{"a.txt", "9"}}), std::string(source_codes::archive.id)},
        {"an encrypted package", std::string("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 38),
            std::string(source_codes::password.id)},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        const auto before = std::chrono::steady_clock::now();
        CHECK(shown(one.bytes) == one.shown);
        // The bound is a second; under sanitizers and beside a build it takes longer.
        CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
    }
}
