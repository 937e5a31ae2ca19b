// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/new_form.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/labels/labels.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {
namespace {

/// Signs of the pattern language as the full-width characters that are folded to them.
std::string as_pattern(std::string_view words) {
    static const std::map<char, std::string_view> wide = {{'(', "（"}, {')', "）"}, {'[', "［"}, {']', "］"},
        {'{', "｛"}, {'}', "｝"}, {'<', "＜"}, {'>', "＞"}, {'|', "｜"}};
    std::string made;
    for (const char one : words) {
        const auto found = wide.find(one);
        if (found == wide.end()) made += one;
        else made += found->second;
    }
    for (const std::string_view sign : {"…", "。"}) {
        for (std::size_t at = made.find(sign); at != std::string::npos; at = made.find(sign))
            made.erase(at, sign.size());
    }
    return made;
}

std::string in_quotes(std::string_view words) {
    std::string made = "\"";
    for (const char one : words) {
        if (one == '"' || one == '\\') made += '\\';
        made += one;
    }
    return made + "\"";
}

/// Han characters, letters and digits, so that a formula can write it as it is.
std::string as_name(std::string_view words) {
    std::string made;
    for (std::size_t at = 0; at < words.size();) {
        const auto one = utf8::decode(words, at);
        const bool letter = one.code < 0x80 && (std::isalnum(static_cast<int>(one.code)) != 0);
        if (utf8::is_han(one.code) || letter) made += words.substr(at, one.size);
        at += one.size;
    }
    if (made.empty() || (made.front() >= '0' && made.front() <= '9')) made = "第" + made;
    return made;
}

/// 一、其中：教育支出 is 教育支出.
std::string_view without_ordinal(std::string_view words) {
    if (const auto ordinal = read_ordinal(words, 0)) words.remove_prefix(ordinal->end);
    for (const std::string_view before : {"其中:", "减:", "加:", "其中"}) {
        if (words.starts_with(before) && words.size() > before.size()) words.remove_prefix(before.size());
    }
    return words;
}

/// Names within one list, each once.
class Names {
public:
    std::string take(std::string_view words) {
        const std::string name = as_name(words);
        const int times = ++seen_[name];
        return times == 1 ? name : name + "之" + std::to_string(times);
    }

private:
    std::map<std::string, int> seen_;
};

class FormWriter {
public:
    FormWriter(const DraftedForm& draft, Language language) : draft_(draft), language_(language) {}

    std::string write() {
        line(0,
            in("# 初稿，由一份报告写出。请改 form、family 与 titles，逐表核对名称；gouji rules lint 查错，",
                "# A draft, made from a report. Change form, family and titles, and go through the names of each"));
        line(0,
            in("# gouji read --rules 这个文件 报告，看读到了什么。",
                "# table. gouji rules lint finds mistakes; gouji read --rules FILE REPORT shows what is read."));
        line(0, "form: my-reports");
        line(0, "family: my-reports");
        line(0, "years: 2000..2100");
        write_title();
        line(0, draft_.tables.empty() ? "tables: []" : "tables:");
        for (const DraftedTable& table : draft_.tables) write_table(table);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string in(std::string_view zh, std::string_view en) const {
        return std::string(language_ == Language::zh ? zh : en);
    }
    void line(std::size_t indent, std::string_view words) { out_.append(indent, ' ').append(words).append("\n"); }

    void write_title() {
        if (draft_.title.empty())
            line(0,
                in("# 没有看到带年份的标题：写成您的报告所印的那样。",
                    "# No title with a year was seen: write it as your reports print it."));
        const std::string title = draft_.title.empty() ? "{机关}{年份}年[度]报告" : draft_.title;
        line(0, "titles: [ " + in_quotes(title) + " ]");
    }

    void write_table(const DraftedTable& table) {
        const std::string name = tables_.take(table.caption.empty() ? in("表", "table") : table.caption);
        line(2, "- table: " + name);
        if (table.caption.empty())
            line(4,
                in("# 这张表上方没有名称：各列按次序读。",
                    "# Nothing is printed above this table: columns are read by "
                    "their order."));
        else line(4, "captions: [ " + in_quotes(as_pattern(table.caption)) + " ]");
        if (!table.unit.empty()) line(4, "unit: " + table.unit);
        if (table.parts.size() == 1) return write_part(table, table.parts.front(), 4);
        if (!table.caption.empty()) line(4, "beside: true");
        line(4, "blocks:");
        for (const DraftedPart& part : table.parts) {
            out_ += "      - ";
            write_columns(part, 8, true);
            line(8, "rows:");
            line(10, "- " + as_name(part.name) + ":");
            line(14, "label: " + in_quotes(as_pattern(part.name)));
            line(14, "rows:");
            write_rows(part, 16);
        }
    }

    void write_part(const DraftedTable& table, const DraftedPart& part, std::size_t indent) {
        write_columns(part, indent, false);
        if (part.rows.empty() && !table.has_codes()) {
            line(indent, "across: true");
            return line(indent, "rows: [ " + as_name(table.caption) + " ]");
        }
        if (!table.has_codes()) {
            line(indent, "rows:");
            return write_rows(part, indent + 2);
        }
        line(indent, "rows:");
        line(indent + 2, "key: " + in_quotes(as_pattern(table.codes.key)));
        line(indent + 2, "label: " + in_quotes(as_pattern(table.codes.label)));
        std::string levels;
        for (const int digits : table.codes.levels) levels += (levels.empty() ? "" : ", ") + std::to_string(digits);
        line(indent + 2, "levels: [ " + levels + " ]");
        if (!table.codes.total.empty())
            line(indent + 2, "total: " + entry(as_name(table.codes.total), table.codes.total));
    }

    static std::string entry(const std::string& name, std::string_view words) {
        const std::string pattern = as_pattern(words);
        return pattern == name ? name : name + ": " + in_quotes(pattern);
    }

    /// Columns of one group follow each other.
    void write_columns(const DraftedPart& part, std::size_t indent, bool begun) {
        if (begun) out_ += "columns:\n";
        else line(indent, "columns:");
        std::vector<Names> names(1);  // of each level of groups
        std::vector<std::string> open;
        for (const DraftedColumn& column : part.columns) {
            const auto differ = std::mismatch(open.begin(), open.end(), column.groups.begin(), column.groups.end());
            open.erase(differ.first, open.end());
            names.resize(open.size() + 1);
            while (open.size() < column.groups.size()) {
                const std::string& group = column.groups[open.size()];
                const std::size_t at = indent + 2 + 6 * open.size();
                line(at, "- " + names.back().take(group) + ":");
                line(at + 4, "label: " + in_quotes(as_pattern(group)));
                line(at + 4, "columns:");
                open.push_back(group);
                names.emplace_back();
            }
            const std::string name = names.back().take(column.name);
            std::string words = "- " + name + ": { ";
            if (as_pattern(column.name) != name) words += "label: " + in_quotes(as_pattern(column.name)) + ", ";
            line(indent + 2 + 6 * open.size(), words + "measure: " + std::string(name_of(column.measure)) + " }");
        }
    }

    void write_rows(const DraftedPart& part, std::size_t indent) {
        Names names;
        for (const std::string& row : part.rows) line(indent, "- " + entry(names.take(without_ordinal(row)), row));
    }

    const DraftedForm& draft_;
    Language language_;
    Names tables_;
    std::string out_;
};

}  // namespace

std::string new_form(const DraftedForm& draft, Language language) { return FormWriter(draft, language).write(); }

}  // namespace gouji
