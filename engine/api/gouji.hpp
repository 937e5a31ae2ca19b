// SPDX-License-Identifier: Apache-2.0
// Owns: the four steps that another program takes: load the rules, read reports, check them, render what came out.
// Refuses: to write, to print, and to know what day it is. And to start converters: PDF comes as the words that
// `pdftotext -bbox-layout` makes of it, DOC, WPS, RTF and XLS as the DOCX or XLSX that LibreOffice makes of them.
#pragma once

#include "engine/base/result.hpp"
#include "engine/base/version.hpp"
#include "engine/check/checked_filing.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/source/source.hpp"
#include "reports/report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The rule and form files of a directory, compiled: those that are installed with the program (CMake tells where, as
/// `gouji_RULES`), or one's own with the forms that they are for. `suite`: which rules are reported; empty for all.
/// Without a value one of the files has a mistake: the diagnostics have all mistakes of all files. What is made is not
/// changed by anything below: any number of threads may use it, and it must outlive what is read with it.
Result<Catalogue> load(const std::string& directory, const std::string& suite = {});

/// A report, read: title, organ, year, tables, facts in its prose. Nothing is said of it yet. Without a value the bytes
/// are no report that any form fits, and the diagnostics say why.
Result<ReadFiling> read(Source source, const Catalogue& catalogue);

/// The verdicts on each filing, and its findings with their likely causes. Filings of one organ find each other by
/// their years, and parents those below them. Files of one organ and year stand beside each other; of those that say
/// the same only the fullest is in the report, and names the others. `today`: by which waivers expire, in days since
/// 1970-01-01; without it none waives anything, and that is told.
Report check(
    std::vector<ReadFiling> filings, const Catalogue& catalogue, std::optional<std::int64_t> today = std::nullopt);

/// The report in one of the formats of `gouji check --format` (reports/report.hpp has their table): the bytes that the
/// program writes. Empty where there is no format of this name.
std::string render(const Report& report, std::string_view format, const ReportOptions& options);

}  // namespace gouji
