// SPDX-License-Identifier: Apache-2.0
// Owns: for each character of a text that was decoded, the byte of the file that it begins at.
// Refuses: to know encodings; neighbours of the same width share an entry, whatever the encoding is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace gouji {

class ByteStarts {
public:
    /// Characters that follow each other, each of `size` bytes of the text, and each `step` bytes of the file after the
    /// one before.
    struct Run {
        std::uint32_t at = 0;    ///< byte of the text
        std::uint32_t from = 0;  ///< byte of the file
        std::uint32_t size = 0;
        std::uint32_t step = 0;

        friend bool operator==(const Run&, const Run&) = default;
    };

    ByteStarts() = default;
    /// As they were kept: the runs in order, none of them empty, the end of the text and of the file.
    ByteStarts(std::vector<Run> runs, std::uint32_t size, std::uint32_t end)
        : runs_(std::move(runs)), size_(size), end_(end) {}

    /// The next character has `size` bytes, at least one, and begins at `from` of the file.
    void add(std::uint32_t size, std::uint32_t from) {
        if (runs_.empty() || !continues(runs_.back(), size, from)) runs_.push_back({size_, from, size, 0});
        last_ = from;
        size_ += size;
    }
    /// To be called after the last character: the file ends at `end`.
    void finish(std::uint32_t end) { end_ = end; }

    /// Whether places in the text are places in the file.
    [[nodiscard]] bool empty() const { return runs_.empty(); }
    /// Bytes of the text.
    [[nodiscard]] std::uint32_t size() const { return size_; }
    [[nodiscard]] std::uint32_t end() const { return end_; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

    /// The byte of the text that the first character at or after that byte of the file begins at.
    [[nodiscard]] std::uint32_t first_at(std::uint32_t from) const;

    /// Looks up places that mostly follow each other.
    class Walk {
    public:
        explicit Walk(const ByteStarts& starts) : starts_(starts) {}
        /// The byte of the file that the character at that byte of the text begins at; its end at the end.
        std::uint32_t of(std::uint32_t at);

    private:
        const ByteStarts& starts_;
        std::size_t run_ = 0;
    };

private:
    /// Takes the character into the run, where it is like those before. The second one tells how far they are apart.
    bool continues(Run& run, std::uint32_t size, std::uint32_t from) const {
        if (run.size != size || from < last_) return false;
        if (size_ == run.at + size) run.step = from - last_;
        return from - last_ == run.step;
    }

    std::vector<Run> runs_;
    std::uint32_t size_ = 0;
    std::uint32_t last_ = 0;  ///< where the last character begins in the file
    std::uint32_t end_ = 0;
};

/// The same characters, each at what `origins` has for the byte it begins at: a text that was packed twice.
ByteStarts through(const ByteStarts& starts, std::span<const std::uint32_t> origins);

}  // namespace gouji
