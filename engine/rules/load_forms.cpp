// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/codes.hpp"
#include "engine/rules/private_load.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace gouji {
namespace {

class FormLoader {
public:
    FormLoader(YamlFile& file, Form& form, std::vector<std::vector<Formula>>& means)
        : file_(file), form_(form), means_(means) {}

    void load(const Yaml& root) {
        expect_keys(file_, root, "form");
        form_.file = file_.name();
        for (const auto& [key, value] : root.entries) {
            if (key.text == "form") form_.id = file_.text(value);
            else if (key.text == "family") form_.family = file_.text(value);
            else if (key.text == "years") form_.years = load_years(file_, value);
            else if (key.text == "titles") form_.titles = load_patterns(file_, value);
            else if (key.text == "organs") form_.organs = load_patterns(file_, value);
            else if (key.text == "published") form_.published = load_patterns(file_, value);
            else if (key.text == "scopes") form_.scopes = load_patterns(file_, value);
            else if (key.text == "units") form_.units = file_.texts(value);
            else if (key.text == "words") words(value);
            else if (key.text == "levels") levels(value);
            else if (key.text == "sections") {
                form_.sections.clear();
                for_each_item(file_, value, [&](const Yaml& one) { section(one); });
            } else if (key.text == "tables") for_each_item(file_, value, [&](const Yaml& one) { table(one); });
            else if (key.text == "mentions") for_each_item(file_, value, [&](const Yaml& one) { mention(one); });
        }
    }

private:
    /// `- 县级: [ 名称中的写法, … ]`
    void levels(const Yaml& node) {
        form_.levels.clear();
        for_each_item(file_, node, [&](const Yaml& one) {
            if (!file_.expect(one, Yaml::Kind::map)) return;
            for (const auto& [name, phrases] : one.entries)
                form_.levels.push_back({name.text, load_patterns(file_, phrases)});
        });
    }

    /// `名: 模式`. They are told apart by their names, and one that is inherited keeps its place.
    void words(const Yaml& node) {
        if (!file_.expect(node, Yaml::Kind::map)) return;
        for (const auto& [name, pattern] : node.entries) {
            if (file_.expect(pattern, Yaml::Kind::scalar))
                replace(form_.words, Form::Word{name.text, load_pattern(file_, pattern)}, &Form::Word::name);
        }
    }

    /// `- 总体情况: 一、总体情况`, with several spellings as a list; the number of the first is the official one.
    void section(const Yaml& node) {
        if (!file_.expect(node, Yaml::Kind::map) || node.entries.size() != 1) return;
        const auto& [name, spellings] = node.entries.front();
        SectionForm made;
        made.name = name.text;
        made.patterns = load_patterns(file_, spellings);
        if (!made.patterns.empty()) {
            if (const auto ordinal = read_ordinal(made.patterns.front().text, 0)) made.ordinal = ordinal->number;
        }
        form_.sections.push_back(std::move(made));
    }

    /// In the place of the one with its name, or behind all. Returns the place.
    template <class Made>
    static std::size_t replace(std::vector<Made>& all, Made made, std::string Made::*name) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const Made& one) { return one.*name == made.*name; });
        const auto index = static_cast<std::size_t>(same - all.begin());
        if (same == all.end()) all.push_back(std::move(made));
        else *same = std::move(made);
        return index;
    }

    void table(const Yaml& node) {
        if (file_.expect(node, Yaml::Kind::map)) replace(form_.tables, load_table_form(file_, node), &TableForm::name);
    }

    void mention(const Yaml& node) {
        if (!file_.expect(node, Yaml::Kind::map)) return;
        LoadedMention made = load_mention_form(file_, node);
        const std::size_t index = replace(form_.mentions, std::move(made.form), &MentionForm::fact);
        means_.resize(form_.mentions.size());
        means_[index] = std::move(made.means);
    }

    YamlFile& file_;
    Form& form_;
    std::vector<std::vector<Formula>>& means_;
};

