// SPDX-License-Identifier: Apache-2.0
// What may be asked, by whom, and where the server listens.
#include "engine/api/rule_files.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/guard_request.hpp"
#include "engine/serve/http_server.hpp"
#include "engine/serve/mark_page.hpp"
#include "engine/serve/routes.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace gouji;
namespace fs = std::filesystem;

namespace {

Workbench& shared_bench() {
    static const std::unique_ptr<Workbench> bench = [] {
        WorkbenchSetup setup;
        setup.find_rules = [](std::vector<Diagnostic>& diagnostics) {
            return find_rule_files((fs::path(GOUJI_ROOT) / "rules").string(), true, diagnostics, true);
        };
        auto made = Workbench::open(std::move(setup));
        REQUIRE(made);
        return std::move(*made.value);
    }();
    return *bench;
}

}  // namespace

TEST_CASE("requests: a page of another site, and a name for this machine that anybody may have, are refused") {
    struct Row {
        RequestHead head;
        bool is_own;
    };
    const std::vector<Row> rows = {
        {{.host = "127.0.0.1:8642"}, true},
        {{.host = "localhost:8642"}, true},
        {{.host = "[::1]:8642"}, true},
        {{.host = "192.168.1.7:8642", .origin = "http://192.168.1.7:8642"}, true},
        {{.host = "127.0.0.1:8642", .origin = "http://127.0.0.1:8642", .fetch_site = "same-origin"}, true},
        {{.host = "127.0.0.1:8642", .fetch_site = "none"}, true},
        {{}, false},
        {{.host = "127.0.0.1"}, false},
        {{.host = "127.0.0.1:8643"}, false},
        {{.host = "attacker.example:8642"}, false},
        {{.host = "127.0.0.1.attacker.example:8642"}, false},
        {{.host = "127.0.0.1:8642", .origin = "http://attacker.example"}, false},
        {{.host = "127.0.0.1:8642", .origin = "null"}, false},
        {{.host = "127.0.0.1:8642", .origin = "http://127.0.0.1:9000"}, false},
        {{.host = "127.0.0.1:8642", .fetch_site = "cross-site"}, false},
        {{.host = "127.0.0.1:8642", .fetch_site = "same-site"}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.head.host);
        CAPTURE(row.head.origin);
        CAPTURE(row.head.fetch_site);
        CHECK(why_stranger(row.head, 8642).empty() == row.is_own);
    }
}

TEST_CASE("requests: the token comes as a bearer or in the cookie") {
    const std::string token = "0123456789abcdef";
    CHECK(has_token({.authorization = "Bearer " + token}, token));
    CHECK(has_token({.cookie = "a=b; gouji=" + token + "; c"}, token));
    for (const RequestHead& head : std::vector<RequestHead>{{}, {.authorization = "Bearer "}, {.authorization = token},
             {.authorization = "Bearer 0123456789abcdeF"}, {.authorization = "Bearer " + token + "0"},
             {.cookie = "xgouji=" + token}, {.cookie = "gouji="}}) {
        CAPTURE(head.authorization);
        CAPTURE(head.cookie);
        CHECK_FALSE(has_token(head, token));
    }
}

TEST_CASE("requests: addresses to listen on") {
    for (const auto& row : std::vector<std::pair<std::string, bool>>{{"127.0.0.1:8642", true}, {"localhost:0", true},
             {"[::1]:80", true}, {"0.0.0.0:8642", false}, {"10.0.0.1:65535", false}}) {
        const std::string& text = row.first;
        CAPTURE(text);
        const auto address = parse_listen(text);
        REQUIRE(address);
        CHECK(address->is_loopback() == row.second);
        CHECK(address->to_string() == text);
    }
    for (const std::string text : {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536",
             "a.example:80", "127.0.0.1:-1", "::1:80"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_listen(text));
    }
    CHECK(gouji::test::run({"serve", "--listen", "a.example:80"}).err.find(std::string(serve_codes::wrong_listen.id))
        != std::string::npos);
}

