// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0, the form in which code hosts and editors read findings: columns in UTF-16 units, every operand as a
// related location, fingerprints that do not depend on lines. Code hosts show every result as an alert, whatever its
// kind and whether it is suppressed: without --all only findings are results; with it waivers and rejections are
// suppressions, and what is undecided is "open".
#include "engine/base/version.hpp"
#include "reports/codes.hpp"
#include "reports/excerpt.hpp"
#include "reports/private_json.hpp"
#include "reports/private_telling.hpp"
#include "reports/report.hpp"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

/// The bytes of a name as utf8::printable shows it: \xFF is one of them.
std::string bytes_of_printable(std::string_view shown) {
    std::string made;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const bool escaped = shown.substr(at).starts_with("\\x") && at + 3 < shown.size();
        const std::size_t high = escaped ? hex.find(shown[at + 2]) : std::string_view::npos;
        const std::size_t low = escaped ? hex.find(shown[at + 3]) : std::string_view::npos;
        if (high == std::string_view::npos || low == std::string_view::npos) {
            made += shown[at];
        } else {
            made += static_cast<char>(high << 4U | low);
            at += 3;
        }
    }
    return made;
}

/// A path as a URI reference (RFC 3986): every byte that is not unreserved is percent-encoded; absolute paths are file
/// URIs.
std::string uri_of(std::string_view shown) {
    const std::string path = bytes_of_printable(shown);
    std::string made = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')
            || std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain) made += c;
        else made += {'%', hex[byte >> 4U], hex[byte & 15U]};
    }
    return made;
}

