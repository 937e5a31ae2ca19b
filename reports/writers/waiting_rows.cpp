// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_waiting_rows.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace gouji {
namespace {

/// How many bytes follow, or how many fields.
constexpr std::size_t size_of_count = 4;

void append_count(std::string& to, std::size_t count) {
    for (std::size_t i = 0; i < size_of_count; ++i) to += static_cast<char>(count >> 8 * i & 0xFFU);
}

/// Takes the fields of one row from the front of what was read so far.
class RowReader {
public:
    explicit RowReader(std::string_view bytes) : bytes_(bytes) {}

    /// Nothing where the row has not come to its end yet.
    std::optional<TextRow> row() {
        const auto fields = count();
        if (!fields) return std::nullopt;
        TextRow row(*fields);
        for (std::string& field : row) {
            const auto size = count();
            if (!size || bytes_.size() - at_ < *size) return std::nullopt;
            field = bytes_.substr(at_, *size);
            at_ += *size;
        }
        return row;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    std::optional<std::size_t> count() {
        if (bytes_.size() - at_ < size_of_count) return std::nullopt;
        std::size_t made = 0;
        for (std::size_t i = 0; i < size_of_count; ++i)
            made |= static_cast<std::size_t>(static_cast<unsigned char>(bytes_[at_ + i])) << 8 * i;
        at_ += size_of_count;
        return made;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace

bool WaitingRows::add(const TextRow& row) {
    std::string bytes;
    append_count(bytes, row.size());
    for (const std::string& field : row) {
        append_count(bytes, field.size());
        bytes += field;
    }
    ++count_;
    return text_->add(bytes);
}

bool WaitingRows::read(std::uint64_t from, std::uint64_t to, const std::function<bool(TextRow&& row)>& take) {
    constexpr std::uint64_t most_at_once = 1 << 16;
    std::string left;  // a row that is not whole
    while (from < to) {
        const std::size_t size = std::min(most_at_once, to - from);
        const std::size_t before = left.size();
        left.resize(before + size);
        if (!text_->read(from, left.data() + before, size)) return false;
        from += size;
        std::size_t done = 0;
        for (;;) {
            RowReader reader(std::string_view(left).substr(done));
            std::optional<TextRow> row = reader.row();
            if (!row) break;
            done += reader.at();
            if (!take(std::move(*row))) return false;
        }
        left.erase(0, done);
    }
    return true;
}

}  // namespace gouji
