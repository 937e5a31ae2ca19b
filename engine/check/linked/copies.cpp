// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/copies.hpp"

#include "engine/base/measure.hpp"
#include "engine/check/readings/plain_counts.hpp"
#include "engine/model/cell_unit.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gouji {
namespace {

Operand operand_of(std::string name, const Decimal& value, std::string unit, std::string raw, Span span) {
    Operand made;
    made.name = std::move(name);
    made.value = value;
    made.unit = std::move(unit);
    made.raw = std::move(raw);
    made.span = span;
    return made;
}

bool is_stated(const Cell& cell) { return cell.presence == Presence::number && cell.certain; }

/// By this a cell is found again in another file; what is disputed is marked by the same name.
std::string name_of_cell(const Table& table, int index, const std::string& title) {
    const int width = table.column_names().leaf_count();
    return title + "[" + table.row_names().leaf(index / width).path + ", "
        + table.column_names().leaf(index % width).path + "]";
}

void add_cell(const Table& table, int index, const std::string& title, HeldFigures& all) {
    const Cell& cell = table.cell(index);
    if (!is_stated(cell)) return;
    const std::string& unit = unit_of_cell(table, index);
    const auto value = cell.value.scaled(unit_of(unit).power);
    if (!value) return;
    all.push_back({table.layout ? table.name : std::string(),
        operand_of(name_of_cell(table, index, title), cell.value, cell.unit.get(), cell.printed(), cell.span), *value});
}

void add_table(const Table& table, const std::string& title, HeldFigures& all) {
    for (int i = 0; i < static_cast<int>(table.cells.size()); ++i) {
        if (!table.layout || table.layout->cells[static_cast<std::size_t>(i)]) add_cell(table, i, title, all);
    }
}

/// By its labels a table of the report's own is known in another file.
std::string labels_of(const Table& table) {
    std::string made = "{";
    for (const Outline* one : {&table.rows, &table.columns}) {
        for (const OutlineNode& node : one->nodes()) made += node.name + "|";
    }
    return made + "}";
}

void add_mention(const Mention& mention, HeldFigures& all) {
    std::string scope;
    for (const std::string& word : mention.scope) scope += (scope.empty() ? "" : ", ") + word;
    for (const Mention::Field& field : mention.fields) {
        const auto value = field.value.scaled(unit_of(field.unit).power);
        const std::string name =
            mention.form->fact + "." + mention.form->fields[static_cast<std::size_t>(field.index)].name;
        if (value)
            all.push_back({{},
                operand_of(
                    scope.empty() ? name : name + "（" + scope + "）", field.value, field.unit, field.raw, field.span),
                *value});
    }
}

using ByName = std::unordered_map<std::string_view, std::vector<const HeldFigure*>>;

ByName by_name(const HeldFigures& figures) {
    ByName made;
    for (const HeldFigure& one : figures) made[one.operand.name].push_back(&one);
    return made;
}

/// Nothing is in `a` that is not in `b`.
bool says_all(const std::vector<const HeldFigure*>& a, const std::vector<const HeldFigure*>& b) {
    return std::all_of(a.begin(), a.end(), [&](const HeldFigure* one) {
        return std::any_of(b.begin(), b.end(), [&](const HeldFigure* other) { return one->value == other->value; });
    });
}

bool agree(const std::vector<const HeldFigure*>& a, const std::vector<const HeldFigure*>& b) {
    return says_all(a, b) || says_all(b, a);
}

/// Whether two files are one report; nothing where they have no figure in common.
std::optional<bool> say_the_same(const HeldFigures& a, const HeldFigures& b) {
    const ByName of_a = by_name(a);
    const ByName of_b = by_name(b);
    std::optional<bool> made;
    for (const auto& [name, own] : of_a) {
        const auto other = of_b.find(name);
        if (other == of_b.end()) continue;
        if (!agree(own, other->second)) return false;
        made = true;
    }
    return made;
}

/// What the second says outside of the form's tables, the first says too, and nothing else of the same.
bool speaks_for(const HeldFigures& speaker, const HeldFigures& other) {
    const ByName spoken = by_name(speaker);
    const ByName said = by_name(other);
    return std::all_of(said.begin(), said.end(), [&](const auto& one) {
        if (!one.second.front()->table.empty()) return true;
        const auto found = spoken.find(one.first);
        return found != spoken.end() && says_all(one.second, found->second) && says_all(found->second, one.second);
    });
}

}  // namespace

HeldFigures figures_held(const Table& table) {
    HeldFigures made;
    add_table(table, table.name, made);
    return made;
}

HeldFigures figures_held(const Filing& filing) {
    HeldFigures made;
    for (const Table& one : filing.tables) add_table(one, one.layout ? one.name : labels_of(one), made);
    for (const Mention& one : filing.mentions) add_mention(one, made);
    return made;
}

std::size_t count_figures(const Filing& filing) {
    std::size_t count = 0;
    for (const Table& one : filing.tables)
        count += static_cast<std::size_t>(std::count_if(one.cells.begin(), one.cells.end(), is_stated));
    for (const Mention& one : filing.mentions) count += one.fields.size();
    return count;
}

