// SPDX-License-Identifier: Apache-2.0
// `serve`: the workbench in a browser, until the process is asked to end.
#include "engine/api/rule_files.hpp"
#include "engine/cli/files.hpp"
#include "engine/cli/written_run.hpp"
#include "engine/files/convert.hpp"
#include "engine/serve/codes.hpp"
#include "engine/serve/http_server.hpp"
#include "engine/serve/page_files.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <random>
#include <system_error>
#include <thread>

namespace gouji {
namespace {

/// As a run of `check` finds them, each time anew. Decisions that nobody has written yet are no mistake.
FindRuleFiles find_rules(const Arguments& arguments, const std::string& program) {
    return [arguments, program](std::vector<Diagnostic>& diagnostics) {
        auto files = rule_files_for(
            {arguments.rules, "--rules", !arguments.suite.empty(), arguments.organs, {}}, program, diagnostics);
        const std::pair<const std::vector<std::string>*, std::string_view> more[] = {
            {&arguments.waivers, "--waivers"}, {&arguments.decisions, "--decisions"}};
        for (const auto& [paths, option] : more) {
            for (const std::string& path : *paths) {
                if (option == "--decisions" && !target_of(path).exists) continue;
                for (auto& one : find_rule_files(path, true, diagnostics)) {
                    one.option = option;
                    files.push_back(std::move(one));
                }
            }
        }
        return files;
    };
}

std::int64_t day_of_clock() {
    using namespace std::chrono;
    return floor<days>(system_clock::now()).time_since_epoch().count();
}

WorkbenchSetup setup_of(const Arguments& arguments, const Streams& streams) {
    WorkbenchSetup setup;
    setup.find_rules = find_rules(arguments, streams.program);
    setup.suite = arguments.suite;
    std::error_code error;
    const bool is_own = may_be_directory(arguments.rules)
        && !std::filesystem::equivalent(arguments.rules, shipped_rules(streams.program), error);
    if (is_own) setup.rule_folder = arguments.rules;
    if (!arguments.decisions.empty()) setup.decisions = arguments.decisions.back();
    setup.store = arguments.store;
    if (arguments.today_text.empty()) setup.today = day_of_clock;
    else setup.today = [day = arguments.today] { return day; };
    setup.converter = RunConverter{needs_converter, convert};
    return setup;
}

/// 128 bits that nobody can guess.
std::string make_token() {
    std::random_device source;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string token;
    for (int i = 0; i < 32; ++i) token += digits[source() & 0xFU];
    return token;
}

/// Waits for the signals by which a process is asked to end, in a thread of its own.
class EndBySignal {
public:
    /// What `end` touches must live as long. Threads that begin later do not get these signals.
    explicit EndBySignal(std::function<void()> end) {
        sigemptyset(&signals_);
        for (const int one : {SIGINT, SIGTERM, SIGHUP, SIGUSR1}) sigaddset(&signals_, one);
        pthread_sigmask(SIG_BLOCK, &signals_, &former_);
        thread_ = std::thread([this, end = std::move(end)] {
            int signal = 0;
            sigwait(&signals_, &signal);
            end();
        });
    }
    ~EndBySignal() {
        pthread_kill(thread_.native_handle(), SIGUSR1);
        thread_.join();
        pthread_sigmask(SIG_SETMASK, &former_, nullptr);
    }
    EndBySignal(const EndBySignal&) = delete;
    EndBySignal& operator=(const EndBySignal&) = delete;

private:
    sigset_t signals_{};
    sigset_t former_{};
    std::thread thread_;
};

}  // namespace

int run_serve(const Arguments& arguments, Streams& streams) {
    const auto refuse = [&](const std::vector<Diagnostic>& why) {
        tell(why, arguments, streams);
        return static_cast<int>(exit_wrong);
    };
    auto address = parse_listen(arguments.listen);
    if (!address) return refuse({diagnose(serve_codes::wrong_listen, {{"address", same(arguments.listen)}})});
    auto bench = Workbench::open(setup_of(arguments, streams));
    tell(bench.diagnostics, arguments, streams);
    if (!bench) return exit_wrong;
    const std::string token = arguments.asks_token || !address->is_loopback() ? make_token() : "";
    HttpServer server(**bench, token);
    if (const auto trouble = server.bind(*address)) return refuse({*trouble});
    const EndBySignal ending([&] {
        (*bench)->events().end();
        server.stop();
    });
    if (!page_file("index.html")) tell({diagnose(serve_codes::page_missing)}, arguments, streams);
    streams.out << "http://" << address->to_string() << "/" << (token.empty() ? "" : "?token=" + token) << std::endl;
    server.run();
    return exit_clean;
}

}  // namespace gouji
