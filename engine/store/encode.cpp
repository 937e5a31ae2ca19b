// SPDX-License-Identifier: Apache-2.0
#include "engine/store/encode.hpp"

#include "engine/check/readings/plain_counts.hpp"
#include "engine/model/printed_layout.hpp"
#include "engine/store/private_bytes.hpp"
#include "engine/store/private_sound_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

using bytes::Is;

namespace {

/// The place of a pointer in a list, from 1; 0 for none.
template <class Values, class Value>
std::uint64_t place_in(const Values& all, const Value* wanted) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Value& one) { return &one == wanted; });
    return found == all.end() ? 0 : static_cast<std::uint64_t>(found - all.begin()) + 1;
}

/// A pointer into a list, by its place.
template <class Archive, class Values, class Pointer>
void pointer(Archive& archive, const Values& all, Pointer& value) {
    if constexpr (Archive::reads) {
        const std::uint64_t place = archive.number();
        value = place > 0 && place <= all.size() ? &all[place - 1] : nullptr;
        if (place > 0 && !value) archive.refuse();
    } else {
        archive.number(place_in(all, value));
    }
}

template <class Archive, class Pointer>
void form_pointer(Archive& archive, Pointer& form) {
    const auto& forms = archive.context.forms;
    if constexpr (Archive::reads) {
        const std::uint64_t place = archive.number();
        form = place > 0 && place <= forms.size() ? &forms[place - 1].form : nullptr;
        if (place > 0 && !form) archive.refuse();
    } else {
        const auto found =
            std::find_if(forms.begin(), forms.end(), [&](const FormEntry& one) { return &one.form == form; });
        archive.number(found == forms.end() ? 0 : static_cast<std::uint64_t>(found - forms.begin()) + 1);
    }
}

}  // namespace

static constexpr Presence last_of(Presence) { return Presence::unreadable; }
static constexpr Basis last_of(Basis) { return Basis::restored; }
static constexpr Severity last_of(Severity) { return Severity::error; }
static constexpr Outcome last_of(Outcome) { return Outcome::error; }

template <class Archive, Is<Words> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.zh, value.en);
}

template <class Archive, Is<Span> Value>
static void fields(Archive& archive, Value& value) {
    std::uint32_t size = value.size();  // a shorter number than where it ends
    archive.place(value.start);
    archive(size);
    if constexpr (Archive::reads) {
        value.end = value.start + size;
        if (value.end < value.start) archive.refuse();
    }
}

/// Refuses what is not a decimal.
template <class Archive>
static void set(Archive& archive, Decimal& value, std::int64_t mantissa, int places) {
    if (const auto decimal = Decimal::of(mantissa, places)) value = *decimal;
    else archive.refuse();
}

template <class Archive, Is<Decimal> Value>
static void fields(Archive& archive, Value& value) {
    std::int64_t mantissa = value.mantissa();
    int places = value.places();
    archive(mantissa, places);
    if constexpr (Archive::reads) {
        set(archive, value, mantissa, places);
    }
}

namespace {

/// Most cells need few bytes.
enum class Kept {
    all,      ///< each of its fields
    count,    ///< a whole number and no more, as its digits
    nothing,  ///< the form has no such cell, or nothing was found there
};
constexpr Kept last_of(Kept) { return Kept::nothing; }

Kept to_keep(const Cell& cell) {
    const bool plain = cell.basis == Basis::written && cell.value.places() == 0 && cell.unit.empty() && cell.certain
        && !cell.computed && !cell.inferred;
    if (!plain) return Kept::all;
    if (cell.presence == Presence::number && cell.raw.empty()) return Kept::count;
    const bool empty =
        cell.presence == Presence::absent && cell.value.is_zero() && cell.raw.empty() && cell.span == Span{};
    return empty ? Kept::nothing : Kept::all;
}

}  // namespace

template <class Archive, Is<Cell> Value>
static void fields(Archive& archive, Value& value) {
    Kept kept = Kept::all;
    if constexpr (!Archive::reads) kept = to_keep(value);
    archive(kept);
    switch (kept) {
        case Kept::all:
            archive(value.presence, value.basis, value.value, value.unit, value.raw, value.span, value.certain,
                value.computed, value.inferred);
            break;
        case Kept::count: {
            std::int64_t count = value.value.mantissa();
            archive(count, value.span);
            if constexpr (Archive::reads) {
                value.presence = Presence::number;
                set(archive, value.value, count, 0);
            }
            break;
        }
        case Kept::nothing: break;
    }
}

