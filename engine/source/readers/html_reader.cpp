// SPDX-License-Identifier: Apache-2.0
// Web pages, as lines: a block is a line of its own, a row of a table a line of | cells.
#include "engine/base/utf8.hpp"
#include "engine/source/codes.hpp"
#include "engine/source/readers/private_html_head.hpp"
#include "engine/source/readers/private_html_style.hpp"
#include "engine/source/readers/private_raw.hpp"
#include "engine/source/readers/private_text_look.hpp"
#include "engine/source/readers/readers.hpp"

#include <gumbo.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <string>

namespace gouji {
namespace {

/// Deeper pages are refused before they are parsed: the time of gumbo grows with the square of the depth. Browsers stop
/// here too.
constexpr int deepest = 512;

/// Whether elements with this tag have no end of their own.
bool is_empty_tag(std::string_view tag) {
    constexpr std::array<std::string_view, 8> empty = {"br", "hr", "img", "input", "meta", "link", "col", "wbr"};
    return std::any_of(empty.begin(), empty.end(), [&](std::string_view name) {
        return name.size() == tag.size() && std::equal(name.begin(), name.end(), tag.begin(), [](char a, char b) {
            return a == std::tolower(static_cast<unsigned char>(b));
        });
    });
}

/// How deep elements may be nested at most: tags are counted, not understood.
int depth_of(std::string_view bytes) {
    int depth = 0;
    int most = 0;
    std::size_t next = 0;
    for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', next)) {
        const std::size_t name = at + 1;
        next = name;
        if (name >= bytes.size()) break;
        if (bytes[name] == '/') {
            depth = std::max(0, depth - 1);
            continue;
        }
        std::size_t end = name;
        while (end < bytes.size() && std::isalpha(static_cast<unsigned char>(bytes[end])) != 0) ++end;
        if (end == name) continue;
        const std::size_t close = bytes.find('>', end);
        next = std::min(close, bytes.size());
        const bool closed = close != std::string_view::npos && bytes[close - 1] == '/';
        if (closed || is_empty_tag(bytes.substr(name, end - name))) continue;
        most = std::max(most, ++depth);
    }
    return most;
}

/// Elements that no reader sees, notes on how to say a word, and struck text.
bool is_left_out(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_RT:
        case GUMBO_TAG_RP:
        case GUMBO_TAG_DEL:
        case GUMBO_TAG_S:
        case GUMBO_TAG_STRIKE: return true;
        default: return false;
    }
}

/// Elements within a line; all others begin one.
bool is_inline(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_ABBR:
        case GUMBO_TAG_ACRONYM:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BDI:
        case GUMBO_TAG_BDO:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_CITE:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_DATA:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_INS:
        case GUMBO_TAG_LABEL:
        case GUMBO_TAG_MARK:
        case GUMBO_TAG_NOBR:
        case GUMBO_TAG_RB:
        case GUMBO_TAG_RUBY:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_SUB:
        case GUMBO_TAG_SUP:
        case GUMBO_TAG_TIME:
        case GUMBO_TAG_TT:
        case GUMBO_TAG_U:
        case GUMBO_TAG_WBR:
        case GUMBO_TAG_UNKNOWN: return true;
        default: return false;
    }
}

const GumboVector* children_of(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children
        : node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children
                                           : nullptr;
}

const GumboNode& child(const GumboVector& all, unsigned index) {
    return *static_cast<const GumboNode*>(all.data[index]);
}

class Page {
public:
    explicit Page(std::string_view bytes) : bytes_(bytes) { glyphs_.reserve(bytes.size() / 2); }

    void visit(const GumboNode& node) {
        switch (node.type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_WHITESPACE:
            case GUMBO_NODE_CDATA: return text(node);
            case GUMBO_NODE_ELEMENT: return element(node);
            case GUMBO_NODE_DOCUMENT: return visit_children(node);
            default: return;
        }
    }

    std::vector<Glyph> take() { return std::move(glyphs_); }
    PageHead take_head() { return std::move(head_); }

private:
    void visit_children(const GumboNode& node) {
        const GumboVector& all = *children_of(node);
        for (unsigned i = 0; i < all.length; ++i) visit(child(all, i));
    }

    void element(const GumboNode& node) {
        const GumboTag tag = node.v.element.tag;
        if (tag == GUMBO_TAG_HEAD) return read_html_head(node.v.element, head_);
        if (is_left_out(tag)) return;
        const HtmlStyle style = html_style_of(node.v.element);
        // A hidden block may be the report itself, which a script will show; hidden words in a line are left from some
        // editor.
        if ((inside_ > 0 || is_inline(tag)) && style.hidden) return;
        const TextLook before = look_;
        if (is_inline(tag)) look_.height = style.height.value_or(look_.height);
        look_.struck = look_.struck || style.struck;
        visit_element(node, tag);
        look_ = before;
    }

    void visit_element(const GumboNode& node, GumboTag tag) {
        at_ = offset(node.v.element.original_tag.data).value_or(at_);
        if (tag == GUMBO_TAG_TABLE) return table(node);
        if (tag == GUMBO_TAG_INPUT) return field(node.v.element);
        if (tag == GUMBO_TAG_IMG && !is_icon(node.v.element)) ++head_.pictures;
        if (is_inline(tag)) return visit_children(node);
        if (tag == GUMBO_TAG_TR && !cells_.empty() && cells_.back()) return row(node);
        const bool cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
        if (cell && !cells_.empty() && cells_.back()) {
            put_sign(U' ');
            put_sign(U'|');
            put_sign(U' ');
            ++inside_;
            visit_children(node);
            --inside_;
            return;
        }
        end_line();
        visit_children(node);
        end_line();
    }

