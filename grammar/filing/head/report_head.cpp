// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/report_head.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

std::vector<Title> titles_of(const std::string& line, const ReportHead& head) {
    if (line.empty()) return {};
    const Text text(normalise(glyphs_of(line)));
    return find_titles(text, head.editions, head.names, text.all().end);
}

}  // namespace

const NameWords& names_of(const std::vector<const Edition*>& editions) {
    static const NameWords none;
    const auto own =
        std::find_if(editions.begin(), editions.end(), [](const Edition* one) { return !one->names.endings.empty(); });
    return own == editions.end() ? none : (*own)->names;
}

ReportHead read_report_head(
    const Text& text, const std::vector<const Edition*>& editions, std::uint32_t heading, std::uint32_t opening) {
    const NameWords& names = names_of(editions);
    ReportHead head{text, editions, names, find_titles(text, editions, names, heading), {}, heading, opening};
    head.page_titles = titles_of(text.page().article, head);
    if (head.page_titles.empty()) head.page_titles = titles_of(text.page().title, head);
    return head;
}

const Title* chosen_title(const ReportHead& head) {
    const auto last = std::find_if(
        head.titles.rbegin(), head.titles.rend(), [](const Title& title) { return title.place == TitlePlace::line; });
    if (last != head.titles.rend()) return &*last;
    return head.titles.empty() ? nullptr : &head.titles.front();
}

std::vector<const PatternList*> lists_of(const ReportHead& head, Edition::Patterns Edition::*list) {
    std::vector<const PatternList*> made;
    for (const Edition* one : head.editions) {
        const PatternList* own = (one->*list).get();
        if (own && std::find(made.begin(), made.end(), own) == made.end()) made.push_back(own);
    }
    return made;
}

std::vector<Span> lines_of(std::string_view characters, Span where) {
    constexpr std::string_view edge = " \t|#*>_=-";
    std::vector<Span> lines;
    for (std::size_t at = where.start; at < where.end;) {
        const std::size_t end = std::min<std::size_t>(characters.find('\n', at), where.end);
        const std::string_view line = characters.substr(at, end - at);
        const std::size_t first = line.find_first_not_of(edge);
        if (first != std::string_view::npos) {
            const std::size_t last = line.find_last_not_of(edge);
            lines.push_back({static_cast<std::uint32_t>(at + first), static_cast<std::uint32_t>(at + last + 1)});
        }
        at = end + 1;
    }
    return lines;
}

}  // namespace gouji
