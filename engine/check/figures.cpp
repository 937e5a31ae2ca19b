// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures.hpp"

#include <algorithm>

namespace gouji {
namespace {

Words words_of(Presence presence) {
    switch (presence) {
        case Presence::number: return {"数", "a number"};
        case Presence::blank: return {"空白", "blank"};
        case Presence::dash: return {"横线", "a dash"};
        case Presence::slash: return {"斜线", "a slash"};
        case Presence::absent: return {"没有这一格", "absent"};
        case Presence::unreadable: return {"无法辨认", "unreadable"};
    }
    return {};
}

}  // namespace

void Figures::reset() {
    reasons_.clear();
    assumptions_.clear();
    scoped_.reset();
    must_fail_ = false;
}

void Figures::note(std::vector<Words>& list, Words words) {
    if (std::find(list.begin(), list.end(), words) == list.end()) list.push_back(std::move(words));
}

const Table* Figures::table(int id) const {
    for (const auto& one : tables_) {
        if (one.id == id) return one.table;
    }
    return nullptr;
}

bool Figures::table_present(int id) { return table(id) != nullptr; }

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

Value Figures::missing(Presence presence, const std::string& name) {
    switch (missing_[static_cast<std::size_t>(presence)]) {
        case Missing::zero:
            note(assumptions_, fill("{cell} 是{kind}，按 0 计。", "{cell} is {kind} and counts as 0.", {{"cell", same(name)}, {"kind", words_of(presence)}}));
            return Value::of(Decimal(0));
        case Missing::skip:
            note(assumptions_, fill("{cell} 是{kind}，不计入。", "{cell} is {kind} and is left out.", {{"cell", same(name)}, {"kind", words_of(presence)}}));
            return {Value::Kind::skipped, false, {}};
        case Missing::fail: must_fail_ = true; break;
        case Missing::undecided: break;
    }
    note(reasons_, fill("{cell} 是{kind}。", "{cell} is {kind}.", {{"cell", same(name)}, {"kind", words_of(presence)}}));
    return {};
}

Value Figures::cell(const CellRef& ref) {
    const Table* found = table(ref.table);
    if (!found) {
        const auto known = std::find_if(tables_.begin(), tables_.end(), [&](const NumberedTable& one) { return one.id == ref.table; });
        const std::string name = known == tables_.end() ? ref.name : known->name;
        note(reasons_, fill("报告中没有读到“{table}”表。", "The table {table} was not found in the report.", {{"table", same(name)}}));
        return {};
    }
    if (ref.cell < 0) return missing(Presence::absent, ref.name);
    const Cell& cell = found->cell(ref.cell);
    const Decimal* chosen = chosen_value(*found, ref.cell, nullptr);
    if (!chosen && cell.presence != Presence::number) return missing(cell.presence, ref.name);
    const std::string& printed = cell.unit;
    const std::string& header = found->layout ? found->layout->units[static_cast<std::size_t>(ref.cell)] : printed;
    const Unit unit = unit_of(printed.empty() ? header : printed);
    if (ref.measure == Measure::amount && unit.measure != Measure::amount) {
        note(reasons_, fill("{cell} 没有写明单位。", "{cell} has no unit.", {{"cell", same(ref.name)}}));
        return {};
    }
    const auto value = (chosen ? *chosen : cell.value).scaled(unit.power);
    return value ? Value::of(*value) : Value{Value::Kind::overflow, false, {}};
}

/// The field of the bound mention, or of all mentions of the fact when they agree.
const Mention::Field* Figures::find(const FieldRef& ref, Words* why) const {
    const MentionForm* form = filing_.form && static_cast<std::size_t>(ref.fact) < filing_.form->mentions.size() ? &filing_.form->mentions[static_cast<std::size_t>(ref.fact)] : nullptr;
    const Mention::Field* found = nullptr;
    const auto look = [&](const Mention& mention) {
        for (const auto& field : mention.fields) {
            if (field.index != ref.field) continue;
            if (!mention.scope.empty() && !ref.bound) {
                *why = scope_note(mention);
                return false;
            }
            const auto scaled = field.value.scaled(unit_of(field.unit).power);
            const auto other = found ? found->value.scaled(unit_of(found->unit).power) : scaled;
            if (found && scaled != other) {
                *why = fill("正文对“{name}”说法不一：“{a}”与“{b}”。", "The prose states {name} in two ways: '{a}' and '{b}'.", {{"name", same(ref.name)}, {"a", same(found->raw)}, {"b", same(field.raw)}});
                return false;
            }
            found = &field;
        }
        return true;
    };
    if (ref.bound) return mention_ && look(*mention_) ? found : nullptr;
    for (const Mention& one : filing_.mentions) {
        if (one.form == form && !look(one)) return nullptr;
    }
    return found;
}

Words Figures::scope_note(const Mention& mention) {
    return fill("“{text}”的范围词“{word}”表示另一范围，须由人看。", "'{text}' has the scope word '{word}': a person must look at it.",
        {{"text", same(mention.text)}, {"word", same(mention.scope.front())}});
}

Value Figures::field(const FieldRef& ref) {
    if (ref.bound && mention_ && !mention_->scope.empty()) scoped_ = scope_note(*mention_);
    Words why = fill("正文没有说到“{name}”。", "The prose does not state {name}.", {{"name", same(ref.name)}});
    const Mention::Field* found = find(ref, &why);
    if (!found) {
        note(reasons_, std::move(why));
        return {};
    }
    const auto value = found->value.scaled(unit_of(found->unit).power);
    return value ? Value::of(*value) : Value{Value::Kind::overflow, false, {}};
}

bool Figures::stated(const FieldRef& ref) {
    const auto has = [&](const Mention& mention) {
        return std::any_of(mention.fields.begin(), mention.fields.end(), [&](const auto& field) { return field.index == ref.field; });
    };
    if (ref.bound) return mention_ && has(*mention_);
    const MentionForm* form = filing_.form ? &filing_.form->mentions[static_cast<std::size_t>(ref.fact)] : nullptr;
    return std::any_of(filing_.mentions.begin(), filing_.mentions.end(), [&](const Mention& one) { return one.form == form && has(one); });
}

Operand Figures::operand(const CellRef& ref) {
    Operand made;
    made.name = ref.name;
    const Table* found = table(ref.table);
    if (!found || ref.cell < 0) {
        made.missing = name_of(Presence::absent);
        return made;
    }
    const Cell& cell = found->cell(ref.cell);
    made.unit = cell.unit;
    made.raw = cell.raw;
    made.span = cell.span;
    made.certain = cell.certain;
    const Span* span = nullptr;
    if (const Decimal* chosen = chosen_value(*found, ref.cell, &span)) {
        made.value = *chosen;
        made.span = *span;
        made.raw = chosen->to_string();
    } else if (cell.presence == Presence::number) {
        made.value = cell.value;
    } else {
        made.missing = name_of(cell.presence);
    }
    return made;
}

Operand Figures::operand(const FieldRef& ref) {
    Operand made;
    made.name = ref.name;
    Words why;
    if (const Mention::Field* found = find(ref, &why)) {
        made.value = found->value;
        made.unit = found->unit;
        made.raw = found->raw;
        made.span = found->span;
    } else {
        made.missing = name_of(Presence::absent);
    }
    return made;
}

}  // namespace gouji
