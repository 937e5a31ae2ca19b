// SPDX-License-Identifier: Apache-2.0
// Owns: the form file that a new kind of report begins from.
// Refuses: to write it anywhere.
#pragma once

#include "engine/base/words.hpp"
#include "grammar/filing/drafts/drafted_form.hpp"

#include <string>

namespace gouji {

/// A form file that passes lint. What could not be seen in the report is written as a comment that says so.
std::string new_form(const DraftedForm& draft, Language language);

}  // namespace gouji
