// SPDX-License-Identifier: Apache-2.0
#include "engine/check/rule_tests/test_filings.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/utf8.hpp"
#include "engine/check/readings/choose.hpp"
#include "engine/model/printed_layout.hpp"
#include "engine/rules/compile_rule.hpp"
#include "engine/rules/keys.hpp"
#include "engine/source/text.hpp"
#include "grammar/filing/prose/mentions.hpp"
#include "grammar/filing/tables/row_nesting.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace gouji {
namespace {

using Failures = std::vector<Words>;

/// Builds the filing of a test: its form, year, tables, tables of its own, and prose by section.
class TestFiling {
public:
    TestFiling(const Catalogue& catalogue, const Rule& rule, Failures& failures)
        : catalogue_(catalogue), rule_(rule), failures_(failures) {}

    /// `last_year` when the filing is the one before that year.
    std::optional<Filing> build(const Yaml& given, std::optional<int> last_year) {
        const FormEntry* entry = form_of(given, last_year);
        if (!entry) return std::nullopt;
        filing_.form = &entry->form;
        filing_.year = last_year      ? last_year
            : entry->form.years.first ? entry->form.years.first
                                      : entry->form.years.last;
        filing_.organ = "某机关";
        const auto edition = std::find_if(catalogue_.editions.begin(), catalogue_.editions.end(),
            [&](const Edition& one) { return one.form == &entry->form; });
        if (!load_properties(given, *edition)) return std::nullopt;
        for (const auto& [key, value] : given.entries) {
            if (key.text == "own" && value.is_list()) {
                for (const Yaml& one : value.items) add_own(one);
            } else if (key.text == "own") add_own(value);
            else if (!is_known(key.text) && !add_table(key.text, value, entry->form)) return std::nullopt;
        }
        // What the prose says may be of rows of the tables.
        for (const auto& [key, value] : given.entries) {
            if (key.text == "text") add_prose(value, *edition);
            else if (key.text == "mentions" && !add_mentions(value, entry->form)) return std::nullopt;
        }
        choose_readings(filing_);
        return std::move(filing_);
    }

private:
    static bool is_known(std::string_view key) {
        const auto& keys = key_table("given").keys;
        return std::any_of(keys.begin(), keys.end(), [&](const Key& one) { return one.name == key; });
    }

    /// The form that is named; else that of the year before, or the first that the rule is for.
    const FormEntry* form_of(const Yaml& given, std::optional<int> last_year) {
        if (const Yaml* named = given.find("form")) {
            const FormEntry* entry = catalogue_.form(named->text);
            if (!entry) fail("没有表单“{name}”", "there is no form '{name}'", named->text);
            return entry;
        }
        const FormEntry* first = nullptr;
        for (const FormEntry& one : catalogue_.forms) {
            if (last_year ? one.form.years.hold(*last_year) && is_family(one.form) : is_for(rule_, one.form))
                first = &one;
            if (!last_year && first && !rule_.forms.empty() && first->form.id == rule_.forms.front()) break;
        }
        if (!first) fail("没有适用的表单{name}", "no form fits{name}", "");
        return first;
    }

    /// A form of a family that the rule is for.
    bool is_family(const Form& form) const {
        return std::any_of(catalogue_.forms.begin(), catalogue_.forms.end(),
            [&](const FormEntry& one) { return one.form.family == form.family && is_for(rule_, one.form); });
    }

    bool load_properties(const Yaml& given, const Edition& edition) {
        if (const Yaml* year = given.find("year")) {
            const auto value = Decimal::parse(year->text);
            if (!value || year->text.size() != 4 || value->places() != 0)
                return fail("年份“{name}”应是四位数", "the year '{name}' must have four digits", year->text)
                    .has_value();
            filing_.year = static_cast<int>(value->mantissa());
        }
        if (const Yaml* organ = given.find("organ")) filing_.organ = organ->text;
        filing_.level = level_of(filing_.organ, edition);
        if (const Yaml* level = given.find("level")) filing_.level = level->text;
        if (const Yaml* published = given.find("published")) {
            if (!parse_day(published->text))
                return fail("“{name}”不是日期", "'{name}' is not a date", published->text).has_value();
            filing_.published = published->text;
        }
        return true;
    }

    std::optional<Filing> fail(std::string_view zh, std::string_view en, std::string_view name) {
        failures_.push_back(fill(zh, en, {{"name", same(name)}}));
        return std::nullopt;
    }

    /// 1237.40万元: how many bytes are the number.
    static std::size_t digits_of(const std::string& text) {
        return std::min(text.find_first_not_of("0123456789.-"), text.size());
    }

