// SPDX-License-Identifier: Apache-2.0
#include "tests/corpus/converters.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace gouji::corpus {
namespace {

using Random = std::mt19937;
using Words = std::vector<std::string>;

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }
bool one_in(Random& random, std::size_t count) { return below(random, count) == 0; }

/// A row of a table, or a line of its header, which has no figures.
struct Row {
    Words labels;
    Words figures;
};

std::vector<Row> rows_of(const Block& block) {
    std::vector<Row> rows;
    for (const auto& cells : block.rows) {
        Row& row = rows.emplace_back();
        for (const GridCell& cell : cells) (cell.figure ? row.figures : row.labels).push_back(cell.text);
    }
    return rows;
}

std::string joined(const Words& words, std::string_view between) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) text += (i > 0 ? std::string(between) : "") + words[i];
    return text;
}

/// The prose as it is, each table by `table`.
std::string write(const Document& document, const std::function<std::string(const Block&)>& table) {
    std::string text;
    for (const Block& one : document.blocks) text += one.kind == Block::Kind::table ? table(one) : one.text + "\n";
    return text;
}

/// Each row by `row`; a table in one line of figures, and the lines of its header, as columns set with blanks.
std::string write_rows(const Document& document, const std::function<std::string(const Row&)>& row) {
    return write(document, [&](const Block& block) {
        std::string text;
        for (const Row& one : rows_of(block)) {
            const bool labelled = !one.labels.empty() && !one.figures.empty();
            text += labelled ? row(one) : joined(one.labels, "  ") + joined(one.figures, "  ") + "\n";
        }
        return text;
    });
}

std::string bars(const Words& labels, const Words& figures) {
    std::string text = "|";
    for (const auto* cells : {&labels, &figures}) {
        for (const std::string& cell : *cells) text += " " + cell + " |";
    }
    return text + "\n";
}

std::string write_barred(const Document& document, const std::function<std::string(const Row&)>& row) {
    return write(document, [&](const Block& block) {
        std::string text;
        for (const Row& one : rows_of(block))
            text += !one.labels.empty() && !one.figures.empty() ? row(one) : bars(one.labels, one.figures);
        return text;
    });
}

/// The label cut after some of its characters.
std::pair<std::string, std::string> broken(const std::string& label, Random& random) {
    const std::size_t characters = utf8::count(label);
    if (characters < 8) return {label, ""};
    std::size_t at = 0;
    for (std::size_t left = 5 + below(random, characters - 7); left > 0; --left) at += utf8::length(label[at]);
    return {label.substr(0, at), label.substr(at)};
}

std::string label_of(const Row& row) { return joined(row.labels, " "); }

std::string broken_around(const Document& document, Random& random) {
    return write_rows(document, [&](const Row& row) {
        const auto [first, rest] = broken(row.labels.back(), random);
        return first + "   " + joined(row.figures, "   ") + "\n" + (rest.empty() ? "" : "   " + rest + "\n");
    });
}

std::string figures_between_lines(const Document& document, Random& random) {
    return write_rows(document, [&](const Row& row) {
        const auto [first, rest] = broken(row.labels.back(), random);
        if (rest.empty()) return first + "   " + joined(row.figures, "   ") + "\n";
        return first + "\n      " + joined(row.figures, "   ") + "\n" + rest + "\n";
    });
}

std::string label_below(const Document& document, Random& random) {
    return write_barred(document, [&](const Row& row) {
        if (one_in(random, 2)) return bars(row.labels, row.figures);
        return bars(Words(row.labels.size()), row.figures) + "| --- | --- |\n" + label_of(row) + "\n";
    });
}

std::string all_labels_below(const Document& document, Random&) {
    return write_barred(document,
        [&](const Row& row) { return bars({""}, row.figures) + "| --- | --- |\n\n" + label_of(row) + "\n\n"; });
}

std::string labels_then_figures(const Block& block, const std::function<void(Words&)>& order) {
    std::string header;
    Words labels;
    std::string figures;
    for (const Row& row : rows_of(block)) {
        if (row.figures.empty()) header += joined(row.labels, "\n") + "\n";
        else {
            labels.push_back(joined(row.labels, "\n"));
            figures += joined(row.figures, " ") + "\n";
        }
    }
    order(labels);
    return header + joined(labels, "\n") + "\n\n" + figures + "\n";
}

std::string labels_shuffled(const Document& document, Random& random) {
    return write(document, [&](const Block& block) {
        if (block.table->columns_of(0).size() != block.table->columns_of(block.table->rows.leaf_count() - 1).size()
            || block.table->across)
            return labels_then_figures(block, [](Words&) {});
        return labels_then_figures(block, [&](Words& labels) {
            for (std::size_t i = labels.size(); i > 1; --i) std::swap(labels[i - 1], labels[below(random, i)]);
        });
    });
}

