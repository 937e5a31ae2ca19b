// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/figures.hpp"

#include "engine/check/figures/private_below_sum.hpp"
#include "engine/check/figures/private_question_answers.hpp"
#include "engine/model/cell_unit.hpp"

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

Words words_of(const Cell& cell) { return says_none(cell) ? Words{"“无”", "无 (none)"} : words_of(cell.presence); }

/// Of what is not there.
const Cell absent;

/// A printed figure in 元 or parts of one, and where its last digit stands.
Value scaled(const Decimal& printed, const Unit& unit) {
    const auto value = printed.scaled(unit.power);
    if (!value) return Value::of(Value::Kind::overflow);
    Value made = Value::of(Fraction(*value));
    // 0% may be 0.4%; no amount of money is rounded to a bare 0.
    const bool bare_zero = printed.is_zero() && printed.places() == 0 && unit.measure != Measure::share;
    made.last_digit = bare_zero ? Value::exact : static_cast<std::int8_t>(unit.power - printed.places());
    return made;
}

Value exact_zero() {
    Value made = Value::of(Fraction());
    made.last_digit = Value::exact;
    return made;
}

std::optional<Decimal> amount_of(const Mention::Field& field) { return field.value.scaled(unit_of(field.unit).power); }

const MentionForm* form_of(const Filing* filing, int fact) {
    if (!filing || !filing->form || static_cast<std::size_t>(fact) >= filing->form->mentions.size()) return nullptr;
    return &filing->form->mentions[static_cast<std::size_t>(fact)];
}

}  // namespace

Words scope_note(const Mention& mention) {
    return fill("“{text}”带有范围词“{word}”，所指范围不同，须人工核对。",
        "'{text}' has the scope word '{word}', so a person must check it.",
        {{"text", same(mention.text)}, {"word", same(mention.scope.front())}});
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

Value Figures::missing(const Cell& cell, const Program& program, const CellRef& ref) {
    return missing(cell, filings_.notes() ? gouji::name_of(program, ref) : std::string());
}

Value Figures::missing(const Cell& cell, const std::string& name) {
    const Missing policy = filings_.scope().missing[static_cast<std::size_t>(cell.presence)];
    const auto say = [&](std::string_view zh, std::string_view en) {
        return fill(zh, en, {{"cell", same(name)}, {"kind", words_of(cell)}});
    };
    switch (policy) {
        case Missing::zero:
            if (Notes* notes = filings_.notes())
                Notes::add(notes->assumptions, say("{cell} 是{kind}，按 0 计。", "{cell} is {kind} and counts as 0."));
            return exact_zero();
        case Missing::skip:
            if (Notes* notes = filings_.notes())
                Notes::add(
                    notes->assumptions, say("{cell} 是{kind}，不计入。", "{cell} is {kind} and is not counted."));
            return Value::of(Value::Kind::skipped);
        case Missing::fail: must_fail_ = true; break;
        case Missing::proven:
        case Missing::computed:
        case Missing::undecided: break;
    }
    return filings_.unknown([&] { return say("{cell} 是{kind}。", "{cell} is {kind}."); });
}

bool Figures::asks_inferred(const Cell& cell) const {
    const Missing policy = filings_.scope().missing[static_cast<std::size_t>(cell.presence)];
    return cell.inferred && (policy == Missing::computed || (policy == Missing::proven && !cell.computed));
}

Value Figures::inferred(const Cell& cell, const Program& program, const CellRef& ref) {
    if (Notes* notes = filings_.notes()) {
        Notes::add(notes->assumptions,
            fill("{cell} 是{kind}，按本表的关系应为 {value}。",
                "{cell} is {kind}; by the relations of its table it must be {value}.",
                {{"cell", same(gouji::name_of(program, ref))}, {"kind", words_of(cell)},
                    {"value", same(cell.inferred->to_string())}}));
    }
    return Value::of(Fraction(*cell.inferred));
}

Value Figures::cell(const Program& program, const CellRef& ref) {
    if (ref.whose == Whose::below) return sum_below(filings_, program, ref);
    if (!filings_.filing(ref.whose)) return filings_.no_filing(ref.whose);
    const Table* found = filings_.table(ref.whose, ref.table);
    if (!found) return filings_.no_table(ref.whose, ref.names->name);
    if (ref.cell < 0) return missing(absent, program, ref);
    const Cell& cell = found->cell(ref.cell);
    if (found->is_disputed(ref.cell)) {
        return filings_.unknown([&] {
            return fill("{cell} 在那份报告的几个文件中写得不同，不知以哪个为准。",
                "The files of that report differ in {cell}; it is not known which one counts.",
                {{"cell", same(gouji::name_of(program, ref))}});
        });
    }
    const Decimal* chosen = chosen_value(*found, ref.cell, nullptr);
    if (!chosen && cell.presence != Presence::number && asks_inferred(cell)) return inferred(cell, program, ref);
    if (!chosen && cell.presence != Presence::number) return missing(cell, program, ref);
    const Unit unit = unit_of(unit_of_cell(*found, ref.cell));
    if (ref.measure == Measure::amount && unit.measure != Measure::amount) {
        return filings_.unknown([&] {
            return fill("{cell} 没有写明单位。", "{cell} has no unit.", {{"cell", same(gouji::name_of(program, ref))}});
        });
    }
    return scaled(chosen ? *chosen : cell.value, unit);
}

/// The field of the bound mention, or of all mentions of the fact when they agree.
Figures::StatedField Figures::find(Whose whose, int fact, int index, int slot) const {
    const auto field_in = [&](const Mention& mention) {
        const auto field = std::find_if(mention.fields.begin(), mention.fields.end(),
            [&](const Mention::Field& one) { return one.index == index; });
        return field == mention.fields.end() ? nullptr : &*field;
    };
    if (slot != no_slot) {
        const Mention* mention = bound_mention(slot);
        return {mention ? field_in(*mention) : nullptr};
    }
    StatedField made;
    if (whose == Whose::own && !filings_.at_hand().may_state(fact)) return made;
    const Filing* filing = filings_.filing(whose);
    const MentionForm* form = form_of(filing, fact);
    if (!form) return made;
    for (const Mention& mention : filing->mentions) {
        if (mention.form != form) continue;
        const Mention::Field* field = field_in(mention);
        if (!field) continue;
        if (!mention.scope.empty() || (made.field && amount_of(*made.field) != amount_of(*field)))
            return {nullptr, &mention, made.field};
        made.field = field;
    }
    return made;
}

Words Figures::why_not(const FieldRef& ref, const StatedField& found) const {
    if (ref.whose == Whose::previous && !filings_.filing(ref.whose)) return filings_.at_hand().why_no_previous();
    if (!found.other)
        return fill("正文没有说到“{name}”。", "The prose does not state {name}.", {{"name", same(ref.name)}});
    if (!found.other->scope.empty()) return scope_note(*found.other);
    return fill("正文对“{name}”说法不一：“{a}”与“{b}”。",
        "The prose gives {name} in two different ways: '{a}' and '{b}'.",
        {{"name", same(ref.name)}, {"a", same(found.twice->raw)}, {"b", same(found.other->text)}});
}

Value Figures::field(const FieldRef& ref) {
    const Mention* mention = ref.slot != no_slot ? bound_mention(ref.slot) : nullptr;
    if (mention && !mention->scope.empty()) scoped_ = mention;
    const StatedField found = find(ref);
    if (!found.field) {
        if (mention) return missing(absent, ref.name);
        return filings_.unknown([&] { return why_not(ref, found); });
    }
    return scaled(found.field->value, unit_of(found.field->unit));
}

std::size_t Figures::mentions(const StatedFact& fact) {
    const MentionForm* form = form_of(&filings_.at_hand().own(), fact.fact);
    const auto& all = filings_.at_hand().own().mentions;
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const Mention& one) { return one.form == form && one.row == fact.row; }));
}

