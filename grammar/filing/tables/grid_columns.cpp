// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/tables/private_grid_columns.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// A cell of the header, with what the form knows of it.
struct HeadCell {
    std::optional<HeadWord> head;
    std::vector<int> leaves;  ///< leaves of columns
    std::vector<int> groups;  ///< nodes of groups of columns
    Span where;

    [[nodiscard]] bool is_known() const { return head || !leaves.empty() || !groups.empty(); }
};

HeadCell head_cell(const GridForm& of, Span cell) {
    HeadCell made;
    made.where = cell;
    if (const auto hit = match_cell(of.text, cell, of.labels.set)) {
        for (const auto& [id, official] : *hit->ids) {
            if (of.labels.is_row(id)) continue;
            const int node = id - of.labels.rows;
            const int leaf = of.form.columns.node(node).leaf;
            if (leaf >= 0) made.leaves.push_back(leaf);
            else made.groups.push_back(node);
        }
    }
    if (!made.leaves.empty() || !made.groups.empty()) return made;
    if (const auto hit = match_cell(of.text, cell, of.labels.heads))
        made.head = static_cast<HeadWord>(hit->ids->front().first);
    return made;
}

using HeadLine = std::vector<HeadCell>;

/// The cell names a group of rows.
bool names_group(const GridForm& of, Span cell) {
    const auto hit = match_cell(of.text, cell, of.labels.set);
    return hit && std::any_of(hit->ids->begin(), hit->ids->end(), [&](const auto& id) {
        return of.labels.is_row(id.first) && of.form.rows.node(id.first).leaf < 0;
    });
}

HeadLine head_line(const GridForm& of, const GridLine& line) {
    HeadLine made;
    for (const Span cell : line.cells) {
        if (!cell.empty()) made.push_back(head_cell(of, cell));
    }
    // 资产 and 负债: the names of a half have the header that the half itself has.
    if (std::none_of(made.begin(), made.end(), [](const HeadCell& one) { return !one.leaves.empty(); })) return made;
    for (HeadCell& cell : made) {
        if (!cell.is_known() && names_group(of, cell.where)) cell.head = HeadWord::label;
    }
    return made;
}

bool is_below(const Outline& outline, int node, int group) {
    for (int up = node; up >= 0; up = outline.node(up).parent) {
        if (up == group) return true;
    }
    return false;
}

/// Puts the lines of a header together: a group of one line has columns in the next.
class HeaderReader {
public:
    HeaderReader(const Outline& columns, std::vector<HeadLine> lines)
        : outline_(columns), lines_(std::move(lines)), next_(lines_.size(), 0) {}

    std::vector<GridColumn> all() {
        for (std::size_t line = 0; line < lines_.size(); ++line) {
            while (next_[line] < lines_[line].size()) take(line);
        }
        return std::move(columns_);
    }

private:
    void take(std::size_t line) {
        const HeadCell& cell = lines_[line][next_[line]++];
        if (cell.leaves.empty() && !cell.groups.empty()) return take_group(line, cell);
        if (cell.head == HeadWord::label && takes_heads(line)) return;
        columns_.push_back({cell.head, cell.leaves, cell.where});
    }

    /// 项目 over 科目编码 and 科目名称.
    bool takes_heads(std::size_t line) {
        if (line + 1 == lines_.size()) return false;
        bool any = false;
        auto& at = next_[line + 1];
        while (at < lines_[line + 1].size() && lines_[line + 1][at].head) {
            columns_.push_back({lines_[line + 1][at].head, {}, lines_[line + 1][at].where});
            any = true;
            ++at;
        }
        return any;
    }

    /// The cells of the next line that are of the group, and those between them.
    void take_group(std::size_t line, const HeadCell& group) {
        if (line + 1 == lines_.size()) return columns_.push_back({std::nullopt, {}, group.where});
        const HeadLine& below = lines_[line + 1];
        std::size_t last = next_[line + 1];
        std::vector<int> taken;  // 预算数 and 决算数 have the same columns: each takes them once
        for (std::size_t at = next_[line + 1]; at < below.size(); ++at) {
            const int node = below[at].is_known() ? node_of(below[at], group, taken) : -1;
            if (below[at].is_known() && node < 0) break;
            if (node < 0) continue;  // an unknown one may be of any group
            taken.push_back(node);
            last = at + 1;
        }
        if (last == next_[line + 1]) return columns_.push_back({std::nullopt, {}, group.where});
        while (next_[line + 1] < last) {
            HeadCell& cell = lines_[line + 1][next_[line + 1]];
            std::erase_if(cell.leaves, [&](int leaf) { return !is_of(outline_.leaf_node(leaf), group); });
            std::erase_if(cell.groups, [&](int node) { return !is_of(node, group); });
            take(line + 1);
        }
    }

    [[nodiscard]] bool is_of(int node, const HeadCell& group) const {
        return std::any_of(
            group.groups.begin(), group.groups.end(), [&](int above) { return is_below(outline_, node, above); });
    }
    /// The first node of the group that the cell names, and that none of its columns before it is; -1 for none.
    [[nodiscard]] int node_of(const HeadCell& cell, const HeadCell& group, const std::vector<int>& taken) const {
        std::vector<int> nodes = cell.groups;
        for (const int leaf : cell.leaves) nodes.push_back(outline_.leaf_node(leaf));
        const auto found = std::find_if(nodes.begin(), nodes.end(),
            [&](int node) { return is_of(node, group) && std::find(taken.begin(), taken.end(), node) == taken.end(); });
        return found == nodes.end() ? -1 : *found;
    }

