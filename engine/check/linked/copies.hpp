// SPDX-License-Identifier: Apache-2.0
// Owns: holding several files of one organ and year against each other: which say the same, and where the others
// differ.
// Refuses: to say which of them is right, and to take what one file lacks for a difference: a conversion may have lost
// it.
#pragma once

#include "engine/model/filing.hpp"
#include "engine/model/verdict.hpp"
#include "engine/source/shown.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gouji {

/// A figure that a file states for certain, with the name that it has in every file.
struct HeldFigure {
    std::string table;  ///< of the form; empty for figures of the prose and of tables of the report's own
    Operand operand;
    Decimal value;  ///< in 元, or parts of one
};
/// In the order of the file.
using HeldFigures = std::vector<HeldFigure>;

HeldFigures figures_held(const Filing& filing);
/// Of one table of a form.
HeldFigures figures_held(const Table& table);
/// How many figures a file states for certain; so the fullest of several is known.
std::size_t count_figures(const Filing& filing);

/// A figure that two files, or two tables, have otherwise: the values that there are, each with the first that has it.
struct Dispute {
    struct Version {
        std::size_t source = 0;  ///< from 0, in the order in which they were given
        const HeldFigure* figure = nullptr;
    };
    std::string name;
    std::string table;
    std::vector<Version> versions;
};
/// In the order of the first that has the figure. The figures must live as long. Of what is said more than once it is
/// none where one source says all that the other does.
std::vector<Dispute> disputes_among(const std::vector<HeldFigures>& sources);

/// The files of one organ and year, sorted by what they say.
class Versions {
public:
    /// Those that state the same in all that both have, and have something in common. The first speaks for the others:
    /// what they say in prose it says as well, or nobody would look at it; cells that it lacks were lost on the way.
    struct Version {
        std::vector<std::size_t> files;
        std::vector<HeldFigures> figures;  ///< of each of them
    };

    void add(std::size_t file, const Filing& filing);
    [[nodiscard]] const std::vector<Version>& all() const { return versions_; }

private:
    std::vector<Version> versions_;
};

/// One of several files that do not say the same.
struct Copy {
    const Filing* filing = nullptr;
    const Shown* shown = nullptr;  ///< nothing where nobody asks for lines
};

/// Where a span of another file stands, for people who read this one.
Elsewhere place_elsewhere(const Copy& copy, Span span);

/// What all of them vouch for: the first, with what others have otherwise marked as disputed.
Filing agreed(const Filing& first, const std::vector<const Filing*>& others);

}  // namespace gouji
