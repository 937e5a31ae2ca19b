// SPDX-License-Identifier: Apache-2.0
#include "engine/serve/spool.hpp"

#include <cstdio>

namespace gouji {

std::optional<Spool::Part> Spool::put(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    if (!file_) file_ = make_temporary_file();
    if (!file_ || bytes.size() > most_bytes - end_) return std::nullopt;
    const Part part{end_, bytes.size()};
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size() || std::fflush(file_.get()) != 0) {
        // What was written of it is written over by the next.
        std::clearerr(file_.get());
        std::fseek(file_.get(), static_cast<long>(end_), SEEK_SET);
        return std::nullopt;
    }
    end_ += bytes.size();
    return part;
}

std::optional<std::string> Spool::take(const Part& part) const {
    std::string bytes(part.size, '\0');
    if (part.size == 0) return bytes;
    if (!read_at(file_.get(), part.from, bytes.data(), part.size)) return std::nullopt;
    return bytes;
}

}  // namespace gouji
