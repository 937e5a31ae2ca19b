// SPDX-License-Identifier: Apache-2.0
// Owns: what an official layout looks like (sections, tables, mentions), as plain data read from YAML.
// Refuses: to read filings (grammar does) and to judge them (engine/check does).
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/measure.hpp"
#include "engine/base/outline.hpp"
#include "engine/base/words.hpp"
#include "engine/model/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A text of a form file that later stages compile, with the place to point at.
struct Written {
    std::string text;
    std::string file;
    std::size_t offset = 0;  ///< of its first byte in the file
};

/// Inclusive years; open ends are missing.
struct Years {
    std::optional<int> first;
    std::optional<int> last;

    [[nodiscard]] bool hold(int year) const { return (!first || year >= *first) && (!last || year <= *last); }
    [[nodiscard]] bool meet(const Years& other) const {
        return (!first || !other.last || *first <= *other.last) && (!last || !other.first || *other.first <= *last);
    }
    /// 2021..2023, 2021.., ..2018
    [[nodiscard]] std::string to_string() const {
        if (first && last && *first == *last) return std::to_string(*first);
        return (first ? std::to_string(*first) : "") + ".." + (last ? std::to_string(*last) : "");
    }
};

/// How a row, column or group may be written in a filing.
struct Spelling {
    int node = -1;    ///< of the outline concerned
    Written pattern;  ///< in the pattern language, without captures
};

/// Linear relation over the cells of one table: sum of factor·cell == constant. Made from the form's relations,
/// used to choose among readings.
struct Equation {
    std::string rule;
    Words place;  ///< which row or column it speaks of
    struct Term {
        int cell = 0;
        int factor = 0;
    };
    std::vector<Term> terms;
    Decimal constant;
};

/// Rows that each report prints for itself, and how they lie below each other.
struct OpenRows {
    enum class Nesting : std::uint8_t {
        none,     ///< no row lies below another
        code,     ///< below the row whose code its own begins with
        indent,   ///< below the last row that is indented less
        ordinal,  ///< （一） below 一、, 1. below （一）
        part,     ///< 其中 and what follows it below the row before
    };
    Nesting nesting = Nesting::none;
    std::vector<Written> key;    ///< headers of the column with the codes; none: rows have no code
    std::vector<Written> label;  ///< headers of the column with the names
    std::vector<int> levels;     ///< of codes: how many digits each level has
    int total = -1;              ///< the node of the row that is over all others, 合计; -1 for none
};

struct TableForm {
    std::string name;
    std::vector<std::string> aliases;
    std::string section;  ///< where it stands; empty when it may stand anywhere
    Outline rows;
    Outline columns;
    std::vector<Spelling> row_labels;  ///< every node, leaves and groups alike
    std::vector<Spelling> column_labels;
    bool across = false;             ///< all cells stand in one line, row after row, under a header of several levels
    std::vector<bool> cells;         ///< rows × columns: which cells the form has
    std::vector<Measure> measures;   ///< rows × columns
    std::vector<std::string> units;  ///< rows × columns: the unit printed in the header, if any (万元)
    std::vector<int> changes;        ///< columns whose figures say how a number changed (增2, 减1, 不变)
    std::vector<Equation> equations;
    /// Lines that are printed above the table. A table that has some is read as it is printed: its rows and columns are
    /// found by their words.
    std::vector<Written> captions;
    /// Its rows are those that a report prints. In the form some rows stand for them (`rows`); in a report the table
    /// has a layout of its own.
    std::optional<OpenRows> open;
    /// Parts that are printed side by side, 收入 and 支出; empty for a table of one part.
    struct Half {
        std::vector<int> rows;  ///< leaves
        std::vector<int> columns;
    };
    std::vector<Half> halves;

    [[nodiscard]] bool is_grid() const { return !captions.empty(); }
    [[nodiscard]] int cell(int row, int column) const { return row * columns.leaf_count() + column; }
    [[nodiscard]] int row_of(int cell) const { return cell / columns.leaf_count(); }
    [[nodiscard]] int column_of(int cell) const { return cell % columns.leaf_count(); }
    [[nodiscard]] bool has(int row, int column) const { return cells[static_cast<std::size_t>(cell(row, column))]; }
    [[nodiscard]] bool is_change(int cell) const {
        return !changes.empty() && std::find(changes.begin(), changes.end(), column_of(cell)) != changes.end();
    }
    /// The columns in which a row has cells, in order.
    [[nodiscard]] std::vector<int> columns_of(int row) const {
        std::vector<int> all;
        for (int c = 0; c < columns.leaf_count(); ++c) {
            if (has(row, c)) all.push_back(c);
        }
        return all;
    }
};