/// The lines of the header once more after some of the rows.
std::string header_again(const Document& document, Random& random) {
    return write(document, [&](const Block& block) {
        std::string text;
        std::string header;
        for (const Row& row : rows_of(block)) {
            const std::string line = bars(row.labels, row.figures);
            if (row.figures.empty()) header += line;
            else if (block.table->columns_of(0).size()
                    == block.table->columns_of(block.table->rows.leaf_count() - 1).size()
                && !block.table->across && !text.empty() && one_in(random, 6))
                text += header;
            text += line;
        }
        return text;
    });
}

std::string pages(const Document& document, Random& random) {
    int page = 1;
    return write_rows(document, [&](const Row& row) {
        std::string text = label_of(row) + "  " + joined(row.figures, "  ") + "\n";
        if (one_in(random, 5)) text += "\n- " + std::to_string(++page) + " -\n\n" + document.blocks.front().text + "\n";
        return text;
    });
}

std::string page_within_row(const Document& document, Random& random) {
    int page = 1;
    return write_barred(document, [&](const Row& row) {
        if (!one_in(random, 5)) return bars(row.labels, row.figures);
        return bars(row.labels, Words(row.figures.size())) + "\n- " + std::to_string(++page) + " -\n\n"
            + bars(Words(row.labels.size()), row.figures);
    });
}

std::string cells_emptied(const Document& document, Random&) {
    return write(document, [&](const Block& block) {
        std::string text;
        for (Row& row : rows_of(block)) {
            for (std::string& figure : row.figures) {
                if (figure == "0") figure.clear();
            }
            text += bars(row.labels, row.figures);
        }
        return text;
    });
}

std::string rows_doubled(const Document& document, Random& random) {
    return write_barred(document, [&](const Row& row) {
        const std::string line = bars(row.labels, row.figures);
        return one_in(random, 5) ? line + line : line;
    });
}

std::string blanks_at_random(const Document& document, Random& random) {
    return write_rows(document, [&](const Row& row) {
        std::string text = std::string(below(random, 12), ' ') + label_of(row);
        for (const std::string& figure : row.figures) text += std::string(1 + below(random, 9), ' ') + figure;
        return text + "\n";
    });
}

std::string bars_lost(const Document& document, Random& random) {
    return write_barred(document, [&](const Row& row) {
        std::string text = "| " + label_of(row) + " |";
        for (std::size_t i = 0; i < row.figures.size(); ++i)
            text += " " + row.figures[i] + (i + 1 == row.figures.size() || one_in(random, 2) ? " |" : "");
        return text + "\n";
    });
}

std::string bars_too_many(const Document& document, Random& random) {
    return write_barred(document, [&](const Row& row) {
        std::string text = "|";
        for (std::size_t i = below(random, 3); i > 0; --i) text += "  |";
        text += " " + label_of(row) + " |";
        for (std::size_t i = below(random, 3); i > 0; --i) text += "  |";
        return text + bars({}, row.figures).substr(1);
    });
}

std::string cell_a_line(const Document& document, std::string_view before, std::string_view after) {
    return write(document, [&](const Block& block) {
        std::string text;
        for (const Row& row : rows_of(block)) {
            text += before;
            for (const auto* cells : {&row.labels, &row.figures}) {
                for (const std::string& cell : *cells) text += cell + std::string(after) + "\n";
            }
        }
        return text;
    });
}

std::string bar_behind_cells(const Document& document, Random&) { return cell_a_line(document, "", " |"); }
std::string bar_before_rows(const Document& document, Random&) { return cell_a_line(document, "|\n", " |"); }

/// Nobody could see a table all of whose cells are empty lines: that one keeps its zeros.
std::string empty_lines(const Document& document, Random& random) {
    const std::array<std::string, 3> blanks = {"　", "\xC2\xA0", ""};
    const std::string& blank = blanks[below(random, blanks.size())];
    return write(document, [&](const Block& block) {
        std::string text;
        for (const Row& row : rows_of(block)) {
            for (const std::string& label : row.labels) text += label + "\n";
            const bool nothing = row.labels.empty()
                && std::all_of(
                    row.figures.begin(), row.figures.end(), [](const std::string& one) { return one == "0"; });
            for (const std::string& figure : row.figures) {
                const bool is_empty = figure == "0" && !nothing;
                text += (is_empty ? blank : figure) + "\n";
            }
        }
        return text;
    });
}

std::string together(const Document& document, const std::function<std::string(const Words&)>& figures) {
    std::string text = document.blocks.front().text + "\n";
    for (const Block& block : document.blocks) {
        if (&block == &document.blocks.front()) continue;
        if (block.kind == Block::Kind::line) text += block.text + "\n";
        else if (block.kind != Block::Kind::table) text += block.text;
        else
            for (const Row& row : rows_of(block)) text += joined(row.labels, "") + figures(row.figures);
    }
    return text + "\n";
}

std::string one_row_apart(const Document& document, Random& random) {
    return together(document, [&](const Words& figures) {
        const bool whole = std::all_of(figures.begin(), figures.end(),
            [](const std::string& one) { return one.find_first_not_of("0123456789") == std::string::npos; });
        return !whole || one_in(random, 8) ? joined(figures, " ") : joined(figures, "");
    });
}

