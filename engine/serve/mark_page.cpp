// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/mark_page.hpp"

#include <algorithm>

namespace gouji {

std::string mark_page(std::string_view page, Span span) {
    if (span.empty() || span.end > page.size() || page.starts_with("\xFF\xFE") || page.starts_with("\xFE\xFF"))
        return std::string(page);
    std::string made(page.substr(0, span.start));
    bool first = true;
    std::size_t at = span.start;
    while (at < span.end) {
        if (page[at] == '<') {
            // A tag stays outside of the marks.
            const std::size_t end = std::min(page.find('>', at), page.size() - 1) + 1;
            made += page.substr(at, end - at);
            at = end;
            continue;
        }
        const std::size_t end = std::min<std::size_t>(page.find('<', at), span.end);
        made += first ? "<mark id=\"gouji-mark\">" : "<mark>";
        made += page.substr(at, end - at);
        made += "</mark>";
        first = false;
        at = end;
    }
    return made.append(page.substr(at));
}

}  // namespace gouji
