// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/utf8.hpp"
#include "engine/check/copied.hpp"

#include <algorithm>

namespace gouji {
namespace {

Words words_of(Presence presence) {
    switch (presence) {
        case Presence::number: return {"数", "a number"};
        case Presence::blank: return {"空白", "blank"};
        case Presence::dash: return {"横线", "a dash"};
        case Presence::slash: return {"斜线", "a slash"};
        case Presence::absent: return {"没有写的", "absent"};
        case Presence::unreadable: return {"无法辨认", "unreadable"};
    }
    return {};
}

/// A printed figure in 元 or parts of one, and where its last digit stands.
Value scaled(const Decimal& printed, const Unit& unit) {
    const auto value = printed.scaled(unit.power);
    if (!value) return Value::of(Value::Kind::overflow);
    Value made = Value::of(Fraction(*value));
    made.last_digit = static_cast<std::int8_t>(unit.power - printed.places());
    return made;
}

std::optional<Decimal> amount_of(const Mention::Field& field) { return field.value.scaled(unit_of(field.unit).power); }

const MentionForm* form_of(const Filing* filing, int fact) {
    if (!filing || !filing->form || static_cast<std::size_t>(fact) >= filing->form->mentions.size()) return nullptr;
    return &filing->form->mentions[static_cast<std::size_t>(fact)];
}

}  // namespace

Words scope_note(const Mention& mention) {
    return fill("“{text}”的范围词“{word}”表示另一范围，须由人看。", "'{text}' has the scope word '{word}': a person must look at it.",
        {{"text", same(mention.text)}, {"word", same(mention.scope.front())}});
}

Words Figures::why_no_previous() const {
    return no_previous_.empty() ? Words{"没有一并给出上一年的报告。", "The report of the year before was not given."} : no_previous_;
}

void Figures::reset(bool telling) {
    reasons_.clear();
    assumptions_.clear();
    scoped_ = nullptr;
    telling_ = telling;
    assumed_ = false;
    must_fail_ = false;
}

void Figures::note(std::vector<Words>& list, Words words) const {
    if (std::find(list.begin(), list.end(), words) == list.end()) list.push_back(std::move(words));
}

bool Figures::has_choices() const {
    const auto has = [](const Filing* filing) { return filing && std::any_of(filing->tables.begin(), filing->tables.end(), [](const Table& one) { return !one.choices.empty(); }); };
    return has(own_.filing) || has(previous_.filing);
}

const Table* Figures::table(Whose whose, int id) const {
    const NumberedFiling& numbered = of(whose);
    return numbered.filing ? (*numbered.tables)[static_cast<std::size_t>(id)].table : nullptr;
}

const Decimal* Figures::chosen_value(const Table& table, int cell, const Span** span) const {
    for (const auto& [choice, reading] : chosen_) {
        if (choice < table.choices.data() || choice >= table.choices.data() + table.choices.size()) continue;
        const auto place = std::find(choice->cells.begin(), choice->cells.end(), cell);
        if (place == choice->cells.end()) continue;
        const auto index = static_cast<std::size_t>(place - choice->cells.begin());
        const auto& chosen = choice->readings[static_cast<std::size_t>(reading)];
        if (span) *span = &chosen.spans[index];
        return &chosen.values[index];
    }
    return nullptr;
}

std::string Figures::name_of(const Program& program, const CellRef& ref) {
    const std::string before(prefix_of(ref.whose));
    if (ref.cell < 0) return before + program.texts[ref.absent];
    const NumberedFiling& numbered = of(ref.whose);
    const Table* found = table(ref.whose, ref.table);
    const Form* form = numbered.filing ? numbered.filing->form : own_.filing->form;
    const TableForm* layout = found ? found->layout : form && static_cast<std::size_t>(ref.table) < form->tables.size() ? &form->tables[static_cast<std::size_t>(ref.table)] : nullptr;
    if (!found && !layout) return before + "?";
    const Outline& rows = found ? found->row_names() : layout->rows;
    const Outline& columns = found ? found->column_names() : layout->columns;
    const int width = columns.leaf_count();
    const std::string& name = found ? found->name : layout->name;
    return before + name + "[" + rows.leaf(ref.cell / width).path + ", " + columns.leaf(ref.cell % width).path + "]";
}

Value Figures::missing(Presence presence, const Program& program, const CellRef& ref) {
    return missing(presence, telling_ ? name_of(program, ref) : std::string());
}

Value Figures::missing(Presence presence, const std::string& name) {
    const Missing policy = (*missing_)[static_cast<std::size_t>(presence)];
    const auto say = [&](std::string_view zh, std::string_view en) { return fill(zh, en, {{"cell", same(name)}, {"kind", words_of(presence)}}); };
    switch (policy) {
        case Missing::zero:
            assumed_ = true;
            if (telling_) note(assumptions_, say("{cell} 是{kind}，按 0 计。", "{cell} is {kind} and counts as 0."));
            return Value::of(Fraction());
        case Missing::skip:
            assumed_ = true;
            if (telling_) note(assumptions_, say("{cell} 是{kind}，不计入。", "{cell} is {kind} and is left out."));
            return Value::of(Value::Kind::skipped);
        case Missing::fail: must_fail_ = true; break;
        case Missing::proven:
        case Missing::computed:
        case Missing::undecided: break;
    }
    if (telling_) note(reasons_, say("{cell} 是{kind}。", "{cell} is {kind}."));
    return {};
}

bool Figures::asks_inferred(const Cell& cell) const {
    const Missing policy = (*missing_)[static_cast<std::size_t>(cell.presence)];
    return cell.inferred && (policy == Missing::computed || (policy == Missing::proven && !cell.computed));
}

Value Figures::inferred(const Cell& cell, const Program& program, const CellRef& ref) {
    assumed_ = true;
    if (telling_) {
        note(assumptions_, fill("{cell} 是{kind}，按本表的关系应为 {value}。", "{cell} is {kind}; the relations of its table make it {value}.",
            {{"cell", same(name_of(program, ref))}, {"kind", words_of(cell.presence)}, {"value", same(cell.inferred->to_string())}}));
    }
    return Value::of(Fraction(*cell.inferred));
}

Value Figures::cell(const Program& program, const CellRef& ref) {
    if (ref.whose == Whose::below) return sum_below(program, ref);
    const NumberedFiling& numbered = of(ref.whose);
    if (!numbered.filing) {
        if (telling_) note(reasons_, why_no_previous());
        return {};
    }
    const Table* found = table(ref.whose, ref.table);
    if (!found) {
        if (telling_) note_no_table(ref.whose, ref.table);
        return {};
    }
    if (ref.cell < 0) return missing(Presence::absent, program, ref);
    const Cell& cell = found->cell(ref.cell);
    const Decimal* chosen = chosen_value(*found, ref.cell, nullptr);
    if (!chosen && cell.presence != Presence::number && asks_inferred(cell)) return inferred(cell, program, ref);
    if (!chosen && cell.presence != Presence::number) return missing(cell.presence, program, ref);
    const std::string& printed = cell.unit;
    const Unit unit = unit_of(printed.empty() && found->layout ? found->layout->units[static_cast<std::size_t>(ref.cell)] : printed);
    if (ref.measure == Measure::amount && unit.measure != Measure::amount) {
        if (telling_) note(reasons_, fill("{cell} 没有写明单位。", "{cell} has no unit.", {{"cell", same(name_of(program, ref))}}));
        return {};
    }
    return scaled(chosen ? *chosen : cell.value, unit);
}

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
        const bool number = cell.presence == Presence::number && cell.certain;
        if (!number && !cell.inferred) return open("{name}的报告中 {cell} 不明。", "{cell} is not known in the report of {name}.", one->organ);
        const Unit unit = unit_of(cell.unit.empty() ? table->layout->units[static_cast<std::size_t>(place)] : cell.unit);
        const auto value = (number ? cell.value : *cell.inferred).scaled(unit.power);
        const auto next = value ? add(sum, Fraction(*value)) : std::nullopt;
        if (!next) return Value::of(Value::Kind::overflow);
        sum = *next;
    }
    return Value::of(sum);
}