template <class Archive, Is<Choice::Reading> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.values, value.spans, value.set_aside);
}

template <class Archive, Is<Choice> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.cells, value.readings, value.preferred);
}

template <class Archive, Is<Outline> Value>
static void fields(Archive& archive, Value& value) {
    std::uint64_t count = value.nodes().size();
    archive(count);
    for (std::size_t i = 0; i < count; ++i) {
        OutlineNode node;
        if constexpr (!Archive::reads) node = value.nodes()[i];
        bool is_leaf = node.leaf >= 0;
        archive(node.name, node.parent, node.part, is_leaf);
        if constexpr (Archive::reads) {
            if (archive.broken() || node.parent < -1 || node.parent >= static_cast<int>(i)) return archive.refuse();
            value.add(std::move(node.name), node.parent, node.part, is_leaf);
        }
    }
}

template <class Archive, Is<LayoutRow> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.official, value.key, value.label, value.parent);
}

template <class Archive, Is<PrintedTable> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.rows, value.columns, value.unit);
}

namespace {

/// All that it names is in the form, or in itself.
bool is_sound(const PrintedTable& printed, const TableForm& form) {
    const auto good_row = [&](const LayoutRow& row) {
        return row.parent >= -1 && row.parent < static_cast<int>(printed.rows.size()) && row.official >= -1
            && row.official < form.rows.leaf_count();
    };
    const auto good_column = [&](int column) { return column >= 0 && column < form.columns.leaf_count(); };
    return std::all_of(printed.rows.begin(), printed.rows.end(), good_row)
        && std::all_of(printed.columns.begin(), printed.columns.end(), good_column);
}

}  // namespace

/// The layout of a table is one of the form, or is made from one again: of what the report prints.
template <class Archive, class Value>
static void layout_fields(Archive& archive, Value& value) {
    static const std::vector<TableForm> none;
    const TableForm* official = value.own_layout && value.form ? value.form->table(value.name) : value.layout;
    pointer(archive, value.form ? value.form->tables : none, official);
    bool printed = official && value.own_layout;
    archive(printed);
    PrintedTable own;
    if constexpr (!Archive::reads) {
        if (printed) archive(own = printed_table(*value.layout, *official));
    } else {
        value.layout = official;
        if (!printed) return;
        archive(own);
        if (archive.broken() || !official || !is_sound(own, *official)) return archive.refuse();
        value.own_layout = printed_layout(*official, own).layout;
        value.layout = value.own_layout.get();
    }
}

template <class Archive, Is<Table> Value>
static void fields(Archive& archive, Value& value) {
    form_pointer(archive, value.form);
    archive(value.name);
    layout_fields(archive, value);
    archive(value.span, value.cells, value.choices, value.remaining, value.searched, value.least_broken, value.evidence,
        value.rows, value.columns, value.extra);  // nothing is disputed in what was read
    if constexpr (Archive::reads) {
        if (!archive.broken() && !is_sound(value)) archive.refuse();
    }
}

template <class Archive, Is<ExtraFigure> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.row, value.column, value.value);
}

template <class Archive, Is<Said> Value>
static void fields(Archive& archive, Value& value) {
    archive.digest(value.digest);
    archive(value.length);
}

template <class Archive, Is<Section> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.name, value.heading, value.body, value.length, value.said, value.prose, value.stray);
}

template <class Archive, Is<Mention::Field> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.index, value.value, value.unit, value.raw, value.span, value.parts);
}

template <class Archive, Is<Filing> Value>
static void fields(Archive& archive, Value& value) {
    form_pointer(archive, value.form);
    archive(value.organ, value.year, value.level, value.published, value.sections, value.tables, value.mentions,
        value.unread);
    // Not as a field of tables: bytes cannot nest them.
    for (auto& one : value.tables) archive(one.repeats);
}

template <class Archive, Is<UnreadClause> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.text, value.words, value.span);
}

template <class Archive, Is<Mention> Value>
static void fields(Archive& archive, Value& value) {
    // The form of a mention may be another than that of its filing.
    const Form* form = nullptr;
    if constexpr (!Archive::reads) {
        for (const FormEntry& one : archive.context.forms) {
            if (place_in(one.form.mentions, value.form) > 0) form = &one.form;
        }
    }
    form_pointer(archive, form);
    static const std::vector<MentionForm> none;
    pointer(archive, form ? form->mentions : none, value.form);
    archive(
        value.fields, value.row, value.scope, value.year_before, value.frame, value.text, value.section, value.span);
    if constexpr (Archive::reads) {
        const auto known = [&](const Mention::Field& one) {
            return one.index >= 0 && static_cast<std::size_t>(one.index) < value.form->fields.size();
        };
        if (!value.form || !std::all_of(value.fields.begin(), value.fields.end(), known)) archive.refuse();
    }
}