    const Outline& outline_;
    std::vector<HeadLine> lines_;
    std::vector<std::size_t> next_;  ///< of each line, the cell that is taken next
    std::vector<GridColumn> columns_;
};

/// 项目 决算数 项目 决算数: where the names begin again, another half begins.
std::vector<GridPart> parts_of(std::vector<GridColumn> columns, bool may_repeat) {
    std::vector<GridPart> parts(1);
    bool named = false;
    for (GridColumn& column : columns) {
        const bool names = column.head == HeadWord::label || column.head == HeadWord::key;
        if (names && named && may_repeat) {
            parts.emplace_back();
            named = false;
        }
        named = named || (!names && !parts.back().columns.empty());
        parts.back().columns.push_back(std::move(column));
    }
    // A first column whose header nobody knows has the names.
    for (GridPart& part : parts) {
        if (part.has(HeadWord::label) || part.has(HeadWord::key)) continue;
        if (!part.columns.empty() && part.columns.front().leaves.empty()) part.columns.front().head = HeadWord::label;
    }
    return parts;
}

}  // namespace

std::size_t GridPart::figure_columns() const {
    std::size_t count = 0;
    for (auto at = columns.rbegin(); at != columns.rend(); ++at) {
        if (at->head == HeadWord::label || at->head == HeadWord::key) break;
        ++count;
    }
    return count;
}

bool GridPart::has(HeadWord word) const {
    return std::any_of(columns.begin(), columns.end(), [&](const GridColumn& one) { return one.head == word; });
}

std::optional<LabelSet::Hit> match_cell(const Text& text, Span cell, const LabelSet& set) {
    if (cell.empty()) return std::nullopt;
    const std::string_view all = text.characters().substr(0, cell.end);
    const auto hit = set.match(all, cell.start);
    if (!hit || hit->end > cell.end) return std::nullopt;
    std::string_view rest = all.substr(hit->end);
    const std::size_t bracket = rest.find('(');
    if (bracket != std::string_view::npos && rest.find(')', bracket) != std::string_view::npos)
        rest = rest.substr(0, bracket);
    return letters_of(rest).empty() ? hit : std::nullopt;
}

std::size_t count_headers(const GridForm& of, const GridLine& line) {
    return static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
        [&](Span cell) { return !cell.empty() && head_cell(of, cell).is_known(); }));
}

bool is_numbering(const GridForm& of, const GridLine& line) {
    int last = 0;
    for (const Span cell : line.cells) {
        const std::string_view words = of.text.view(cell);
        if (words.empty()) continue;
        if (!is_grid_figure(words)) {
            if (!head_cell(of, cell).head) return false;
            continue;
        }
        if (!is_grid_code(words) || words.size() > 2 || std::stoi(std::string(words)) != last + 1) return false;
        ++last;
    }
    return last > 1;
}

namespace {

/// Puts the lines of a header together, one by one.
class HeaderLines {
public:
    explicit HeaderLines(const GridForm& of) : of_(of) {}

    /// False where the line is behind the header.
    bool add(const GridLine& line) {
        HeadLine head = head_line(of_, line);
        const bool known = std::any_of(head.begin(), head.end(), [](const HeadCell& one) { return one.is_known(); });
        const bool figures = std::any_of(
            line.cells.begin(), line.cells.end(), [&](Span cell) { return is_grid_figure(of_.text.view(cell)); });
        if (!known || figures) return !has_columns_;
        has_columns_ = has_columns_
            || std::any_of(head.begin(), head.end(), [](const HeadCell& one) { return !one.leaves.empty(); });
        // One cell a line: the header is one sequence, and its groups say nothing that their columns do not.
        const bool single = !line.barred && head.size() == 1;
        if (single) std::erase_if(head, [](const HeadCell& one) { return one.leaves.empty() && !one.head; });
        if (single && was_single_) heads_.back().insert(heads_.back().end(), head.begin(), head.end());
        else heads_.push_back(std::move(head));
        was_single_ = single;
        return true;
    }

    [[nodiscard]] bool has_columns() const { return has_columns_; }
    [[nodiscard]] std::vector<HeadLine> take() { return std::move(heads_); }

private:
    const GridForm& of_;
    std::vector<HeadLine> heads_;
    bool has_columns_ = false;
    bool was_single_ = false;
};

}  // namespace

GridHeader read_grid_header(const GridForm& of, std::span<const GridLine> lines) {
    GridHeader header;
    HeaderLines heads(of);
    for (std::size_t i = 0; i < lines.size() && heads.add(lines[i]); ++i) header.end = i + 1;
    if (!heads.has_columns()) return {};
    header.parts = parts_of(HeaderReader(of.form.columns, heads.take()).all(), !of.form.halves.empty() || of.form.open);
    return header;
}

}  // namespace gouji
