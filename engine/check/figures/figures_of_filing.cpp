// SPDX-License-Identifier: Apache-2.0
// The part of Figures that answers what is asked of a filing as a whole, and adds up the filings below it.
#include "engine/base/calendar.hpp"
#include "engine/base/utf8.hpp"
#include "engine/check/figures/figures.hpp"

#include <algorithm>

namespace gouji {
namespace {

/// The place of a cell by the names of its row and column; none where the table has no such cell of its own.
std::optional<int> cell_named(const Table& table, const std::string& row_name, const std::string& column_name) {
    const auto leaf = [](const Outline& outline, const std::string& name) {
        const auto found = outline.find(name);
        const int* node = std::get_if<int>(&found);
        return node ? outline.node(*node).leaf : -1;
    };
    if (!table.layout) return std::nullopt;
    const int row = leaf(table.row_names(), row_name);
    const int column = leaf(table.column_names(), column_name);
    return row < 0 || column < 0 ? std::nullopt : std::optional(table.layout->cell(row, column));
}

}  // namespace

/// The same cell of every filing below, by the names of its table, row and column. One that is not there leaves all
/// open.
Value Figures::sum_below(const Program& program, const CellRef& ref) {
    const auto open = [&](std::string_view zh, std::string_view en, std::string_view name) {
        return unknown([&] { return fill(zh, en, {{"name", same(name)}, {"cell", same(name_of(program, ref))}}); });
    };
    const Below& below = at_hand_.below();
    if (!below.listed()) return open("名单上没有下级机关。", "No list has organs under this one.", "");
    if (!below.missing.empty())
        return open("没有一并给出{name}的报告。", "The report of {name} was not given.", below.missing.front());
    if (ref.cell < 0) return open("{cell} 无从汇总。", "{cell} cannot be summed.", "");
    const int width = ref.names->columns->leaf_count();
    const std::string& row_name = ref.names->rows->leaf(ref.cell / width).path;
    const std::string& column_name = ref.names->columns->leaf(ref.cell % width).path;
    Fraction sum;
    for (const Filing* one : below.filings) {
        const Table* table = one->table(ref.names->name);
        const auto place = table ? cell_named(*table, row_name, column_name) : std::nullopt;
        if (!place) return open("{name}的报告没有 {cell}。", "The report of {name} has no {cell}.", one->organ);
        const Cell& cell = table->cell(*place);
        if (table->is_disputed(*place)) {
            return open("{name}的报告有几个文件，{cell} 写得不同。",
                "The files of the report of {name} have {cell} in different ways.", one->organ);
        }
        const bool number = cell.presence == Presence::number && cell.certain;
        if (!number && !cell.inferred)
            return open("{name}的报告中 {cell} 不明。", "{cell} is not known in the report of {name}.", one->organ);
        const Unit unit =
            unit_of(cell.unit.empty() ? table->layout->units[static_cast<std::size_t>(*place)] : cell.unit.get());
        const auto value = (number ? cell.value : *cell.inferred).scaled(unit.power);
        const auto next = value ? add(sum, Fraction(*value)) : std::nullopt;
        if (!next) return Value::of(Value::Kind::overflow);
        sum = *next;
    }
    return Value::of(sum);
}

Value Figures::section(const Question& question, const Filing& filing) {
    const std::string& name = filing.form->sections[static_cast<std::size_t>(question.id)].name;
    const auto& sections = filing.sections;
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&](const Section& one) { return one.name == name; });
    const bool there = found != sections.end();
    if (question.what == Question::What::section_present) return Value::of(there);
    if (question.what == Question::What::section_times) {
        return Value::of(Fraction(
            std::count_if(sections.begin(), sections.end(), [&](const Section& one) { return one.name == name; })));
    }
    if (!there) {
        return unknown([&] {
            return fill("报告中没有读到“{name}”一节。", "The section {name} was not found in the report.",
                {{"name", same(name)}});
        });
    }
    if (question.what == Question::What::section_ordered)
        return Value::of(std::any_of(
            sections.begin(), sections.end(), [&](const Section& one) { return one.name == name && !one.stray; }));
    if (question.what == Question::What::section_copied) return copied(question, name, *found);
    return question.what == Question::What::section_text ? Value::of(found->prose)
                                                         : Value::of(Fraction(std::int64_t{found->length}));
}

Value Figures::copied(const Question& question, const std::string& name, const Section& section) {
    const Filing* before = filing_of(Whose::previous);
    if (question.whose == Whose::previous || !before) return no_filing(Whose::previous);
    const auto old = std::find_if(
        before->sections.begin(), before->sections.end(), [&](const Section& one) { return one.name == name; });
    if (old != before->sections.end()) {
        if (const auto share = at_hand_.copied(section, *old)) return Value::of(*share);
    }
    return unknown([&] {
        return fill(
            "“{name}”一节没有可比的整句。", "The section {name} has no sentence to compare.", {{"name", same(name)}});
    });
}

