// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_part_lists.hpp"

#include "engine/base/measure.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gouji {
namespace {

/// Words that count pieces of information alike: 100条,其中公文20件.
constexpr std::array<std::string_view, 11> alike = {"条", "件", "份", "篇", "项", "个", "宗", "起", "例", "部", "则"};

bool is_alike(const std::string& a, const std::string& b) {
    const auto is_piece = [](const std::string& unit) {
        return unit.empty() || std::find(alike.begin(), alike.end(), unit) != alike.end();
    };
    return a == b || (is_piece(a) && is_piece(b));
}

struct PartList {
    std::size_t whole = 0;
    std::optional<std::size_t> other;  ///< a figure beside the whole that may be it
    std::vector<std::size_t> parts;
};

class ListFinder {
public:
    ListFinder(const std::vector<Frame>& frames, const Text& text, ValueSet stops) : text_(text), stops_(stops) {
        // A paragraph that has more figures is a table.
        constexpr std::size_t most = 400;
        for (std::size_t i = 0; i < frames.size() && items_.size() < most; ++i) {
            const Frame& one = frames[i];
            if (!one.count || one.of_all || !is_count(one.count->figure)) continue;
            // A bare number may be a telephone's; where its parts follow, it is a whole.
            if (one.count->figure.unit.empty() && !(i + 1 < frames.size() && frames[i + 1].opens)) continue;
            items_.push_back(&one);
        }
    }

    std::vector<PartList> find() {
        for (std::size_t i = 1; i < items_.size(); ++i) {
            if (items_[i]->opens || items_[i]->depth > items_[i - 1]->depth) named(i);
        }
        for (std::size_t i = 0; i + 2 < items_.size(); ++i) unnamed(i);
        return std::move(lists_);
    }

    [[nodiscard]] const Frame& item(std::size_t i) const { return *items_[i]; }

    [[nodiscard]] std::int64_t sum(const std::vector<std::size_t>& parts) const {
        std::int64_t sum = 0;
        for (const std::size_t one : parts) sum += value(one);
        return sum;
    }
    [[nodiscard]] std::int64_t value(std::size_t i) const { return items_[i]->count->figure.value->mantissa(); }

private:
    /// Whole numbers, far from the end of 64 bits in any sum of a paragraph.
    static bool is_count(const Figure& figure) {
        constexpr std::int64_t most = 1'000'000'000'000;
        return figure.value && figure.value->places() == 0 && figure.value->mantissa() < most
            && (figure.unit.empty() || unit_of(figure.unit).measure == Measure::count);
    }
    [[nodiscard]] const std::string& unit(std::size_t i) const { return items_[i]->count->figure.unit; }

    /// A list behind 其中, or in brackets.
    void named(std::size_t first) {
        const auto whole = whole_of(first);
        if (!whole || is_apart(first, *whole)) return;
        PartList list{*whole, other_of(*whole), {}};
        std::vector<std::size_t> all;  // with those that count something else
        const int sentence = items_[first]->sentence;
        std::size_t next = first;
        for (;
             next < items_.size() && items_[next]->sentence == sentence && items_[next]->depth >= items_[first]->depth;
             ++next) {
            if (items_[next]->depth > items_[first]->depth) continue;
            if (next > first && (items_[next]->opens || is_apart(next, *whole))) break;
            all.push_back(next);
            if (is_alike(unit(next), unit(*whole))) list.parts.push_back(next);
        }
        // 微信4条,其中视频1条: the last one has parts of its own, and may be a whole beside this one.
        const bool nested = next < items_.size() && items_[next]->opens && items_[next]->depth == items_[first]->depth
            && items_[next]->sentence == sentence;
        if (nested && sum(list.parts) != value(*whole)) return;
        add_named(list, all, first, next);
    }

