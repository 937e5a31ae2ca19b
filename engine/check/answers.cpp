// SPDX-License-Identifier: Apache-2.0
// The part of Figures that answers what is asked of a filing as a whole, and adds up the filings below it.
#include "engine/base/calendar.hpp"
#include "engine/base/utf8.hpp"
#include "engine/check/copied.hpp"
#include "engine/check/figures.hpp"

#include <algorithm>

namespace gouji {

/// The same cell of every filing below, by the names of its table, row and column. One that is not there leaves all open.
Value Figures::sum_below(const Program& program, const CellRef& ref) {
    const auto open = [&](std::string_view zh, std::string_view en, std::string_view name) {
        if (telling_) note(reasons_, fill(zh, en, {{"name", same(name)}, {"cell", same(name_of(program, ref))}}));
        return Value{};
    };
    if (!below_ || !below_->listed()) return open("名单上没有下级机关。", "No list has organs under this one.", "");
    if (!below_->missing.empty()) return open("没有一并给出{name}的报告。", "The report of {name} was not given.", below_->missing.front());
    const Form* form = own_.filing->form;
    if (!form || ref.cell < 0 || static_cast<std::size_t>(ref.table) >= form->tables.size()) return open("{cell} 无从汇总。", "{cell} cannot be summed.", "");
    const TableForm& layout = form->tables[static_cast<std::size_t>(ref.table)];
    Fraction sum;
    for (const Filing* one : below_->filings) {
        const Table* table = one->table(layout.name);
        const auto row = table ? table->row_names().find(layout.rows.leaf(layout.row_of(ref.cell)).path) : Outline::Found{Outline::Unknown{}};
        const auto column = table ? table->column_names().find(layout.columns.leaf(layout.column_of(ref.cell)).path) : Outline::Found{Outline::Unknown{}};
        const int* r = std::get_if<int>(&row);
        const int* c = std::get_if<int>(&column);
        if (!table || !table->layout || !r || !c || table->row_names().node(*r).leaf < 0 || table->column_names().node(*c).leaf < 0) {
            return open("{name}的报告没有 {cell}。", "The report of {name} has no {cell}.", one->organ);
        }
        const int place = table->layout->cell(table->row_names().node(*r).leaf, table->column_names().node(*c).leaf);
        const Cell& cell = table->cell(place);
        if (table->is_disputed(place)) return open("{name}的报告有几个文件，{cell} 写得不同。", "The files of the report of {name} have {cell} in different ways.", one->organ);
        const bool number = cell.presence == Presence::number && cell.certain;
        if (!number && !cell.inferred) return open("{name}的报告中 {cell} 不明。", "{cell} is not known in the report of {name}.", one->organ);
        const Unit unit = unit_of(cell.unit.empty() ? table->layout->units[static_cast<std::size_t>(place)] : cell.unit.get());
        const auto value = (number ? cell.value : *cell.inferred).scaled(unit.power);
        const auto next = value ? add(sum, Fraction(*value)) : std::nullopt;
        if (!next) return Value::of(Value::Kind::overflow);
        sum = *next;
    }
    return Value::of(sum);
}

Value Figures::section(const Question& question) {
    const NumberedFiling& numbered = of(question.whose);
    const Form* form = numbered.filing->form;
    const std::string& name = form->sections[static_cast<std::size_t>(question.id)].name;
    const auto& sections = numbered.filing->sections;
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const Section& one) { return one.name == name; });
    const bool there = found != sections.end();
    if (question.what == Question::What::section_present) return Value::of(there);
    if (question.what == Question::What::section_times) {
        return Value::of(Fraction(std::count_if(sections.begin(), sections.end(), [&](const Section& one) { return one.name == name; })));
    }
    if (!there) {
        if (telling_) note(reasons_, fill("报告中没有读到“{name}”一节。", "The section {name} was not found in the report.", {{"name", same(name)}}));
        return {};
    }
    if (question.what == Question::What::section_ordered) return Value::of(std::any_of(sections.begin(), sections.end(), [&](const Section& one) { return one.name == name && !one.stray; }));
    if (question.what == Question::What::section_copied) return copied(question, name, *found);
    return question.what == Question::What::section_text ? Value::of(found->prose) : Value::of(Fraction(std::int64_t{found->length}));
}

Value Figures::copied(const Question& question, const std::string& name, const Section& section) {
    const Filing* before = of(Whose::previous).filing;
    if (question.whose == Whose::previous || !before) {
        if (telling_) note(reasons_, why_no_previous());
        return {};
    }
    const auto old = std::find_if(before->sections.begin(), before->sections.end(), [&](const Section& one) { return one.name == name; });
    std::optional<Fraction> share;
    if (old != before->sections.end()) {
        const auto [known, is_new] = copied_.try_emplace({&section, &*old});
        if (is_new) known->second = copied_part(section.said, old->said);
        share = known->second;
    }
    if (share) return Value::of(*share);
    if (telling_) note(reasons_, fill("“{name}”一节没有可比的整句。", "The section {name} has no sentence to compare.", {{"name", same(name)}}));
    return {};
}

