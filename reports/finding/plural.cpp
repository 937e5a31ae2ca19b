// SPDX-License-Identifier: Apache-2.0
#include "reports/finding/private_plural.hpp"

#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace gouji {
namespace {

bool is_singular(std::int64_t count) {
    static const std::unique_ptr<const icu::PluralRules> rules = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<const icu::PluralRules> english(icu::PluralRules::forLocale(icu::Locale::getEnglish(), error));
        return U_SUCCESS(error) ? std::move(english) : nullptr;
    }();
    return rules && rules->select(static_cast<double>(count)) == icu::UnicodeString(u"one");
}

}  // namespace

std::string_view plural_of(std::int64_t count, std::string_view one, std::string_view other) {
    return is_singular(count) ? one : other;
}

Words counted(std::int64_t count, std::string_view one, std::string_view other) {
    const std::string number = std::to_string(count);
    return {number, number + " " + std::string(plural_of(count, one, other))};
}

Words number_words(std::int64_t count) { return same(std::to_string(count)); }

}  // namespace gouji
