// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_store.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/digest.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {

RunStore::RunStore(const Arguments& arguments, const Catalogue& catalogue, const Encoding& encoding,
    std::vector<Diagnostic>& diagnostics)
    : catalogue_(catalogue), encoding_(encoding) {
    if (arguments.store.empty()) return;
    // Without digests nothing could be told from anything.
    if (!digest_of({}).empty()) store_ = Store::open(arguments.store, catalogue, catalogue.forms_digest, diagnostics);
    else diagnostics.push_back(diagnose(store_codes::not_opened, {{"why", same("SHA-256")}}));
    failed_ = !store_;
}

std::string RunStore::content_of(std::string_view bytes) const { return store_ ? digest_of({bytes}) : std::string(); }

std::optional<std::string> RunStore::reading(const std::string& name, const std::string& content) {
    if (!store_) return std::nullopt;
    store_->mark_given(name, content);
    return store_->reading(content);
}

void RunStore::keep_reading(const std::string& content, const std::string& bytes) {
    if (store_) store_->put_reading(content, bytes);
}

std::optional<ReadDocument> RunStore::stored(const std::string& content) {
    const auto found = store_->reading(content);
    return found ? encoding_.decode_filing(*found) : std::nullopt;
}

/// Files of an organ and year: of those that say the same the fullest alone, and that of all first. None where there
/// are too many to look at.
std::vector<std::string> RunStore::versions_of(
    const std::string& family, const std::vector<std::string>& names, int year) {
    std::set<std::string> found;
    for (const std::string& name : names) {
        for (StoredFile& one : store_->files_of({family, name, year})) found.insert(std::move(one.content));
    }
    if (found.size() > most_copies) return {};
    std::vector<std::pair<std::string, Filing>> read;
    for (const std::string& one : found) {
        if (auto document = stored(one)) read.emplace_back(one, std::move(document->filing));
    }
    std::stable_sort(read.begin(), read.end(),
        [](const auto& a, const auto& b) { return count_figures(a.second) > count_figures(b.second); });
    Versions versions;
    for (std::size_t i = 0; i < read.size(); ++i) versions.add(i, read[i].second);
    std::vector<std::string> made;
    for (const auto& version : versions.all()) made.push_back(read[version.files.front()].first);
    return made;
}

void RunStore::complete(
    const Filing& filing, const std::string& content, Links& links, const Linking& linking, LinkedContents& contents) {
    const Identity identity = identity_of(filing);
    if (!store_ || !identity.year || identity.organ.empty()) return;
    // Those of the run of which nobody knows which counts are not outdone by another.
    if (links.previous_count == 0) {
        contents.previous = versions_of(identity.family, linking.names_of(identity.organ), *identity.year - 1);
        if (contents.previous.empty())
            contents.previous = versions_of(identity.family, linking.names_before(identity.organ), *identity.year - 1);
        contents.stored_previous = !contents.previous.empty();
        if (contents.stored_previous) links.no_previous = {};
    }
    std::erase_if(links.missing, [&](const std::string& organ) {
        auto found = versions_of(identity.family, linking.names_of(organ), *identity.year);
        if (found.empty()) return false;
        contents.stored_below.push_back(std::move(found));
        return true;
    });
    if (!links.tells_copies) return;
    for (const std::string& name : linking.names_of(identity.organ)) {
        for (StoredFile& one : store_->files_of({identity.family, name, identity.year})) {
            if (one.content == content || contents.stored_copies.size() >= most_copies) continue;
            const auto other = stored(one.content);
            if (other && !disputes_among({figures_held(filing), figures_held(other->filing)}).empty())
                contents.stored_copies.push_back(std::move(one));
        }
    }
}

std::string RunStore::given_of(
    const Filing& filing, const std::string& content, const Links& links, const LinkedContents& contents) const {
    if (!store_) return {};
    // A filing without an organ is known by the name of its file.
    std::string given = digest_of({catalogue_.digest, content,
        filing.organ.empty() ? std::string_view(filing.file) : std::string_view(), links.no_previous.zh});
    const auto add = [&](const std::vector<std::string>& list) {
        given = digest_of({given, std::to_string(list.size())});
        for (const std::string& one : list) given = digest_of({given, one});
    };
    add(contents.previous);
    for (const auto* lists : {&contents.below, &contents.stored_below}) {
        given = digest_of({given, std::to_string(lists->size())});
        for (const auto& one : *lists) add(one);
    }
    add(links.missing);
    return given;
}

std::optional<Judgement> RunStore::judgement(const std::string& name, const std::string& given, Telling telling) {
    const auto found = store_ ? store_->judgement(name, given) : std::nullopt;
    return found ? encoding_.decode_judgement(*found, telling) : std::nullopt;
}

void RunStore::keep(const CheckedFiling& checked, const std::string& content, const std::string& given,
    const std::optional<std::string>& judgement) {
    if (store_) store_->put(checked, content, given, judgement);
}

void RunStore::drop(const std::string& name) {
    if (store_) store_->drop(name);
}

void RunStore::finish(const std::optional<std::vector<Decision>>& decisions, std::vector<Diagnostic>& diagnostics) {
    if (!store_) return;
    if (decisions) store_->put_decisions(*decisions);
    if (auto why = store_->finish()) diagnostics.push_back(std::move(*why));
}

}  // namespace gouji
