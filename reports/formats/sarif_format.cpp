// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0, the form in which code hosts and editors read findings: columns in UTF-16 units, every operand as a
// related location, fingerprints that do not depend on lines. Code hosts show every result as an alert, whatever its
// kind and whether it is suppressed: without --all only findings are results; with it waivers and rejections are
// suppressions, and what is undecided is "open".
#include "engine/base/version.hpp"
#include "reports/codes.hpp"
#include "reports/excerpt.hpp"
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_plural.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/report.hpp"
#include "reports/writers/private_json_writer.hpp"
#include "reports/writers/private_uri.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

std::string_view level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

std::string_view kind_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::fail:
        case Outcome::waived: return "fail";
        case Outcome::pass: return "pass";
        case Outcome::not_applicable: return "notApplicable";
        case Outcome::assumed:
        case Outcome::undecided:
        case Outcome::error: return "open";
    }
    return "open";
}

class SarifWriter {
public:
    SarifWriter(const Report& report, const ReportOptions& options)
        : report_(report), options_(options), language_(options.language), json_(options.language) {}

    std::string write() {
        json_.object([&] {
            json_.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json_.field("version", "2.1.0");
            json_.list_of_one("runs", [&] { run(); });
        });
        return json_.finish();
    }

private:
    void text(std::string_view name, std::string_view value) {
        json_.key(name);
        json_.object([&] { json_.field("text", value); });
    }

    void run() {
        json_.key("tool");
        json_.object([&] {
            json_.key("driver");
            json_.object([&] {
                json_.field("name", "gouji");
                json_.field("version", version());
                json_.field("semanticVersion", version());
                rules();
            });
        });
        json_.field("language", language_ == Language::zh ? "zh-CN" : "en-US");
        json_.field("columnKind", "utf16CodeUnits");
        json_.list_of_one("invocations", [&] { invocation(); });
        json_.key("results");
        json_.begin_list();
        for (const CheckedFiling& one : report_.filings) results(one);
        json_.end_list();
    }

    /// Rules that have a verdict, each once, by their ids.
    void rules() {
        std::map<std::string_view, const Verdict*> known;
        for (const CheckedFiling& checked : report_.filings) {
            for (const Verdict& one : checked.judgement.verdicts) known.try_emplace(one.rule->id, &one);
        }
        for (const auto& [id, verdict] : known) indices_.emplace(id, static_cast<int>(indices_.size()));
        json_.list("rules", known, [&](const auto& entry) {
            const RuleHead& rule = *entry.second->rule;
            json_.object([&] {
                json_.field("id", entry.first);
                text("shortDescription", rule.title.in(language_));
                text("fullDescription",
                    rule.title.in(language_) + Wording{"。", ". "}.in(language_) + basis_sentence(rule, language_));
                text("help", rule.basis.in(language_));
                if (!options_.rule_book.empty())
                    json_.field("helpUri", std::string_view(options_.rule_book + "#" + std::string(entry.first)));
                json_.key("defaultConfiguration");
                json_.object([&] { json_.field("level", level_of(entry.second->severity)); });
            });
        });
    }

    /// Diagnostics, and how many checks are open where results do not say it.
    std::vector<Diagnostic> notifications() const {
        std::vector<Diagnostic> all = report_.diagnostics;
        std::size_t open = 0;
        for (const CheckedFiling& one : report_.filings) {
            const auto& verdicts = one.judgement.verdicts;
            open += static_cast<std::size_t>(std::count_if(verdicts.begin(), verdicts.end(), [](const Verdict& each) {
                return each.outcome == Outcome::undecided || each.outcome == Outcome::error;
            }));
        }
        if (!options_.all && open > 0) {
            all.push_back(diagnose(report_codes::checks_undecided,
                {{"count", counted(static_cast<std::int64_t>(open), "check", "checks")}}));
        }
        return all;
    }

    void invocation() {
        json_.truth_field("executionSuccessful", !has_error(report_.diagnostics));
        json_.list("toolExecutionNotifications", notifications(),
            [&](const Diagnostic& one) { json_.object([&] { notification(one); }); });
    }

