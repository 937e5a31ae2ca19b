// SPDX-License-Identifier: Apache-2.0
// Owns: which table of a filing a program means by a number.
// Refuses: to be used outside of engine/check.
#pragma once

#include "engine/check/figures/figures.hpp"
#include "engine/rules/catalogue.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace gouji {

/// Tables are numbered at once; names, which only few rules need anew, are made when they are first asked for.
class FilingNames {
public:
    FilingNames(const Filing& filing, const Catalogue& catalogue);
    /// Programs point into the names.
    FilingNames(const FilingNames&) = delete;
    FilingNames& operator=(const FilingNames&) = delete;

    /// A table of the filing is in another form than the filing itself.
    [[nodiscard]] bool mixed() const { return mixed_; }
    /// The place of the filing's form in the catalogue; the number of forms when it has none.
    [[nodiscard]] std::size_t form() const { return form_; }
    [[nodiscard]] const Names& names();
    /// From now on `previous` means that filing.
    void set_previous(FilingNames& previous) { previous_ = &previous; }
    [[nodiscard]] bool previous_differs() const {
        return previous_ && (previous_->mixed_ || previous_->printed_ || previous_->form_ != form_);
    }
    /// For programs compiled under `names()`, or under the filing's own form.
    [[nodiscard]] const std::vector<NumberedTable>& tables() const { return tables_; }
    /// For relations of a form, by its place in the catalogue.
    [[nodiscard]] const std::vector<NumberedTable>& tables_of(std::size_t form);

private:
    void add_own_names();

    const Filing& filing_;
    const Catalogue& catalogue_;
    FilingNames* previous_ = nullptr;
    std::size_t form_ = 0;
    bool mixed_ = false;
    bool printed_ = false;
    std::optional<Names> names_;
    std::vector<NumberedTable> tables_;
    std::vector<std::vector<NumberedTable>> by_form_;
};

}  // namespace gouji
