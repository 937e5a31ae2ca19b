// SPDX-License-Identifier: Apache-2.0
// Owns: a tree of names (rows of a table, columns, facts by kind) and how a path finds its node.
// Refuses: to know what the names name.
#pragma once

#include <cstddef>
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
    /// Place among the leaves in the order of the form; -1 when the node only groups others.
    int leaf = -1;
};

class Outline {
public:
    /// Parents come before their children. Returns the node's number.
    int add(std::string name, int parent = -1, bool part = false, bool leaf = true);

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
    /// A path is whole or shortened from the left while it stays unique; a whole path wins over a shortened one.
    using Found = std::variant<int, Unknown, Ambiguous>;
    [[nodiscard]] Found find(std::string_view path) const;
    /// The path or name nearest to one that is unknown; nothing when none is near.
    [[nodiscard]] std::string nearest(std::string_view path) const;

    /// Leaves at or under a node, in order; all leaves for -1.
    [[nodiscard]] std::vector<int> leaves_under(int node) const;

private:
    std::vector<OutlineNode> nodes_;
    std::vector<int> leaves_;
};

/// The candidate nearest to `wanted`; nothing when more than half of its characters differ (one always may).
std::string nearest_name(std::string_view wanted, const std::vector<std::string>& candidates);

}  // namespace gouji
