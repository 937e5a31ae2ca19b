// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0, the form in which code hosts and editors read findings: columns in UTF-16 units, every operand as a
// related location, fingerprints that do not depend on lines. Code hosts show every result as an alert, whatever its
// kind and whether it is suppressed: without --all only findings are results; with it waivers and rejections are
// suppressions, and what is undecided is "open".
#include "engine/base/version.hpp"
#include "reports/codes.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/sarif/private_sarif_results.hpp"
#include "reports/writers/private_waiting_rows.hpp"

namespace gouji {
namespace {

/// The rules stand above the results, which wait for them.
class SarifWriter : public RunWriterOf<SarifFiling> {
public:
    SarifWriter(const ReportOptions& options, ResultOutlet& outlet)
        : options_(options), language_(options.language), outlet_(outlet), pieces_(outlet) {}

    bool finish(const FinishedRun& run) override {
        JsonWriter json(language_);
        json.begin_object();
        json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.field("version", "2.1.0");
        json.key("runs");
        json.begin_list();
        json.begin_object();
        tool(json);
        json.field("language", language_ == Language::zh ? "zh-CN" : "en-US");
        json.field("columnKind", "utf16CodeUnits");
        json.list_of_one("invocations", [&] { invocation(json, run); });
        json.key("results");
        json.begin_list();
        if (!outlet_.write(json.part()) || !results()) return false;
        // The text after the list depends only on whether the list is empty.
        if (pieces_.count() > 0) json.null();
        json.part();
        json.end_list();
        json.end_object();
        json.end_list();
        json.end_object();
        return outlet_.write(json.finish());
    }

private:
    [[nodiscard]] SarifFiling part_of(const CheckedFiling& checked) const override {
        return make_sarif(checked, options_);
    }

    bool put(SarifFiling&& part) override {
        rules_.insert(part.rules.begin(), part.rules.end());
        if (part.pieces.empty()) return true;
        if (pieces_.count() > 0) part.pieces.front().text.insert(0, ",");
        for (SarifFiling::Piece& piece : part.pieces) {
            if (!pieces_.add({std::move(piece.text), std::move(piece.rule)})) return false;
        }
        return true;
    }

    void tool(JsonWriter& json) const {
        json.key("tool");
        json.object([&] {
            json.key("driver");
            json.object([&] {
                json.field("name", "gouji");
                json.field("version", version());
                json.field("semanticVersion", version());
                json.list("rules", rules_, [&](const auto& entry) { json.object([&] { rule(json, entry.second); }); });
            });
        });
    }

    void rule(JsonWriter& json, const SarifRule& rule) const {
        const RuleHead& head = *rule.head;
        json.field("id", std::string_view(head.id));
        write_sarif_text(json, "shortDescription", head.title.in(language_));
        write_sarif_text(json, "fullDescription",
            head.title.in(language_) + Wording{"。", ". "}.in(language_) + basis_sentence(head, language_));
        write_sarif_text(json, "help", head.basis.in(language_));
        if (!options_.rule_book.empty())
            json.field("helpUri", std::string_view(options_.rule_book + "#" + std::string(head.id)));
        json.key("defaultConfiguration");
        json.object([&] { json.field("level", sarif_level_of(rule.severity)); });
    }

    void invocation(JsonWriter& json, const FinishedRun& run) const {
        json.truth_field("executionSuccessful", !has_error(run.diagnostics));
        json.list("toolExecutionNotifications", notifications(run),
            [&](const Diagnostic& one) { json.object([&] { notification(json, one); }); });
    }

    /// Diagnostics, and how many checks are open where results do not say it.
    std::vector<Diagnostic> notifications(const FinishedRun& run) const {
        std::vector<Diagnostic> all = run.diagnostics;
        const auto& outcomes = run.tally.outcomes;
        const std::size_t open =
            outcomes[static_cast<std::size_t>(Outcome::undecided)] + outcomes[static_cast<std::size_t>(Outcome::error)];
        if (!options_.all && open > 0) {
            all.push_back(diagnose(report_codes::checks_undecided,
                {{"count", counted(static_cast<std::int64_t>(open), "check", "checks")}}));
        }
        return all;
    }

    void notification(JsonWriter& json, const Diagnostic& diagnostic) const {
        const std::string& help = diagnostic.help.in(language_);
        json.field("level", sarif_level_of(diagnostic.severity));
        write_sarif_text(json, "message", diagnostic.message.in(language_) + (help.empty() ? "" : " " + help));
        json.key("descriptor");
        json.object([&] { json.field("id", std::string_view(diagnostic.code)); });
        if (diagnostic.file.empty()) return;
        json.list_of_one("locations", [&] { write_sarif_file(json, diagnostic.file, diagnostic.line); });
    }

    bool results() {
        std::map<std::string_view, std::string> places;
        for (const auto& entry : rules_) places.emplace(entry.first, std::to_string(places.size()));
        return pieces_.read([&](TextRow&& piece) {
            return outlet_.write(piece[0]) && (piece[1].empty() || outlet_.write(places.at(piece[1])));
        });
    }

    const ReportOptions& options_;
    Language language_;
    ResultOutlet& outlet_;
    SarifRules rules_;
    WaitingRows pieces_;
};

std::unique_ptr<RunWriter> begin(const ReportOptions& options, ResultOutlet& outlet) {
    return std::make_unique<SarifWriter>(options, outlet);
}

}  // namespace

extern const ReportFormat sarif_format = {
    "sarif", "供代码平台与编辑器读取的 SARIF 2.1.0", "SARIF 2.1.0 for code hosts and editors", {.begin = begin}, {}};

}  // namespace gouji
