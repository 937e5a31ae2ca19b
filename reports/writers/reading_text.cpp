// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_reading_text.hpp"

#include "engine/base/origin.hpp"
#include "reports/excerpt.hpp"
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// A reason why a cell is not as plain as it looks.
struct CellRemark {
    Wording words;
    bool (*holds)(const Cell& cell);
};

constexpr CellRemark cell_remarks[] = {
    {{"由连写的数字拆出：", "Cut out of digits that run together: "},
        [](const Cell& cell) { return cell.basis == Basis::divided && cell.presence == Presence::number; }},
    {{"标签残缺，按近似的文字和次序认定：", "Labels repaired by similar words and their order: "},
        [](const Cell& cell) { return cell.basis == Basis::restored; }},
    {{"不能确定（标 ?）：", "Uncertain (marked ?): "},
        [](const Cell& cell) { return !cell.certain && cell.presence == Presence::number; }},
    {{"无法辨认：", "Unreadable: "}, [](const Cell& cell) { return cell.presence == Presence::unreadable; }},
};

/// The cells of a table that a remark is about, by their rows; empty where there are none.
std::string describe_remark(const CellRemark& remark, const Table& table, Language language) {
    constexpr std::size_t most = 3;
    const Outline& rows = table.row_names();
    const int columns = table.column_names().leaf_count();
    std::vector<std::string> named;
    std::int64_t cells = 0;
    std::int64_t concerned = 0;
    for (int row = 0; row < rows.leaf_count(); ++row) {
        const auto first = table.cells.begin() + row * columns;
        const auto count = std::count_if(first, first + columns, remark.holds);
        if (count == 0) continue;
        cells += count;
        ++concerned;
        if (named.size() < most) named.push_back(rows.leaf(row).path);
    }
    if (cells == 0) return {};
    std::string text = as_list(named, language);
    if (concerned > static_cast<std::int64_t>(most))
        text += fill(
            " 等 {rows} 行", " and others, {rows} in all", {{"rows", counted(concerned, "row", "rows")}}, language);
    return remark.words.in(language)
        + fill("{cells} 格（{rows}）", "{cells} ({rows})",
            {{"cells", counted(cells, "cell", "cells")}, {"rows", same(text)}}, language);
}

std::string cell_text(const Cell& cell) {
    if (cell.presence == Presence::number) return cell.value.to_string() + cell.unit.get() + (cell.certain ? "" : "?");
    if (cell.presence == Presence::absent) return "";
    return "<" + std::string(name_of(cell.presence)) + ">";
}

std::vector<std::vector<std::string>> grid_of(const Table& table) {
    const Outline& rows = table.row_names();
    const Outline& columns = table.column_names();
    std::vector<std::vector<std::string>> grid = {{""}};
    for (int c = 0; c < columns.leaf_count(); ++c) grid[0].push_back(columns.leaf(c).path);
    for (int r = 0; r < rows.leaf_count(); ++r) {
        grid.push_back({rows.leaf(r).path});
        for (int c = 0; c < columns.leaf_count(); ++c)
            grid.back().push_back(cell_text(table.cell(r * columns.leaf_count() + c)));
    }
    return grid;
}

/// Columns as wide as their widest field; names to the left, figures to the right.
void write_grid(std::string& out, const std::vector<std::vector<std::string>>& grid) {
    std::vector<int> widths(grid[0].size());
    for (const auto& row : grid) {
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
    }
    for (const auto& row : grid) {
        std::string text = "    ";
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string blanks(static_cast<std::size_t>(std::max(0, widths[c] - width_of(row[c]))), ' ');
            text += c > 0 ? blanks + row[c] : row[c] + blanks;
            if (c + 1 < row.size()) text += "  ";
        }
        out += text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
    }
}

/// The ways to divide digits that run together, the preferred one marked.
void write_choice(std::string& out, const Table& table, const Choice& choice, Language language) {
    constexpr std::size_t most = 20;
    const int row = choice.cells.front() / table.column_names().leaf_count();
    out += "    "
        + fill("“{row}”数字连写的读法：",
            "Readings of the digits of {row}:", {{"row", same(table.row_names().leaf(row).path)}}, language)
        + "\n";
    for (std::size_t r = 0; r < std::min(most, choice.readings.size()); ++r) {
        std::string values;
        for (const auto& value : choice.readings[r].values) values += (values.empty() ? "" : " | ") + value.to_string();
        const auto& aside = choice.readings[r].set_aside;
        out += (static_cast<int>(r) == choice.preferred ? "    * " : "      ") + values
            + (aside ? "   — " + aside->in(language) : "") + "\n";
    }
}

void write_table_text(std::string& out, const Table& table, Language language) {
    out += "\n  " + table_words(table, language) + "\n";
    write_grid(out, grid_of(table));
    for (const CellRemark& remark : cell_remarks) {
        const std::string text = describe_remark(remark, table, language);
        if (!text.empty()) out += "    " + text + "\n";
    }
    for (const Choice& choice : table.choices) write_choice(out, table, choice, language);
}

std::string listed(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : "、") + word;
    return all;
}

void write_mention(std::string& out, const Mention& mention, Language language) {
    std::string values;
    for (const auto& field : mention.fields)
        values += (values.empty() ? "" : ", ") + mention.form->fields[static_cast<std::size_t>(field.index)].name + " "
            + field.value.to_string() + field.unit;
    const std::string row = mention.row.empty() ? "" : "[" + mention.row + "]";
    out += "    " + mention.form->fact + row + ": " + values + "  “" + mention.text + "”\n";
    if (!mention.scope.empty())
        out += "      "
            + fill("另看：{words}", "set aside: {words}", {{"words", same(listed(mention.scope))}}, language) + "\n";
    if (!mention.frame.empty()) out += "      " + mention.frame + "\n";
}

void write_unread(std::string& out, const UnreadClause& clause, Language language) {
    out += "    “" + clause.text + "”\n      "
        + fill("不认识的词：{words}", "words that are not known: {words}", {{"words", same(listed(clause.words))}},
            language)
        + "\n";
}

}  // namespace

std::string reading_as_text(const Filing& filing, Language language) {
    std::string out = filing.file + "\n";
    const auto field = [&](const origin::Opening& name, const std::string& value) {
        out += "  " + Wording{name.zh, name.en}.in(language) + (value.empty() ? "?" : value) + "\n";
    };
    field(origin::read[0], filing.organ);
    field(origin::read[1], filing.year ? std::to_string(*filing.year) : "");
    field(origin::read[2], filing.published);
    field(origin::read[3], filing.form ? filing.form->id : "");
    for (const Table& table : filing.tables) write_table_text(out, table, language);
    if (!filing.mentions.empty()) out += "\n  " + Wording{"正文所述", "Stated in the prose"}.in(language) + "\n";
    for (const Mention& mention : filing.mentions) write_mention(out, mention, language);
    if (!filing.unread.empty())
        out += "\n  " + Wording{"没有读懂的句子", "Clauses that were not understood"}.in(language) + "\n";
    for (const UnreadClause& clause : filing.unread) write_unread(out, clause, language);
    return out + "\n";
}

}  // namespace gouji
