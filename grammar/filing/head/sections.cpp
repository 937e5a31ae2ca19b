// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/sections.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/costs.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The text, the form and the headings that were found.
struct HeadingSearch {
    std::string_view text;
    const LabelPlaces& labels;
    const Edition& edition;
    std::vector<Heading> found;

    [[nodiscard]] bool line_starts(std::size_t at) const {
        while (at > 0 && text[at - 1] == ' ') --at;
        return at == 0 || text[at - 1] == '\n';
    }
    /// The end of the line, when no more than so many characters are before it, and none of them is a sign of a
    /// sentence.
    [[nodiscard]] std::optional<std::size_t> end_of_short_line(std::size_t at, std::size_t longest) const {
        constexpr std::u32string_view signs = U"。;!?:,";
        for (std::size_t characters = 0; at < text.size() && text[at] != '\n'; ++characters) {
            const auto one = utf8::decode(text, at);
            if (characters == longest || signs.find(one.code) != std::u32string_view::npos) return std::nullopt;
            at += one.size;
        }
        return at;
    }
    /// 五、存在的主要问题 及改进情况: the rest of a short line is part of its heading.
    [[nodiscard]] std::uint32_t heading_end(std::size_t at) const {
        constexpr std::size_t longest = 16;
        return static_cast<std::uint32_t>(end_of_short_line(at, longest).value_or(at));
    }
    [[nodiscard]] bool line_ends(std::size_t at) const {
        constexpr std::string_view closing = "】";
        if (text.substr(at).starts_with(closing)) at += closing.size();
        while (at < text.size() && text[at] == ' ') ++at;
        return at == text.size() || text[at] == '\n';
    }
    /// 四、结转下年度继续办理 is a row, by its number or all of its line; 四、行政复议、行政诉讼情况 only begins like a
    /// column.
    [[nodiscard]] bool is_row(const HeadingPlace& place) const {
        const auto& sets = edition.table_sets;
        return std::any_of(sets.begin(), sets.end(), [&](std::size_t set) {
            const LabelSet::Hit* hit = labels.at(set, place.at);
            if (!hit) return false;
            return line_ends(hit->end) || std::any_of(hit->ids->begin(), hit->ids->end(), [&](const auto& id) {
                return id.second == place.ordinal->number;
            });
        });
    }
};

/// 五、 and the end of a short line without the signs of a sentence: the section with that number, whatever its words.
std::optional<Heading> heading_by_ordinal(const HeadingSearch& search, const HeadingPlace& place) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    constexpr std::size_t longest = 30;
    const std::size_t at = place.at;
    const auto& ordinal = place.ordinal;
    if (!ordinal || !search.line_starts(at) || numerals.find(place.code) == std::u32string_view::npos)
        return std::nullopt;
    const auto end = search.end_of_short_line(ordinal->end, longest);
    if (!end || *end == ordinal->end) return std::nullopt;
    if (search.is_row(place)) return std::nullopt;
    const auto& sections = search.edition.form->sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].ordinal == ordinal->number)
            return Heading{static_cast<int>(i), {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(*end)}, {},
                true, false};
    }
    return std::nullopt;
}

/// The headings of the form at a place with its label, if there is one; true when there are some.
bool add_headings(HeadingSearch& search, const HeadingPlace& place, const LabelSet::Hit* hit) {
    const std::uint32_t at = place.at;
    const std::size_t before = search.found.size();
    if (hit) {
        const bool alone = place.line && search.line_ends(hit->end);
        for (const auto& [section, official] : *hit->ids) {
            const int ordinal = search.edition.form->sections[static_cast<std::size_t>(section)].ordinal;
            const bool numbered = hit->ordinal != 0 && (ordinal == 0 || hit->ordinal == ordinal);
            if (!numbered && !alone) continue;
            search.found.push_back(
                {section, {alone ? place.from : at, search.heading_end(hit->end)}, {}, numbered, true});
        }
    }
    if (search.found.size() == before && place.ordinal) {
        if (const auto heading = heading_by_ordinal(search, place)) search.found.push_back(*heading);
    }
    return search.found.size() > before;
}

int weight_of(const Heading& heading) {
    return !heading.labelled ? costs::heading_by_ordinal_alone
        : heading.numbered   ? costs::heading_with_words_and_ordinal
                             : costs::heading_with_words;
}

/// A table of contents names sections that come later with their text: its lines are followed by nothing but each
/// other.
void drop_contents(std::vector<Heading>& found) {
    constexpr std::uint32_t nothing = 12;  // bytes: a page number, a line end
    const auto is_line = [&](std::size_t i) {
        return i + 1 < found.size() && found[i + 1].heading.start < found[i].heading.end + nothing
            && found[i + 1].heading.start >= found[i].heading.end;
    };
    std::vector<Heading> kept;
    kept.reserve(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        bool again = false;
        for (std::size_t j = i + 1; j < found.size() && !again; ++j)
            again = found[j].section == found[i].section && !is_line(j);
        if (!again || !is_line(i)) kept.push_back(found[i]);
    }
    found = std::move(kept);
}