Value Figures::part_of_table(const Question& question) {
    const Table* found = table(question.whose, question.id);
    if (question.what == Question::What::table_times) return Value::of(Fraction(found ? static_cast<std::int64_t>(1 + found->repeats.size()) : 0));
    if (!found) {
        if (telling_) note_no_table(question.whose, question.id);
        return {};
    }
    if (question.what == Question::What::table_form) return found->form ? Value::of(found->form->id) : Value{};
    if (question.what == Question::What::missing) {
        return Value::of(Fraction(static_cast<std::int64_t>(missing_of(question).size())));
    }
    // In order: no table that the form has earlier comes later.
    for (const NumberedTable& one : *of(question.whose).tables) {
        if (one.table == found) break;
        if (one.table && one.table->layout && one.table->span.start > found->span.start) return Value::of(false);
    }
    return Value::of(true);
}

std::vector<int> Figures::missing_of(const Question& question) const {
    std::vector<int> found;
    const Table* in = question.what == Question::What::missing ? table(question.whose, question.id) : nullptr;
    if (!in) return found;
    for (const int cell : question.cells) {
        const Presence presence = cell < 0 ? Presence::absent : in->cell(cell).presence;
        if (presence != Presence::number && (question.text.empty() || question.text == gouji::name_of(presence))) found.push_back(cell);
    }
    return found;
}

void Figures::note_no_table(Whose whose, int id) {
    const std::string& name = *(*of(whose).tables)[static_cast<std::size_t>(id)].name;
    note(reasons_, fill("报告中没有读到“{table}”表。", "The table {table} was not found in the report.", {{"table", same(name)}}));
}

Value Figures::answer(const Question& question) {
    using What = Question::What;
    const Filing* filing = of(question.whose).filing;
    if (question.what == What::below) return Value::of(below_ && below_->listed());
    if (question.what == What::copies) return Value::of(copies_ && !copies_->empty());
    if (question.what == What::previous) return Value::of(filing != nullptr);
    if (!filing) {
        if (telling_) note(reasons_, why_no_previous());
        return {};
    }
    const auto unknown = [&](std::string_view zh, std::string_view en) {
        if (telling_) note(reasons_, {std::string(zh), std::string(en)});
        return Value{};
    };
    switch (question.what) {
        case What::year: return filing->year ? Value::of(Fraction(*filing->year)) : unknown("报告的年度不明。", "The year of the report is not known.");
        case What::organ: return !filing->organ.empty() ? Value::of(filing->organ) : unknown("机关名称不明。", "The organ of the report is not known.");
        case What::level: return !filing->level.empty() ? Value::of(filing->level) : unknown("机关层级不明。", "The level of the organ is not known.");
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
        case What::section_text: return section(question);
        case What::scoped: {
            const Mention* mention = bound_[static_cast<std::size_t>(question.slot)];
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

const std::vector<Dispute>& Figures::disputes_of_copies() {
    if (!held_copies_) {
        Held& held = held_copies_.emplace();
        held.sources.push_back(figures_held(*own_.filing));
        for (const Copy& one : *copies_) held.sources.push_back(figures_held(*one.filing));
        held.disputes = disputes_among(held.sources);
    }
    return held_copies_->disputes;
}

const std::vector<Dispute>& Figures::disputes(const Question& question) {
    static const std::vector<Dispute> none;
    if (question.what == Question::What::repeats_differ) {
        const Table* found = table(Whose::own, question.id);
        if (!found) return none;
        const auto [known, is_new] = held_tables_.try_emplace(question.id);
        if (is_new) {
            known->second.sources.push_back(figures_held(*found));
            for (const Table& one : found->repeats) known->second.sources.push_back(figures_held(one));
            known->second.disputes = disputes_among(known->second.sources);
        }
        return known->second.disputes;
    }
    if (question.what != Question::What::copies_differ || !copies_) return none;
    const auto [known, is_new] = disputes_by_table_.try_emplace(question.id);
    if (is_new) {
        const std::string& name = question.id < 0 ? std::string() : *(*own_.tables)[static_cast<std::size_t>(question.id)].name;
        for (const Dispute& one : disputes_of_copies()) {
            if (one.table == name) known->second.push_back(one);
        }
    }
    return known->second;
}

std::vector<Operand> Figures::operands_of(const Question& question, const Dispute& dispute) const {
    const bool repeated = question.what == Question::What::repeats_differ;
    std::vector<Operand> made;
    for (const Dispute::Version& one : dispute.versions) {
        Operand operand = one.figure->operand;
        if (!repeated && one.source > 0) {
            operand.elsewhere = std::make_shared<const Elsewhere>(place_elsewhere((*copies_)[one.source - 1], operand.span));
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
