// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/readers.hpp"
#include "tests/corpus/layouts.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

namespace gouji::fuzz {

/// Packages are compressed and have sums of their entries: bytes changed at random would seldom come to the document.
void take_docx(std::string_view bytes) {
    const bool package = bytes.starts_with("PK");
    const std::string file = package
        ? std::string(bytes)
        : corpus::pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", std::string(bytes)}});
    follow(read_docx({"report.docx", file}), file, shipped());
}

std::vector<std::string> seeds_of_docx() {
    std::vector<std::string> made = filings_ending(".docx");
    for (std::string& one : files_below("examples", ".docx")) made.push_back(std::move(one));
    const std::string head =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    made.push_back(head + "<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan "
            "w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>"
            "</w:tbl></w:body></w:document>");
    made.push_back(head + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
            "<w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>"
            "</w:body></w:document>");
    return made;
}

}  // namespace gouji::fuzz
