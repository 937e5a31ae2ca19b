// SPDX-License-Identifier: Apache-2.0
// Owns: the reports that people work on, judged by the rules as they are now; each change is told to who listens.
// Refuses: HTTP, paths of the disk but those that it was opened with, and to hold filings: they are kept as bytes.
#pragma once

#include "engine/check/linked/link.hpp"
#include "engine/run/run.hpp"
#include "engine/serve/bench_rules.hpp"
#include "engine/serve/conversions.hpp"
#include "engine/serve/events.hpp"
#include "engine/serve/spool.hpp"
#include "reports/workbench/listed_report.hpp"
#include "reports/workbench/shown_report.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct WorkbenchSetup {
    FindRuleFiles find_rules;
    std::string suite{};
    std::string rule_folder{};              ///< where rules may be saved; empty for nowhere
    std::string decisions{};                ///< the file that decisions are added to; empty for none
    std::string store{};                    ///< the path of an archive; empty for none
    std::function<std::int64_t()> today{};  ///< days since 1970-01-01, by which waivers expire
    std::optional<RunConverter> converter{};
};

/// One report as it is now: what was read, judged together with the years and organs that belong to it.
struct OpenReport {
    std::shared_ptr<const BenchRules> rules;  ///< the filing points into them
    ListedReport listed;
    std::optional<CheckedFiling> checked;  ///< nothing where the file was refused
    Original original = Original::text;
};

class Workbench {
public:
    static constexpr std::size_t most_reports = 20'000;
    static constexpr std::size_t most_bytes = std::size_t{64} << 20U;  ///< of one file

    /// Without a value the rules have a mistake.
    static Result<std::unique_ptr<Workbench>> open(WorkbenchSetup setup);

    // All below from any thread.

    [[nodiscard]] std::shared_ptr<const BenchRules> rules() const;
    [[nodiscard]] const WorkbenchSetup& setup() const { return setup_; }
    [[nodiscard]] Events& events() { return events_; }

    /// Reads and judges a file. One of the same name takes the place of the former one. Without a value there was no
    /// room; a file that no form fits is there, refused. `remote`: who gives it.
    Result<ListedReport> add(const std::string& name, std::string bytes, const std::string& remote);
    [[nodiscard]] std::vector<ListedReport> list() const;
    [[nodiscard]] std::optional<ListedReport> listed(std::string_view id) const;
    bool remove(std::string_view id);
    void remove_all();

    [[nodiscard]] std::optional<OpenReport> open(std::string_view id) const;
    /// The file as it was given, and its text for people.
    [[nodiscard]] std::optional<std::string> bytes_of(std::string_view id) const;
    [[nodiscard]] std::optional<std::string> text_of(std::string_view id) const;
    /// The readings of some reports under rules with the same forms, in the order of the ids; none for unknown ones.
    [[nodiscard]] std::vector<ReadFiling> readings(const BenchRules& rules, const std::vector<std::string>& ids) const;

    /// Shows the report with the years and organs that belong to it, for as long as it is looked at.
    void explain(const OpenReport& report, const std::function<void(const Case& asked)>& look) const;
    [[nodiscard]] Conversions& conversions() { return conversions_; }

    /// Loads rules, waivers and decisions again, and judges by them whatever they concern: all reports, or those of the
    /// organs named. Without a value a file has a mistake, and the former rules stay.
    Result<std::shared_ptr<const BenchRules>> reload(const std::vector<std::string>& organs = {});

private:
    struct Kept;
    using KeptPointer = std::shared_ptr<const Kept>;

    Workbench(WorkbenchSetup setup, std::shared_ptr<const BenchRules> rules);

    [[nodiscard]] std::shared_ptr<Kept> read(
        const BenchRules& rules, const std::string& name, std::string bytes, const std::string& remote);
    [[nodiscard]] std::vector<KeptPointer> concerned(const BenchRules& rules, const std::string& organ) const;
    /// Those together, by the rules; in the order of the list, without those that say the same as another.
    [[nodiscard]] CollectedRun judge(
        const BenchRules& rules, const std::vector<KeptPointer>& kept, bool writes_store) const;
    [[nodiscard]] std::optional<ReadFiling> reading_of(const BenchRules& rules, const Kept& kept) const;
    void judge_organ(const std::string& organ);
    void list_anew(const CollectedRun& run, const std::vector<KeptPointer>& kept, std::uint64_t revision);
    [[nodiscard]] KeptPointer find(std::string_view id) const;
    void tell(const ListedReport& report);
    void tell_progress();

    const WorkbenchSetup setup_;
    Spool spool_;
    Conversions conversions_;
    Events events_;
    std::mutex reloading_;

    mutable std::mutex mutex_;  ///< of all below
    std::shared_ptr<const BenchRules> rules_;
    std::map<std::string, KeptPointer, std::less<>> by_name_;
    std::map<std::uint64_t, KeptPointer> by_number_;  ///< in the order in which they came
    std::uint64_t next_number_ = 1;
    std::uint64_t revision_ = 0;  ///< of judgements: a later one counts
    int waiting_ = 0;
};

}  // namespace gouji
