// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/prose/mentions.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/prose/private_paragraphs.hpp"
#include "grammar/filing/prose/private_scopes.hpp"
#include "grammar/lexical/number.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gouji {
namespace {

class MentionFinder {
public:
    MentionFinder(const Text& text, const Edition& edition, std::optional<int> year)
        : text_(text),
          characters_(text.characters()),
          figures_(characters_, edition.form->units),
          edition_(edition),
          scopes_(text, edition, figures_, year) {}

    void search(const Prose& prose) {
        const std::vector<Sentence>& sentences = prose.sentences;
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            // With the sentence that tells of it.
            const Sentence& own = sentences[s];
            const bool told_of = s + 1 < sentences.size() && goes_on(sentences[s + 1]);
            const Sentence& last = told_of ? sentences[s + 1] : own;
            const std::span<const Letter> letters(own.letters.data(), last.letters.data() + last.letters.size());
            find_likely(letters, own.span.end, last.span.end, prose);
            for (const auto& [phrase, at] : places_)
                search(prose, at, last.span.end, edition_.phrases[static_cast<std::size_t>(phrase)]);
        }
    }

    /// All that were found, in the order of the text; to be called once.
    std::vector<Mention> mentions() {
        std::stable_sort(found_.begin(), found_.end(),
            [](const FoundMention& a, const FoundMention& b) { return a.where.start < b.where.start; });
        std::vector<Mention> made;
        for (auto& one : found_) made.push_back(std::move(one.mention));
        return made;
    }

private:
    struct FoundMention {
        Span where;  ///< of the normalised text
        Mention mention;
        const Edition::CompiledPhrase* phrase = nullptr;
        bool before_words = false;  ///< it begins with its only figure
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

    void search(const Prose& prose, std::size_t at, std::uint32_t limit, const Edition::CompiledPhrase& phrase) {
        const MentionForm& form = edition_.form->mentions[static_cast<std::size_t>(phrase.mention)];
        const auto match = phrase.pattern.match(figures_, at, limit);
        if (!match || match->end == at) return;
        const Span where = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(match->end)};
        const bool before_words = match->captures.size() == 1 && match->captures.front().span.start == at;
        if (before_words && leaves_bracket(where)) return;
        if (auto mention = build(prose, where, limit, *match, phrase, form))
            keep({where, std::move(*mention), &phrase, before_words});
    }

    std::optional<Mention> build(const Prose& prose, Span where, std::uint32_t limit, const Pattern::Match& match,
        const Edition::CompiledPhrase& phrase, const MentionForm& form) {
        Mention mention;
        mention.form = &form;
        mention.section = prose.section;
        const Span words = without_signs_around(where);
        mention.text = text_.view(words);
        mention.span = text_.source(words);
        if (!add_fields(mention, match, phrase, limit)) return std::nullopt;
        add_fixed_fields(mention, form.phrases[static_cast<std::size_t>(phrase.phrase)]);
        std::sort(mention.fields.begin(), mention.fields.end(),
            [](const auto& a, const auto& b) { return a.index < b.index; });
        scopes_.add_scopes(mention, where, *edition_.mention_scopes[static_cast<std::size_t>(phrase.mention)]);
        return mention;
    }

    /// The figures that the phrase captured. False where one of them is another figure: without the unit of its kind it
    /// is, 受理 12 在 … is not a count of applications.
    bool add_fields(
        Mention& mention, const Pattern::Match& match, const Edition::CompiledPhrase& phrase, std::uint32_t limit) {
        for (const auto& captured : match.captures) {
            const int index = phrase.fields[static_cast<std::size_t>(captured.name)];
            if (index < 0) continue;
            const auto& figure = figures_.read(captured.span.start, limit);
            const Measure wanted = mention.form->fields[static_cast<std::size_t>(index)].measure;
            if (!figure || !figure->value || unit_of(figure->unit).measure != wanted) return false;
            const std::string_view printed = text_.view(captured.span);
            if (figure->approximate || is_rough(characters_, captured.span.start)) mention.scope.emplace_back(printed);
            mention.fields.push_back(
                {index, *figure->value, figure->unit, std::string(printed), text_.source(captured.span)});
        }
        return true;
    }

