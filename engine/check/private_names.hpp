// SPDX-License-Identifier: Apache-2.0
// Owns: which table of a filing a program means by a number.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/check/figures.hpp"
#include "engine/rules/catalogue.hpp"

#include <string_view>
#include <vector>

namespace gouji {

class FilingNames {
public:
    FilingNames(const Filing& filing, const Catalogue& catalogue);
    /// Programs point into the names.
    FilingNames(const FilingNames&) = delete;
    FilingNames& operator=(const FilingNames&) = delete;

    /// A table of the filing is in another form than the filing itself.
    [[nodiscard]] bool mixed() const { return mixed_; }
    [[nodiscard]] const Names& names() const { return names_; }
    /// From now on `previous` means that filing.
    void set_previous(const FilingNames& previous);
    /// For programs compiled under `names()`, or under the filing's own form.
    [[nodiscard]] const std::vector<NumberedTable>& tables() const { return tables_; }
    /// For relations of a form.
    [[nodiscard]] const std::vector<NumberedTable>& tables_of(std::string_view form) const;
    [[nodiscard]] std::size_t form_index(std::string_view form) const;

private:
    void add_totals(const Filing& filing);

    const Catalogue& catalogue_;
    Names names_;
    bool mixed_ = false;
    std::vector<NumberedTable> tables_;
    std::vector<std::vector<NumberedTable>> by_form_;
};

}  // namespace gouji
