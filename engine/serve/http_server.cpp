// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/http_server.hpp"

#include "engine/serve/codes.hpp"
#include "engine/serve/guard_request.hpp"
#include "engine/serve/page_files.hpp"
#include "engine/serve/private_patient_stream.hpp"
#include "engine/serve/routes.hpp"

#include <httplib.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <utility>

namespace gouji {
namespace {

constexpr std::string_view api = "/api/v1";
/// Nothing but what the server itself gives.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// The connection of the thread: a request whose body was not read ends it.
thread_local PatientStream* current = nullptr;
thread_local bool closes = false;

RequestHead head_of(const httplib::Request& request) {
    const auto value = [&](const char* name) { return request.get_header_value(name); };
    return {value("Host"), value("Origin"), value("Sec-Fetch-Site"), value("Authorization"), value("Cookie")};
}

Request request_of(const httplib::Request& from) {
    Request made;
    made.method = from.method;
    made.path = from.path.substr(api.size());
    made.remote = from.remote_addr;
    for (const auto& [name, value] : from.params) made.query.emplace(name, value);
    return made;
}

void put(Answer&& from, httplib::Response& to) {
    to.status = from.status;
    for (const auto& [name, value] : from.headers) to.set_header(name, value);
    if (from.status != 204) to.set_content(std::move(from.body), from.type);
}

/// What is still on its way is read for a while, or the answer would be lost with it.
void drain(const PatientStream& stream) {
    constexpr std::chrono::milliseconds longest_silence{200};
    constexpr std::chrono::seconds longest{2};
    const auto end = std::chrono::steady_clock::now() + longest;
    std::array<char, 65536> rest{};
    while (std::chrono::steady_clock::now() < end && stream.wait(longest_silence)
        && recv(stream.socket(), rest.data(), rest.size(), MSG_DONTWAIT) > 0) {
    }
}

std::optional<std::size_t> length_of(const httplib::Request& request) {
    const std::string text = request.get_header_value("Content-Length");
    std::size_t length = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), length);
    return !text.empty() && read.ptr == text.data() + text.size() ? std::optional(length) : std::nullopt;
}

}  // namespace

bool ListenAddress::is_loopback() const {
    return host == "localhost" || host == "::1" || (host.starts_with("127.") && host.find(':') == std::string::npos);
}

std::string ListenAddress::to_string() const {
    return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + std::to_string(port);
}

std::optional<ListenAddress> parse_listen(const std::string& text) {
    ListenAddress made;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    made.host = text.substr(0, colon);
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, made.port);
    constexpr int last_port = 65535;
    if (read.ptr != end || colon + 1 == text.size() || made.port < 0 || made.port > last_port) return std::nullopt;
    if (!why_stranger({.host = made.host + ":1"}, 1).empty()) return std::nullopt;
    if (made.host.front() == '[') made.host = made.host.substr(1, made.host.size() - 2);
    return made;
}

class HttpServer::Listening : public httplib::Server {
public:
    Listening(Workbench& bench, std::string token) : bench_(bench), token_(std::move(token)) {
        constexpr std::size_t threads = 32;
        new_task_queue = [] { return new httplib::ThreadPool(threads); };
        set_pre_routing_handler([this](const auto& request, auto& response) { return guard(request, response); });
        set_expect_100_continue_handler([](const httplib::Request&, httplib::Response&) { return 100; });
        const auto plain = [this](const httplib::Request& request, httplib::Response& response) {
            put(answer(bench_, request_of(request)), response);
        };
        const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                   const httplib::ContentReader& read) { take_body(request, response, read); };
        Get("/api/v1/events", [this](const auto&, auto& response) { tell_events(response); });
        Get("/api/v1/.*", plain);
        Delete("/api/v1/.*", plain);
        Post("/api/v1/.*", with_body);
        Put("/api/v1/.*", with_body);
        Get("/.*", [this](const auto& request, auto& response) { give_page(request, response); });
        set_exception_handler([](const auto&, auto& response, std::exception_ptr) { response.status = 500; });
    }

    int port = 0;

