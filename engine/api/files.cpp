// SPDX-License-Identifier: Apache-2.0
#include "engine/api/files.hpp"

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

/// Why the system refused, in our languages where it is one of the usual reasons.
Words reason_of(int error) {
    switch (error) {
        case ENOENT: return {"没有这个文件", "there is no such file"};
        case EACCES: return {"没有权限", "permission denied"};
        case EISDIR: return {"这是一个目录", "it is a directory"};
        case ENOTDIR: return {"路径中有一段不是目录", "a part of the path is no directory"};
        case ELOOP: return {"符号链接成环", "its links go in a circle"};
        case ENAMETOOLONG: return {"名称太长", "its name is too long"};
        case EMFILE:
        case ENFILE: return {"打开的文件太多", "too many files are open"};
        case EIO: return {"读写出错", "input or output error"};
        default: return same(std::strerror(error));
    }
}

bool ends_with_any(const std::string& name, std::span<const std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return name.size() > ending.size() && std::string_view(name).substr(name.size() - ending.size()) == ending;
    });
}

constexpr std::array<std::string_view, 2> yaml_endings = {".yaml", ".yml"};

/// A directory of rules may come from a stranger: what it names stays in it.
bool leads_outside(const std::string& name, const fs::path& directory) {
    std::error_code error;
    const fs::path target = fs::canonical(name, error);
    const fs::path inside = error ? fs::path() : target.lexically_relative(directory);
    return error || inside.empty() || *inside.begin() == "..";
}

}  // namespace

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
    std::string content(std::clamp<std::size_t>(static_cast<std::size_t>(about.st_size) + 1, 1 << 12, most_at_first), '\0');
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

std::vector<std::string> files_below(const std::string& directory, std::span<const std::string_view> endings, std::error_code& error) {
    std::vector<std::string> found;
    for (fs::recursive_directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
        std::error_code own;
        if (at->is_regular_file(own) && ends_with_any(at->path().string(), endings)) found.push_back(at->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<RuleFile> find_rule_files(const std::string& path, bool reported, std::vector<Diagnostic>& diagnostics, bool ours) {
    std::vector<RuleFile> files;
    std::error_code error;
    std::vector<std::string> names = {path};
    const bool directory = fs::is_directory(path, error);
    if (directory) names = files_below(path, yaml_endings, error);
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
    if (names.empty()) {
        diagnostics.push_back(diagnose(rule_codes::no_rules, {{"path", same(path)}}));
        diagnostics.back().file = utf8::printable(path);
    }
    return files;
}

}  // namespace gouji
