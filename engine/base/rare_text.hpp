// SPDX-License-Identifier: Apache-2.0
// Owns: for speed only, a text that is mostly empty: then it is a null pointer, so that thousands of cells stay
// small.
// Refuses: to be changed in place: another text is assigned to it, or it is read.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gouji {

class RareText {
public:
    RareText() = default;
    RareText(const RareText& other) : text_(other.text_ ? std::make_unique<std::string>(*other.text_) : nullptr) {}
    RareText(RareText&&) noexcept = default;
    RareText& operator=(const RareText& other) { return *this = RareText(other); }
    RareText& operator=(RareText&&) noexcept = default;
    RareText& operator=(std::string_view text) {
        text_ = text.empty() ? nullptr : std::make_unique<std::string>(text);
        return *this;
    }
    ~RareText() = default;

    [[nodiscard]] bool empty() const { return !text_; }
    [[nodiscard]] const std::string& get() const {
        static const std::string none;
        return text_ ? *text_ : none;
    }
    operator std::string_view() const { return get(); }  // NOLINT: it is a text for all who read it

    friend bool operator==(const RareText& a, std::string_view b) { return a.get() == b; }

private:
    std::unique_ptr<std::string> text_;
};

}  // namespace gouji
