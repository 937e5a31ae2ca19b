// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/shells.hpp"

#include "engine/base/version.hpp"
#include "engine/base/words.hpp"

#include <array>
#include <functional>

namespace gouji {
namespace {

std::string joined_by(const std::vector<std::string>& all, std::string_view between) {
    std::string made;
    for (const std::string& one : all) made += (made.empty() ? "" : std::string(between)) + one;
    return made;
}

/// Every command with the words that lead to it: `rules lint`.
void for_each_command(const Usage& usage, std::vector<std::string> path,
    const std::function<void(const Usage&, const std::vector<std::string>&)>& take) {
    take(usage, path);
    for (const Usage& one : usage.commands) {
        auto longer = path;
        longer.push_back(one.name);
        for_each_command(one, longer, take);
    }
}

std::vector<std::string> words_of(const Usage& usage) {
    std::vector<std::string> words;
    for (const Usage& one : usage.commands) words.push_back(one.name);
    for (const Usage::Option& one : usage.options) {
        words.insert(words.end(), one.names.begin(), one.names.end());
        if (!one.place.empty()) words.insert(words.end(), one.words.begin(), one.words.end());
    }
    return words;
}

/// Text inside of single quotes: of a shell, where a quote ends the string.
std::string quote(std::string_view text) {
    std::string made = "'";
    for (const char c : text) made += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return made + "'";
}

/// One function with a case for each command; bash and zsh (through bashcompinit) share it.
std::string for_bash(const Usage& usage) {
    std::string out = "_" + usage.name + "() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} command= i\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        case \"$command ${COMP_WORDS[i]}\" in\n";
    for_each_command(usage, {}, [&](const Usage&, const std::vector<std::string>& path) {
        if (path.empty()) return;
        const std::vector<std::string> before(path.begin(), path.end() - 1);
        out += "            " + quote(joined_by(before, " ") + " " + path.back())
            + ") command=" + quote(joined_by(path, " ")) + " ;;\n";
    });
    out += "        esac\n    done\n    local words=\n    case \"$command $last\" in\n";
    for_each_command(usage, {}, [&](const Usage& one, const std::vector<std::string>& path) {
        for (const Usage::Option& option : one.options) {
            if (option.words.empty() || option.names.empty()) continue;
            std::vector<std::string> cases;
            for (const std::string& name : option.names) cases.push_back(quote(joined_by(path, " ") + " " + name));
            out += "        " + joined_by(cases, "|") + ") COMPREPLY=($(compgen -W "
                + quote(joined_by(option.words, " ")) + " -- \"$word\")); return ;;\n";
        }
    });
    out += "    esac\n    case \"$command\" in\n";
    for_each_command(usage, {}, [&](const Usage& one, const std::vector<std::string>& path) {
        out += "        " + quote(joined_by(path, " ")) + ") words=" + quote(joined_by(words_of(one), " ")) + " ;;\n";
    });
    return out + "    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"$word\") $(compgen -f -- \"$word\"))\n"
            "}\ncomplete -o filenames -F _" + usage.name + " " + usage.name + "\n";
}

/// Sourced, or found by compinit: then the first completion is what loads it, and must answer too.
std::string for_zsh(const Usage& usage) {
    return "#compdef " + usage.name + "\nautoload -U +X bashcompinit && bashcompinit\n" + for_bash(usage)
        + "[[ -n $compstate ]] && _bash_complete -o filenames -F _" + usage.name + "\n";
}

std::string for_fish(const Usage& usage) {
    std::string out;
    for_each_command(usage, {}, [&](const Usage& one, const std::vector<std::string>& path) {
        std::string when = "complete -c " + usage.name + " -n ";
        if (path.empty()) {
            when += quote("__fish_use_subcommand");
        } else {
            std::string seen;
            for (const std::string& word : path)
                seen += (seen.empty() ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") + word;
            when += quote(seen);
        }
        for (const Usage& inner : one.commands)
            out += when + " -a " + inner.name + " -d " + quote(inner.description) + "\n";
        for (const Usage::Option& option : one.options) {
            std::string line = when;
            for (const std::string& name : option.names)
                line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (!option.words.empty()) line += " -x -a " + quote(joined_by(option.words, " "));
            else if (option.names.empty()) continue;
            else if (option.value) line += " -r";
            out += line + " -d " + quote(option.description) + "\n";
        }
    });
    return out;
}

struct Shell {
    std::string_view name;
    std::string (*write)(const Usage& usage);
};

constexpr std::array shells = {Shell{"bash", for_bash}, Shell{"zsh", for_zsh}, Shell{"fish", for_fish}};

/// Text of a manual page: no line begins with a command of roff, and every hyphen is one that can be copied.
std::string in_roff(std::string_view text) {
    std::string made = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char c : text)
        made += c == '\\' ? std::string("\\e") : c == '-' ? std::string("\\-") : std::string(1, c);
    return made;
}

std::string head_of(const Usage::Option& option) {
    if (option.names.empty()) return "\\fI" + in_roff(option.place) + "\\fR";
    std::string made;
    for (const std::string& one : option.names)
        made += (made.empty() ? "" : ", ") + std::string("\\fB") + in_roff(one) + "\\fR";
    return made + (option.value ? " \\fI…\\fR" : "");
}

}  // namespace

std::vector<std::string> shell_names() {
    std::vector<std::string> names;
    for (const Shell& one : shells) names.emplace_back(one.name);
    return names;
}

std::string write_completion(const Usage& usage, std::string_view shell) {
    for (const Shell& one : shells) {
        if (one.name == shell) return one.write(usage);
    }
    return {};
}

std::string write_manual(const Usage& usage, Language language) {
    const auto in = [&](std::string_view zh, std::string_view en) {
        return std::string(language == Language::zh ? zh : en);
    };
    std::string out = ".TH GOUJI 1 \"\" \"gouji " + std::string(version()) + "\"\n.SH " + in("名称", "NAME") + "\n"
        + usage.name + " \\- " + in_roff(usage.description) + "\n.SH " + in("用法", "SYNOPSIS") + "\n.B " + usage.name
        + "\n\\fI" + in("命令", "command") + "\\fR [\\fI" + in("选项", "options") + "\\fR] \\fI…\\fR\n";
    for_each_command(usage, {}, [&](const Usage& one, const std::vector<std::string>& path) {
        out += path.empty()
            ? ".SH " + in("选项", "OPTIONS") + "\n"
            : ".SH \"" + usage.name + " " + joined_by(path, " ") + "\"\n" + in_roff(one.description) + "\n";
        for (const Usage::Option& option : one.options)
            out += ".TP\n" + head_of(option) + "\n" + in_roff(option.description) + "\n";
    });
    return out + ".SH " + in("退出码", "EXIT STATUS") + "\n"
        + in("0 没有达到 \\-\\-fail\\-on 的问题；1 有问题；2 用法、规则文件或输入有误；3 程序自身的缺陷。",
            "0 no findings at or above \\-\\-fail\\-on; 1 findings; 2 wrong use, a wrong rule file, or an input that "
            "could "
            "not be read; 3 a defect of the program.")
        + "\n";
}

}  // namespace gouji
