// SPDX-License-Identifier: Apache-2.0
// Owns: what several tests need: texts from strings, the shipped catalogue, the program as a function, golden files.
#pragma once

#include "engine/rules/catalogue.hpp"
#include "engine/source/text.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

#ifdef GOUJI_SLOW
/// What goes through many cases: a sanitizer takes some ten times as long for each.
inline constexpr bool slow = true;
#else
inline constexpr bool slow = false;
#endif

/// The text of a plain source; an empty one when it was refused.
Text text_of(std::string_view bytes);

std::vector<RuleFile> shipped_files();
const Catalogue& shipped();

/// A filing read and chosen with the shipped forms.
Filing filing_of(std::string_view bytes);

/// A cell as printed, or what stands there instead of a number.
std::string value(const Filing& filing, std::string_view table, std::string_view row, std::string_view column);

struct Ran {
    int exit = 0;
    std::string out;
    std::string err;
};
/// The program with these arguments, in this process, from the root of the project.
Ran run(std::vector<std::string> arguments, std::string_view input = {});

std::string read_file(const std::filesystem::path& path);

/// The blocks of a page of the documentation in one language of code: yaml, sh.
std::vector<std::string> blocks_of(const std::string& page, const std::string& language);

/// The samples that are one text: those that the project has as such.
std::vector<std::string> sample_texts();

/// A folder that is there while the test runs, for this process alone: others run beside it.
class Folder {
public:
    explicit Folder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() / ("gouji-" + name + "-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// `name` may be in folders, which are made.
    std::string put(const std::string& name, const std::string& content) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << content;
        return (path_ / name).string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

/// A program of this name that does what the script says, found before any other while the test runs.
class Stub {
public:
    Stub(const std::string& name, const std::string& script);
    ~Stub();
    Stub(const Stub&) = delete;
    Stub& operator=(const Stub&) = delete;

private:
    Folder folder_;
    std::string path_;  ///< where programs are looked for without it
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// With the first `from`, which must be there, as `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// Compares with tests/golden/NAME; GOUJI_REWRITE_GOLDENS=1 in the environment writes it instead.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace gouji::test
