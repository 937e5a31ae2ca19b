// SPDX-License-Identifier: Apache-2.0
// Owns: one published report as a model: plain data, each part with the bytes it was read from.
// Refuses: to read, to choose and to judge.
#pragma once

#include "engine/base/decimal.hpp"
#include "engine/base/rare_text.hpp"
#include "engine/base/span.hpp"
#include "engine/base/words.hpp"
#include "engine/model/form.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The kind of presence of a cell's content. Only `number` has a value.
enum class Presence : std::uint8_t { number, blank, dash, slash, absent, unreadable };

/// "blank", "dash", …: the words used in rules and in JSON; empty for a number.
inline std::string_view name_of(Presence presence) {
    switch (presence) {
        case Presence::number: return "";
        case Presence::blank: return "blank";
        case Presence::dash: return "dash";
        case Presence::slash: return "slash";
        case Presence::absent: return "absent";
        case Presence::unreadable: return "unreadable";
    }
    return "";
}

/// How the value came out of the text.
enum class Basis : std::uint8_t {
    written,   ///< it stands there by itself
    divided,   ///< cut out of digits that run together
    restored,  ///< its label was mended
};

inline std::string_view name_of(Basis basis) {
    return basis == Basis::divided ? "divided" : basis == Basis::restored ? "restored" : "written";
}

struct Cell {
    Presence presence = Presence::absent;
    Basis basis = Basis::written;
    bool certain = true;    ///< false while the readings that remain differ here
    bool computed = false;  ///< `inferred` is what is left for it, not a zero that figures prove
    Span span;
    Decimal value;  ///< as printed, in `unit`
    RareText unit;  ///< 元, 万元, …; empty when none is printed with the figure
    RareText raw;  ///< normalised characters; empty for a number that is printed as its digits alone, as nearly all are
    std::optional<Decimal> inferred;  ///< of an empty cell: what the relations of its table make it

    /// The normalised characters, whatever they are.
    [[nodiscard]] std::string printed() const {
        return raw.empty() && presence == Presence::number ? value.to_string() : raw.get();
    }
};

/// 无 (none) stands in the cell as a dash does.
inline bool says_none(const Cell& cell) { return cell.presence == Presence::dash && cell.raw == "无"; }

/// Several readings of the same digits. All satisfy what the row says of itself, where any does.
struct Choice {
    std::vector<int> cells;
    struct Reading {
        std::vector<Decimal> values;  ///< one for each of `cells`
        std::vector<Span> spans;
        std::optional<Words> set_aside;  ///< why it was set aside, if it was
    };
    std::vector<Reading> readings;
    int preferred = 0;
};

/// Divided digits of which other divisions exist, that break more of the row's own relations. There may be hundreds of
/// them, one after the other: a value and a span for each of the cells.
struct Doubt {
    std::vector<int> cells;
    std::vector<Decimal> values;
    std::vector<Span> spans;
    bool others_unknown = false;  ///< too many to list
};

/// A combination of readings, one index for each choice of a table.
using Combination = std::vector<int>;

/// The cells of a table as whole numbers side by side, for judging sums of counts quickly. Made when the cells are
/// final.
struct PlainCounts {
    /// Sums of some hundred numbers below it stay far from the end of 64 bits.
    static constexpr std::int64_t most = 1'000'000'000'000;
    std::vector<std::int64_t> values;
    std::vector<std::uint8_t> odd;  ///< 1 where the cell is anything but a whole number without a unit
    bool all_plain = false;         ///< no cell of the form is odd
};

/// A figure of a column that the form lacks, of a table that is read as it is printed.
struct ExtraFigure {
    int row = 0;  ///< leaf of the table's own layout
    std::string column;
    Decimal value;
};

