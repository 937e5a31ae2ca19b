// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/title.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/stated_dates.hpp"
#include "grammar/filing/head/organ_name.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace gouji {
namespace {

/// One edition for each list of titles, however many share it.
std::vector<const Edition*> with_titles(const std::vector<const Edition*>& editions) {
    std::vector<const Edition*> made;
    for (const Edition* one : editions) {
        if (std::none_of(made.begin(), made.end(), [&](const Edition* other) { return other->titles == one->titles; }))
            made.push_back(one);
    }
    return made;
}

bool ends_as_place(std::string_view part) {
    constexpr std::u32string_view places = U"省市州盟县区旗乡镇";
    return places.find(utf8::decode(part, utf8::previous(part, part.size())).code) != std::u32string_view::npos;
}

bool is_blank(char one) { return one == ' ' || one == '\t'; }

class TitleSearch {
public:
    TitleSearch(const Text& text, const NameWords& names)
        : text_(text), characters_(text.characters()), names_(names) {}

    void add(const FirstMatch& found) {
        const Span span = found.span();
        if (is_mentioned(found)) return;
        Title title;
        title.span = span;
        if (const Span year = found.captured(Capture::year); !year.empty()) title.year = year_of(text_.view(year));
        if (const Span organ = found.captured(Capture::organ); !organ.empty()) {
            title.organ = text_.view(organ);
            if (organ.start == span.start) {
                title.span.start = extended(organ);
                title.organ = text_.view({title.span.start, organ.end});
                title.organ = line_above(title.span.start, title.organ) + title.organ;
                title.organ = name_beside(title.span.start, title.organ) + title.organ;
            }
        } else if (std::string own = name_before(span.start); !own.empty()) {
            title.organ = std::move(own);
            title.span.start = line_start(span.start);
        }
        title.place = is_line_in_quotes(span) ? TitlePlace::line : place_of_title(characters_, title.span);
        // Without a year a title is one only where it is nothing else.
        if (title.place == TitlePlace::sentence && !title.year) return;
        if (title.place != TitlePlace::sentence && !title.year && title.organ.empty()) return;
        titles_.push_back(std::move(title));
    }

    std::vector<Title> take() {
        std::stable_sort(
            titles_.begin(), titles_.end(), [](const Title& a, const Title& b) { return a.span.start < b.span.start; });
        return std::move(titles_);
    }

private:
    /// 《关于做好2022年政府信息公开工作年度报告编制工作的通知》, or the same without its signs. What a notice
    /// publishes is not only mentioned: 关于印发…年度报告的通知.
    [[nodiscard]] bool is_mentioned(const FirstMatch& found) const {
        if (is_quoted(characters_, found.start)) return !is_line_in_quotes(found.span());
        if (is_of_other(found)) return true;
        const std::string_view after = characters_.substr(found.span().end);
        if (names_.cited.beginning(after).empty()) return false;
        constexpr std::string_view about = "关于";
        const bool notice = after.starts_with("的通知") || after.starts_with("的公告") || after.starts_with("的通告");
        const std::string_view own = text_.view(found.span());
        const std::size_t at = own.find(about);
        return !notice || at == std::string_view::npos
            || names_.before.beginning(own.substr(at)).size() <= about.size();
    }

    /// 参照青禾县林业局2021年政府信息公开工作年度报告, 较2021年政府信息公开工作年度报告.
    [[nodiscard]] bool is_of_other(const FirstMatch& found) const {
        const std::string own = utf8::without_blanks(text_.view(found.captured(Capture::organ)));
        const std::string_view before = characters_.substr(0, found.start);
        return !names_.others.ending(before).empty()
            || (!names_.others.beginning(own).empty() && organ_name(own, names_).text.empty());
    }

    /// 《青禾县水利局2022年政府信息公开工作年度报告》 by itself on its line.
    [[nodiscard]] bool is_line_in_quotes(Span span) const {
        constexpr std::string_view open = "《";
        const std::string_view before = characters_.substr(0, span.start);
        const std::string_view after = characters_.substr(span.end);
        if (!before.ends_with(open) || !after.starts_with("》")) return false;
        const std::string_view line = before.substr(0, before.size() - open.size());
        const std::string_view rest = after.substr(open.size());
        return (line.empty() || line.ends_with('\n')) && (rest.empty() || rest.starts_with('\n'));
    }

    /// 青禾县水利局, 青禾县林业局2022年…: the other organ of a title of two, so that they are read together. A page has
    /// the name of its government there.
    [[nodiscard]] std::string name_beside(std::uint32_t at, const std::string& name) const {
        if (names_.endings.empty()) return {};
        constexpr std::string_view separators = ", ";
        constexpr std::string_view government = "政府";
        std::size_t end = at;
        while (end > 0 && separators.find(characters_[end - 1]) != std::string_view::npos) --end;
        std::size_t begin = end;
        while (is_behind_han(characters_, begin)) begin -= 3;
        if (end == at || begin == end) return {};
        std::string own(characters_.substr(begin, end - begin));
        const bool whole = organ_name(own, names_).text == own && !ends_as_place(own) && !own.ends_with(government);
        return whole && name.find(own) == std::string::npos ? own + "、" : std::string();
    }

