// SPDX-License-Identifier: Apache-2.0
#include "reports/sarif/private_sarif_results.hpp"

#include "reports/excerpt.hpp"
#include "reports/finding/private_described_filing.hpp"
#include "reports/finding/private_described_finding.hpp"
#include "reports/finding/private_wording.hpp"
#include "reports/writers/private_uri.hpp"

#include <utility>

namespace gouji {
namespace {

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

void write_artifact(JsonWriter& json, std::string_view file) {
    json.key("artifactLocation");
    json.object([&] { json.field("uri", uri_of(file)); });
}

class SarifResults {
public:
    explicit SarifResults(const ReportOptions& options)
        : options_(options), language_(options.language), json_(options.language) {
        begin_sarif_results(json_);
        json_.part();
    }

    std::vector<SarifFiling::Piece> write(const CheckedFiling& checked) {
        results(checked);
        if (std::string end = json_.part(); !end.empty()) pieces_.push_back({std::move(end), {}});
        return std::move(pieces_);
    }

private:
    /// Where a span is. A file of pages or parts has no lines: words say its place.
    void physical(const CheckedFiling& checked, const Places& places, Span span) {
        json_.key("physicalLocation");
        json_.object([&] {
            write_artifact(json_, checked.filing.file);
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
                write_sarif_file(json_, file, 0);
                logical(checked, verdict.at);
            });
        }
        json_.end_list();
    }

    void result(const CheckedFiling& checked, const Places& places, const Verdict& verdict, const Finding* finding) {
        const bool failed = verdict.outcome == Outcome::fail || verdict.outcome == Outcome::waived;
        json_.field("ruleId", std::string_view(verdict.rule->id));
        json_.key("ruleIndex");
        json_.nothing();
        pieces_.push_back({json_.part(), verdict.rule->id});
        json_.field("kind", kind_of(verdict.outcome));
        json_.field("level", failed ? sarif_level_of(verdict.severity) : "none");
        write_sarif_text(json_, "message", message_of(checked, verdict, finding));
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
                if (one.elsewhere) write_sarif_file(json_, one.elsewhere->file, one.elsewhere->line);
                else physical(checked, places, one.span);
                const std::string place = one.elsewhere ? describe_elsewhere(*one.elsewhere, language_)
                    : one.span.empty()                  ? ""
                                                        : name_place(checked.shown.place(one.span), language_);
                write_sarif_text(json_, "message",
                    one.name + " = " + one.shown() + (place.empty() ? "" : in_brackets(place, language_)));
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

    const ReportOptions& options_;
    Language language_;
    JsonWriter json_;
    std::vector<SarifFiling::Piece> pieces_;
};

}  // namespace

SarifFiling make_sarif(const CheckedFiling& checked, const ReportOptions& options) {
    SarifFiling made;
    for (const Verdict& one : checked.judgement.verdicts)
        made.rules.try_emplace(one.rule->id, SarifRule{one.rule, one.severity});
    made.pieces = SarifResults(options).write(checked);
    return made;
}

void begin_sarif_results(JsonWriter& json) {
    json.begin_object();
    json.key("runs");
    json.begin_list();
    json.begin_object();
    json.key("results");
    json.begin_list();
}

void write_sarif_text(JsonWriter& json, std::string_view name, std::string_view value) {
    json.key(name);
    json.object([&] { json.field("text", value); });
}

void write_sarif_file(JsonWriter& json, const std::string& file, int line) {
    json.key("physicalLocation");
    json.object([&] {
        write_artifact(json, file);
        if (line < 1) return;
        json.key("region");
        json.object([&] { json.number_field("startLine", line); });
    });
}

std::string_view sarif_level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

}  // namespace gouji