struct Table {
    std::string name;  ///< empty for a table that fits no form
    const Form* form = nullptr;
    const TableForm* layout = nullptr;
    std::shared_ptr<const TableForm> own_layout;  ///< where `layout` is of this report alone: its rows, its units
    Span span;
    std::vector<Cell> cells;  ///< rows × columns
    std::vector<Choice> choices;
    std::vector<Doubt> doubts;  ///< until the readings are chosen
    /// The combinations that break fewest relations; empty means that the search was given up (too many).
    std::vector<Combination> remaining;
    bool searched = false;
    /// How many of the form's relations even the best combination breaks.
    int least_broken = 0;
    /// Equations of the layout that were needed to divide digits or to place figures: they prove nothing about
    /// themselves.
    std::vector<int> evidence;
    /// The same table of the form where else it stands in the report; it is not believed, and has no repeats.
    std::vector<Table> repeats;
    std::vector<ExtraFigure> extra;
    std::vector<int> disputed;  ///< cells that several files of this report have otherwise: they have no number here
    PlainCounts counts;         ///< empty while readings are open or relations were needed to divide digits
    /// For a table that fits no form: the labels as printed.
    Outline rows;
    Outline columns;

    [[nodiscard]] const Outline& row_names() const { return layout ? layout->rows : rows; }
    [[nodiscard]] const Outline& column_names() const { return layout ? layout->columns : columns; }
    [[nodiscard]] const Cell& cell(int index) const { return cells[static_cast<std::size_t>(index)]; }
    /// An equation of the layout that was needed to read the table; one that is known already changes nothing.
    void add_evidence(int equation) {
        if (std::find(evidence.begin(), evidence.end(), equation) == evidence.end()) evidence.push_back(equation);
    }
    [[nodiscard]] bool is_disputed(int index) const {
        return std::find(disputed.begin(), disputed.end(), index) != disputed.end();
    }
};

/// A sentence, by which another is known to be the same; its words are not kept, which would be most of a filing.
struct Said {
    std::uint64_t digest = 0;  ///< of its characters without digits and blanks
    std::uint32_t length = 0;  ///< how many these are
};

struct Section {
    std::string name;  ///< of the form; empty when the heading fits none
    Span heading;
    Span body;
    std::uint32_t length = 0;  ///< characters, without tables and blanks
    std::vector<Said> said;    ///< its sentences, but for short ones, which say the same everywhere
    std::string prose;         ///< those characters, normalised, where a rule asks for words; empty elsewhere
    bool stray = false;        ///< a heading out of its order, or once more: nothing is read under it
};

/// A figure stated in prose.
struct Mention {
    const MentionForm* form = nullptr;
    struct Field {
        int index = 0;  ///< of the form's fields
        Decimal value;
        std::string unit;
        std::string raw;
        Span span;
        std::vector<Decimal> parts;  ///< of a figure that is the sum of a list: what it is the sum of
    };
    std::vector<Field> fields;
    std::string row;                 ///< of a fact that is stated of rows: the path of the row
    std::vector<std::string> scope;  ///< scope words beside it
    bool year_before = false;        ///< it is of the year before, and its scope says no more than that
    std::string frame;               ///< what its clause was understood to say: what: 申请, happened: 收到
    std::string text;
    std::string section;
    Span span;
};

/// A clause about something that the form counts which states nothing: it has words that nobody knows. For a person who
/// reads.
struct UnreadClause {
    std::string text;
    std::vector<std::string> words;
    Span span;
};

struct Filing {
    std::string file;
    std::vector<std::string> copies;  ///< other files of the run that are this report, figure by figure
    std::string organ;
    std::optional<int> year;
    std::string level;      ///< of the organ, as its name says; empty when it does not
    std::string published;  ///< 2023-01-13, or empty
    const Form* form = nullptr;
    std::vector<Section> sections;
    std::vector<Table> tables;
    std::vector<Mention> mentions;
    std::vector<UnreadClause> unread;

    [[nodiscard]] const Table* table(std::string_view name) const {
        for (const auto& one : tables) {
            if (one.name == name) return &one;
        }
        return nullptr;
    }
};

}  // namespace gouji
