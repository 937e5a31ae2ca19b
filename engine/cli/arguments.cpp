// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/arguments.hpp"

#include "engine/base/calendar.hpp"
#include "engine/base/decimal.hpp"
#include "engine/base/version.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/commands/commands.hpp"
#include "engine/cli/private_misuse.hpp"
#include "engine/cli/shells.hpp"
#include "reports/diagnostics.hpp"
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
    const std::chrono::year_month_day day{std::chrono::year(here.tm_year + first_year),
        std::chrono::month(static_cast<unsigned>(here.tm_mon + 1)),
        std::chrono::day(static_cast<unsigned>(here.tm_mday))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

const std::map<std::string, Severity> levels = {
    {"note", Severity::note}, {"warning", Severity::warning}, {"error", Severity::error}};

template <class Value>
std::vector<std::string> names_of(const std::map<std::string, Value>& all) {
    std::vector<std::string> names;
    for (const auto& [name, value] : all) names.push_back(name);
    return names;
}

/// An option that several commands take: one line in the table below.
struct SharedOption {
    std::string_view names;
    std::string_view zh;
    std::string_view en;
    unsigned of;  ///< commands that take any of these
    CLI::Option* (*bind)(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text);
    std::vector<std::string> (*words)() = nullptr;  ///< the values that it can have, where they are few
};

/// What is given twice is told by us (misuse.cpp), in both languages.
CLI::Option* take_last(CLI::Option* option) {
    return option->get_expected_max() == 1 && option->get_multi_option_policy() == CLI::MultiOptionPolicy::Throw
        ? option->take_last()
        : option;
}

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
CLI::Option* take_words(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return take_several<member>(app, arguments, names, text)->delimiter(',');
}

template <auto member>
CLI::Option* take_flag(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return app.add_flag(names, arguments.*member, text);
}

CLI::Option* take_jobs(CLI::App& app, Arguments& arguments, const std::string& names, const std::string& text) {
    return take<&Arguments::jobs_text>(app, arguments, names, text)->type_name("UINT");
}

constexpr std::array options = {
    SharedOption{"--rules", "用这里的规则代替随附规则", "use the rules found there instead of the standard ones",
        takes_inputs | takes_years | takes_serving, take<&Arguments::rules>},
    SharedOption{"--suite", "规则套件", "the rule suite", takes_judging, take<&Arguments::suite>},
    SharedOption{"--organs", "机关名单：改名、承接与上下级；可写多次",
        "a list of organs: renamed, merged, or one under another; may be given several times",
        takes_judging | takes_rule_id | takes_years, take_several<&Arguments::organs>},
    SharedOption{"--select", "只用这些规则：编号、编号的开头或程度（error），以逗号分隔",
        "evaluate only these rules: ids, beginnings of ids or severities (error), separated by commas", takes_judging,
        take_words<&Arguments::select>},
    SharedOption{"--ignore", "不用这些规则，写法同上", "leave these rules out, written in the same way", takes_judging,
        take_words<&Arguments::ignore>},
    SharedOption{"--waivers", "豁免文件；可写多次", "a waiver file; may be given several times", takes_judging,
        take_several<&Arguments::waivers>},
    SharedOption{"--decisions", "决定文件：确认、驳回、责任单位、整改措施等；可写多次",
        "a decision file: what people decided about findings; may be given several times", takes_judging,
        take_several<&Arguments::decisions>},
    SharedOption{"--from", "填好的问题清单（check --format xlsx）：所填的内容写入决定文件；可写多次",
        "a filled-in list of findings (check --format xlsx): what was typed goes into the decision file; may be given "
        "several times",
        takes_lists, take_several<&Arguments::lists>},
    SharedOption{"--replace", "清单与决定文件不同时，以清单为准",
        "where a list and the decision file differ, take the list's", takes_lists, take_flag<&Arguments::replaces>},
    SharedOption{"--today", "按哪一天判断豁免是否到期（2027-01-31）；缺省为今天",
        "the date on which waivers are judged (2027-01-31); today by default", takes_judging,
        take<&Arguments::today_text>},
    SharedOption{"--reason", "豁免的理由", "the reason for the waivers", takes_grant, take_needed<&Arguments::reason>},
    SharedOption{"--approver", "豁免的批准人", "the person who grants the waivers", takes_grant,
        take_needed<&Arguments::approver>},
    SharedOption{"--expires", "豁免的到期日（2027-01-31）；缺省为一年后",
        "the last day of the waivers (2027-01-31); a year from now by default", takes_grant,
        take<&Arguments::expires_text>},
    SharedOption{"--all", "列出每一个判定，不只是不通过的", "list every verdict, including those that pass", takes_all,
        take_flag<&Arguments::all>},
    SharedOption{"--fail-on", "达到此程度即以 1 退出：note、warning、error",
        "exit with 1 at this severity or above: note, warning, error", takes_fail_on, take<&Arguments::fail_on_text>,
        [] { return names_of(levels); }},
    SharedOption{"--statistics", "只列出各条规则不通过的次数与报告份数，不列问题（文字格式）",
        "list only how often each rule failed and in how many reports, and no finding (text)", takes_fail_on,
        take_flag<&Arguments::statistics>},
    SharedOption{"--rule-book", "规则手册发布的网址：网页、Markdown、SARIF 与 GitLab 的结果由此链接到每条规则",
        "the address at which the rule book is published: html, markdown, sarif and gitlab link each rule to it",
        takes_fail_on, take<&Arguments::rule_book>},
    SharedOption{"--documents", "JSONL：每行一份文档，{\"name\", \"text\" 或 \"path\"}；- 表示标准输入",
        "JSONL: one document per line, {\"name\", \"text\" or \"path\"}; - for standard input", takes_inputs,
        take<&Arguments::documents>},
    SharedOption{"--apart", "各份报告互不关联，读完一份立即给出结果",
        "treat each report on its own, and give its result as soon as it is read", takes_inputs,
        take_flag<&Arguments::apart>},
    SharedOption{"--store", "存储文件（SQLite）：没有改动的文件不再重读，跨年、跨机关的问题可用 SQL 查询",
        "a store file (SQLite): unchanged files are not read again, and SQL can query all years", takes_judging,
        take<&Arguments::store>},
    SharedOption{"--store", "存储文件，由 gouji check --store 写成", "the store file, written by gouji check --store",
        takes_years, take_needed<&Arguments::store>},
    SharedOption{"--figure", "要看的数：“表[行, 列]”，例如 '申请[本年新收, 总计]'；可写多次；缺省为各表单的总数",
        "a figure to show: 'table[row, column]', such as '申请[本年新收, 总计]'; may be given several times; the "
        "totals of "
        "the forms by default",
        takes_years, take_several<&Arguments::figures>},
    SharedOption{"--what", "只要其中一项：figures（数）、findings（问题）、gaps（缺少的报告）；CSV 缺省为 figures",
        "only one part: figures, findings, gaps; for CSV figures by default", takes_years, take<&Arguments::what>,
        [] {
            return std::vector<std::string>{"figures", "findings", "gaps"};
        }},
    SharedOption{"--listen",
        "在哪里监听（缺省 127.0.0.1:8642，只有本机能用；端口 0 表示任选）；其他机器能用的地址要口令",
        "where to listen (127.0.0.1:8642 by default, for this machine alone; port 0 for any); an address that other "
        "machines reach asks for a token",
        takes_serving, take<&Arguments::listen>},
    SharedOption{"--token", "本机使用也要口令", "ask for a token on this machine too", takes_serving,
        take_flag<&Arguments::asks_token>},
    SharedOption{"--text", "只显示读到的文字：表格的各列由竖线隔开，字形与宽度已统一",
        "show the text as it is read: bars between the cells of tables, widths and scripts folded", takes_text,
        take_flag<&Arguments::text>},
    SharedOption{"-j,--jobs", "并行数；结果不随之改变", "number of parallel jobs; the result does not depend on it",
        takes_inputs, take_jobs},
    SharedOption{"-o,--output", "结果写入文件", "write the result to a file", takes_output, take<&Arguments::output>},
    SharedOption{"-q,--quiet", "标准错误上只有错误", "print only errors on standard error", takes_any,
        take_flag<&Arguments::quiet>},
    SharedOption{"-v,--verbose", "在标准错误上逐个说明读到了什么",
        "report on standard error what was read from each file", takes_inputs, take_flag<&Arguments::verbose>},
    SharedOption{"--lang", "语言：zh、en", "language: zh, en", takes_any, take<&Arguments::language_text>,
        [] { return names_of(languages); }},
};

/// Help in which what stands on the left takes the columns that it has on a terminal: Han characters take two.
class HelpWriter : public CLI::Formatter {
public:
    explicit HelpWriter(Language language) {
        column_width(32);
        label("TEXT", "…");
        label("UINT", "N");
        if (language == Language::en) return;
        for (const auto& [from, to] : {std::pair{"Usage", "用法"}, {"OPTIONS", "选项"}, {"SUBCOMMAND", "命令"},
                 {"SUBCOMMANDS", "命令"}, {"Positionals", "参数"}, {"REQUIRED", "必填"}})
            label(from, to);
    }

    std::string make_option(const CLI::Option* option, bool is_positional) const override {
        std::string made = "  " + make_option_name(option, is_positional) + make_option_opts(option);
        const auto width = static_cast<std::size_t>(width_of(made));
        made += width < get_column_width() ? std::string(get_column_width() - width, ' ')
                                           : "\n" + std::string(get_column_width(), ' ');
        return made + make_option_desc(option) + "\n";
    }
};

/// The language of the help must be known before the arguments are parsed.
Language language_of(int argc, const char* const* argv) {
    Language made = Language::zh;
    for (int i = 1; i < argc; ++i) {
        std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) word = argv[i + 1];
        else if (word.starts_with("--lang=")) word.remove_prefix(7);
        else continue;
        if (const auto known = languages.find(std::string(word)); known != languages.end()) made = known->second;
    }
    return made;
}

