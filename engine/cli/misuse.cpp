// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/codes.hpp"
#include "engine/cli/private_misuse.hpp"
#include "engine/language/compile.hpp"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

using Apps = std::vector<CLI::App*>;

/// The program, its command, and that one's command: those that were named.
Apps named_apps(CLI::App& app) {
    Apps all = {&app};
    while (!all.back()->get_subcommands().empty()) all.push_back(all.back()->get_subcommands().front());
    return all;
}

std::vector<std::string> names_of(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) names.push_back("-" + name);
    return names;
}

/// As it is told: --output, or the name of a place.
std::string name_of(const CLI::Option& option) {
    const auto names = names_of(option);
    return names.empty() ? option.get_name() : names.front();
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> all;
    for (const CLI::Option* one : app.get_options()) {
        for (std::string& name : names_of(*one)) all.push_back(std::move(name));
    }
    return all;
}

std::vector<std::string> commands_of(CLI::App& app) {
    std::vector<std::string> all;
    for (const CLI::App* one : app.get_subcommands([](CLI::App*) { return true; })) all.push_back(one->get_name());
    return all;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool awaits_command(CLI::App& app) { return app.get_require_subcommand_min() > 0 && app.get_subcommands().empty(); }

/// One of the commands below takes the option.
bool is_option_below(CLI::App& app, const std::string& name) {
    const auto below = app.get_subcommands([](CLI::App*) { return true; });
    return std::any_of(below.begin(), below.end(),
        [&](CLI::App* one) { return has(options_of(*one), name) || is_option_below(*one, name); });
}

/// The nearest option, or where they are listed: all of them are too many for a line.
Words near_option(const std::string& name, const CLI::App& app) {
    const std::vector<std::string> known = options_of(app);
    if (Words near = near_or_all(name, known); near != near_or_all("", known)) return near;
    return {"全部选项见 --help。", "See --help for all options."};
}

Diagnostic unknown_word(CLI::App& app, const std::string& word) {
    if (word.size() > 1 && word.front() == '-') {
        const std::string name = word.substr(0, word.find('='));
        if (awaits_command(app) && is_option_below(app, name)) {
            return diagnose(cli_codes::option_misplaced, {{"word", same(name)}});
        }
        // Before a command the option may be meant for it.
        const CLI::App& near = app.get_subcommands().empty() ? app : *app.get_subcommands().front();
        if (&near != &app && has(options_of(near), name)) {
            return diagnose(cli_codes::option_misplaced, {{"word", same(name)}});
        }
        return diagnose(cli_codes::no_such_option, {{"word", same(name)}, {"near", near_option(name, near)}});
    }
    if (awaits_command(app)) {
        return diagnose(
            cli_codes::no_such_command, {{"word", same(word)}, {"near", near_or_all(word, commands_of(app))}});
    }
    return diagnose(cli_codes::argument_unexpected, {{"word", same(word)}});
}

/// The option that a word of the command line names; nullptr for none.
const CLI::Option* option_named(const Apps& apps, const std::string& word) {
    for (const CLI::App* app : apps) {
        for (const CLI::Option* one : app->get_options()) {
            if (has(names_of(*one), word)) return one;
        }
    }
    return nullptr;
}

/// The first option that has no value behind it, though it takes one.
Diagnostic missing_value(const Apps& apps, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const CLI::Option* option = option_named(apps, words[i]);
        if (!option || option->get_expected_max() == 0) continue;
        const bool last = i + 1 == words.size();
        if (last || (words[i + 1].size() > 1 && words[i + 1].front() == '-')) {
            return diagnose(cli_codes::missing_value, {{"option", same(words[i])}});
        }
        ++i;
    }
    return diagnose(cli_codes::missing_value, {{"option", same(words.back())}});
}

/// A flag with a value that is none.
Diagnostic wrong_flag(const Apps& apps, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        const CLI::Option* option = equals == std::string::npos ? nullptr : option_named(apps, word.substr(0, equals));
        if (option && option->get_expected_max() == 0) {
            return wrong_value(
                word.substr(0, equals), word.substr(equals + 1), {"它后面不写值。", "It takes no value."});
        }
    }
    return diagnose(cli_codes::argument_unexpected, {{"word", same(words.back())}});
}

}  // namespace

Diagnostic wrong_value(std::string_view option, const std::string& word, Words what_to_write) {
    return diagnose(
        cli_codes::wrong_value, {{"word", same(word)}, {"option", same(option)}, {"near", std::move(what_to_write)}});
}

Diagnostic missing_argument(const std::string& name, Words what) {
    return diagnose(cli_codes::missing_argument, {{"name", same(name)}, {"what", std::move(what)}});
}

std::optional<Diagnostic> misuse(CLI::App& app, const OptionWords& words) {
    const Apps apps = named_apps(app);
    // What the parser did not know ends up with the command, or with the one above it.
    for (auto one = apps.rbegin(); one != apps.rend(); ++one) {
        if (const auto left = (*one)->remaining(); !left.empty()) return unknown_word(**one, left.front());
    }
    for (const CLI::App* one : apps) {
        for (const CLI::Option* option : one->get_options()) {
            if (option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeLast && option->get_expected_max() == 1
                && option->results().size() > 1) {
                return diagnose(cli_codes::option_twice, {{"word", same(name_of(*option))}});
            }
            // The parser takes whatever stands behind an option for its value.
            const bool taken = !option->empty() && option->results().back().starts_with("--")
                && has(options_of(*one), option->results().back());
            if (taken) return diagnose(cli_codes::missing_value, {{"option", same(name_of(*option))}});
            const auto known = words.find(option);
            if (known == words.end() || option->empty() || has(known->second, option->results().back())) continue;
            return wrong_value(
                name_of(*option), option->results().back(), near_or_all(option->results().back(), known->second));
        }
    }
    return std::nullopt;
}

Diagnostic misuse_of(const CLI::ParseError& error, CLI::App& app, int argc, const char* const* argv) {
    const Apps apps = named_apps(app);
    const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (dynamic_cast<const CLI::RequiredError*>(&error)) {
        if (awaits_command(*apps.back())) {
            return diagnose(cli_codes::missing_command, {{"near", near_or_all("", commands_of(*apps.back()))}});
        }
        for (const CLI::Option* one : apps.back()->get_options()) {
            if (one->get_required() && one->empty()) {
                return missing_argument(name_of(*one), same(one->get_description()));
            }
        }
    }
    if (words.empty() || dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return missing_value(apps, words);
    return wrong_flag(apps, words);
}

}  // namespace gouji
