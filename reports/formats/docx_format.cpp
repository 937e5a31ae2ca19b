// SPDX-License-Identifier: Apache-2.0
// 审计工作底稿 (audit working papers) for Word, WPS and LibreOffice.
#include "reports/finding/private_wording.hpp"
#include "reports/paper/private_working_papers.hpp"
#include "reports/writers/private_word_document.hpp"

namespace gouji {
namespace {

class DocxWriter : public RunWriterOf<WordPaper> {
public:
    DocxWriter(const ReportOptions& options, ResultOutlet& outlet)
        : language_(options.language),
          document_(Wording{"审计工作底稿", "Audit working papers"}.in(language_), language_, outlet) {}

    bool finish(const FinishedRun& run) override {
        if (const auto unread = paper_of_unread(run.diagnostics, language_)) document_.add(word_paper_of(*unread));
        return document_.finish();
    }

private:
    [[nodiscard]] WordPaper part_of(const CheckedFiling& checked) const override {
        return word_paper_of(working_paper(checked, language_));
    }
    bool put(WordPaper&& part) override { return document_.add(part, ++number_); }

    Language language_;
    WordDocument document_;
    std::size_t number_ = 0;  ///< of the last paper
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<DocxWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat docx_format = {
    "docx", "审计工作底稿，可编辑的 Word 文档", "audit working papers: a Word document to edit", {.begin = begin}, {}};

}  // namespace gouji
