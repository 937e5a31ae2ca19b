// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/mentions.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace gouji {
namespace {

class Finder {
public:
    Finder(const Text& text, const Edition& edition, std::optional<int> year)
        : text_(text),
          characters_(text.characters()),
          figures_(characters_, edition.form->units),
          edition_(edition),
          year_(year) {}

    void search(const Prose& prose) {
        const std::vector<Sentence>& sentences = prose.sentences;
        Span sentence;  // with the one before it that it tells of, and the one that tells of it
        bool told_of = false;
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            const Sentence& own = sentences[s];
            if (!told_of) sentence.start = own.span.start;
            told_of = s + 1 < sentences.size() && goes_on(sentences[s + 1]);
            const Sentence& last = told_of ? sentences[s + 1] : own;
            const std::span<const Letter> letters(own.letters.data(), last.letters.data() + last.letters.size());
            sentence.end = last.span.end;
            find_likely(letters, own.span.end, sentence.end, prose);
            for (const auto& [phrase, at] : places_)
                search(prose, at, sentence, edition_.phrases[static_cast<std::size_t>(phrase)]);
        }
    }

    std::vector<Mention> take() {
        std::stable_sort(
            found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.where.start < b.where.start; });
        for (std::size_t i = 0; i < found_.size(); ++i) find_others(i);
        std::vector<Mention> made;
        for (auto& one : found_) made.push_back(std::move(one.mention));
        return made;
    }

