// SPDX-License-Identifier: Apache-2.0
#include "reports/past/past_run.hpp"

#include "reports/codes.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>

#include <algorithm>

namespace gouji {
namespace {

using Value = rapidjson::Value;

// Numbers stay texts: they are exact. And no input nests the parser.
constexpr unsigned how = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
    | rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseValidateEncodingFlag;

std::string text(const Value& object, const char* name) {
    if (!object.IsObject()) return {};
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() || !found->value.IsString()
        ? ""
        : std::string(found->value.GetString(), found->value.GetStringLength());
}

/// The items of a list; nothing where there is no such list.
template <class Visit>
void for_each(const Value& object, const char* name, const Visit& visit) {
    if (!object.IsObject()) return;
    const auto found = object.FindMember(name);
    if (found == object.MemberEnd() || !found->value.IsArray()) return;
    for (const Value& item : found->value.GetArray()) visit(item);
}

Severity severity_named(std::string_view name) {
    return name == "note" ? Severity::note : name == "warning" ? Severity::warning : Severity::error;
}

std::string place_of(const Value& finding) {
    const auto at = finding.IsObject() ? finding.FindMember("at") : Value::ConstMemberIterator();
    std::string place;
    if (!finding.IsObject() || at == finding.MemberEnd()) return place;
    for (const char* part : {"table", "row", "column", "fact", "section"}) place += text(at->value, part) + "\n";
    return place;
}

PastFinding past_finding(const Value& filing, const Value& finding) {
    PastFinding past;
    past.rule = text(finding, "rule");
    past.severity = severity_named(text(finding, "severity"));
    past.message = text(finding, "message");
    past.organ = text(filing, "organ");
    past.year = text(filing, "year");
    past.file = text(filing, "file");
    past.place = place_of(finding);
    past.explains = {text(finding, "fingerprint")};
    for_each(finding, "explains", [&](const Value& other) {
        const std::string fingerprint = text(other, "fingerprint");
        if (!fingerprint.empty() && fingerprint != past.explains.front()) past.explains.push_back(fingerprint);
    });
    for_each(finding, "operands", [&](const Value& operand) {
        const std::string value = text(operand, "value");
        past.figures.emplace_back(
            text(operand, "name"), value.empty() ? text(operand, "missing") : value + text(operand, "unit"));
    });
    for_each(finding, "written", [&](const Value& line) {
        if (line.IsString()) past.written.emplace_back(line.GetString(), line.GetStringLength());
    });
    return past;
}

void add_filing(const Value& filing, PastRun& run) {
    ++run.filings[{text(filing, "organ"), text(filing, "year")}];
    for_each(filing, "findings", [&](const Value& finding) { run.findings.push_back(past_finding(filing, finding)); });
    for_each(filing, "verdicts",
        [&](const Value& verdict) { run.verdicts.emplace(text(verdict, "fingerprint"), text(verdict, "verdict")); });
}

Diagnostic refuse(std::string_view name, std::string_view why) {
    Diagnostic refusal = diagnose(report_codes::not_results, {{"why", same(why)}});
    refusal.file = name;
    return refusal;
}

}  // namespace

bool may_be_results(std::string_view content) {
    const auto first = content.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && content[first] == '{';
}

Result<PastRun> parse_results(std::string_view name, std::string_view content) {
    PastRun run;
    rapidjson::MemoryStream stream(content.data(), content.size());
    for (;;) {
        while (stream.Tell() < content.size()
            && std::string_view(" \t\r\n").find(content[stream.Tell()]) != std::string_view::npos)
            stream.Take();
        if (stream.Tell() >= content.size()) break;
        rapidjson::Document document;
        document.ParseStream<how>(stream);
        if (document.HasParseError()) return refuse(name, rapidjson::GetParseError_En(document.GetParseError()));
        if (!document.IsObject()) return refuse(name, "no object");
        if (document.HasMember("filings"))
            for_each(document, "filings", [&](const Value& one) { add_filing(one, run); });
        else if (document.HasMember("findings")) add_filing(document, run);
        else if (!document.HasMember("diagnostics")) return refuse(name, "no filings");
    }
    return run;
}

}  // namespace gouji
