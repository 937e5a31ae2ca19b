// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/private_frames.hpp"

#include <algorithm>
#include <bit>

namespace gouji {
namespace {

constexpr std::array circumstances = {WordClass::when, WordClass::whose, WordClass::how};

/// Whether a clause says anything of a thing, and not only when, where and that it is a total.
bool is_statement(const Frame& frame) {
    return frame.own_what || frame.own_verb || frame.has(WordClass::who) || frame.has(WordClass::rate)
        || frame.has(WordClass::change);
}

}  // namespace

void FrameReader::end_paragraph() {
    end_sentence();
    // A heading says what the paragraphs below it are about.
    if (last_ && last_->count) last_.reset();
    sibling_.reset();
    joined_.reset();
}

void FrameReader::skip_sentence() {
    end_sentence();
    broken_ = broken_ || last_.has_value();
}

void FrameReader::end_section() {
    end_paragraph();
    last_.reset();
}

void FrameReader::end_sentence() {
    end_respective();
    if (!outer_.empty()) last_ = outer_.front().last;
    outer_.clear();
    carried_ = {};
    linked_ = false;
    in_list_ = false;
    ++sentence_;
}

void FrameReader::read(const std::vector<Token>& tokens, const Clauses& clauses, std::vector<Frame>& frames) {
    frames_ = &frames;
    bool counted = false;  // a figure is right before
    for (const ClausePart& part : clauses.parts) {
        switch (part.kind) {
            case ClausePart::Kind::statement: statement(tokens, clauses, part); break;
            case ClausePart::Kind::open: outer_.push_back({last_, in_list_}); break;
            case ClausePart::Kind::close:
                if (outer_.empty()) break;
                last_ = std::move(outer_.back().last);
                in_list_ = outer_.back().in_list;
                outer_.pop_back();
                break;
            case ClausePart::Kind::colon:
                carried_.opens =
                    carried_.opens || (counted && last_ && last_->count && !last_->count->figure.unit.empty());
                break;
            case ClausePart::Kind::end: end_paragraph(); break;
            default: break;
        }
        linked_ = part.kind == ClausePart::Kind::linked;
        counted = part.kind == ClausePart::Kind::statement && part.figure;
    }
    end_sentence();
}

/// The steps of one statement in their order: each needs what the one before it has left in the members.
void FrameReader::statement(const std::vector<Token>& tokens, const Clauses& clauses, const ClausePart& part) {
    Frame frame = frame_of(tokens, clauses, part);
    share_out(frame);
    const bool opens = frame.opens;
    if (!frame.count && !frame.share && !frame.negative && !is_statement(frame)) {
        // 2022年, or 其中: of what follows.
        for (const WordClass one : circumstances) carried_.slots[static_cast<std::size_t>(one)] |= frame.slot(one);
        carried_.times += frame.times;
        carry_words(frame);
        carried_.slots[static_cast<std::size_t>(WordClass::all)] |= frame.slot(WordClass::all);
        carried_.opens = carried_.opens || opens;
        broken_ = broken_ || (!frame.doubts.empty() && last_);
        return;
    }
    frame.opens = opens || carried_.opens;
    // 行政复议3件,其中维持2件;行政诉讼4件,其中维持3件: a list of another whole.
    if (opens && in_list_ && sibling_ && sibling_->count && sibling_->own_what) {
        last_ = sibling_;
        in_list_ = false;
    }
    carried_.opens = frame.opens_next;
    for (const WordClass one : circumstances) frame.slot(one) |= carried_.slots[static_cast<std::size_t>(one)];
    frame.circumstances.insert(frame.circumstances.end(), carried_.words.begin(), carried_.words.end());
    frame.times += carried_.times;
    // 查阅点接待200人次,受理申请2件: of the place that the first clause named.
    if (frame.count && !frame.own_what && !frame.opens && !in_list_) {
        for (const WordClass one : {WordClass::whose, WordClass::how})
            carried_.slots[static_cast<std::size_t>(one)] |= frame.slot(one);
        carry_words(frame);
    }
    // Some of something that nobody named; but a row is the same row after 其中.
    const bool row = frame.own_what && (frame.slot(WordClass::what) & row_) != 0;
    if (frame.opens && !last_ && !row) frame.doubts.push_back(frame.where);
    inherit(frame);
    keep(std::move(frame));
}

/// Gives the statement its thing, where 分别为 has named several before.
void FrameReader::share_out(Frame& frame) {
    const bool figure = frame.count || frame.share;
    if (respective_ && linked_ && figure && !frame.own_what) {
        if (respective_->next < respective_->heads.size()) {
            frame.heads = {respective_->heads[respective_->next]};
            frame.slot(WordClass::what) = frame.heads.front().thing;
            frame.own_what = true;
        }
        ++respective_->next;
        return;
    }
    end_respective();
    if (!frame.respective || !figure || frame.heads.size() < 2) return;
    respective_ = Respective{frame.heads, 1, frames_->size()};
    frame.heads.resize(1);
    frame.slot(WordClass::what) = frame.heads.front().thing;
    frame.opens = false;
}

/// Where there are not as many figures as things, nobody knows which is of which.
void FrameReader::end_respective() {
    if (!respective_) return;
    const bool even = respective_->next == respective_->heads.size();
    for (std::size_t i = respective_->first; !even && i < frames_->size(); ++i)
        (*frames_)[i].doubts.push_back((*frames_)[i].where);
    respective_.reset();
}

/// The words of a few clauses are enough to tell a person.
void FrameReader::carry_words(const Frame& frame) {
    constexpr std::size_t most = 8;
    for (const Frame::Circumstance& one : frame.circumstances) {
        if (carried_.words.size() < most) carried_.words.push_back(one);
    }
}

Frame FrameReader::frame_of(const std::vector<Token>& tokens, const Clauses& clauses, const ClausePart& part) {
    Frame frame;
    frame.depth = static_cast<int>(outer_.size());
    frame.sentence = sentence_;
    frame.where = {tokens[part.first].span.start, tokens[part.last - 1].span.end};
    bool beside = false;  // the last thing that was named is joined to the next one
    bool named = false;
    for (std::size_t i = part.first; i < part.last; ++i) {
        const Token& token = tokens[i];
        if (clauses.silent[i] && token.sign != sign_of(WordClass::how)) continue;
        if (token.sign == ClauseSigns::linked) {
            beside = named;
        } else if (token.figure) {
            (token.sign == ClauseSigns::percent ? frame.share : frame.count) = token.figure;
        } else {
            take_word(token, beside, frame);
            if (token.word_class == WordClass::what && token.sign != ClauseSigns::unknown) {
                named = true;
                beside = false;
            } else if (token.sign != sign_of(WordClass::plain)) {
                named = named && token.sign == sign_of(WordClass::of);
            }
        }
    }
    for (const Frame::Head& one : frame.heads) frame.slot(WordClass::what) |= one.thing;
    frame.own_what = frame.has(WordClass::what);
    frame.own_verb = frame.has(WordClass::happened);
    // 未出现不予公开: it happened says no more where another word says what.
    const ValueSet happened = frame.slot(WordClass::happened) & ~happened_;
    if (happened != 0) frame.slot(WordClass::happened) = happened;
    return frame;
}

void FrameReader::take_word(const Token& token, bool beside, Frame& frame) {
    if (token.sign == ClauseSigns::unknown || token.sign == ClauseSigns::quoted || token.sign == ClauseSigns::end) {
        frame.doubts.push_back(token.span);
        return;
    }
    switch (token.word_class) {
        case WordClass::no: frame.negative = true; break;
        case WordClass::part:
            (frame.count ? frame.opens_next : frame.opens) = true;
            frame.respective = frame.respective || (token.value == gouji::respective && !frame.count);
            break;
        case WordClass::against: frame.against = true; break;
        case WordClass::other: take_others(frame); break;
        case WordClass::what: take_thing(token, beside, frame); break;
        case WordClass::whose:
            if (!is_own(token.value)) take_circumstance(token, frame);
            break;
        case WordClass::when:
            ++frame.times;
            frame.timed_late = frame.timed_late || frame.has(WordClass::happened) || !frame.heads.empty();
            if (token.value != this_year_) take_circumstance(token, frame);
            break;
        case WordClass::how: take_circumstance(token, frame); break;
        default:
            if (has_values(token.word_class)) frame.slot(token.word_class) |= token.value;
    }
}

void FrameReader::take_circumstance(const Token& token, Frame& frame) {
    frame.slot(token.word_class) |= token.value;
    frame.circumstances.push_back({token.word_class, token.span});
}

/// The last thing that is named is the one that is counted: 因申请引起的行政复议.
void FrameReader::take_thing(const Token& token, bool beside, Frame& frame) const {
    if (!beside) {
        for (const Frame::Head& one : frame.heads) add_attribute(one.thing, one.span, token.value, frame);
        frame.heads.clear();
    }
    frame.heads.push_back({token.value, token.span});
    frame.named |= token.value;
}

/// 我局; 全县 of a government; 县政府办公室 where nobody knows which organ it is.
bool FrameReader::is_own(ValueSet whose) const {
    return whose == own_value_ || (whose == whole_value_ && (own_.is_government() || !own_.known()))
        || (whose == office_value_ && !own_.known());
}

/// 因申请引起的行政复议 is about applications; 要求减免费用的申请 is of a kind that nobody knows.
void FrameReader::add_attribute(ValueSet thing, Span where, ValueSet head, Frame& frame) const {
    if (thing == head) return;
    const auto place = static_cast<std::size_t>(std::countr_zero(thing));
    if (const auto of = words_.find(WordClass::of, words_.values(WordClass::what)[place]))
        frame.slot(WordClass::of) |= *of;
    else frame.doubts.push_back(where);
}

/// 其他2件 is what the part before it is: another applicant, another way, another outcome.
void FrameReader::take_others(Frame& frame) {
    if (!sibling_) return;
    constexpr std::string_view value = "其他";
    for (const WordClass one : {WordClass::who, WordClass::how, WordClass::happened}) {
        if (!sibling_->has(one)) continue;
        if (const auto known = words_.find(one, value)) frame.slot(one) |= *known;
        return;
    }
}

/// What the clause leaves out is that of the clause before.
void FrameReader::inherit(Frame& frame) {
    if (!last_) return;
    const bool same_sentence = last_->sentence == frame.sentence;
    if (!frame.own_what) {
        // 主动公开信息36件、依申请公开20件、不予公开3件: the last one is of what the first one is of.
        const Frame& of = linked_ && joined_ && !in_list_ ? *joined_ : *last_;
        frame.slot(WordClass::what) = of.slot(WordClass::what);
        frame.heads = of.heads;
        frame.slot(WordClass::of) |= last_->slot(WordClass::of);
        if (same_sentence) frame.slot(WordClass::whose) |= last_->slot(WordClass::whose);
        if (frame.doubts.empty() && !last_->doubts.empty()) frame.doubts.push_back(last_->doubts.front());
        // 上年结转2件,同比增长5%: more of those, and not of all.
        if (frame.has(WordClass::change) && last_->has(WordClass::when)) frame.doubts.push_back(last_->where);
        if (broken_ && !frame.negative && !frame.count) frame.heads.clear();
    } else if (!frame.own_verb && sibling_ && sibling_->sentence == frame.sentence && sibling_->count
        && sibling_->own_verb && !sibling_->has(WordClass::what)) {
        // 主动公开36件、依申请公开20件: kinds of something that is not named.
        frame.slot(WordClass::what) = 0;
        frame.heads.clear();
        frame.own_what = false;
        return;
    } else if (!frame.own_verb && !frame.has(WordClass::rate) && (same_sentence || linked_)) {
        if (!last_->has(WordClass::when) && !last_->of_all)
            frame.slot(WordClass::happened) = last_->slot(WordClass::happened);
        frame.slot(WordClass::of) |= last_->slot(WordClass::of);
    } else if (!frame.has(WordClass::of)) {
        frame.slot(WordClass::of) = last_->slot(WordClass::of);
    }
    if (!frame.count && !frame.negative && !frame.share) take_all(frame);
}

/// 均为自然人申请, 已办结: of all that the clause before counted.
void FrameReader::take_all(Frame& frame) {
    if (carried_.slots[static_cast<std::size_t>(WordClass::all)] != 0)
        frame.slot(WordClass::all) |= carried_.slots[static_cast<std::size_t>(WordClass::all)];
    if (!frame.has(WordClass::all) || !last_->count || last_->has(WordClass::when) || broken_) return;
    frame.of_all = true;
    frame.count = last_->count;
    frame.counted = last_->slot(WordClass::happened);
    // 行政复议2件,行政诉讼3件,均获维持: of both.
    if (!frame.own_what && last_->beside != 0 && frame.heads.size() == 1
        && (frame.slot(WordClass::all) & every_) != 0) {
        frame.heads.insert(frame.heads.begin(), {last_->beside, last_->where});
        frame.slot(WordClass::what) |= last_->beside;
    }
}

void FrameReader::keep(Frame frame) {
    const bool about_last = last_ && ((frame.slot(WordClass::what) | frame.named) & last_->slot(WordClass::what)) != 0;
    if (!frame.count && !frame.share && !frame.negative && !frame.doubts.empty()) {
        // Words between two statements: they may be of the same thing, or of another that nobody knows.
        broken_ = broken_ || !about_last;
        if (!about_last && frame.own_what) last_.reset();
        return;
    }
    broken_ = false;
    const bool figure = frame.count != nullptr && !frame.of_all;
    if (figure) frame.slot(WordClass::all) = 0;
    if (last_) frame.whole = last_->slot(WordClass::what);
    frame.part = last_ && (frame.opens || in_list_) && (!frame.own_verb || !frame.own_what || about_last);
    if (figure || frame.share || frame.negative || frame.has(WordClass::all)) frames_->push_back(frame);
    sibling_ = frame;
    if (!linked_) joined_ = frame;
    if (frame.opens && last_) in_list_ = true;
    if (!frame.part) in_list_ = false;
    // A part, a share or a claim leaves what was counted as it is.
    if (in_list_ || !(figure || !last_ || (frame.own_what && !about_last))) return;
    const bool goes_on = last_ && figure && last_->count && last_->sentence == frame.sentence && frame.own_what
        && !about_last && !last_->has(WordClass::when)
        && (frame.slot(WordClass::happened) & ~last_->slot(WordClass::happened)) == 0;
    if (goes_on && last_->heads.size() == 1) frame.beside = last_->heads.front().thing;
    if (!frame.doubts.empty() && !frame.own_what) {
        frame.slot(WordClass::what) = 0;
        frame.heads.clear();
    }
    last_ = std::move(frame);
}

}  // namespace gouji
