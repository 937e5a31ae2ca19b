// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_rows.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// How well a label fits the row that it names, with its `official` ordinal: best where just the row's `cells` are
/// behind it.
int score_of(const Item& item, int node, int official, const TableForm& layout, std::size_t figures,
    const std::vector<std::vector<int>>& cells) {
    const int ordinal = official != 0 && item.ordinal == official ? 4 : item.ordinal == 0 ? 1 : 0;
    const int leaf = layout.rows.node(node).leaf;
    if (leaf < 0) return ordinal + (figures > 0 ? 0 : 3);
    return ordinal + (figures == 0 ? 0 : figures == cells[static_cast<std::size_t>(leaf)].size() ? 12 : 10);
}

}  // namespace

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

std::vector<AlignedRow> align_rows(std::string_view text, const std::vector<Item>& items, const TableForm& layout,
    const Edition::Labels& labels, bool apart) {
    std::vector<std::size_t> hits;
    hits.reserve(2 * layout.rows.nodes().size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != Item::Kind::label) continue;
        if (std::any_of(
                items[i].ids->begin(), items[i].ids->end(), [&](const auto& id) { return labels.is_row(id.first); }))
            hits.push_back(i);
    }
    // The heaviest common order of labels and rows, by the usual table: of each label a line, and behind the last an
    // empty one.
    const std::size_t nodes = layout.rows.nodes().size();
    const std::size_t width = nodes + 1;
    std::vector<int> best((hits.size() + 1) * width);
    std::vector<int> scores(hits.size() * nodes);  // nearly all 0: a label is that of a row or two
    std::vector<bool> figures;                     // behind each
    figures.reserve(hits.size());
    for (std::size_t h = 0; h < hits.size(); ++h) {
        const Item& item = items[hits[h]];
        const std::size_t behind = apart ? 1 : figures_behind(items, hits[h]);
        figures.push_back(behind > 0);
        // From the last on: of the spellings of one row, with an ordinal and without, the first counts.
        for (auto spelling = item.ids->rbegin(); spelling != item.ids->rend(); ++spelling) {
            const auto& [id, official] = *spelling;
            if (labels.is_row(id))
                scores[h * nodes + static_cast<std::size_t>(id)] =
                    score_of(item, id, official, layout, behind, labels.cells);
        }
    }
    for (std::size_t h = hits.size(); h-- > 0;) {
        const int* own = &scores[h * nodes];
        const int* below = &best[(h + 1) * width];
        int* line = &best[h * width];
        for (std::size_t n = nodes; n-- > 0;)
            line[n] = std::max({below[n], line[n + 1], own[n] > 0 ? own[n] + below[n + 1] : 0});
    }
    std::vector<AlignedRow> rows;
    rows.reserve(nodes);
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
