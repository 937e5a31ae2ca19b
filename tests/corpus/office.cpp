// SPDX-License-Identifier: Apache-2.0
// Filings as office programs save them: the least that ECMA-376 asks for.
#include "tests/corpus/layouts.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace gouji::corpus {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string content_types(const std::string& overrides) {
    return head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\""
            "rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + overrides + "</Types>";
}

std::string root_relations(const std::string& target) {
    return head + "<Relationships " + relations + "><Relationship Id=\"rId1\" Type=\"" + office
        + "/officeDocument\" Target=\"" + target + "\"/></Relationships>";
}

/// In tables smaller, 7 points, as the official form with its many columns needs.
std::string run(const std::string& text, bool small = false) {
    return std::string("<w:r>") + (small ? "<w:rPr><w:sz w:val=\"14\"/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">"
        + text + "</w:t></w:r>";
}
std::string paragraph(const std::string& text, const std::string& properties = {}) {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + text + "</w:p>";
}

/// Widths of the columns: those of figures as wide as the page allows, and those of labels twice that.
std::string word_columns(const Block& block) {
    constexpr int page = 9'000;  // twentieths of a point
    int columns = 0;
    int figures = 0;
    for (const auto& row : block.rows) {
        int all = 0;
        for (const GridCell& cell : row) all += cell.columns;
        columns = std::max(columns, all);
        figures = std::max(figures,
            static_cast<int>(std::count_if(row.begin(), row.end(), [](const GridCell& one) { return one.figure; })));
    }
    const int share = page / (2 * columns - figures);
    std::string made;
    for (int c = 0; c < columns; ++c)
        made += "<w:gridCol w:w=\"" + std::to_string(c < columns - figures ? 2 * share : share) + "\"/>";
    return "<w:tblGrid>" + made + "</w:tblGrid>";
}

/// A covered position holds a cell that goes on from the one above.
std::string word_table(const Block& block, bool tracked) {
    std::string made =
        "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left "
        "w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/>"
        "<w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" "
        "w:sz=\"4\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"20\" "
        "w:type=\"dxa\"/><w:right w:w=\"20\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
        + word_columns(block);
    struct Open {
        int column;
        int columns;
        int rows;
    };
    std::vector<Open> open;
    for (const auto& row : block.rows) {
        made += "<w:tr>";
        int column = 0;
        const auto go_on = [&] {
            for (auto found = open.begin(); found != open.end();) {
                found = std::find_if(open.begin(), open.end(), [&](const Open& one) { return one.column == column; });
                if (found == open.end()) return;
                made += "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(found->columns)
                    + "\"/><w:vMerge/></w:tcPr><w:p/></w:tc>";
                column += found->columns;
                if (--found->rows == 0) open.erase(found);
                found = open.begin();
            }
        };
        std::vector<Open> begun;
        for (const GridCell& cell : row) {
            go_on();
            std::string text = run(cell.text, true);
            if (tracked && cell.figure)
                text = "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>" + cell.text
                    + "7</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\">" + text + "</w:ins>";
            made += "<w:tc><w:tcPr><w:gridSpan w:val=\"" + std::to_string(cell.columns) + "\"/>"
                + (cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : "") + "</w:tcPr>" + paragraph(text) + "</w:tc>";
            if (cell.rows > 1) begun.push_back({column, cell.columns, cell.rows - 1});
            column += cell.columns;
        }
        go_on();
        open.insert(open.end(), begun.begin(), begun.end());
        made += "</w:tr>";
        if (tracked)
            made +=
                "<w:tr><w:trPr><w:del w:id=\"3\" w:author=\"a\"/></w:trPr><w:tc><w:p><w:del w:id=\"4\" "
                "w:author=\"a\"><w:r><w:delText>99</w:delText></w:r></w:del></w:p></w:tc></w:tr>";
    }
    return made + "</w:tbl>";
}

std::string word(const Document& document, bool tracked) {
    std::string body;
    for (const Block& one : document.blocks) {
        if (one.kind == Block::Kind::table) {
            body += word_table(one, tracked);
        } else if (one.kind == Block::Kind::heading && tracked) {
            // 一、 is the automatic number of the paragraph.
            body += paragraph(run(one.text.substr(one.text.find("、") + std::string("、").size())),
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
        } else {
            body += paragraph(run(one.text));
        }
    }
    const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const std::string type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    return pack({{"[Content_Types].xml",
                     content_types("<Override PartName=\"/word/document.xml\" ContentType=\"" + type
                         + "document.main+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"" + type
                         + "numbering+xml\"/>")},
        {"_rels/.rels", root_relations("word/document.xml")},
        {"word/_rels/document.xml.rels",
            head + "<Relationships " + relations + "><Relationship Id=\"rId1\" Type=\"" + office
                + "/numbering\" Target=\"numbering.xml\"/></Relationships>"},
        {"word/document.xml", head + "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"},
        {"word/numbering.xml",
            head + "<w:numbering" + space
                + "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                  "w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"}});
}

std::string letters(int column) {
    return column >= 26 ? letters(column / 26 - 1) + static_cast<char>('A' + column % 26)
                        : std::string(1, static_cast<char>('A' + column));
}

/// One sheet: cells at their places, merged as the grid says.
class Sheet {
public:
    explicit Sheet(bool as_text, bool zeros = true) : as_text_(as_text), zeros_(zeros) {}

    void line(const std::string& text) {
        ++row_;
        data_ += "<row r=\"" + std::to_string(row_) + "\">" + cell(0, text, false) + "</row>";
        merge(0, 9, 1);
    }

    void table(const Block& block) {
        std::vector<std::vector<bool>> taken(block.rows.size() + 32, std::vector<bool>(64));
        for (std::size_t r = 0; r < block.rows.size(); ++r) {
            ++row_;
            data_ += "<row r=\"" + std::to_string(row_) + "\">";
            std::size_t column = 0;
            for (const GridCell& one : block.rows[r]) {
                while (taken[r][column]) ++column;
                data_ += cell(static_cast<int>(column), one.text, one.figure);
                if (one.rows > 1 || one.columns > 1) merge(static_cast<int>(column), one.columns, one.rows);
                for (int i = 0; i < one.rows; ++i) {
                    for (int j = 0; j < one.columns; ++j)
                        taken[r + static_cast<std::size_t>(i)][column + static_cast<std::size_t>(j)] = true;
                }
            }
            data_ += "</row>";
        }
    }

    [[nodiscard]] std::string xml() const {
        return head + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + data_ + "</sheetData>" + (merged_.empty() ? "" : "<mergeCells>" + merged_ + "</mergeCells>")
            + "</worksheet>";
    }

private:
    std::string cell(int column, const std::string& text, bool figure) const {
        const std::string where = "<c r=\"" + letters(column) + std::to_string(row_) + "\"";
        if (figure && !zeros_ && text == "0") return where + " s=\"0\"/>";
        if (!figure || as_text_ || text.find_first_not_of("0123456789.") != std::string::npos)
            return where + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        return where + "><v>" + text + "</v></c>";
    }
    void merge(int column, int columns, int rows) {
        merged_ += "<mergeCell ref=\"" + letters(column) + std::to_string(row_) + ":" + letters(column + columns - 1)
            + std::to_string(row_ + rows - 1) + "\"/>";
    }

    bool as_text_;
    bool zeros_;  ///< else they are empty cells with a border
    int row_ = 0;
    std::string data_;
    std::string merged_;
};

std::string book(const std::vector<Sheet>& sheets) {
    Entries entries;
    std::string names;
    std::string targets;
    std::string types;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        names += "<sheet name=\"表" + number + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        targets += "<Relationship Id=\"rId" + number + "\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet"
            + number + ".xml\"/>";
        types += "<Override PartName=\"/xl/worksheets/sheet" + number
            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>";
        entries.emplace_back("xl/worksheets/sheet" + number + ".xml", sheets[i].xml());
    }
    entries.emplace_back("[Content_Types].xml",
        content_types("<Override PartName=\"/xl/workbook.xml\" "
                      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + types));
    entries.emplace_back("_rels/.rels", root_relations("xl/workbook.xml"));
    entries.emplace_back(
        "xl/_rels/workbook.xml.rels", head + "<Relationships " + relations + ">" + targets + "</Relationships>");
    entries.emplace_back("xl/workbook.xml",
        head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
            + "\"><sheets>" + names + "</sheets></workbook>");
    return pack(entries);
}

std::string one_sheet(const Document& document, bool zeros) {
    std::vector<Sheet> sheets(1, Sheet(false, zeros));
    for (const Block& one : document.blocks) {
        if (one.kind == Block::Kind::table) sheets.front().table(one);
        else sheets.front().line(one.text);
    }
    return book(sheets);
}

}  // namespace

std::string pack(const std::vector<std::pair<std::string, std::string>>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : entries) {
        const auto index = static_cast<zip_uint64_t>(zip_file_add(
            archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_OVERWRITE));
        zip_file_set_mtime(archive, index, 1'600'000'000, 0);  // the same bytes every day
    }
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string made(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, made.data(), made.size());
    zip_source_close(target);
    zip_source_free(target);
    return made;
}

std::string write_docx(const Document& document) { return word(document, false); }
std::string write_docx_tracked(const Document& document) { return word(document, true); }

std::string write_xlsx(const Document& document) { return one_sheet(document, true); }
std::string write_xlsx_blanks(const Document& document) { return one_sheet(document, false); }

std::string write_xlsx_sheets(const Document& document) {
    std::vector<Sheet> sheets(1, Sheet(true));
    for (const Block& one : document.blocks) {
        if (one.kind == Block::Kind::heading) sheets.emplace_back(true);
        if (one.kind == Block::Kind::table) sheets.back().table(one);
        else sheets.back().line(one.text);
    }
    return book(sheets);
}

}  // namespace gouji::corpus
