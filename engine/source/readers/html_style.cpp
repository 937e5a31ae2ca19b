// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_html_style.hpp"

#include "engine/base/utf8.hpp"

#include <string>
#include <string_view>

namespace gouji {
namespace {

bool says(std::string_view style, std::string_view words) { return style.find(words) != std::string_view::npos; }

std::optional<Height> height_of(GumboTag tag, std::string_view style) {
    if (says(style, "vertical-align:super")) return Height::raised;
    if (says(style, "vertical-align:sub")) return Height::lowered;
    if (says(style, "vertical-align:baseline")) return Height::line;
    if (tag == GUMBO_TAG_SUP) return Height::raised;
    return tag == GUMBO_TAG_SUB ? std::optional(Height::lowered) : std::nullopt;
}

}  // namespace

HtmlStyle html_style_of(const GumboElement& element) {
    const GumboAttribute* const written = gumbo_get_attribute(&element.attributes, "style");
    const std::string style = written ? utf8::lowered(utf8::without_blanks(written->value)) : std::string();
    HtmlStyle made;
    made.hidden = gumbo_get_attribute(&element.attributes, "hidden") || says(style, "display:none")
        || says(style, "visibility:hidden") || says(style, "mso-hide:all");
    made.struck = says(style, "text-decoration") && says(style, "line-through");
    made.height = height_of(element.tag, style);
    return made;
}

}  // namespace gouji