    /// What agrees exactly counts first: with those in other units, up to where the next statement begins, with those
    /// of the next sentence.
    void add_named(PartList& list, const std::vector<std::size_t>& all, std::size_t first, std::size_t next) {
        const std::int64_t whole = value(list.whole);
        if (all.size() > list.parts.size() && sum(all) == whole) list.parts = all;
        std::vector<std::size_t> more = list.parts;
        for (std::size_t i = next;
             sum(list.parts) < whole && i < items_.size() && items_[i]->sentence <= items_[first]->sentence + 1; ++i) {
            if (items_[i]->depth != items_[first]->depth || !is_alike(unit(i), unit(list.whole))) continue;
            more.push_back(i);
            if (sum(more) == whole) {
                list.parts = more;
                break;
            }
        }
        for (std::size_t size = 2; size < list.parts.size(); ++size) {
            const std::vector<std::size_t> begun(
                list.parts.begin(), list.parts.begin() + static_cast<std::ptrdiff_t>(size));
            const Frame& after = *items_[list.parts[size]];
            if (sum(begun) == whole && is_new(after, *items_[list.whole])) list.parts = begun;
        }
        choose_whole(list);
        // 公开信息9条,其中网站9条、微信5条: the same ones in several places.
        const bool repeats = !list.parts.empty() && value(list.parts.front()) == whole;
        // A list in a sentence of its own need not name all parts.
        const bool apart =
            items_[list.whole]->sentence != items_[first]->sentence && sum(list.parts) < value(list.whole);
        if (list.parts.size() > 1 && !repeats && !apart && !is_rounded(list)) lists_.push_back(std::move(list));
    }

    /// Of the figures of the sentence before, the one that the parts make; else the last one.
    void choose_whole(PartList& list) const {
        const std::int64_t made = sum(list.parts);
        if (made == value(list.whole)) return;
        for (std::size_t i = list.whole; i-- > 0 && items_[i]->sentence == items_[list.whole]->sentence;) {
            if (items_[i]->depth != items_[list.whole]->depth || value(i) != made
                || !is_alike(unit(i), unit(list.whole)))
                continue;
            list.other.reset();
            list.whole = i;
            return;
        }
    }

    /// Figures that follow and come to exactly as much, at the end of a sentence: nothing says that they are its parts.
    void unnamed(std::size_t whole) {
        constexpr int most_sentences = 3;
        for (std::size_t first = whole + 1; first < items_.size(); ++first) {
            if (items_[first]->sentence > items_[whole]->sentence + most_sentences) return;
            if (items_[first]->depth != items_[whole]->depth) continue;
            if (first > whole + 1 && items_[first]->sentence == items_[first - 1]->sentence) continue;
            PartList list{whole, std::nullopt, {}};
            for (std::size_t i = first; i < items_.size() && items_[i]->sentence <= items_[first]->sentence + 1; ++i) {
                if (items_[i]->depth != items_[whole]->depth || !is_alike(unit(i), unit(whole))) continue;
                if (is_apart(i, whole)) break;
                list.parts.push_back(i);
                const bool last = i + 1 == items_.size() || items_[i + 1]->sentence != items_[i]->sentence;
                if (!last || list.parts.size() < 2 || sum(list.parts) != value(whole)) continue;
                if (!is_known(list)) lists_.push_back(std::move(list));
                break;
            }
        }
    }

    [[nodiscard]] bool is_known(const PartList& list) const {
        return value(list.whole) == 0 || std::any_of(lists_.begin(), lists_.end(), [&](const PartList& one) {
            const bool is_part = std::find(one.parts.begin(), one.parts.end(), list.whole) != one.parts.end();
            return (is_part || one.whole == list.whole) && one.parts.front() <= list.parts.back()
                && list.parts.front() <= one.parts.back();
        });
    }

    /// The figure before it: outside of its brackets, in its sentence, or in the one before.
    [[nodiscard]] std::optional<std::size_t> whole_of(std::size_t first) const {
        const Frame& part = *items_[first];
        for (std::size_t i = first; i-- > 0;) {
            const Frame& one = *items_[i];
            if (one.depth > part.depth || (part.depth > 0 && one.depth == part.depth)) continue;
            if (one.sentence == part.sentence) return i;
            return one.sentence + 1 == part.sentence ? whole_before(i) : std::nullopt;
        }
        return std::nullopt;
    }

