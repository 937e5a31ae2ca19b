// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_sheet_store.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

namespace gouji {
namespace {

/// A stretch of the file, as a stream of its own.
struct Stretch {
    std::FILE* file = nullptr;
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    std::uint64_t at = 0;
};

ssize_t read_stretch(void* self, char* to, std::size_t size) {
    auto& stretch = *static_cast<Stretch*>(self);
    const std::size_t wanted = std::min<std::uint64_t>(size, stretch.size - stretch.at);
    if (!read_at(stretch.file, stretch.begin + stretch.at, to, wanted)) return -1;
    stretch.at += wanted;
    return static_cast<ssize_t>(wanted);
}

/// The library goes back to the beginning, and nowhere else.
int seek_stretch(void* self, off64_t* to, int whence) {
    auto& stretch = *static_cast<Stretch*>(self);
    if (whence == SEEK_CUR && *to == 0) *to = static_cast<off64_t>(stretch.at);
    if (whence == SEEK_END || *to < 0 || static_cast<std::uint64_t>(*to) > stretch.size) return -1;
    stretch.at = static_cast<std::uint64_t>(*to);
    return 0;
}

int close_stretch(void* self) {
    delete static_cast<Stretch*>(self);
    return 0;
}

}  // namespace

std::FILE* SheetStore::put(std::FILE* file) {
    const TemporaryFile taken(file);
    if (!file_ || !file || std::fflush(file) != 0 || std::ferror(file) != 0) return nullptr;
    const std::uint64_t begin = end_;
    const auto append = [&](std::string_view piece) {
        end_ += piece.size();
        return std::fwrite(piece.data(), 1, piece.size(), file_.get()) == piece.size();
    };
    if (!read_pieces(file, append) || std::fflush(file_.get()) != 0) return nullptr;
    auto stretch = std::make_unique<Stretch>(Stretch{file_.get(), begin, end_ - begin});
    std::FILE* made = fopencookie(stretch.get(), "r", {read_stretch, nullptr, seek_stretch, close_stretch});
    if (made) stretch.release();
    return made;
}

}  // namespace gouji
