// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/rule_book.hpp"

#include "engine/language/describe.hpp"
#include "engine/language/message.hpp"
#include "engine/rules/keys.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace gouji {
namespace {

/// The entries of one id: a relation can be in several forms.
using Entries = std::span<const Rule>;

class RuleBookWriter {
public:
    explicit RuleBookWriter(Language language) : language_(language) {}

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

    Language language_;
    std::string out_;
};

}  // namespace

std::string render_rule_book(const Catalogue& catalogue, Language language) {
    RuleBookWriter book(language);
    book.heading(book.in("规则手册", "The rule book"));
    book.paragraph(book.in("由规则文件生成（`gouji rules book`），不要手改。写法见[规则语言](rules.zh.md)。",
        "Made from the rule files by `gouji rules book`: do not edit. See the [rule language](rules.en.md)."));
    for (const auto& [first, end] : catalogue.reported) book.rule(Entries(catalogue.rules).subspan(first, end - first));
    return book.finish();
}

}  // namespace gouji
