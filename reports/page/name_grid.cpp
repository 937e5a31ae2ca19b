// SPDX-License-Identifier: Apache-2.0
#include "reports/page/private_name_grid.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The node of the official layout that a layout of the report's own took this one from; -1 for none.
int official_node(const Outline& official, const OutlineNode& node) {
    const auto& nodes = official.nodes();
    const auto found = std::find_if(nodes.begin(), nodes.end(),
        [&](const OutlineNode& one) { return one.name == node.name && one.path == node.path; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

/// The first spelling of a node is the one of the official form.
std::string official_words(const std::vector<Spelling>& spellings, int node, const std::string& name) {
    const auto found =
        std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& one) { return one.node == node; });
    return found == spellings.end() ? name : printed_label(found->pattern.text);
}

bool share(const NamePath& a, const NamePath& b, std::size_t level) {
    return level < a.size() && level < b.size()
        && std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(level) + 1, b.begin());
}

}  // namespace

std::string printed_label(std::string_view pattern) {
    std::string words;
    bool other = false;  // in an alternative that is not the first
    int depth = 0;       // of brackets in it
    for (const char c : pattern) {
        if (other) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            other = depth >= 0;
        } else if (c == '|') {
            other = true;
            depth = 0;
        } else if (c != '[' && c != ']' && c != '(' && c != ')') words += c;
    }
    return words;
}

NameGrid::NameGrid(const std::vector<NamePath>& paths) {
    for (const NamePath& one : paths) levels = std::max(levels, static_cast<int>(one.size()));
    for (std::size_t line = 0; line < paths.size(); ++line) {
        const NamePath& path = paths[line];
        for (std::size_t level = 0; level < path.size(); ++level) {
            if (line > 0 && share(paths[line - 1], path, level)) continue;
            std::size_t end = line + 1;
            while (end < paths.size() && share(path, paths[end], level)) ++end;
            const bool last = level + 1 == path.size();
            cells.push_back({path[level].words, static_cast<int>(line), static_cast<int>(end - line),
                static_cast<int>(level), last ? levels - static_cast<int>(level) : 1, !last});
        }
    }
}

PrintedNames::PrintedNames(const Table& table) : table_(table) {
    if (table.form && !table.name.empty()) official_ = table.form->table(table.name);
    const auto& nodes = table.row_names().nodes();
    rows_nest_ = std::any_of(
        nodes.begin(), nodes.end(), [](const OutlineNode& one) { return one.leaf >= 0 && one.first_child >= 0; });
}

namespace {

NamePath path_of(
    const Outline& names, int leaf, const Outline* official, const std::vector<Spelling>* spellings, bool own) {
    NamePath path;
    for (int node = names.leaf_node(leaf); node >= 0; node = names.node(node).parent) {
        const OutlineNode& one = names.node(node);
        const int like = !official ? -1 : own ? official_node(*official, one) : node;
        path.push_back({node, like < 0 ? one.name : official_words(*spellings, like, one.name)});
    }
    std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace

NamePath PrintedNames::row(int leaf) const {
    return path_of(table_.row_names(), leaf, official_ ? &official_->rows : nullptr,
        official_ ? &official_->row_labels : nullptr, table_.own_layout != nullptr);
}

NamePath PrintedNames::column(int leaf) const {
    return path_of(table_.column_names(), leaf, official_ ? &official_->columns : nullptr,
        official_ ? &official_->column_labels : nullptr, table_.own_layout != nullptr);
}

}  // namespace gouji
