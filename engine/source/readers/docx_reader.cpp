// SPDX-License-Identifier: Apache-2.0
// DOCX (ECMA-376, WordprocessingML), as a reader sees it printed: tracked changes as accepted, hidden and struck
// text left out, automatic numbers written out, a cell merged over several rows in the first of them.
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_lines.hpp"
#include "engine/source/readers/private_numbering.hpp"
#include "engine/source/readers/private_package.hpp"
#include "engine/source/readers/private_text_look.hpp"
#include "engine/source/readers/readers.hpp"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

constexpr int deepest = 200;

template <std::size_t size>
bool is_any(std::string_view name, const std::array<std::string_view, size>& all) {
    return std::find(all.begin(), all.end(), name) != all.end();
}

class Body {
public:
    Body(Numbering numbering, StyleLooks styles, std::string part)
        : numbering_(std::move(numbering)), styles_(std::move(styles)), part_(std::move(part)) {}

    void blocks(pugi::xml_node node) {
        each(node, [&](pugi::xml_node one, std::string_view name) {
            if (name == "p") paragraph(one);
            else if (name == "tbl") table(one);
            else if (is_wrapper(name)) blocks(one);
        });
    }

    [[nodiscard]] bool too_deep() const { return too_deep_; }
    Result<Text> take() {
        Result<Text> text = lines_.take();
        PageHead head;
        head.pictures = pictures_;
        if (text) text->set_page(std::move(head));
        return text;
    }

private:
    /// Calls `take` with each child and its name, as deep as nesting is bounded.
    template <class Take>
    void each(pugi::xml_node node, const Take& take) {
        if (++depth_ > deepest) too_deep_ = true;
        for (const pugi::xml_node one : node.children()) {
            if (too_deep_) break;
            take(one, local_name(one));
        }
        --depth_;
    }

    /// Elements around blocks, rows, cells and runs that print nothing themselves.
    static bool is_wrapper(std::string_view name) {
        return is_any(name,
            std::array<std::string_view, 8>{
                "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple"});
    }

    void paragraph(pugi::xml_node node) {
        const pugi::xml_node properties = child_named(node, "pPr");
        lines_.put(numbering_.next(properties));
        runs(node, properties);
        // A paragraph whose mark was deleted goes on in the next.
        if (!child_named(child_named(properties, "rPr"), "del")) lines_.end_line();
    }

    void runs(pugi::xml_node node, pugi::xml_node paragraph) {
        each(node, [&](pugi::xml_node one, std::string_view name) {
            const pugi::xml_node properties = child_named(one, "rPr");
            if (name == "r" && !is_on(properties, "vanish")) run(one, styles_.of(properties, paragraph));
            else if (is_wrapper(name)) runs(one, paragraph);
        });
    }

    void run(pugi::xml_node node, TextLook look) {
        each(node, [&](pugi::xml_node one, std::string_view name) {
            if (name == "t") lines_.put(shown_with(one.child_value(), look));
            else if (name == "tab" || name == "ptab") lines_.put(" ");
            else if (name == "br" || name == "cr") lines_.end_line();
            else if (name == "noBreakHyphen") lines_.put("-");
            else if (name == "sym") lines_.put(" ");
            else if (name == "AlternateContent") run(child_named(one, "Choice"), look);
            else if (name == "txbxContent") blocks(one);
            else if (name == "pic" || name == "imagedata") ++pictures_;
            else if (is_any(name,
                         std::array<std::string_view, 10>{"drawing", "pict", "inline", "anchor", "graphic",
                             "graphicData", "wsp", "txbx", "shape", "textbox"}))
                run(one, look);
        });
    }

    static bool is_deleted(pugi::xml_node row) {
        return static_cast<bool>(child_named(child_named(row, "trPr"), "del"));
    }

    static bool holds_table(pugi::xml_node node, int depth) {
        return depth < deepest && std::any_of(node.begin(), node.end(), [&](pugi::xml_node one) {
            return local_name(one) == "tbl"
                || (!is_any(local_name(one), std::array<std::string_view, 2>{"p", "tblPr"})
                    && holds_table(one, depth + 1));
        });
    }

