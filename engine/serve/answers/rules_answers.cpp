// SPDX-License-Identifier: Apache-2.0
// Rules and rule files: what is in force, and what may be changed here.
#include "engine/api/rule_files.hpp"
#include "engine/files/whole_file.hpp"
#include "engine/serve/body.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/private_answers.hpp"
#include "reports/rules/rule_list.hpp"
#include "reports/workbench/rule_texts.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace gouji {
namespace {

namespace fs = std::filesystem;

bool is_rule_file_name(std::string_view name) {
    constexpr std::size_t longest = 100;
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (!name.ends_with(".yaml") || name.size() > longest) return false;
    const std::string_view stem = name.substr(0, name.size() - 5);
    return !stem.empty() && std::all_of(stem.begin(), stem.end(), is_plain);
}

std::string path_in(const std::string& folder, const std::string& name) { return (fs::path(folder) / name).string(); }

/// Right in the folder, and no link: what is elsewhere is not changed from here.
bool is_there(const std::string& path) {
    std::error_code error;
    return fs::is_regular_file(fs::symlink_status(path, error));
}

Answer refuse_name(const std::string& name, Language language) {
    return refuse(400, {diagnose(serve_codes::wrong_name, {{"name", same(name)}})}, language);
}

}  // namespace

Answer answer_rules(Workbench& bench, const Request& request, const PathParts&) {
    const auto rules = bench.rules();
    std::vector<const Rule*> listed;
    for (const auto& [first, end] : rules->catalogue.reported) listed.push_back(&rules->catalogue.rules[first]);
    return {.body = render_rules(listed, RulesFormat::json, request.language())};
}

Answer answer_rule(Workbench& bench, const Request& request, const PathParts& parts) {
    const auto rules = bench.rules();
    const BenchRules::Found found = rules->rule(parts[0]);
    if (found.entries.empty()) return not_there(parts[0], request.language());
    std::vector<ShownRule> entries;
    for (std::size_t i = 0; i < found.entries.size(); ++i) {
        entries.push_back({found.entries[i], {}});
        for (std::size_t f = 0; f < rules->catalogue.forms.size(); ++f) {
            const std::size_t count = rules->catalogue.compiled[found.first + i][f].size();
            if (count > 0) entries.back().instances.emplace_back(rules->catalogue.forms[f].form.id, count);
        }
    }
    return {.body = render_rule(entries, RulesFormat::json, request.language())};
}

Answer answer_rule_files(Workbench& bench, const Request& request, const PathParts&) {
    const std::string& folder = bench.setup().rule_folder;
    std::vector<RuleText> files;
    std::error_code error;
    if (!folder.empty()) {
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            const std::string name = entry.path().filename().string();
            if (!is_rule_file_name(name) || !is_there(entry.path().string())) continue;
            if (auto text = read_file(entry.path().string())) files.push_back(RuleText::of(name, std::move(*text)));
        }
    }
    std::sort(files.begin(), files.end(), [](const RuleText& a, const RuleText& b) { return a.name < b.name; });
    return {.body = render_rule_names(files, request.language())};
}

Answer answer_rule_file(Workbench& bench, const Request& request, const PathParts& parts) {
    const std::string& folder = bench.setup().rule_folder;
    if (!is_rule_file_name(parts[0])) return refuse_name(parts[0], request.language());
    const std::string path = path_in(folder, parts[0]);
    auto text = !folder.empty() && is_there(path) ? read_file(path) : Result<std::string>();
    if (!text) return not_there(parts[0], request.language());
    return {.body = render_rule_text(RuleText::of(parts[0], std::move(*text)), request.language())};
}

// In one piece: all is asked under the lock of the file, before a byte is written.
Answer answer_save_rule_file(Workbench& bench, const Request& request, const PathParts& parts) {
    const std::string& folder = bench.setup().rule_folder;
    const Language language = request.language();
    if (folder.empty()) return refuse(403, {diagnose(serve_codes::no_rule_folder)}, language);
    if (!is_rule_file_name(parts[0])) return refuse_name(parts[0], language);
    const auto body = Body::parse(request.body);
    const auto text = body ? body->text("text") : std::nullopt;
    const auto version = body ? body->text("version") : std::nullopt;
    if (!text || !version || !body->has_only({"text", "version"}))
        return wrong_body({"应有 text 与 version", "it must have text and version"}, language);
    const std::string path = path_in(folder, parts[0]);
    {
        const FolderLock lock(path);
        std::error_code error;
        const bool known = is_there(path);
        if (!known && fs::exists(fs::symlink_status(path, error))) return refuse_name(parts[0], language);
        const auto former = known ? read_file(path) : Result<std::string>();
        const std::string is = former ? RuleText::of(parts[0], *former).version : "";
        if (is != *version) return refuse(409, {diagnose(serve_codes::changed_meanwhile)}, language);
        if (auto wrong = mistakes_with(bench.setup().find_rules, path, *text); !wrong.empty())
            return refuse(400, wrong, language);
        WholeFile file(path);
        file.write(*text);
        if (!file.keep()) return refuse(507, {*file.trouble()}, language);
    }
    if (const auto reloaded = bench.reload(); !reloaded) return refuse(507, reloaded.diagnostics, language);
    return {.body = render_rule_text(RuleText::of(parts[0], *text), language)};
}

}  // namespace gouji
