// SPDX-License-Identifier: Apache-2.0
#include "engine/api/rule_files.hpp"
#include "engine/base/utf8.hpp"
#include "engine/serve/routes.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/fuzz/world.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

namespace gouji::fuzz {
namespace {

Workbench& bench() {
    static const std::unique_ptr<Workbench> made = [] {
        WorkbenchSetup setup;
        setup.find_rules = [](std::vector<Diagnostic>& diagnostics) {
            const auto rules = std::filesystem::path(GOUJI_ROOT) / "rules";
            return find_rule_files(rules.string(), true, diagnostics, true);
        };
        auto opened = Workbench::open(std::move(setup));
        hold(opened.value.has_value(), "the workbench opens");
        return std::move(*opened.value);
    }();
    return *made;
}

/// The next line, which is taken away.
std::string_view take_line(std::string_view& bytes) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    return line;
}

}  // namespace

/// A method, a path, a name and a value of the query, each on a line; a body behind them.
void take_request(std::string_view bytes) {
    Request request;
    request.method = take_line(bytes);
    request.path = take_line(bytes);
    const std::string name(take_line(bytes));
    request.query.emplace(name, take_line(bytes));
    request.body = bytes;
    const Answer made = answer(bench(), request);
    hold(made.status >= 200 && made.status < 500, "it is answered or refused");
    hold(made.type != "application/json" || utf8::is_valid(made.body), "JSON is UTF-8");
    constexpr std::size_t many = 50;
    if (bench().list().size() > many) bench().remove_all();
}

std::vector<std::string> seeds_of_request() {
    return {"GET\n/state\nlang\nen\n", "GET\n/reports\n\n\n",
        "POST\n/reports\nname\na.txt\n甲县2022年政府信息公开工作年度报告\n一、总体情况\n受理申请3件。\n",
        "GET\n/reports/r1\n\n\n", "GET\n/reports/r1/findings\nall\ntrue\n", "GET\n/reports/r1/text\n\n\n",
        "GET\n/reports/r1/page\nstart\n5\n", "DELETE\n/reports/r1\n\n\n",
        "GET\n/reports/r1/explanation\nrule\nrequests-unbalanced\n",
        "POST\n/assist/lint\n\n\n{\"text\": \"- id: a\\n  check: 1 == 1\\n\"}",
        "POST\n/assist/effect\n\n\n{\"text\": \"- id: a\\n  check: 1 == 2\\n\", \"reports\": [\"r1\"]}",
        "POST\n/decisions\n\n\n{\"decisions\": [{\"fingerprint\": \"0\", \"report\": \"r1\", \"fields\": {}, \"seen\": "
        "{}}]}",
        "PUT\n/rule-files/a.yaml\n\n\n{\"text\": \"\", \"version\": \"\"}", "GET\n/rules/requests-unbalanced\n\n\n",
        "GET\n/organs\n\n\n"};
}

}  // namespace gouji::fuzz
