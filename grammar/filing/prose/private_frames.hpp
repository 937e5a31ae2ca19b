// SPDX-License-Identifier: Apache-2.0
// Owns: from the statements of a paragraph to frames: what each figure, none and all is of, with what a clause leaves
// out and takes from the one before.
// Refuses: to know facts; stated_facts.cpp compares frames with what the form's facts say.
#pragma once

#include "engine/base/span.hpp"
#include "grammar/filing/prose/private_statements.hpp"
#include "grammar/filing/prose/private_tokens.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

struct Frame {
    std::array<ValueSet, slot_count> slots{};
    struct Head {
        ValueSet thing = 0;
        Span span;
    };
    std::vector<Head> heads;  ///< of `what`: each thing that is named beside the others
    ValueSet beside = 0;      ///< of `what`: the thing that the clause before counted, to which this one is added
    ValueSet named = 0;       ///< of `what`: all things that the clause names
    const StatedFigure* count = nullptr;
    const StatedFigure* share = nullptr;
    bool negative = false;    ///< 未, 无
    bool of_all = false;      ///< it has no figure of its own: `count` is that of the clause before
    ValueSet counted = 0;     ///< of `happened`: where it is of all, what happened to those that were counted
    bool own_what = false;    ///< the clause names it, and does not take it from the one before
    bool own_verb = false;    ///< likewise what happened
    bool against = false;     ///< compared with the year before
    bool opens = false;       ///< 其中 is before it
    bool respective = false;  ///< 分别为 is: each of its things has one of the figures that follow
    int times = 0;            ///< words that say when
    bool timed_late = false;  ///< one of them is behind what is counted, or what happened: 办结去年申请5件
    bool opens_next = false;  ///< 其中 is behind its figure
    ValueSet whole = 0;       ///< of `what`: of a part, what the clause before counted
    bool part = false;        ///< it counts some of what the clause before counted
    int depth = 0;            ///< of brackets
    int sentence = 0;         ///< of the paragraph
    Span where;               ///< of the normalised text
    /// Words that say when, whose and which way it is.
    struct Circumstance {
        WordClass word_class = WordClass::when;
        Span span;
    };
    std::vector<Circumstance> circumstances;
    std::vector<Span> doubts;  ///< words that nobody knows, and names in quotes

    [[nodiscard]] ValueSet slot(WordClass word_class) const { return slots[static_cast<std::size_t>(word_class)]; }
    ValueSet& slot(WordClass word_class) { return slots[static_cast<std::size_t>(word_class)]; }
    [[nodiscard]] bool has(WordClass word_class) const { return slot(word_class) != 0; }
};

class FrameReader {
public:
    FrameReader(const KnownWords& words, const ReporterNames& own)
        : words_(words),
          own_(own),
          happened_(words.find(WordClass::happened, happened_value).value_or(0)),
          every_(words.find(WordClass::all, every_value).value_or(0)),
          own_value_(*words.find(WordClass::whose, own_value)),
          whole_value_(*words.find(WordClass::whose, whole_value)),
          office_value_(*words.find(WordClass::whose, office_value)),
          this_year_(*words.find(WordClass::when, this_year_value)),
          row_(words.find(WordClass::what, row_value).value_or(0)) {}

    /// Frames of one more sentence of the paragraph, at the end of `frames`.
    void read(const std::vector<Token>& tokens, const Clauses& clauses, std::vector<Frame>& frames);
    /// What comes takes nothing from what was counted before.
    void end_paragraph();
    void end_section();
    /// A sentence that says nothing here was between: what comes does not speak of all that was counted.
    void skip_sentence();
    /// Of `what`: the thing that a clause which leaves it out would be about.
    [[nodiscard]] ValueSet topic() const { return last_ ? last_->slot(WordClass::what) : 0; }

private:
    void statement(const std::vector<Token>& tokens, const Clauses& clauses, const ClausePart& part);
    Frame frame_of(const std::vector<Token>& tokens, const Clauses& clauses, const ClausePart& part);
    void take_word(const Token& token, bool beside, Frame& frame);
    void inherit(Frame& frame);
    static void take_circumstance(const Token& token, Frame& frame);
    void carry_words(const Frame& frame);
    void take_thing(const Token& token, bool beside, Frame& frame) const;
    [[nodiscard]] bool is_own(ValueSet whose) const;
    void add_attribute(ValueSet thing, Span where, ValueSet head, Frame& frame) const;
    void take_others(Frame& frame);
    void take_all(Frame& frame);
    void share_out(Frame& frame);
    void end_respective();
    void keep(Frame frame);
    void end_sentence();
    /// Words that a clause without a statement leaves for the rest of the sentence.
    struct Carried {
        std::array<ValueSet, slot_count> slots{};
        std::vector<Frame::Circumstance> words;
        int times = 0;
        bool opens = false;
    };

    const KnownWords& words_;
    const ReporterNames& own_;
    ValueSet happened_;   ///< 发生
    ValueSet every_;      ///< 均
    ValueSet own_value_;  ///< values that the words always have
    ValueSet whole_value_;
    ValueSet office_value_;
    ValueSet this_year_;
    ValueSet row_;                  ///< none where rows are not looked for
    std::optional<Frame> last_;     ///< what the next clause takes what it leaves out from
    std::optional<Frame> sibling_;  ///< the statement right before
    std::optional<Frame> joined_;   ///< the first of the statements that 、 or 和 joins
    bool in_list_ = false;          ///< the statements are parts of `last_`
    /// What the clauses before an open bracket said.
    struct OuterClause {
        std::optional<Frame> last;
        bool in_list = false;
    };
    std::vector<OuterClause> outer_;
    Carried carried_;
    /// 甲、乙分别为1件、2件: the things, the next of which the next figure is of.
    struct Respective {
        std::vector<Frame::Head> heads;
        std::size_t next = 0;
        std::size_t first = 0;  ///< of the frames
    };
    std::optional<Respective> respective_;
    bool linked_ = false;  ///< 和 or 、 is right before
    bool broken_ = false;  ///< something unknown was told since the last frame
    int sentence_ = 0;
    std::vector<Frame>* frames_ = nullptr;
};

}  // namespace gouji
