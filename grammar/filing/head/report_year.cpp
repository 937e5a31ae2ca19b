// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/report_year.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/stated_dates.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace gouji {
namespace {

using Years = std::set<int>;

/// The year at the beginning of a text, with its 年.
std::optional<int> year_at(std::string_view text, std::size_t at) {
    constexpr std::string_view sign = "年";
    constexpr std::size_t digits = 4;
    if (at + digits + sign.size() > text.size() || text.substr(at + digits, sign.size()) != sign) return std::nullopt;
    const std::string_view year = text.substr(at, digits);
    const bool plain = std::all_of(year.begin(), year.end(), [](char c) { return is_digit(c); });
    return plain && year[0] != '0' && !is_inside_figure(text, at) ? year_of(year) : std::nullopt;
}

class YearSearch {
public:
    explicit YearSearch(const ReportHead& head) : head_(head), characters_(head.text.characters()) {}

    std::optional<int> find() const {
        if (const auto line = of_line()) return line;
        Years page = of_titles(head_.titles, TitlePlace::apart);
        for (const Title& one : head_.page_titles) {
            if (one.year) page.insert(*one.year);
        }
        if (page.size() == 1) return *page.begin();
        Years stated = of_titles(head_.titles, TitlePlace::sentence);
        const Years periods = of_matches(&Edition::periods, false);
        stated.insert(periods.begin(), periods.end());
        if (stated.size() == 1) return *stated.begin();
        Years told = of_sentences();
        const Years quoted = of_matches(&Edition::organs, true);
        told.insert(quoted.begin(), quoted.end());
        if (stated.empty()) return told.size() == 1 ? std::optional(*told.begin()) : std::nullopt;
        std::erase_if(stated, [&](int year) { return told.count(year) == 0; });
        return stated.size() == 1 ? std::optional(*stated.begin()) : std::nullopt;
    }

private:
    /// The last: a page may list the reports of other years above its own.
    [[nodiscard]] std::optional<int> of_line() const {
        const auto own = std::find_if(head_.titles.rbegin(), head_.titles.rend(),
            [](const Title& title) { return title.place == TitlePlace::line && title.year; });
        return own == head_.titles.rend() ? std::nullopt : own->year;
    }

    static Years of_titles(const std::vector<Title>& titles, TitlePlace place) {
        Years years;
        for (const Title& one : titles) {
            if (one.year && one.place == place) years.insert(*one.year);
        }
        return years;
    }

    /// The years of statements; `quoted`: of the titles that these have in quotes.
    [[nodiscard]] Years of_matches(Edition::Patterns Edition::*lists, bool quoted) const {
        Years years;
        for (const PatternList* list : lists_of(head_, lists)) {
            each_match(head_.text, {0, head_.opening}, *list, [&](const FirstMatch& found) {
                const Span place = found.captured(Capture::year);
                const auto year = year_of(head_.text.view(place));
                const auto end = end_of_period(found.span().end);
                if (year && (!end || *end == *year) && !is_quoted(characters_, found.start)
                    && is_quoted(characters_, place.start) == quoted)
                    years.insert(*year);
                return true;
            });
        }
        return years;
    }

    /// 2022年1月1日至2023年12月31日 is not the period of one report.
    [[nodiscard]] std::optional<int> end_of_period(std::size_t at) const {
        constexpr std::size_t far = 40;  // bytes
        constexpr std::string_view stop = "。";
        const std::string_view rest = characters_.substr(at, far);
        const std::string_view clause = rest.substr(0, std::min(rest.find(stop), rest.find('\n')));
        for (std::size_t i = 0; i < clause.size(); ++i) {
            if (const auto year = year_at(clause, i)) return year;
        }
        return std::nullopt;
    }

    /// 2022年, and 2022年度我局 where a sentence begins, but not the half of a year, a month or a day.
    [[nodiscard]] Years of_sentences() const {
        constexpr std::array<std::string_view, 14> parts = {"上半年", "下半年", "第", "一季度", "二季度", "三季度",
            "四季度", "前", "底", "末", "初", "起", "后", "以前"};
        constexpr std::u32string_view borders = U"。;!?:)\n";
        Years years;
        char32_t before = U'\n';
        for (const Letter& letter : head_.text.letters({0, head_.opening})) {
            if (is_digit(letter.code) && borders.find(before) != std::u32string_view::npos) {
                const auto year = year_at(characters_, letter.at);
                constexpr std::size_t size = 7;  // of 2022年
                const std::string_view rest = characters_.substr(std::min(letter.at + size, characters_.size()));
                const bool whole = !rest.empty() && !is_digit(rest.front())
                    && std::none_of(parts.begin(), parts.end(), [&](auto part) { return rest.starts_with(part); });
                if (year && whole && rest.front() != '-') years.insert(*year);
            }
            if (letter.code == U'\n' || !is_white(letter.code)) before = letter.code;
        }
        return years;
    }

    const ReportHead& head_;
    std::string_view characters_;
};

}  // namespace

std::optional<int> find_year(const ReportHead& head) { return YearSearch(head).find(); }

}  // namespace gouji