/// The field of the bound mention, or of all mentions of the fact when they agree.
Figures::Found Figures::find(Whose whose, int fact, int index, int slot) const {
    const auto field_in = [&](const Mention& mention) {
        const auto field = std::find_if(mention.fields.begin(), mention.fields.end(), [&](const Mention::Field& one) { return one.index == index; });
        return field == mention.fields.end() ? nullptr : &*field;
    };
    if (slot != no_slot) {
        const Mention* mention = bound_mention(slot);
        return {mention ? field_in(*mention) : nullptr};
    }
    Found made;
    const Filing* filing = of(whose).filing;
    const MentionForm* form = form_of(filing, fact);
    if (!form) return made;
    for (const Mention& mention : filing->mentions) {
        if (mention.form != form) continue;
        const Mention::Field* field = field_in(mention);
        if (!field) continue;
        if (!mention.scope.empty() || (made.field && amount_of(*made.field) != amount_of(*field))) return {nullptr, &mention, made.field};
        made.field = field;
    }
    return made;
}

Words Figures::why_not(const FieldRef& ref, const Found& found) const {
    if (ref.whose == Whose::previous && !previous_.filing) return why_no_previous();
    if (!found.other) return fill("正文没有说到“{name}”。", "The prose does not state {name}.", {{"name", same(ref.name)}});
    if (!found.other->scope.empty()) return scope_note(*found.other);
    return fill("正文对“{name}”说法不一：“{a}”与“{b}”。", "The prose states {name} in two ways: '{a}' and '{b}'.",
        {{"name", same(ref.name)}, {"a", same(found.twice->raw)}, {"b", same(found.other->text)}});
}