const Mention* Figures::bound_mention(int slot) const {
    const auto index = static_cast<std::size_t>(slot);
    if (index < mentions_.size()) return mentions_[index];
    return index - mentions_.size() < looped_.size() ? looped_[index - mentions_.size()] : nullptr;
}

void Figures::bind(int slot, const StatedFact& fact, std::size_t index) {
    const MentionForm* form = form_of(&filings_.at_hand().own(), fact.fact);
    const auto place = static_cast<std::size_t>(slot) - mentions_.size();
    if (place >= looped_.size()) looped_.resize(place + 1);
    for (const Mention& one : filings_.at_hand().own().mentions) {
        if (one.form != form || one.row != fact.row || index-- > 0) continue;
        looped_[place] = &one;
        return;
    }
}

int Figures::mention_of(int slot) {
    const Mention* mention = bound_mention(slot);
    return mention ? static_cast<int>(mention - filings_.at_hand().own().mentions.data()) : -1;
}

Value Figures::answer(const Question& question) { return answer_question(question, filings_, *this); }

bool Figures::is_stated(const Question& question) const {
    const StatedField found = find(question.whose, question.id, question.field, question.slot);
    return found.field != nullptr || found.other != nullptr;
}

Operand Figures::operand(const Program& program, const CellRef& ref) {
    Operand made;
    made.name = gouji::name_of(program, ref);
    if (ref.whose == Whose::below) {
        const Value sum = sum_below(filings_, program, ref);
        if (sum.is_number() && sum.number.is_decimal()) made.value = sum.number.top();
        else made.missing = gouji::name_of(Presence::absent);
        return made;
    }
    const Table* found = filings_.table(ref.whose, ref.table);
    if (!found || ref.cell < 0) {
        made.missing = gouji::name_of(Presence::absent);
        return made;
    }
    const Cell& cell = found->cell(ref.cell);
    made.unit = cell.unit;
    made.raw = cell.printed();
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
