// SPDX-License-Identifier: Apache-2.0
// Owns: the organs that a report names, each with how far its place is trusted, and the choice among them.
// Refuses: to read a text, but for the full name of an organ whose short name was found.
#pragma once

#include "engine/source/text.hpp"
#include "grammar/filing/edition/name_words.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Where an organ is named, what is trusted most first.
enum class OrganSource {
    title,      ///< a title that is a line, and a name on the line beside one
    page,       ///< what the page says it is, and titles apart in a line
    statement,  ///< sentences that say whose report it is
    publisher,  ///< lines that say who published it
    signature,  ///< at the end
    subject,    ///< sentences of the prose that tell what the organ did
};

class OrganCandidates {
public:
    /// The words and the text of the report must live as long.
    OrganCandidates(const NameWords& names, const Text& text) : names_(names), text_(text) {}

    /// Of one source the lower `rank` is trusted more. False where the stretch has no name.
    bool add(std::string_view stretch, OrganSource source, int rank = 0);

    /// Whether titles alone say who it is: sources that are trusted less would change nothing.
    [[nodiscard]] bool is_settled() const;

    /// Names that are trusted alike must be one, as 云岭市东河区教育局 and 东河区教育局 are, or others must support
    /// just one of them. A name without its place needs another that has it. Else the organ is not known: empty.
    [[nodiscard]] std::string best() const;

private:
    struct Candidate {
        std::string name;
        OrganSource source = OrganSource::title;
        int rank = 0;
        bool is_unplaced = false;
        bool is_joint = false;
    };
    using Level = std::vector<const Candidate*>;

    [[nodiscard]] std::string of_level(const Level& level) const;
    [[nodiscard]] std::string full_name(const std::string& unplaced) const;
    [[nodiscard]] bool is_supported(const std::string& name, const Candidate& level) const;

    const std::string& own_kind();

    const NameWords& names_;
    const Text& text_;
    std::optional<std::string> own_kind_;  ///< made on the first call: titles are taken without it
    std::vector<Candidate> all_;
};

}  // namespace gouji
