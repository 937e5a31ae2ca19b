// SPDX-License-Identifier: Apache-2.0
#include "reports/report.hpp"

#include <array>
#include <utility>

// The build declares every format of the folder formats.
#include "formats.inc"

namespace gouji {

std::span<const ReportFormat> formats() {
    static const std::array table = {
        text_format,
        concise_format,
        json_format,
        jsonl_format,
        html_format,
        paper_format,
        docx_format,
        evidence_format,
        sarif_format,
        gitlab_format,
        github_format,
        xlsx_format,
        csv_format,
        markdown_format,
        junit_format,
    };
    return table;
}

const ReportFormat* format_named(std::string_view name) {
    for (const ReportFormat& format : formats()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

namespace {

class TextInMemory : public WaitingText {
public:
    bool add(std::string_view text) override {
        text_ += text;
        return true;
    }
    [[nodiscard]] std::uint64_t size() const override { return text_.size(); }
    bool read(std::uint64_t from, char* to, std::size_t size) override { return text_.copy(to, size, from) == size; }

private:
    std::string text_;
};

class OutletInMemory : public ResultOutlet {
public:
    bool write(std::string_view text) override {
        result_ += text;
        return true;
    }
    std::unique_ptr<WaitingText> wait() override { return std::make_unique<TextInMemory>(); }
    std::string finish() { return std::move(result_); }

private:
    std::string result_;
};

}  // namespace

std::string render(const Rendering& rendering, const Report& report, const ReportOptions& options) {
    if (!rendering.begin) return {};
    OutletInMemory outlet;
    const std::unique_ptr<RunWriter> writer = rendering.begin(options, outlet);
    Tally tally;
    for (const CheckedFiling& checked : report.filings) {
        tally.add(checked);
        if (!writer->take(writer->make(checked))) return {};
    }
    return writer->finish({tally, report.diagnostics}) ? outlet.finish() : std::string();
}

}  // namespace gouji
