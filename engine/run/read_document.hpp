// SPDX-License-Identifier: Apache-2.0
// Owns: a finished reading, in one call: from the bytes of a document to a filing whose readings are chosen and whose
// empty cells are inferred.
// Refuses: to open files and to start other programs.
#pragma once

#include "engine/base/result.hpp"
#include "engine/check/checked_filing.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/source/source.hpp"

namespace gouji {

/// Without a value the bytes are not a report that any form of the catalogue fits, and the diagnostics say why. The
/// text for people is empty where it is the source itself. The catalogue must outlive the filing.
Result<ReadFiling> read_document(const Source& source, const Catalogue& catalogue);

}  // namespace gouji