Value Figures::field(const FieldRef& ref) {
    const Mention* mention = ref.slot != no_slot ? bound_mention(ref.slot) : nullptr;
    if (mention && !mention->scope.empty()) scoped_ = mention;
    const Found found = find(ref);
    if (!found.field) {
        if (mention) return missing(Presence::absent, ref.name);
        if (telling_) note(reasons_, why_not(ref, found));
        return {};
    }
    return scaled(found.field->value, unit_of(found.field->unit));
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
    if (question.what == Question::What::section_copied) return copied(question, name, found->prose);
    return question.what == Question::What::section_text ? Value::of(found->prose) : Value::of(Fraction(static_cast<std::int64_t>(utf8::count(found->prose))));
}

Value Figures::copied(const Question& question, const std::string& name, const std::string& prose) {
    const Filing* before = of(Whose::previous).filing;
    if (question.whose == Whose::previous || !before) {
        if (telling_) note(reasons_, why_no_previous());
        return {};
    }
    const auto old = std::find_if(before->sections.begin(), before->sections.end(), [&](const Section& one) { return one.name == name; });
    const auto share = old == before->sections.end() ? std::nullopt : copied_part(prose, old->prose);
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
        const Presence presence = question.field < 0 ? Presence::absent : found->cell(question.field).presence;
        return Value::of(presence != Presence::number && (question.text.empty() || question.text == gouji::name_of(presence)));
    }
    // In order: no table that the form has earlier comes later.
    for (const NumberedTable& one : *of(question.whose).tables) {
        if (one.table == found) break;
        if (one.table && one.table->layout && one.table->span.start > found->span.start) return Value::of(false);
    }
    return Value::of(true);
}

void Figures::note_no_table(Whose whose, int id) {
    const std::string& name = *(*of(whose).tables)[static_cast<std::size_t>(id)].name;
    note(reasons_, fill("报告中没有读到“{table}”表。", "The table {table} was not found in the report.", {{"table", same(name)}}));
}

Value Figures::answer(const Question& question) {
    using What = Question::What;
    const Filing* filing = of(question.whose).filing;
    if (question.what == What::below) return Value::of(below_ && below_->listed());
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
        case What::previous: break;
    }
    return {};
}

std::size_t Figures::mentions(int fact) {
    const MentionForm* form = form_of(own_.filing, fact);
    const auto& all = own_.filing->mentions;
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Mention& one) { return one.form == form; }));
}

void Figures::bind_mention(int slot, const Mention* mention) {
    if (static_cast<std::size_t>(slot) >= bound_.size()) bound_.resize(static_cast<std::size_t>(slot) + 1);
    bound_[static_cast<std::size_t>(slot)] = mention;
}

void Figures::bind(int slot, int fact, std::size_t index) {
    const MentionForm* form = form_of(own_.filing, fact);
    for (const Mention& one : own_.filing->mentions) {
        if (one.form != form) continue;
        if (index-- == 0) return bind_mention(slot, &one);
    }
}

int Figures::mention_of(int slot) {
    const Mention* mention = bound_mention(slot);
    return mention ? static_cast<int>(mention - own_.filing->mentions.data()) : -1;
}

Operand Figures::operand(const Program& program, const CellRef& ref) {
    Operand made;
    made.name = name_of(program, ref);
    if (ref.whose == Whose::below) {
        const Value sum = sum_below(program, ref);
        if (sum.is_number() && sum.number.is_decimal()) made.value = sum.number.top();
        else made.missing = gouji::name_of(Presence::absent);
        return made;
    }
    const Table* found = table(ref.whose, ref.table);
    if (!found || ref.cell < 0) {
        made.missing = gouji::name_of(Presence::absent);
        return made;
    }
    const Cell& cell = found->cell(ref.cell);
    made.unit = cell.unit;
    made.raw = cell.raw;
    if (ref.whose == Whose::own) made.span = cell.span;  // spans are of this file
    made.certain = cell.certain;
    const Span* span = nullptr;
    if (const Decimal* chosen = chosen_value(*found, ref.cell, &span)) {
        made.value = *chosen;
        if (ref.whose == Whose::own) made.span = *span;
        made.raw = chosen->to_string();
    } else if (cell.presence == Presence::number) {
        made.value = cell.value;
    } else {
        made.missing = gouji::name_of(cell.presence);
    }
    return made;
}

Operand Figures::operand(const FieldRef& ref) {
    Operand made;
    made.name = ref.name;
    if (const Mention::Field* found = find(ref).field) {
        made.value = found->value;
        made.unit = found->unit;
        made.raw = found->raw;
        if (ref.whose == Whose::own) made.span = found->span;
    } else {
        made.missing = gouji::name_of(Presence::absent);
    }
    return made;
}

}  // namespace gouji
