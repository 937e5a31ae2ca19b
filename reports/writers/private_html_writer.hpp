// SPDX-License-Identifier: Apache-2.0
// Owns: writing HTML: elements that are closed, and texts and attributes in which nothing is a tag.
// Refuses: raw markup from anywhere but the program itself. And to be used outside of reports/.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// A file that was made part of the program, and its digest for a content policy.
struct Embedded {
    std::string_view text;
    std::string_view digest;
};

class HtmlWriter {
public:
    struct TableHead {
        std::string name;
        std::string kind = {};  ///< the class of the column
    };

    /// An attribute with an empty name is left out.
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    /// Escaped: it stays what it says.
    HtmlWriter& text(std::string_view text);

    template <class Write>
    requires requires(Write write) { write(); }
    void element(std::string_view tag, Attributes attributes, const Write& write) {
        open(tag, attributes);
        write();
        close(tag);
    }
    void element(std::string_view tag, Attributes attributes, std::string_view inside) {
        open(tag, attributes);
        text(inside);
        close(tag);
    }
    template <class Inside>
    void element(std::string_view tag, const Inside& inside) {
        element(tag, {}, inside);
    }
    /// An element around a list of texts, each in an element of its own; nothing for an empty list.
    void list(std::string_view tag, std::string_view kind, const std::vector<std::string>& texts);
    /// The first row of a table: names of columns.
    void head_row(const std::vector<TableHead>& columns);
    /// A box that scrolls by itself where it is wider than the page; `label`: for who does not see it.
    template <class Write>
    void scrolling_box(const std::string& label, const Write& write) {
        element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", label}}, write);
    }
    /// A table in such a box.
    template <class Write>
    void scrolling_table(const std::string& label, const Write& write) {
        scrolling_box(label, [&] { element("table", write); });
    }
    /// An element that has no end: meta, input, br.
    void single(std::string_view tag, Attributes attributes = {}) { open(tag, attributes); }

    /// The head of a page that loads nothing and runs nothing but these two; `script` may be nullptr.
    void begin_page(std::string_view language, std::string_view title, const Embedded& style, const Embedded* script);
    /// The end of the page, with its script.
    void end_page(const Embedded* script);

    /// A number that is known later, as a text; in an id, or a link to one, `number_mark` stands for it. `with_number`
    /// puts it in. Texts from outside never have the mark.
    void number() { out_ += number_mark; }
    static constexpr char number_mark = '\x01';

    /// What was written since the last call, with its open elements.
    std::string part() { return std::exchange(out_, {}); }
    std::string finish() { return std::move(out_); }

private:
    void open(std::string_view tag, Attributes attributes);
    void close(std::string_view tag);

    std::string out_;
};

/// A text with a number in the place of each mark: of a part of a page, the number that it was written without.
std::string with_number(
    std::string_view text, std::size_t number, std::string_view mark = {&HtmlWriter::number_mark, 1});

}  // namespace gouji
