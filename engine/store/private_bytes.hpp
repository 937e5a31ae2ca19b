// SPDX-License-Identifier: Apache-2.0
// Owns: plain data as bytes and back, by one list of fields for both ways: `fields(archive, value)` names them, a
// ByteWriter or a ByteReader walks over them; `last_of(name)` is the last of an enumeration. Numbers take as few bytes
// as they need.
// Refuses: to trust bytes: a ByteReader never goes beyond them, and makes no list longer than what is left could fill.
#pragma once

#include "engine/base/rare_text.hpp"

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gouji::bytes {

/// The type that `fields` is written for, whether it is read or written.
template <class Value, class Wanted>
concept Is = std::same_as<std::remove_const_t<Value>, Wanted>;

template <class Context>
class ByteWriter {
public:
    static constexpr bool reads = false;
    const Context& context;  ///< what the fields point into

    explicit ByteWriter(const Context& of) : context(of) {}

    void number(std::uint64_t value) {
        if (value < 0x80 && size_ < out_.size()) out_[size_++] = static_cast<char>(value);  // as most are
        else long_number(value);
    }
    /// A number that is never small, as its bytes.
    void digest(std::uint64_t value) {
        std::memcpy(room(sizeof value), &value, sizeof value);
        size_ += sizeof value;
    }
    /// A place by its distance from the one before, which is short for most.
    void place(std::uint32_t value) {
        write(std::int64_t{value} - std::int64_t{last_place_});
        last_place_ = value;
    }
    void text(std::string_view value) {
        number(value.size());
        if (value.empty()) return;
        value.copy(room(value.size()), value.size());
        size_ += value.size();
    }
    template <class... Values>
    void operator()(const Values&... values) {
        (write(values), ...);
    }
    /// No larger than it must be: it may be kept for long.
    [[nodiscard]] std::string bytes() const { return std::string(out_.data(), size_); }

private:
    /// A function of its own, so that the short way is inlined.
    [[gnu::noinline]] void long_number(std::uint64_t value) {
        constexpr std::size_t longest = 10;
        char* to = room(longest);
        for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
        *to++ = static_cast<char>(value);
        size_ = static_cast<std::size_t>(to - out_.data());
    }

    /// Room for so many bytes after those that are there.
    char* room(std::size_t bytes) {
        constexpr std::size_t first = 4096;
        if (out_.size() - size_ < bytes) out_.resize(std::max({first, 2 * out_.size(), size_ + bytes}));
        return out_.data() + size_;
    }

    template <std::integral Number>
    void write(Number value) {
        if constexpr (std::unsigned_integral<Number>) {
            number(value);
        } else {
            // Small numbers of either sign are short: the sign goes last.
            const auto wide = static_cast<std::int64_t>(value);
            number(static_cast<std::uint64_t>(wide) << 1 ^ static_cast<std::uint64_t>(wide >> 63));
        }
    }
    template <class Name>
    requires std::is_enum_v<Name>
    void write(Name value) { number(static_cast<std::uint64_t>(value)); }
    void write(const std::string& value) { text(value); }
    void write(const RareText& value) { text(value.get()); }
    template <class Value>
    void write(const std::optional<Value>& value) {
        number(value ? 1 : 0);
        if (value) write(*value);
    }
    template <class First, class Second>
    void write(const std::pair<First, Second>& value) {
        write(value.first);
        write(value.second);
    }
    template <class Value, std::size_t count>
    void write(const std::array<Value, count>& all) {
        for (const Value& value : all) write(value);
    }
    template <class Value>
    void write(const std::vector<Value>& all) {
        number(all.size());
        for (const Value& value : all) write(value);
    }
    template <class Value>
    requires std::is_class_v<Value>
    void write(const Value& value) { fields(*this, value); }

    std::string out_;       ///< with room after what was written
    std::size_t size_ = 0;  ///< of what was written
    std::uint32_t last_place_ = 0;
};

template <class Context>
class ByteReader {
public:
    static constexpr bool reads = true;
    const Context& context;

    ByteReader(const Context& of, std::string_view from) : context(of), from_(from) {}

    /// Nothing was missing, and nothing is left.
    [[nodiscard]] bool whole() const { return !broken_ && from_.empty(); }
    [[nodiscard]] bool broken() const { return broken_; }
    void refuse() { broken_ = true; }

    std::uint64_t number() {
        if (!from_.empty() && static_cast<unsigned char>(from_.front()) < 0x80) {
            const auto small = static_cast<std::uint64_t>(from_.front());  // as most are
            from_.remove_prefix(1);
            return small;
        }
        return long_number();
    }
    void digest(std::uint64_t& value) {
        if (from_.size() < sizeof value) {
            broken_ = true;
            from_ = {};
            return;
        }
        std::memcpy(&value, from_.data(), sizeof value);
        from_.remove_prefix(sizeof value);
    }
    void place(std::uint32_t& value) {
        std::int64_t distance = 0;
        read(distance);
        // The sum is kept whole, and refused when it is not a place.
        const std::uint64_t sum = last_place_ + static_cast<std::uint64_t>(distance);
        value = last_place_ = static_cast<std::uint32_t>(sum);
        if (value != sum) broken_ = true;
    }
    std::string_view text() {
        const std::uint64_t size = number();
        if (size > from_.size()) {
            broken_ = true;
            from_ = {};
        }
        const std::string_view found = from_.substr(0, size);
        from_.remove_prefix(found.size());
        return found;
    }
    template <class... Values>
    void operator()(Values&... values) {
        (read(values), ...);
    }

private:
    /// A function of its own, so that the short way is inlined.
    [[gnu::noinline]] std::uint64_t long_number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (from_.empty()) break;
            const auto byte = static_cast<unsigned char>(from_.front());
            from_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        broken_ = true;
        from_ = {};
        return 0;
    }
    template <std::integral Number>
    void read(Number& value) {
        const std::uint64_t raw = number();
        if constexpr (std::unsigned_integral<Number>) {
            value = static_cast<Number>(raw);
            if (value != raw) broken_ = true;
        } else {
            const auto wide = static_cast<std::int64_t>(raw >> 1 ^ (~(raw & 1) + 1));
            value = static_cast<Number>(wide);
            if (static_cast<std::int64_t>(value) != wide) broken_ = true;
        }
    }
    template <class Name>
    requires std::is_enum_v<Name>
    void read(Name& value) {
        const std::uint64_t raw = number();
        const bool known = raw <= static_cast<std::uint64_t>(last_of(value));
        value = known ? static_cast<Name>(raw) : Name{};
        broken_ = broken_ || !known;
    }
    void read(std::string& value) { value = text(); }
    void read(RareText& value) { value = text(); }
    template <class Value>
    void read(std::optional<Value>& value) {
        value.reset();
        if (number() != 0) read(value.emplace());
    }
    template <class First, class Second>
    void read(std::pair<First, Second>& value) {
        read(value.first);
        read(value.second);
    }
    template <class Value, std::size_t count>
    void read(std::array<Value, count>& all) {
        for (Value& value : all) read(value);
    }
    template <class Value>
    void read(std::vector<Value>& all) {
        const std::uint64_t size = number();
        all.clear();
        // Every value takes a byte at least.
        if (size > from_.size()) {
            broken_ = true;
            return;
        }
        all.reserve(size);
        for (std::uint64_t i = 0; i < size && !broken_; ++i) read(all.emplace_back());
    }
    template <class Value>
    requires std::is_class_v<Value>
    void read(Value& value) { fields(*this, value); }

    std::string_view from_;
    bool broken_ = false;
    std::uint32_t last_place_ = 0;
};

}  // namespace gouji::bytes
