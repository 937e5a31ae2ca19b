// SPDX-License-Identifier: Apache-2.0
// Owns: the filings that a run has read and not yet judged, as bytes, and the links between them.
// Refuses: to judge them.
#pragma once

#include "engine/check/linked/link.hpp"
#include "engine/run/private_reading_stage.hpp"
#include "engine/store/shelf.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gouji {

/// A filing as the shelf gives it back.
struct WaitingFiling {
    ReadFiling read;
    std::string digest;  ///< of its file, for a store
};

class WaitingFilings {
public:
    /// The catalogue and the encoding must live as long.
    WaitingFilings(const Catalogue& catalogue, const FilingEncoding& encoding)
        : encoding_(encoding), linking_(catalogue.organs) {}

    /// A filing as it goes to the shelf; made by the thread that read it.
    struct Parcel {
        Waiting waiting;
        Identity identity;
    };
    /// `keeps_text`: the text of the file goes along.
    [[nodiscard]] Parcel pack(ReadingResult&& result, bool keeps_text) const;

    /// One call at a time. False where there is no room on the disk.
    [[nodiscard]] bool add(Parcel&& parcel);
    /// Every filing is added: files of one organ and year are compared with each other. What is said of them.
    std::vector<Diagnostic> seal();

    // After `seal`, from any thread.
    [[nodiscard]] std::size_t size() const { return shelf_.size(); }
    /// Nothing where the file of the shelf could not be read.
    [[nodiscard]] std::optional<WaitingFiling> load(std::size_t number) const;
    [[nodiscard]] std::optional<std::string> file_of(std::size_t number) const;
    [[nodiscard]] std::string digest_of(std::size_t number) const;
    [[nodiscard]] const FilingLinker& linking() const { return linking_; }

private:
    const FilingEncoding& encoding_;
    std::string digests_;  ///< of the files, one after the other; empty without a store
    FilingLinker linking_;
    Shelf shelf_;
    bool has_room_ = true;
};

}  // namespace gouji
