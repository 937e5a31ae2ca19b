// SPDX-License-Identifier: Apache-2.0
// Owns: a tree of names (rows of a table, columns, facts by kind) and how a path finds its node.
// Refuses: to know what the names name.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gouji {

struct OutlineNode {
    std::string name;
    /// The full path with dots; parts do not count (see `part`).
    std::string path;
    int parent = -1;
    /// A part groups others for sums and is left out of their paths: 办理结果 of 予以公开.
    bool part = false;
    /// Place among the leaves in the order of the form; -1 when the node only groups others. A row of a report's own
    /// may be both: it has figures, and rows below it.
    int leaf = -1;
    std::string key;  ///< the code that a report prints for the row: 2010301; empty for all others
    int first_child = -1;
    int next_sibling = -1;
};

class Outline {
public:
    /// Parents come before their children. Returns the node's number.
    int add(std::string name, int parent = -1, bool part = false, bool leaf = true);
    /// A row with a code, which alone tells it from all others: it is found by the code wherever it lies, and its path
    /// is the code and the label. No node may have the code already.
    int add_keyed(const std::string& key, std::string_view label, int parent = -1);

    [[nodiscard]] const std::vector<OutlineNode>& nodes() const { return nodes_; }
    [[nodiscard]] const OutlineNode& node(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int leaf_count() const { return static_cast<int>(leaves_.size()); }
    /// The node of a leaf.
    [[nodiscard]] const OutlineNode& leaf(int index) const { return node(leaves_[static_cast<std::size_t>(index)]); }
    [[nodiscard]] int leaf_node(int index) const { return leaves_[static_cast<std::size_t>(index)]; }

    struct Unknown {};
    struct Ambiguous {
        std::vector<std::string> paths;
    };
    /// A path is whole or shortened from the left while it stays unique; a whole path wins over a shortened one. A row
    /// with a code is found by its code, or by its label where no other row has that.
    using Found = std::variant<int, Unknown, Ambiguous>;
    [[nodiscard]] Found find(std::string_view path) const;
    /// The path or name nearest to one that is unknown; nothing when none is near.
    [[nodiscard]] std::string nearest(std::string_view path) const;

    /// Leaves at or under a node, in order; all leaves for -1.
    [[nodiscard]] std::vector<int> leaves_under(int node) const;
    /// The nodes right below one, in order; those at the top for -1.
    [[nodiscard]] std::vector<int> children_of(int node) const;
    /// The node with a code; -1 for none.
    [[nodiscard]] int keyed(std::string_view key) const;

private:
    int append(OutlineNode added, bool leaf);
    /// The nodes with codes that have the label.
    int find_label(std::string_view label, Ambiguous& all) const;

    std::vector<OutlineNode> nodes_;
    std::vector<int> leaves_;
    std::vector<int> last_children_;  ///< of each node; -1 for none
    int first_top_ = -1;
    int last_top_ = -1;
    std::map<std::string, int, std::less<>> keys_;
};

/// The candidate nearest to `wanted`; nothing when more than half of its characters differ (one always may).
std::string nearest_name(std::string_view wanted, const std::vector<std::string>& candidates);

}  // namespace gouji
