// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/organ_candidates.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/filing/head/organ_name.hpp"
#include "grammar/lexical/characters.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace gouji {
namespace {

bool holds(std::string_view longer, std::string_view shorter) { return longer.find(shorter) != std::string_view::npos; }

/// The one of two names, one of which holds the other, that says more; of a bureau and its office the bureau.
const std::string& fuller(const std::string& a, const std::string& b) {
    const std::string& longer = a.size() < b.size() ? b : a;
    const std::string& shorter = a.size() < b.size() ? a : b;
    return without_own_office(longer) == shorter ? shorter : longer;
}

/// The names as few as they are: those that hold each other are one.
std::vector<std::string> different(const std::vector<std::string>& names) {
    std::vector<std::string> made;
    for (const std::string& one : names) {
        const auto same = std::find_if(
            made.begin(), made.end(), [&](const std::string& other) { return holds(one, other) || holds(other, one); });
        if (same == made.end()) made.push_back(one);
        else *same = fuller(*same, one);
    }
    return made;
}

/// Only a place is added: 青禾县 to 水利局, 青禾 to 县水利局.
bool is_placed(std::string_view full, std::string_view unplaced) {
    constexpr std::u32string_view places = U"省市州盟县区旗乡镇";
    if (!full.ends_with(unplaced) || full.size() <= unplaced.size()) return false;
    const std::size_t size = full.size() - unplaced.size();
    const auto holds_place = [&](std::size_t at) {
        return places.find(utf8::decode(full, at).code) != std::u32string_view::npos;
    };
    return holds_place(size) || holds_place(utf8::previous(full, size));
}

/// 局 where the report says 我局, and nothing else of the kind. 我县 is said of the county.
std::string kind_of_own(const Text& text) {
    constexpr std::u32string_view kinds = U"局委厅镇乡";
    std::string kind;
    char32_t before = 0;
    for (const Letter& letter : text.letters()) {
        if ((before == U'我' || before == U'本') && kinds.find(letter.code) != std::u32string_view::npos) {
            std::string own;
            utf8::append(own, letter.code);
            if (!kind.empty() && kind != own) return {};
            kind = own;
        }
        before = letter.code;
    }
    return kind;
}

}  // namespace

const std::string& OrganCandidates::own_kind() {
    if (!own_kind_) own_kind_ = names_.generic.empty() ? std::string() : kind_of_own(text_);
    return *own_kind_;
}

bool OrganCandidates::add(std::string_view stretch, OrganSource source, int rank) {
    OrganName found = organ_name(stretch, names_);
    if (found.text.empty()) return false;
    if (source == OrganSource::statement || source == OrganSource::publisher || source == OrganSource::signature)
        found.text = without_own_office(std::move(found.text));
    // A bureau says 我局: it is not the government that published its report, or a county of which it tells.
    const bool is_title = source == OrganSource::title || source == OrganSource::page;
    if (!is_title && !own_kind().empty() && !holds(found.text, own_kind())) return true;
    all_.push_back({std::move(found.text), source, rank, found.is_unplaced, found.is_joint});
    return true;
}

bool OrganCandidates::is_settled() const {
    std::vector<std::string> names;
    for (const Candidate& one : all_) {
        if (one.source != OrganSource::title) continue;
        if (one.is_unplaced || one.is_joint || one.rank != 0) return false;
        names.push_back(one.name);
    }
    return different(names).size() == 1;
}

std::string OrganCandidates::best() const {
    const auto trust = [](const Candidate& one) { return std::tuple(one.source, one.rank); };
    std::vector<const Candidate*> sorted;
    for (const Candidate& one : all_) sorted.push_back(&one);
    std::stable_sort(
        sorted.begin(), sorted.end(), [&](const Candidate* a, const Candidate* b) { return trust(*a) < trust(*b); });
    if (sorted.empty()) return {};
    Level level;
    for (const Candidate* one : sorted) {
        if (trust(*one) == trust(*sorted.front())) level.push_back(one);
    }
    return of_level(level);
}

std::string OrganCandidates::of_level(const Level& level) const {
    std::vector<std::string> placed;
    std::vector<std::string> unplaced;
    for (const Candidate* one : level) {
        if (one->is_joint) return {};
        (one->is_unplaced ? unplaced : placed).push_back(one->name);
    }
    for (const std::string& one : unplaced) {
        const bool known =
            std::any_of(placed.begin(), placed.end(), [&](const std::string& full) { return stands_for(one, full); });
        if (!known) placed.push_back(full_name(one));
        if (placed.back().empty()) return {};
    }
    std::vector<std::string> names = different(placed);
    if (names.size() > 1)
        std::erase_if(names, [&](const std::string& one) { return !is_supported(one, *level.front()); });
    return names.size() == 1 ? names.front() : std::string();
}

bool OrganCandidates::is_supported(const std::string& name, const Candidate& level) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Candidate& one) {
        return std::tuple(one.source, one.rank) > std::tuple(level.source, level.rank) && !one.is_joint
            && (holds(name, one.name) || holds(one.name, name) || (one.is_unplaced && stands_for(one.name, name)));
    });
}

/// Another candidate that has the place, or the words of the text in which the name has it.
std::string OrganCandidates::full_name(const std::string& unplaced) const {
    const std::string_view text = text_.characters();
    std::vector<std::string> found;
    const auto add = [&](const std::string& name) {
        if (std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
    };
    for (const Candidate& one : all_) {
        if (!one.is_unplaced && !one.is_joint && stands_for(unplaced, one.name)) add(one.name);
    }
    const bool is_named = !found.empty();
    for (std::size_t at = text.find(unplaced); !is_named && at != std::string_view::npos;
         at = text.find(unplaced, at + 1)) {
        constexpr std::size_t longest = 30;  // bytes of a place
        std::size_t begin = at;
        while (at - begin < longest && is_behind_han(text, begin)) begin -= 3;
        const OrganName name = organ_name(text.substr(begin, at + unplaced.size() - begin), names_);
        if (!name.is_unplaced && !name.is_joint && is_placed(name.text, unplaced)) add(name.text);
    }
    const std::vector<std::string> names = different(found);
    return names.size() == 1 ? names.front() : std::string();
}

}  // namespace gouji