private:
    /// Instead of the library's: a client who sends a byte now and then would keep a thread for ever.
    bool process_and_close_socket(socket_t socket) override {
        // The head and the body of an answer are two writes: the second must not wait for the first to be acknowledged.
        const int yes = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        PatientStream stream(socket);
        current = &stream;
        constexpr int most_requests = 1000;
        constexpr std::chrono::seconds longest_silence{5};
        for (int i = 0; i < most_requests && is_running() && stream.wait(longest_silence); ++i) {
            closes = false;
            stream.begin_request();
            bool closed = false;
            if (!process_request(stream, i + 1 == most_requests, closed, nullptr) || closed || closes) break;
        }
        current = nullptr;
        ::shutdown(socket, SHUT_WR);
        if (closes) drain(stream);
        ::close(socket);
        return true;
    }

    httplib::Server::HandlerResponse guard(const httplib::Request& request, httplib::Response& response) {
        const RequestHead head = head_of(request);
        response.set_header("X-Content-Type-Options", "nosniff");
        response.set_header("Referrer-Policy", "no-referrer");
        response.set_header("Cross-Origin-Resource-Policy", "same-origin");
        response.set_header("Cache-Control", "no-store");
        const Language language = request.get_param_value("lang") == "en" ? Language::en : Language::zh;
        const auto stop = [&](int status, const Diagnostic& why) {
            closes = true;
            put(refuse(status, {why}, language), response);
            return HandlerResponse::Handled;
        };
        if (const Words why = why_stranger(head, port); !why.empty())
            return stop(403, diagnose(serve_codes::stranger, {{"why", why}}));
        if (token_.empty() || has_token(head, token_)) return HandlerResponse::Unhandled;
        // The link that was printed brings the token; the browser keeps it, and it is gone from the address.
        if (request.method == "GET" && request.path == "/"
            && has_token({.authorization = "Bearer " + request.get_param_value("token")}, token_)) {
            response.set_header(
                "Set-Cookie", std::string(token_cookie) + "=" + token_ + "; HttpOnly; SameSite=Strict; Path=/");
            response.set_redirect("/");
            return HandlerResponse::Handled;
        }
        return stop(401, diagnose(serve_codes::no_token));
    }

    void take_body(const httplib::Request& from, httplib::Response& response, const httplib::ContentReader& read) {
        Request request = request_of(from);
        const auto route = most_bytes_of(request.method, request.path);
        if (!route) {
            closes = true;
            return put(answer(bench_, request), response);
        }
        const std::size_t most = *route;
        const auto too_large = [&] {
            closes = true;
            put(refuse(413, {diagnose(serve_codes::too_large, {{"limit", same(std::to_string(most))}})},
                    request.language()),
                response);
        };
        const auto length = length_of(from);
        if (length && *length > most) return too_large();
        const bool is_whole = read([&](const char* bytes, std::size_t size) {
            if (request.body.size() + size > most) return false;
            request.body.append(bytes, size);
            return true;
        });
        if (!is_whole) return too_large();
        put(answer(bench_, request), response);
    }

    void tell_events(httplib::Response& response) {
        const auto listener = bench_.events().listen();
        if (!listener) {
            response.status = 503;
            return;
        }
        if (current) current->let_go_on();
        response.set_header("X-Accel-Buffering", "no");
        response.set_chunked_content_provider("text/event-stream", [listener](std::size_t, httplib::DataSink& sink) {
            constexpr std::chrono::milliseconds longest{5000};
            const auto told = listener->wait(longest);
            if (!told) {
                sink.done();
                return true;
            }
            const std::string text = told->empty() ? ":\n\n" : *told;
            return sink.write(text.data(), text.size());
        });
    }

    void give_page(const httplib::Request& request, httplib::Response& response) {
        const PageFile* file = page_file(request.path == "/" ? "index.html" : std::string_view(request.path).substr(1));
        if (!file) {
            put(refuse(404, {diagnose(serve_codes::not_there, {{"what", same(request.path)}})}, Language::zh),
                response);
            return;
        }
        response.set_header("Content-Security-Policy", page_policy);
        response.set_content(file->bytes.data(), file->bytes.size(), std::string(file->type));
    }

    Workbench& bench_;
    const std::string token_;
};

HttpServer::HttpServer(Workbench& bench, std::string token)
    : listening_(std::make_unique<Listening>(bench, std::move(token))) {}
HttpServer::~HttpServer() = default;

std::optional<Diagnostic> HttpServer::bind(ListenAddress& address) {
    errno = 0;
    int port = address.port;
    // Without the library's SO_REUSEPORT, by which two servers would share a port in silence.
    listening_->set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    if (port == 0) port = listening_->bind_to_any_port(address.host);
    else if (!listening_->bind_to_port(address.host, port)) port = -1;
    if (port <= 0)
        return diagnose(
            serve_codes::cannot_listen, {{"address", same(address.to_string())}, {"why", same(std::strerror(errno))}});
    address.port = port;
    listening_->port = port;
    return std::nullopt;
}

void HttpServer::run() { listening_->listen_after_bind(); }

void HttpServer::stop() { listening_->stop(); }

}  // namespace gouji
