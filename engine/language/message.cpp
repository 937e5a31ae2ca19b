// SPDX-License-Identifier: Apache-2.0
#include "engine/language/message.hpp"

#include <unicode/fmtable.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>

namespace gouji {

MessageArguments arguments_of(std::string_view pattern) {
    MessageArguments found;
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
    const icu::MessagePattern parsed(text, &where, status);
    if (U_FAILURE(status)) {
        found.problem = u_errorName(status);
        return found;
    }
    for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME && part.getType() != UMSGPAT_PART_TYPE_ARG_NUMBER) continue;
        std::string name;
        parsed.getSubstring(part).toUTF8String(name);
        if (std::find(found.names.begin(), found.names.end(), name) == found.names.end()) found.names.push_back(std::move(name));
    }
    return found;
}

std::string format_message(std::string_view pattern, const MessageValues& values, Language language) {
    UErrorCode status = U_ZERO_ERROR;
    const auto unicode = [](std::string_view text) {
        return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    };
    const icu::MessageFormat format(unicode(pattern), language == Language::zh ? icu::Locale::getSimplifiedChinese() : icu::Locale::getEnglish(), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> arguments;
    for (const auto& [name, value] : values) {
        names.push_back(unicode(name));
        if (const auto* text = std::get_if<std::string>(&value)) {
            arguments.emplace_back(unicode(*text));
        } else {
            const std::string digits = std::get<Decimal>(value).to_string();
            arguments.emplace_back(icu::StringPiece(digits), status);
        }
    }
    icu::UnicodeString filled;
    format.format(names.data(), arguments.data(), static_cast<std::int32_t>(names.size()), filled, status);
    std::string out;
    if (U_SUCCESS(status)) filled.toUTF8String(out);
    else out = pattern;
    return out;
}

}  // namespace gouji
