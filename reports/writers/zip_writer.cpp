// SPDX-License-Identifier: Apache-2.0
#include "reports/writers/private_zip_writer.hpp"

#include "engine/base/temporary_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <list>
#include <string_view>
#include <zip.h>

namespace gouji {
namespace {

constexpr zip_uint16_t first_day = 1 << 5 | 1;  // 1980-01-01, the first that an archive can say

zip_int64_t commands(std::initializer_list<zip_source_cmd_t> all) {
    zip_int64_t made = 0;
    for (const zip_source_cmd_t one : all) made |= ZIP_SOURCE_MAKE_COMMAND_BITMASK(one);
    return made;
}

/// Text that waits, as the library reads it.
class WaitingSource {
public:
    explicit WaitingSource(WaitingText& text) : text_(text) {}

    static zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
        auto& source = *static_cast<WaitingSource*>(self);
        switch (command) {
            case ZIP_SOURCE_STAT: return source.tell_size(static_cast<zip_stat_t*>(data));
            case ZIP_SOURCE_READ: return source.read(static_cast<char*>(data), size);
            case ZIP_SOURCE_OPEN: source.at_ = 0; return 0;
            case ZIP_SOURCE_CLOSE:
            case ZIP_SOURCE_FREE:
            case ZIP_SOURCE_ERROR: return 0;
            case ZIP_SOURCE_SUPPORTS:
                return commands({ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                    ZIP_SOURCE_FREE});
            default: return -1;
        }
    }

private:
    zip_int64_t tell_size(zip_stat_t* stat) const {
        zip_stat_init(stat);
        stat->size = text_.size();
        stat->valid = ZIP_STAT_SIZE;
        return sizeof *stat;
    }

    zip_int64_t read(char* to, zip_uint64_t size) {
        size = std::min(size, text_.size() - at_);
        if (size > 0 && !text_.read(at_, to, size)) return -1;
        at_ += size;
        return static_cast<zip_int64_t>(size);
    }

    WaitingText& text_;
    std::uint64_t at_ = 0;
};

/// A file without a name, as the library writes it.
class ArchiveFile {
public:
    ArchiveFile() : file_(make_temporary_file()) {}

    [[nodiscard]] bool is_open() const { return file_ != nullptr; }

    /// Its bytes from the beginning.
    bool write_to(ResultOutlet& outlet) {
        return read_pieces(file_.get(), [&](std::string_view piece) { return outlet.write(piece); });
    }

    static zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
        auto& file = *static_cast<ArchiveFile*>(self);
        switch (command) {
            case ZIP_SOURCE_WRITE: return file.held(std::fwrite(data, 1, size, file.file_.get()) == size, size);
            case ZIP_SOURCE_SEEK_WRITE: return file.seek(data, size);
            case ZIP_SOURCE_TELL_WRITE: return std::ftell(file.file_.get());
            case ZIP_SOURCE_COMMIT_WRITE: return file.held(std::fflush(file.file_.get()) == 0, 0);
            case ZIP_SOURCE_ERROR: return zip_error_to_data(&file.error_, data, size);
            case ZIP_SOURCE_BEGIN_WRITE:
            case ZIP_SOURCE_ROLLBACK_WRITE:
            case ZIP_SOURCE_REMOVE:
            case ZIP_SOURCE_CLOSE:
            case ZIP_SOURCE_FREE: return 0;
            case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_WRITABLE;
            // There is no archive yet.
            default: zip_error_set(&file.error_, ZIP_ER_READ, ENOENT); return -1;
        }
    }

private:
    zip_int64_t held(bool truth, zip_uint64_t result) {
        if (truth) return static_cast<zip_int64_t>(result);
        zip_error_set(&error_, ZIP_ER_WRITE, errno);
        return -1;
    }

    zip_int64_t seek(const void* data, zip_uint64_t size) {
        if (size < sizeof(zip_source_args_seek_t)) return held(false, 0);
        const auto& to = *static_cast<const zip_source_args_seek_t*>(data);
        return held(std::fseek(file_.get(), static_cast<long>(to.offset), to.whence) == 0, 0);
    }

    TemporaryFile file_;
    zip_error_t error_{};
};

bool add(zip_t* archive, const std::string& name, zip_source_t* source) {
    if (!source) return false;
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, first_day, 0) == 0;
}

}  // namespace

bool write_zip(const std::vector<ZipEntry>& entries, ResultOutlet& outlet) {
    ArchiveFile file;
    if (!file.is_open()) return false;
    zip_source_t* target = zip_source_function_create(ArchiveFile::answer, &file, nullptr);
    if (!target) return false;
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (!archive) {
        zip_source_free(target);
        return false;
    }
    std::list<WaitingSource> sources;
    for (const ZipEntry& entry : entries) {
        zip_source_t* source = entry.waiting
            ? zip_source_function(archive, WaitingSource::answer, &sources.emplace_back(*entry.waiting))
            : zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
        if (!add(archive, entry.name, source)) {
            zip_discard(archive);
            return false;
        }
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return false;
    }
    return file.write_to(outlet);
}

}  // namespace gouji
