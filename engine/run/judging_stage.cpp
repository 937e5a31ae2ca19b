// SPDX-License-Identifier: Apache-2.0
#include "engine/run/private_judging_stage.hpp"

#include "engine/check/causes/cause.hpp"
#include "engine/check/verdicts/judge.hpp"
#include "engine/run/codes.hpp"

#include <deque>
#include <utility>

namespace gouji {
namespace {

/// The filings that a case asks, for as long as it is judged.
class CaseFilings {
public:
    CaseFilings(const WaitingFilings& waiting, RunArchive& archive, std::vector<Diagnostic>& diagnostics)
        : waiting_(waiting), archive_(archive), diagnostics_(diagnostics) {}

    const ReadFiling* of_run(std::size_t number) {
        auto waiting = waiting_.load(number);
        return keep(waiting ? std::optional(std::move(waiting->read)) : std::nullopt);
    }

    /// `name`: of the file, where lines of it may be shown.
    const ReadFiling* of_store(const std::string& digest, const std::string& name = {}) {
        auto read = archive_.stored(digest);
        if (read && !name.empty()) read->filing.file = name;
        return keep(std::move(read));
    }

    const Filing* merged_of_store(const std::vector<std::string>& digests, Case& into) {
        std::vector<const Filing*> files;
        for (const std::string& digest : digests) {
            if (const ReadFiling* file = of_store(digest)) files.push_back(&file->filing);
        }
        return merge_files(files, into);
    }

private:
    const ReadFiling* keep(std::optional<ReadFiling>&& read) {
        if (!read) {
            diagnostics_.push_back(diagnose(run_codes::room_lacking));
            return nullptr;
        }
        waiting_.linking().set_level(read->filing);
        return &kept_.emplace_back(std::move(*read));
    }

    const WaitingFilings& waiting_;
    RunArchive& archive_;
    std::vector<Diagnostic>& diagnostics_;
    std::deque<ReadFiling> kept_;
};

}  // namespace

JudgingStage::JudgingStage(const Catalogue& catalogue, const RunOptions& options, const RunSink& sink,
    const FilingEncoding& encoding, RunArchive& archive, const WaitingFilings& waiting)
    : catalogue_(catalogue),
      options_(options),
      sink_(sink),
      encoding_(encoding),
      archive_(archive),
      waiting_(waiting),
      waiving_(catalogue.waivers, options.today),
      deciding_(catalogue.decisions) {}

/// Decisions are found by the fingerprints of all verdicts.
Detail JudgingStage::detail() const {
    return sink_.wants.verdicts || !catalogue_.decisions.empty() ? Detail::all : Detail::findings;
}

void JudgingStage::judge_together(std::vector<LinkedReading>&& readings, JudgedTogether& judged) {
    for (LinkedReading& reading : readings) {
        CheckedFiling checked{std::move(reading.filing.read.shown), std::move(reading.filing.read.filing), {}};
        waiting_.linking().set_level(checked.filing);
        for (const std::size_t same : reading.links.same) {
            auto file = waiting_.file_of(same);
            if (!file) continue;
            archive_.drop(*file);
            checked.filing.copies.push_back(std::move(*file));
        }
        if (options_.judges) judge_one(reading, checked, judged.diagnostics);
        judged.members.push_back({std::move(checked), {}});
    }
    if (options_.judges) {
        std::vector<JudgedFiling> copies;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            CheckedFiling& checked = judged.members[i].checked;
            copies.push_back({readings[i].number, &checked.filing, &checked.judgement});
        }
        deciding_.apply(copies);
    }
    for (JudgedTogether::Member& member : judged.members) {
        if (sink_.render) member.rendering = sink_.render(member.checked);
        // The thread that made the filing frees it: another takes longer, and holds up the others meanwhile.
        if (sink_.wants.filings) continue;
        Filing whose;
        whose.organ = std::move(member.checked.filing.organ);
        whose.year = member.checked.filing.year;
        whose.file = std::move(member.checked.filing.file);
        member.checked = {{}, std::move(whose), std::move(member.checked.judgement)};
    }
}

LinkedDigests JudgingStage::digests_of(const Links& links) const {
    LinkedDigests digests;
    const auto add = [&](const LinkedFiling& linked, std::vector<std::string>& to) {
        to.push_back(waiting_.digest_of(linked.first));
        for (const std::size_t other : linked.others) to.push_back(waiting_.digest_of(other));
    };
    if (links.previous) add(*links.previous, digests.previous);
    for (const LinkedFiling& below : links.below) add(below, digests.below.emplace_back());
    return digests;
}

void JudgingStage::judge_one(LinkedReading& reading, CheckedFiling& checked, std::vector<Diagnostic>& diagnostics) {
    const std::string& digest = reading.filing.digest;
    LinkedDigests linked;
    if (archive_.is_open()) {
        linked = digests_of(reading.links);
        if (!options_.is_apart) archive_.complete(checked.filing, digest, reading.links, waiting_.linking(), linked);
    }
    const std::string inputs = archive_.inputs_digest(checked.filing, digest, reading.links, linked);
    // The places of copies are told by lines, which a run that wants no text does not know.
    const bool is_kept =
        !waiving_.concerns(checked.filing) && reading.links.copies.empty() && linked.stored_copies.empty();
    if (auto known = is_kept ? archive_.judgement(checked.filing.file, inputs, detail()) : std::nullopt) {
        checked.judgement = std::move(*known);
        return;
    }
    judge_anew(reading.number, std::move(reading.links), linked, checked, diagnostics);
    archive_.keep(checked, digest, inputs,
        is_kept && archive_.is_open() ? std::optional(encoding_.encode(checked.judgement)) : std::nullopt);
}

void JudgingStage::judge_anew(std::size_t number, Links&& links, const LinkedDigests& linked, CheckedFiling& checked,
    std::vector<Diagnostic>& diagnostics) {
    CaseFilings filings(waiting_, archive_, diagnostics);
    Case asked = build_case(checked.filing, std::move(links), [&](std::size_t other) { return filings.of_run(other); });
    if (linked.is_previous_stored) asked.previous = filings.merged_of_store(linked.previous, asked);
    for (const auto& below : linked.stored_below) {
        if (const Filing* filing = filings.merged_of_store(below, asked)) asked.below.filings.push_back(filing);
    }
    for (const StoredFile& copy : linked.stored_copies) {
        if (const ReadFiling* file = filings.of_store(copy.content, copy.name))
            asked.copies.push_back({&file->filing, &file->shown});
    }
    checked.judgement = judge(asked, catalogue_, archive_.is_open() ? Detail::all : detail());  // a store keeps all
    waiving_.apply(number, checked.filing, checked.judgement);
    find_causes(asked, catalogue_, checked.judgement);
}

std::vector<Diagnostic> JudgingStage::finish() {
    std::vector<Diagnostic> diagnostics;
    if (!options_.judges) return diagnostics;
    append(diagnostics, waiving_.left());
    append(diagnostics, deciding_.left());
    archive_.finish(options_.keeps_decisions ? std::optional(deciding_.renewed()) : std::nullopt, diagnostics);
    return diagnostics;
}

}  // namespace gouji
