// SPDX-License-Identifier: Apache-2.0
// 审计取证单 (audit evidence sheets) for Word, WPS and LibreOffice: a finding a sheet.
#include "reports/finding/private_wording.hpp"
#include "reports/paper/private_evidence_sheets.hpp"
#include "reports/paper/private_working_papers.hpp"
#include "reports/writers/private_waiting_rows.hpp"
#include "reports/writers/private_word_document.hpp"

namespace gouji {
namespace {

/// What is made of a filing: its sheets, without their numbers, or what is said where no filing has one.
struct EvidencePart {
    std::vector<WordPaper> sheets;
    std::string unverified;
};

class EvidenceWriter : public RunWriterOf<EvidencePart> {
public:
    EvidenceWriter(const ReportOptions& options, ResultOutlet& outlet)
        : language_(options.language),
          document_(Wording{"审计取证单", "Audit evidence sheets"}.in(language_), language_, outlet),
          unverified_(outlet) {}

    bool finish(const FinishedRun& run) override {
        if (number_ == 0) document_.add(word_paper_of(sheet_of_none(run)));
        if (const auto unread = paper_of_unread(run.diagnostics, language_)) document_.add(word_paper_of(*unread));
        return document_.finish();
    }

private:
    [[nodiscard]] EvidencePart part_of(const CheckedFiling& checked) const override {
        EvidencePart part;
        for (const Paper& sheet : evidence_sheets(checked, language_)) part.sheets.push_back(word_paper_of(sheet));
        if (part.sheets.empty()) part.unverified = unverified_words(checked, language_);
        return part;
    }

    bool put(EvidencePart&& part) override {
        for (const WordPaper& sheet : part.sheets) {
            if (!document_.add(sheet, ++number_)) return false;
        }
        return part.unverified.empty() || number_ > 0 || unverified_.add({std::move(part.unverified)});
    }

    Paper sheet_of_none(const FinishedRun& run) {
        std::vector<std::string> unverified;
        unverified_.read([&](TextRow&& row) {
            unverified.push_back(std::move(row.front()));
            return true;
        });
        return sheet_without_finding(unverified, run.tally.filings, language_);
    }

    Language language_;
    WordDocument document_;
    WaitingRows unverified_;
    std::size_t number_ = 0;  ///< of the last sheet
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<EvidenceWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat evidence_format = {"evidence", "审计取证单，一个问题一张，可编辑的 Word 文档",
    "audit evidence sheets, a finding a sheet: a Word document to edit", {.begin = begin}, {}};

}  // namespace gouji