void load_form(YamlFile& file, const Yaml& root, std::deque<FormEntry>& forms, std::vector<Rule>& rules) {
    FormEntry entry;
    std::vector<Rule> inherited;
    if (const Yaml* extends = root.find("extends")) {
        const std::string base = file.text(*extends);
        const auto found =
            std::find_if(forms.begin(), forms.end(), [&](const FormEntry& one) { return one.form.id == base; });
        entry.form = found->form;
        entry.means = found->means;
        std::copy_if(rules.begin(), rules.end(), std::back_inserter(inherited),
            [&](const Rule& one) { return one.relation && one.forms.front() == base; });
    }
    FormLoader(file, entry.form, entry.means).load(root);
    entry.form.id_offset = root.find("form")->offset;
    if (const Yaml* relations = root.find("relations"); relations && file.expect(*relations, Yaml::Kind::list)) {
        for (const Yaml& one : relations->items) {
            Rule rule = load_rule(file, one);
            rule.relation = true;
            std::erase_if(inherited, [&](const Rule& other) { return other.id == rule.id; });
            inherited.push_back(std::move(rule));
        }
    }
    for (Rule& rule : inherited) {
        rule.forms = {entry.form.id};
        rules.push_back(std::move(rule));
    }
    forms.push_back(std::move(entry));
}

/// What is left extends a form that is not there, or each other.
void complain_unextended(const std::vector<PendingForm>& left, const Catalogue& catalogue) {
    std::vector<std::string> waiting;
    for (const auto& one : left) waiting.push_back(one.root.find("form")->text);
    std::vector<std::string> known;
    for (const auto& one : catalogue.forms) known.push_back(one.form.id);
    known.insert(known.end(), waiting.begin(), waiting.end());
    const auto is_waiting = [&](const std::string& id) {
        return std::find(waiting.begin(), waiting.end(), id) != waiting.end();
    };
    const bool circle = std::all_of(
        left.begin(), left.end(), [&](const PendingForm& one) { return is_waiting(one.root.find("extends")->text); });
    for (const auto& one : left) {
        const Yaml& base = *one.root.find("extends");
        if (circle) one.file->complain(rule_codes::form_cycle, base, {{"names", same(joined(waiting))}});
        else if (!is_waiting(base.text))
            one.file->complain(
                rule_codes::unknown_form, base, {{"id", same(base.text)}, {"near", near_or_all(base.text, known)}});
    }
}

}  // namespace

std::vector<Written> load_patterns(YamlFile& file, const Yaml& node) {
    std::vector<Written> all;
    if (node.is_list()) {
        for (const Yaml& one : node.items) {
            if (file.expect(one, Yaml::Kind::scalar)) all.push_back(load_pattern(file, one));
        }
    } else if (file.expect(node, Yaml::Kind::scalar)) {
        all.push_back(load_pattern(file, node));
    }
    return all;
}

Measure load_measure(YamlFile& file, const Yaml& node) {
    constexpr std::array measures = {Measure::count, Measure::amount, Measure::share, Measure::any};
    return measures[load_choice(file, node, "measure")];
}

void load_forms(std::vector<PendingForm> pending, Catalogue& catalogue) {
    const auto known = [&](const Yaml* base) { return !base || catalogue.form(base->text); };
    while (!pending.empty()) {
        const auto next = std::find_if(
            pending.begin(), pending.end(), [&](const PendingForm& one) { return known(one.root.find("extends")); });
        if (next == pending.end()) return complain_unextended(pending, catalogue);
        const std::size_t before = catalogue.rules.size();
        load_form(*next->file, next->root, catalogue.forms, catalogue.rules);
        for (std::size_t i = before; i < catalogue.rules.size(); ++i) catalogue.rules[i].reported = next->reported;
        pending.erase(next);
    }
}

}  // namespace gouji