std::string blank_within_digits(const Document& document, Random& random) {
    return together(document, [&](const Words& figures) {
        std::string text;
        const std::size_t apart = one_in(random, 3) ? below(random, figures.size()) : figures.size();
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const bool amount = figures[i].find_first_not_of("0123456789") != std::string::npos;
            text += (i > 0 && (i == apart || amount) ? " " : "") + figures[i];
        }
        return text;
    });
}

/// One letter of a label lost, or twice.
std::string labels_misspelt(const Document& document, Random& random) {
    return write_barred(document, [&](Row row) {
        std::string& label = row.labels.back();
        const std::size_t characters = utf8::count(label);
        if (characters > 8 && one_in(random, 3)) {
            std::size_t at = 0;
            for (std::size_t left = 4 + below(random, characters - 5); left > 0; --left) at += utf8::length(label[at]);
            const std::size_t size = utf8::length(label[at]);
            if (one_in(random, 2)) label.insert(at, label.substr(at, size));
            else label.erase(at, size);
        }
        return bars(row.labels, row.figures);
    });
}

/// Two columns exchanged, with their names.
std::string columns_exchanged(const Document& document, Random& random) {
    return write(document, [&](const Block& block) {
        std::vector<Row> rows = rows_of(block);
        const auto width = static_cast<std::size_t>(block.table->columns.leaf_count());
        const bool even = !block.table->across && std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
            return row.figures.empty() || row.figures.size() == width;
        });
        std::string text;
        if (!even) {
            for (const Row& row : rows) text += bars(row.labels, row.figures);
            return text;
        }
        Words names;
        for (int column = 0; column < block.table->columns.leaf_count(); ++column)
            names.push_back(printed_label(*block.table, false, block.table->columns.leaf_node(column)));
        const std::size_t first = below(random, width);
        const std::size_t second = below(random, width);
        std::swap(names[first], names[second]);
        text = bars({"项目"}, names);
        for (Row& row : rows) {
            if (row.figures.empty()) continue;
            std::swap(row.figures[first], row.figures[second]);
            text += bars({label_of(row)}, row.figures);
        }
        return text;
    });
}

std::string remarks_in_labels(const Document& document, Random& random) {
    return write_barred(document, [&](Row row) {
        if (one_in(random, 4)) row.labels.back() += "（以办结时间在本年度内的为准，不含转由其他机关办理的情形）";
        return bars(row.labels, row.figures);
    });
}

std::string no_outer_bars(const Document& document, Random&) {
    return write(document, [&](const Block& block) {
        std::string text;
        for (const Row& row : rows_of(block)) {
            Words cells = row.labels;
            cells.insert(cells.end(), row.figures.begin(), row.figures.end());
            for (std::string& cell : cells) {
                if (cell == "0") cell.clear();
            }
            text += joined(cells, "| ") + "  \n";
        }
        return text;
    });
}

/// One label of the table is not there.
std::string label_lost(const Document& document, Random& random) {
    return write(document, [&](const Block& block) {
        std::vector<Row> rows = rows_of(block);
        std::vector<std::size_t> labelled;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!rows[i].labels.empty() && !rows[i].figures.empty()) labelled.push_back(i);
        }
        if (labelled.size() > 10) rows[labelled[below(random, labelled.size())]].labels = {""};
        std::string text;
        for (const Row& row : rows) text += bars(row.labels, row.figures);
        return text;
    });
}

constexpr std::array table = {
    Converter{"labels broken around their figures", broken_around},
    Converter{"figures between the lines of their label", figures_between_lines},
    Converter{"half of the labels below their figures", label_below},
    Converter{"all labels below their figures", all_labels_below},
    Converter{"labels apart, in any order", labels_shuffled},
    Converter{"header repeated", header_again},
    Converter{"pages between rows", pages},
    Converter{"pages within rows", page_within_row},
    Converter{"zeros left empty", cells_emptied, true},
    Converter{"rows printed twice", rows_doubled},
    Converter{"columns shifted by blanks", blanks_at_random},
    Converter{"bars lost", bars_lost},
    Converter{"bars too many", bars_too_many},
    Converter{"a cell a line, a bar behind each", bar_behind_cells},
    Converter{"a cell a line, a bar before each row", bar_before_rows},
    Converter{"a cell a line, zeros are empty lines", empty_lines, true},
    Converter{"run together, some rows apart", one_row_apart, false, true},
    Converter{"run together, blanks among digits", blank_within_digits, false, true},
    Converter{"labels misspelt", labels_misspelt},
    Converter{"columns exchanged", columns_exchanged},
    Converter{"remarks within labels", remarks_in_labels},
    Converter{"no bars at the ends, zeros left empty", no_outer_bars, true},
    Converter{"a label lost", label_lost},
};

}  // namespace

std::span<const Converter> converters() { return table; }

}  // namespace gouji::corpus
