// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/arguments.hpp"

#include "engine/base/calendar.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/commands.hpp"
#include "engine/language/compile.hpp"
#include "reports/report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <sstream>
#include <string_view>

namespace gouji {
namespace {

/// The language of the help must be known before the arguments are parsed.
Language language_of(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en")) return Language::en;
    }
    return Language::zh;
}

class Parser {
public:
    Parser(Arguments& arguments, Language language) : arguments_(arguments), language_(language) {}

    void parse(int argc, const char* const* argv) {
        CLI::App app(in("勾稽：核对公开报告中的数字是否相符", "Gouji: checks whether the figures of published reports agree"), "gouji");
        app.set_version_flag("--version", "gouji " + std::string(version));
        app.set_help_flag("-h,--help", in("显示帮助", "show this help"));
        app.require_subcommand(1);
        app.failure_message([](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "\n"; });
        for (const Command& command : commands()) add(app, command);
        if (argc > 1 && argv[1][0] != '-' && !is_command(argv[1])) {
            arguments_.answer = unknown_command(argv[1]);
            arguments_.exit = 2;
            return;
        }
        try {
            app.parse(argc, argv);
            take_day();
        } catch (const CLI::ParseError& error) {
            const bool good = error.get_exit_code() == 0;
            std::ostringstream out;
            app.exit(error, out, out);
            arguments_.answer = out.str();
            // A wrong word is explained in our words; CLI11's own exit codes mean nothing to a caller.
            if (!good) arguments_.answer += in("用法见 gouji --help。", "See gouji --help.") + "\n";
            arguments_.exit = good ? 0 : 2;
        }
    }

private:
    std::string in(std::string_view zh, std::string_view en) const { return std::string(language_ == Language::zh ? zh : en); }

    void take_day() {
        const auto named = parse_day(today_);
        if (!today_.empty() && !named) throw CLI::ValidationError("--today", in("应写成 2027-01-31", "must be written 2027-01-31"));
        arguments_.today = named ? *named : std::chrono::duration_cast<std::chrono::days>(std::chrono::system_clock::now().time_since_epoch()).count();
    }

    static bool is_command(std::string_view word) {
        return std::any_of(commands().begin(), commands().end(), [&](const Command& one) { return one.name == word; });
    }

    /// CLI11 would only say that a command is missing.
    std::string unknown_command(const std::string& word) const {
        std::vector<std::string> known;
        for (const Command& one : commands()) known.emplace_back(one.name);
        return render_diagnostics({diagnose(cli_codes::no_such_command, {{"word", same(word)}, {"near", near_or_all(word, known)}})}, language_);
    }

    void add(CLI::App& app, const Command& command) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), in(command.zh, command.en));
        sub->final_callback([this, &command] { arguments_.command = command.name; });
        if (command.name == "rules") {
            sub->require_subcommand(1);
            for (const RulesCommand& one : rules_commands()) {
                CLI::App* inner = sub->add_subcommand(std::string(one.name), in(one.zh, one.en));
                inner->final_callback([this, &one] { arguments_.subcommand = one.name; });
                common(inner, is_plain);
                inner->add_option("-o,--output", arguments_.output, in("结果写入文件", "write the result to a file"));
                if (!one.argument.empty()) inner->add_option(std::string(one.argument), arguments_.id, in("规则编号，或文件种类", "id of the rule, or kind of file"))->required();
                inner->add_option(one.argument.empty() ? "PATH" : "--rules", arguments_.paths, in("规则文件或目录；缺省为随附规则", "rule files or directories; the shipped ones by default"));
            }
            return;
        }
        common(sub, command.name == "check" ? is_any : command.name == "read" ? reads : is_plain);
        const bool explains = command.name == "explain";
        if (explains) sub->add_option("ID", arguments_.id, in("规则编号", "id of the rule"))->required();
        auto* paths = sub->add_option("PATH", arguments_.paths, in("文件、目录，或 - 表示标准输入", "files, directories, or - for standard input"));
        if (!explains) paths->required();
        sub->add_option("--rules", arguments_.rules, in("用这里的规则代替随附规则", "evaluate the rules found there instead of the shipped ones"));
        sub->add_option("-o,--output", arguments_.output, in("结果写入文件", "write the result to a file"));
        sub->add_option("-j,--jobs", arguments_.jobs, in("并行数；结果不随之改变", "how many at once; the result is the same"))->check(CLI::Range(0U, 256U));
        if (explains) sub->add_flag("--all", arguments_.all, in("列出每一处，不只是不通过的", "show every instance, not only those that do not pass"));
        if (command.name == "check" || explains) sub->add_option("--organs", arguments_.organs, in("机关名单：改名、承接与上下级；可写多次", "a list of organs: renamed, taken over, one under another; may be given several times"))->allow_extra_args(false);
        if (command.name != "check") return;
        sub->add_option("--suite", arguments_.suite, in("规则套件", "the suite of rules"));
        sub->add_option("--waivers", arguments_.waivers, in("豁免文件；可写多次", "a file of waivers; may be given several times"))->allow_extra_args(false);
        sub->add_option("--today", today_, in("按哪一天判断豁免是否到期（2027-01-31）；缺省为今天", "the day by which waivers expire (2027-01-31); today by default"));
        sub->add_flag("--all", arguments_.all, in("列出每一个判定", "list every verdict"));
        static const std::map<std::string, Severity> levels = {{"note", Severity::note}, {"warning", Severity::warning}, {"error", Severity::error}};
        sub->add_option("--fail-on", arguments_.fail_on, in("达到此程度即以 1 退出：note、warning、error", "exit 1 from this severity on: note, warning, error"))
            ->transform(CLI::CheckedTransformer(levels).description(""));
    }

    // Which formats a command can take.
    static bool is_any(const Format&) { return true; }
    static bool reads(const Format& one) { return one.render_read != nullptr; }
    static bool is_plain(const Format& one) { return one.name == "text" || one.name == "json"; }

    void common(CLI::App* app, bool (*offers)(const Format&)) {
        std::vector<std::string> names;
        std::string listed;
        for (const Format& one : formats()) {
            if (!offers(one)) continue;
            names.emplace_back(one.name);
            listed += (listed.empty() ? "" : ", ") + std::string(one.name);
        }
        app->set_help_flag("-h,--help", in("显示帮助", "show this help"));
        app->add_option("--format", arguments_.format, in("输出格式：", "output format: ") + listed)->check(CLI::IsMember(names).description(""));
        static const std::map<std::string, Language> languages = {{"zh", Language::zh}, {"en", Language::en}};
        app->add_option("--lang", arguments_.language, in("语言：zh、en", "language: zh, en"))->transform(CLI::CheckedTransformer(languages).description(""));
    }

    Arguments& arguments_;
    Language language_;
    std::string today_;
};

}  // namespace

Arguments parse_arguments(int argc, const char* const* argv) {
    Arguments arguments;
    Parser(arguments, language_of(argc, argv)).parse(argc, argv);
    return arguments;
}

}  // namespace gouji