TEST_CASE("requests: whatever is not there, not taken or not named is refused with its reason") {
    Workbench& bench = shared_bench();
    struct Row {
        Request request;
        int status;
        const Code& code;
    };
    const std::vector<Row> rows = {
        {{.method = "GET", .path = "/nothing"}, 404, serve_codes::not_there},
        {{.method = "GET", .path = ""}, 404, serve_codes::not_there},
        {{.method = "GET", .path = "/reports/r999"}, 404, serve_codes::not_there},
        {{.method = "GET", .path = "/reports/../text"}, 404, serve_codes::not_there},
        {{.method = "PUT", .path = "/reports"}, 405, serve_codes::wrong_method},
        {{.method = "POST", .path = "/reports", .body = "x"}, 400, serve_codes::unnamed},
        {{.method = "GET", .path = "/rules/none"}, 404, serve_codes::not_there},
        {{.method = "POST", .path = "/assist/lint", .body = "{\"text\": 1}"}, 400, serve_codes::wrong_body},
        {{.method = "POST", .path = "/assist/lint", .body = std::string(100'000, '[')}, 400, serve_codes::wrong_body},
    };
    for (const Row& row : rows) {
        CAPTURE(row.request.path);
        const Answer made = answer(bench, row.request);
        CHECK(made.status == row.status);
        CHECK(made.body.find(std::string(row.code.id)) != std::string::npos);
    }
    // What no form fits is kept, with the reason.
    CHECK(
        answer(bench, {.method = "POST", .path = "/reports", .query = {{"name", "x.txt"}}, .body = "x"}).status == 201);
    const std::string id = bench.list().back().id;
    CHECK(bench.list().back().is_refused);
    CHECK(
        answer(bench, {.method = "GET", .path = "/reports/" + id}).body.find("\"filing\": null") != std::string::npos);
    CHECK(answer(bench, {.method = "GET", .path = "/reports/" + id + "/findings"}).status == 404);
    const Answer picture = answer(bench, {.method = "GET", .path = "/reports/" + id + "/pictures/1"});
    CHECK(picture.body.find(std::string(serve_codes::not_shown.id)) != std::string::npos);
    CHECK(answer(bench, {.method = "DELETE", .path = "/reports"}).status == 204);
    CHECK(bench.list().empty());
}

TEST_CASE("requests: docs/api/openapi.yaml describes what is answered, and nothing else") {
    std::vector<std::string> described;
    std::istringstream page(gouji::test::read_file(fs::path(GOUJI_ROOT) / "docs/api/openapi.yaml"));
    std::string path;
    std::string method;
    for (std::string line; std::getline(page, line);) {
        const auto is_key = [&](std::size_t blanks) {
            return line.find_first_not_of(' ') == blanks && line.ends_with(":");
        };
        if (line.starts_with("  /") && line.ends_with(":")) path = line.substr(2, line.size() - 3);
        if (is_key(4)) method = line.substr(4, line.size() - 5);
        if (const std::size_t at = line.find("operationId: "); at != std::string::npos) {
            std::transform(method.begin(), method.end(), method.begin(), [](char c) { return c & ~0x20; });
            described.push_back(method + " " + path + " " + line.substr(at + 13));
        }
    }
    // Events are no answer to a request: the server itself gives them.
    std::vector<std::string> answered = {"GET /events events"};
    for (const Route& one : routes())
        answered.push_back(std::string(one.method) + " " + std::string(one.path) + " " + std::string(one.operation));
    std::sort(described.begin(), described.end());
    std::sort(answered.begin(), answered.end());
    CHECK(described == answered);
}

TEST_CASE("requests: the place that is looked for is marked, and tags stay whole") {
    CHECK(mark_page("<p>12</p>", {3, 5}) == "<p><mark id=\"gouji-mark\">12</mark></p>");
    CHECK(mark_page("<p>1<b>2</b>3</p>", {3, 12}) == "<p><mark id=\"gouji-mark\">1</mark><b><mark>2</mark></b>3</p>");
    CHECK(mark_page("<p>12</p>", {3, 3}) == "<p>12</p>");
    CHECK(mark_page("<p>12</p>", {3, 99}) == "<p>12</p>");
    CHECK(mark_page("12<p", {0, 4}) == "<mark id=\"gouji-mark\">12</mark><p");
}
