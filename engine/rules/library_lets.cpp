// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_library_lets.hpp"

#include "engine/rules/codes.hpp"
#include "engine/rules/private_ids.hpp"

#include <algorithm>

namespace gouji {
namespace {

class LetCollector {
public:
    LetCollector(Rule& rule, const std::vector<Library>& libraries, LoadedFiles& files)
        : rule_(rule), libraries_(libraries), files_(files) {}

    bool collect() {
        for (const Library& library : libraries_) {
            if (library.name.empty() && library.file == rule_.file) add(library);
        }
        for (const auto& name : rule_.uses) use(name);
        return all_there_;
    }

private:
    void add(const Library& library) {
        for (const auto& let : library.lets) {
            const bool there = std::any_of(rule_.lets.begin(), rule_.lets.end(), [&](const auto& other) {
                return other.second.file == let.second.file && other.second.offset == let.second.offset;
            });
            if (!there) rule_.lets.push_back(let);
        }
        for (const auto& name : library.uses) use(name);
    }

    void use(const std::string& name) {
        const auto found = std::find_if(libraries_.begin(), libraries_.end(),
            [&](const Library& library) { return !library.name.empty() && library.name == name; });
        if (found == libraries_.end()) return complain_unknown(name);
        const bool circle = std::find(open_.begin(), open_.end(), name) != open_.end();
        open_.push_back(name);
        if (!circle) add(*found);
        else if (files_.is_first(found->file, found->offset, "circle"))
            files_.complain(found->file, rule_codes::library_cycle, found->offset, {{"names", same(joined(open_))}});
        open_.pop_back();
    }

    void complain_unknown(const std::string& name) {
        all_there_ = false;
        if (!files_.is_first(rule_.file, rule_.offset, "use " + name)) return;
        const auto known = ids_of(libraries_, [](const Library& library) { return library.name; });
        files_.complain(rule_.file, rule_codes::unknown_library, rule_.offset,
            {{"name", same(name)}, {"near", near_or_all(name, known)}});
    }

    Rule& rule_;
    const std::vector<Library>& libraries_;
    LoadedFiles& files_;
    std::vector<std::string> open_;  ///< libraries from the rule down to the one that is read
    bool all_there_ = true;
};

}  // namespace

bool add_library_lets(Rule& rule, const std::vector<Library>& libraries, LoadedFiles& files) {
    return LetCollector(rule, libraries, files).collect();
}

}  // namespace gouji
