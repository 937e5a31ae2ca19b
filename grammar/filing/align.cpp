// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/private_rows.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/pattern/pattern.hpp"

#include <algorithm>
#include <string>

namespace gouji {
namespace {

/// How many figures stand right behind the item: on its line, in its `|` row with the empty cells, or on the next lines.
std::size_t figures_behind(const std::vector<Item>& items, std::size_t index) {
    std::size_t count = 0;
    bool bar = false;
    for (std::size_t i = index + 1; i < items.size(); ++i) {
        switch (items[i].kind) {
            case Item::Kind::figure:
            case Item::Kind::change:
            case Item::Kind::dash:
            case Item::Kind::slash:
                ++count;
                bar = false;
                break;
            case Item::Kind::bar:
                count += bar ? 1 : 0;
                bar = true;
                break;
            case Item::Kind::line: bar = false; break;
            case Item::Kind::label:
            case Item::Kind::text: return count;
        }
    }
    return count;
}

/// How well a label fits the row that it names, with its `official` ordinal: best where just the row's `cells` are behind it.
int score_of(const Item& item, int node, int official, const TableForm& layout, std::size_t figures, const std::vector<std::vector<int>>& cells) {
    const int ordinal = official != 0 && item.ordinal == official ? 4 : item.ordinal == 0 ? 1 : 0;
    const int leaf = layout.rows.node(node).leaf;
    if (leaf < 0) return ordinal + (figures > 0 ? 0 : 3);
    return ordinal + (figures == 0 ? 0 : figures == cells[static_cast<std::size_t>(leaf)].size() ? 12 : 10);
}

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

    /// Whether so few letters are other ones that the row is meant; `letters` are those of the words.
    [[nodiscard]] bool is_near(std::string_view letters, int leaf) {
        if (labels_.empty()) make();
        const auto& own = labels_[static_cast<std::size_t>(leaf)];
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
            for (const auto& text : expand_pattern(spelling.pattern.text).texts) labels_[static_cast<std::size_t>(leaf)].push_back(letters_of(text));
        }
    }

    const TableForm& layout_;
    std::vector<std::vector<std::string>> labels_;  ///< of each leaf
};

/// Rows that found no label, against the words between two aligned rows that figures follow. What stands before the first and
/// behind the last may be no part of the table: there just as many figures as the row has must follow, and more than one,
/// which no prose has, and a row or two can be meant.
void restore_rows(std::string_view text, const std::vector<Item>& items, const TableForm& layout, const Edition::Labels& labels, std::vector<AlignedRow>& rows) {
    RowWords known(layout);
    std::vector<AlignedRow> made;
    const auto is_words = [&](std::size_t i) { return items[i].kind == Item::Kind::text || items[i].kind == Item::Kind::label; };
    const auto between = [&](int first, int last, std::size_t from, std::size_t to, bool outside) {
        int leaf = first;
        for (std::size_t i = from; i < to && leaf <= last; ++i) {
            const std::size_t figures = is_words(i) ? figures_behind(items, i) : 0;
            if (figures == 0 || (outside && figures == 1)) continue;
            // A label may be cut up where a shorter one was found inside it, and before it that of its group may stand:
            // 三、本年度办理结果（一）与以公开
            std::size_t begin = i;
            while (begin > from && is_words(begin - 1)) --begin;
            const auto letters_from = [&](std::size_t item) { return letters_of(text.substr(items[item].span.start, items[i].span.end - items[item].span.start)); };
            const std::string whole = letters_from(begin);
            const std::string own = begin == i ? whole : letters_from(i);
            for (int candidate = leaf; candidate <= last; ++candidate) {
                if (outside && figures != labels.cells[static_cast<std::size_t>(candidate)].size()) continue;
                if (!known.is_near(whole, candidate) && (begin == i || !known.is_near(own, candidate))) continue;
                made.push_back({candidate, i, true});
                leaf = candidate + 1;
                break;
            }
        }
    };
    if (rows.empty()) return;
    const int before = std::max(0, rows.front().leaf - most_rows_outside);
    const int last = std::min(rows.back().leaf + most_rows_outside, layout.rows.leaf_count() - 1);
    if (rows.front().leaf > 0) between(before, rows.front().leaf - 1, 0, rows.front().item, true);
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
        if (rows[r + 1].leaf > rows[r].leaf + 1) between(rows[r].leaf + 1, rows[r + 1].leaf - 1, rows[r].item + 1, rows[r + 1].item, false);
    }
    if (rows.back().leaf < last) between(rows.back().leaf + 1, last, rows.back().item + 1, items.size(), true);
    rows.insert(rows.end(), made.begin(), made.end());
    std::sort(rows.begin(), rows.end(), [](const AlignedRow& a, const AlignedRow& b) { return a.item < b.item; });
}

}  // namespace

std::vector<AlignedRow> align_rows(std::string_view text, const std::vector<Item>& items, const TableForm& layout, const Edition::Labels& labels, bool apart) {
    std::vector<std::size_t> hits;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != Item::Kind::label) continue;
        if (std::any_of(items[i].ids->begin(), items[i].ids->end(), [&](const auto& id) { return labels.is_row(id.first); })) hits.push_back(i);
    }
    // The heaviest common order of labels and rows, by the usual table: of each label a line, and behind the last an empty one.
    const std::size_t nodes = layout.rows.nodes().size();
    const std::size_t width = nodes + 1;
    std::vector<int> best((hits.size() + 1) * width);
    std::vector<int> scores(hits.size() * nodes);  // nearly all 0: a label is that of a row or two
    std::vector<bool> figures;  // behind each
    for (std::size_t h = 0; h < hits.size(); ++h) {
        const Item& item = items[hits[h]];
        const std::size_t behind = apart ? 1 : figures_behind(items, hits[h]);
        figures.push_back(behind > 0);
        // From the last on: of the spellings of one row, with an ordinal and without, the first counts.
        for (auto spelling = item.ids->rbegin(); spelling != item.ids->rend(); ++spelling) {
            const auto& [id, official] = *spelling;
            if (labels.is_row(id)) scores[h * nodes + static_cast<std::size_t>(id)] = score_of(item, id, official, layout, behind, labels.cells);
        }
    }
    for (std::size_t h = hits.size(); h-- > 0;) {
        const int* own = &scores[h * nodes];
        const int* below = &best[(h + 1) * width];
        int* line = &best[h * width];
        for (std::size_t n = nodes; n-- > 0;) line[n] = std::max({below[n], line[n + 1], own[n] > 0 ? own[n] + below[n + 1] : 0});
    }
    std::vector<AlignedRow> rows;
    for (std::size_t h = 0, n = 0; h < hits.size() && n < nodes;) {
        const int own = scores[h * nodes + n];
        const int* here = &best[h * width + n];
        if (own > 0 && *here == own + here[width + 1]) {
            const int leaf = layout.rows.node(static_cast<int>(n)).leaf;
            if (leaf >= 0 && figures[h]) rows.push_back({leaf, hits[h], false});
            ++h;
            ++n;
        } else if (*here == here[width]) {
            ++h;
        } else {
            ++n;
        }
    }
    if (!apart) restore_rows(text, items, layout, labels, rows);
    return rows;
}

}  // namespace gouji
