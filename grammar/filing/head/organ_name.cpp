// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/head/organ_name.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t han = 3;  // bytes of most Han characters
/// Words between two names.
constexpr std::array<std::string_view, 5> joints = {"、", "和", "与", "及", "暨"};
constexpr std::u32string_view place_letters = U"省市州盟县区旗乡镇";

bool ends_with_any(std::string_view text, std::u32string_view letters) {
    return text.size() >= han && letters.find(utf8::decode(text, text.size() - han).code) != std::u32string_view::npos;
}

bool holds_any(std::string_view text, std::u32string_view letters) {
    for (std::size_t at = 0; at < text.size();) {
        const auto one = utf8::decode(text, at);
        if (letters.find(one.code) != std::u32string_view::npos) return true;
        at += one.size;
    }
    return false;
}

/// Where characters begin, from 0.
std::size_t next(std::string_view text, std::size_t at) { return at + utf8::length(text[at]); }

class NameFinder {
public:
    explicit NameFinder(const NameWords& words) : words_(words) {}

    [[nodiscard]] std::string find(std::string_view stretch) const {
        const std::string_view plain = last_of_place(trimmed(stretch));
        if (is_name(plain)) return std::string(plain);
        if (const std::string_view found = cut_before(plain); !found.empty()) return std::string(found);
        return std::string(cut_after(plain));
    }

    /// 青禾县水利局和青禾县林业局, but 住房和城乡建设局 and 文化、体育局 are one.
    [[nodiscard]] bool is_joint(std::string_view stretch) const {
        for (const std::string_view joint : joints) {
            for (std::size_t at = stretch.find(joint); at != std::string_view::npos;
                 at = stretch.find(joint, at + joint.size())) {
                const std::string_view left = stretch.substr(0, at);
                const std::string_view right = stretch.substr(at + joint.size());
                if (is_whole(left) && is_name(trimmed(right))) return true;
            }
        }
        return false;
    }

    /// Nothing but what many organs are called: 办公室, 人民政府. 县人民政府 is the government of some county.
    [[nodiscard]] bool is_bare(std::string_view name) const {
        const std::string_view whole = name;
        while (!name.empty()) {
            const std::string_view end = words_.endings.ending(name);
            if (end.empty() || (end == name && name != whole && ends_with_any(end, place_letters))) return false;
            name.remove_suffix(end.size());
        }
        return true;
    }

    [[nodiscard]] bool is_name(std::string_view name) const {
        constexpr std::size_t shortest = 2 * han;
        return name.size() >= shortest && is_spelled(name) && ends_as_name(name) && !is_bare(name)
            && !words_.never.is_in(name) && words_.generic.beginning(name).empty()
            && words_.others.beginning(name).empty();
    }

    [[nodiscard]] bool is_unplaced(std::string_view name) const {
        if (!words_.placed.beginning(name).empty()) return false;
        if (!words_.unplaced.beginning(name).empty()) return true;
        // There is one 水利部; and 水利厅 is left as it is.
        constexpr std::u32string_view single = U"部署厅";
        const std::string_view department = words_.departments.beginning(name);
        return !department.empty() && is_bare(name.substr(department.size())) && !ends_with_any(name, single);
    }

private:
    /// Names have Han characters, brackets and 、 between parts.
    static bool is_spelled(std::string_view name) {
        constexpr std::u32string_view signs = U"()、·";
        for (std::size_t at = 0; at < name.size();) {
            const auto one = utf8::decode(name, at);
            if (!utf8::is_han(one.code) && signs.find(one.code) == std::u32string_view::npos) return false;
            at += one.size;
        }
        return true;
    }

    [[nodiscard]] bool ends_as_name(std::string_view name) const {
        if (name.ends_with(')')) {  // 规划局(林业局)
            const std::size_t open = name.rfind('(');
            return open != std::string_view::npos && open > 0 && ends_as_name(name.substr(0, open));
        }
        return !words_.endings.ending(name).empty() && words_.not_endings.ending(name).empty();
    }

