// SPDX-License-Identifier: Apache-2.0
#include "engine/api/rule_files.hpp"

#include "engine/api/codes.hpp"
#include "engine/base/handle.hpp"
#include "engine/base/utf8.hpp"
#include "engine/rules/codes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace gouji {
namespace {

namespace fs = std::filesystem;

struct Reason {
    int error;
    std::string_view zh;
    std::string_view en;
};
constexpr std::array reasons = {
    Reason{ENOENT, "没有这个文件", "there is no such file"},
    Reason{EACCES, "没有权限", "permission denied"},
    Reason{EPERM, "系统不允许", "the system does not allow it"},
    Reason{EISDIR, "这是一个目录", "it is a directory"},
    Reason{ENOTDIR, "路径中有一段不是目录", "part of the path is not a directory"},
    Reason{ELOOP, "符号链接成环", "its links form a loop"},
    Reason{ENAMETOOLONG, "名称太长", "its name is too long"},
    Reason{EMFILE, "打开的文件太多", "too many files are open"},
    Reason{ENFILE, "打开的文件太多", "too many files are open"},
    Reason{EIO, "读写出错", "input or output error"},
    Reason{ENOSPC, "磁盘已满", "the disk is full"},
    Reason{EDQUOT, "磁盘配额已用完", "the disk quota is used up"},
    Reason{EFBIG, "文件太大", "the file would be too large"},
    Reason{EROFS, "文件系统是只读的", "the file system is read-only"},
    Reason{EBUSY, "正在使用", "it is in use"},
    Reason{EBADF, "没有打开", "it is not open"},
    Reason{EPIPE, "读取的一方已经关闭", "the reading end is closed"},
};

bool ends_with_any(const std::string& name, std::span<const std::string_view> endings) {
    const std::string lowered = utf8::lowered(name);
    return std::any_of(endings.begin(), endings.end(),
        [&](std::string_view ending) { return lowered.size() > ending.size() && lowered.ends_with(ending); });
}

/// What a file is called that is passed over: by its ending, where it has one that looks like one.
Words kind_of(const std::string& name) {
    constexpr std::size_t most = 12;
    const std::size_t dot = name.rfind('.');
    const bool named = dot != std::string::npos && dot > 0 && dot + 1 < name.size() && name.size() - dot <= most;
    if (!named || name.find_first_of(" \t\n", dot) != std::string::npos) return {"没有扩展名", "no ending"};
    return same(utf8::printable(utf8::lowered(name.substr(dot))));
}

/// One search through a directory and all that are in it.
class FolderSearch {
public:
    explicit FolderSearch(std::span<const std::string_view> endings) : endings_(endings) {}

    FoundBelow run(const std::string& directory) {
        waiting_.push_back({directory, false});
        while (!waiting_.empty()) {
            const Folder folder = std::move(waiting_.back());
            waiting_.pop_back();
            enter(folder);
        }
        std::sort(found_.files.begin(), found_.files.end());
        std::sort(
            found_.passed.begin(), found_.passed.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
        std::sort(found_.refused.begin(), found_.refused.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; });
        return std::move(found_);
    }

private:
    struct Folder {
        std::string path;
        bool hidden = false;
    };

    void enter(const Folder& folder) {
        std::error_code error;
        for (fs::directory_iterator at(folder.path, error), end; !error && at != end; at.increment(error)) {
            take(*at, folder.hidden);
        }
        if (!error) return;
        found_.refused.push_back(diagnose(api_codes::folder_unreadable, {{"why", reason_of(error.value())}}));
        found_.refused.back().file = utf8::printable(folder.path);
    }