    Cell cell(const Yaml& value) {
        Cell made;
        made.raw = value.text;
        made.presence = Presence::number;
        if (value.is_null() || value.text.empty()) made.presence = Presence::blank;
        else if (value.text == "-" || value.text == "无") made.presence = Presence::dash;
        else if (value.text == "/") made.presence = Presence::slash;
        else if (value.text == "absent") made.presence = Presence::absent;
        else if (const auto number = Decimal::parse(std::string_view(value.text).substr(0, digits_of(value.text)))) {
            made.value = *number;
            made.unit = value.text.substr(digits_of(value.text));
        } else made.presence = Presence::unreadable;
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
        if (layout->is_grid() && layout->open) print_rows(value, *layout, table);
        table.cells.resize(table.layout->cells.size());
        for (std::size_t i = 0; i < table.cells.size(); ++i) {
            if (table.layout->cells[i]) table.cells[i].presence = Presence::number;
        }
        table.span.start =
            static_cast<std::uint32_t>(filing_.tables.size());  // they stand in the order in which they are given
        for (const auto& [row, cells] : value.entries) {
            if (row.text != "repeated" && !add_named_row(table, row.text, cells)) return false;
        }
        if (const Yaml* again = value.find("repeated"); again && !add_repeat(table, *again)) return false;
        filing_.tables.push_back(std::move(table));
        return true;
    }

    /// The rows of a table that has its own: 201, or 201 一般公共服务支出.
    static void print_rows(const Yaml& value, const TableForm& form, Table& table) {
        PrintedTable printed;
        const int total = form.open->total;
        for (const auto& [name, cells] : value.entries) {
            if (name.text == "repeated") continue;
            LayoutRow row;
            const std::size_t digits = std::min(name.text.find_first_not_of("0123456789"), name.text.size());
            if (!form.open->key.empty()) row.key = name.text.substr(0, digits);
            row.label = name.text.substr(std::min(name.text.find_first_not_of(' ', row.key.size()), name.text.size()));
            if (total >= 0 && form.rows.node(total).name == name.text) row.official = form.rows.node(total).leaf;
            printed.rows.push_back(std::move(row));
        }
        nest_rows(*form.open, std::vector<std::uint32_t>(printed.rows.size(), 0), printed.rows);
        table.own_layout = printed_layout(form, printed).layout;
        table.layout = table.own_layout.get();
    }

    bool add_named_row(Table& table, const std::string& name, const Yaml& cells) {
        const auto found = table.layout->rows.find(name);
        const int* node = std::get_if<int>(&found);
        if (!node || table.layout->rows.node(*node).leaf < 0)
            return fail("表中没有行“{name}”", "the table has no row '{name}'", name).has_value();
        return add_row(table, table.layout->rows.node(*node).leaf, cells);
    }

    /// `repeated: 1`: the table once more; `repeated: { … }`: once more, with these rows otherwise.
    bool add_repeat(Table& table, const Yaml& rows) {
        Table again = table;
        for (const auto& [row, cells] : rows.entries) {
            if (!add_named_row(again, row.text, cells)) return false;
        }
        table.repeats.push_back(std::move(again));
        return true;
    }

    bool add_row(Table& table, int row, const Yaml& cells) {
        const std::vector<int> columns = table.layout->columns_of(row);
        if (const Yaml* readings = cells.find("readings")) return add_readings(table, row, columns, *readings);
        if (cells.is_list() && cells.items.size() == columns.size()) {
            for (std::size_t i = 0; i < columns.size(); ++i)
                table.cells[static_cast<std::size_t>(table.layout->cell(row, columns[i]))] = cell(cells.items[i]);
            return true;
        }
        if (!cells.is_map())
            return fail("行“{name}”应写成 {列: 数} 或写全各列",
                "row '{name}' must be {column: number} or a list of all columns", table.layout->rows.leaf(row).path)
                .has_value();
        for (const auto& [column, value] : cells.entries) {
            const auto found = table.layout->columns.find(column.text);
            const int* node = std::get_if<int>(&found);
            if (!node || table.layout->columns.node(*node).leaf < 0)
                return fail("表中没有列“{name}”", "the table has no column '{name}'", column.text).has_value();
            const int leaf = table.layout->columns.node(*node).leaf;
            if (!table.layout->has(row, leaf))
                return fail("这一行没有列“{name}”", "the row has no column '{name}'", column.text).has_value();
            table.cells[static_cast<std::size_t>(table.layout->cell(row, leaf))] = cell(value);
        }
        return true;
    }

    /// `{ readings: [ [ … ], [ … ] ] }`: digits that run together, with the ways in which they may be divided.
    bool add_readings(Table& table, int row, const std::vector<int>& columns, const Yaml& readings) {
        Choice made;
        for (const int column : columns) made.cells.push_back(table.layout->cell(row, column));
        for (const Yaml& one : readings.items) {
            Choice::Reading reading;
            for (const Yaml& value : one.items) {
                if (const auto number = Decimal::parse(value.text)) reading.values.push_back(*number);
            }
            if (reading.values.size() != columns.size())
                return fail("行“{name}”的每种读法都要写全各列的数",
                    "every reading of row '{name}' must have a number for each column",
                    table.layout->rows.leaf(row).path)
                    .has_value();
            reading.spans.resize(columns.size());
            made.readings.push_back(std::move(reading));
        }
        if (made.readings.empty())
            return fail("行“{name}”没有读法", "row '{name}' has no reading", table.layout->rows.leaf(row).path)
                .has_value();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            Cell& cell = table.cells[static_cast<std::size_t>(made.cells[i])];
            cell.basis = Basis::divided;
            cell.value = made.readings.front().values[i];
        }
        table.choices.push_back(std::move(made));
        return true;
    }

