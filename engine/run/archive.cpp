// SPDX-License-Identifier: Apache-2.0
#include "engine/run/archive.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/digest.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {

RunArchive::RunArchive(const std::string& path, const Catalogue& catalogue, const FilingEncoding& encoding,
    std::vector<Diagnostic>& diagnostics)
    : catalogue_(catalogue), encoding_(encoding) {
    if (path.empty()) return;
    // Without digests no file could be told from another.
    if (!digest_of({}).empty()) store_ = Store::open(path, catalogue, catalogue.forms_digest, diagnostics);
    else diagnostics.push_back(diagnose(store_codes::not_opened, {{"why", same("SHA-256")}}));
    failed_ = !store_;
}

std::string RunArchive::digest_of_file(std::string_view bytes) const {
    return store_ ? digest_of({bytes}) : std::string();
}

std::optional<std::string> RunArchive::reading(const std::string& name, const std::string& digest) {
    if (!store_) return std::nullopt;
    store_->mark_given(name, digest);
    return store_->reading(digest);
}

void RunArchive::keep_reading(const std::string& digest, const std::string& encoded) {
    if (store_) store_->put_reading(digest, encoded);
}

std::optional<ReadFiling> RunArchive::stored(const std::string& digest) {
    const auto encoded = store_->reading(digest);
    return encoded ? encoding_.decode_filing(*encoded).value : std::nullopt;
}

/// The files of an organ and year: of those that say the same only the fullest, and the fullest of all first. None
/// where there are too many to look at.
std::vector<std::string> RunArchive::versions_of(
    const std::string& family, const std::vector<std::string>& names, int year) {
    std::set<std::string> files;
    for (const std::string& name : names) {
        for (StoredFile& file : store_->files_of({family, name, year})) files.insert(std::move(file.content));
    }
    if (files.size() > most_copies) return {};
    std::vector<std::pair<std::string, Filing>> filings;
    for (const std::string& file : files) {
        if (auto read = stored(file)) filings.emplace_back(file, std::move(read->filing));
    }
    std::stable_sort(filings.begin(), filings.end(),
        [](const auto& a, const auto& b) { return count_figures(a.second) > count_figures(b.second); });
    Versions versions;
    for (std::size_t i = 0; i < filings.size(); ++i) versions.add(i, filings[i].second);
    std::vector<std::string> fullest;
    for (const auto& version : versions.all()) fullest.push_back(filings[version.files.front()].first);
    return fullest;
}

void RunArchive::complete(
    const Filing& filing, const std::string& digest, Links& links, const FilingLinker& linking, LinkedDigests& linked) {
    const Identity identity = identity_of(filing);
    if (!store_ || !identity.year || identity.organ.empty()) return;
    // Where the run already has two candidates for the year before, one of the store does not decide between them.
    if (links.previous_count == 0) {
        linked.previous = versions_of(identity.family, linking.names_of(identity.organ), *identity.year - 1);
        if (linked.previous.empty())
            linked.previous = versions_of(identity.family, linking.names_before(identity.organ), *identity.year - 1);
        linked.is_previous_stored = !linked.previous.empty();
        if (linked.is_previous_stored) links.no_previous = {};
    }
    std::erase_if(links.missing, [&](const std::string& organ) {
        auto files = versions_of(identity.family, linking.names_of(organ), *identity.year);
        if (files.empty()) return false;
        linked.stored_below.push_back(std::move(files));
        return true;
    });
    if (!links.tells_copies) return;
    for (const std::string& name : linking.names_of(identity.organ)) {
        for (StoredFile& file : store_->files_of({identity.family, name, identity.year})) {
            if (file.content == digest || linked.stored_copies.size() >= most_copies) continue;
            const auto other = stored(file.content);
            if (other && !disputes_among({figures_held(filing), figures_held(other->filing)}).empty())
                linked.stored_copies.push_back(std::move(file));
        }
    }
}

std::string RunArchive::inputs_digest(
    const Filing& filing, const std::string& digest, const Links& links, const LinkedDigests& linked) const {
    if (!store_) return {};
    // A filing without an organ is known by the name of its file.
    std::string inputs = digest_of({catalogue_.digest, digest,
        filing.organ.empty() ? std::string_view(filing.file) : std::string_view(), links.no_previous.zh});
    const auto add = [&](const std::vector<std::string>& list) {
        inputs = digest_of({inputs, std::to_string(list.size())});
        for (const std::string& item : list) inputs = digest_of({inputs, item});
    };
    add(linked.previous);
    for (const auto* lists : {&linked.below, &linked.stored_below}) {
        inputs = digest_of({inputs, std::to_string(lists->size())});
        for (const auto& list : *lists) add(list);
    }
    add(links.missing);
    return inputs;
}

std::optional<Judgement> RunArchive::judgement(const std::string& name, const std::string& inputs, Detail detail) {
    const auto encoded = store_ ? store_->judgement(name, inputs) : std::nullopt;
    return encoded ? encoding_.decode_judgement(*encoded, detail) : std::nullopt;
}

void RunArchive::keep(const CheckedFiling& checked, const std::string& digest, const std::string& inputs,
    const std::optional<std::string>& judgement) {
    if (store_) store_->put(checked, digest, inputs, judgement);
}

void RunArchive::drop(const std::string& name) {
    if (store_) store_->drop(name);
}

void RunArchive::finish(const std::optional<std::vector<Decision>>& decisions, std::vector<Diagnostic>& diagnostics) {
    if (!store_) return;
    if (decisions) store_->put_decisions(*decisions);
    if (auto why = store_->finish()) diagnostics.push_back(std::move(*why));
}

}  // namespace gouji
