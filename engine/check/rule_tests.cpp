// SPDX-License-Identifier: Apache-2.0
#include "engine/check/rule_tests.hpp"

#include "engine/check/choose.hpp"
#include "engine/check/judge.hpp"
#include "engine/source/text.hpp"
#include "engine/base/utf8.hpp"
#include "grammar/filing/mentions.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <tuple>

namespace gouji {
namespace {

using Failures = std::vector<Words>;

Text text_of(const std::string& characters) {
    std::vector<Glyph> glyphs;
    for (std::size_t at = 0; at < characters.size();) {
        const auto one = utf8::decode(characters, at);
        const auto from = static_cast<std::uint32_t>(at);
        glyphs.push_back({one.code, {from, from + static_cast<std::uint32_t>(one.size)}});
        at += one.size;
    }
    return Text(normalise(std::move(glyphs)));
}

/// Builds the filing of a test: its form, year, tables, tables of its own, and prose by section.
class Given {
public:
    Given(const Catalogue& catalogue, const Rule& rule, Failures& failures) : catalogue_(catalogue), rule_(rule), failures_(failures) {}

    std::optional<Filing> build(const Yaml& given) {
        const Yaml* named = given.find("form");
        std::string id = named ? named->text : "";
        if (id.empty()) id = rule_.forms.empty() ? catalogue_.forms.back().form.id : rule_.forms.front();
        const FormEntry* entry = catalogue_.form(id);
        if (!entry) return fail("没有表单“{name}”", "there is no form '{name}'", id);
        filing_.form = &entry->form;
        filing_.year = entry->form.years.first ? entry->form.years.first : entry->form.years.last;
        for (const auto& [key, value] : given.entries) {
            if (key.text == "form") continue;
            if (key.text == "year") {
                const auto year = Decimal::parse(value.text);
                if (!year || value.text.size() != 4) return fail("年份“{name}”应是四位数", "the year '{name}' must have four digits", value.text);
                filing_.year = std::stoi(year->to_string());
            }
            else if (key.text == "own") add_own(value);
            else if (key.text == "text") add_prose(value, *entry);
            else if (!add_table(key.text, value, entry->form)) return std::nullopt;
        }
        choose_readings(filing_);
        return std::move(filing_);
    }

private:
    std::optional<Filing> fail(std::string_view zh, std::string_view en, std::string_view name) {
        failures_.push_back(fill(zh, en, {{"name", same(name)}}));
        return std::nullopt;
    }

    Cell cell(const Yaml& value) {
        Cell made;
        made.raw = value.text;
        made.presence = Presence::number;
        if (value.is_null() || value.text.empty()) made.presence = Presence::blank;
        else if (value.text == "-") made.presence = Presence::dash;
        else if (value.text == "/") made.presence = Presence::slash;
        else if (value.text == "absent") made.presence = Presence::absent;
        else if (const auto number = Decimal::parse(value.text)) made.value = *number;
        else made.presence = Presence::unreadable;
        return made;
    }

    /// Cells that are not named are 0; a table in another form is written 申请@cn-disclosure-2019.
    bool add_table(const std::string& key, const Yaml& value, const Form& own) {
        const std::size_t at = key.find('@');
        const FormEntry* other = at == std::string::npos ? nullptr : catalogue_.form(key.substr(at + 1));
        const Form& form = other ? other->form : own;
        const std::string name = key.substr(0, at);
        const auto layout = std::find_if(form.tables.begin(), form.tables.end(), [&](const TableForm& one) {
            return one.name == name || std::find(one.aliases.begin(), one.aliases.end(), name) != one.aliases.end();
        });
        if (layout == form.tables.end()) return fail("没有表“{name}”", "there is no table '{name}'", key).has_value();
        Table table;
        table.name = layout->name;
        table.form = &form;
        table.layout = &*layout;
        table.cells.resize(layout->cells.size());
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            if (layout->cells[i]) table.cells[i].presence = Presence::number;
        }
        for (const auto& [row, cells] : value.entries) {
            const auto found = layout->rows.find(row.text);
            const int* node = std::get_if<int>(&found);
            if (!node || layout->rows.node(*node).leaf < 0) return fail("表中没有行“{name}”", "the table has no row '{name}'", row.text).has_value();
            if (!add_row(table, layout->rows.node(*node).leaf, cells)) return false;
        }
        filing_.tables.push_back(std::move(table));
        return true;
    }

    bool add_row(Table& table, int row, const Yaml& cells) {
        const std::vector<int> columns = table.layout->columns_of(row);
        if (cells.is_list() && cells.items.size() == columns.size()) {
            for (std::size_t i = 0; i < columns.size(); ++i) table.cells[static_cast<std::size_t>(table.layout->cell(row, columns[i]))] = cell(cells.items[i]);
            return true;
        }
        if (!cells.is_map()) return fail("行“{name}”应写成 {列: 数} 或写全各列", "row '{name}' must be {column: number} or a list of all columns", table.layout->rows.leaf(row).path).has_value();
        for (const auto& [column, value] : cells.entries) {
            const auto found = table.layout->columns.find(column.text);
            const int* node = std::get_if<int>(&found);
            if (!node || table.layout->columns.node(*node).leaf < 0) return fail("表中没有列“{name}”", "the table has no column '{name}'", column.text).has_value();
            table.cells[static_cast<std::size_t>(table.layout->cell(row, table.layout->columns.node(*node).leaf))] = cell(value);
        }
        return true;
    }

