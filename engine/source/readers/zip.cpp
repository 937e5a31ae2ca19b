// SPDX-License-Identifier: Apache-2.0
#include "engine/source/readers/private_zip.hpp"

#include "engine/source/codes.hpp"

#include <zip.h>

#include <algorithm>

namespace gouji {
namespace {

constexpr zip_uint64_t most_entries = 1'000;
constexpr zip_uint64_t largest_entry = zip_uint64_t{64} << 20;
constexpr zip_uint64_t largest_archive = zip_uint64_t{256} << 20;

Diagnostic too_large(std::size_t limit) {
    return diagnose(source_codes::archive_too_large, {{"limit", same(std::to_string(limit >> 20))}});
}

}  // namespace

void Archive::ZipCloser::operator()(struct zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string_view bytes, std::size_t most_read) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    struct zip* opened = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (source && !opened) zip_source_free(source);
    zip_error_fini(&error);
    if (!opened) return diagnose(source_codes::archive_damaged);
    Archive made;
    made.archive_.reset(opened);
    made.most_read_ = most_read;
    const auto entries = static_cast<zip_uint64_t>(zip_get_num_entries(opened, 0));
    if (entries > most_entries)
        return diagnose(source_codes::archive_entries, {{"limit", same(std::to_string(most_entries))}});
    zip_uint64_t size = 0;
    for (zip_uint64_t i = 0; i < entries; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(opened, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
            return diagnose(source_codes::archive_damaged);
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return diagnose(source_codes::password);
        if (stat.size > largest_entry) return too_large(largest_entry);
        size += stat.size;
    }
    if (size > largest_archive) return too_large(largest_archive);
    return made;
}

/// Names of parts are compared without case (ECMA-376, part 2), and some writers put \ for /.
std::int64_t Archive::index_of(const std::string& name) const {
    std::string other = name;
    std::replace(other.begin(), other.end(), '/', '\\');
    const auto find = [&](const std::string& one, zip_flags_t flags) {
        return zip_name_locate(archive_.get(), one.c_str(), flags);
    };
    if (const zip_int64_t found = find(name, 0); found >= 0) return found;
    if (const zip_int64_t found = find(name, ZIP_FL_NOCASE); found >= 0) return found;
    return find(other, ZIP_FL_NOCASE);
}

bool Archive::has(const std::string& name) const { return index_of(name) >= 0; }

Result<std::string> Archive::read(const std::string& name) const {
    Result<std::string> made = read_some(name, most_read_ + 1);
    if (made && made->size() > most_read_) return too_large(most_read_);
    return made;
}

std::string Archive::head(const std::string& name) const {
    constexpr std::size_t enough = 4096;
    Result<std::string> made = read_some(name, enough);
    return made ? std::move(*made) : std::string();
}

/// At least so many bytes, or all.
Result<std::string> Archive::read_some(const std::string& name, std::size_t size) const {
    const std::int64_t index = index_of(name);
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        index < 0 ? nullptr : zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
    if (!file) return diagnose(source_codes::archive_damaged);
    std::string made;
    const std::size_t step = std::min<std::size_t>(size, 65536);
    while (made.size() < size) {
        const std::size_t before = made.size();
        made.resize(before + step);
        const zip_int64_t got = zip_fread(file.get(), made.data() + before, step);
        if (got < 0) return diagnose(source_codes::archive_damaged);
        made.resize(before + static_cast<std::size_t>(got));
        if (got == 0) break;
    }
    return made;
}

}  // namespace gouji
