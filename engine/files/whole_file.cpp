// SPDX-License-Identifier: Apache-2.0
#include "engine/files/whole_file.hpp"

#include "engine/api/rule_files.hpp"
#include "engine/base/utf8.hpp"
#include "engine/files/codes.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace gouji {
namespace {

namespace fs = std::filesystem;

std::string path_of_descriptor(int file) { return "/proc/self/fd/" + std::to_string(file); }

/// A name that no other run has, hidden, and with an ending that no folder is searched for.
std::string temporary_name(const std::string& folder) {
    static std::atomic<unsigned> count{0};
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return folder + "/.gouji-" + std::to_string(getpid()) + "-" + std::to_string(now.tv_nsec) + "-"
        + std::to_string(++count) + ".part";
}

/// What the file system says of what stands at the end of all links.
void take_status(const struct stat& about, Target& made) {
    made.exists = true;
    made.is_regular = S_ISREG(about.st_mode);
    made.mode = about.st_mode & 07777U;
    made.owner = about.st_uid;
    made.group = about.st_gid;
    // A file that nobody may write to is not replaced either, though its folder would allow it.
    if (S_ISDIR(about.st_mode)) made.error = EISDIR;
    else if (access(made.path.c_str(), W_OK) != 0) made.error = errno;
}

void check_folder(Target& made) {
    if (made.error != 0 || !made.is_regular) return;
    if (access(made.folder.c_str(), W_OK | X_OK) == 0) return;
    made.error = errno;
    made.of_folder = true;
}

}  // namespace

Target target_of(const std::string& name) {
    constexpr int most_links = 40;
    Target made;
    fs::path at = name;
    for (int links = 0; links < most_links; ++links) {
        made.path = at.string();
        made.folder = at.has_parent_path() ? at.parent_path().string() : ".";
        struct stat about {};
        if (lstat(made.path.c_str(), &about) != 0) {
            if (errno != ENOENT) made.error = errno;
            else if (!at.has_filename()) made.error = ENOENT;
            check_folder(made);
            return made;
        }
        if (!S_ISLNK(about.st_mode)) {
            take_status(about, made);
            check_folder(made);
            return made;
        }
        std::error_code error;
        const fs::path folder = fs::canonical(made.folder, error);
        // /dev/stdout and its like lead to what is open, not to a name.
        if (!error && folder.string().starts_with("/proc/")) {
            made.exists = true;
            made.is_regular = false;
            return made;
        }
        at = folder / fs::read_symlink(at, error);
    }
    made.error = ELOOP;
    return made;
}

Diagnostic unwritable(const std::string& name, int error, bool of_folder) {
    Words why = reason_of(error);
    if (of_folder && error == EACCES)
        why = {"没有在它的目录中新建文件的权限", "files cannot be created in its folder: permission denied"};
    else if (error == ENOENT) why = {"没有这个目录", "there is no such folder"};
    Diagnostic made = diagnose(files_codes::unwritable, {{"why", why}});
    made.file = utf8::printable(name);
    return made;
}

std::optional<Diagnostic> trouble_of_target(const std::string& name) {
    const Target target = target_of(name);
    return target.error == 0 ? std::nullopt : std::optional(unwritable(name, target.error, target.of_folder));
}

FileIdentity::FileIdentity(const std::string& name) : name_(name) {
    struct stat about {};
    exists_ = stat(name.c_str(), &about) == 0;
    if (exists_) {
        device_ = about.st_dev;
        inode_ = about.st_ino;
        is_regular_ = S_ISREG(about.st_mode);
    } else {
        std::error_code error;
        path_ = fs::weakly_canonical(name, error).string();
    }
}

bool FileIdentity::is(const std::string& other) const {
    struct stat about {};
    const bool there = stat(other.c_str(), &about) == 0;
    if (there != exists_ || !is_regular_) return false;
    if (there) return about.st_dev == device_ && about.st_ino == inode_;
    std::error_code error;
    return !path_.empty() && fs::weakly_canonical(other, error).string() == path_;
}

