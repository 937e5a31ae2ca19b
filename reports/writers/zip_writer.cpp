// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_zip_writer.hpp"

#include <memory>
#include <zip.h>

namespace gouji {
namespace {

constexpr zip_uint16_t first_day = 1 << 5 | 1;  // 1980-01-01, the first that an archive can say

struct SourceCloser {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using ArchiveBytes = std::unique_ptr<zip_source_t, SourceCloser>;

bool add(zip_t* archive, const std::pair<std::string, std::string>& entry) {
    const auto& [name, bytes] = entry;
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (!source) return false;
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, first_day, 0) == 0;
}

std::string read_all(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0)
        return {};
    std::string bytes(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    return got == static_cast<zip_int64_t>(bytes.size()) ? bytes : std::string();
}

}  // namespace

std::string write_zip(const std::vector<std::pair<std::string, std::string>>& entries) {
    const ArchiveBytes bytes(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!bytes) return {};
    zip_t* archive = zip_open_from_source(bytes.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (!archive) return {};
    zip_source_keep(bytes.get());  // the archive lets go of it when it is closed
    for (const auto& entry : entries) {
        if (!add(archive, entry)) {
            zip_discard(archive);
            return {};
        }
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return {};
    }
    return read_all(bytes.get());
}

}  // namespace gouji
