// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_word_document.hpp"

#include "engine/base/origin.hpp"
#include "engine/base/utf8.hpp"
#include "engine/base/version.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_html_writer.hpp"
#include "reports/writers/private_zip_writer.hpp"

#include "docx_core.xml.inc"
#include "docx_document.xml.inc"
#include "docx_footer.xml.inc"
#include "docx_package.xml.inc"
#include "docx_parts.xml.inc"
#include "docx_styles.xml.inc"
#include "docx_types.xml.inc"

#include <pugixml.hpp>
#include <sstream>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

constexpr int page_width = 9866;  // between the margins, in twentieths of a point
constexpr int millimetre = 57;    // in the same

/// The characters that XML can hold.
std::string xml_text(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        at += one.size;
        const bool barred = one.code < 0x20 || one.code == 0x7F || one.code == 0xFFFE || one.code == 0xFFFF;
        utf8::append(clean, barred ? U' ' : one.code);
    }
    return clean;
}

pugi::xml_node add(pugi::xml_node parent, const char* name) { return parent.append_child(name); }

/// An element whose one attribute is a value.
void add_value(pugi::xml_node parent, const char* name, const std::string& value) {
    add(parent, name).append_attribute("w:val").set_value(value.c_str());
}

void add_width(pugi::xml_node parent, const char* name, int width) {
    pugi::xml_node node = add(parent, name);
    node.append_attribute("w:w").set_value(width);
    node.append_attribute("w:type").set_value("dxa");
}

/// What a paragraph is like: stands first in it.
pugi::xml_node properties_of(pugi::xml_node paragraph) {
    const pugi::xml_node properties = paragraph.child("w:pPr");
    return properties ? properties : paragraph.prepend_child("w:pPr");
}

/// A paragraph of one text; without a style for an empty name.
void add_paragraph(pugi::xml_node parent, std::string_view text, const char* style) {
    pugi::xml_node paragraph = add(parent, "w:p");
    if (*style) add_value(properties_of(paragraph), "w:pStyle", style);
    if (text.empty()) return;
    pugi::xml_node words = add(add(paragraph, "w:r"), "w:t");
    words.append_attribute("xml:space").set_value("preserve");
    words.text().set(xml_text(text).c_str());
}

/// Stands for the number of the paper, as the markup writes a character that no text has (`xml_text`).
constexpr const char* number_character = "\x01";
constexpr std::string_view number_mark = "&#01;";

/// Behind the text of the last paragraph.
void add_number(pugi::xml_node parent) {
    pugi::xml_node paragraph = parent.last_child();
    pugi::xml_node words = paragraph.child("w:r").child("w:t");
    if (!words) {
        words = add(add(paragraph, "w:r"), "w:t");
        words.append_attribute("xml:space").set_value("preserve");
    }
    words.text().set((words.text().get() + std::string(number_character)).c_str());
}

