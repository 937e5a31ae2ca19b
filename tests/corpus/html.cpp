// SPDX-License-Identifier: Apache-2.0
// Filings as websites print them.
#include "tests/corpus/layouts.hpp"

#include "engine/base/utf8.hpp"

#include <functional>

namespace gouji::corpus {
namespace {

const std::string before =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>年报</title><style>td { border: 1px "
    "solid }</style>"
    "<script>var visits = 9812;</script></head><body>\n<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a "
    "href=\"/gk\">政务公开</a></li></ul></div>\n";
const std::string after =
    "<div class=\"foot\"><p>网站标识码：3300000012　　<a href=\"#\">打印本页</a></p></div>\n</body></html>\n";

std::string tag(const std::string& name, const std::string& text, const std::string& more = {}) {
    return "<" + name + more + ">" + text + "</" + name + ">";
}

std::string spans(const GridCell& cell) {
    return (cell.rows > 1 ? " rowspan=\"" + std::to_string(cell.rows) + "\"" : "")
        + (cell.columns > 1 ? " colspan=" + std::to_string(cell.columns) : "");
}

using CellWriter = std::function<std::string(const GridCell&)>;

std::string rows(const Block& block, std::size_t from, std::size_t to, const CellWriter& text) {
    std::string made;
    for (std::size_t r = from; r < to; ++r) {
        made += "<tr>";
        for (const GridCell& cell : block.rows[r]) made += tag("td", text(cell), spans(cell));
        made += "</tr>\n";
    }
    return made;
}

std::string plain(const GridCell& cell) { return cell.text; }

using BlockWriter = std::function<std::string(const Block&)>;

std::string write(const Document& document, const BlockWriter& table, const std::string& outer = "div") {
    std::string made = before + "<" + outer + " id=\"zoom\">\n";
    for (const Block& one : document.blocks)
        made += one.kind == Block::Kind::table ? table(one) : tag("p", "&emsp;&emsp;" + one.text) + "\n";
    return made + "</" + outer + ">\n" + after;
}

std::string whole(const Block& block, const CellWriter& text) {
    return tag("table", "<tbody>\n" + rows(block, 0, block.rows.size(), text) + "</tbody>", " border=1");
}

/// A label in pieces: 一、本年新收 and the rest, as editors leave it.
std::string pieces(const std::string& text) {
    std::string made;
    std::string piece;
    int count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = utf8::length(text[at]);
        piece += text.substr(at, size);
        at += size;
        if (++count % 5 == 0 || at >= text.size()) {
            made +=
                tag("span", piece, " style='font-family:宋体'") + (count % 10 == 0 && at < text.size() ? "<br>" : "");
            piece.clear();
        }
    }
    return made;
}

}  // namespace

std::string write_page(const Document& document) {
    return write(document, [](const Block& block) {
        return whole(
            block, [](const GridCell& cell) { return cell.figure ? "&nbsp;" + cell.text + "&nbsp;" : cell.text; });
    });
}

std::string write_word_page(const Document& document) {
    return write(document, [](const Block& block) {
        return whole(block, [](const GridCell& cell) {
            return tag("p", cell.figure ? tag("span", cell.text + "<o:p></o:p>", " lang=EN-US") : pieces(cell.text),
                " class=MsoNormal align=center");
        });
    });
}

std::string write_divs(const Document& document) {
    return write(document, [](const Block& block) {
        std::string made;
        for (const auto& row : block.rows) {
            made += "<div class=\"row\">";
            for (const GridCell& cell : row) made += tag("div", cell.text, " class=\"cell\"");
            made += "</div>\n";
        }
        return tag("div", made, " class=\"table\"");
    });
}

std::string write_paragraphs(const Document& document) {
    return write(document, [](const Block& block) {
        std::string made;
        for (const auto& row : block.rows) {
            for (const GridCell& cell : row) made += tag("p", cell.text) + "\n";
        }
        return made;
    });
}

std::string write_nested(const Document& document) {
    const std::string page = write(document, [](const Block& block) { return whole(block, plain); });
    const std::size_t from = page.find("<div id=\"zoom\">");
    const std::size_t to = page.find("<div class=\"foot\">");
    const std::string info = tag("table",
        tag("tr",
            tag("td", "索引号：") + tag("td", "000014349/2023-00012") + tag("td", "公开机构：")
                + tag("td", document.organ)));
    return page.substr(0, from) + "<table width=960><tr><td>" + info + "</td></tr><tr><td>"
        + page.substr(from, to - from) + "</td></tr></table>" + page.substr(to);
}

std::string write_several(const Document& document) {
    return write(document, [](const Block& block) {
        std::string made;
        constexpr std::size_t part = 7;
        for (std::size_t from = 0; from < block.rows.size(); from += part) {
            made +=
                tag("table", rows(block, from, std::min(block.rows.size(), from + part), plain)) + "<p>&nbsp;</p>\n";
        }
        return made;
    });
}

std::string write_blanks(const Document& document) {
    return write(document, [](const Block& block) {
        return whole(
            block, [](const GridCell& cell) { return cell.figure && cell.text == "0" ? "&nbsp;" : cell.text; });
    });
}

}  // namespace gouji::corpus