    /// 青禾县人民政府 above 办公室: the rest of a name that is broken over lines.
    [[nodiscard]] std::string line_above(std::uint32_t at, const std::string& rest) const {
        const std::uint32_t end = line_start(at);
        if (end == 0 || end != at || names_.endings.empty() || !organ_name(rest, names_).text.empty()) return {};
        std::string own = utf8::without_blanks(text_.view({line_start(end - 1), end - 1}));
        return !own.empty() && organ_name(own + rest, names_).text == own + rest ? own : std::string();
    }

    /// 青 禾 县 水 利 局 2022年…: all that is before the title on its line, where that is a name.
    [[nodiscard]] std::string name_before(std::uint32_t at) const {
        if (names_.endings.empty()) return {};
        std::string own = utf8::without_blanks(text_.view({line_start(at), at}));
        for (const std::string_view sign : {"【", "】", "(", ")", ":", "-", "—", "–"}) {
            if (own.starts_with(sign)) own.erase(0, sign.size());
            if (own.ends_with(sign)) own.erase(own.size() - sign.size());
        }
        return !own.empty() && organ_name(own, names_).text == own ? own : std::string();
    }

    [[nodiscard]] std::uint32_t line_start(std::uint32_t at) const {
        const std::size_t line = characters_.substr(0, at).rfind('\n');
        return static_cast<std::uint32_t>(line == std::string_view::npos ? 0 : line + 1);
    }

    /// 云汀县 水利局, 文化、体育局: where the name begins that a blank or a sign has broken.
    [[nodiscard]] std::uint32_t extended(Span organ) const {
        std::size_t from = begin_of_list(characters_, organ.start);
        for (;;) {
            std::size_t at = from;
            while (at > 0 && is_blank(characters_[at - 1])) --at;
            if (at == from || !is_behind_han(characters_, at)) break;
            std::size_t begin = at;
            while (is_behind_han(characters_, begin)) begin -= 3;
            const std::string_view part = characters_.substr(begin, at - begin);
            if (!is_part_of_name(part, {static_cast<std::uint32_t>(from), organ.end})) break;
            from = begin_of_list(characters_, begin);
        }
        return static_cast<std::uint32_t>(from);
    }

    /// A place before its organ, a letter before others, or what the rest needs to be a name.
    [[nodiscard]] bool is_part_of_name(std::string_view part, Span rest) const {
        constexpr std::size_t han = 3;
        if (names_.endings.empty()) return false;
        if (part.size() == han) return true;
        const std::string_view own = text_.view(rest);
        const std::string joined = utf8::without_blanks(std::string(part) + std::string(own));
        if (own.starts_with(part) || organ_name(joined, names_).text != joined) return false;
        return ends_as_place(part) || organ_name(own, names_).text.empty();
    }

    const Text& text_;
    std::string_view characters_;
    const NameWords& names_;
    std::vector<Title> titles_;
};

}  // namespace

Span FirstMatch::captured(Capture kind) const {
    for (const auto& one : match.captures) {
        if (pattern->captures[static_cast<std::size_t>(one.name)].kind == kind) return one.span;
    }
    return {};
}

FirstMatch first_match(const Text& text, Span where, const PatternList& list) {
    FigureReader figures(text.characters());
    std::vector<int> likely;
    for (const Letter& letter : text.letters(where)) {
        list.index.find(figures, letter, where.end, likely);
        for (const int one : likely) {
            const Pattern& pattern = list.patterns[static_cast<std::size_t>(one)];
            if (auto match = pattern.match(figures, letter.at, where.end))
                return {&pattern, std::move(*match), letter.at};
        }
    }
    return {};
}

std::size_t begin_of_list(std::string_view characters, std::size_t at) {
    constexpr std::string_view stop = "、";
    while (characters.substr(0, at).ends_with(stop) && is_behind_han(characters, at - stop.size())) {
        at -= stop.size();
        while (is_behind_han(characters, at)) at -= 3;
    }
    return at;
}

bool is_quoted(std::string_view characters, std::size_t at) {
    constexpr std::size_t longest = 400;  // bytes
    const std::string_view before = characters.substr(at > longest ? at - longest : 0, std::min(at, longest));
    const std::size_t open = before.rfind("《");
    if (open == std::string_view::npos) return false;
    const std::size_t close = before.rfind("》");
    return (close == std::string_view::npos || close < open) && before.find("\n\n", open) == std::string_view::npos;
}

std::vector<Title> find_titles(
    const Text& text, const std::vector<const Edition*>& editions, const NameWords& names, std::uint32_t heading) {
    TitleSearch search(text, names);
    const auto add = [&](const FirstMatch& found) {
        search.add(found);
        return true;
    };
    for (const Edition* one : with_titles(editions)) each_match(text, {0, heading}, *one->titles, add);
    std::vector<Title> titles = search.take();
    if (!titles.empty() || heading == text.all().end) return titles;
    TitleSearch anywhere(text, names);
    for (const Edition* one : with_titles(editions)) {
        each_match(text, {heading, text.all().end}, *one->titles, [&](const FirstMatch& found) {
            anywhere.add(found);
            return true;
        });
    }
    titles = anywhere.take();
    std::erase_if(titles, [](const Title& title) { return title.place != TitlePlace::line; });
    return titles;
}

}  // namespace gouji