    /// A page laid out by a table is blocks: one that holds a table, or a cell as long as prose.
    void table(const GumboNode& node) {
        constexpr std::size_t longest_cell = 400;  // bytes of text; the longest label of a form has some 150
        const bool data = inside_ == 0 && !holds_table(node) && longest(node) <= longest_cell;
        cells_.push_back(data);
        end_line();
        visit_children(node);
        end_line();
        cells_.pop_back();
    }

    void row(const GumboNode& node) {
        end_line();
        visit_children(node);
        put_sign(U' ');
        put_sign(U'|');
        end_line();
    }

    static bool holds_table(const GumboNode& node) {
        const GumboVector* all = children_of(node);
        for (unsigned i = 0; all && i < all->length; ++i) {
            const GumboNode& one = child(*all, i);
            if ((one.type == GUMBO_NODE_ELEMENT && one.v.element.tag == GUMBO_TAG_TABLE) || holds_table(one))
                return true;
        }
        return false;
    }

    static std::size_t text_size(const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT) return node.v.text.original_text.length;
        const GumboVector* all = children_of(node);
        std::size_t size = 0;
        for (unsigned i = 0; all && i < all->length; ++i) size += text_size(child(*all, i));
        return size;
    }

    static std::size_t longest(const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT
            && (node.v.element.tag == GUMBO_TAG_TD || node.v.element.tag == GUMBO_TAG_TH))
            return text_size(node);
        const GumboVector* all = children_of(node);
        std::size_t most = 0;
        for (unsigned i = 0; all && i < all->length; ++i) most = std::max(most, longest(child(*all, i)));
        return most;
    }

    std::optional<std::uint32_t> offset(const char* place) const {
        if (!place || place < bytes_.data() || place > bytes_.data() + bytes_.size()) return std::nullopt;
        return static_cast<std::uint32_t>(place - bytes_.data());
    }

    void put_sign(char32_t code) { glyphs_.push_back({code, {at_, at_}}); }

    /// Within a cell lines are blanks: a label may be broken over several.
    void end_line() {
        if (inside_ > 0) return put_sign(U' ');
        if (!glyphs_.empty() && glyphs_.back().code != U'\n') put_sign(U'\n');
    }

    /// The content of a field that people fill with words or figures, within a cell.
    void field(const GumboElement& element) {
        const GumboAttribute* type = gumbo_get_attribute(&element.attributes, "type");
        const std::string kind = type ? utf8::lowered(type->value) : "text";
        const GumboAttribute* value = gumbo_get_attribute(&element.attributes, "value");
        if (inside_ == 0 || !value || (kind != "text" && kind != "number")) return;
        std::string_view written(value->original_value.data, value->original_value.length);
        if (written.size() > 1 && (written.front() == '"' || written.front() == '\''))
            written = written.substr(1, written.size() - 2);
        put(written, value->value);
    }

    void text(const GumboNode& node) {
        const GumboText& text = node.v.text;
        put({text.original_text.data, text.original_text.length}, text.text);
    }

    /// Characters, each with its bytes. A character reference is one character of several bytes.
    void put(std::string_view written, std::string_view decoded) {
        const auto start = offset(written.data());
        if (!start) return;
        // Most texts are written as they are read.
        const bool same = written == decoded && written.find('&') == std::string_view::npos;
        RawText raw(written, decoded, *start);
        for (std::size_t at = 0; at < decoded.size();) {
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(decoded.data());
            auto next = static_cast<std::int32_t>(at);
            UChar32 code = 0;
            U8_NEXT(bytes, next, static_cast<std::int32_t>(decoded.size()), code);
            const std::size_t size = static_cast<std::size_t>(next) - at;
            const auto place = static_cast<std::uint32_t>(*start + at);
            const Span from = same ? Span{place, place + static_cast<std::uint32_t>(size)} : raw.next(at, size);
            at_ = from.end;
            at += size;
            if (look_.struck) continue;
            // Below the blank: tabs, line ends, what a page cannot show.
            glyphs_.push_back({code < 0x20 ? U' ' : at_height(static_cast<char32_t>(code), look_.height), from});
        }
    }

    std::string_view bytes_;
    std::vector<Glyph> glyphs_;
    PageHead head_;
    std::vector<bool> cells_;  ///< for each open table, whether its cells are cells
    int inside_ = 0;           ///< cells
    std::uint32_t at_ = 0;     ///< the place of signs that the page has no bytes for
    TextLook look_;            ///< of the open elements
};

}  // namespace

Result<Text> read_html(const Source& source) {
    if (depth_of(source.bytes) > deepest)
        return diagnose(source_codes::too_deep, {{"limit", same(std::to_string(deepest))}});
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, source.bytes.data(), source.bytes.size()), destroy);
    Page page(source.bytes);
    page.visit(*output->document);
    Text text(normalise(page.take()));
    text.set_page(page.take_head());
    return text;
}

}  // namespace gouji