Value Figures::part_of_table(const Question& question) {
    const Table* found = table(question.whose, question.id);
    if (question.what == Question::What::table_times)
        return Value::of(Fraction(found ? static_cast<std::int64_t>(1 + found->repeats.size()) : 0));
    const auto& all = question.whose == Whose::previous ? *scope_.previous : scope_.own;
    if (!found) return no_table(question.whose, *all[static_cast<std::size_t>(question.id)].name);
    if (question.what == Question::What::table_form) return found->form ? Value::of(found->form->id) : Value{};
    if (question.what == Question::What::missing) {
        return Value::of(Fraction(static_cast<std::int64_t>(missing_of(question).size())));
    }
    // In order: no table that the form has earlier comes later.
    for (const NumberedTable& one : all) {
        if (one.table == found) break;
        if (one.table && one.table->layout && one.table->span.start > found->span.start) return Value::of(false);
    }
    return Value::of(true);
}

std::vector<CellRef> Figures::missing_of(const Question& question) const {
    std::vector<CellRef> found;
    const Table* in = question.what == Question::What::missing ? table(question.whose, question.id) : nullptr;
    if (!in) return found;
    for (const CellRef& ref : question.cells) {
        const Presence presence = ref.cell < 0 ? Presence::absent : in->cell(ref.cell).presence;
        if (presence != Presence::number && (question.text.empty() || question.text == gouji::name_of(presence)))
            found.push_back(ref);
    }
    return found;
}

Value Figures::answer(const Question& question) {
    using What = Question::What;
    const Filing* filing = filing_of(question.whose);
    if (question.what == What::below) return Value::of(at_hand_.below().listed());
    if (question.what == What::copies) return Value::of(!at_hand_.copies().empty());
    if (question.what == What::previous) return Value::of(filing != nullptr);
    if (!filing) return no_filing(question.whose);
    const auto unknown = [&](std::string_view zh, std::string_view en) {
        return this->unknown([&] { return Words{std::string(zh), std::string(en)}; });
    };
    switch (question.what) {
        case What::year:
            return filing->year ? Value::of(Fraction(*filing->year))
                                : unknown("报告的年度不明。", "The year of the report is not known.");
        case What::organ:
            return !filing->organ.empty() ? Value::of(filing->organ)
                                          : unknown("机关名称不明。", "The organ of the report is not known.");
        case What::level:
            return !filing->level.empty() ? Value::of(filing->level)
                                          : unknown("机关层级不明。", "The level of the organ is not known.");
        case What::published: {
            const auto day = parse_day(filing->published);
            return day ? Value::of(Fraction(*day)) : unknown("公布日期不明。", "The day of publication is not known.");
        }
        case What::form: return filing->form ? Value::of(filing->form->id) : Value{};
        case What::table_times:
        case What::table_ordered:
        case What::table_form:
        case What::missing: return part_of_table(question);
        case What::copies_differ:
        case What::repeats_differ: return Value::of(Fraction(static_cast<std::int64_t>(disputes(question).size())));
        case What::table_present: return Value::of(table(question.whose, question.id) != nullptr);
        case What::section_present:
        case What::section_times:
        case What::section_ordered:
        case What::section_copied:
        case What::section_length:
        case What::section_text: return section(question, *filing);
        case What::scoped: {
            const Mention* mention = bound_mention(question.slot);
            const auto has = [&](const std::string& word) { return word.find(question.text) != std::string::npos; };
            return Value::of(mention && std::any_of(mention->scope.begin(), mention->scope.end(), has));
        }
        case What::stated: {
            const Found found = find(question.whose, question.id, question.field, question.slot);
            return Value::of(found.field != nullptr || found.other != nullptr);
        }
        case What::below:
        case What::copies:
        case What::previous: break;
    }
    return {};
}

const std::vector<Dispute>& Figures::disputes(const Question& question) const {
    static const std::vector<Dispute> none;
    if (question.what == Question::What::repeats_differ) {
        const Table* found = table(Whose::own, question.id);
        return found ? at_hand_.disputes_of_repeats(*found) : none;
    }
    if (question.what != Question::What::copies_differ) return none;
    return at_hand_.disputes_of_copies(
        question.id < 0 ? std::string() : *scope_.own[static_cast<std::size_t>(question.id)].name);
}

std::vector<Operand> Figures::operands_of(const Question& question, const Dispute& dispute) const {
    const bool repeated = question.what == Question::What::repeats_differ;
    std::vector<Operand> made;
    for (const Dispute::Version& one : dispute.versions) {
        Operand operand = one.figure->operand;
        if (!repeated && one.source > 0) {
            operand.elsewhere =
                std::make_shared<const Elsewhere>(place_elsewhere(at_hand_.copies()[one.source - 1], operand.span));
            operand.span = {};
        }
        // The names of one dispute differ, for what is decided of them is kept by name.
        const std::string which = made.size() > 1 ? std::to_string(made.size()) : "";
        if (one.source > 0) operand.name = (repeated ? "again" : "copy") + which + "." + operand.name;
        made.push_back(std::move(operand));
    }
    return made;
}

}  // namespace gouji