/// Each line is a paragraph: a cell needs one even where it is empty.
void add_lines(pugi::xml_node parent, std::string_view text, const char* style) {
    for (;;) {
        const std::size_t end = text.find('\n');
        add_paragraph(parent, text.substr(0, end), style);
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// `is_field`: a name with what is filled in beside it.
void add_cell(pugi::xml_node row, const PaperCell& cell, int width, bool is_field) {
    pugi::xml_node node = add(row, "w:tc");
    pugi::xml_node properties = add(node, "w:tcPr");
    add_width(properties, "w:tcW", width);
    if (cell.columns > 1) add_value(properties, "w:gridSpan", std::to_string(cell.columns));
    if (cell.is_name || (is_field && cell.text.find('\n') == std::string::npos))
        add_value(properties, "w:vAlign", "center");
    add_lines(node, cell.text, cell.is_name ? "CellName" : "");
    if (cell.is_number) add_number(node);
}

void add_row(pugi::xml_node table, const PaperRow& row, const std::vector<int>& widths, bool is_head) {
    pugi::xml_node node = add(table, "w:tr");
    pugi::xml_node properties = add(node, "w:trPr");
    add(properties, "w:cantSplit");
    if (row.height > 0) {
        pugi::xml_node height = add(properties, "w:trHeight");
        height.append_attribute("w:val").set_value(row.height * millimetre);
        height.append_attribute("w:hRule").set_value("atLeast");
    }
    if (is_head) add(properties, "w:tblHeader");
    std::size_t column = 0;
    for (const PaperCell& cell : row.cells) {
        int width = 0;
        for (int i = 0; i < cell.columns && column < widths.size(); ++i) width += widths[column++];
        add_cell(node, cell, width, row.height > 0);
    }
}

/// Each row stays with the next one.
void keep_together(pugi::xml_node table) {
    for (pugi::xml_node row : table.children("w:tr")) {
        if (!row.next_sibling("w:tr")) return;
        for (pugi::xml_node cell : row.children("w:tc")) {
            for (pugi::xml_node paragraph : cell.children("w:p")) add(properties_of(paragraph), "w:keepNext");
        }
    }
}

/// Lays out the parts of a paper.
struct WordLayout {
    pugi::xml_node body;

    void operator()(const PaperHeading& heading) { add_paragraph(body, heading.text, "Heading1"); }
    void operator()(const PaperText& text) {
        add_lines(body, text.text, "");
        if (text.has_number) add_number(body);
    }
    void operator()(const PaperTable& paper) {
        pugi::xml_node table = add(body, "w:tbl");
        pugi::xml_node properties = add(table, "w:tblPr");
        add_value(properties, "w:tblStyle", "TableGrid");
        add_width(properties, "w:tblW", page_width);
        add(properties, "w:tblLayout").append_attribute("w:type").set_value("fixed");
        pugi::xml_node grid = add(table, "w:tblGrid");
        std::vector<int> widths;
        for (const int part : paper.widths) {
            widths.push_back(page_width * part / 100);
            add(grid, "w:gridCol").append_attribute("w:w").set_value(widths.back());
        }
        bool is_head = paper.has_head;
        for (const PaperRow& row : paper.rows) {
            add_row(table, row, widths, is_head);
            is_head = false;
        }
        if (paper.together) keep_together(table);
        // Two tables without a paragraph between them would be one.
        add_paragraph(body, "", "Gap");
    }
};

std::string save(const pugi::xml_document& part) {
    std::ostringstream out;
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    part.save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
}

/// A part of the template; comments and blanks of its layout are left out.
void load(pugi::xml_document& part, const Embedded& file) {
    part.load_buffer(file.text.data(), file.text.size(), pugi::parse_default, pugi::encoding_utf8);
}

std::string as_it_is(const Embedded& file) {
    pugi::xml_document part;
    load(part, file);
    return save(part);
}

std::string core_part(const std::string& title) {
    pugi::xml_document part;
    load(part, docx_core_xml);
    pugi::xml_node properties = part.document_element();
    properties.child("dc:title").text().set(xml_text(title).c_str());
    properties.child("dc:creator").text().set((std::string(origin::writer) + std::string(version())).c_str());
    return save(part);
}

/// 第 1 页（共   页）: how many there are is left to people, as sheets go their ways one by one.
std::string footer_part(Language language) {
    pugi::xml_document part;
    load(part, docx_footer_xml);
    const std::string around[] = {
        Wording{"第 ", "page "}.in(language), Wording{" 页（共     页）", " of ____"}.in(language)};
    std::size_t i = 0;
    for (pugi::xml_node run : part.document_element().child("w:p").children("w:r"))
        run.child("w:t").text().set(around[i++].c_str());
    return save(part);
}

/// The children of the node as markup.
std::string markup_of(pugi::xml_node parent) {
    std::ostringstream out;
    for (const pugi::xml_node one : parent.children())
        one.print(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
}

/// The part of the document around the papers.
struct WordFrame {
    std::string before;
    std::string section;  ///< what the pages of a paper are like
    std::string after;

    WordFrame() {
        pugi::xml_document part;
        load(part, docx_document_xml);
        section = markup_of(part.document_element().child("w:body"));
        before = save(part);
        const std::size_t at = before.find(section);
        after = before.substr(at + section.size());
        before.resize(at);
    }
};

const WordFrame& frame() {
    static const WordFrame made;
    return made;
}

}  // namespace

WordPaper word_paper_of(const Paper& paper) {
    pugi::xml_document part;
    pugi::xml_node body = add(part, "w:body");
    add_paragraph(body, paper.title, "Title");
    for (const PaperPart& one : paper.parts) std::visit(WordLayout{body}, one);
    pugi::xml_document last;
    last.append_copy(body.last_child());
    body.remove_child(body.last_child());
    WordPaper made{markup_of(body), markup_of(last), {}};
    pugi::xml_document pages;
    pages.load_string(frame().section.c_str());
    properties_of(last.first_child()).append_copy(pages.first_child());
    made.last_of_section = markup_of(last);
    return made;
}

WordDocument::WordDocument(std::string title, Language language, ResultOutlet& outlet)
    : title_(std::move(title)), language_(language), outlet_(outlet), markup_(outlet.wait()) {
    markup_->add(frame().before);
}

bool WordDocument::add(const WordPaper& paper, std::size_t number) {
    if (before_) markup_->add(before_->last_of_section);
    const auto numbered = [&](const std::string& markup) { return with_number(markup, number, number_mark); };
    before_ = WordPaper{{}, numbered(paper.last), numbered(paper.last_of_section)};
    return markup_->add(numbered(paper.begin));
}

bool WordDocument::finish() {
    if (before_) markup_->add(before_->last);
    if (!markup_->add(frame().section + frame().after)) return false;
    return write_zip(
        {{"[Content_Types].xml", as_it_is(docx_types_xml)}, {"_rels/.rels", as_it_is(docx_package_xml)},
            {"word/document.xml", {}, markup_.get()}, {"word/_rels/document.xml.rels", as_it_is(docx_parts_xml)},
            {"word/styles.xml", as_it_is(docx_styles_xml)}, {"word/footer.xml", footer_part(language_)},
            {"docProps/core.xml", core_part(title_)}},
        outlet_);
}

}  // namespace gouji
