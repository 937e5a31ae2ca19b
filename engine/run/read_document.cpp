// SPDX-License-Identifier: Apache-2.0
#include "engine/run/read_document.hpp"

#include "engine/check/readings/choose.hpp"
#include "engine/source/readers/readers.hpp"
#include "grammar/filing/read_filing.hpp"

#include <utility>

namespace gouji {

Result<ReadFiling> read_document(const Source& source, const Catalogue& catalogue) {
    Result<ReadFiling> read;
    Result<Text> text = read_text(source);
    append(read.diagnostics, std::move(text.diagnostics));
    if (!text) return read;
    Result<Filing> filing = read_filing(*text, catalogue.editions, source.name);
    append(read.diagnostics, std::move(filing.diagnostics));
    if (!filing) return read;
    choose_readings(*filing);
    read.value = ReadFiling{text->take_shown(), std::move(*filing)};
    return read;
}

}  // namespace gouji
