// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_unlabelled_rows.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/pattern/parse_pattern.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {
namespace {

/// The letters of a label or of the text in its place, without ordinals and filler.
std::string letters_of(std::string_view text) {
    std::string letters;
    std::size_t at = 0;
    if (const auto ordinal = read_ordinal(text, 0)) at = ordinal->end;
    while (at < text.size()) {
        const auto character = utf8::decode(text, at);
        if (character.code == U'\n') {
            // The label of a group in the next column, where the page breaks both.
            const std::size_t next = text.find_first_not_of(" \n", at);
            const std::size_t end = next == std::string_view::npos ? at : skip_stray_line(text, next);
            if (next != std::string_view::npos && end != next) {
                at = end;
                continue;
            }
        }
        if (!is_filler(character.code)) utf8::append(letters, character.code);
        at += character.size;
    }
    return letters;
}

/// The words by which the rows of a form are known. They are made on the first call: most tables have their labels.
class RowSpellings {
public:
    explicit RowSpellings(const TableForm& form) : form_(form) {}

    /// The letters of all spellings of a row.
    [[nodiscard]] const std::vector<std::string>& of(int leaf) {
        if (labels_.empty()) expand();
        return labels_[static_cast<std::size_t>(leaf)];
    }
    /// Whether so few letters differ that the row is meant; `letters` are those of the words.
    [[nodiscard]] bool is_near(std::string_view letters, int leaf) {
        const auto& own = of(leaf);
        return std::any_of(own.begin(), own.end(), [&](const std::string& label) {
            constexpr std::size_t letters_for_a_mistake = 3;
            const std::size_t limit = utf8::count(label) / letters_for_a_mistake;
            return limit > 0 && utf8::distance(letters, label, limit) <= limit;
        });
    }

private:
    void expand() {
        labels_.resize(static_cast<std::size_t>(form_.rows.leaf_count()));
        for (const auto& spelling : form_.row_labels) {
            const int leaf = form_.rows.node(spelling.node).leaf;
            if (leaf < 0) continue;
            for (const auto& text : expand_pattern(spelling.pattern.text).texts)
                labels_[static_cast<std::size_t>(leaf)].push_back(letters_of(text));
        }
    }

    const TableForm& form_;
    std::vector<std::vector<std::string>> labels_;  ///< of each leaf
};

bool is_words(const Item& item) { return item.kind == Item::Kind::text || item.kind == Item::Kind::label; }

/// Labels that the page breaks around the figures of their rows, letter by letter:
///     一、本年新收政府信  185  3  …
///     息公开申请数量
class BrokenLabels {
public:
    BrokenLabels(std::string_view text, const std::vector<Item>& items, RowSpellings& known)
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

    /// The item after the figures that follow; the number of items where some of them are empty cells, because no label
    /// goes on below those.
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
    RowSpellings& known_;
};

/// Items in which rows of the form are missing.
struct RowGap {
    int first = 0;  ///< leaf row
    int last = -1;
    std::size_t from = 0;  ///< item
    std::size_t to = 0;
    bool outside = false;  ///< before the first aligned row or after the last, where the table may have ended
};

/// Words that may be the label of a row.
struct LabelWords {
    std::size_t first = 0;  ///< item
    std::size_t last = 0;
    std::size_t figures = 0;  ///< that follow
    std::string all;          ///< letters
    std::string own;          ///< letters of the last item alone
};

/// Fills the gaps between aligned rows, from the first to the last.
class UnlabelledRows {
public:
    UnlabelledRows(const TableItems& table, const std::vector<AlignedRow>& aligned)
        : table_(table),
          text_(table.text.characters()),
          aligned_(aligned),
          spellings_(table.form),
          broken_(text_, table.items, spellings_) {}

    void search(const RowGap& gap) {
        int next = gap.first;
        for (std::size_t item = gap.from; item < gap.to && next <= gap.last; ++item) {
            const std::size_t figures = is_words(table_.items[item]) ? figures_after(table_.items, item) : 0;
            if (figures == 0 || (gap.outside && figures == 1)) continue;
            const LabelWords words = words_before(item, gap.from, figures);
            for (int row = next; row <= gap.last; ++row) {
                if (!is_label_of(words, row, gap)) continue;
                restored_.push_back({row, item, true});
                next = row + 1;
                break;
            }
        }
    }

    [[nodiscard]] const std::vector<AlignedRow>& restored() const { return restored_; }

private:
    /// A label may be cut up where a shorter one was found inside it, and that of its group may be before it:
    /// 三、本年度办理结果（一）与以公开
    [[nodiscard]] LabelWords words_before(std::size_t last, std::size_t from, std::size_t figures) const {
        std::size_t first = last;
        while (first > from && is_words(table_.items[first - 1])) --first;
        const auto letters_from = [&](std::size_t item) {
            const std::uint32_t start = table_.items[item].span.start;
            return letters_of(text_.substr(start, table_.items[last].span.end - start));
        };
        LabelWords words{first, last, figures, letters_from(first), {}};
        if (first != last) words.own = letters_from(last);
        return words;
    }

    [[nodiscard]] bool is_label_of(const LabelWords& words, int row, const RowGap& gap) {
        const bool complete = words.figures > 1 && words.figures == table_.cells_of(row).size();
        if (gap.outside && !complete) return false;
        return is_near(words, row) || (complete && broken_.is_label(words.first, words.last, words.figures, row));
    }

    [[nodiscard]] bool is_near(const LabelWords& words, int row) {
        if (aligned_.front().leaf - row > most_rows_outside || row - aligned_.back().leaf > most_rows_outside)
            return false;
        return spellings_.is_near(words.all, row) || (words.first != words.last && spellings_.is_near(words.own, row));
    }

    const TableItems& table_;
    std::string_view text_;
    const std::vector<AlignedRow>& aligned_;
    RowSpellings spellings_;
    BrokenLabels broken_;
    std::vector<AlignedRow> restored_;
};

}  // namespace

void add_unlabelled_rows(const TableItems& table, std::vector<AlignedRow>& rows) {
    if (rows.empty()) return;
    UnlabelledRows unlabelled(table, rows);
    const AlignedRow* before = nullptr;
    for (const AlignedRow& row : rows) {
        const int first = before ? before->leaf + 1 : 0;
        const std::size_t from = before ? before->item + 1 : 0;
        if (row.leaf > first) unlabelled.search({first, row.leaf - 1, from, row.item, before == nullptr});
        before = &row;
    }
    const AlignedRow& last = rows.back();
    if (last.leaf + 1 < table.form.rows.leaf_count())
        unlabelled.search({last.leaf + 1, table.form.rows.leaf_count() - 1, last.item + 1, table.items.size(), true});
    rows.insert(rows.end(), unlabelled.restored().begin(), unlabelled.restored().end());
    std::sort(rows.begin(), rows.end(), [](const AlignedRow& a, const AlignedRow& b) { return a.item < b.item; });
}

}  // namespace gouji