    void notification(const Diagnostic& diagnostic) {
        const std::string& help = diagnostic.help.in(language_);
        json_.field("level", level_of(diagnostic.severity));
        text("message", diagnostic.message.in(language_) + (help.empty() ? "" : " " + help));
        json_.key("descriptor");
        json_.object([&] { json_.field("id", std::string_view(diagnostic.code)); });
        if (diagnostic.file.empty()) return;
        json_.list_of_one("locations", [&] { elsewhere(diagnostic.file, diagnostic.line); });
    }

    void artifact(std::string_view file) {
        json_.key("artifactLocation");
        json_.object([&] { json_.field("uri", uri_of(file)); });
    }

    /// Where a span is. A file of pages or parts has no lines: words say its place.
    void physical(const CheckedFiling& checked, const Places& places, Span span) {
        json_.key("physicalLocation");
        json_.object([&] {
            artifact(checked.filing.file);
            if (span.empty() || !checked.shown.places.empty()) return;
            const TextRegion at = places.locate(span);
            json_.key("region");
            json_.object([&] {
                json_.number_field("startLine", at.first_line);
                json_.number_field("startColumn", at.first_column);
                json_.number_field("endLine", at.last_line);
                json_.number_field("endColumn", at.last_column);
                json_.number_field("byteOffset", span.start);
                json_.number_field("byteLength", span.size());
                // A whole table is too long for a snippet.
                constexpr std::uint32_t most = 400;
                if (span.size() > most) return;
                const Span shown = places.in_content(span);
                json_.key("snippet");
                json_.object([&] {
                    json_.field("text", std::string_view(checked.shown.text).substr(shown.start, shown.size()));
                });
            });
        });
    }

    /// In a file of which no more than a line is known.
    void elsewhere(const std::string& file, int line) {
        json_.key("physicalLocation");
        json_.object([&] {
            artifact(file);
            if (line < 1) return;
            json_.key("region");
            json_.object([&] { json_.number_field("startLine", line); });
        });
    }

    void logical(const CheckedFiling& checked, const At& at) {
        const std::string path =
            checked.filing.organ + "/" + (checked.filing.year ? std::to_string(*checked.filing.year) : "");
        const std::string place = place_words(at, language_);
        json_.list_of_one("logicalLocations", [&] {
            json_.field("name", place.empty() ? organ_words(checked.filing, language_) : place);
            json_.field("fullyQualifiedName", path + (place.empty() ? "" : "/" + place));
            json_.field("kind", at.table.empty() ? "element" : "table");
        });
    }

    /// In its file, and in the others that say the same.
    void locations(const CheckedFiling& checked, const Places& places, const Verdict& verdict, const Finding* finding) {
        json_.key("locations");
        json_.begin_list();
        json_.object([&] {
            physical(checked, places, span_of(checked.filing, verdict, finding));
            logical(checked, verdict.at);
        });
        for (const std::string& file : checked.filing.copies) {
            json_.object([&] {
                elsewhere(file, 0);
                logical(checked, verdict.at);
            });
        }
        json_.end_list();
    }

    void result(const CheckedFiling& checked, const Places& places, const Verdict& verdict, const Finding* finding) {
        const bool failed = verdict.outcome == Outcome::fail || verdict.outcome == Outcome::waived;
        json_.field("ruleId", std::string_view(verdict.rule->id));
        json_.number_field("ruleIndex", indices_.at(verdict.rule->id));
        json_.field("kind", kind_of(verdict.outcome));
        json_.field("level", failed ? level_of(verdict.severity) : "none");
        text("message", message_of(checked, verdict, finding));
        locations(checked, places, verdict, finding);
        if (failed) related(checked, places, verdict);
        json_.key("fingerprints");
        json_.object([&] {
            // Version 0.1.0 numbered what was said in prose; who has results of it finds them again by that.
            json_.field("gouji/v1",
                std::string_view(print_fingerprint(verdict.former != 0 ? verdict.former : verdict.fingerprint)));
            json_.field("gouji/v2", std::string_view(print_fingerprint(verdict.fingerprint)));
        });
        json_.key("partialFingerprints");
        json_.object([&] {
            // The one name that code hosts look at.
            json_.field("primaryLocationLineHash", std::string_view(print_fingerprint(verdict.fingerprint)));
        });
        suppressions(verdict, finding);
        json_.key("properties");
        json_.object([&] {
            json_.field("basis", verdict.rule->basis);
            json_.field("verdict", name_of(verdict.outcome));
        });
    }