    /// `{ 受理: 17 }`, `{ 收费通知: { 件数: 3 }, scope: 全市 }`
    bool add_mentions(const Yaml& list, const Form& form) {
        for (const Yaml& one : list.items) {
            Mention made;
            for (const auto& [key, value] : one.entries) {
                if (key.text == "scope") {
                    made.scope.push_back(value.text);
                    continue;
                }
                if (key.text == "row") {
                    made.row = value.text;
                    continue;
                }
                made.form = form.mention(key.text);
                if (!made.form)
                    return fail("表单没有事项“{name}”", "the form has no fact '{name}'", key.text).has_value();
                made.text = key.text;
                if (value.is_scalar() && !add_field(made, made.form->fields.front().name, value)) return false;
                for (const auto& [name, number] : value.entries) {
                    if (!add_field(made, name.text, number)) return false;
                }
            }
            if (!made.form)
                return fail("mentions 的每一项要写明事项{name}", "every entry of mentions must name its fact{name}", "")
                    .has_value();
            if (!made.form->rows.empty() && !name_row(made)) return false;
            filing_.mentions.push_back(std::move(made));
        }
        return true;
    }

    /// By its code or name, as formulas name it.
    bool name_row(Mention& mention) {
        const Table* table = filing_.table(mention.form->rows);
        const auto found = table && table->layout ? table->layout->rows.find(mention.row) : Outline::Found{};
        const int* node = std::get_if<int>(&found);
        if (!table || !table->layout || !node)
            return fail("表中没有行“{name}”", "the table has no row '{name}'", mention.row).has_value();
        mention.row = table->layout->rows.node(*node).path;
        return true;
    }

    bool add_field(Mention& mention, const std::string& name, const Yaml& value) {
        const auto& fields = mention.form->fields;
        const auto field =
            std::find_if(fields.begin(), fields.end(), [&](const FieldForm& one) { return one.name == name; });
        if (field == fields.end())
            return fail("事项没有字段“{name}”", "the fact has no field '{name}'", name).has_value();
        const std::size_t digits = digits_of(value.text);
        const auto number = Decimal::parse(std::string_view(value.text).substr(0, digits));
        if (!number) return fail("“{name}”不是数", "'{name}' is not a number", value.text).has_value();
        mention.fields.push_back(
            {static_cast<int>(field - fields.begin()), *number, value.text.substr(digits), value.text, {}});
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

    void add_prose(const Yaml& text, const Edition& edition) {
        int last = 0;
        const auto add = [&](const std::string& section, const std::string& prose) {
            const Text made(normalise(glyphs_of(prose)));
            const Prose whole = read_prose(made, section, made.all());
            auto found = find_mentions(made, {whole}, edition, filing_).mentions;
            filing_.mentions.insert(
                filing_.mentions.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
            const auto form = std::find_if(filing_.form->sections.begin(), filing_.form->sections.end(),
                [&](const SectionForm& one) { return one.name == section; });
            const int ordinal = form == filing_.form->sections.end() ? 0 : form->ordinal;
            const bool stray = ordinal != 0 && ordinal <= last;
            last = std::max(last, ordinal);
            Section& own = filing_.sections.emplace_back();
            own.name = section;
            own.stray = stray;
            append_prose(made, whole, true, own);
        };
        if (text.is_scalar()) add("", text.text);
        for (const auto& [section, prose] : text.entries) {
            if (prose.is_list()) {
                for (const Yaml& one : prose.items) add(section.text, one.text);
            } else {
                add(section.text, prose.text);
            }
        }
    }

    const Catalogue& catalogue_;
    const Rule& rule_;
    Failures& failures_;
    Filing filing_;
};

}  // namespace

std::optional<TestCase> build_test_case(
    const Yaml& given, const Rule& rule, const Catalogue& catalogue, std::vector<Words>& failures) {
    auto filing = TestFiling(catalogue, rule, failures).build(given, std::nullopt);
    if (!filing) return std::nullopt;
    TestCase made;
    made.filing = std::make_unique<Filing>(std::move(*filing));
    if (const Yaml* before = given.find("previous")) {
        auto previous = TestFiling(catalogue, rule, failures).build(*before, made.filing->year.value_or(0) - 1);
        if (!previous) return std::nullopt;
        made.previous = std::make_unique<Filing>(std::move(*previous));
    }
    const auto build_all = [&](std::string_view key, std::vector<std::unique_ptr<Filing>>& all) {
        const Yaml* list = given.find(key);
        if (!list) return true;
        return std::all_of(list->items.begin(), list->items.end(), [&](const Yaml& one) {
            auto other = TestFiling(catalogue, rule, failures).build(one, std::nullopt);
            if (other) all.push_back(std::make_unique<Filing>(std::move(*other)));
            return other.has_value();
        });
    };
    if (!build_all("below", made.below) || !build_all("copies", made.copies)) return std::nullopt;
    return made;
}

}  // namespace gouji