class Parser {
public:
    Parser(Arguments& arguments, Language language)
        : arguments_(arguments),
          language_(language),
          app_(in("勾稽：核对公开报告中的数字是否相符", "Gouji: checks whether the figures of published reports agree"),
              "gouji") {
        app_.formatter(std::make_shared<HelpWriter>(language));
        app_.option_defaults()->group(in("选项", "Options"));
        app_.set_version_flag("--version", "gouji " + std::string(version()), in("显示版本", "show the version"));
        app_.set_help_flag("-h,--help", in("显示帮助", "show this help"));
        app_.require_subcommand(1);
        app_.failure_message([](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "\n"; });
        add_language(app_);
        for (const Command& command : commands()) add(command);
    }

    void parse(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
            if (auto told = misuse(app_, words_)) return refuse(*told);
            if (auto told = take_values()) return refuse(*told);
        } catch (const CLI::Success& asked) {
            std::ostringstream out;
            app_.exit(asked, out, out);
            arguments_.answer = out.str();
            arguments_.output.clear();  // help is no result
            arguments_.language = language_;
            arguments_.exit = 0;
        } catch (const CLI::ParseError& error) {
            refuse(misuse(app_, words_).value_or(misuse_of(error, app_, argc, argv)));
        }
    }

    [[nodiscard]] Usage usage() { return usage_of(app_); }