    /// In a sentence that has more than two figures, parts of something, or what was carried over, nobody knows which
    /// of them a list in the next sentence divides.
    [[nodiscard]] std::optional<std::size_t> whole_before(std::size_t last) const {
        std::size_t count = 0;
        for (std::size_t i = last + 1; i-- > 0 && items_[i]->sentence == items_[last]->sentence;) {
            if (items_[i]->part || items_[i]->has(WordClass::when)) return std::nullopt;
            count += items_[i]->depth == items_[last]->depth ? 1U : 0U;
        }
        constexpr std::size_t most = 2;
        return count <= most ? std::optional(last) : std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> other_of(std::size_t whole) const {
        for (std::size_t i = whole; i-- > 0 && items_[i]->sentence == items_[whole]->sentence;) {
            if (items_[i]->depth == items_[whole]->depth && unit(i) == unit(whole)) return i;
        }
        return std::nullopt;
    }

    /// Whether a statement is no part of the whole: it says that something else was received, closed or made.
    [[nodiscard]] bool is_apart(std::size_t i, std::size_t whole) const {
        const Frame& one = *items_[i];
        const ValueSet what = items_[whole]->slot(WordClass::what);
        if (!one.own_verb) return false;
        const ValueSet happened = one.slot(WordClass::happened);
        if ((happened & ~stops_) == 0 && (happened & ~items_[whole]->slot(WordClass::happened)) != 0) return true;
        return one.own_what && what != 0 && items_[whole]->own_what && (one.slot(WordClass::what) & what) == 0
            && (happened & items_[whole]->slot(WordClass::happened)) == 0;
    }

    /// Whether a statement names another thing than the whole, or says that it was received, closed or made.
    [[nodiscard]] bool is_new(const Frame& one, const Frame& whole) const {
        const ValueSet happened = one.slot(WordClass::happened) & ~whole.slot(WordClass::happened);
        const ValueSet what = one.slot(WordClass::what) & ~whole.slot(WordClass::what);
        return (one.own_verb && (happened & stops_) != 0) || (one.own_what && what != 0);
    }

    /// 1.5万条 is any number from 14500 to 15500.
    [[nodiscard]] bool is_rounded(const PartList& list) const {
        const std::string_view printed = text_.view(items_[list.whole]->count->span);
        if (printed.find("万") == std::string_view::npos) return false;
        const std::size_t point = printed.find('.');
        std::size_t places = 0;
        while (point != std::string_view::npos && point + places + 1 < printed.size()
            && is_digit(printed[point + places + 1]))
            ++places;
        std::int64_t half = 5000;
        for (; places > 0; --places) half /= 10;
        return std::abs(value(list.whole) - sum(list.parts)) <= half;
    }

    const Text& text_;
    ValueSet stops_;
    std::vector<const Frame*> items_;
    std::vector<PartList> lists_;
};

/// The mention of a list.
class ListWriter {
public:
    ListWriter(const ListFinder& finder, const Text& text) : finder_(finder), text_(text) {}

    Mention write(const PartList& list) {
        mention_ = {};
        const Span where = {finder_.item(list.whole).where.start, finder_.item(list.parts.back()).where.end};
        mention_.text = text_.view(where);
        mention_.span = text_.source(where);
        add(0, list.whole);
        if (list.other) add(1, *list.other);
        add(2, list.parts.front());
        Mention::Field& sum = mention_.fields.back();
        sum.value = Decimal(finder_.sum(list.parts));
        sum.raw.clear();
        for (const std::size_t one : list.parts) {
            const StatedFigure& part = *finder_.item(one).count;
            sum.parts.push_back(*part.figure.value);
            sum.raw += (sum.raw.empty() ? "" : "、") + std::string(text_.view(part.span));
            sum.span = hull(sum.span, text_.source(part.span));
        }
        return std::move(mention_);
    }

private:
    void add(int index, std::size_t item) {
        const StatedFigure& one = *finder_.item(item).count;
        const std::string printed(text_.view(one.span));
        if (one.figure.approximate) mention_.scope.push_back(printed);
        mention_.fields.push_back({index, *one.figure.value, one.figure.unit, printed, text_.source(one.span), {}});
    }

    const ListFinder& finder_;
    const Text& text_;
    Mention mention_;
};

}  // namespace

void add_part_lists(const std::vector<Frame>& frames, const Text& text, const std::string& section,
    const Edition& edition, std::vector<Mention>& mentions) {
    if (!edition.parts) return;
    ListFinder finder(frames, text, edition.list_stops);
    const std::vector<PartList> lists = finder.find();
    ListWriter writer(finder, text);
    for (const PartList& list : lists) {
        Mention& made = mentions.emplace_back(writer.write(list));
        made.form = edition.parts;
        made.section = section;
    }
}

}  // namespace gouji