    void take(const fs::directory_entry& entry, bool hidden) {
        const std::string path = entry.path().string();
        const std::string name = entry.path().filename().string();
        const bool known = ends_with_any(name, endings_);
        hidden = hidden || name.starts_with('.');
        std::error_code error;
        const bool link = entry.is_symlink(error);
        const fs::file_status about = entry.status(error);
        if (fs::is_directory(about)) {
            if (link) pass(path, {"指向目录的链接", "links to folders"});
            else waiting_.push_back({path, hidden});
        } else if (fs::is_regular_file(about) && known) {
            found_.files.push_back(path);
        } else if (!fs::exists(about)) {
            // A link to nothing, or one that may not be looked at: reading a report there says what is wrong.
            if (known) found_.files.push_back(path);
            else pass(path, link ? Words{"断开的链接", "broken links"} : kind_of(name));
        } else if (!fs::is_regular_file(about)) {
            pass(path, {"管道、设备等", "pipes, devices and the like"});
        } else {
            pass(path, hidden ? Words{"隐藏文件", "hidden"} : kind_of(name));
        }
    }

    void pass(const std::string& path, Words kind) { found_.passed.push_back({path, std::move(kind)}); }

    std::span<const std::string_view> endings_;
    std::vector<Folder> waiting_;
    FoundBelow found_;
};

constexpr std::array<std::string_view, 2> yaml_endings = {".yaml", ".yml"};

/// A directory of rules may come from a stranger: what it names stays in it.
bool leads_outside(const std::string& name, const fs::path& directory) {
    std::error_code error;
    const fs::path target = fs::canonical(name, error);
    const fs::path inside = error ? fs::path() : target.lexically_relative(directory);
    return error || inside.empty() || *inside.begin() == "..";
}

}  // namespace

Words reason_of(int error) {
    const auto found =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& one) { return one.error == error; });
    return found == reasons.end() ? same(std::strerror(error)) : Words{std::string(found->zh), std::string(found->en)};
}

Diagnostic unreadable(const std::string& name, int error) {
    Diagnostic made = diagnose(api_codes::unreadable, {{"why", reason_of(error)}});
    made.file = utf8::printable(name);
    return made;
}

Result<std::string> read_file(const std::string& name) {
    // A stream would set up its locale for each of a hundred thousand.
    const Handle file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat about {};
    if (file.number() < 0 || fstat(file.number(), &about) != 0) return unreadable(name, errno);
    if (S_ISDIR(about.st_mode)) return unreadable(name, EISDIR);
    // A pipe has no size, and a file may grow while it is read: what it says of itself is where to begin.
    constexpr std::size_t most_at_first = std::size_t{1} << 20;
    std::string content(
        std::clamp<std::size_t>(static_cast<std::size_t>(about.st_size) + 1, 1 << 12, most_at_first), '\0');
    for (std::size_t size = 0;;) {
        if (size == content.size()) content.resize(2 * size);
        const ssize_t got = ::read(file.number(), content.data() + size, content.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return unreadable(name, errno);
        size += static_cast<std::size_t>(got);
        if (got > 0) continue;
        content.resize(size);
        return content;
    }
}

FoundBelow files_below(const std::string& directory, std::span<const std::string_view> endings) {
    return FolderSearch(endings).run(directory);
}

std::vector<RuleFile> find_rule_files(
    const std::string& path, bool reported, std::vector<Diagnostic>& diagnostics, bool ours) {
    std::vector<RuleFile> files;
    std::error_code error;
    std::vector<std::string> names = {path};
    const bool directory = fs::is_directory(path, error);
    if (directory) {
        FoundBelow found = files_below(path, yaml_endings);
        names = std::move(found.files);
        append(diagnostics, std::move(found.refused));
    }
    const fs::path whole = directory ? fs::canonical(path, error) : fs::path();
    for (const auto& name : names) {
        if (directory && !ours && leads_outside(name, whole)) {
            diagnostics.push_back(diagnose(api_codes::link_outside));
            diagnostics.back().file = utf8::printable(name);
            continue;
        }
        auto content = read_file(name);
        append(diagnostics, std::move(content.diagnostics));
        if (content) files.push_back({utf8::printable(name), std::move(*content), reported, false});
    }
    if (names.empty() && !has_error(diagnostics)) {
        diagnostics.push_back(diagnose(rule_codes::no_rules, {{"path", same(path)}}));
        diagnostics.back().file = utf8::printable(path);
    }
    return files;
}

}  // namespace gouji
