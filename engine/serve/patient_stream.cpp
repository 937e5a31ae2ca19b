// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/private_patient_stream.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>

namespace gouji {
namespace {

bool poll_for(socket_t socket, short events, int milliseconds) {
    pollfd one{socket, events, 0};
    int ready = 0;
    do ready = poll(&one, 1, milliseconds);
    while (ready < 0 && errno == EINTR);
    return ready > 0 && (one.revents & (events | POLLHUP)) != 0;
}

void name_address(const sockaddr_storage& address, std::string& ip, int& port) {
    char text[INET6_ADDRSTRLEN] = {};
    if (address.ss_family == AF_INET) {
        const auto& four = reinterpret_cast<const sockaddr_in&>(address);
        inet_ntop(AF_INET, &four.sin_addr, text, sizeof text);
        port = ntohs(four.sin_port);
    } else if (address.ss_family == AF_INET6) {
        const auto& six = reinterpret_cast<const sockaddr_in6&>(address);
        inet_ntop(AF_INET6, &six.sin6_addr, text, sizeof text);
        port = ntohs(six.sin6_port);
    }
    ip = text;
}

}  // namespace

void PatientStream::begin_request() {
    begun_ = Clock::now();
    read_ = 0;
    written_ = 0;
}

int PatientStream::left(std::size_t moved) const {
    constexpr std::chrono::seconds first{10};
    constexpr std::size_t bytes_a_second = 4096;
    constexpr int longest = 10'000;  // milliseconds of silence
    if (is_endless_) return longest;
    const auto end = begun_ + first + std::chrono::seconds(moved / bytes_a_second);
    const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(rest, 0, longest));
}

bool PatientStream::wait(std::chrono::milliseconds longest) const {
    return poll_for(socket_, POLLIN, static_cast<int>(longest.count()));
}

bool PatientStream::is_readable() const { return poll_for(socket_, POLLIN, left(read_)); }

bool PatientStream::is_writable() const {
    // A peer that is gone shows as readable with nothing to read.
    char byte = 0;
    if (poll_for(socket_, POLLIN, 0) && recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0) return false;
    return poll_for(socket_, POLLOUT, left(written_));
}

ssize_t PatientStream::read(char* to, size_t size) {
    if (!is_readable()) return -1;
    const ssize_t got = recv(socket_, to, size, 0);
    if (got > 0) read_ += static_cast<std::size_t>(got);
    return got;
}

ssize_t PatientStream::write(const char* from, size_t size) {
    // The time for an answer begins when it does: work comes before it.
    if (written_ == 0) begun_ = Clock::now();
    if (!is_writable()) return -1;
    const ssize_t put = send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (put > 0) written_ += static_cast<std::size_t>(put);
    return put < 0 && errno == EAGAIN ? 0 : put;
}

void PatientStream::get_remote_ip_and_port(std::string& ip, int& port) const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0) name_address(address, ip, port);
}

void PatientStream::get_local_ip_and_port(std::string& ip, int& port) const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0) name_address(address, ip, port);
}

}  // namespace gouji
