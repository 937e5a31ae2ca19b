// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/private_question_answers.hpp"

#include "engine/base/calendar.hpp"

#include <algorithm>

namespace gouji {
namespace {

Value count(std::size_t number) { return Value::of(Fraction(static_cast<std::int64_t>(number))); }

/// The text, or the reason why it is not known.
Value text_or(const std::string& text, const ScopedFilings& filings, const Words& why) {
    return text.empty() ? filings.unknown([&] { return why; }) : Value::of(text);
}

Value year_of(const Filing& filing, const ScopedFilings& filings) {
    if (filing.year) return Value::of(Fraction(*filing.year));
    return filings.unknown([] { return Words{"报告的年度不明。", "The year of the report is unknown."}; });
}

Value day_of(const Filing& filing, const ScopedFilings& filings) {
    if (const auto day = parse_day(filing.published)) return Value::of(Fraction(*day));
    return filings.unknown([] { return Words{"公布日期不明。", "The date of publication is unknown."}; });
}

/// What `answer` says of the table; unknown where the filing does not have it.
template <class Answer>
Value of_table(const Question& question, const ScopedFilings& filings, const Answer& answer) {
    if (const Table* table = filings.table(question.whose, question.id)) return answer(*table);
    const auto id = static_cast<std::size_t>(question.id);
    return filings.no_table(question.whose, *filings.tables(question.whose)[id].name);
}

/// No table that comes earlier in the form comes later in the filing.
bool is_in_order(const Table& table, const std::vector<NumberedTable>& all) {
    for (const NumberedTable& other : all) {
        if (other.table == &table) return true;
        if (other.table && other.table->layout && other.table->span.start > table.span.start) return false;
    }
    return true;
}

std::vector<const Section*> sections_named(const std::string& name, const Filing& filing) {
    std::vector<const Section*> named;
    for (const Section& section : filing.sections) {
        if (section.name == name) named.push_back(&section);
    }
    return named;
}

/// The sections of the filing that a question asks about.
std::vector<const Section*> sections_of(const Question& question, const Filing& filing) {
    return sections_named(filing.form->sections[static_cast<std::size_t>(question.id)].name, filing);
}

/// What `answer` says of the sections; unknown where there is none.
template <class Answer>
Value of_sections(const Question& question, const Filing& filing, const ScopedFilings& filings, const Answer& answer) {
    const std::vector<const Section*> found = sections_of(question, filing);
    if (!found.empty()) return answer(found);
    return filings.unknown([&] {
        return fill("报告中没有读到“{name}”一节。", "The section {name} was not found in the report.",
            {{"name", same(filing.form->sections[static_cast<std::size_t>(question.id)].name)}});
    });
}

/// How much of the section repeats that of the year before.
Value copied_share(const Question& question, const Section& section, const ScopedFilings& filings) {
    const Filing* before = filings.filing(Whose::previous);
    if (question.whose == Whose::previous || !before) return filings.no_filing(Whose::previous);
    const auto old = sections_named(section.name, *before);
    if (!old.empty()) {
        if (const auto share = filings.at_hand().copied(section, *old.front())) return Value::of(*share);
    }
    return filings.unknown([&] {
        return fill("“{name}”一节没有可比的整句。", "The section {name} has no complete sentence to compare.",
            {{"name", same(section.name)}});
    });
}

bool has_scope_word(const Mention* mention, const std::string& part) {
    return mention && std::any_of(mention->scope.begin(), mention->scope.end(), [&](const std::string& word) {
        return word.find(part) != std::string::npos;
    });
}

bool asks_of_a_filing(Question::What what) {
    return what != Question::What::below && what != Question::What::copies && what != Question::What::previous;
}

}  // namespace

// One case for each kind of question.
Value answer_question(const Question& question, const ScopedFilings& filings, const Figures& figures) {
    using What = Question::What;
    const Filing* filing = filings.filing(question.whose);
    if (asks_of_a_filing(question.what) && !filing) return filings.no_filing(question.whose);
    using Sections = std::vector<const Section*>;
    switch (question.what) {
        case What::below: return Value::of(filings.at_hand().below().listed());
        case What::copies: return Value::of(!filings.at_hand().copies().empty());
        case What::previous: return Value::of(filing != nullptr);
        case What::year: return year_of(*filing, filings);
        case What::published: return day_of(*filing, filings);
        case What::organ:
            return text_or(filing->organ, filings, {"机关名称不明。", "The organ of the report is unknown."});
        case What::level:
            return text_or(filing->level, filings, {"机关层级不明。", "The level of the organ is unknown."});
        case What::form: return filing->form ? Value::of(filing->form->id) : Value{};
        case What::table_present: return Value::of(filings.table(question.whose, question.id) != nullptr);
        case What::table_times: {
            const Table* table = filings.table(question.whose, question.id);
            return count(table ? 1 + table->repeats.size() : 0);
        }
        case What::table_form:
            return of_table(
                question, filings, [](const Table& table) { return table.form ? Value::of(table.form->id) : Value{}; });
        case What::table_ordered:
            return of_table(question, filings,
                [&](const Table& table) { return Value::of(is_in_order(table, filings.tables(question.whose))); });
        case What::missing:
            return of_table(
                question, filings, [&](const Table&) { return count(missing_cells(question, filings).size()); });
        case What::copies_differ:
        case What::repeats_differ: return count(disputes_of(question, filings).size());
        case What::section_present: return Value::of(!sections_of(question, *filing).empty());
        case What::section_times: return count(sections_of(question, *filing).size());
        case What::section_ordered:
            return of_sections(question, *filing, filings, [](const Sections& all) {
                return Value::of(std::any_of(all.begin(), all.end(), [](const Section* one) { return !one->stray; }));
            });
        case What::section_copied:
            return of_sections(question, *filing, filings,
                [&](const Sections& all) { return copied_share(question, *all.front(), filings); });
        case What::section_length:
            return of_sections(question, *filing, filings,
                [](const Sections& all) { return Value::of(Fraction(std::int64_t{all.front()->length})); });
        case What::section_text:
            return of_sections(
                question, *filing, filings, [](const Sections& all) { return Value::of(all.front()->prose); });
        case What::scoped: return Value::of(has_scope_word(figures.bound_mention(question.slot), question.text));
        case What::year_before: {
            const Mention* mention = figures.bound_mention(question.slot);
            return Value::of(mention && mention->year_before);
        }
        case What::stated: return Value::of(figures.is_stated(question));
    }
    return {};
}

std::vector<CellRef> missing_cells(const Question& question, const ScopedFilings& filings) {
    std::vector<CellRef> missing;
    const Table* table =
        question.what == Question::What::missing ? filings.table(question.whose, question.id) : nullptr;
    if (!table) return missing;
    for (const CellRef& ref : question.cells) {
        const Presence presence = ref.cell < 0 ? Presence::absent : table->cell(ref.cell).presence;
        if (presence != Presence::number && (question.text.empty() || question.text == name_of(presence)))
            missing.push_back(ref);
    }
    return missing;
}

const std::vector<Dispute>& disputes_of(const Question& question, const ScopedFilings& filings) {
    static const std::vector<Dispute> none;
    if (question.what == Question::What::repeats_differ) {
        const Table* table = filings.table(Whose::own, question.id);
        return table ? filings.at_hand().disputes_of_repeats(*table) : none;
    }
    if (question.what != Question::What::copies_differ) return none;
    return filings.at_hand().disputes_of_copies(
        question.id < 0 ? std::string() : *filings.scope().own[static_cast<std::size_t>(question.id)].name);
}

std::vector<Operand> operands_of(const Question& question, const Dispute& dispute, const ScopedFilings& filings) {
    const bool is_repeat = question.what == Question::What::repeats_differ;
    std::vector<Operand> operands;
    for (const Dispute::Version& version : dispute.versions) {
        Operand operand = version.figure->operand;
        if (!is_repeat && version.source > 0) {
            const Copy& copy = filings.at_hand().copies()[version.source - 1];
            operand.elsewhere = std::make_shared<const Elsewhere>(place_elsewhere(copy, operand.span));
            operand.span = {};
        }
        // The names of one dispute differ: decisions about them are kept by name.
        const std::string number = operands.size() > 1 ? std::to_string(operands.size()) : "";
        if (version.source > 0) operand.name = (is_repeat ? "again" : "copy") + number + "." + operand.name;
        operands.push_back(std::move(operand));
    }
    return operands;
}

}  // namespace gouji
