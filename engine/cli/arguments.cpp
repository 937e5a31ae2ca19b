// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/arguments.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/commands.hpp"
#include "engine/cli/shells.hpp"
#include "engine/language/compile.hpp"
#include "reports/excerpt.hpp"
#include "reports/report.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <map>
#include <memory>
#include <sstream>
#include <string_view>

namespace gouji {
namespace {

const std::map<std::string, Language> languages = {{"zh", Language::zh}, {"en", Language::en}};
/// The day where the program runs: in Beijing a waiver ends eight hours before it does in Greenwich.
std::int64_t this_day() {
    const std::time_t now = std::time(nullptr);
    std::tm here{};
    localtime_r(&now, &here);
    constexpr int first_year = 1900;
    const std::chrono::year_month_day day{std::chrono::year(here.tm_year + first_year), std::chrono::month(static_cast<unsigned>(here.tm_mon + 1)), std::chrono::day(static_cast<unsigned>(here.tm_mday))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

const std::map<std::string, Severity> levels = {{"note", Severity::note}, {"warning", Severity::warning}, {"error", Severity::error}};

template <class Value>
std::vector<std::string> names_of(const std::map<std::string, Value>& all) {
    std::vector<std::string> names;
    for (const auto& [name, value] : all) names.push_back(name);
    return names;
}

/// An option that several commands take: one line in the table below.
struct Option {
    std::string_view names;
    std::string_view zh;
    std::string_view en;
    unsigned of;  ///< commands that take any of these
    CLI::Option* (*bind)(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text);
    std::vector<std::string> (*words)() = nullptr;  ///< the values that it can have, where they are few
};

template <auto member>
CLI::Option* take(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return app.add_option(names, arguments.*member, text);
}

template <auto member>
CLI::Option* take_needed(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return take<member>(app, arguments, names, text)->required();
}

template <auto member>
CLI::Option* take_several(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return take<member>(app, arguments, names, text)->allow_extra_args(false);
}

template <auto member>
CLI::Option* take_flag(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return app.add_flag(names, arguments.*member, text);
}

template <auto member, const auto& known>
CLI::Option* take_word(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    const auto look_up = [](std::string& word) {
        const auto found = known.find(word);
        if (found == known.end()) return word + " not in {" + joined(names_of(known)) + "}";
        word = std::to_string(static_cast<int>(found->second));
        return std::string();
    };
    return take<member>(app, arguments, names, text)->transform(CLI::Validator(look_up, ""));
}

CLI::Option* take_jobs(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return take<&Arguments::jobs>(app, arguments, names, text)->check(CLI::Range(0U, 256U).description(""));
}

constexpr std::array options = {
    Option{"--rules", "用这里的规则代替随附规则", "evaluate the rules found there instead of the shipped ones", takes_inputs, take<&Arguments::rules>},
    Option{"--suite", "规则套件", "the suite of rules", takes_judging, take<&Arguments::suite>},
    Option{"--organs", "机关名单：改名、承接与上下级；可写多次", "a list of organs: renamed, taken over, one under another; may be given several times", takes_judging | takes_rule_id, take_several<&Arguments::organs>},
    Option{"--waivers", "豁免文件；可写多次", "a file of waivers; may be given several times", takes_judging, take_several<&Arguments::waivers>},
    Option{"--decisions", "决定文件：确认、驳回、责任单位、整改措施等；可写多次", "a file of what people have decided of findings; may be given several times", takes_judging, take_several<&Arguments::decisions>},
    Option{"--today", "按哪一天判断豁免是否到期（2027-01-31）；缺省为今天", "the day by which waivers expire (2027-01-31); today by default", takes_judging, take<&Arguments::today_text>},
    Option{"--reason", "豁免的理由", "why findings are waived", takes_grant, take_needed<&Arguments::reason>},
    Option{"--approver", "豁免的批准人", "who grants the waivers", takes_grant, take_needed<&Arguments::approver>},
    Option{"--expires", "豁免的到期日（2027-01-31）；缺省为一年后", "the last day of the waivers (2027-01-31); in a year by default", takes_grant, take<&Arguments::expires_text>},
    Option{"--all", "列出每一个判定，不只是不通过的", "list every verdict, not only those that do not pass", takes_all, take_flag<&Arguments::all>},
    Option{"--fail-on", "达到此程度即以 1 退出：note、warning、error", "exit 1 from this severity on: note, warning, error", takes_fail_on, take_word<&Arguments::fail_on, levels>, [] { return names_of(levels); }},
    Option{"--documents", "JSONL：每行一份文档，{\"name\", \"text\" 或 \"path\"}；- 表示标准输入", "JSONL: a document a line, {\"name\", \"text\" or \"path\"}; - for standard input", takes_inputs, take<&Arguments::documents>},
    Option{"--apart", "各份报告互不关联，读完一份立即给出结果", "each report by itself: its result is given as soon as it is read", takes_inputs, take_flag<&Arguments::apart>},
    Option{"--store", "存储文件（SQLite）：没有改动的文件不再重读，跨年、跨机关的问题可用 SQL 查询", "a store (SQLite): what has not changed is not read again, and all years can be asked by SQL", takes_judging, take<&Arguments::store>},
    Option{"-j,--jobs", "并行数；结果不随之改变", "how many at once; the result is the same", takes_inputs, take_jobs},
    Option{"-o,--output", "结果写入文件", "write the result to a file", takes_any, take<&Arguments::output>},
    Option{"-q,--quiet", "标准错误上只有错误", "nothing but errors on standard error", takes_any, take_flag<&Arguments::quiet>},
    Option{"-v,--verbose", "在标准错误上逐个说明读到了什么", "say on standard error what was read of each file", takes_inputs, take_flag<&Arguments::verbose>},
    Option{"--lang", "语言：zh、en", "language: zh, en", takes_any, take_word<&Arguments::language, languages>, [] { return names_of(languages); }},
};

/// CLI11's words in Chinese, longest first. What is not here stays as it is.
constexpr std::pair<std::string_view, std::string_view> chinese[] = {
    {"The following arguments were not expected:", "不认识的参数："},
    {"The following argument was not expected:", "不认识的参数："},
    {"A subcommand is required", "没有写子命令"},
    {" not in {", " 应为其中之一：{"},
    {" not in range ", " 应在此范围："},
    {" is required", " 必填"},
    {"Could not convert: ", "取值不对："},
    {" required TEXT missing", " 个取值缺失"},
    {" required ENUM missing", " 个取值缺失"},
    {" required UINT missing", " 个取值缺失"},
    {"Value ", "取值 "},
};

std::string in_chinese(std::string text) {
    for (const auto& [from, to] : chinese) {
        if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    }
    return text;
}

/// Help in which what stands on the left takes the columns that it has on a terminal: Han characters take two.
class HelpWriter : public CLI::Formatter {
public:
    explicit HelpWriter(Language language) {
        column_width(32);
        label("TEXT", "…");
        label("UINT", "N");
        label("ENUM", "…");
        if (language == Language::en) return;
        for (const auto& [from, to] : {std::pair{"Usage", "用法"}, {"OPTIONS", "选项"}, {"SUBCOMMAND", "命令"}, {"SUBCOMMANDS", "命令"}, {"Positionals", "参数"}, {"REQUIRED", "必填"}}) label(from, to);
    }

    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        std::string made = "  " + make_option_name(option, is_positional) + make_option_opts(option);
        const auto width = static_cast<std::size_t>(width_of(made));
        made += width < get_column_width() ? std::string(get_column_width() - width, ' ') : "\n" + std::string(get_column_width(), ' ');
        return made + make_option_desc(option) + "\n";
    }
};

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
    Parser(Arguments& arguments, Language language) : arguments_(arguments), language_(language), app_(in("勾稽：核对公开报告中的数字是否相符", "Gouji: checks whether the figures of published reports agree"), "gouji") {
        app_.formatter(std::make_shared<HelpWriter>(language));
        app_.option_defaults()->group(in("选项", "Options"));
        app_.set_version_flag("--version", "gouji " + std::string(version()), in("显示版本", "show the version"));
        app_.set_help_flag("-h,--help", in("显示帮助", "show this help"));
        app_.require_subcommand(1);
        app_.failure_message([](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "\n"; });
        for (const Command& command : commands()) add(command);
    }

    void parse(int argc, const char* const* argv) {
        if (argc > 1 && argv[1][0] != '-' && !is_command(argv[1])) {
            arguments_.answer = unknown_command(argv[1]);
            arguments_.exit = 2;
            return;
        }
        try {
            app_.parse(argc, argv);
            take_days();
        } catch (const CLI::ParseError& error) {
            const bool good = error.get_exit_code() == 0;
            std::ostringstream out;
            app_.exit(error, out, out);
            arguments_.answer = good || language_ == Language::en ? out.str() : in_chinese(out.str());
            // A wrong word is explained in our words; CLI11's own exit codes mean nothing to a caller.
            if (!good) arguments_.answer += in("用法见 gouji --help。", "See gouji --help.") + "\n";
            arguments_.exit = good ? 0 : 2;
        }
    }

    [[nodiscard]] Usage usage() { return usage_of(app_); }

private:
    std::string in(std::string_view zh, std::string_view en) const { return std::string(language_ == Language::zh ? zh : en); }

    std::int64_t day_of(const std::string& text, const char* option, std::int64_t otherwise) const {
        const auto named = parse_day(text);
        if (!text.empty() && !named) throw CLI::ValidationError(option, in("应写成 2027-01-31", "must be written 2027-01-31"));
        return named.value_or(otherwise);
    }

    void take_days() {
        arguments_.today = day_of(arguments_.today_text, "--today", this_day());
        arguments_.expires = day_of(arguments_.expires_text, "--expires", arguments_.today + 365);
    }

    void check_inputs(bool needed) const {
        if (needed && arguments_.paths.empty() && arguments_.documents.empty()) throw CLI::RequiredError("PATH");
        const auto of_input = [](const std::string& path) { return path == "-" || path == "@-"; };
        if (std::count_if(arguments_.paths.begin(), arguments_.paths.end(), of_input) + (arguments_.documents == "-" ? 1 : 0) < 2) return;
        throw CLI::ValidationError("-", in("标准输入只能用一次", "standard input can be used only once"));
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

    void add(const Command& command) {
        CLI::App& sub = *app_.add_subcommand(std::string(command.name), in(command.zh, command.en))->group(in("命令", "Commands"));
        sub.final_callback([this, &command] {
            arguments_.command = command.name;
            if (command.takes & takes_inputs) check_inputs((command.takes & (takes_rule_id | takes_two)) == 0);
        });
        if (command.name == "rules") {
            sub.require_subcommand(1);
            sub.set_help_flag("-h,--help", in("显示帮助", "show this help"));
            for (const RulesCommand& one : rules_commands()) add(sub, one);
            return;
        }
        add_options(sub, command.takes);
        if (command.formats) add_format(sub, command.formats);
        if (command.takes & takes_rule_id) sub.add_option("ID", arguments_.id, in("规则编号", "id of the rule"))->required();
        if (command.takes & takes_shell) {
            auto* shell = sub.add_option("SHELL", arguments_.id, in("bash、zsh 或 fish", "bash, zsh or fish"))->required();
            words_[shell->check(CLI::IsMember(shell_names()).description(""))] = shell_names();
        }
        if (command.takes & takes_two) {
            sub.add_option("OLD", arguments_.older, in("先前的结果（JSON），或文件、目录", "the former result (JSON), or a file or directory"))->required();
            sub.add_option("NEW", arguments_.newer, in("现在的结果（JSON），或文件、目录", "the result of now (JSON), or a file or directory"))->required();
        } else if (command.takes & takes_inputs) {
            sub.add_option("PATH", arguments_.paths, in("文件、目录、@文件清单，或 - 表示标准输入", "files, directories, @FILE for a list of them, or - for standard input"));
        }
    }

    void add(CLI::App& sub, const RulesCommand& one) {
        CLI::App& inner = *sub.add_subcommand(std::string(one.name), in(one.zh, one.en))->group(in("命令", "Commands"));
        inner.final_callback([this, &one] { arguments_.subcommand = one.name; });
        add_options(inner, takes_any);
        add_format(inner, is_plain);
        if (!one.argument.empty()) inner.add_option(std::string(one.argument), arguments_.id, in("规则编号，或文件种类", "id of the rule, or kind of file"))->required();
        inner.add_option(one.argument.empty() ? "PATH" : "--rules", arguments_.paths, in("规则文件或目录；缺省为随附规则", "rule files or directories; the shipped ones by default"));
    }

    void add_options(CLI::App& app, unsigned takes) {
        app.set_help_flag("-h,--help", in("显示帮助", "show this help"));
        for (const Option& one : options) {
            if (one.of != takes_any && (one.of & takes) == 0) continue;
            const CLI::Option* bound = one.bind(app, arguments_, std::string(one.names), in(one.zh, one.en));
            if (one.words) words_[bound] = one.words();
        }
    }

    void add_format(CLI::App& app, bool (*offers)(const Format&)) {
        std::vector<std::string> names;
        std::string listed;
        for (const Format& one : formats()) {
            if (!offers(one)) continue;
            names.emplace_back(one.name);
            listed += (listed.empty() ? "" : ", ") + std::string(one.name);
        }
        words_[app.add_option("--format", arguments_.format, in("输出格式：", "output format: ") + listed)->check(CLI::IsMember(names).description(""))] = names;
    }

    /// What a shell and a manual must know of the command line, read back from the parser itself.
    Usage usage_of(CLI::App& app) const {
        Usage made{app.get_name(), app.get_description(), {}, {}};
        for (const CLI::Option* one : app.get_options()) made.options.push_back(usage_of(*one));
        for (CLI::App* one : app.get_subcommands([](CLI::App*) { return true; })) made.commands.push_back(usage_of(*one));
        return made;
    }

    Usage::Option usage_of(const CLI::Option& option) const {
        Usage::Option made;
        for (const std::string& name : option.get_snames()) made.names.push_back("-" + name);
        for (const std::string& name : option.get_lnames()) made.names.push_back("--" + name);
        if (made.names.empty()) made.place = option.get_name();
        made.description = option.get_description();
        made.needed = option.get_required();
        made.value = option.get_expected_max() > 0;
        if (const auto words = words_.find(&option); words != words_.end()) made.words = words->second;
        return made;
    }

    Arguments& arguments_;
    Language language_;
    CLI::App app_;
    std::map<const CLI::Option*, std::vector<std::string>> words_;  ///< the values that an option can have
};

}  // namespace

Arguments parse_arguments(int argc, const char* const* argv) {
    Arguments arguments;
    Parser(arguments, language_of(argc, argv)).parse(argc, argv);
    return arguments;
}

Usage usage(Language language) {
    Arguments arguments;
    return Parser(arguments, language).usage();
}

}  // namespace gouji
