// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_stated_facts.hpp"

#include "engine/base/measure.hpp"
#include "grammar/filing/prose/private_scopes.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace gouji {
namespace {

/// Slots that do not say what is counted, but of when, whose and which way it is.
bool is_circumstance(WordClass one) {
    return one == WordClass::when || one == WordClass::whose || one == WordClass::how;
}

/// Two things that are counted together are another thing than each of them.
bool fits(const Edition::CompiledSaying::Slot& slot, ValueSet values, bool together) {
    if (values == 0) return slot.may_be_empty;
    if ((values & ~slot.any) == 0 && (!together || std::has_single_bit(values))) return true;
    return std::find(slot.together.begin(), slot.together.end(), values) != slot.together.end();
}

class FactFinder {
public:
    FactFinder(const StatedIn& in, ProseFigures& made)
        : text_(in.text),
          section_(in.section),
          edition_(in.edition),
          rows_(in.rows),
          sayings_(in.rows ? in.edition.row_sayings : in.edition.sayings),
          counted_(in.rows ? in.rows->value() : in.edition.naming.counted()),
          last_year_(*in.edition.words->find(WordClass::when, last_year_value)),
          fall_(in.edition.words->find(WordClass::change, fall_value).value_or(0)),
          made_(made) {}

    void find(const Frame& frame) {
        if (frame.heads.empty() && frame.own_what) return;
        if (rows_ && (frame.heads.size() != 1 || frame.slot(WordClass::what) != counted_)) return;
        const ValueSet what = frame.slot(WordClass::what);
        if (what != 0 && (what & counted_) == 0) return;  // as most are
        // 其中9件为书面申请: how many of them are of a kind, and nothing that the form counts.
        if (frame.part && !rows_ && !frame.own_verb && !is_kind_of_whole(frame) && !frame.has(WordClass::who)
            && !frame.has(WordClass::rate))
            return;
        // 共计34件: of what is said before, and not what happened to it.
        if (!frame.own_what && !frame.own_verb && !frame.has(WordClass::who) && !frame.has(WordClass::rate)
            && !frame.has(WordClass::change))
            return;
        const bool each = frame.heads.size() > 1 && (frame.negative || frame.of_all);
        if (!frame.negative || !each) {
            if (find_one(frame, !each) || !each) return;
        }
        // 未发生行政复议和行政诉讼, 均获维持: of each of the two.
        for (const Frame::Head& one : frame.heads) {
            Frame single = frame;
            single.slot(WordClass::what) = one.thing;
            find_one(single, true);
        }
    }

private:
    /// 行政诉讼3件,其中未经复议直接起诉2件: the form counts both.
    [[nodiscard]] bool is_kind_of_whole(const Frame& frame) const {
        return frame.own_what && (frame.whole & counted_) != 0 && (frame.slot(WordClass::what) & counted_) != 0
            && frame.whole != frame.slot(WordClass::what);
    }

    /// Whether the last mention that is no part of a list states the same fact with another number.
    [[nodiscard]] bool has_whole(const Frame& frame, const Mention& part) const {
        if (whole_of_.first < 0 || whole_of_.second != frame.sentence) return false;
        const Mention& whole = made_.mentions[static_cast<std::size_t>(whole_of_.first)];
        return whole.form == part.form && whole.row == part.row
            && !(whole.fields.front().value == part.fields.front().value);
    }

    /// The first fact that the frame states; whether there is one. A frame that states none is kept with its doubts for
    /// the first that it would state without them.
    bool find_one(const Frame& frame, bool keep_doubts) {
        const Edition::CompiledSaying* likely = nullptr;
        for (const Edition::CompiledSaying& saying : sayings_) {
            const int apart = misfits(saying, frame);
            if (apart < 0) continue;
            if (apart == 0 && frame.doubts.empty()) {
                add(saying, frame, {});
                return true;
            }
            if (!likely) likely = &saying;
        }
        // What it takes from other clauses would be a guess here.
        if (likely && keep_doubts && frame.own_what && (frame.own_verb || frame.has(WordClass::rate)))
            add(*likely, frame, doubts(*likely, frame), is_of_year_before(*likely, frame));
        else if (keep_doubts && frame.own_what && frame.count && !frame.doubts.empty()
            && (frame.slot(WordClass::what) & counted_) != 0)
            add_unread(frame);
        return false;
    }

    /// The row that the frame names; empty where the table of the fact has none of the name.
    [[nodiscard]] std::string row_of(const MentionForm& form, const Frame& frame) const {
        return rows_->row_of(form.rows, text_.view(frame.heads.front().span));
    }

