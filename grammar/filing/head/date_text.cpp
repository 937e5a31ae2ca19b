// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/date_text.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/stated_dates.hpp"
#include "grammar/lexical/characters.hpp"
#include "grammar/lexical/private_lexical.hpp"
#include "grammar/pattern/private_capture_grammar.hpp"

namespace gouji {

DateText date_at(std::string_view line, std::size_t at) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '(' || line[at] == '[')) ++at;
    const std::size_t size = at < line.size() ? lexical::taken<capture_grammar::date_text>(line, at) : 0;
    if (size == 0) return {};
    std::size_t end = at + size;
    while (line[end - 1] == ' ') --end;
    return {at, end, date_of(line.substr(at, end - at))};
}

DateText last_date_in(std::string_view line) {
    DateText last;
    for (std::size_t at = 0; at < line.size();) {
        const auto one = utf8::decode(line, at);
        if (may_begin_number(one.code) && !is_inside_figure(line, at)) {
            if (DateText found = date_at(line, at); !found.value.empty()) {
                at = found.end;
                last = std::move(found);
                continue;
            }
        }
        at += one.size;
    }
    return last;
}

}  // namespace gouji
