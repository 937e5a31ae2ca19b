// SPDX-License-Identifier: Apache-2.0
#include "engine/base/outline.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// True for "不予公开.国家秘密" against "国家秘密": the same, or a tail that begins after a dot.
bool ends_path(std::string_view path, std::string_view tail) {
    // For speed: the last bytes of two names mostly differ.
    if (tail.empty()) return path.empty();
    if (path.size() < tail.size() || path.back() != tail.back() || path.substr(path.size() - tail.size()) != tail)
        return false;
    return path.size() == tail.size() || path[path.size() - tail.size() - 1] == '.';
}

}  // namespace

int Outline::add(std::string name, int parent, bool part, bool leaf) {
    OutlineNode added;
    added.path = name;
    for (int up = parent; up >= 0; up = node(up).parent) {
        if (!node(up).part) {
            added.path = node(up).path + "." + name;
            break;
        }
    }
    added.name = std::move(name);
    added.parent = parent;
    added.part = part;
    return append(std::move(added), leaf);
}

int Outline::add_keyed(const std::string& key, std::string_view label, int parent) {
    OutlineNode added;
    added.name = key;
    if (!label.empty()) added.name.append(" ").append(label);
    added.path = added.name;
    added.parent = parent;
    added.key = key;
    const int index = append(std::move(added), true);
    keys_.emplace(key, index);
    return index;
}

int Outline::append(OutlineNode added, bool leaf) {
    const int index = static_cast<int>(nodes_.size());
    if (leaf) {
        added.leaf = leaf_count();
        leaves_.push_back(index);
    }
    const auto in = [](std::vector<int>& all, int place) -> int& { return all[static_cast<std::size_t>(place)]; };
    int& last = added.parent < 0 ? last_top_ : in(last_children_, added.parent);
    if (last >= 0) nodes_[static_cast<std::size_t>(last)].next_sibling = index;
    else if (added.parent < 0) first_top_ = index;
    else nodes_[static_cast<std::size_t>(added.parent)].first_child = index;
    last = index;
    nodes_.push_back(std::move(added));
    last_children_.push_back(-1);
    return index;
}

std::variant<int, Outline::Unknown, Outline::Ambiguous> Outline::find(std::string_view path) const {
    if (const int known = keyed(path.substr(0, path.find(' '))); known >= 0) return known;
    Ambiguous tails;
    int found = -1;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (!nodes_[i].key.empty() || !ends_path(nodes_[i].path, path)) continue;
        if (nodes_[i].path.size() == path.size()) return static_cast<int>(i);
        found = static_cast<int>(i);
        tails.paths.push_back(nodes_[i].path);
    }
    if (tails.paths.empty() && !keys_.empty()) found = find_label(path, tails);
    if (tails.paths.size() == 1) return found;
    if (tails.paths.size() > 1) return tails;
    return Unknown{};
}

int Outline::find_label(std::string_view label, Ambiguous& all) const {
    int found = -1;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        const OutlineNode& one = nodes_[i];
        if (one.key.empty() || one.name.size() != one.key.size() + 1 + label.size() || !one.name.ends_with(label))
            continue;
        found = static_cast<int>(i);
        all.paths.push_back(one.path);
    }
    return found;
}

int Outline::keyed(std::string_view key) const {
    const auto known = keys_.find(key);
    return known == keys_.end() ? -1 : known->second;
}

std::vector<int> Outline::children_of(int top) const {
    std::vector<int> found;
    for (int at = top < 0 ? first_top_ : node(top).first_child; at >= 0; at = node(at).next_sibling)
        found.push_back(at);
    return found;
}

std::string Outline::nearest(std::string_view path) const {
    std::vector<std::string> names;
    for (const OutlineNode& node : nodes_) {
        names.push_back(node.path);
        if (node.name != node.path) names.push_back(node.name);
    }
    return nearest_name(path, names);
}

std::vector<int> Outline::leaves_under(int top) const {
    std::vector<int> found;
    if (top < 0) {
        for (int leaf = 0; leaf < leaf_count(); ++leaf) found.push_back(leaf);
        return found;
    }
    for (int leaf = 0; leaf < leaf_count(); ++leaf) {
        for (int up = leaf_node(leaf);; up = node(up).parent) {
            if (up == top) {
                found.push_back(leaf);
                break;
            }
            if (up < 0) break;
        }
    }
    return found;
}

std::string nearest_name(std::string_view wanted, const std::vector<std::string>& candidates) {
    std::size_t limit = std::max<std::size_t>(1, utf8::count(wanted) / 2);
    std::string best;
    for (const std::string& candidate : candidates) {
        const std::size_t away = utf8::distance(wanted, candidate, limit);
        if (away <= limit && (best.empty() || away < limit)) {
            best = candidate;
            limit = away;
        }
    }
    return best;
}

}  // namespace gouji
