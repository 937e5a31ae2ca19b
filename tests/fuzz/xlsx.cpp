// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

/// As for documents: bytes that are no package are the first sheet of one.
void take_xlsx(std::string_view bytes) {
    const bool package = bytes.starts_with("PK");
    const std::string book =
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet "
        "name=\"甲\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    const std::string links =
        "<Relationships><Relationship Id=\"r1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    const std::string styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.00&quot;万元&quot;\"/></numFmts><cellXfs><xf "
        "numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    const std::string file = package
        ? std::string(bytes)
        : corpus::pack({{"xl/workbook.xml", book}, {"xl/_rels/workbook.xml.rels", links}, {"xl/styles.xml", styles},
            {"xl/sharedStrings.xml", "<sst><si><t>甲</t></si><si><r><t>乙</t></r></si></sst>"},
            {"xl/worksheets/sheet1.xml", std::string(bytes)}});
    follow(read_xlsx({"report.xlsx", file}), file, shipped());
}

std::vector<std::string> seeds_of_xlsx() {
    std::vector<std::string> made = filings_ending(".xlsx");
    for (std::string& one : files_below("examples", ".xlsx")) made.push_back(std::move(one));
    made.push_back(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>44927</v></c><c "
        "r=\"C1\" s=\"2\"><v>0.256</v></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>丙</t></is></c><c "
        "r=\"XFD3\" s=\"3\"><v>1.5E2</v></c></row></sheetData><mergeCells><mergeCell "
        "ref=\"A1:B2\"/></mergeCells></worksheet>");
    return made;
}

}  // namespace gouji::fuzz
