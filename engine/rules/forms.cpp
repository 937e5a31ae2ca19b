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
    FormLoader(YamlFile& file, Form& form, std::vector<std::vector<Formula>>& means) : file_(file), form_(form), means_(means) {}

    void load(const Yaml& root) {
        expect_keys(file_, root, "form");
        form_.file = file_.name();
        for (const auto& [key, value] : root.entries) {
            if (key.text == "form") form_.id = file_.text(value);
            else if (key.text == "family") form_.family = file_.text(value);
            else if (key.text == "years") form_.years = load_years(file_, value);
            else if (key.text == "titles") form_.titles = writtens(value);
            else if (key.text == "organs") form_.organs = writtens(value);
            else if (key.text == "published") form_.published = writtens(value);
            else if (key.text == "scopes") form_.scopes = writtens(value);
            else if (key.text == "units") form_.units = file_.texts(value);
            else if (key.text == "levels") levels(value);
            else if (key.text == "sections") {
                form_.sections.clear();
                for_each_item(file_, value, [&](const Yaml& one) { section(one); });
            }
            else if (key.text == "tables") for_each_item(file_, value, [&](const Yaml& one) { table(one); });
            else if (key.text == "mentions") for_each_item(file_, value, [&](const Yaml& one) { mention(one); });
        }
    }