private:
    std::string in(std::string_view zh, std::string_view en) const {
        return std::string(language_ == Language::zh ? zh : en);
    }

    void refuse(const Diagnostic& told) {
        arguments_.answer =
            render_diagnostics({told}, language_) + in("用法见 gouji --help。", "See gouji --help.") + "\n";
        arguments_.exit = 2;
    }

    /// Words of the command line as what they mean; the first of them that means nothing.
    std::optional<Diagnostic> take_values() {
        arguments_.language = language_;
        if (const auto level = levels.find(arguments_.fail_on_text); level != levels.end()) {
            arguments_.fail_on = level->second;
        }
        constexpr std::int64_t most_jobs = 256;
        if (const std::string& text = arguments_.jobs_text; !text.empty()) {
            const auto jobs = Decimal::parse(text);
            if (!jobs || jobs->places() != 0 || jobs->mantissa() < 0 || jobs->mantissa() > most_jobs) {
                return wrong_value(
                    "--jobs", text, {"请写 0 到 256 之间的整数。", "Write a whole number from 0 to 256."});
            }
            arguments_.jobs = static_cast<unsigned>(jobs->mantissa());
        }
        arguments_.today = this_day();
        if (auto told = take_day(arguments_.today_text, "--today", arguments_.today)) return told;
        arguments_.expires = arguments_.today + 365;
        if (auto told = take_day(arguments_.expires_text, "--expires", arguments_.expires)) return told;
        if (const std::string& book = arguments_.rule_book; !book.empty() && !is_address(book))
            return wrong_value(
                "--rule-book", book, {"请写 https:// 开头的网址。", "Write an address that begins with https://."});
        return check_inputs();
    }

    /// Of a page; anything else would be a link that leads nowhere, or runs something.
    static bool is_address(std::string_view text) {
        const bool known = text.starts_with("https://") || text.starts_with("http://") || text.starts_with("file:///");
        return known && text.find_first_of(" \"<>\\^`{|}#") == std::string_view::npos;
    }

    static std::optional<Diagnostic> take_day(const std::string& text, std::string_view option, std::int64_t& day) {
        if (text.empty()) return std::nullopt;
        const auto named = parse_day(text);
        if (!named) return wrong_value(option, text, {"应写成 2027-01-31。", "Write it as 2027-01-31."});
        day = *named;
        return std::nullopt;
    }

    std::optional<Diagnostic> check_inputs() const {
        if (inputs_needed_ && arguments_.paths.empty() && arguments_.documents.empty() && arguments_.lists.empty()) {
            return missing_argument("PATH", inputs_described());
        }
        const auto of_input = [](const std::string& path) { return path == "-" || path == "@-"; };
        const auto streams = std::count_if(arguments_.paths.begin(), arguments_.paths.end(), of_input)
            + (arguments_.documents == "-" ? 1 : 0);
        const bool both = arguments_.older == "-" && arguments_.newer == "-";
        if (streams > 1 || both) return diagnose(cli_codes::input_twice);
        return std::nullopt;
    }

    static Words inputs_described() {
        return {"文件、目录、@文件清单，或 - 表示标准输入",
            "files, directories, @FILE for a list of them, or - for standard input"};
    }

    void add(const Command& command) {
        CLI::App& sub =
            *app_.add_subcommand(std::string(command.name), in(command.zh, command.en))->group(in("命令", "Commands"));
        sub.final_callback([this, &command] {
            arguments_.command = command.name;
            inputs_needed_ = (command.takes & takes_inputs) && !(command.takes & (takes_rule_id | takes_two));
        });
        if (!command.subcommands.empty()) {
            sub.require_subcommand(1);
            sub.set_help_flag("-h,--help", in("显示帮助", "show this help"));
            add_language(sub);
            for (const Subcommand& one : command.subcommands) add(sub, one);
            return;
        }
        add_options(sub, command.takes);
        if (command.formats) add_format(sub, command.formats);
        if (command.takes & takes_rule_id)
            sub.add_option("ID", arguments_.id, in("规则编号，或提示代码", "id of the rule, or code of a diagnostic"))
                ->required();
        if (command.takes & takes_shell) {
            auto* shell =
                sub.add_option("SHELL", arguments_.id, in("bash、zsh 或 fish", "bash, zsh or fish"))->required();
            words_[shell] = shell_names();
        }
        if (command.takes & takes_two) {
            sub.add_option("OLD", arguments_.older,
                   in("先前的结果（JSON），或文件、目录", "the earlier result (JSON), or a file or directory"))
                ->required();
            sub.add_option("NEW", arguments_.newer,
                   in("现在的结果（JSON），或文件、目录", "the new result (JSON), or a file or directory"))
                ->required();
        } else if (command.takes & takes_inputs) {
            sub.add_option("PATH", arguments_.paths, inputs_described().in(language_));
        }
    }

    void add(CLI::App& sub, const Subcommand& one) {
        CLI::App& inner = *sub.add_subcommand(std::string(one.name), in(one.zh, one.en))->group(in("命令", "Commands"));
        inner.final_callback([this, &one] { arguments_.subcommand = one.name; });
        add_options(inner, takes_output);
        if (one.takes & takes_inputs) {
            inner.add_option("PATH", arguments_.paths, inputs_described().in(language_))->required();
            return;
        }
        add_format(inner, is_plain);
        if (!one.argument.empty())
            inner
                .add_option(std::string(one.argument), arguments_.id,
                    in("规则编号，或文件种类", "id of the rule, or kind of file"))
                ->required();
        inner.add_option(one.argument.empty() ? "PATH" : "--rules", arguments_.paths,
            in("规则文件或目录；缺省为随附规则", "rule files or directories; the shipped ones by default"));
    }

    void add_options(CLI::App& app, unsigned takes) {
        app.set_help_flag("-h,--help", in("显示帮助", "show this help"));
        for (const SharedOption& one : options) {
            if (one.of != takes_any && (one.of & takes) == 0) continue;
            const CLI::Option* bound = take_last(one.bind(app, arguments_, std::string(one.names), in(one.zh, one.en)));
            if (one.words) words_[bound] = one.words();
        }
    }

    /// Before the command or behind it.
    void add_language(CLI::App& app) {
        for (const SharedOption& one : options) {
            if (one.names == "--lang") {
                words_[take_last(one.bind(app, arguments_, "--lang", in(one.zh, one.en)))] = one.words();
            }
        }
    }

    void add_format(CLI::App& app, bool (*offers)(const ReportFormat&)) {
        std::vector<std::string> names;
        std::string listed;
        for (const ReportFormat& one : formats()) {
            if (!offers(one)) continue;
            names.emplace_back(one.name);
            listed += (listed.empty() ? "" : ", ") + std::string(one.name);
        }
        CLI::Option* made = app.add_option("--format", arguments_.format, in("输出格式：", "output format: ") + listed);
        words_[take_last(made)] = names;
    }

    /// What a shell and a manual must know of the command line, read back from the parser itself.
    Usage usage_of(CLI::App& app) const {
        Usage made{app.get_name(), app.get_description(), {}, {}};
        for (const CLI::Option* one : app.get_options()) made.options.push_back(usage_of(*one));
        for (CLI::App* one : app.get_subcommands([](CLI::App*) { return true; }))
            made.commands.push_back(usage_of(*one));
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
    OptionWords words_;
    bool inputs_needed_ = false;
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