    void add_unread(const Frame& frame) {
        UnreadClause clause{std::string(text_.view(frame.where)), {}, text_.source(frame.where)};
        for (const Span one : frame.doubts) clause.words.emplace_back(text_.view(one));
        made_.unread.push_back(std::move(clause));
    }

    /// Whether the fact takes what the frame has in a slot. A fact of rows takes every row.
    [[nodiscard]] bool takes(const Edition::CompiledSaying& saying, WordClass slot, const Frame& frame) const {
        const bool what = slot == WordClass::what;
        return (rows_ && what) || fits(saying.slots[static_cast<std::size_t>(slot)], frame.slot(slot), what);
    }

    /// How many circumstances are not those of the fact; less than 0 where it is another fact.
    [[nodiscard]] int misfits(const Edition::CompiledSaying& saying, const Frame& frame) const {
        int apart = 0;
        for (std::size_t i = 0; i < slot_count; ++i) {
            const auto slot = static_cast<WordClass>(i);
            if (takes(saying, slot, frame)) continue;
            if (!is_circumstance(slot) || frame.slots[i] == 0) return -1;
            ++apart;
        }
        const MentionForm& form = edition_.form->mentions[static_cast<std::size_t>(saying.mention)];
        if (rows_ && row_of(form, frame).empty()) return -1;
        return measures(form, *saying.saying, frame) ? apart : -1;
    }

    /// Whether the frame has a figure of the kind that the fact counts.
    [[nodiscard]] static bool measures(const MentionForm& form, const Saying& saying, const Frame& frame) {
        const Measure wanted = form.fields.front().measure;
        if (frame.negative) return !frame.count && !frame.share && wanted != Measure::share && !saying.figure;
        if (saying.figure)
            return frame.share ? is_whole(*frame.share) : frame.of_all || (frame.own_what && !frame.count);
        if (frame.of_all) return !saying.slots[static_cast<std::size_t>(WordClass::all)].values.empty();
        if (frame.has(WordClass::change) != !saying.slots[static_cast<std::size_t>(WordClass::change)].values.empty())
            return false;
        if (frame.has(WordClass::change) && !frame.against) return false;
        if (wanted == Measure::share) return frame.share && !frame.count;
        if (!frame.count || takes_no_figure(saying)) return false;
        const Figure& figure = frame.count->figure;
        if (!saying.units.empty()
            && std::find(saying.units.begin(), saying.units.end(), figure.unit) == saying.units.end())
            return false;
        // A bare number counts things only where their parts follow: 申请4其中当面1件.
        if (figure.unit.empty()) return frame.opens_next && wanted == Measure::count && figure.value;
        return unit_of(figure.unit).measure == wanted && figure.value;
    }

    /// Only what denies it states the fact: 未收取信息处理费.
    [[nodiscard]] static bool takes_no_figure(const Saying& saying) {
        return saying.units.size() == 1 && saying.units.front() == no_value;
    }

    /// 100%
    [[nodiscard]] static bool is_whole(const StatedFigure& share) {
        return share.figure.unit == "%" && share.figure.value == Decimal(100);
    }

    [[nodiscard]] std::vector<std::string> doubts(const Edition::CompiledSaying& saying, const Frame& frame) const {
        std::vector<std::string> all;
        for (const Span one : frame.doubts) all.emplace_back(text_.view(one));
        for (std::size_t i = 0; i < slot_count; ++i) {
            const auto slot = static_cast<WordClass>(i);
            if (takes(saying, slot, frame)) continue;
            const std::size_t before = all.size();
            for (const Frame::Circumstance& one : frame.circumstances) {
                if (one.word_class == slot) all.emplace_back(text_.view(one.span));
            }
            if (all.size() == before) all.push_back(names_of(slot, frame.slots[i]));
        }
        return all;
    }

    /// 2022年收到申请80件, in the report of 2023: nothing else keeps the fact from being stated. 办结去年申请5件 and
    /// 去年收到的申请5件 are some of that year's.
    [[nodiscard]] bool is_of_year_before(const Edition::CompiledSaying& saying, const Frame& frame) const {
        return frame.slot(WordClass::when) == last_year_ && frame.times == 1 && !frame.timed_late
            && frame.doubts.empty() && !frame.part && !frame.of_all && misfits(saying, frame) == 1
            && !fits(saying.slots[static_cast<std::size_t>(WordClass::when)], last_year_, false)
            && text_.view(frame.where).find("的") == std::string_view::npos;
    }

