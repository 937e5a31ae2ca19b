// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/edition.hpp"

#include "engine/base/utf8.hpp"
#include "engine/language/compile.hpp"
#include "grammar/pattern/codes.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

class Compilation {
public:
    Compilation(CompiledTexts& known, std::vector<EditionMistake>& mistakes) : known_(known), mistakes_(mistakes) {}

    void labels(LabelSet& set, const Written& written, int id) {
        const auto [place, fresh] = known_.labels.try_emplace(written.text);
        if (fresh) {
            Expanded expanded = expand_pattern(written.text);
            tell(expanded.mistakes, written);
            place->second = std::move(expanded.texts);
        }
        for (const auto& text : place->second) set.add(text, id);
    }

    Pattern pattern(const Written& written) {
        const auto [place, fresh] = known_.patterns.try_emplace(written.text);
        if (fresh) {
            ParsedPattern parsed = parse_pattern(written.text);
            tell(parsed.mistakes, written);
            place->second = std::move(parsed.pattern);
        }
        return place->second;
    }

    Edition::Patterns patterns(const std::vector<Written>& all) {
        std::vector<std::string> texts;
        for (const auto& one : all) texts.push_back(one.text);
        const auto [place, fresh] = known_.lists.try_emplace(std::move(texts));
        if (fresh) {
            std::vector<Pattern> made;
            for (const auto& one : all) made.push_back(pattern(one));
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
        for (int row = 0; row < form.rows.leaf_count(); ++row) {
            auto& cells = made->cells.emplace_back();
            for (const int column : form.columns_of(row)) cells.push_back(form.cell(row, column));
        }
        place->second = std::move(made);
        return place->second;
    }

    /// Each capture of a phrase must be a field of the mention.
    std::vector<int> fields(const Pattern& pattern, const MentionForm& mention, const Written& written) {
        std::vector<int> made;
        for (const auto& capture : pattern.captures) {
            const auto field = std::find_if(mention.fields.begin(), mention.fields.end(), [&](const FieldForm& one) { return one.name == capture.name; });
            made.push_back(field == mention.fields.end() ? -1 : static_cast<int>(field - mention.fields.begin()));
            if (made.back() >= 0) continue;
            std::vector<std::string> known;
            for (const auto& one : mention.fields) known.push_back(one.name);
            const auto at = written.text.find("{" + capture.name + "}");
            const Span span = {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(at + 1 + capture.name.size())};
            mistakes_.push_back({{diagnose(pattern_codes::unknown_capture, {{"name", same(capture.name)}, {"near", near_or_all(capture.name, known)}}), span}, written});
        }
        return made;
    }

private:
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
        return key;
    }

    void tell(std::vector<PatternMistake>& found, const Written& written) {
        for (auto& one : found) mistakes_.push_back({std::move(one), written});
    }

    CompiledTexts& known_;
    std::vector<EditionMistake>& mistakes_;
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
    Compilation compilation(known, mistakes);
    Edition made;
    made.form = &form;
    for (const TableForm& table : form.tables) made.tables.push_back(compilation.table(table));
    auto sections = std::make_shared<LabelSet>();
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        for (const auto& one : form.sections[i].patterns) compilation.labels(*sections, one, static_cast<int>(i));
    }
    made.sections = std::move(sections);
    made.titles = compilation.patterns(form.titles);
    made.organs = compilation.patterns(form.organs);
    made.published = compilation.patterns(form.published);
    made.scopes = compilation.patterns(form.scopes);
    for (const auto& level : form.levels) {
        for (const Written& one : level.phrases) made.levels.emplace_back(level.name, compilation.pattern(one));
    }
    for (std::size_t m = 0; m < form.mentions.size(); ++m) {
        const MentionForm& mention = form.mentions[m];
        made.around.push_back({compilation.patterns(mention.scopes), compilation.patterns(mention.inside), compilation.patterns(mention.others)});
        for (std::size_t p = 0; p < mention.phrases.size(); ++p) {
            const Written& written = mention.phrases[p].pattern;
            Edition::Phrase phrase{static_cast<int>(m), static_cast<int>(p), compilation.pattern(written), {}};
            phrase.fields = compilation.fields(phrase.pattern, mention, written);
            made.phrases.push_back(std::move(phrase));
        }
    }
    std::vector<const Pattern*> phrases;
    for (const auto& one : made.phrases) phrases.push_back(&one.pattern);
    made.phrase_index = PatternIndex(phrases);
    made.phrase_marks = PatternMarks(phrases);
    return made;
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
        for (const auto& table : one.tables) one.table_sets.push_back(add({table, &table->set}));
        one.section_set = add(one.sections);
    }
    const auto index = std::make_shared<const LabelIndex>(std::move(sets));
    for (Edition& one : editions) one.labels = index;
}

}  // namespace gouji
