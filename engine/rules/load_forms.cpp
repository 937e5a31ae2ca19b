// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_forms.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_load_mention_forms.hpp"
#include "engine/rules/private_load_names.hpp"
#include "engine/rules/private_load_rule.hpp"
#include "engine/rules/private_load_table_forms.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace gouji {
namespace {

/// Puts it in the place of the one with its name, or at the end. Returns its index.
template <class Named>
std::size_t replace(std::vector<Named>& all, Named replacement, std::string Named::*name) {
    const auto former =
        std::find_if(all.begin(), all.end(), [&](const Named& each) { return each.*name == replacement.*name; });
    const auto index = static_cast<std::size_t>(former - all.begin());
    if (former == all.end()) all.push_back(std::move(replacement));
    else *former = std::move(replacement);
    return index;
}

/// `- 县级: [ 名称中的写法, … ]`
void load_levels(YamlFile& file, const Yaml& node, FormInProgress& begun) {
    begun.form.levels.clear();
    for_each_item(file, node, [&](const Yaml& level) {
        if (!file.expect(level, Yaml::Kind::map)) return;
        for (const auto& [name, phrases] : level.entries)
            begun.form.levels.push_back({name.text, load_patterns(file, phrases)});
    });
}

/// `名: 模式`. They are told apart by their names, and one that is inherited keeps its place.
void load_form_words(YamlFile& file, const Yaml& node, FormInProgress& begun) {
    if (!file.expect(node, Yaml::Kind::map)) return;
    for (const auto& [name, pattern] : node.entries) {
        if (file.expect(pattern, Yaml::Kind::scalar))
            replace(begun.form.words, Form::Word{name.text, load_pattern(file, pattern)}, &Form::Word::name);
    }
}

/// `- 总体情况: 一、总体情况`, with several spellings as a list; the number of the first is the official one.
void load_sections(YamlFile& file, const Yaml& node, FormInProgress& begun) {
    begun.form.sections.clear();
    for_each_item(file, node, [&](const Yaml& entry) {
        if (!file.expect(entry, Yaml::Kind::map) || entry.entries.size() != 1) return;
        const auto& [name, spellings] = entry.entries.front();
        SectionForm section;
        section.name = name.text;
        section.patterns = load_patterns(file, spellings);
        if (!section.patterns.empty()) {
            if (const auto ordinal = read_ordinal(section.patterns.front().text, 0)) section.ordinal = ordinal->number;
        }
        begun.form.sections.push_back(std::move(section));
    });
}

void load_tables(YamlFile& file, const Yaml& node, FormInProgress& begun) {
    for_each_item(file, node, [&](const Yaml& table) {
        if (file.expect(table, Yaml::Kind::map))
            replace(begun.form.tables, load_table_form(file, table), &TableForm::name);
    });
}

void load_mentions(YamlFile& file, const Yaml& node, FormInProgress& begun) {
    for_each_item(file, node, [&](const Yaml& entry) {
        if (!file.expect(entry, Yaml::Kind::map)) return;
        LoadedMention mention = load_mention_form(file, entry);
        const std::size_t index = replace(begun.form.mentions, std::move(mention.form), &MentionForm::fact);
        begun.means.resize(begun.form.mentions.size());
        begun.means[index] = std::move(mention.means);
    });
}

using Loader = KeyLoader<FormInProgress>;
constexpr std::array loaders = {
    Loader{"form", [](YamlFile& file, const Yaml& value, FormInProgress& begun) { begun.form.id = file.text(value); }},
    // Read before all others (load_form).
    Loader{"extends", [](YamlFile&, const Yaml&, FormInProgress&) {}},
    Loader{"family",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) { begun.form.family = file.text(value); }},
    Loader{"years",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) { begun.form.years = load_years(file, value); }},
    Loader{"words", load_form_words},
    Loader{"titles",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.titles = load_patterns(file, value);
        }},
    Loader{"organs",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.organs = load_patterns(file, value);
        }},
    Loader{"publishers",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.publishers = load_patterns(file, value);
        }},
    Loader{"subjects",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.subjects = load_patterns(file, value);
        }},
    Loader{"periods",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.periods = load_patterns(file, value);
        }},
    Loader{"published",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.published = load_patterns(file, value);
        }},
    Loader{"written",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.written = load_patterns(file, value);
        }},
    Loader{"names",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) { load_names(file, value, begun.form.names); }},
    Loader{"levels", load_levels},
    Loader{"units",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) { begun.form.units = file.texts(value); }},
    Loader{"scopes",
        [](YamlFile& file, const Yaml& value, FormInProgress& begun) {
            begun.form.scopes = load_patterns(file, value);
        }},
    Loader{"sections", load_sections},
    Loader{"tables", load_tables},
    Loader{"mentions", load_mentions},
    // Read after all others: they become rules (load_form).
    Loader{"relations", [](YamlFile&, const Yaml&, FormInProgress&) {}},
};

