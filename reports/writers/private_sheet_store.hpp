// SPDX-License-Identifier: Apache-2.0
// Owns: the cells of finished sheets, one after the other in one file without a name. The library keeps an open file
// for each sheet until the workbook is closed, and a process may not have as many as there can be organs.
// Refuses: to be used outside of reports/.
#pragma once

#include "engine/base/temporary_file.hpp"

#include <cstdint>
#include <cstdio>

namespace gouji {

class SheetStore {
public:
    SheetStore() : file_(make_temporary_file()) {}
    SheetStore(const SheetStore&) = delete;
    SheetStore& operator=(const SheetStore&) = delete;

    /// Takes what was written to the file and closes it. Another that reads the same takes its place: it holds no
    /// descriptor, and must be closed before the store goes. nullptr where there is no room.
    std::FILE* put(std::FILE* file);

private:
    TemporaryFile file_;
    std::uint64_t end_ = 0;
};

}  // namespace gouji