    /// 青禾县人民政府青禾县水利局, as pages run together: from the place on where it comes again.
    [[nodiscard]] std::string_view last_of_place(std::string_view text) const {
        for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
            const std::string_view place = text.substr(0, next(text, at));
            if (!ends_with_any(place, place_letters)) continue;
            const std::size_t again = place.size() > 2 * han ? text.rfind(place) : 0;
            const bool listed = std::any_of(joints.begin(), joints.end(),
                [&](std::string_view one) { return text.substr(0, again).ends_with(one); });
            return again > 0 && !listed && is_name(text.substr(again)) ? text.substr(again) : text;
        }
        return text;
    }

    /// An organ, not only a place: 县委、县政府 are two, 青禾县、 is part of something else.
    [[nodiscard]] bool is_whole(std::string_view left) const {
        const std::string_view name = trimmed(left);
        return is_name(name) && !ends_with_any(name, place_letters);
    }

    /// Without the words at both ends; a name that consists of them is left alone.
    [[nodiscard]] std::string_view trimmed(std::string_view text) const {
        for (;;) {
            const std::string_view word = words_.before.beginning(text);
            if (word.empty() || is_bare(text.substr(word.size()))) break;
            text.remove_prefix(word.size());
        }
        for (std::string_view word = words_.after.ending(text); !word.empty() && word.size() < text.size();
             word = words_.after.ending(text))
            text.remove_suffix(word.size());
        return text;
    }

    /// 根据要求编制青禾县水利局: what follows the last verb. 青禾县机构编制委员会 has that word in its name: a place is
    /// before it.
    [[nodiscard]] std::string_view cut_before(std::string_view text) const {
        constexpr std::string_view about = "关于";
        for (std::size_t at = text.size(); at > 0;) {
            at = utf8::previous(text, at);
            const std::string_view word = words_.before.beginning(text.substr(at));
            if (word.size() < 2 * han) continue;
            const std::string_view left = text.substr(0, at);
            const bool apart = !holds_any(left, place_letters) || word.starts_with(about) || words_.never.is_in(left)
                || !words_.others.beginning(left).empty() || !words_.generic.beginning(left).empty();
            const std::string_view name = trimmed(text.substr(at + word.size()));
            if (apart && is_name(name)) return name;
            if (apart) {
                const std::string_view shorter = cut_after(name);
                if (!shorter.empty()) return shorter;
            }
        }
        return {};
    }

    /// 青禾县水利局认真编制了: what is before the first verb, where it ends as a name does. A place alone may be only
    /// the beginning of one.
    [[nodiscard]] std::string_view cut_after(std::string_view text) const {
        for (std::size_t at = 0; at < text.size(); at = next(text, at)) {
            if (words_.after.beginning(text.substr(at)).empty()) continue;
            const std::string_view name = trimmed(text.substr(0, at));
            if (is_name(name) && !ends_with_any(name, place_letters)) return name;
        }
        return {};
    }

    const NameWords& words_;
};

}  // namespace

OrganName organ_name(std::string_view stretch, const NameWords& words) {
    OrganName made;
    const std::string plain = utf8::without_blanks(stretch);
    if (words.endings.empty()) {
        made.text = plain;
        return made;
    }
    const NameFinder finder(words);
    made.text = finder.find(plain);
    if (made.text.empty()) return made;
    made.is_joint = finder.is_joint(made.text);
    made.is_unplaced = finder.is_unplaced(made.text);
    return made;
}

bool stands_for(std::string_view unplaced, std::string_view full) {
    constexpr std::size_t shortest = 3 * han;
    if (unplaced.size() < shortest || full.size() <= unplaced.size()) return false;
    if (full.ends_with(unplaced)) return true;
    // Its letters in their order, all but the place at the beginning.
    std::size_t at = 0;
    std::size_t met = 0;
    for (std::size_t i = 0; i < full.size() && at < unplaced.size(); i = next(full, i)) {
        const std::size_t size = utf8::length(unplaced[at]);
        if (i == 0 || full.substr(i, size) != unplaced.substr(at, size)) continue;
        at += size;
        ++met;
    }
    constexpr std::size_t fewest = 4;
    return at == unplaced.size() && met >= fewest;
}

std::string without_own_office(std::string name) {
    constexpr std::array<std::string_view, 4> offices = {"局办公室", "厅办公室", "部办公室", "署办公室"};
    constexpr std::size_t office = 3 * han;
    for (const std::string_view one : offices) {
        if (name.ends_with(one)) return name.substr(0, name.size() - office);
    }
    return name;
}

}  // namespace gouji