private:
    /// `- 县级: [ 名称中的写法, … ]`
    void levels(const Yaml& node) {
        form_.levels.clear();
        for_each_item(file_, node, [&](const Yaml& one) {
            if (!file_.expect(one, Yaml::Kind::map)) return;
            for (const auto& [name, phrases] : one.entries) form_.levels.push_back({name.text, writtens(phrases)});
        });
    }

    std::vector<Written> writtens(const Yaml& node) {
        std::vector<Written> all;
        if (node.is_list()) {
            for (const Yaml& one : node.items) {
                if (file_.expect(one, Yaml::Kind::scalar)) all.push_back(written(file_, one));
            }
        } else if (file_.expect(node, Yaml::Kind::scalar)) {
            all.push_back(written(file_, node));
        }
        return all;
    }

    /// `- 总体情况: 一、总体情况`, with several spellings as a list; the number of the first is the official one.
    void section(const Yaml& node) {
        if (!file_.expect(node, Yaml::Kind::map) || node.entries.size() != 1) return;
        const auto& [name, spellings] = node.entries.front();
        SectionForm made;
        made.name = name.text;
        made.patterns = writtens(spellings);
        if (!made.patterns.empty()) {
            if (const auto ordinal = read_ordinal(made.patterns.front().text, 0)) made.ordinal = ordinal->number;
        }
        form_.sections.push_back(std::move(made));
    }

    struct ColumnUnit {
        int node = 0;
        Measure measure = Measure::count;
        std::string unit;
    };

    void table(const Yaml& node) {
        if (!file_.expect(node, Yaml::Kind::map)) return;
        expect_keys(file_, node, "table");
        TableForm made;
        if (const Yaml* name = node.find("table")) made.name = file_.text(*name);
        if (const Yaml* aliases = node.find("aliases")) made.aliases = file_.texts(*aliases);
        if (const Yaml* section = node.find("section")) made.section = file_.text(*section);
        if (const Yaml* across = node.find("across")) made.across = file_.text(*across) == "true";
        units_.clear();
        std::vector<std::pair<std::vector<int>, std::vector<int>>> blocks;  // leaf rows and leaf columns that cross
        const auto block = [&](const Yaml& one) {
            const Yaml* columns = required(one, "columns");
            const Yaml* rows = required(one, "rows");
            if (!columns || !rows) return;
            std::vector<int> own_columns;
            std::vector<int> own_rows;
            axis(*columns, made.columns, made.column_labels, -1, own_columns, true);
            axis(*rows, made.rows, made.row_labels, -1, own_rows, false);
            blocks.emplace_back(std::move(own_rows), std::move(own_columns));
        };
        if (const Yaml* several = node.find("blocks")) for_each_item(file_, *several, block);
        else block(node);
        const auto size = static_cast<std::size_t>(made.rows.leaf_count() * made.columns.leaf_count());
        made.cells.resize(size);
        made.measures.assign(size, Measure::count);
        made.units.resize(size);
        for (const auto& [rows, columns] : blocks) {
            for (const int row : rows) {
                for (const int column : columns) made.cells[static_cast<std::size_t>(made.cell(row, column))] = true;
            }
        }
        for (const auto& unit : units_) {
            const int column = made.columns.node(unit.node).leaf;
            for (int row = 0; row < made.rows.leaf_count(); ++row) {
                made.measures[static_cast<std::size_t>(made.cell(row, column))] = unit.measure;
                made.units[static_cast<std::size_t>(made.cell(row, column))] = unit.unit;
            }
        }
        replace(form_.tables, std::move(made), [](const TableForm& one) -> const std::string& { return one.name; });
    }

    /// In the place of the one with its name, or behind all. Returns the place.
    template <class Made, class NameOf>
    static std::size_t replace(std::vector<Made>& all, Made made, NameOf name_of) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Made& one) { return name_of(one) == name_of(made); });
        const auto index = static_cast<std::size_t>(same - all.begin());
        if (same == all.end()) all.push_back(std::move(made));
        else *same = std::move(made);
        return index;
    }

    const Yaml* required(const Yaml& node, std::string_view key) {
        const Yaml* found = node.find(key);
        if (!found) file_.complain(rule_codes::missing_key, node, {{"key", same(key)}});
        return found;
    }

    /// A list of rows or columns: `名`, `名: 标签`, `名: [标签, 标签]` or `名: {label, part, rows | columns, measure, unit}`.
    void axis(const Yaml& list, Outline& outline, std::vector<Spelling>& labels, int parent, std::vector<int>& leaves, bool column) {
        for_each_item(file_, list, [&](const Yaml& one) {
            if (one.is_scalar()) return put(one, one, outline, labels, parent, leaves);
            if (!file_.expect(one, Yaml::Kind::map) || one.entries.size() != 1) return;
            const auto& [name, value] = one.entries.front();
            if (!value.is_map()) return put(name, value, outline, labels, parent, leaves);
            expect_keys(file_, value, "line");
            const Yaml* kids = value.find(column ? "columns" : "rows");
            const Yaml* part = value.find("part");
            const Yaml* label = value.find("label");
            const int node = take_child(name, outline, parent, part && part->text == "true", kids == nullptr);
            if (node < 0) return;
            spell(label ? *label : name, labels, node);
            if (kids) return axis(*kids, outline, labels, node, leaves, column);
            leaves.push_back(outline.node(node).leaf);
            if (column) unit(value, node);
        });
    }

    static int find_child(const Outline& outline, const std::string& name, int parent) {
        for (std::size_t i = 0; i < outline.nodes().size(); ++i) {
            if (outline.nodes()[i].name == name && outline.nodes()[i].parent == parent) return static_cast<int>(i);
        }
        return -1;
    }

    /// The child of this name, made where there is none: blocks of a table share rows and columns of the same name. -1, and a
    /// mistake, where what was a group is now a single one, or the other way round.
    int take_child(const Yaml& name, Outline& outline, int parent, bool part, bool leaf) {
        const int node = find_child(outline, name.text, parent);
        if (node < 0) return outline.add(name.text, parent, part, leaf);
        if ((outline.node(node).leaf >= 0) == leaf) return node;
        file_.complain(rule_codes::wrong_kind, name, {{"wanted", leaf ? Words{"一组，如前面同名者", "a group, as the one of this name before"} : Words{"单独一项，如前面同名者", "a single one, as the one of this name before"}}});
        return -1;
    }

    void put(const Yaml& name, const Yaml& label, Outline& outline, std::vector<Spelling>& labels, int parent, std::vector<int>& leaves) {
        const int node = take_child(name, outline, parent, false, true);
        if (node < 0) return;
        spell(label, labels, node);
        leaves.push_back(outline.node(node).leaf);
    }

    void spell(const Yaml& label, std::vector<Spelling>& labels, int node) {
        for (auto& one : writtens(label)) labels.push_back({node, std::move(one)});
    }

    void unit(const Yaml& value, int node) {
        ColumnUnit made{node, Measure::count, {}};
        if (const Yaml* measure = value.find("measure")) {
            made.measure = load_measure(*measure);
        }
        if (const Yaml* unit = value.find("unit")) made.unit = file_.text(*unit);
        units_.push_back(std::move(made));
    }

    Measure load_measure(const Yaml& node) {
        constexpr std::array measures = {Measure::count, Measure::amount, Measure::share, Measure::any};
        return measures[load_choice(file_, node, "measure")];
    }

    void mention(const Yaml& node) {
        if (!file_.expect(node, Yaml::Kind::map)) return;
        expect_keys(file_, node, "mention");
        MentionForm made;
        std::vector<Formula> means;
        if (const Yaml* fact = node.find("fact")) made.fact = file_.text(*fact);
        if (const Yaml* kind = node.find("kind")) made.kind = file_.text(*kind);
        if (const Yaml* sections = node.find("sections")) made.sections = file_.texts(*sections);
        if (const Yaml* scopes = node.find("scopes")) made.scopes = writtens(*scopes);
        if (const Yaml* inside = node.find("inside")) made.inside = writtens(*inside);
        if (const Yaml* others = node.find("others")) made.others = writtens(*others);
        fields(node.find("fields"), made);
        if (const Yaml* alike = node.find("alike")) made.alike = file_.text(*alike) == "true";
        if (const Yaml* phrases = node.find("phrases")) for_each_item(file_, *phrases, [&](const Yaml& one) { phrase(one, made); });
        if (const Yaml* list = node.find("means")) {
            for_each_item(file_, *list, [&](const Yaml& one) {
                if (file_.expect(one, Yaml::Kind::scalar)) means.push_back(load_formula(file_, one));
            });
        }
        const std::size_t index = replace(form_.mentions, std::move(made), [](const MentionForm& one) -> const std::string& { return one.fact; });
        means_.resize(form_.mentions.size());
        means_[index] = std::move(means);
    }

    void fields(const Yaml* node, MentionForm& made) {
        if (!node) {
            made.fields.push_back({"件数", Measure::count});
            return;
        }
        if (!file_.expect(*node, Yaml::Kind::map)) return;
        for (const auto& [name, measure] : node->entries) {
            made.fields.push_back({name.text, load_measure(measure)});
        }
    }

    /// A pattern, or a pattern with the figures that it stands for: `{phrase: 未收到…申请, 件数: 0}`.
    void phrase(const Yaml& node, MentionForm& made) {
        if (node.is_scalar()) {
            made.phrases.push_back({written(file_, node), {}});
            return;
        }
        if (!file_.expect(node, Yaml::Kind::map)) return;
        Phrase one;
        for (const auto& [key, value] : node.entries) {
            if (key.text == "phrase") {
                one.pattern = written(file_, value);
                continue;
            }
            const bool field = std::any_of(made.fields.begin(), made.fields.end(), [&name = key.text](const FieldForm& each) { return each.name == name; });
            const auto number = Decimal::parse(file_.text(value));
            std::vector<std::string> names = {"phrase"};
            for (const auto& each : made.fields) names.push_back(each.name);
            if (!field) file_.complain(rule_codes::unknown_key, key, {{"key", same(key.text)}, {"near", near_or_all(key.text, names)}});
            else if (!number) file_.complain(rule_codes::wrong_word, value, {{"word", same(value.text)}, {"what", {"数", "number"}}, {"near", {"", ""}}});
            else one.fixed.emplace_back(key.text, *number);
        }
        if (one.pattern.text.empty()) file_.complain(rule_codes::missing_key, node, {{"key", same("phrase")}});
        made.phrases.push_back(std::move(one));
    }

    YamlFile& file_;
    Form& form_;
    std::vector<std::vector<Formula>>& means_;
    std::vector<ColumnUnit> units_;
};