std::string_view level_of(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

class SarifWriter {
public:
    SarifWriter(const Report& report, const ReportOptions& options)
        : report_(report), options_(options), language_(options.language), json_(options.language) {}

    std::string write() {
        json_.object([&] {
            json_.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json_.put("version", "2.1.0");
            json_.list("runs", std::array{0}, [&](int) { json_.object([&] { run(); }); });
        });
        return json_.take();
    }

private:
    void text(std::string_view name, std::string_view value) {
        json_.key(name);
        json_.object([&] { json_.put("text", value); });
    }

    void run() {
        json_.key("tool");
        json_.object([&] {
            json_.key("driver");
            json_.object([&] {
                json_.put("name", "gouji");
                json_.put("version", version());
                json_.put("semanticVersion", version());
                rules();
            });
        });
        json_.put("language", language_ == Language::zh ? "zh-CN" : "en-US");
        json_.put("columnKind", "utf16CodeUnits");
        json_.list("invocations", std::array{0}, [&](int) { json_.object([&] { invocation(); }); });
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
                json_.put("id", entry.first);
                text("shortDescription", rule.title.in(language_));
                text("fullDescription",
                    rule.title.in(language_) + Label{"。依据：", ". Basis: "}.in(language_) + rule.basis.in(language_));
                text("help", rule.basis.in(language_));
                json_.key("defaultConfiguration");
                json_.object([&] { json_.put("level", level_of(entry.second->severity)); });
            });
        });
    }

    /// Diagnostics, and how many checks are open where they are no results.
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
            all.push_back(diagnose(report_codes::left_open, {{"count", same(std::to_string(open))}}));
        }
        return all;
    }

    void invocation() {
        json_.put_truth("executionSuccessful", !has_error(report_.diagnostics));
        json_.list("toolExecutionNotifications", notifications(), [&](const Diagnostic& one) {
            json_.object([&] {
                json_.put("level", level_of(one.severity));
                text("message",
                    one.message.in(language_) + (one.help.in(language_).empty() ? "" : " " + one.help.in(language_)));
                json_.key("descriptor");
                json_.object([&] { json_.put("id", std::string_view(one.code)); });
                if (one.file.empty()) return;
                json_.list("locations", std::array{0}, [&](int) {
                    json_.object([&] {
                        json_.key("physicalLocation");
                        json_.object([&] {
                            artifact(one.file);
                            if (one.line < 1) return;
                            json_.key("region");
                            json_.object([&] { json_.put_number("startLine", one.line); });
                        });
                    });
                });
            });
        });
    }

    void artifact(std::string_view file) {
        json_.key("artifactLocation");
        json_.object([&] { json_.put("uri", uri_of(file)); });
    }

    /// Where a span stands. In a file of pages or parts there are no lines: its place is said in words.
    void physical(const CheckedFiling& checked, const Places& places, Span span) {
        json_.key("physicalLocation");
        json_.object([&] {
            artifact(checked.filing.file);
            if (span.empty() || !checked.shown.places.empty()) return;
            const Region at = places.locate(span);
            json_.key("region");
            json_.object([&] {
                json_.put_number("startLine", at.first_line);
                json_.put_number("startColumn", at.first_column);
                json_.put_number("endLine", at.last_line);
                json_.put_number("endColumn", at.last_column);
                json_.put_number("byteOffset", span.start);
                json_.put_number("byteLength", span.size());
                // A whole table is no snippet.
                constexpr std::uint32_t most = 400;
                if (span.size() > most) return;
                const Span shown = places.in_content(span);
                json_.key("snippet");
                json_.object(
                    [&] { json_.put("text", std::string_view(checked.shown.text).substr(shown.start, shown.size())); });
            });
        });
    }

    /// In another file of the report, of which lines are known at most.
    void elsewhere(const std::string& file, int line) {
        json_.key("physicalLocation");
        json_.object([&] {
            artifact(file);
            if (line == 0) return;
            json_.key("region");
            json_.object([&] { json_.put_number("startLine", line); });
        });
    }

    void logical(const CheckedFiling& checked, const At& at) {
        const std::string path =
            checked.filing.organ + "/" + (checked.filing.year ? std::to_string(*checked.filing.year) : "");
        const std::string place = tell_place(at, language_);
        json_.list("logicalLocations", std::array{0}, [&](int) {
            json_.object([&] {
                json_.put("name", place.empty() ? tell_organ(checked.filing, language_) : place);
                json_.put("fullyQualifiedName", path + (place.empty() ? "" : "/" + place));
                json_.put("kind", at.table.empty() ? "element" : "table");
            });
        });
    }

    void result(const CheckedFiling& checked, const Places& places, const Verdict& verdict, const Finding* finding) {
        const bool failed = verdict.outcome == Outcome::fail || verdict.outcome == Outcome::waived;
        json_.put("ruleId", std::string_view(verdict.rule->id));
        json_.put_number("ruleIndex", indices_.at(verdict.rule->id));
        json_.put("kind",
            failed                                           ? "fail"
                : verdict.outcome == Outcome::pass           ? "pass"
                : verdict.outcome == Outcome::not_applicable ? "notApplicable"
                                                             : "open");
        json_.put("level", failed ? level_of(verdict.severity) : "none");
        text("message", message_of(checked, verdict, finding));
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
        if (failed) related(checked, places, verdict);
        json_.key("fingerprints");
        json_.object([&] {
            // Version 0.1.0 numbered what was said in prose; who has results of it finds them again by that.
            json_.put("gouji/v1",
                std::string_view(print_fingerprint(verdict.former != 0 ? verdict.former : verdict.fingerprint)));
            json_.put("gouji/v2", std::string_view(print_fingerprint(verdict.fingerprint)));
        });
        suppressions(verdict, finding);
        json_.key("properties");
        json_.object([&] {
            json_.put("basis", verdict.rule->basis);
            json_.put("verdict", name_of(verdict.outcome));
        });
    }

    std::string message_of(const CheckedFiling& checked, const Verdict& verdict, const Finding* finding) const {
        if (verdict.outcome == Outcome::waived) return verdict.message.in(language_) + " " + verdict.why.in(language_);
        if (!finding)
            return verdict.outcome == Outcome::pass ? tell_outcome(verdict.outcome, language_)
                                                    : tell_outcome(verdict.outcome, language_)
                    + Label{"：", ": "}.in(language_) + verdict.why.in(language_);
        std::string made;
        for (const std::size_t one : finding->explains)
            made += (made.empty() ? "" : "\n") + checked.judgement.verdicts[one].message.in(language_);
        for (const std::string& one : tell_causes(*finding, language_)) made += "\n" + one;
        return made;
    }

    void related(const CheckedFiling& checked, const Places& places, const Verdict& verdict) {
        int id = 0;
        json_.list("relatedLocations", verdict.operands, [&](const Operand& one) {
            json_.object([&] {
                json_.put_number("id", ++id);
                if (one.elsewhere) elsewhere(one.elsewhere->file, one.elsewhere->line);
                else physical(checked, places, one.span);
                const std::string place = one.elsewhere ? tell_elsewhere(*one.elsewhere, language_)
                    : one.span.empty()                  ? ""
                                                        : name_place(checked.shown.place(one.span), language_);
                text("message",
                    one.name + " = " + one.shown()
                        + (place.empty() ? ""
                                         : Label{"（", " ("}.in(language_) + place + Label{"）", ")"}.in(language_)));
            });
        });
    }

    /// Waivers, and decisions that a finding is none, while its figures are the same.
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
                json_.put("kind", "external");
                json_.put("status", "accepted");
                if (!one.empty()) json_.put("justification", std::string_view(one));
            });
        });
    }

    void results(const CheckedFiling& checked) {
        const Places places(checked.shown.text, checked.shown.starts);
        const auto write = [&](const Verdict& verdict, const Finding* finding) {
            json_.object([&] { result(checked, places, verdict, finding); });
        };
        for (const Finding& one : checked.judgement.findings) {
            const Verdict& verdict = checked.judgement.verdicts[one.told];
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
    Json json_;
    std::map<std::string_view, int> indices_;
};

}  // namespace

std::string render_check_sarif(const Report& report, const ReportOptions& options) {
    return SarifWriter(report, options).write();
}

}  // namespace gouji
