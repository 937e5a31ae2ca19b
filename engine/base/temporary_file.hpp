// SPDX-License-Identifier: Apache-2.0
// Owns: a file without a name, in the folder for temporary files (/tmp), which is gone when it is closed, however the
// program ends.
// Refuses: to say what becomes of a run that has no room: whoever writes does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string_view>

namespace gouji {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

/// Nothing where none can be made.
TemporaryFile make_temporary_file();

/// So many bytes from a place in what was written and flushed; from any thread. False where they could not be read.
bool read_at(std::FILE* file, std::uint64_t from, char* to, std::size_t size);

/// All that was written, from the beginning, in pieces. False where `take` returns it, or where it could not be read.
bool read_pieces(std::FILE* file, const std::function<bool(std::string_view piece)>& take);

}  // namespace gouji
