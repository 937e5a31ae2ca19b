// SPDX-License-Identifier: Apache-2.0
// Filings as converters to text leave them.
#include "reports/excerpt.hpp"
#include "tests/corpus/layouts.hpp"

#include <algorithm>
#include <functional>

namespace gouji::corpus {
namespace {

using Rows = std::vector<std::vector<GridCell>>;
using TableWriter = std::function<std::string(const Block& block)>;

std::string write(const Document& document, const TableWriter& table) {
    std::string text;
    for (const Block& one : document.blocks) text += one.kind == Block::Kind::table ? table(one) : one.text + "\n";
    return text;
}

/// 1234567 as 1,234,567.
std::string parted(const std::string& digits) {
    std::string made;
    const std::size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) made += ',';
        made += digits[i];
    }
    return made;
}

std::string wide(const std::string& text) {
    std::string made;
    for (const char c : text) {
        if (c >= '0' && c <= '9') (made += "\xEF\xBC") += static_cast<char>(0x90 + (c - '0'));
        else made += c;
    }
    return made;
}

std::string cells(const Rows& rows, const std::function<std::string(const std::string&)>& figure) {
    std::string text;
    for (const auto& row : rows) {
        for (const GridCell& cell : row) text += (cell.figure ? figure(cell.text) : cell.text) + "\n";
    }
    return text;
}

std::string same(const std::string& text) { return text; }

std::string bars(const Rows& rows, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t r = from; r < to; ++r) {
        for (const GridCell& cell : rows[r]) text += "| " + cell.text + " ";
        text += "|\n";
    }
    return text;
}

std::string joined(const Block& block, const std::function<std::string(const std::string&)>& figure) {
    std::string text;
    for (const auto& row : block.rows) {
        for (const GridCell& cell : row) text += cell.figure ? figure(cell.text) : cell.text;
    }
    return text;
}

/// Only the table of applications loses its borders: it is the one whose relations can bring them back.
std::string write_run_together(const Document& document, const std::function<std::string(const std::string&)>& figure) {
    return write(document, [&](const Block& block) {
        return block.table->name == "申请" ? joined(block, figure) + "\n" : cells(block.rows, figure);
    });
}

}  // namespace

std::string write_cells(const Document& document) {
    return write(document, [](const Block& block) { return cells(block.rows, same); });
}

std::string write_bars(const Document& document) {
    return write(document, [](const Block& block) { return bars(block.rows, 0, block.rows.size()); });
}

std::string write_columns(const Document& document) {
    return write(document, [](const Block& block) {
        std::size_t widest = 0;
        for (const auto& row : block.rows) widest = std::max(widest, row.size());
        std::vector<int> widths(widest);
        const auto shift = [&](const std::vector<GridCell>& row) {
            return widest - row.size();
        };  // figures stand to the right
        for (const auto& row : block.rows) {
            for (std::size_t c = 0; c < row.size(); ++c)
                widths[c + shift(row)] = std::max(widths[c + shift(row)], row[c].filler ? 0 : width_of(row[c].text));
        }
        std::string text;
        for (const auto& row : block.rows) {
            std::string line;
            for (std::size_t c = 0; c < shift(row); ++c)
                line += std::string(static_cast<std::size_t>(widths[c]) + 2, ' ');
            for (std::size_t c = 0; c < row.size(); ++c) {
                const int pad = widths[c + shift(row)] - width_of(row[c].text);
                line += row[c].text + std::string(static_cast<std::size_t>(std::max(0, pad)) + 2, ' ');
            }
            text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        }
        return text;
    });
}

std::string write_joined(const Document& document) { return write_run_together(document, same); }
std::string write_joined_parted(const Document& document) { return write_run_together(document, parted); }

std::string write_wide(const Document& document) {
    return write(document, [](const Block& block) { return cells(block.rows, wide); });
}

std::string write_parted(const Document& document) {
    return write(document, [](const Block& block) { return cells(block.rows, parted); });
}

std::string write_ends(const Document& document) {
    const std::string text = write_cells(document);
    std::string made = "\xEF\xBB\xBF";
    int line = 0;
    for (const char c : text) {
        if (c != '\n') made += c;
        else if (++line % 3 == 0) made += "\r\n";
        else if (line % 3 == 1) made += "\xE2\x80\x8B\n";  // a space of no width
        else made += "\xC2\xA0\r";
    }
    return made;
}

std::string write_cut(const Document& document) {
    return write(document, [](const Block& block) {
        constexpr std::size_t page = 9;
        std::string text;
        for (std::size_t from = 0; from < block.rows.size(); from += page) {
            std::size_t widest = 0;
            const std::size_t to = std::min(block.rows.size(), from + page);
            for (std::size_t r = from; r < to; ++r) widest = std::max(widest, block.rows[r].size());
            std::string names;
            std::string rule;
            for (std::size_t c = 0; c < widest; ++c) {
                names += "| Unnamed: " + std::to_string(c) + " ";
                rule += "|---";
            }
            text += (from > 0 ? "\n- " + std::to_string(from / page + 1) + " -\n\n" : "") + names + "|\n" + rule + "|\n"
                + bars(block.rows, from, to);
        }
        return text + "\n";
    });
}

std::string write_detached(const Document& document) {
    return write(document, [](const Block& block) {
        std::string labels;
        std::string figures;
        for (const auto& row : block.rows) {
            std::string line;
            for (const GridCell& cell : row) {
                if (cell.figure) line += (line.empty() ? "" : " ") + cell.text;
                else labels += cell.text + "\n";
            }
            if (!line.empty()) figures += line + "\n";
        }
        return labels + "\n" + figures + "\n";
    });
}

}  // namespace gouji::corpus