    /// A table that holds another is the layout of the page: its cells are blocks.
    void table(pugi::xml_node node) {
        const int number = ++tables_;
        lines_.end_line();
        if (holds_table(node, 0)) {
            cells_as_blocks(node);
        } else {
            int row = 0;
            rows(node, number, row);
        }
        lines_.at({0, 0, {}, part_, 0, {}});
    }

    void cells_as_blocks(pugi::xml_node node) {
        each(node, [&](pugi::xml_node one, std::string_view name) {
            if (name == "tc") blocks(one);
            else if ((name == "tr" && !is_deleted(one)) || is_wrapper(name)) cells_as_blocks(one);
        });
    }

    void rows(pugi::xml_node node, int table, int& row) {
        each(node, [&](pugi::xml_node one, std::string_view name) {
            if (is_wrapper(name)) rows(one, table, row);
            if (name != "tr" || is_deleted(one)) return;
            ++row;
            int column = 0;
            cells(one, table, row, column);
            lines_.end_row();
        });
    }

    void cells(pugi::xml_node node, int table, int row, int& column) {
        constexpr int widest = 16'384;
        each(node, [&](pugi::xml_node one, std::string_view name) {
            if (is_wrapper(name)) cells(one, table, row, column);
            if (name != "tc") return;
            const pugi::xml_node properties = child_named(one, "tcPr");
            const pugi::xml_node merged = child_named(properties, "vMerge");
            const bool goes_on = merged && attribute_named(merged, "val") != "restart";
            const int first = column + 1;
            column = std::min(widest, column + number_named(child_named(properties, "gridSpan"), "val", 1, widest));
            if (goes_on || child_named(properties, "cellDel")) return;
            lines_.begin_cell();
            lines_.at({0, 0, {}, part_, table, column_letters(first) + std::to_string(row)});
            blocks(one);
            lines_.end_cell();
        });
    }

    Numbering numbering_;
    StyleLooks styles_;
    std::string part_;
    TextLines lines_;
    int tables_ = 0;
    int pictures_ = 0;
    int depth_ = 0;
    bool too_deep_ = false;
};

}  // namespace

std::string column_letters(int column) {
    std::string made;
    for (; column > 0; column = (column - 1) / 26)
        made.insert(made.begin(), static_cast<char>('A' + (column - 1) % 26));
    return made;
}

namespace {

/// The XML of a document that its text depends on.
struct DocumentParts {
    std::string name;
    Xml document;
    Xml numbering;
    Xml styles;
};

Result<DocumentParts> parts_of(const Archive& archive) {
    DocumentParts parts;
    parts.name = main_part(archive).name;
    Result<std::vector<Relation>> relations = relations_of(archive, parts.name);
    Result<DocumentParts> refused;
    refused.diagnostics = std::move(relations.diagnostics);
    if (!relations) return refused;
    // False with the reason in `refused`.
    const auto fill = [&](Xml& part, Result<Xml> tree) {
        refused.diagnostics = std::move(tree.diagnostics);
        if (tree) part = std::move(*tree);
        return tree.value.has_value();
    };
    const auto related = [&](std::string_view type) {
        const std::string name = related_part(archive, *relations, type, parts.name);
        return name.empty() ? Result<Xml>(std::make_unique<pugi::xml_document>()) : parse_part(archive, name);
    };
    if (!fill(parts.document, parse_part(archive, parts.name)) || !fill(parts.numbering, related("numbering"))
        || !fill(parts.styles, related("styles")))
        return refused;
    return parts;
}

}  // namespace

Result<Text> read_docx(const Source& source) {
    const Result<Archive> archive = Archive::open(source.bytes);
    Result<Text> refused;
    refused.diagnostics = archive.diagnostics;
    if (!archive) return refused;
    Result<DocumentParts> parts = parts_of(*archive);
    if (!parts) {
        refused.diagnostics = std::move(parts.diagnostics);
        return refused;
    }
    const pugi::xml_node styles = parts->styles->document_element();
    Body body(Numbering(parts->numbering->document_element(), styles), StyleLooks(styles), parts->name);
    body.blocks(child_named(parts->document->document_element(), "body"));
    if (body.too_deep()) return diagnose(source_codes::too_deep, {{"limit", same(std::to_string(deepest))}});
    return body.take();
}

}  // namespace gouji
