// SPDX-License-Identifier: Apache-2.0
#include "grammar/filing/sections.hpp"

#include "engine/base/utf8.hpp"
#include "grammar/private_lexical.hpp"

#include <algorithm>

namespace gouji {
namespace {

namespace p = tao::pegtl;

struct State {
    std::string_view text;
    const Edition& edition;
    std::vector<Heading> found;

    [[nodiscard]] bool line_starts(std::size_t at) const {
        while (at > 0 && text[at - 1] == ' ') --at;
        return at == 0 || text[at - 1] == '\n';
    }
    [[nodiscard]] bool line_ends(std::size_t at) const {
        while (at < text.size() && text[at] == ' ') ++at;
        return at == text.size() || text[at] == '\n';
    }
};

/// Consults the form's headings.
struct heading {
    using rule_t = heading;
    using subs_t = p::empty_list;
    template <p::apply_mode A, p::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input>
    static bool match(Input& in, State& state) {
        const auto at = static_cast<std::size_t>(in.current() - state.text.data());
        constexpr std::size_t most_headings = 2000;  // the search for their order is quadratic
        if (state.found.size() >= most_headings) return false;
        const auto hit = state.edition.sections.match(state.text, at);
        if (!hit) return false;
        const bool alone = state.line_starts(at) && state.line_ends(hit->end);
        bool taken = false;
        for (const auto& [section, official] : *hit->ids) {
            const int ordinal = state.edition.form->sections[static_cast<std::size_t>(section)].ordinal;
            const bool numbered = hit->ordinal != 0 && (ordinal == 0 || hit->ordinal == ordinal);
            if (!numbered && !alone) continue;
            state.found.push_back({section, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(hit->end)}, {}, numbered});
            taken = true;
        }
        if (taken) in.bump(hit->end - at);
        return taken;
    }
};

// A heading begins with an ordinal, or a line does.
struct place : p::sor<heading, p::utf8::any> {};
struct places : p::star<place> {};

}  // namespace

std::vector<Heading> find_sections(std::string_view text, const Edition& edition) {
    State state{text, edition, {}};
    p::memory_input<p::tracking_mode::lazy> input(text.data(), text.size(), "");
    p::parse<places>(input, state);
    // The longest chain of headings in the order of the form; numbered ones count twice.
    const auto& found = state.found;
    std::vector<int> weight(found.size());
    std::vector<std::size_t> next(found.size(), found.size());
    for (std::size_t i = found.size(); i-- > 0;) {
        weight[i] = found[i].numbered ? 2 : 1;
        int best = 0;
        for (std::size_t j = i + 1; j < found.size(); ++j) {
            if (found[j].section > found[i].section && found[j].heading.start >= found[i].heading.end && weight[j] > best) {
                best = weight[j];
                next[i] = j;
            }
        }
        weight[i] += best;
    }
    std::vector<Heading> chain;
    if (found.empty()) return chain;
    for (auto i = static_cast<std::size_t>(std::max_element(weight.begin(), weight.end()) - weight.begin()); i < found.size(); i = next[i]) {
        chain.push_back(found[i]);
    }
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const auto end = i + 1 < chain.size() ? chain[i + 1].heading.start : static_cast<std::uint32_t>(text.size());
        chain[i].body = {chain[i].heading.end, end};
    }
    return chain;
}

}  // namespace gouji