private:
    struct Found {
        Span where;                  ///< of the normalised text
        std::uint32_t sentence = 0;  ///< where its sentence begins
        Mention mention;
        const Edition::Phrase* phrase = nullptr;
        bool before_words = false;  ///< it begins with its only figure
        std::string other = {};     ///< what it may count instead
    };

    /// Whether the phrase is looked for here.
    [[nodiscard]] bool is_wanted(int phrase, const Prose& prose) const {
        const auto& sections =
            edition_.form
                ->mentions[static_cast<std::size_t>(edition_.phrases[static_cast<std::size_t>(phrase)].mention)]
                .sections;
        return prose.section.empty() || sections.empty()
            || std::find(sections.begin(), sections.end(), prose.section) != sections.end();
    }

    /// Finds phrases with the places before `end` at which they may begin: phrase by phrase, for the first to find a
    /// figure keeps it.
    void find_likely(std::span<const Letter> letters, std::uint32_t end, std::uint32_t limit, const Prose& prose) {
        places_.clear();
        edition_.phrase_marks.find(letters, possible_);
        std::erase_if(possible_, [&](int phrase) { return !is_wanted(phrase, prose); });
        // Most sentences say nothing that a form asks about.
        if (possible_.empty()) return;
        const CharacterFilter begins = edition_.phrase_index.beginnings_of(possible_);
        for (const Letter& letter : letters) {
            if (letter.at >= end) break;
            if (!begins.may_hold(letter.code)) continue;
            edition_.phrase_index.find(figures_, letter, limit, likely_);
            for (const int phrase : likely_) {
                if (std::binary_search(possible_.begin(), possible_.end(), phrase))
                    places_.emplace_back(phrase, letter.at);
            }
        }
        std::sort(places_.begin(), places_.end());
    }

    /// 收到留言613条。其中…: what begins so tells of the sentence before it.
    [[nodiscard]] bool goes_on(const Sentence& sentence) const {
        std::uint32_t at = sentence.span.start;
        while (at < sentence.span.end && (characters_[at] == ' ' || characters_[at] == '\n')) ++at;
        return characters_.substr(at).starts_with("其中");
    }

    void search(const Prose& prose, std::size_t at, Span sentence, const Edition::Phrase& phrase) {
        const MentionForm& form = edition_.form->mentions[static_cast<std::size_t>(phrase.mention)];
        const auto match = phrase.pattern.match(figures_, at, sentence.end);
        if (!match || match->end == at) return;
        const Span where = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(match->end)};
        const bool before_words = match->captures.size() == 1 && match->captures.front().span.start == at;
        if (before_words && leaves_bracket(where)) return;
        if (auto mention = build(prose, where, sentence.end, *match, phrase, form))
            keep({where, sentence.start, std::move(*mention), &phrase, before_words});
    }

    std::optional<Mention> build(const Prose& prose, Span where, std::uint32_t limit, const Pattern::Match& match,
        const Edition::Phrase& phrase, const MentionForm& form) {
        Mention made;
        made.form = &form;
        made.section = prose.section;
        const Span words = without_signs_around(where);
        made.text = text_.view(words);
        made.span = text_.source(words);
        for (const auto& captured : match.captures) {
            const int index = phrase.fields[static_cast<std::size_t>(captured.name)];
            if (index < 0) continue;
            const auto& figure = figures_.read(captured.span.start, limit);
            const Measure wanted = form.fields[static_cast<std::size_t>(index)].measure;
            // A figure without the unit of its kind is another figure: 受理 12 在 … is no count of applications.
            if (!figure || !figure->value || unit_of(figure->unit).measure != wanted) return std::nullopt;
            if (figure->approximate || about(captured.span.start)) made.scope.emplace_back(text_.view(captured.span));
            made.fields.push_back({index, *figure->value, figure->unit, std::string(text_.view(captured.span)),
                text_.source(captured.span)});
        }
        const auto other = [&](const Mention::Field& one) { return one.unit != made.fields.front().unit; };
        if (form.alike && std::any_of(made.fields.begin(), made.fields.end(), other)) return std::nullopt;
        for (const auto& [name, value] : form.phrases[static_cast<std::size_t>(phrase.phrase)].fixed) {
            for (std::size_t i = 0; i < form.fields.size(); ++i) {
                if (form.fields[i].name == name)
                    made.fields.push_back({static_cast<int>(i), value, {}, made.text, made.span});
            }
        }
        std::sort(
            made.fields.begin(), made.fields.end(), [](const auto& a, const auto& b) { return a.index < b.index; });
        const Edition::Around& around = edition_.around[static_cast<std::size_t>(phrase.mention)];
        // What a gap of the phrase bridges may say that it is not about all: 申请9件,除2件外,均已办结.
        find_scopes_in(*around.inside, where, where.end, made);
        if (form.alike) find_scope_of_parts(where, *around.scopes, made);
        if (form.alike) find_scope(where, {edition_.scopes.get()}, made);
        else find_scope(where, {edition_.scopes.get(), around.scopes.get()}, made);
        return made;
    }

    /// Where the character before a place begins.
    std::uint32_t character_before(std::uint32_t at) const {
        return static_cast<std::uint32_t>(utf8::previous(characters_, at));
    }

    bool ends_clause(std::uint32_t at) const {
        const char32_t code = utf8::decode(characters_, at).code;
        return parts_clauses(code) || code == U'\n';
    }

    /// A phrase may take the signs that part its clause from those around it: ,予以公开的125件 or 行政诉讼4件,
    Span without_signs_around(Span where) const {
        const auto is_sign = [&](std::uint32_t at) { return characters_[at] == ' ' || ends_clause(at); };
        while (!where.empty() && is_sign(character_before(where.end))) where.end = character_before(where.end);
        while (!where.empty() && is_sign(where.start))
            where.start += static_cast<std::uint32_t>(utf8::decode(characters_, where.start).size);
        return where;
    }

    /// 近, 约, 超 right before the digits.
    bool about(std::uint32_t start) const {
        constexpr std::u32string_view words = U"近约超逾过";
        std::size_t at = start;
        while (at > 0 && characters_[at - 1] == ' ') --at;
        return at >= 3 && words.find(utf8::decode(characters_, at - 3).code) != std::u32string_view::npos;
    }

    std::uint32_t clause_start(std::uint32_t at) const {
        while (at > 0) {
            const std::uint32_t last = character_before(at);
            if (ends_clause(last)) break;
            at = last;
        }
        return at;
    }

    /// Scope words stand before the phrase in its clause, or in a short clause before that: 2021年，我局受理…
    void find_scope(Span where, std::initializer_list<const PatternList*> lists, Mention& mention) {
        constexpr std::size_t short_clause = 12 * 3;
        std::uint32_t from = clause_start(where.start);
        if (from > 0 && characters_[from - 1] == ',') {
            const std::uint32_t before = clause_start(from - 1);
            if (from - before <= short_clause) from = before;
        }
        for (const Letter& letter : text_.letters({from, where.start})) {
            for (const PatternList* list : lists) find_scope(*list, letter, where.end, mention);
        }
    }

    /// Among parts another scope stands between them: 其中个人5件,办结4件.
    void find_scope_of_parts(Span where, const PatternList& own, Mention& mention) {
        constexpr std::string_view word = "其中";
        const std::size_t parts = characters_.substr(0, where.end).find(word, where.start);
        if (parts == std::string_view::npos) return;
        find_scopes_in(own, {static_cast<std::uint32_t>(parts + word.size()), where.end}, where.end, mention);
    }

    /// 行政复议案件2件,上年结转1件: what the sentence named last, behind any figure of the same kind, may be what this
    /// one counts.
    void find_others(std::size_t index) {
        Found& one = found_[index];
        const PatternList& others =
            *edition_.around[static_cast<std::size_t>(one.mention.form - edition_.form->mentions.data())].others;
        if (others.patterns.empty()) return;
        std::uint32_t from = one.sentence;
        std::vector<std::string>& scope = one.mention.scope;
        const std::size_t known = scope.size();
        for (std::size_t i = index; i-- > 0 && found_[i].where.start >= one.sentence;) {
            const Found& before = found_[i];
            if (before.mention.form->kind != one.mention.form->kind) continue;
            from = before.where.end;
            if (!before.other.empty()) scope.push_back(before.other);  // and so may this one
            break;
        }
        find_scopes_in(others, {from, std::max(from, one.where.start)}, one.where.start, one.mention);
        if (scope.size() > known) one.other = scope[known];
    }

    /// Scopes that begin somewhere in a stretch of the text and go no further than `end`.
    void find_scopes_in(const PatternList& scopes, Span where, std::size_t end, Mention& mention) {
        if (scopes.patterns.empty()) return;
        for (const Letter& letter : text_.letters(where)) find_scope(scopes, letter, end, mention);
    }

    void find_scope(const PatternList& scopes, const Letter& letter, std::size_t end, Mention& mention) {
        if (letter.code <= U'9' && is_inside_figure(characters_, letter.at)) return;  // 12月受理 is no 2月受理
        scopes.index.find(figures_, letter, end, likely_scopes_);
        for (const int one : likely_scopes_)
            find_scope(scopes.patterns[static_cast<std::size_t>(one)], letter.at, end, mention);
    }

    void find_scope(const Pattern& scope, std::size_t at, std::size_t end, Mention& mention) {
        const auto match = scope.match(figures_, at, end);
        if (!match) return;
        for (const auto& captured : match->captures) {
            const bool year = scope.captures[static_cast<std::size_t>(captured.name)].kind == Capture::year;
            const auto value = Decimal::parse(text_.view(captured.span));
            if (year && year_ && value == Decimal(*year_)) return;
        }
        mention.scope.emplace_back(characters_.substr(at, match->end - at));
    }

    /// A bracket closes there that was open before: 1件为信函)结转 is said of another figure.
    bool leaves_bracket(Span where) const {
        int open = 0;
        const std::string_view words = text_.view(where);
        return std::any_of(words.begin(), words.end(), [&](char c) {
            return (open += c == '(' ? 1 : c == ')' ? -1 : 0) < 0;
        });
    }

    /// Of 10件办结2件结转 the nearest figure before the words counts, and of 公开10件、结转2件 the one right behind
    /// them.
    static bool is_nearer(const Found& one, const Found& other) {
        if (!other.before_words || one.where.start <= other.where.start) return false;
        return one.before_words ? one.phrase == other.phrase && one.where.end == other.where.end
                                : one.where.end > other.where.end;
    }

    void keep(Found one) {
        for (auto& other : found_) {
            if (other.mention.form != one.mention.form || !other.where.overlaps(one.where)) continue;
            const auto size = [](const Found& each) {
                return std::pair(each.mention.fields.size(), each.where.size());
            };
            if (!is_nearer(other, one) && (is_nearer(one, other) || size(one) > size(other))) other = std::move(one);
            return;
        }
        found_.push_back(std::move(one));
    }

    const Text& text_;
    std::string_view characters_;
    FigureReader figures_;
    const Edition& edition_;
    std::optional<int> year_;
    std::vector<Found> found_;
    // Room that every sentence uses anew.
    std::vector<std::pair<int, std::uint32_t>> places_;  ///< phrases, where they may begin
    std::vector<int> possible_;
    std::vector<int> likely_;
    std::vector<int> likely_scopes_;
};

}  // namespace

std::vector<Mention> find_mentions(
    const Text& text, const std::vector<Prose>& prose, const Edition& edition, std::optional<int> year) {
    Finder finder(text, edition, year);
    for (const auto& one : prose) finder.search(one);
    return finder.take();
}

}  // namespace gouji
