// SPDX-License-Identifier: Apache-2.0
#include "reports/rules/code_page.hpp"

#include "engine/language/message.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {
namespace {

struct DescribedCode {
    std::string sentence;
    std::string help;
};

/// With the names of what is filled in: {file}. Help that is filled in whole says what it will be.
DescribedCode describe_code(const Code& code, Language language) {
    DescribedCode described{readable_pattern(Wording{code.zh, code.en}.in(language)),
        readable_pattern(Wording{code.help_zh, code.help_en}.in(language))};
    if (code.help_en == "{near}")
        described.help = Wording{"指出最接近的名称。", "The nearest known name is shown."}.in(language);
    return described;
}

}  // namespace

std::string render_code(const Code& code, RulesFormat format, Language language) {
    const DescribedCode described = describe_code(code, language);
    if (format == RulesFormat::json) {
        JsonWriter json(language);
        json.object([&] {
            json.field("code", code.id);
            json.field("severity", name_of(code.severity));
            json.field("message", std::string_view(described.sentence));
            json.field("help", std::string_view(described.help));
        });
        return json.finish();
    }
    std::string out =
        std::string(code.id) + "  " + severity_word(code.severity, language) + "\n  " + described.sentence + "\n";
    if (!described.help.empty()) out += "  " + described.help + "\n";
    return out;
}

std::string render_code_page(std::span<const Code> codes, std::span<const CodeExample> examples, Language language) {
    std::string page =
        Wording{"# 提示代码\n\n由程序的表与测试用的文件生成，不要手改。`gouji explain 代码` 显示同样的说明。\n",
            "# Codes of diagnostics\n\nMade from the tables of the program and the files of its tests: do not edit. "
            "`gouji explain CODE` "
            "says the same.\n"}
            .in(language);
    for (const Code& code : codes) {
        const DescribedCode described = describe_code(code, language);
        page += "\n## " + std::string(code.id) + "\n\n**" + severity_word(code.severity, language) + "** · "
            + described.sentence + "\n";
        if (!described.help.empty()) page += "\n" + described.help + "\n";
        const CodeExample* shortest = nullptr;
        for (const CodeExample& one : examples) {
            if (one.code == code.id && (!shortest || one.content.size() < shortest->content.size())) shortest = &one;
        }
        constexpr std::size_t longest = 1200;  // bytes: more than that is no example
        if (!shortest || shortest->content.size() > longest) continue;
        page += "\n" + Wording{"有这种错误的文件：", "A file with this mistake:"}.in(language) + "\n\n```yaml\n"
            + std::string(shortest->content) + (shortest->content.ends_with('\n') ? "" : "\n") + "```\n";
    }
    return page;
}

}  // namespace gouji
