// SPDX-License-Identifier: Apache-2.0
// Owns: going through the bytes of a page beside the characters that a parser made of them: entities, line ends, tags
// that the parser passed over in the middle of a text.
// Refuses: to say what the characters are, and to be used outside of this folder.
#pragma once

#include "engine/base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji {

class RawText {
public:
    /// `raw`: valid UTF-8 from `start` of the page on. `decoded`: what the parser made of it.
    RawText(std::string_view raw, std::string_view decoded, std::uint32_t start)
        : raw_(raw), decoded_(decoded), start_(start) {}

    /// The bytes of the next character of `decoded`, which begins there at `at` and has so many bytes. They begin
    /// and end where characters of the page do.
    Span next(std::size_t at, std::size_t size);

private:
    void skip_ignored(std::string_view rest);
    [[nodiscard]] std::size_t length_of_reference(std::string_view behind) const;

    std::string_view raw_;
    std::string_view decoded_;
    std::uint32_t start_;
    std::size_t at_ = 0;  ///< in `raw`
};

}  // namespace gouji
