// SPDX-License-Identifier: Apache-2.0
// Owns: every file that the program writes, stores aside: under its name stands the former file or the new one, whole.
// Refuses: to know what is in it, and to print.
#pragma once

#include "engine/base/diagnostic.hpp"

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// Where a name leads when its links are followed, and how a file is written there.
struct Target {
    std::string path;
    std::string folder;  ///< the file is made here
    bool exists = false;
    /// replaced as a whole; anything else (a pipe, a device, an open descriptor) is written to as it is
    bool is_regular = true;
    mode_t mode = 0;  ///< of the file that is there; likewise the next two
    uid_t owner = 0;
    gid_t group = 0;
    int error = 0;           ///< why nothing can be written there; 0 where it seems that it can
    bool of_folder = false;  ///< it is the folder that refuses
};
Target target_of(const std::string& name);

/// What cannot be written, with its name and the reason.
Diagnostic unwritable(const std::string& name, int error, bool of_folder = false);

/// Why a file cannot be written there: to be asked before a long run. Nothing where it seems that it can.
std::optional<Diagnostic> trouble_of_target(const std::string& name);

/// The same file, whatever it is called: by device and inode, or by its path while there is none.
class FileIdentity {
public:
    explicit FileIdentity(const std::string& name);
    [[nodiscard]] bool is(const std::string& other) const;
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    std::string name_;
    std::string path_;
    dev_t device_ = 0;
    ino_t inode_ = 0;
    bool exists_ = false;
    bool is_regular_ = true;
};

/// A file in the making. It has no name until `keep`, so that a run that ends before leaves nothing behind.
class WholeFile {
public:
    explicit WholeFile(std::string name);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    /// False when it could not be written: no more need be made.
    bool write(std::string_view bytes);
    bool flush();
    /// On the disk, and in the place of the former file. Without it that one stays as it is.
    bool keep();
    /// What went wrong first.
    [[nodiscard]] std::optional<Diagnostic> trouble() const;

private:
    void open_unnamed();
    void open_named();
    bool fail(int error, bool of_folder = false);
    bool take_rights() const;
    bool put_in_place();

    std::string name_;
    Target target_;
    int file_ = -1;
    std::string made_;  ///< its name for the time being; empty while it has none
    std::string waiting_;
    int error_ = 0;
    bool of_folder_ = false;
};

/// Keeps other runs from a file while it is read, continued and written again: whoever asks for this lock waits.
class FolderLock {
public:
    explicit FolderLock(const std::string& name);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int folder_ = -1;
};

}  // namespace gouji
