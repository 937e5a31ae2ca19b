// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/publication.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/stated_dates.hpp"
#include "grammar/filing/head/date_text.hpp"
#include "grammar/filing/head/organ_name.hpp"
#include "grammar/filing/head/signature.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <string_view>

namespace gouji {
namespace {

class PublicationSearch {
public:
    explicit PublicationSearch(const ReportHead& head) : head_(head), characters_(head.text.characters()) {}

    std::string find() const {
        std::string found = of_lists(&Edition::published);
        if (found.empty()) found = date_of(date_in(head_.text.page().published));
        if (found.empty()) found = beside_title();
        if (found.empty()) found = of_lists(&Edition::written);
        if (found.empty()) found = find_signature(head_).day;
        return found;
    }

private:
    static std::string date_in(const std::string& line) {
        const std::string folded = fold(line);
        const DateText day = date_at(folded, 0);
        return folded.substr(day.start, day.end - day.start);
    }

    /// The day that the foremost pattern gives: a page may have several. Where one without a day matches, it is of
    /// something else.
    std::string of_lists(Edition::Patterns Edition::*lists) const {
        for (const PatternList* list : lists_of(head_, lists)) {
            const Pattern* best = nullptr;
            std::string day;
            std::size_t other = 0;  // where a day ends that is of something else
            each_match(head_.text, head_.text.all(), *list, [&](const FirstMatch& found) {
                const Span date = found.captured(Capture::date);
                if (date.empty()) other = end_of_other(found.span().end);
                if (date.start < other || (best && best <= found.pattern) || is_end_of_word(found)) return true;
                const std::string own = date_of(head_.text.view(date));
                if (own.empty()) return true;
                day = own;
                best = found.pattern;
                return best != list->patterns.data();
            });
            if (!day.empty()) return day;
        }
        return {};
    }

    /// The end of the day behind a label, with what may be between them.
    [[nodiscard]] std::size_t end_of_other(std::size_t at) const {
        at = std::min(characters_.find_first_not_of(" \t\n:|", at), characters_.size());
        return std::max(at, date_at(characters_, at).end);
    }

    /// 受理时间 is not 时间: a label of two letters is a word of its own.
    [[nodiscard]] bool is_end_of_word(const FirstMatch& found) const {
        constexpr std::size_t label = 6;  // bytes
        std::size_t end = found.start;
        while (end < found.span().end && utf8::is_han(utf8::decode(characters_, end).code)) end += 3;
        return end == found.start + label && is_behind_han(characters_, found.start);
    }

    /// A day by itself, maybe with an hour and who published it, on a line next to the title.
    [[nodiscard]] std::string beside_title() const {
        constexpr std::size_t nearest = 4;
        const Title* title = chosen_title(head_);
        if (!title || title->place == TitlePlace::sentence) return {};
        const std::vector<Span> below = lines_of(characters_, {title->span.end, head_.heading});
        for (std::size_t i = 0; i < std::min(nearest, below.size()); ++i) {
            if (std::string day = day_of_line(below[i]); !day.empty()) return day;
        }
        const std::vector<Span> above = lines_of(characters_, {0, title->span.start});
        return !above.empty() && is_day(above.back()) ? day_of_line(above.back()) : std::string();
    }

    [[nodiscard]] bool is_day(Span line) const {
        const std::string_view own = head_.text.view(line);
        return own.substr(date_at(own, 0).end).find_first_not_of(" )]") == std::string_view::npos;
    }

    [[nodiscard]] std::string day_of_line(Span line) const {
        constexpr std::size_t longest = 120;  // bytes
        const std::string_view own = head_.text.view(line);
        const DateText day = date_at(own, 0);
        if (day.value.empty() || own.size() > longest || own.find("。") != std::string_view::npos) return {};
        return is_of_page(own.substr(day.end)) ? day.value : std::string();
    }

    /// What may follow the day of the page: an hour, who published it, labels (来源：). 更新 says that it is another
    /// day.
    [[nodiscard]] bool is_of_page(std::string_view rest) const {
        if (!rest.empty() && rest.front() != ' ' && rest.front() != ')' && rest.front() != ']') return false;
        const std::size_t words = rest.find_first_not_of(" )]0123456789:.");
        if (words == std::string_view::npos) return true;
        constexpr std::string_view another = "年";  // the title of some other document
        return rest.find(another) == std::string_view::npos
            && (rest.find(':', words) != std::string_view::npos
                || !organ_name(rest.substr(words), head_.names).text.empty());
    }

    const ReportHead& head_;
    std::string_view characters_;
};

}  // namespace

std::string find_publication(const ReportHead& head) { return PublicationSearch(head).find(); }

}  // namespace gouji