    std::string message_of(const CheckedFiling& checked, const Verdict& verdict, const Finding* finding) const {
        if (verdict.outcome == Outcome::waived) return verdict.message.in(language_) + " " + verdict.why.in(language_);
        if (!finding)
            return verdict.outcome == Outcome::pass ? outcome_word(verdict.outcome, language_)
                                                    : outcome_word(verdict.outcome, language_)
                    + Wording{"：", ": "}.in(language_) + verdict.why.in(language_);
        std::string message;
        for (const std::size_t one : finding->explains)
            message += (message.empty() ? "" : "\n") + checked.judgement.verdicts[one].message.in(language_);
        for (const std::string& cause : describe_causes(*finding, verdict.at, {language_})) message += "\n" + cause;
        return message;
    }

    void related(const CheckedFiling& checked, const Places& places, const Verdict& verdict) {
        int id = 0;
        json_.list("relatedLocations", verdict.operands, [&](const Operand& one) {
            json_.object([&] {
                json_.number_field("id", ++id);
                if (one.elsewhere) elsewhere(one.elsewhere->file, one.elsewhere->line);
                else physical(checked, places, one.span);
                const std::string place = one.elsewhere ? describe_elsewhere(*one.elsewhere, language_)
                    : one.span.empty()                  ? ""
                                                        : name_place(checked.shown.place(one.span), language_);
                text("message", one.name + " = " + one.shown() + (place.empty() ? "" : in_brackets(place, language_)));
            });
        });
    }

    /// Waivers, and decisions that reject a finding, while its figures are the same.
    std::vector<std::string> reasons_against(const Verdict& verdict, const Finding* finding) const {
        std::vector<std::string> why;
        if (verdict.outcome == Outcome::waived) why.push_back(verdict.why.in(language_));
        if (finding) {
            for (const Noted& one : finding->notes) {
                if (one.changed.empty() && one.decision.fields[decision_field("结论")] == "驳回")
                    why.push_back(one.decision.fields[decision_field("理由")]);
            }
        }
        return why;
    }

    void suppressions(const Verdict& verdict, const Finding* finding) {
        const std::vector<std::string> why = reasons_against(verdict, finding);
        if (why.empty()) return;
        json_.list("suppressions", why, [&](const std::string& one) {
            json_.object([&] {
                json_.field("kind", "external");
                json_.field("status", "accepted");
                if (!one.empty()) json_.field("justification", std::string_view(one));
            });
        });
    }

    void results(const CheckedFiling& checked) {
        const Places places(checked.shown.text, checked.shown.starts);
        const auto write = [&](const Verdict& verdict, const Finding* finding) {
            json_.object([&] { result(checked, places, verdict, finding); });
        };
        for (const Finding& one : checked.judgement.findings) {
            const Verdict& verdict = verdict_of(checked.judgement, one);
            if (options_.all || reasons_against(verdict, &one).empty()) write(verdict, &one);
        }
        if (!options_.all) return;
        for (const Verdict& one : checked.judgement.verdicts) {
            if (one.outcome != Outcome::fail) write(one, nullptr);
        }
    }

    const Report& report_;
    const ReportOptions& options_;
    Language language_;
    JsonWriter json_;
    std::map<std::string_view, int> indices_;
};

std::string check_sarif(const Report& report, const ReportOptions& options) {
    return SarifWriter(report, options).write();
}

}  // namespace

extern const ReportFormat sarif_format = {
    "sarif", "供代码平台与编辑器读取的 SARIF 2.1.0", "SARIF 2.1.0 for code hosts and editors", check_sarif, {}};

}  // namespace gouji
