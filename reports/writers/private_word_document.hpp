// SPDX-License-Identifier: Apache-2.0
// Owns: papers as a Word document (DOCX) for people to edit: A4, each paper a section, its pages numbered from 1.
// Refuses: markup from anywhere but the program itself: a text stays a text. And to be used outside of reports/.
#pragma once

#include "engine/base/words.hpp"
#include "reports/paper/private_paper.hpp"

#include <string>
#include <vector>

namespace gouji {

/// The bytes of the file, the same for the same papers; empty where it cannot be made. `title`: of the whole.
std::string write_word_document(const std::string& title, const std::vector<Paper>& papers, Language language);

}  // namespace gouji
