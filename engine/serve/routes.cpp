// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/routes.hpp"

#include "engine/base/utf8.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/private_answers.hpp"
#include "reports/diagnostics.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace gouji {
namespace {

constexpr std::size_t small = std::size_t{2} << 20U;  ///< bytes of a body of JSON

constexpr std::array table = {
    Route{"GET", "/state", "state", 0, answer_state},
    Route{"GET", "/reports", "list_reports", 0, answer_list},
    Route{"POST", "/reports", "upload", Workbench::most_bytes, answer_upload},
    Route{"DELETE", "/reports", "remove_all", 0, answer_remove_all},
    Route{"GET", "/reports/{report}", "show_report", 0, answer_show},
    Route{"DELETE", "/reports/{report}", "remove", 0, answer_remove},
    Route{"GET", "/reports/{report}/findings", "findings", 0, answer_findings},
    Route{"GET", "/reports/{report}/text", "text", 0, answer_text},
    Route{"GET", "/reports/{report}/page", "page", 0, answer_page},
    Route{"GET", "/reports/{report}/pictures/{number}", "picture", 0, answer_picture},
    Route{"GET", "/reports/{report}/file", "file", 0, answer_file},
    Route{"GET", "/reports/{report}/explanation", "explain", 0, answer_explanation},
    Route{"GET", "/decisions", "list_decisions", 0, answer_decisions},
    Route{"POST", "/decisions", "decide", small, answer_decide},
    Route{"GET", "/rules", "list_rules", 0, answer_rules},
    Route{"GET", "/rules/{rule}", "show_rule", 0, answer_rule},
    Route{"GET", "/rule-files", "list_rule_files", 0, answer_rule_files},
    Route{"GET", "/rule-files/{name}", "show_rule_file", 0, answer_rule_file},
    Route{"PUT", "/rule-files/{name}", "save_rule_file", small, answer_save_rule_file},
    Route{"POST", "/assist/lint", "lint", small, answer_lint},
    Route{"POST", "/assist/test", "test", small, answer_test},
    Route{"POST", "/assist/effect", "effect", small, answer_effect},
    Route{"GET", "/organs", "list_organs", 0, answer_organs},
};

std::vector<std::string_view> split(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

std::optional<PathParts> match(std::string_view pattern, std::string_view path) {
    if (!path.starts_with('/')) return std::nullopt;
    const auto wanted = split(pattern);
    const auto given = split(path);
    if (wanted.size() != given.size()) return std::nullopt;
    PathParts found;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].starts_with('{')) found.emplace_back(given[i]);
        else if (wanted[i] != given[i]) return std::nullopt;
    }
    return found;
}

}  // namespace

std::span<const Route> routes() { return table; }

Answer refuse(int status, const std::vector<Diagnostic>& why, Language language) {
    return {status, "application/json", render_diagnostics_json(why, language)};
}

Answer not_there(std::string_view what, Language language) {
    return refuse(
        404, {diagnose(serve_codes::not_there, {{"what", same(utf8::printable(std::string(what)))}})}, language);
}

Answer wrong_body(const Words& why, Language language) {
    return refuse(400, {diagnose(serve_codes::wrong_body, {{"why", why}})}, language);
}

std::optional<std::size_t> most_bytes_of(std::string_view method, std::string_view path) {
    for (const Route& one : table) {
        if (one.method == method && match(one.path, path)) return one.most_bytes;
    }
    return std::nullopt;
}

Answer answer(Workbench& bench, const Request& request) {
    bool known = false;
    for (const Route& one : table) {
        const auto parts = match(one.path, request.path);
        if (!parts) continue;
        if (one.method == request.method) return one.answer(bench, request, *parts);
        known = true;
    }
    if (!known) return not_there(request.path, request.language());
    return refuse(405,
        {diagnose(serve_codes::wrong_method,
            {{"what", same(utf8::printable(request.path))}, {"method", same(utf8::printable(request.method))}})},
        request.language());
}

}  // namespace gouji