    void add(const Edition::CompiledSaying& saying, const Frame& frame, std::vector<std::string> scope,
        bool year_before = false) {
        Mention mention;
        mention.form = &edition_.form->mentions[static_cast<std::size_t>(saying.mention)];
        mention.section = section_;
        mention.text = text_.view(frame.where);
        mention.span = text_.source(frame.where);
        mention.scope = std::move(scope);
        mention.frame = describe(frame);
        if (rows_) mention.row = row_of(*mention.form, frame);
        add_fields(*saying.saying, saying.base, frame, mention);
        if (mention.fields.empty()) return;
        if (mention.form->is_signed && fall_ != 0 && (frame.slot(WordClass::change) & fall_) != 0) {
            for (Mention::Field& one : mention.fields) one.value = one.value.negated();
        }
        // 其中受理申请3件 is some of those received; (含新制定5件) is what was made, and the whole is something else.
        if (frame.part && mention.scope.empty() && has_whole(frame, mention)) {
            if (frame.own_what) mention.scope.emplace_back("其中");
            else made_.mentions[static_cast<std::size_t>(whole_of_.first)].scope.emplace_back(mention.text);
        }
        mention.year_before = year_before && mention.scope.size() == 1;
        made_.mentions.push_back(std::move(mention));
        if (!frame.part) whole_of_ = {static_cast<std::ptrdiff_t>(made_.mentions.size()) - 1, frame.sentence};
    }

    void add_fields(const Saying& saying, ValueSet base, const Frame& frame, Mention& mention) const {
        const auto& fields = mention.form->fields;
        const auto fixed = [&](std::size_t index, const Decimal& value) {
            mention.fields.push_back({static_cast<int>(index), value, {}, mention.text, mention.span, {}});
        };
        if (frame.negative || saying.figure) fixed(0, saying.figure.value_or(Decimal(0)));
        else add_field(0, fields.front().measure == Measure::share ? *frame.share : *frame.count, mention);
        for (std::size_t i = 1; i < fields.size(); ++i) {
            if (fields[i].measure == Measure::share && frame.share) add_field(i, *frame.share, mention);
            if (!frame.of_all) continue;
            // 办理10件,均已办结: of those that were handled.
            if (saying.figure && i == 1 && (frame.counted & base) != 0) add_field(i, *frame.count, mention);
            else if (fields[i].name == all_field) fixed(i, Decimal(1));
        }
    }

    void add_field(std::size_t index, const StatedFigure& stated, Mention& mention) const {
        if (!stated.figure.value) return;
        const std::string printed(text_.view(stated.span));
        if (stated.figure.approximate || is_rough(text_.characters(), stated.span.start))
            mention.scope.push_back(printed);
        mention.fields.push_back({static_cast<int>(index), *stated.figure.value, stated.figure.unit, printed,
            text_.source(stated.span), {}});
    }

    /// The slots that have values, for a person who wants to know how the clause was taken.
    [[nodiscard]] std::string describe(const Frame& frame) const {
        std::string all;
        for (std::size_t i = 0; i < slot_count; ++i) {
            const std::string values = names_of(static_cast<WordClass>(i), frame.slots[i]);
            if (!values.empty()) all += (all.empty() ? "" : ", ") + std::string(word_class_names[i]) + ": " + values;
        }
        if (frame.negative) all += (all.empty() ? "" : ", ") + std::string("no");
        return all;
    }

    [[nodiscard]] std::string names_of(WordClass word_class, ValueSet values) const {
        std::string all;
        const auto& names = edition_.words->values(word_class);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if ((values >> i & 1U) != 0) all += (all.empty() ? "" : "+") + names[i];
        }
        return all;
    }

    const Text& text_;
    const std::string& section_;
    const Edition& edition_;
    const RowNames* rows_;
    const std::vector<Edition::CompiledSaying>& sayings_;
    ValueSet counted_;  ///< of `what`: the things that the facts count
    ValueSet last_year_;
    ValueSet fall_;
    ProseFigures& made_;
    std::pair<std::ptrdiff_t, int> whole_of_{-1, -1};  ///< the last mention that is no part, and its sentence
};

}  // namespace

void add_stated_facts(const std::vector<Frame>& frames, const StatedIn& in, ProseFigures& made) {
    FactFinder finder(in, made);
    for (const Frame& one : frames) finder.find(one);
}

}  // namespace gouji
