// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition/edition.hpp"

#include "engine/base/utf8.hpp"
#include "engine/language/compile.hpp"
#include "grammar/pattern/codes.hpp"
#include "grammar/pattern/pattern_words.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

class EditionCompiler {
public:
    EditionCompiler(CompiledTexts& known, std::vector<EditionMistake>& mistakes) : known_(known), mistakes_(mistakes) {}

    /// A wrong word becomes an empty text, so that it is reported once and not for each pattern that uses it.
    void words(const Form& form) {
        for (const Form::Word& one : form.words) {
            WrittenOut out = write_out(one.pattern);
            words_.add(one.name, is_pattern(one.pattern, out) ? std::move(out.text) : std::string());
        }
    }

    /// A form may inherit words that only others use.
    void tell_unused_words(const Form& form) {
        for (const Form::Word& one : form.words) {
            if (one.pattern.file != form.file || words_.is_used(one.name)) continue;
            const Span span = {0, static_cast<std::uint32_t>(one.pattern.text.size())};
            mistakes_.push_back(
                {{diagnose(pattern_codes::unused_word, {{"name", same(one.name)}}), span}, one.pattern});
        }
    }

    void labels(LabelSet& set, const Written& written, int id) {
        const auto [place, fresh] = known_.labels.try_emplace(written.text);
        if (fresh) {
            Expanded expanded = expand_pattern(written.text);
            tell(expanded.mistakes, written);
            place->second = std::move(expanded.texts);
        }
        for (const auto& text : place->second) set.add(text, id);
    }

    Pattern pattern(const Written& written) { return pattern(written, write_out(written)); }

    Edition::Patterns patterns(const std::vector<Written>& all) {
        std::vector<WrittenOut> outs;
        std::vector<std::string> texts;
        for (const auto& one : all) texts.push_back(outs.emplace_back(write_out(one)).text);
        const auto [place, fresh] = known_.lists.try_emplace(std::move(texts));
        if (fresh) {
            std::vector<Pattern> made;
            for (std::size_t i = 0; i < all.size(); ++i) made.push_back(pattern(all[i], outs[i]));
            place->second = std::make_shared<const PatternList>(std::move(made));
        }
        return place->second;
    }

    std::shared_ptr<const Edition::Labels> table(const TableForm& form) {
        const auto [place, fresh] = known_.tables.try_emplace(key_of(form));
        if (!fresh) return place->second;
        auto made = std::make_shared<Edition::Labels>();
        made->rows = static_cast<int>(form.rows.nodes().size());
        for (const auto& one : form.row_labels) labels(made->set, one.pattern, one.node);
        for (const auto& one : form.column_labels) labels(made->set, one.pattern, made->rows + one.node);
        made->printed = form.is_grid();
        for (const Written& one : form.captions) labels(made->captions, one, 0);
        if (made->printed) add_heads(form, *made);
        for (int row = 0; row < form.rows.leaf_count(); ++row) {
            auto& cells = made->cells.emplace_back();
            for (const int column : form.columns_of(row)) cells.push_back(form.cell(row, column));
        }
        place->second = std::move(made);
        return place->second;
    }

    /// Headers of columns that any table may have, and those that the form names.
    void add_heads(const TableForm& form, Edition::Labels& made) {
        const auto id = [](HeadWord word) { return static_cast<int>(word); };
        for (const std::string_view word : {"科目编码", "编码", "代码", "功能分类科目编码", "经济分类科目编码"})
            made.heads.add(word, id(HeadWord::key));
        for (const std::string_view word : {"项目", "科目名称", "名称", "项目名称", "科目", "指标名称", "指标"})
            made.heads.add(word, id(HeadWord::label));
        for (const std::string_view word :
            {"行次", "序号", "栏次", "附注", "附注编号", "注释号", "备注", "计量单位", "单位"})
            made.heads.add(word, id(HeadWord::number));
        if (!form.open) return;
        for (const Written& one : form.open->key) labels(made.heads, one, id(HeadWord::key));
        for (const Written& one : form.open->label) labels(made.heads, one, id(HeadWord::label));
    }

