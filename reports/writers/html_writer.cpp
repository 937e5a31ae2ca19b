// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_html_writer.hpp"

#include "engine/base/origin.hpp"
#include "engine/base/version.hpp"

namespace gouji {
namespace {

void escape(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
}

/// The program alone makes ids.
bool is_id(std::string_view name, std::string_view value) {
    return name == "id" || name == "aria-labelledby" || (name == "href" && value.starts_with('#'));
}

void escape_id(std::string& out, std::string_view value) {
    for (std::size_t mark; (mark = value.find(HtmlWriter::number_mark)) != std::string_view::npos;) {
        escape(out, value.substr(0, mark));
        out += HtmlWriter::number_mark;
        value.remove_prefix(mark + 1);
    }
    escape(out, value);
}

}  // namespace

HtmlWriter& HtmlWriter::text(std::string_view text) {
    escape(out_, text);
    return *this;
}

void HtmlWriter::open(std::string_view tag, Attributes attributes) {
    out_ += "<" + std::string(tag);
    for (const auto& [name, value] : attributes) {
        if (name.empty()) continue;
        out_ += " " + std::string(name) + "=\"";
        if (is_id(name, value)) escape_id(out_, value);
        else escape(out_, value);
        out_ += '"';
    }
    out_ += '>';
}

void HtmlWriter::close(std::string_view tag) {
    out_ += "</" + std::string(tag) + ">";
    // Lines end where blanks mean nothing.
    if (tag != "a" && tag != "mark" && tag != "span" && tag != "sup" && tag != "strong" && tag != "code") out_ += '\n';
}

void HtmlWriter::list(std::string_view tag, std::string_view kind, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    element(tag, {{kind.empty() ? "" : "class", std::string(kind)}}, [&] {
        for (const std::string& text : texts) element("li", text);
    });
}

void HtmlWriter::head_row(const std::vector<TableHead>& columns) {
    element("thead", [&] {
        element("tr", [&] {
            for (const TableHead& column : columns)
                element("th", {{"scope", "col"}, {column.kind.empty() ? "" : "class", column.kind}}, column.name);
        });
    });
}

void HtmlWriter::begin_page(
    std::string_view language, std::string_view title, const Embedded& style, const Embedded* script) {
    out_ += "<!doctype html>\n";
    open("html", {{"lang", std::string(language)}});
    out_ += "\n<head>\n";
    single("meta", {{"charset", "utf-8"}});
    single("meta", {{"name", "generator"}, {"content", std::string(origin::writer) + std::string(version())}});
    single("meta",
        {{"http-equiv", "Content-Security-Policy"},
            {"content",
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + std::string(style.digest) + "'"
                    + (script ? "; script-src '" + std::string(script->digest) + "'" : "")}});
    single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    single("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    element("title", title);
    out_ += "<style>" + std::string(style.text) + "</style>\n</head>\n<body>\n";
}

void HtmlWriter::end_page(const Embedded* script) {
    if (script) out_ += "<script>" + std::string(script->text) + "</script>\n";
    out_ += "</body>\n</html>\n";
}

std::string with_number(std::string_view text, std::size_t number, std::string_view mark) {
    const std::string digits = std::to_string(number);
    std::string made;
    for (std::size_t at; (at = text.find(mark)) != std::string_view::npos;) {
        made.append(text.substr(0, at)) += digits;
        text.remove_prefix(at + mark.size());
    }
    return made.append(text);
}

}  // namespace gouji
