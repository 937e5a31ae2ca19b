// SPDX-License-Identifier: Apache-2.0
// Owns: plain data as bytes and back, by one list of fields for both ways: `fields(archive, value)` names them, a
// Writer or a Reader walks over them; `last_of(name)` is the last of an enumeration. Numbers take as few bytes as they
// need.
// Refuses: to trust bytes: a Reader never goes beyond them, and makes no list longer than what is left could fill.
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

/// What `fields` is written for, whether it is read or written.
template <class Value, class Wanted>
concept Is = std::same_as<std::remove_const_t<Value>, Wanted>;

template <class Context>
class Writer {
public:
    static constexpr bool reads = false;
    const Context& context;  ///< what the fields point into

    explicit Writer(const Context& given) : context(given) {}

    void number(std::uint64_t value) {
        if (value < 0x80 && size_ < out_.size()) out_[size_++] = static_cast<char>(value);  // as nearly all are
        else long_number(value);
    }
    /// A number that is never small, as its bytes.
    void digest(std::uint64_t value) {
        std::memcpy(room(sizeof value), &value, sizeof value);
        size_ += sizeof value;
    }
    /// A place that is not far behind the one before, as nearly all are: by how far.
    void place(std::uint32_t value) {
        one(std::int64_t{value} - std::int64_t{last_place_});
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
        (one(values), ...);
    }
    /// No larger than it must be: it may wait for long.
    [[nodiscard]] std::string take() const { return std::string(out_.data(), size_); }

private:
    /// Apart, so that the short way is inlined.
    [[gnu::noinline]] void long_number(std::uint64_t value) {
        constexpr std::size_t longest = 10;
        char* to = room(longest);
        for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
        *to++ = static_cast<char>(value);
        size_ = static_cast<std::size_t>(to - out_.data());
    }

    /// Where so many bytes can be written: behind those that are there.
    char* room(std::size_t bytes) {
        constexpr std::size_t first = 4096;
        if (out_.size() - size_ < bytes) out_.resize(std::max({first, 2 * out_.size(), size_ + bytes}));
        return out_.data() + size_;
    }

    template <std::integral Number>
    void one(Number value) {
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
    void one(Name value) { number(static_cast<std::uint64_t>(value)); }
    void one(const std::string& value) { text(value); }
    void one(const RareText& value) { text(value.get()); }
    template <class Value>
    void one(const std::optional<Value>& value) {
        number(value ? 1 : 0);
        if (value) one(*value);
    }
    template <class First, class Second>
    void one(const std::pair<First, Second>& value) {
        one(value.first);
        one(value.second);
    }
    template <class Value, std::size_t count>
    void one(const std::array<Value, count>& all) {
        for (const Value& value : all) one(value);
    }
    template <class Value>
    void one(const std::vector<Value>& all) {
        number(all.size());
        for (const Value& value : all) one(value);
    }
    template <class Value>
    requires std::is_class_v<Value>
    void one(const Value& value) { fields(*this, value); }

    std::string out_;       ///< with room behind what was written
    std::size_t size_ = 0;  ///< of what was written
    std::uint32_t last_place_ = 0;
};

template <class Context>
class Reader {
public:
    static constexpr bool reads = true;
    const Context& context;

    Reader(const Context& given, std::string_view from) : context(given), from_(from) {}

    /// Nothing was missing, and nothing is left.
    [[nodiscard]] bool whole() const { return !broken_ && from_.empty(); }
    [[nodiscard]] bool broken() const { return broken_; }
    void refuse() { broken_ = true; }

    std::uint64_t number() {
        if (!from_.empty() && static_cast<unsigned char>(from_.front()) < 0x80) {
            const auto small = static_cast<std::uint64_t>(from_.front());  // as nearly all are
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
        std::int64_t behind = 0;
        one(behind);
        // No sum of the two is lost: what is no place is refused.
        const std::uint64_t sum = last_place_ + static_cast<std::uint64_t>(behind);
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
        (one(values), ...);
    }

private:
    /// Apart, so that the short way is inlined.
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
    void one(Number& value) {
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
    void one(Name& value) {
        const std::uint64_t raw = number();
        const bool known = raw <= static_cast<std::uint64_t>(last_of(value));
        value = known ? static_cast<Name>(raw) : Name{};
        broken_ = broken_ || !known;
    }
    void one(std::string& value) { value = text(); }
    void one(RareText& value) { value = text(); }
    template <class Value>
    void one(std::optional<Value>& value) {
        value.reset();
        if (number() != 0) one(value.emplace());
    }
    template <class First, class Second>
    void one(std::pair<First, Second>& value) {
        one(value.first);
        one(value.second);
    }
    template <class Value, std::size_t count>
    void one(std::array<Value, count>& all) {
        for (Value& value : all) one(value);
    }
    template <class Value>
    void one(std::vector<Value>& all) {
        const std::uint64_t size = number();
        all.clear();
        // Every value takes a byte at least.
        if (size > from_.size()) {
            broken_ = true;
            return;
        }
        all.reserve(size);
        for (std::uint64_t i = 0; i < size && !broken_; ++i) one(all.emplace_back());
    }
    template <class Value>
    requires std::is_class_v<Value>
    void one(Value& value) { fields(*this, value); }

    std::string_view from_;
    bool broken_ = false;
    std::uint32_t last_place_ = 0;
};

}  // namespace gouji::bytes
