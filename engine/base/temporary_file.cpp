// SPDX-License-Identifier: Apache-2.0
#include "engine/base/temporary_file.hpp"

#include <unistd.h>

#include <array>

namespace gouji {

TemporaryFile make_temporary_file() { return TemporaryFile(std::tmpfile()); }

bool read_at(std::FILE* file, std::uint64_t from, char* to, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        const auto got = pread(fileno(file), to + done, size - done, static_cast<off_t>(from + done));
        if (got <= 0) return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

bool read_pieces(std::FILE* file, const std::function<bool(std::string_view piece)>& take) {
    std::rewind(file);
    std::array<char, 1 << 16> piece{};
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), file)) > 0;) {
        if (!take({piece.data(), got})) return false;
    }
    return std::ferror(file) == 0;
}

}  // namespace gouji
