// SPDX-License-Identifier: Apache-2.0
// Owns: a file descriptor, which is closed at the end.
// Refuses: to open one, and to read or write.
#pragma once

namespace gouji {

class Handle {
public:
    /// Negative for none.
    explicit Handle(int number) : number_(number) {}
    ~Handle() { close(); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] int number() const { return number_; }
    void close();

private:
    int number_;
};

}  // namespace gouji
