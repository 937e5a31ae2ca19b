// SPDX-License-Identifier: Apache-2.0
#include "engine/run/private_waiting_filings.hpp"

#include "engine/run/codes.hpp"
#include "engine/store/digest.hpp"

#include <utility>

namespace gouji {

WaitingFilings::Parcel WaitingFilings::pack(ReadingResult&& result, bool keeps_text) const {
    Parcel parcel{{}, identity_of(result.read->filing)};
    if (result.encoded.empty()) result.encoded = encoding_.encode(*result.read, {});
    parcel.waiting = {std::move(result.read->filing.file), std::move(result.digest), std::move(result.encoded),
        keeps_text ? std::move(result.text) : std::string()};
    return parcel;
}

bool WaitingFilings::add(Parcel&& parcel) {
    linking_.add(shelf_.size(), parcel.identity);
    digests_ += parcel.waiting.content;
    return has_room_ = shelf_.put(std::move(parcel.waiting));
}

std::vector<Diagnostic> WaitingFilings::seal() {
    std::vector<Diagnostic> diagnostics;
    if (!has_room_ || !shelf_.finish()) diagnostics.push_back(diagnose(run_codes::room_lacking));
    append(diagnostics, linking_.seal([&](std::size_t number, const auto& look) {
        if (const auto waiting = load(number)) look(waiting->read.filing);
    }));
    return diagnostics;
}

std::optional<WaitingFiling> WaitingFilings::load(std::size_t number) const {
    auto waiting = shelf_.take(number);
    if (!waiting) return std::nullopt;
    Result<ReadFiling> read = encoding_.decode_filing(waiting->reading);
    if (!read) return std::nullopt;
    read->filing.file = std::move(waiting->file);
    if (read->shown.text.empty()) read->shown.text = std::move(waiting->text);
    return WaitingFiling{std::move(*read), std::move(waiting->content)};
}

std::optional<std::string> WaitingFilings::file_of(std::size_t number) const {
    auto waiting = shelf_.take(number);
    return waiting ? std::optional(std::move(waiting->file)) : std::nullopt;
}

std::string WaitingFilings::digest_of(std::size_t number) const {
    return digests_.substr(number * digest_size, digest_size);
}

}  // namespace gouji