    /// A table of the report's own: rows of a label and one number.
    void add_own(const Yaml& rows) {
        Table table;
        table.columns.add("数量");
        for (const auto& [label, value] : rows.entries) {
            table.rows.add(label.text);
            table.cells.push_back(cell(value));
        }
        filing_.tables.push_back(std::move(table));
    }

    void add_prose(const Yaml& text, const FormEntry& entry) {
        const auto edition = std::find_if(catalogue_.editions.begin(), catalogue_.editions.end(), [&](const Edition& one) { return one.form == &entry.form; });
        const auto add = [&](const std::string& section, const std::string& prose) {
            const Text made = text_of(prose);
            auto found = find_mentions(made, {{section, made.all()}}, *edition, filing_.year);
            filing_.mentions.insert(filing_.mentions.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        };
        if (text.is_scalar()) add("", text.text);
        for (const auto& [section, prose] : text.entries) add(section.text, prose.text);
    }

    const Catalogue& catalogue_;
    const Rule& rule_;
    Failures& failures_;
    Filing filing_;
};

std::string describe(const Verdict& verdict) {
    std::string text;
    for (const auto& [name, value] : verdict.bound) text += (text.empty() ? "" : ", ") + name + ": " + value;
    return "{" + text + "}";
}

/// `{c: 自然人}` against what the instance has bound; `true` and `{}` mean every instance.
bool matches(const Yaml& wanted, const Verdict& verdict) {
    return std::all_of(wanted.entries.begin(), wanted.entries.end(), [&](const auto& entry) {
        return std::any_of(verdict.bound.begin(), verdict.bound.end(), [&](const auto& one) { return one.first == entry.key.text && one.second == entry.value.text; });
    });
}

void compare(const Yaml& expect, const std::vector<Verdict>& verdicts, Failures& failures) {
    std::vector<bool> told(verdicts.size());
    for (const auto& [outcome, list] : expect.entries) {
        const std::vector<Yaml> wanted = list.is_list() ? list.items : std::vector<Yaml>{list};
        for (const Yaml& one : wanted) {
            bool found = false;
            for (std::size_t i = 0; i < verdicts.size(); ++i) {
                if (name_of(verdicts[i].outcome) != outcome.text || !matches(one, verdicts[i])) continue;
                found = true;
                told[i] = true;
            }
            if (found) continue;
            std::string which;
            for (const auto& [name, value] : one.entries) which += (which.empty() ? "" : ", ") + name.text + ": " + value.text;
            failures.push_back(fill("没有得到 {outcome} {which}", "no {outcome} {which}", {{"outcome", same(outcome.text)}, {"which", same("{" + which + "}")}}));
        }
    }
    const bool only_pass = expect.is_scalar();
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const Outcome outcome = verdicts[i].outcome;
        if (told[i] || outcome == Outcome::pass || (outcome == Outcome::not_applicable && !only_pass)) continue;
        const Words why = verdicts[i].why.empty() ? verdicts[i].message : verdicts[i].why;
        failures.push_back(fill("{which} 得到 {outcome}：{why}", "{which} came to {outcome}: {why}", {{"which", same(describe(verdicts[i]))}, {"outcome", same(name_of(outcome))}, {"why", why}}));
    }
}

/// The words after `expect` are outcomes; anything else would silently expect nothing.
bool is_expectation(const Yaml& expect, Failures& failures) {
    const auto known = [](std::string_view word) { return std::find(outcome_names.begin(), outcome_names.end(), word) != outcome_names.end(); };
    bool good = expect.is_map() || (expect.is_scalar() && expect.text == "pass");
    for (const auto& [outcome, list] : expect.entries) good = good && known(outcome.text);
    if (!good) failures.push_back({"expect 应为 pass，或 fail、undecided、assumed 等及其变量", "expect must be pass, or fail, undecided, assumed, … with variables"});
    return good;
}

int line_at(const std::vector<RuleFile>& files, const std::string& name, std::size_t offset) {
    for (const RuleFile& file : files) {
        if (file.name != name) continue;
        return 1 + static_cast<int>(std::count(file.content.begin(), file.content.begin() + static_cast<std::ptrdiff_t>(std::min(offset, file.content.size())), '\n'));
    }
    return 0;
}

}  // namespace

std::vector<RuleTestResult> test_rules(const Catalogue& catalogue, const std::vector<RuleFile>& files) {
    std::vector<RuleTestResult> results;
    for (std::size_t r = 0; r < catalogue.rules.size(); ++r) {
        const Rule& rule = catalogue.rules[r];
        std::size_t first = r;
        while (first > 0 && catalogue.rules[first - 1].id == rule.id) --first;
        for (const RuleTest& test : rule.tests) {
            RuleTestResult result{rule.id, rule.file, line_at(files, rule.file, test.offset), {}};
            if (is_expectation(test.expect, result.failures)) {
                if (const auto filing = Given(catalogue, rule, result.failures).build(test.given)) compare(test.expect, judge_rule(*filing, catalogue, first), result.failures);
            }
            results.push_back(std::move(result));
        }
    }
    std::stable_sort(results.begin(), results.end(), [](const RuleTestResult& a, const RuleTestResult& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
    return results;
}

}  // namespace gouji
