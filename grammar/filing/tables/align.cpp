// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_align.hpp"

#include "grammar/filing/costs.hpp"
#include "grammar/filing/tables/private_unlabelled_rows.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// How well a label fits the node of the form that it names. It is best when just as many figures follow as the row has
/// cells.
int weight_of_label(const Item& label, int node, int official, std::size_t figures, const TableItems& table) {
    const int by_ordinal = official != 0 && label.ordinal == official ? costs::label_with_official_ordinal
        : label.ordinal == 0                                          ? costs::label_without_ordinal
                                                                      : costs::label_with_other_ordinal;
    const int leaf = table.form.rows.node(node).leaf;
    if (leaf < 0) return by_ordinal + (figures > 0 ? costs::group_with_figures : costs::group_without_figures);
    return by_ordinal
        + (figures == 0                                  ? costs::row_without_figures
                : figures == table.cells_of(leaf).size() ? costs::row_with_all_figures
                                                         : costs::row_with_other_figures);
}

/// The heaviest common order of two sequences, the labels of the page and the nodes of the form, by dynamic
/// programming: each cell of the grid has the weight of the best order of the labels and nodes from there on.
class CommonOrder {
public:
    CommonOrder(std::size_t labels, std::size_t nodes)
        : labels_(labels), nodes_(nodes), weights_(labels * nodes), best_((labels + 1) * (nodes + 1)) {}

    /// A pair without a weight does not match.
    void weigh(std::size_t label, std::size_t node, int weight) { weights_[label * nodes_ + node] = weight; }

    void solve() {
        for (std::size_t label = labels_; label-- > 0;) {
            for (std::size_t node = nodes_; node-- > 0;) {
                best_[place_of(label, node)] =
                    std::max({best(label + 1, node), best(label, node + 1), with_pair(label, node)});
            }
        }
    }

    /// Calls `visit(label, node)` for each pair of the order, once it is solved.
    template <class Visit>
    void for_each_pair(const Visit& visit) const {
        for (std::size_t label = 0, node = 0; label < labels_ && node < nodes_;) {
            if (weight(label, node) > 0 && best(label, node) == with_pair(label, node)) {
                visit(label, node);
                ++label;
                ++node;
            } else if (best(label, node) == best(label + 1, node)) {
                ++label;
            } else {
                ++node;
            }
        }
    }

private:
    [[nodiscard]] std::size_t place_of(std::size_t label, std::size_t node) const {
        return label * (nodes_ + 1) + node;
    }
    [[nodiscard]] int best(std::size_t label, std::size_t node) const { return best_[place_of(label, node)]; }
    [[nodiscard]] int weight(std::size_t label, std::size_t node) const { return weights_[label * nodes_ + node]; }
    [[nodiscard]] int with_pair(std::size_t label, std::size_t node) const {
        return weight(label, node) > 0 ? weight(label, node) + best(label + 1, node + 1) : 0;
    }

    std::size_t labels_;
    std::size_t nodes_;
    std::vector<int> weights_;  ///< mostly 0: a label names a node or two
    std::vector<int> best_;     ///< with a row and a column more, for the ends
};

/// Gives the pairs of a label with the nodes that it may name their weights.
void weigh_label(
    CommonOrder& order, std::size_t label, const Item& item, std::size_t figures, const TableItems& table) {
    // In reverse, so that of the spellings of one row, with an ordinal and without, the first counts.
    for (auto spelling = item.ids->rbegin(); spelling != item.ids->rend(); ++spelling) {
        const auto& [id, official] = *spelling;
        if (table.labels.is_row(id))
            order.weigh(label, static_cast<std::size_t>(id), weight_of_label(item, id, official, figures, table));
    }
}

/// The items that are labels of rows.
std::vector<std::size_t> row_labels_of(const TableItems& table) {
    std::vector<std::size_t> found;
    found.reserve(2 * table.form.rows.nodes().size());
    for (std::size_t i = 0; i < table.items.size(); ++i) {
        if (table.items[i].kind != Item::Kind::label) continue;
        const auto& ids = *table.items[i].ids;
        if (std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return table.labels.is_row(id.first); }))
            found.push_back(i);
    }
    return found;
}

}  // namespace

std::size_t figures_after(const std::vector<Item>& items, std::size_t index) {
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

std::vector<AlignedRow> align_rows(const TableItems& table, FiguresAt place) {
    const std::vector<std::size_t> labels = row_labels_of(table);
    const std::size_t nodes = table.form.rows.nodes().size();
    std::vector<std::size_t> figures;
    figures.reserve(labels.size());
    CommonOrder order(labels.size(), nodes);
    for (std::size_t label = 0; label < labels.size(); ++label) {
        figures.push_back(place == FiguresAt::elsewhere ? 1 : figures_after(table.items, labels[label]));
        weigh_label(order, label, table.items[labels[label]], figures.back(), table);
    }
    order.solve();
    std::vector<AlignedRow> rows;
    rows.reserve(nodes);
    order.for_each_pair([&](std::size_t label, std::size_t node) {
        const int leaf = table.form.rows.node(static_cast<int>(node)).leaf;
        if (leaf >= 0 && figures[label] > 0) rows.push_back({leaf, labels[label], false});
    });
    if (place == FiguresAt::label) add_unlabelled_rows(table, rows);
    return rows;
}

}  // namespace gouji
