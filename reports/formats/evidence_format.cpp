// SPDX-License-Identifier: Apache-2.0
// 审计取证单 (audit evidence sheets) for Word, WPS and LibreOffice: a finding a sheet.
#include "reports/finding/private_wording.hpp"
#include "reports/paper/private_evidence_sheets.hpp"
#include "reports/writers/private_word_document.hpp"

namespace gouji {
namespace {

std::string check_evidence(const Report& report, const ReportOptions& options) {
    return write_word_document(Wording{"审计取证单", "Audit evidence sheets"}.in(options.language),
        evidence_sheets(report, options.language), options.language);
}

}  // namespace

extern const ReportFormat evidence_format = {"evidence", "审计取证单，一个问题一张，可编辑的 Word 文档",
    "audit evidence sheets, a finding a sheet: a Word document to edit", {begin_whole_run<check_evidence>}, {}};

}  // namespace gouji