    /// The letters of the headings of each section.
    std::vector<std::vector<std::string>> section_letters(const Form& form) const {
        std::vector<std::vector<std::string>> all;
        for (const SectionForm& section : form.sections) {
            std::vector<std::string>& own = all.emplace_back();
            for (const Written& pattern : section.patterns) {
                for (const std::string& text : known_.labels.at(pattern.text)) own.push_back(letters_of(text));
            }
        }
        return all;
    }

    std::shared_ptr<const LabelSet> sections(const Form& form) {
        auto set = std::make_shared<LabelSet>();
        for (std::size_t section = 0; section < form.sections.size(); ++section) {
            for (const auto& pattern : form.sections[section].patterns)
                labels(*set, pattern, static_cast<int>(section));
        }
        return set;
    }

    std::shared_ptr<const KnownWords> lexicon(const Form& form) {
        auto& known = known_.lexicons[form.family];
        if (known) return known;
        auto made = std::make_shared<KnownWords>();
        for (const LexiconWord& one : form.lexicon) {
            const auto value = has_values(one.word_class) ? made->give(one.word_class, one.value) : ValueSet{0};
            if (!value) {
                tell_all_of(one.pattern,
                    diagnose(pattern_codes::too_many_values, {{"limit", same(std::to_string(most_values))}}));
                continue;
            }
            if (one.pattern.text.empty()) continue;
            Expanded expanded = expand_pattern(one.pattern.text);
            tell(expanded.mistakes, one.pattern);
            for (const std::string& spelling : expanded.texts) {
                const bool each = one.word_class == WordClass::part && spelling.starts_with("分别");
                made->add(spelling, one.word_class, each ? respective : *value);
            }
        }
        known = std::move(made);
        return known;
    }

    /// What a mention of the form says, in the values of its lexicon.
    void sayings(const MentionForm& form, int number, Edition& edition) {
        if (!form.rows.empty() && form.says.empty()) {
            static const Saying bare;
            Edition::CompiledSaying& made = edition.row_sayings.emplace_back();
            made.mention = number;
            made.saying = &bare;
            for (Edition::CompiledSaying::Slot& one : made.slots) one.may_be_empty = true;
        }
        if (edition.words->empty()) {
            if (!form.says.empty()) tell_no_lexicon(form.says.front(), *edition.form);
            return;
        }
        if (form.parts) edition.parts = &form;
        for (const Written& one : form.stops)
            edition.list_stops |= value(one, one.text, WordClass::happened, *edition.words);
        for (const Saying& saying : form.says) {
            Edition::CompiledSaying& made = (form.rows.empty() ? edition.sayings : edition.row_sayings).emplace_back();
            made.mention = number;
            made.saying = &saying;
            for (const Written& one : saying.base)
                made.base |= value(one, one.text, WordClass::happened, *edition.words);
            for (std::size_t i = 0; i < slot_count; ++i)
                slot(saying.slots[i], static_cast<WordClass>(i), edition, made.slots[i]);
        }
    }

    /// The names of what the sayings count; of those that need no name, the first words that they do need.
    static NamingWords naming_words(const Edition& edition) {
        constexpr auto place = [](WordClass one) { return static_cast<std::size_t>(one); };
        SlotValues names{};
        for (const Edition::CompiledSaying& saying : edition.sayings) {
            names[place(WordClass::what)] |= saying.slots[place(WordClass::what)].any;
            for (const WordClass one : {WordClass::what, WordClass::when, WordClass::rate, WordClass::happened}) {
                const Edition::CompiledSaying::Slot& slot = saying.slots[place(one)];
                if (slot.may_be_empty) continue;
                for (const ValueSet each : slot.together) names[place(one)] |= each;
                names[place(one)] |= slot.any;
                break;
            }
        }
        return {edition.words, names};
    }

    /// Adds a mention of the form with its phrases.
    void mention(const MentionForm& form, int number, Edition& edition) {
        edition.mention_scopes.push_back(patterns(form.scopes));
        for (std::size_t i = 0; i < form.phrases.size(); ++i) {
            const Written& written = form.phrases[i].pattern;
            Edition::CompiledPhrase phrase{number, static_cast<int>(i), pattern(written), {}};
            phrase.fields = fields(phrase.pattern, form, written);
            edition.phrases.push_back(std::move(phrase));
        }
    }

