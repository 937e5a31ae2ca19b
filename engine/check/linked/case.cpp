// SPDX-License-Identifier: Apache-2.0
#include "engine/check/linked/case.hpp"

#include "engine/check/linked/copied_share.hpp"

#include <algorithm>
#include <iterator>

namespace gouji {

FilingsAtHand::FilingsAtHand(const Case& given) : given_(given) {
    const auto has_choices = [](const Filing* filing) {
        return filing && std::any_of(filing->tables.begin(), filing->tables.end(), [](const Table& one) {
            return !one.choices.empty();
        });
    };
    has_choices_ = has_choices(given.filing) || has_choices(given.previous);
    const Filing& own = *given.filing;
    for (const Mention& one : own.mentions) stated_ |= bit_of(static_cast<int>(one.form - own.form->mentions.data()));
}

Words FilingsAtHand::why_no_previous() const {
    return given_.no_previous.empty() ? Words{"没有一并给出上一年的报告。", "The previous year's report was not given."}
                                      : given_.no_previous;
}

std::optional<Fraction> FilingsAtHand::copied(const Section& now, const Section& before) {
    const auto [known, is_new] = copied_.try_emplace({&now, &before});
    if (is_new) known->second = copied_part(now.said, before.said);
    return known->second;
}

const std::vector<Dispute>& FilingsAtHand::disputes_of_copies(const std::string& table) {
    if (!held_copies_) {
        Held& held = held_copies_.emplace();
        held.sources.push_back(figures_held(own()));
        for (const Copy& one : given_.copies) held.sources.push_back(figures_held(*one.filing));
        held.disputes = disputes_among(held.sources);
    }
    const auto [known, is_new] = copies_by_table_.try_emplace(table);
    if (is_new) {
        const auto& all = held_copies_->disputes;
        std::copy_if(all.begin(), all.end(), std::back_inserter(known->second),
            [&](const Dispute& one) { return one.table == table; });
    }
    return known->second;
}

const std::vector<Dispute>& FilingsAtHand::disputes_of_repeats(const Table& table) {
    const auto [known, is_new] = held_repeats_.try_emplace(&table);
    if (is_new) {
        known->second.sources.push_back(figures_held(table));
        for (const Table& one : table.repeats) known->second.sources.push_back(figures_held(one));
        known->second.disputes = disputes_among(known->second.sources);
    }
    return known->second.disputes;
}

}  // namespace gouji
