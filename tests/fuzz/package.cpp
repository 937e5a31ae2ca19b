// SPDX-License-Identifier: Apache-2.0
#include "engine/files/convert.hpp"
#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

/// The same relations for the package and for its main part: which is which is theirs to say.
void take_package(std::string_view bytes) {
    const std::string relations(bytes);
    const std::string file = bytes.starts_with("PK")
        ? relations
        : corpus::pack({{"_rels/.rels", relations}, {"xl/_rels/book.xml.rels", relations},
            {"word/document2.xml",
                "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>1</w:t></w:r></w:p></w:body></w:document>"},
            {"xl/book.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"1\" r:id=\"s\"/></sheets><calcPr "
                "fullCalcOnLoad=\"1\"/></workbook>"},
            {"xl/SHEET.xml",
                "<worksheet><sheetData><row><c "
                "t=\"s\"><v>0</v></c><c><f>1</f></c></row></sheetData></worksheet>"},
            {"xl/texts.xml", "<sst><si><t>_x0031__xD83D_</t></si></sst>"},
            {"docProps/core.xml", "<c><creator>somebody</creator></c>"}, {"mimetype", "application/zip"}});
    follow(read_text({"report", file}), file, shipped());
    needs_converter({"report", file});
}

std::vector<std::string> seeds_of_package() {
    const auto relation = [](const char* id, const char* type, const char* target) {
        return std::string("<Relationship Id=\"") + id
            + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\""
            + target + "\"/>";
    };
    const std::string parts =
        relation("s", "worksheet", "sheet.xml") + relation("t", "sharedStrings", "../xl/texts.xml");
    return {"<Relationships>" + relation("a", "officeDocument", "word/document2.xml") + "</Relationships>",
        "<Relationships>" + relation("a", "officeDocument", "/xl/./book.xml") + parts + "</Relationships>",
        corpus::pack({{"OFD.xml", "<o/>"}}), corpus::pack({{"mimetype", "application/vnd.oasis.opendocument.text"}})};
}

}  // namespace gouji::fuzz