    /// The facts of the form, with what finds them quickly.
    void mentions(const Form& form, Edition& edition) {
        for (std::size_t i = 0; i < form.mentions.size(); ++i) {
            mention(form.mentions[i], static_cast<int>(i), edition);
            sayings(form.mentions[i], static_cast<int>(i), edition);
        }
        edition.naming = naming_words(edition);
        std::vector<const Pattern*> phrases;
        for (const auto& phrase : edition.phrases) phrases.push_back(&phrase.pattern);
        edition.phrase_index = PatternIndex(phrases);
        edition.phrase_marks = PatternMarks(phrases);
    }

private:
    void slot(const Saying::Slot& written, WordClass word_class, const Edition& edition,
        Edition::CompiledSaying::Slot& slot) {
        slot.may_be_empty = written.may_be_empty || written.values.empty();
        for (const Written& one : written.values) {
            ValueSet all = 0;
            std::size_t count = 0;
            for (std::size_t at = 0; at <= one.text.size(); ++count) {
                const std::size_t end = std::min(one.text.find('+', at), one.text.size());
                all |= value(one, one.text.substr(at, end - at), word_class, *edition.words);
                at = end + 1;
            }
            if (count > 1) slot.together.push_back(all);
            else slot.any |= all;
        }
    }

    ValueSet value(const Written& written, const std::string& name, WordClass word_class, const KnownWords& words) {
        if (const auto known = words.find(word_class, name)) return *known;
        if (known_.miswritten.emplace(written.file, written.offset).second)
            tell_all_of(written,
                diagnose(pattern_codes::unknown_value,
                    {{"name", same(name)}, {"near", near_or_all(name, words.values(word_class))}}));
        return 0;
    }

    /// A form may inherit facts from a form of another family.
    void tell_no_lexicon(const Saying& saying, const Form& form) {
        for (const Saying::Slot& slot : saying.slots) {
            if (slot.values.empty() || slot.values.front().file != form.file) continue;
            tell_all_of(
                slot.values.front(), diagnose(pattern_codes::says_without_lexicon, {{"family", same(form.family)}}));
            return;
        }
    }

    void tell_all_of(const Written& written, Diagnostic diagnostic) {
        mistakes_.push_back({{std::move(diagnostic), {0, static_cast<std::uint32_t>(written.text.size())}}, written});
    }

    /// Each capture of a phrase must be a field of the mention.
    std::vector<int> fields(const Pattern& pattern, const MentionForm& mention, const Written& written) {
        std::vector<int> made;
        for (const auto& capture : pattern.captures) {
            const auto field = std::find_if(mention.fields.begin(), mention.fields.end(),
                [&](const FieldForm& one) { return one.name == capture.name; });
            made.push_back(field == mention.fields.end() ? -1 : static_cast<int>(field - mention.fields.begin()));
            if (made.back() >= 0) continue;
            std::vector<std::string> known;
            for (const auto& one : mention.fields) known.push_back(one.name);
            const WrittenOut out = write_out(written);
            const auto at = static_cast<std::uint32_t>(out.text.find("{" + capture.name + "}") + 1);
            const Span span = out.source({at, at + static_cast<std::uint32_t>(capture.name.size())});
            mistakes_.push_back({{diagnose(pattern_codes::unknown_capture,
                                      {{"name", same(capture.name)}, {"near", near_or_all(capture.name, known)}}),
                                     span},
                written});
        }
        return made;
    }

    /// The pattern with its words; what is wrong with those is told once, whatever forms inherit it.
    WrittenOut write_out(const Written& written) {
        WrittenOut out = words_.write_out(written.text);
        if (!out.parts.empty()) known_.written_out += out.text.size();
        if (known_.written_out > PatternWords::most_bytes_in_all) {
            out = {};
            out.mistakes.push_back({PatternWords::too_long(), {0, static_cast<std::uint32_t>(written.text.size())}});
        }
        if (!out.mistakes.empty() && known_.miswritten.emplace(written.file, written.offset).second) {
            for (const auto& one : out.mistakes) mistakes_.push_back({one, written});
        }
        return out;
    }

    bool is_pattern(const Written& written, const WrittenOut& out) {
        if (!out.mistakes.empty()) return false;
        const auto [place, fresh] = known_.words.try_emplace(out.text, true);
        if (fresh) {
            auto mistakes = check_pattern(out.text);
            place->second = mistakes.empty();
            tell(mistakes, written, out);
        }
        return place->second;
    }