template <class Archive, Is<Place> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.start, value.page, value.box, value.part, value.table, value.cell);
}

/// Runs of characters, which must fill the text. A text without them is the file itself.
template <class Archive, class Starts>
static void starts_of_text(Archive& archive, std::size_t size, Starts& starts) {
    if constexpr (Archive::reads) {
        std::vector<ByteStarts::Run> runs;
        std::uint32_t end = 0;
        archive(runs, end);
        std::size_t at = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const std::size_t next = i + 1 < runs.size() ? runs[i + 1].at : size;
            if (runs[i].size == 0 || runs[i].at != at || next <= at || (next - at) % runs[i].size != 0)
                return archive.refuse();
            at = next;
        }
        starts = runs.empty() ? ByteStarts() : ByteStarts(std::move(runs), static_cast<std::uint32_t>(size), end);
    } else {
        archive(starts.runs(), starts.end());
    }
}

template <class Archive, Is<ByteStarts::Run> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.at, value.from, value.size, value.step);
}

template <class Archive, Is<Shown> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.text);
    starts_of_text(archive, value.text.size(), value.starts);
    archive(value.places);
}

template <class Archive, Is<Diagnostic> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.code, value.severity, value.message, value.help, value.file, value.line, value.column, value.excerpt,
        value.mark);
}

template <class Archive, Is<At> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.table, value.row, value.column, value.fact, value.section);
}

template <class Archive, Is<Operand> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.name, value.value, value.unit, value.missing, value.raw, value.span, value.certain);
}

template <class Archive, Is<Verdict> Value>
static void fields(Archive& archive, Value& value) {
    const auto& rules = archive.context.rules;
    if constexpr (Archive::reads) {
        const std::uint64_t rule = archive.number();
        if (rule >= rules.size()) return archive.refuse();
        value.rule = &rules[rule];
    } else {
        archive.number(value.rule->index);
    }
    archive(value.severity, value.at, value.outcome, value.why, value.message, value.written, value.readings,
        value.assumptions, value.operands, value.fingerprint, value.former);
}

template <class Archive, Is<Suspect> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.at, value.name, value.printed, value.expected, value.why, value.candidate, value.span);
}

template <class Archive, Is<Finding> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.representative, value.explains, value.suspects);
}

template <class Archive, Is<Judgement> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.verdicts, value.findings, value.unlisted);
    if constexpr (Archive::reads) {
        const std::size_t count = value.verdicts.size();
        for (const Finding& one : value.findings) {
            if (one.representative >= count
                || std::any_of(
                    one.explains.begin(), one.explains.end(), [&](std::size_t verdict) { return verdict >= count; }))
                archive.refuse();
        }
    }
}

namespace {

template <class... Values>
std::string encode_all(const Catalogue& catalogue, const Values&... values) {
    bytes::ByteWriter<Catalogue> writer(catalogue);
    writer(values...);
    return writer.bytes();
}

}  // namespace

std::string FilingEncoding::encode(const ReadFiling& read, const std::vector<Diagnostic>& diagnostics) const {
    return encode_all(catalogue_, read.filing, read.shown, diagnostics);
}

Result<ReadFiling> FilingEncoding::decode_filing(std::string_view bytes) const {
    bytes::ByteReader<Catalogue> reader(catalogue_, bytes);
    Result<ReadFiling> decoded;
    ReadFiling& read = decoded.value.emplace();
    reader(read.filing, read.shown, decoded.diagnostics);
    if (!reader.whole()) return {};
    prepare_counts(read.filing);
    return decoded;
}

std::string FilingEncoding::encode(const Judgement& judgement) const {
    return encode_all(catalogue_, judgement.summary(), judgement);
}

std::optional<Judgement> FilingEncoding::decode_judgement(std::string_view bytes, Detail detail) const {
    bytes::ByteReader<Catalogue> reader(catalogue_, bytes);
    std::array<int, 7> counts{};
    Judgement judgement;
    reader(counts);
    if (detail == Detail::findings && !reader.broken() && counts[static_cast<std::size_t>(Outcome::fail)] == 0) {
        judgement.unlisted = counts;
        return judgement;
    }
    reader(judgement);
    return reader.whole() && judgement.summary() == counts ? std::optional(std::move(judgement)) : std::nullopt;
}

}  // namespace gouji