/// The heaviest chain of headings in the order of the form.
std::vector<std::size_t> chain_of(const std::vector<Heading>& found) {
    std::vector<int> weight(found.size());
    std::vector<std::size_t> next(found.size(), found.size());
    for (std::size_t i = found.size(); i-- > 0;) {
        int best = 0;
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            if (found[j].section > found[i].section && found[j].heading.start >= found[i].heading.end
                && weight[j] > best) {
                best = weight[j];
                next[i] = j;
            }
        }
        weight[i] = weight_of(found[i]) + best;
    }
    std::vector<std::size_t> chain;
    if (found.empty()) return chain;
    chain.reserve(found.size());
    for (auto i = static_cast<std::size_t>(std::max_element(weight.begin(), weight.end()) - weight.begin());
         i < found.size(); i = next[i])
        chain.push_back(i);
    return chain;
}

}  // namespace

std::size_t Headings::labelled() const {
    return static_cast<std::size_t>(
        std::count_if(chain.begin(), chain.end(), [](const Heading& one) { return one.labelled; }));
}

namespace {

/// All headings of the text that could be sections of the form, in the order of the text.
void find_headings(HeadingSearch& search) {
    constexpr std::size_t most_headings = 2000;  // the search for their order is quadratic
    constexpr std::size_t usual = 16;
    search.found.reserve(usual);
    std::size_t next = 0;
    const auto own = search.labels.of(search.edition.section_set);
    auto label = own.begin();
    for (const HeadingPlace& place : search.labels.headings()) {
        while (label != own.end() && label->at < place.at) ++label;
        const auto* hit = label != own.end() && label->at == place.at ? &label->hit : nullptr;
        if (place.at < next || (!hit && !place.ordinal)) continue;
        if (search.found.size() >= most_headings) break;
        if (add_headings(search, place, hit)) next = search.found.back().heading.end;
    }
    drop_contents(search.found);
}

}  // namespace

namespace {

/// 四、政府信息公开行政法复议、行政诉讼情况: the end of a heading that begins at `at`, and in which one letter of eight
/// is wrong at most.
std::optional<std::size_t> end_of_misspelt(std::string_view text, std::size_t at, const std::string& heading) {
    constexpr std::size_t letters_for_a_mistake = 8;
    const std::size_t length = utf8::count(heading);
    const std::size_t limit = length / letters_for_a_mistake;
    const std::size_t begin = utf8::length(heading.empty() ? ' ' : heading[0]);
    if (limit == 0 || !text.substr(at).starts_with(std::string_view(heading).substr(0, begin))) return std::nullopt;
    std::string letters;
    std::optional<std::size_t> end;
    std::size_t least = limit + 1;
    for (std::size_t count = 0; at < text.size() && text[at] != '|' && count < length + limit;) {
        const auto one = utf8::decode(text, at);
        at += one.size;
        if (is_filler(one.code)) continue;
        utf8::append(letters, one.code);
        if (++count + limit < length) continue;
        const std::size_t away = utf8::distance(letters, heading, limit);
        if (away >= least) continue;
        least = away;
        end = at;
    }
    return end;
}

/// Headings of sections that no heading names: with the number of the section, and nearly its words.
void add_misspelt(HeadingSearch& search) {
    constexpr std::u32string_view numerals = U"一二三四五六七八九十";
    const auto& sections = search.edition.form->sections;
    const std::size_t known = search.found.size();
    for (std::size_t section = 0; section < sections.size(); ++section) {
        const auto is_own = [&](const Heading& one) { return one.section == static_cast<int>(section); };
        if (sections[section].ordinal == 0 || std::any_of(search.found.begin(), search.found.end(), is_own)) continue;
        for (const HeadingPlace& place : search.labels.headings()) {
            if (!place.ordinal || place.ordinal->number != sections[section].ordinal) continue;
            if (numerals.find(place.code) == std::u32string_view::npos) continue;
            for (const std::string& heading : search.edition.section_letters[section]) {
                const auto end = end_of_misspelt(search.text, place.ordinal->end, heading);
                if (!end) continue;
                search.found.push_back(
                    {static_cast<int>(section), {place.at, static_cast<std::uint32_t>(*end)}, {}, true, true});
                break;
            }
        }
    }
    if (search.found.size() > known) {
        std::stable_sort(search.found.begin(), search.found.end(),
            [](const Heading& a, const Heading& b) { return a.heading.start < b.heading.start; });
    }
}

}  // namespace

Headings find_sections(std::string_view text, const LabelPlaces& labels, const Edition& edition) {
    HeadingSearch search{text, labels, edition, {}};
    find_headings(search);
    add_misspelt(search);
    const std::vector<std::size_t> chain = chain_of(search.found);
    Headings headings;
    headings.chain.reserve(chain.size());
    for (std::size_t i = 0, c = 0; i < search.found.size(); ++i) {
        const Heading& heading = search.found[i];
        if (c < chain.size() && chain[c] == i) {
            headings.chain.push_back(heading);
            ++c;
        } else if (heading.labelled && heading.numbered && search.line_starts(heading.heading.start)
            && search.line_ends(heading.heading.end)) {
            headings.strays.push_back(heading);
        }
    }
    for (std::size_t i = 0; i < headings.chain.size(); ++i) {
        const bool last = i + 1 == headings.chain.size();
        const auto end = last ? static_cast<std::uint32_t>(text.size()) : headings.chain[i + 1].heading.start;
        headings.chain[i].body = {headings.chain[i].heading.end, end};
    }
    return headings;
}

}  // namespace gouji
