// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_raw.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>

namespace gouji {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// True for what a parser takes for a tag or a comment, not for a sign: <p </p <!-- <?
bool begins_markup(std::string_view raw, std::size_t at) {
    if (at + 1 >= raw.size() || raw[at] != '<') return false;
    const char next = raw[at + 1];
    return is_letter(next) || next == '/' || next == '!' || next == '?';
}

}  // namespace

/// An end tag that ends nothing, a row outside of a table: the parser skips them, and the text goes on after them.
/// Where the text goes on with the same two characters they are its own, as in a title.
void RawText::skip_ignored(std::string_view rest) {
    while (begins_markup(raw_, at_) && rest.substr(0, 2) != raw_.substr(at_, 2)) {
        const std::size_t end = raw_.find('>', at_);
        at_ = end == std::string_view::npos ? raw_.size() : end + 1;
    }
}

/// The length of a character reference at the place; `behind` is what the parser made of the text after it. Without its
/// semicolon a name ends where the text goes on: &nbsp12.
std::size_t RawText::length_of_reference(std::string_view behind) const {
    const bool number = at_ + 1 < raw_.size() && raw_[at_ + 1] == '#';
    std::size_t end = at_ + (number ? 2 : 1);
    while (end < raw_.size() && (is_letter(raw_[end]) || is_digit(raw_[end]))) ++end;
    if (end < raw_.size() && raw_[end] == ';') return end + 1 - at_;
    constexpr std::size_t shortest = 3;  // &lt
    constexpr std::size_t enough = 3;
    for (std::size_t size = shortest; at_ + size < end; ++size) {
        const std::string_view own = raw_.substr(at_ + size, enough);
        if (!behind.empty() && behind.substr(0, own.size()) == own) return size;
    }
    return end - at_;
}

Span RawText::next(std::size_t at, std::size_t size) {
    const std::string_view rest = decoded_.substr(at);
    skip_ignored(rest);
    const std::size_t begin = std::min(at_, raw_.size());
    const std::string_view here = raw_.substr(begin);
    const bool same = here.substr(0, size) == rest.substr(0, size);
    std::size_t taken = 0;
    if (here.starts_with('&')
        && (!same || here.starts_with("&amp") || here.starts_with("&#38") || here.starts_with("&#x26")
            || here.starts_with("&AMP")))
        taken = length_of_reference(rest.substr(size));
    else if (same) taken = size;
    else if (here.starts_with("\r\n")) taken = 2;
    else if (!here.empty()) taken = std::min(utf8::length(here.front()), here.size());
    at_ = begin + taken;
    return {start_ + static_cast<std::uint32_t>(begin), start_ + static_cast<std::uint32_t>(at_)};
}

}  // namespace gouji
