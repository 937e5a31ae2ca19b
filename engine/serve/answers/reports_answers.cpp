// SPDX-License-Identifier: Apache-2.0
// The list of reports: what is there, what comes and what goes.
#include "engine/base/utf8.hpp"
#include "engine/base/version.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/private_answers.hpp"
#include "engine/source/readers/readers.hpp"
#include "reports/workbench/bench_state.hpp"

#include <map>
#include <set>

namespace gouji {

Answer answer_state(Workbench& bench, const Request& request, const PathParts&) {
    const auto rules = bench.rules();
    BenchState state;
    state.rules = rules->catalogue.reported.size();
    state.rules_version = rules->rules_version;
    state.may_decide = !bench.setup().decisions.empty();
    state.may_change_rules = !bench.setup().rule_folder.empty();
    state.has_store = !bench.setup().store.empty();
    state.most_bytes = Workbench::most_bytes;
    state.most_reports = Workbench::most_reports;
    for (const std::string_view ending : known_endings()) state.endings.emplace_back(ending);
    return {.body = render_state(state, request.language())};
}

Answer answer_list(Workbench& bench, const Request& request, const PathParts&) {
    return {.body = render_list(bench.list(), request.language())};
}

Answer answer_upload(Workbench& bench, const Request& request, const PathParts&) {
    const std::string name = utf8::printable(request.value("name"));
    if (name.empty()) return refuse(400, {diagnose(serve_codes::unnamed)}, request.language());
    auto listed = bench.add(name, request.body, request.remote);
    if (!listed) return refuse(507, listed.diagnostics, request.language());
    return {.status = 201, .body = render_listed(*listed, request.language())};
}

Answer answer_remove(Workbench& bench, const Request& request, const PathParts& parts) {
    if (!bench.remove(parts[0])) return not_there(parts[0], request.language());
    return {.status = 204};
}

Answer answer_remove_all(Workbench& bench, const Request&, const PathParts&) {
    bench.remove_all();
    return {.status = 204};
}

Answer answer_organs(Workbench& bench, const Request& request, const PathParts&) {
    std::map<std::string, std::map<int, std::string>> organs;
    for (const ListedReport& one : bench.list()) {
        if (!one.is_refused && !one.organ.empty() && one.year) organs[one.organ].emplace(*one.year, one.id);
    }
    return {.body = render_organs(organs, request.language())};
}

}  // namespace gouji
