// SPDX-License-Identifier: Apache-2.0
#include "engine/check/case.hpp"

#include "engine/check/copied.hpp"

#include <algorithm>

namespace gouji {

FilingsAtHand::FilingsAtHand(const Case& given) : given_(given) {
    const auto has_choices = [](const Filing* filing) {
        return filing && std::any_of(filing->tables.begin(), filing->tables.end(), [](const Table& one) { return !one.choices.empty(); });
    };
    has_choices_ = has_choices(given.filing) || has_choices(given.previous);
    const Filing& own = *given.filing;
    for (const Mention& one : own.mentions) stated_ |= bit_of(static_cast<int>(one.form - own.form->mentions.data()));
}

Words FilingsAtHand::why_no_previous() const {
    return given_.no_previous.empty() ? Words{"没有一并给出上一年的报告。", "The report of the year before was not given."} : given_.no_previous;
}

std::optional<Fraction> FilingsAtHand::copied(const Section& now, const Section& before) {
    const auto [known, is_new] = copied_.try_emplace({&now, &before});
    if (is_new) known->second = copied_part(now.said, before.said);
    return known->second;
}

}  // namespace gouji