/// What stands before the first section, for mentions to be looked for in.
inline constexpr std::string_view preamble_name = "开头";

struct SectionForm {
    std::string name;
    int ordinal = 0;
    std::vector<Written> patterns;
};

struct FieldForm {
    std::string name;
    Measure measure = Measure::count;
};

/// A phrase that states a figure, and the figures that stand for zero when the phrase says there were none.
struct Phrase {
    Written pattern;
    std::vector<std::pair<std::string, Decimal>> fixed;
};

/// A word of the lexicon, in the pattern language without captures.
struct LexiconWord {
    WordClass word_class = WordClass::plain;
    std::string value;  ///< empty for classes without values
    Written pattern;
};

/// What a frame must say for a fact to be stated by it.
struct Saying {
    /// Of one slot. A slot that is not written must be empty.
    struct Slot {
        bool may_be_empty = false;
        std::vector<Written> values;  ///< 收到; 行政复议+行政诉讼 are two values that must both be there
    };
    std::array<Slot, slot_count> slots;
    std::vector<std::string> units;  ///< of the figure; none: any
    std::vector<Written> base;  ///< of a claim: what happened to those counted before, for their number to be stated
    std::optional<Decimal> figure;  ///< of a claim, which has none of its own: 均已办结 stands for no exceptions
};

struct MentionForm {
    std::string fact;
    std::string kind;
    std::vector<FieldForm> fields;  ///< the first is its value
    std::vector<std::string> sections;
    std::vector<Phrase> phrases;
    std::vector<Written> scopes;  ///< besides those of the form
    std::vector<Saying> says;     ///< frames that state it
    /// A table: the fact is stated of each of its rows, by the name of the row. 教育支出471.44万元
    std::string rows;
    bool is_signed = false;      ///< 减少3万元 is less than zero
    bool parts = false;          ///< its figures are a whole, another that may be it, and all parts of a list
    std::vector<Written> stops;  ///< of such a list: what happened to what is no part of it
};

struct Form {
    std::string id;
    std::string family;
    std::string file;
    std::size_t id_offset = 0;  ///< where the file says it
    Years years;
    /// A name for a part of patterns, which those behind it write as <名>; labels have none.
    struct Word {
        std::string name;
        Written pattern;
    };
    std::vector<Word> words;
    std::vector<Written> titles;
    std::vector<Written> organs;      ///< statements that name the organ of the report
    std::vector<Written> publishers;  ///< lines that name the organ that published the page; the first counts most
    std::vector<Written> subjects;    ///< sentences of the prose whose subject is the organ
    std::vector<Written> periods;     ///< statements of the period of the figures
    std::vector<Written> published;   ///< phrases that give the day of publication; the first counts most
    std::vector<Written> written;     ///< phrases that give a day on which the report was written
    /// Words in and around names of organs.
    struct Names {
        std::vector<std::string> endings;      ///< names end with one of these
        std::vector<std::string> not_endings;  ///< words that end likewise and end no name
        std::vector<std::string> before;       ///< words before a name that are no part of it
        std::vector<std::string> after;        ///< likewise, after it
        std::vector<std::string> others;       ///< words before the name of another organ
        std::vector<std::string> never;        ///< words that are in no name
        std::vector<std::string> generic;      ///< what begins with them names nobody: 我局
        std::vector<std::string> unplaced;     ///< names that begin with them leave their place out: 县水利局
        std::vector<std::string> placed;       ///< names that only seem to: 市中区人民政府
        std::vector<std::string> departments;  ///< what bureaus are named after: 水利局 alone is of any place
        std::vector<std::string> cited;        ///< words after a title that is only mentioned
    };
    Names names;
    /// A level of organ, and phrases of its name that show it.
    struct Level {
        std::string name;
        std::vector<Written> phrases;
    };
    std::vector<Level> levels;  ///< the first that fits is taken
    std::vector<SectionForm> sections;
    std::vector<TableForm> tables;
    std::vector<MentionForm> mentions;
    std::vector<LexiconWord> lexicon;  ///< of its family
    /// Words before a figure that give it another scope. A pattern that captures {年份} means any year but the
    /// filing's.
    std::vector<Written> scopes;
    std::vector<std::string> units;  ///< words that count things: 件, 宗, …

    [[nodiscard]] const TableForm* table(std::string_view name) const {
        for (const auto& one : tables) {
            if (one.name == name) return &one;
        }
        return nullptr;
    }
    [[nodiscard]] const MentionForm* mention(std::string_view fact) const {
        for (const auto& one : mentions) {
            if (one.fact == fact) return &one;
        }
        return nullptr;
    }
};

}  // namespace gouji