    Pattern pattern(const Written& written, const WrittenOut& out) {
        if (!out.mistakes.empty()) return {};
        const auto [place, fresh] = known_.patterns.try_emplace(out.text);
        if (fresh) {
            ParsedPattern parsed = parse_pattern(out.text);
            tell(parsed.mistakes, written, out);
            place->second = std::move(parsed.pattern);
        }
        return place->second;
    }

    /// The table's outline, labels and cells as a text.
    static std::string key_of(const TableForm& form) {
        std::string key = form.across ? "across" : "";
        for (const Outline* outline : {&form.rows, &form.columns}) {
            for (const auto& node : outline->nodes()) key += '\n' + node.path + '\t' + std::to_string(node.leaf);
        }
        for (const auto* labels : {&form.row_labels, &form.column_labels}) {
            for (const auto& one : *labels) key += '\n' + std::to_string(one.node) + '\t' + one.pattern.text;
        }
        for (const bool one : form.cells) key += one ? '1' : '0';
        for (const int one : form.changes) key += '\t' + std::to_string(one);
        for (const Written& one : form.captions) key += '\n' + one.text;
        if (!form.open) return key;
        for (const auto* heads : {&form.open->key, &form.open->label}) {
            key += '\n';
            for (const Written& one : *heads) key += one.text + '\t';
        }
        return key;
    }

    void tell(std::vector<PatternMistake>& found, const Written& written) {
        for (auto& one : found) mistakes_.push_back({std::move(one), written});
    }

    /// Likewise, of what was written out.
    void tell(std::vector<PatternMistake>& found, const Written& written, const WrittenOut& out) {
        for (auto& one : found) one.span = out.source(one.span);
        tell(found, written);
    }

    CompiledTexts& known_;
    std::vector<EditionMistake>& mistakes_;
    PatternWords words_;
};

}  // namespace

std::string level_of(std::string_view organ, const Edition& edition) {
    FigureReader figures(organ);
    for (const auto& [name, pattern] : edition.levels) {
        for (std::size_t at = 0; at < organ.size(); at += utf8::length(organ[at])) {
            if (pattern.match(figures, at, organ.size())) return name;
        }
    }
    return {};
}

Edition compile_edition(const Form& form, CompiledTexts& known, std::vector<EditionMistake>& mistakes) {
    EditionCompiler compiler(known, mistakes);
    Edition edition;
    edition.form = &form;
    compiler.words(form);
    for (const TableForm& table : form.tables) edition.tables.push_back(compiler.table(table));
    edition.sections = compiler.sections(form);
    edition.section_letters = compiler.section_letters(form);
    edition.titles = compiler.patterns(form.titles);
    edition.organs = compiler.patterns(form.organs);
    edition.publishers = compiler.patterns(form.publishers);
    edition.subjects = compiler.patterns(form.subjects);
    edition.periods = compiler.patterns(form.periods);
    edition.published = compiler.patterns(form.published);
    edition.written = compiler.patterns(form.written);
    edition.names = NameWords(form.names);
    edition.scopes = compiler.patterns(form.scopes);
    for (const auto& level : form.levels) {
        for (const Written& phrase : level.phrases) edition.levels.emplace_back(level.name, compiler.pattern(phrase));
    }
    edition.words = compiler.lexicon(form);
    compiler.mentions(form, edition);
    compiler.tell_unused_words(form);
    return edition;
}

void join_labels(std::vector<Edition>& editions) {
    std::vector<std::shared_ptr<const LabelSet>> sets;
    const auto add = [&](std::shared_ptr<const LabelSet> set) {
        const auto known = std::find(sets.begin(), sets.end(), set);
        const auto place = static_cast<std::size_t>(known - sets.begin());
        if (known == sets.end()) sets.push_back(std::move(set));
        return place;
    };
    for (Edition& one : editions) {
        one.table_sets.clear();
        for (const auto& table : one.tables)
            one.table_sets.push_back(add({table, table->printed ? &table->captions : &table->set}));
        one.section_set = add(one.sections);
    }
    const auto index = std::make_shared<const LabelIndex>(std::move(sets));
    for (Edition& one : editions) one.labels = index;
}

}  // namespace gouji
