// SPDX-License-Identifier: Apache-2.0
#include "reports/run_writer.hpp"

#include <algorithm>

namespace gouji {
namespace {

class TextPartsWriter : public RunWriterOf<std::string> {
public:
    TextPartsWriter(const TextParts& parts, const ReportOptions& options, ResultOutlet& outlet)
        : parts_(parts), options_(options), outlet_(outlet) {
        if (parts_.head) outlet_.write(parts_.head(options_));
    }

    bool finish(const FinishedRun& run) override {
        return outlet_.write(parts_.tail ? parts_.tail(run, options_) : "");
    }

private:
    [[nodiscard]] std::string part_of(const CheckedFiling& checked) const override {
        return parts_.filing(checked, options_);
    }

    bool put(std::string&& part) override {
        if (part.empty()) return true;
        if (std::exchange(begun_, true)) outlet_.write(parts_.between);
        return outlet_.write(part);
    }

    const TextParts& parts_;
    const ReportOptions& options_;
    ResultOutlet& outlet_;
    bool begun_ = false;
};

}  // namespace

bool write_waiting(WaitingText& text, ResultOutlet& outlet) {
    std::string piece(std::size_t{1} << 16, '\0');
    for (std::uint64_t done = 0; done < text.size(); done += piece.size()) {
        piece.resize(std::min<std::uint64_t>(piece.size(), text.size() - done));
        if (!text.read(done, piece.data(), piece.size()) || !outlet.write(piece)) return false;
    }
    return true;
}

std::unique_ptr<RunWriter> write_text_parts(
    const TextParts& parts, const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<TextPartsWriter>(parts, options, outlet);
}

}  // namespace gouji
