// SPDX-License-Identifier: Apache-2.0
// Owns: the name of an organ out of a stretch of text that has words beside it: verbs, pronouns, connecting words.
// Refuses: to find such stretches, and to guess: what does not end as names do is not a name.
#pragma once

#include "grammar/filing/edition/name_words.hpp"

#include <string>
#include <string_view>

namespace gouji {

struct OrganName {
    std::string text;          ///< empty where the stretch names no organ
    bool is_unplaced = false;  ///< 县水利局: whose county it is, only other words can say
    bool is_joint = false;     ///< it names two organs, so the report is not of either alone
};

/// Without endings to know names by, the stretch is taken as it is.
OrganName organ_name(std::string_view stretch, const NameWords& words);

/// Whether a name that leaves out its place, and maybe more, can be this name: 市房管局 and 青禾市住房保障和房屋管理局.
bool stands_for(std::string_view unplaced, std::string_view full);

/// 青禾县水利局办公室 made the report of 青禾县水利局: the office of a bureau has no report of its own.
std::string without_own_office(std::string name);

}  // namespace gouji
