// SPDX-License-Identifier: Apache-2.0
// Owns: one connection of a client who may be slow: the head of a request comes within seconds, and a body and an
// answer at no less than a few KiB a second. Who is slower is gone.
// Refuses: to be used outside of engine/serve.
#pragma once

#include <httplib.h>

#include <chrono>
#include <string>

namespace gouji {

class PatientStream : public httplib::Stream {
public:
    explicit PatientStream(socket_t socket) : socket_(socket) {}

    /// The next request begins.
    void begin_request();
    /// The client may take its time: events come when something happens.
    void let_go_on() { is_endless_ = true; }
    /// Waits for the first byte of a request. False where none comes, or where the server ends.
    bool wait(std::chrono::milliseconds longest) const;

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char* to, size_t size) override;
    ssize_t write(const char* from, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] socket_t socket() const override { return socket_; }

private:
    using Clock = std::chrono::steady_clock;

    /// How long may still be waited for this many bytes more. 0 where the time is over.
    [[nodiscard]] int left(std::size_t moved) const;

    socket_t socket_;
    Clock::time_point begun_ = Clock::now();
    std::size_t read_ = 0;
    std::size_t written_ = 0;
    bool is_endless_ = false;
};

}  // namespace gouji
