// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_html_head.hpp"

#include "engine/base/utf8.hpp"

#include <cstdlib>
#include <string>

namespace gouji {

void read_html_head(const GumboElement& element, PageHead& head) {
    const auto child = [](const GumboVector& all, unsigned index) -> const GumboNode& {
        return *static_cast<const GumboNode*>(all.data[index]);
    };
    for (unsigned i = 0; i < element.children.length; ++i) {
        const GumboNode& node = child(element.children, i);
        if (node.type != GUMBO_NODE_ELEMENT) continue;
        const GumboElement& one = node.v.element;
        if (one.tag == GUMBO_TAG_TITLE && one.children.length > 0 && child(one.children, 0).type == GUMBO_NODE_TEXT)
            head.title = child(one.children, 0).v.text.text;
        const GumboAttribute* name = gumbo_get_attribute(&one.attributes, "name");
        const GumboAttribute* content = gumbo_get_attribute(&one.attributes, "content");
        if (one.tag != GUMBO_TAG_META || !name || !content) continue;
        const std::string key = utf8::lowered(name->value);
        if (key == "articletitle") head.article = content->value;
        if (key == "pubdate") head.published = content->value;
        if (key == "contentsource") head.source = content->value;
    }
}

bool is_icon(const GumboElement& picture) {
    constexpr long least = 100;  // points
    const GumboAttribute* width = gumbo_get_attribute(&picture.attributes, "width");
    const long points = width ? std::strtol(width->value, nullptr, 10) : 0;
    return points > 0 && points < least;
}

}  // namespace gouji
