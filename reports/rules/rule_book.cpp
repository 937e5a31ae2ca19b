// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/rule_book.hpp"

#include "engine/language/describe.hpp"
#include "engine/language/message.hpp"
#include "engine/rules/keys.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace gouji {
namespace {

/// The entries of one id: a relation can be in several forms.
using Entries = std::span<const Rule>;

/// The entry of a list that begins at `offset`, moved to the left: its line, and all that is further in.
std::string entry_at(std::string_view content, std::size_t offset) {
    const std::size_t line_break = content.rfind('\n', offset);
    content.remove_prefix(line_break == std::string_view::npos ? 0 : line_break + 1);
    const std::size_t indent = std::min(content.find_first_not_of(' '), content.size());
    std::string text;
    while (!content.empty()) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        const std::size_t first = line.find_first_not_of(' ');
        if (!text.empty() && (first == std::string_view::npos || first <= indent)) break;
        text += std::string(line.substr(std::min(indent, line.size()))) + "\n";
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    return text;
}

class RuleBookWriter {
public:
    RuleBookWriter(std::span<const RuleFile> files, Language language) : files_(files), language_(language) {}

    void rule(Entries entries) {
        const Rule& first = entries.front();
        out_ += "\n## " + first.id + "\n\n**" + first.title.in(language_) + "** · " + severity(first.severity) + "\n\n";
        line(in("适用", "For"), where(entries));
        for (const Formula& one : first.fors) line(in("对每一个", "For each"), code(one.text));
        if (first.when) line(in("前提", "When"), code(first.when->text));
        line(in("必须成立", "Must hold"), code(first.check.text));
        line(in("即", "That is"), describe(first.check.root).in(language_));
        for (const auto& [name, formula] : first.lets) {
            if (uses_name(first.check.root, name) || (first.when && uses_name(first.when->root, name)))
                line(in("其中", "Where"), name + " = " + code(formula.text));
        }
        line(in("通过时成立", "Passes when"), first.holds.in(language_));
        line(in("不符时", "Says"), readable_pattern(first.message.in(language_)));
        line(in("依据", "Basis"), first.basis.in(language_));
        line(in("可能误报", "May be wrong"), first.note.in(language_));
        example(entries, in("通过的例子：", "It holds in:"), [](const Yaml& expect) { return is_pass(expect); });
        example(entries, in("不通过的例子：", "It fails in:"), [](const Yaml& expect) { return expect.find("fail"); });
    }

    void heading(std::string_view text) { out_ += "# " + std::string(text) + "\n"; }
    void paragraph(std::string_view text) { out_ += "\n" + std::string(text) + "\n"; }
    std::string finish() { return std::move(out_); }
    std::string_view in(std::string_view zh, std::string_view en) const { return language_ == Language::zh ? zh : en; }

private:
    static std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

    void line(std::string_view name, std::string_view text) {
        if (!text.empty()) out_ += "- " + std::string(name) + std::string(in("：", ": ")) + std::string(text) + "\n";
    }

    std::string severity(Severity severity) const {
        for (const KeyWord& one : word_table("severity").words) {
            if (one.word == name_of(severity)) return std::string(in(one.zh, one.en));
        }
        return {};
    }

    std::string where(Entries entries) const {
        std::vector<std::string> forms;
        for (const Rule& one : entries) forms.insert(forms.end(), one.forms.begin(), one.forms.end());
        std::string text = forms.empty() ? std::string(in("各表单", "every form")) : joined(forms);
        const Rule& first = entries.front();
        if (first.years.first || first.years.last) text += std::string(in("，", ", ")) + first.years.to_string();
        if (!first.levels.empty()) text += std::string(in("，", ", ")) + joined(first.levels);
        return text;
    }

    static bool is_pass(const Yaml& expect) { return expect.is_scalar() && expect.text == "pass"; }

    /// The first test of the rule with such an outcome, as its file has it.
    template <class Is>
    void example(Entries entries, std::string_view heading, const Is& is) {
        for (const Rule& rule : entries) {
            for (const RuleTest& test : rule.tests) {
                if (!is(test.expect)) continue;
                const std::string text = text_of(test);
                if (text.empty()) continue;
                out_ += "\n" + std::string(heading) + "\n\n```yaml\n" + text + "```\n";
                return;
            }
        }
    }

    std::string text_of(const RuleTest& test) const {
        const auto file =
            std::find_if(files_.begin(), files_.end(), [&](const RuleFile& one) { return one.name == test.file; });
        return file == files_.end() ? "" : entry_at(file->content, test.offset);
    }

    std::span<const RuleFile> files_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string render_rule_book(const Catalogue& catalogue, std::span<const RuleFile> files, Language language) {
    RuleBookWriter book(files, language);
    book.heading(book.in("规则手册", "The rule book"));
    book.paragraph(book.in("由规则文件生成（`gouji rules book`），不要手改。写法见[规则语言](rules.zh.md)。",
        "Made from the rule files by `gouji rules book`: do not edit. See the [rule language](rules.en.md)."));
    for (const auto& [first, end] : catalogue.reported) book.rule(Entries(catalogue.rules).subspan(first, end - first));
    return book.finish();
}

}  // namespace gouji