WholeFile::WholeFile(std::string name) : name_(std::move(name)), target_(target_of(name_)) {
    if (target_.error != 0) {
        fail(target_.error, target_.of_folder);
    } else if (!target_.is_regular) {
        // Behind what the descriptor has written already.
        file_ = ::open(name_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
        if (file_ < 0) fail(errno);
    } else {
        open_unnamed();
        if (file_ < 0 && error_ == 0) open_named();
    }
}

WholeFile::~WholeFile() {
    if (file_ >= 0) ::close(file_);
    if (!made_.empty()) ::unlink(made_.c_str());
}

/// The kernel lets go of a file without a name when the run ends, however it ends.
void WholeFile::open_unnamed() {
    file_ = ::open(target_.folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (file_ >= 0 && access(path_of_descriptor(file_).c_str(), F_OK) == 0) return;
    // It could get no name later: /proc is not there, or the file system knows no such files.
    const bool unknown = file_ >= 0 || errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL || errno == ENOENT;
    if (!unknown) fail(errno, true);
    if (file_ >= 0) ::close(file_);
    file_ = -1;
}

void WholeFile::open_named() {
    do {
        made_ = temporary_name(target_.folder);
        file_ = ::open(made_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (file_ < 0 && errno == EEXIST);
    if (file_ >= 0) return;
    made_.clear();
    fail(errno, true);
}

bool WholeFile::fail(int error, bool of_folder) {
    if (error_ == 0) {
        error_ = error;
        of_folder_ = of_folder;
    }
    return false;
}

bool WholeFile::write(std::string_view bytes) {
    constexpr std::size_t most_waiting = std::size_t{1} << 16;
    if (error_ != 0) return false;
    waiting_ += bytes;
    return waiting_.size() < most_waiting || flush();
}

bool WholeFile::flush() {
    std::string_view left = waiting_;
    while (error_ == 0 && !left.empty()) {
        const ssize_t written = ::write(file_, left.data(), left.size());
        if (written >= 0) left.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR) fail(errno);
    }
    waiting_.clear();
    return error_ == 0;
}

/// Who could read and write the former file can do so with the new one.
bool WholeFile::take_rights() const {
    if (!target_.exists) return true;
    if (geteuid() == 0 && fchown(file_, target_.owner, target_.group) != 0 && errno != EPERM) return false;
    return fchmod(file_, target_.mode) == 0;
}

bool WholeFile::put_in_place() {
    while (made_.empty()) {
        const std::string name = temporary_name(target_.folder);
        const int linked =
            linkat(AT_FDCWD, path_of_descriptor(file_).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW);
        if (linked == 0) made_ = name;
        else if (errno != EEXIST) return false;
    }
    if (std::rename(made_.c_str(), target_.path.c_str()) != 0) return false;
    made_.clear();
    // The new name is on the disk as well; where that cannot be asked for, it comes there later.
    const int folder = ::open(target_.folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        fsync(folder);
        ::close(folder);
    }
    return true;
}

bool WholeFile::keep() {
    if (!flush()) return false;
    if (target_.is_regular) {
        const bool kept = take_rights() && (fsync(file_) == 0 || errno == EINVAL) && put_in_place();
        if (!kept) return fail(errno);
    }
    const int closed = ::close(std::exchange(file_, -1));
    return closed == 0 || errno == EINTR || fail(errno);
}

std::optional<Diagnostic> WholeFile::trouble() const {
    return error_ == 0 ? std::nullopt : std::optional(unwritable(name_, error_, of_folder_));
}

/// The lock is at the folder: the file itself is another one after each run. It goes when the run ends.
/// A file system without locks gives none: there one run at a time may write.
FolderLock::FolderLock(const std::string& name)
    : folder_(::open(target_of(name).folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (folder_ >= 0 && flock(folder_, LOCK_EX) != 0 && errno == EINTR) {
    }
}

FolderLock::~FolderLock() {
    if (folder_ >= 0) ::close(folder_);
}

}  // namespace gouji
