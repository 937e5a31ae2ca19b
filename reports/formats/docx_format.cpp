// SPDX-License-Identifier: Apache-2.0
// 审计工作底稿 (audit working papers) for Word, WPS and LibreOffice.
#include "reports/finding/private_wording.hpp"
#include "reports/paper/private_working_papers.hpp"
#include "reports/writers/private_word_document.hpp"

namespace gouji {
namespace {

std::string check_docx(const Report& report, const ReportOptions& options) {
    return write_word_document(Wording{"审计工作底稿", "Audit working papers"}.in(options.language),
        working_papers(report, options.language), options.language);
}

}  // namespace

extern const ReportFormat docx_format = {"docx", "审计工作底稿，可编辑的 Word 文档",
    "audit working papers: a Word document to edit", {begin_whole_run<check_docx>}, {}};

}  // namespace gouji
