// SPDX-License-Identifier: Apache-2.0
// Owns: the files of a load while they are read, and what is wrong in each.
// Refuses: to read them.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/base/result.hpp"
#include "engine/rules/yaml.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace gouji {

/// The files of a load, each with the mistakes that are found in it.
class LoadedFiles {
public:
    /// If two files have one name, the first is kept.
    YamlFile& add(const std::string& name, const std::string& content) {
        return files_.try_emplace(name, name, content).first->second;
    }
    YamlFile& of(const std::string& name) { return files_.find(name)->second; }
    void complain(const std::string& file, const Code& code, std::size_t at, Substitutes arguments) {
        of(file).complain(diagnose(code, arguments), at, at + 1);
    }
    /// True once for each place and mistake: several forms and rules come upon the same one.
    bool is_first(const std::string& file, std::size_t at, const std::string& what) {
        return seen_.emplace(file, at, what).second;
    }
    /// All mistakes, file by file.
    std::vector<Diagnostic> take_mistakes() {
        std::vector<Diagnostic> all;
        for (auto& [name, file] : files_) {
            file.prefer_typing();
            file.tell_left_out();
            append(all, std::move(file.diagnostics()));
        }
        return all;
    }

private:
    std::map<std::string, YamlFile> files_;
    std::set<std::tuple<std::string, std::size_t, std::string>> seen_;
};

}  // namespace gouji
