// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/title_place.hpp"

#include <algorithm>

namespace gouji {
namespace {

bool is_blank(char one) { return one == ' ' || one == '\t'; }

/// Signs that set words apart in a line: of a path, a table, a list.
bool is_sign(char one) { return std::string_view("|>/*#_-=~<").find(one) != std::string_view::npos; }

/// The place of a title in its lines.
class TitleLine {
public:
    TitleLine(std::string_view characters, Span span) : text_(characters), span_(span) {}

    [[nodiscard]] TitlePlace place() const {
        const bool begins = is_clean_before();
        const bool ends = is_clean_after();
        if (begins && ends) return TitlePlace::line;
        if ((begins || is_apart(before())) && (ends || is_apart(after()))) return TitlePlace::apart;
        return TitlePlace::sentence;
    }

private:
    /// What is before it on its line.
    [[nodiscard]] std::string_view before() const {
        const std::size_t line = text_.substr(0, span_.start).rfind('\n');
        const std::size_t from = line == std::string_view::npos ? 0 : line + 1;
        return text_.substr(from, span_.start - from);
    }
    [[nodiscard]] std::string_view after() const {
        const std::size_t line = text_.find('\n', span_.end);
        return text_.substr(span_.end, line == std::string_view::npos ? line : line - span_.end);
    }

    /// Nothing but blanks, signs and a number: # 1. of Markdown and lists.
    [[nodiscard]] bool is_clean_before() const {
        const std::string_view own = before();
        return std::all_of(own.begin(), own.end(), [](char c) { return is_blank(c) || is_sign(c); })
            || own.find_first_not_of("0123456789., ") == std::string_view::npos;
    }

    /// Nothing but blanks, signs and brackets: (2023年1月12日), (公开稿).
    [[nodiscard]] bool is_clean_after() const {
        std::string_view own = after();
        while (!own.empty()) {
            if (own.front() == '(') {
                const std::size_t close = own.find(')');
                if (close == std::string_view::npos) return false;
                own.remove_prefix(close + 1);
            } else if (is_blank(own.front()) || is_sign(own.front())) {
                own.remove_prefix(1);
            } else {
                return false;
            }
        }
        return true;
    }

    /// A blank or a sign is between the title and what is beside it; a label (标题:) before it is nothing else.
    [[nodiscard]] bool is_apart(std::string_view beside) const {
        if (beside.empty()) return true;
        const char edge = beside.data() < text_.data() + span_.start ? beside.back() : beside.front();
        return is_blank(edge) || is_sign(edge) || is_label(beside);
    }
    [[nodiscard]] static bool is_label(std::string_view beside) {
        constexpr std::size_t longest = 24;  // bytes
        while (!beside.empty() && is_blank(beside.back())) beside.remove_suffix(1);
        return beside.size() <= longest && beside.ends_with(':');
    }

    std::string_view text_;
    Span span_;
};

}  // namespace

TitlePlace place_of_title(std::string_view characters, Span title) { return TitleLine(characters, title).place(); }

}  // namespace gouji