/// A form begins as a copy of the one that it extends, which has been read; its relations are copied too.
FormInProgress begin_form(YamlFile& file, const Yaml& root, const Catalogue& catalogue, std::vector<Rule>& relations) {
    const Yaml* extends = root.find("extends");
    if (!extends) return {};
    const std::string base = file.text(*extends);
    const FormEntry* entry = catalogue.form(base);
    std::copy_if(catalogue.rules.begin(), catalogue.rules.end(), std::back_inserter(relations),
        [&](const Rule& rule) { return rule.relation && rule.forms.front() == base; });
    return {entry->form, entry->means};
}

/// A relation replaces the inherited one of the same id.
void load_relations(YamlFile& file, const Yaml& root, std::vector<Rule>& relations) {
    const Yaml* list = root.find("relations");
    if (!list || !file.expect(*list, Yaml::Kind::list)) return;
    for (const Yaml& entry : list->items) {
        Rule rule = load_rule(file, entry);
        rule.relation = true;
        std::erase_if(relations, [&](const Rule& other) { return other.id == rule.id; });
        relations.push_back(std::move(rule));
    }
}

void check_part(YamlFile& file, const Yaml& named, const Words& what, const std::vector<std::string>& known) {
    if (!named.is_scalar() || std::find(known.begin(), known.end(), named.text) != known.end()) return;
    file.complain(rule_codes::unknown_part, named,
        {{"what", what}, {"name", same(named.text)}, {"near", near_or_all(named.text, known)}});
}

/// The sections and tables that tables and facts name are those of the form.
void check_parts(YamlFile& file, const Yaml& root, const Form& form) {
    const Words a_section = {"节", "section"};
    const Words a_table = {"表", "table"};
    std::vector<std::string> sections = {std::string(preamble_name)};
    std::vector<std::string> tables;
    for (const SectionForm& one : form.sections) sections.push_back(one.name);
    for (const TableForm& one : form.tables) tables.push_back(one.name);
    for (const std::string_view list : {"tables", "mentions"}) {
        const Yaml* entries = root.find(list);
        if (!entries || !entries->is_list()) continue;
        for (const Yaml& one : entries->items) {
            if (const Yaml* section = one.find("section")) check_part(file, *section, a_section, sections);
            if (const Yaml* rows = list == "mentions" ? one.find("rows") : nullptr)
                check_part(file, *rows, a_table, tables);
            const Yaml* named = one.find("sections");
            if (!named) continue;
            for (const Yaml& section : named->items) check_part(file, section, a_section, sections);
        }
    }
}

void load_form(const PendingForm& pending, Catalogue& catalogue) {
    YamlFile& file = *pending.file;
    std::vector<Rule> relations;
    FormInProgress begun = begin_form(file, pending.root, catalogue, relations);
    expect_keys(file, pending.root, "form");
    begun.form.file = file.name();
    load_as_written(file, pending.root, form_loaders(), begun);
    begun.form.id_offset = pending.root.find("form")->offset;
    check_parts(file, pending.root, begun.form);
    load_relations(file, pending.root, relations);
    for (Rule& rule : relations) {
        rule.forms = {begun.form.id};
        rule.reported = pending.reported;
        catalogue.rules.push_back(std::move(rule));
    }
    FormEntry& entry = catalogue.forms.emplace_back();
    entry.form = std::move(begun.form);
    entry.means = std::move(begun.means);
}

/// The forms that are left extend a form that is not there, or each other.
void complain_unextended(const std::vector<PendingForm>& left, const Catalogue& catalogue) {
    std::vector<std::string> waiting;
    for (const auto& form : left) waiting.push_back(form.root.find("form")->text);
    std::vector<std::string> known;
    for (const auto& entry : catalogue.forms) known.push_back(entry.form.id);
    known.insert(known.end(), waiting.begin(), waiting.end());
    const auto waits_for_other = [&](const PendingForm& form) {
        return std::find(waiting.begin(), waiting.end(), form.root.find("extends")->text) != waiting.end();
    };
    const bool circle = std::all_of(left.begin(), left.end(), waits_for_other);
    for (const auto& form : left) {
        const Yaml& base = *form.root.find("extends");
        if (circle) form.file->complain(rule_codes::form_cycle, base, {{"names", same(joined(waiting))}});
        else if (!waits_for_other(form))
            form.file->complain(
                rule_codes::unknown_form, base, {{"id", same(base.text)}, {"near", near_or_all(base.text, known)}});
    }
}

}  // namespace

KeyLoaders<FormInProgress> form_loaders() { return loaders; }

void load_forms(std::vector<PendingForm> pending, Catalogue& catalogue) {
    const auto known = [&](const Yaml* base) { return !base || catalogue.form(base->text); };
    while (!pending.empty()) {
        const auto next = std::find_if(
            pending.begin(), pending.end(), [&](const PendingForm& form) { return known(form.root.find("extends")); });
        if (next == pending.end()) return complain_unextended(pending, catalogue);
        load_form(*next, catalogue);
        pending.erase(next);
    }
}

}  // namespace gouji
