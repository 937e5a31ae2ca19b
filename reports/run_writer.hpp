// SPDX-License-Identifier: Apache-2.0
// Owns: how a result is made while the run goes on. Each filing becomes a small part, by the thread that judged it; the
// parts come in order; what stands before them and is known only after the last one is written at the end, while the
// others wait.
// Refuses: to keep a filing. And to open a file: whoever asks for the result says where it goes, and where text waits.
#pragma once

#include "engine/check/checked_filing.hpp"
#include "reports/summary.hpp"

#include <any>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {

struct ReportOptions;

/// Text that waits for its turn. It may be longer than the memory is large.
class WaitingText {
public:
    WaitingText() = default;
    virtual ~WaitingText() = default;
    WaitingText(const WaitingText&) = delete;
    WaitingText& operator=(const WaitingText&) = delete;

    /// False where there is no room: no more need be made.
    virtual bool add(std::string_view text) = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// So many bytes of it, from a place in it. Nothing is added afterwards. False where they could not be read.
    virtual bool read(std::uint64_t from, char* to, std::size_t size) = 0;
};

/// Where a result goes.
class ResultOutlet {
public:
    ResultOutlet() = default;
    virtual ~ResultOutlet() = default;
    ResultOutlet(const ResultOutlet&) = delete;
    ResultOutlet& operator=(const ResultOutlet&) = delete;

    /// False where it could not be written: no more need be made.
    virtual bool write(std::string_view text) = 0;
    /// A place for text that is written later.
    virtual std::unique_ptr<WaitingText> wait() = 0;
};

/// All that waits is written.
bool write_waiting(WaitingText& text, ResultOutlet& outlet);

/// One result in the making. It writes what can be written, in this order: when it is made, for each filing, and when
/// the run is over.
class RunWriter {
public:
    RunWriter() = default;
    virtual ~RunWriter() = default;
    RunWriter(const RunWriter&) = delete;
    RunWriter& operator=(const RunWriter&) = delete;

    /// The part of one filing: a value of the format's own, without the filing. From any thread.
    [[nodiscard]] virtual std::any make(const CheckedFiling& checked) const = 0;
    /// The part of the next filing, in order. False ends the run.
    virtual bool take(std::any&& part) = 0;
    /// After the last filing. False where the result is not whole.
    virtual bool finish(const FinishedRun& run) = 0;
};

/// A writer whose parts are of one type.
template <class Part>
class RunWriterOf : public RunWriter {
public:
    [[nodiscard]] std::any make(const CheckedFiling& checked) const final { return part_of(checked); }
    bool take(std::any&& part) final { return put(std::move(*std::any_cast<Part>(&part))); }

protected:
    [[nodiscard]] virtual Part part_of(const CheckedFiling& checked) const = 0;
    virtual bool put(Part&& part) = 0;
};

/// A result whose parts are texts that follow each other, each apart from all others: no text waits. Nothing stands
/// where a function is nullptr.
struct TextParts {
    std::string (*head)(const ReportOptions& options) = nullptr;
    std::string (*filing)(const CheckedFiling& checked, const ReportOptions& options) = nullptr;
    std::string_view between = {};  ///< two parts that say something
    std::string (*tail)(const FinishedRun& run, const ReportOptions& options) = nullptr;
};

/// `parts`, `options` and `outlet` must live as long.
std::unique_ptr<RunWriter> write_text_parts(const TextParts& parts, const ReportOptions& options, ResultOutlet& outlet);

/// The same as a Rendering begins.
template <const TextParts& parts>
std::unique_ptr<RunWriter> begin_text_parts(const ReportOptions& options, ResultOutlet& outlet) {
    return write_text_parts(parts, options, outlet);
}

}  // namespace gouji
