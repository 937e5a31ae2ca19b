// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/guard.hpp"

#include "engine/base/utf8.hpp"
#include "engine/cli/codes.hpp"
#include "engine/cli/files.hpp"

#include <algorithm>

namespace gouji {
namespace {

struct NamedFile {
    std::string path;
    std::string option;
};

/// Every file that the arguments name to be read. Folders are searched later, and what lists name is known later.
std::vector<NamedFile> files_read(const Arguments& arguments) {
    std::vector<NamedFile> all;
    const auto add = [&](const std::string& path, const std::string& option) {
        if (!path.empty() && path != "-" && !may_be_directory(path)) all.push_back({path, option});
    };
    for (const std::string& path : arguments.paths) {
        const bool list = path.size() > 1 && path.front() == '@';
        add(list ? path.substr(1) : path, list ? path : "PATH");
    }
    add(arguments.older, "OLD");
    add(arguments.newer, "NEW");
    add(arguments.documents, "--documents");
    add(arguments.rules, "--rules");
    for (const std::string& path : arguments.organs) add(path, "--organs");
    // `baseline` adds to the waivers that it is given.
    if (arguments.command != "baseline") {
        for (const std::string& path : arguments.waivers) add(path, "--waivers");
    }
    for (const std::string& path : arguments.lists) add(path, "--from");
    const bool adds = arguments.command == "decide";
    for (std::size_t i = 0; i + (adds ? 1 : 0) < arguments.decisions.size(); ++i) {
        add(arguments.decisions[i], "--decisions");
    }
    return all;
}

}  // namespace

std::vector<FileIdentity> files_written(const Arguments& arguments) {
    std::vector<FileIdentity> all;
    if (!arguments.output.empty()) all.emplace_back(arguments.output);
    if (arguments.command == "decide" && !arguments.decisions.empty()) all.emplace_back(arguments.decisions.back());
    if (!arguments.store.empty()) all.emplace_back(arguments.store);
    return all;
}

Diagnostic output_is_input(const std::string& name, const std::string& option) {
    Diagnostic made = diagnose(cli_codes::output_is_input, {{"option", same(utf8::printable(option))}});
    made.file = utf8::printable(name);
    return made;
}

bool would_destroy_input(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& one) { return one.code == cli_codes::output_is_input.id; });
}

std::vector<Diagnostic> troubles_of_outputs(const Arguments& arguments) {
    std::vector<Diagnostic> told;
    const auto written = files_written(arguments);
    for (const NamedFile& read : files_read(arguments)) {
        if (std::any_of(written.begin(), written.end(), [&](const FileIdentity& one) { return one.is(read.path); })) {
            told.push_back(output_is_input(read.path, read.option));
        }
    }
    for (std::size_t i = 0; i < written.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (written[i].is(written[j].name())) told.push_back(output_is_input(written[i].name(), "--store"));
        }
        // A store is opened by SQLite, which says itself what it cannot do.
        if (written[i].name() == arguments.store) continue;
        if (auto trouble = trouble_of_target(written[i].name())) told.push_back(std::move(*trouble));
    }
    return told;
}

}  // namespace gouji
