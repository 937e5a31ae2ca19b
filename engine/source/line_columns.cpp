// SPDX-License-Identifier: Apache-2.0
#include "engine/source/line_columns.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>

namespace gouji {

LineColumns::LineColumns(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;) starts_.push_back(++at);
    characters_.reserve(text.size() / stretch + 1);
    std::size_t characters = 0;
    for (std::size_t at = 0; at <= text.size(); at += stretch) {
        characters_.push_back(characters);
        characters += utf8::count(text.substr(at, stretch));
    }
}

std::size_t LineColumns::line_of(std::size_t at) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), at) - starts_.begin()) - 1;
}

std::size_t LineColumns::end_of(std::size_t line) const {
    if (line + 1 == starts_.size()) return text_.size();
    const std::size_t end = starts_[line + 1] - 1;
    return end > starts_[line] && text_[end - 1] == '\r' ? end - 1 : end;
}

std::size_t LineColumns::characters_before(std::size_t at) const {
    const std::size_t begin = at / stretch * stretch;
    return characters_[at / stretch] + utf8::count(text_.substr(begin, at - begin));
}

std::size_t LineColumns::column_of(std::size_t at) const {
    return 1 + characters_before(at) - characters_before(starts_[line_of(at)]);
}

}  // namespace gouji