namespace {

/// What one source says of a figure.
struct SourceFigures {
    std::size_t source = 0;
    const std::vector<const HeldFigure*>* figures = nullptr;
};

std::vector<SourceFigures> sources_with(const std::string& name, const std::vector<ByName>& sources) {
    std::vector<SourceFigures> having;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (const auto found = sources[i].find(name); found != sources[i].end()) having.push_back({i, &found->second});
    }
    return having;
}

/// The values of a figure that sources state differently; none where they agree.
std::optional<Dispute> dispute_of(const HeldFigure& first, const std::vector<SourceFigures>& sources) {
    const auto differs = [&](const SourceFigures& a) {
        return std::any_of(
            sources.begin(), sources.end(), [&](const SourceFigures& b) { return !agree(*a.figures, *b.figures); });
    };
    if (std::none_of(sources.begin(), sources.end(), differs)) return std::nullopt;
    Dispute dispute{first.operand.name, first.table, {}};
    for (const SourceFigures& own : sources) {
        for (const HeldFigure* figure : *own.figures) {
            const auto says = [&](const SourceFigures& other) { return says_all({figure}, *other.figures); };
            if (std::all_of(sources.begin(), sources.end(), says)) continue;
            const auto is_known = [&](const Dispute::Version& version) {
                return version.figure->value == figure->value;
            };
            if (std::none_of(dispute.versions.begin(), dispute.versions.end(), is_known))
                dispute.versions.push_back({own.source, figure});
        }
    }
    return dispute;
}

}  // namespace

std::vector<Dispute> disputes_among(const std::vector<HeldFigures>& sources) {
    std::vector<ByName> by_source;
    by_source.reserve(sources.size());
    for (const HeldFigures& source : sources) by_source.push_back(by_name(source));
    std::vector<Dispute> disputes;
    std::set<std::string_view> seen;
    for (const HeldFigures& source : sources) {
        for (const HeldFigure& figure : source) {
            if (!seen.insert(figure.operand.name).second) continue;
            if (auto dispute = dispute_of(figure, sources_with(figure.operand.name, by_source)))
                disputes.push_back(std::move(*dispute));
        }
    }
    return disputes;
}

void Versions::add(std::size_t file, const Filing& filing) {
    HeldFigures figures = figures_held(filing);
    for (Version& one : versions_) {
        const auto differs = [&](const HeldFigures& other) { return !say_the_same(other, figures).value_or(true); };
        if (!say_the_same(one.figures.front(), figures).value_or(false) || !speaks_for(one.figures.front(), figures))
            continue;
        if (std::any_of(one.figures.begin(), one.figures.end(), differs)) continue;
        one.files.push_back(file);
        one.figures.push_back(std::move(figures));
        return;
    }
    Version& own = versions_.emplace_back();
    own.files.push_back(file);
    own.figures.push_back(std::move(figures));
}

Elsewhere place_elsewhere(const Copy& copy, Span span) {
    Elsewhere made;
    made.file = copy.filing->file;
    made.span = span;
    if (!copy.shown || span.empty()) return made;
    if (const Place* place = copy.shown->place(span)) {
        made.page = place->page;
        made.part = place->part;
        made.table = place->table;
        made.cell = place->cell;
        return made;
    }
    if (!copy.shown->places.empty()) return made;
    const auto& starts = copy.shown->starts;
    const std::size_t at = starts.empty() ? span.start : starts.first_at(span.start);
    const std::string& text = copy.shown->text;
    if (at <= text.size() && !text.empty())
        made.line =
            1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    return made;
}

namespace {

void mark_disputed(Table& table, const std::set<std::string_view>& names) {
    for (int i = 0; i < static_cast<int>(table.cells.size()); ++i) {
        if (!names.contains(name_of_cell(table, i, table.name))) continue;
        table.cells[static_cast<std::size_t>(i)].presence = Presence::unreadable;
        table.disputed.push_back(i);
    }
}

}  // namespace

Filing agreed(const Filing& first, const std::vector<const Filing*>& others) {
    std::vector<HeldFigures> sources = {figures_held(first)};
    for (const Filing* one : others) sources.push_back(figures_held(*one));
    const std::vector<Dispute> disputes = disputes_among(sources);
    std::set<std::string_view> names;
    for (const Dispute& one : disputes) names.insert(one.name);
    Filing made = first;
    for (Table& one : made.tables) {
        if (one.layout) mark_disputed(one, names);
    }
    // A fact that is said in two ways is known by none of them.
    for (const Filing* one : others) {
        for (const Mention& mention : one->mentions) {
            HeldFigures said;
            add_mention(mention, said);
            if (std::any_of(said.begin(), said.end(),
                    [&](const HeldFigure& figure) { return names.contains(figure.operand.name); }))
                made.mentions.push_back(mention);
        }
    }
    prepare_counts(made);
    return made;
}

}  // namespace gouji
