// SPDX-License-Identifier: Apache-2.0
// Rows whose labels were not found: misspelt, in other words, or broken by the page.
#include "grammar/filing/tables/private_rows.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/pattern/pattern.hpp"

#include <algorithm>
#include <string>

namespace gouji {
namespace {

/// The letters of a label or of the text in its place, without ordinals and filler.
std::string letters_of(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    if (const auto ordinal = read_ordinal(text, 0)) at = ordinal->end;
    for (; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (one.code == U'\n') {
            // The label of a group in the column beside, where the page breaks both.
            const std::size_t next = text.find_first_not_of(" \n", at);
            const std::size_t behind = next == std::string_view::npos ? at : skip_stray_line(text, next);
            if (next != std::string_view::npos && behind != next) {
                at = behind;
                continue;
            }
        }
        if (!is_filler(one.code)) utf8::append(out, one.code);
        at += one.size;
    }
    return out;
}

/// The words by which the rows of a form are known, made when somebody asks: nearly all tables have their labels.
class RowWords {
public:
    explicit RowWords(const TableForm& layout) : layout_(layout) {}

    /// The letters of all spellings of a row.
    [[nodiscard]] const std::vector<std::string>& of(int leaf) {
        if (labels_.empty()) make();
        return labels_[static_cast<std::size_t>(leaf)];
    }
    /// Whether so few letters are other ones that the row is meant; `letters` are those of the words.
    [[nodiscard]] bool is_near(std::string_view letters, int leaf) {
        const auto& own = of(leaf);
        return std::any_of(own.begin(), own.end(), [&](const std::string& label) {
            const std::size_t limit = utf8::count(label) / 3;
            return limit > 0 && utf8::distance(letters, label, limit) <= limit;
        });
    }

private:
    void make() {
        labels_.resize(static_cast<std::size_t>(layout_.rows.leaf_count()));
        for (const auto& spelling : layout_.row_labels) {
            const int leaf = layout_.rows.node(spelling.node).leaf;
            if (leaf < 0) continue;
            for (const auto& text : expand_pattern(spelling.pattern.text).texts)
                labels_[static_cast<std::size_t>(leaf)].push_back(letters_of(text));
        }
    }

    const TableForm& layout_;
    std::vector<std::vector<std::string>> labels_;  ///< of each leaf
};

bool is_words(const Item& item) { return item.kind == Item::Kind::text || item.kind == Item::Kind::label; }

/// Labels that the page breaks around the figures of their rows, letter by letter:
///     一、本年新收政府信  185  3  …
///     息公开申请数量
class BrokenLabels {
public:
    BrokenLabels(std::string_view text, const std::vector<Item>& items, RowWords& known)
        : text_(text), items_(items), known_(known) {}

    /// Whether the words `begin` to `last`, with lines of words above them and below the figures, are the label of a
    /// row.
    [[nodiscard]] bool is_label(std::size_t begin, std::size_t last, std::size_t figures, int leaf) {
        constexpr int most_lines = 3;  // above
        const std::size_t below = end_of_figures(last, figures);
        std::size_t first = begin;
        std::string raw(words(begin, last));
        for (int line = 0; line <= most_lines; ++line) {
            const std::string letters = letters_of(raw);
            const auto& labels = known_.of(leaf);
            if (std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
                    return label.starts_with(letters) && goes_on(letters, below, label);
                }))
                return true;
            if (first < 2 || items_[first - 1].kind != Item::Kind::line || !is_words(items_[first - 2])) return false;
            const std::size_t end = first - 2;
            for (first = end; first > 0 && is_words(items_[first - 1]);) --first;
            if (first > 0 && items_[first - 1].kind != Item::Kind::line) return false;  // the end of another row
            raw.insert(0, words(first, end));
        }
        return false;
    }

private:
    [[nodiscard]] std::string_view words(std::size_t first, std::size_t last) const {
        return text_.substr(items_[first].span.start, items_[last].span.end - items_[first].span.start);
    }

    /// Behind the figures that follow; the number of items where some of them are empty cells, for no label goes on
    /// below those.
    [[nodiscard]] std::size_t end_of_figures(std::size_t item, std::size_t figures) const {
        for (++item; item < items_.size() && !is_words(items_[item]); ++item) {
            if (items_[item].is_value() && --figures == 0) return item + 1;
        }
        return items_.size();
    }

    /// Whether the lines of words from `item` on complete the label.
    [[nodiscard]] bool goes_on(std::string letters, std::size_t item, const std::string& label) const {
        while (letters.size() < label.size() && label.starts_with(letters)) {
            if (item + 1 >= items_.size() || items_[item].kind != Item::Kind::line || !is_words(items_[item + 1]))
                return false;
            const std::size_t first = ++item;
            while (item < items_.size() && is_words(items_[item])) ++item;
            if (item < items_.size() && items_[item].kind != Item::Kind::line) return false;  // the next row
            letters += letters_of(words(first, item - 1));
        }
        return letters == label;
    }

    std::string_view text_;
    const std::vector<Item>& items_;
    RowWords& known_;
};

}  // namespace

void restore_rows(std::string_view text, const std::vector<Item>& items, const TableForm& layout,
    const Edition::Labels& labels, std::vector<AlignedRow>& rows) {
    RowWords known(layout);
    BrokenLabels broken(text, items, known);
    std::vector<AlignedRow> made;
    const auto between = [&](int first, int last, std::size_t from, std::size_t to, bool outside) {
        int leaf = first;
        for (std::size_t i = from; i < to && leaf <= last; ++i) {
            const std::size_t figures = is_words(items[i]) ? figures_behind(items, i) : 0;
            if (figures == 0 || (outside && figures == 1)) continue;
            // A label may be cut up where a shorter one was found inside it, and before it that of its group may stand:
            // 三、本年度办理结果（一）与以公开
            std::size_t begin = i;
            while (begin > from && is_words(items[begin - 1])) --begin;
            const auto letters_from = [&](std::size_t item) {
                return letters_of(text.substr(items[item].span.start, items[i].span.end - items[item].span.start));
            };
            const std::string whole = letters_from(begin);
            const std::string own = begin == i ? whole : letters_from(i);
            for (int candidate = leaf; candidate <= last; ++candidate) {
                const bool all = figures > 1 && figures == labels.cells[static_cast<std::size_t>(candidate)].size();
                if (outside && !all) continue;
                const bool few = rows.front().leaf - candidate <= most_rows_outside
                    && candidate - rows.back().leaf <= most_rows_outside;
                const bool near =
                    few && (known.is_near(whole, candidate) || (begin != i && known.is_near(own, candidate)));
                if (!near && !(all && broken.is_label(begin, i, figures, candidate))) continue;
                made.push_back({candidate, i, true});
                leaf = candidate + 1;
                break;
            }
        }
    };
    if (rows.empty()) return;
    const int last = layout.rows.leaf_count() - 1;
    if (rows.front().leaf > 0) between(0, rows.front().leaf - 1, 0, rows.front().item, true);
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
        if (rows[r + 1].leaf > rows[r].leaf + 1)
            between(rows[r].leaf + 1, rows[r + 1].leaf - 1, rows[r].item + 1, rows[r + 1].item, false);
    }
    if (rows.back().leaf < last) between(rows.back().leaf + 1, last, rows.back().item + 1, items.size(), true);
    rows.insert(rows.end(), made.begin(), made.end());
    std::sort(rows.begin(), rows.end(), [](const AlignedRow& a, const AlignedRow& b) { return a.item < b.item; });
}

}  // namespace gouji
