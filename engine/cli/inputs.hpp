// SPDX-License-Identifier: Apache-2.0
// Owns: the documents of a run in their order: files, directories, lists of files (@FILE), standard input, and
// documents that come as lines of JSON.
// Refuses: to hold their contents: each is read when its turn comes.
#pragma once

#include "engine/api/rule_files.hpp"
#include "engine/base/result.hpp"
#include "engine/cli/arguments.hpp"
#include "engine/files/whole_file.hpp"
#include "engine/source/source.hpp"

#include <cstddef>
#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// A document before it is read.
struct Input {
    std::string name;
    bool standard_input = false;
    std::string path{};                     ///< of its file, where it bears another name
    std::optional<std::string> text{};      ///< that came with it
    std::vector<Diagnostic> diagnostics{};  ///< why there is nothing to read
};

class Inputs {
public:
    /// Paths, and documents of --documents behind them. What cannot be found is told at once. `notes`: what
    /// folders have besides, for the person at the terminal.
    Inputs(const Arguments& arguments, std::istream& in, std::vector<Diagnostic>& diagnostics,
        std::vector<Diagnostic>& notes);

    /// The next one, or nothing behind the last; not from two threads at once.
    std::optional<Input> next();
    /// How many there are, where that is known before the end.
    [[nodiscard]] std::optional<std::size_t> total() const;

private:
    void find(const std::string& path, const std::string& option);
    void find_below(const std::string& folder);
    void add(std::string_view path);
    void find_listed(const std::string& list);
    void tell_passed(bool names);
    [[nodiscard]] bool is_written(const std::string& path) const;
    std::optional<Input> next_document();
    std::optional<Input> end_of_documents(const std::istream& from);

    std::istream& in_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Diagnostic>& notes_;
    std::vector<FileIdentity> written_;  ///< by this run
    std::vector<std::string> folders_;   ///< that were searched
    std::vector<FoundBelow::Passed> passed_;
    std::string found_;  ///< paths, each with a zero byte behind it: there may be a hundred thousand
    std::size_t count_ = 0;
    std::size_t at_ = 0;
    std::string documents_;  ///< the file of --documents, - for standard input
    std::ifstream documents_file_;
    int line_ = 0;
    bool document_seen_ = false;
    bool ended_ = false;
};

/// The bytes of an input.
Result<Source> read_input(Input input, std::istream& in);

}  // namespace gouji