void load_form(YamlFile& file, const Yaml& root, std::deque<FormEntry>& forms, std::vector<Rule>& rules) {
    FormEntry entry;
    std::vector<Rule> inherited;
    if (const Yaml* extends = root.find("extends")) {
        const std::string base = file.text(*extends);
        const auto found = std::find_if(forms.begin(), forms.end(), [&](const FormEntry& one) { return one.form.id == base; });
        entry.form = found->form;
        entry.means = found->means;
        std::copy_if(rules.begin(), rules.end(), std::back_inserter(inherited), [&](const Rule& one) { return one.relation && one.forms.front() == base; });
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
    const auto is_waiting = [&](const std::string& id) { return std::find(waiting.begin(), waiting.end(), id) != waiting.end(); };
    const bool circle = std::all_of(left.begin(), left.end(), [&](const PendingForm& one) { return is_waiting(one.root.find("extends")->text); });
    for (const auto& one : left) {
        const Yaml& base = *one.root.find("extends");
        if (circle) one.file->complain(rule_codes::form_cycle, base, {{"names", same(joined(waiting))}});
        else if (!is_waiting(base.text)) one.file->complain(rule_codes::unknown_form, base, {{"id", same(base.text)}, {"near", near_or_all(base.text, known)}});
    }
}

}  // namespace

void load_forms(std::vector<PendingForm> pending, Catalogue& catalogue) {
    const auto known = [&](const Yaml* base) { return !base || catalogue.form(base->text); };
    while (!pending.empty()) {
        const auto next = std::find_if(pending.begin(), pending.end(), [&](const PendingForm& one) { return known(one.root.find("extends")); });
        if (next == pending.end()) return complain_unextended(pending, catalogue);
        const std::size_t before = catalogue.rules.size();
        load_form(*next->file, next->root, catalogue.forms, catalogue.rules);
        for (std::size_t i = before; i < catalogue.rules.size(); ++i) catalogue.rules[i].reported = next->reported;
        pending.erase(next);
    }
}

}  // namespace gouji