    /// The figures that stand for zero where a phrase says that there were none.
    static void add_fixed_fields(Mention& mention, const Phrase& phrase) {
        const auto& fields = mention.form->fields;
        for (const auto& [name, value] : phrase.fixed) {
            for (std::size_t i = 0; i < fields.size(); ++i) {
                if (fields[i].name == name)
                    mention.fields.push_back({static_cast<int>(i), value, {}, mention.text, mention.span});
            }
        }
    }

    /// A phrase may take the signs that part its clause from those around it: ,予以公开的125件 or 行政诉讼4件,
    Span without_signs_around(Span where) const {
        const auto is_sign = [&](std::uint32_t at) { return characters_[at] == ' ' || ends_clause(characters_, at); };
        while (!where.empty() && is_sign(character_before(characters_, where.end)))
            where.end = character_before(characters_, where.end);
        while (!where.empty() && is_sign(where.start))
            where.start += static_cast<std::uint32_t>(utf8::decode(characters_, where.start).size);
        return where;
    }

    /// A bracket closes there that was open before: 1件为信函)结转 is said of another figure.
    bool leaves_bracket(Span where) const {
        int open = 0;
        const std::string_view words = text_.view(where);
        return std::any_of(words.begin(), words.end(), [&](char c) {
            return (open += c == '(' ? 1 : c == ')' ? -1 : 0) < 0;
        });
    }

    /// In 10件办结2件结转 the nearest figure before the words counts, in 公开10件、结转2件 the one right after
    /// them.
    static bool is_nearer(const FoundMention& one, const FoundMention& other) {
        if (!other.before_words || one.where.start <= other.where.start) return false;
        return one.before_words ? one.phrase == other.phrase && one.where.end == other.where.end
                                : one.where.end > other.where.end;
    }

    void keep(FoundMention one) {
        for (auto& other : found_) {
            if (other.mention.form != one.mention.form || !other.where.overlaps(one.where)) continue;
            const auto size = [](const FoundMention& each) {
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
    ScopeFinder scopes_;
    std::vector<FoundMention> found_;
    // Room that every sentence uses anew.
    std::vector<std::pair<int, std::uint32_t>> places_;  ///< phrases, where they may begin
    std::vector<int> possible_;
    std::vector<int> likely_;
};

/// Whether the value of one mention is printed where that of the other is.
bool has_figure_of(const Mention& one, const Mention& other) {
    return one.span.overlaps(other.span)
        && std::any_of(other.fields.begin(), other.fields.end(),
            [&](const Mention::Field& field) { return field.span == one.fields.front().span; });
}

}  // namespace

ProseFigures find_mentions(
    const Text& text, const std::vector<Prose>& prose, const Edition& edition, const Filing& filing) {
    MentionFinder finder(text, edition, filing.year);
    for (const auto& one : prose) finder.search(one);
    std::vector<Mention> mentions = finder.mentions();
    ProseFigures made = read_frames(text, prose, edition, filing);
    std::vector<Mention>& stated = made.mentions;
    // A clause of which every word is understood says better what its figure is of than a phrase within it.
    std::erase_if(mentions, [&](const Mention& one) {
        return std::any_of(stated.begin(), stated.end(), [&](const Mention& other) {
            return other.form != one.form && !other.form->parts && other.scope.empty() && has_figure_of(other, one);
        });
    });
    // What a phrase has said is not said again.
    std::erase_if(stated, [&](const Mention& one) {
        return std::any_of(mentions.begin(), mentions.end(),
            [&](const Mention& other) { return other.form == one.form && other.span.overlaps(one.span); });
    });
    std::erase_if(made.unread, [&](const UnreadClause& one) {
        return std::any_of(
            mentions.begin(), mentions.end(), [&](const Mention& other) { return other.span.overlaps(one.span); });
    });
    std::move(mentions.begin(), mentions.end(), std::back_inserter(stated));
    std::stable_sort(
        stated.begin(), stated.end(), [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
    return made;
}

}  // namespace gouji
