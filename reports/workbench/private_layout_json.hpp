// SPDX-License-Identifier: Apache-2.0
// Owns: the layout of a table in JSON: rows and columns as they lie in each other (`Layout` in docs/api/openapi.yaml).
// Refuses: figures, and to be used outside of reports/.
#pragma once

#include "engine/model/filing.hpp"
#include "reports/writers/private_json_writer.hpp"

namespace gouji {

/// Each a whole object.
void write_layout(JsonWriter& json, const TableForm& form);
/// Of a table that fits no form: its own rows and columns.
void write_layout(JsonWriter& json, const Table& table);

}  // namespace gouji
