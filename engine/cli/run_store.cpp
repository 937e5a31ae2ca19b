// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_store.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/digest.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {

RunStore::RunStore(const Arguments& arguments, const Catalogue& catalogue, const Encoding& encoding, std::vector<Diagnostic>& diagnostics) : catalogue_(catalogue), encoding_(encoding) {
    if (arguments.store.empty()) return;
    // Without digests nothing could be told from anything.
    if (!digest_of({}).empty()) store_ = Store::open(arguments.store, catalogue, catalogue.forms_digest, diagnostics);
    else diagnostics.push_back(diagnose(store_codes::not_opened, {{"why", same("SHA-256")}}));
    failed_ = !store_;
}

std::string RunStore::content_of(std::string_view bytes) const { return store_ ? digest_of({bytes}) : std::string(); }

std::optional<std::string> RunStore::reading(const std::string& name, const std::string& content) {
    if (!store_) return std::nullopt;
    store_->mark_given(name);
    return store_->reading(content);
}

void RunStore::keep_reading(const std::string& content, const std::string& bytes) {
    if (store_) store_->put_reading(content, bytes);
}

std::optional<Filing> RunStore::stored(const std::string& content) {
    const auto found = store_->reading(content);
    auto read = found ? encoding_.decode_filing(*found) : std::nullopt;
    return read ? std::optional(std::move(read->filing)) : std::nullopt;
}

void RunStore::complete(Links& links, const Identity& identity, const Linking& linking, LinkedContents& contents) {
    if (!store_ || !identity.year || identity.organ.empty()) return;
    const auto contents_of = [&](const std::vector<std::string>& names, int year) {
        std::set<std::string> found;
        for (const std::string& name : names) {
            for (std::string& one : store_->contents_of({identity.family, name, year})) found.insert(std::move(one));
        }
        return found;
    };
    // Two in the run of which nobody knows which counts are not outdone by a third.
    if (links.previous_count == 0) {
        auto found = contents_of(linking.names_of(identity.organ), *identity.year - 1);
        if (found.empty()) found = contents_of(linking.names_before(identity.organ), *identity.year - 1);
        if (found.size() == 1) {
            contents.previous = *found.begin();
            contents.stored_previous = true;
            links.no_previous = {};
        }
    }
    std::erase_if(links.missing, [&](const std::string& organ) {
        const auto found = contents_of(linking.names_of(organ), *identity.year);
        if (found.size() != 1) return false;
        contents.stored_below.push_back(*found.begin());
        return true;
    });
}

std::string RunStore::given_of(const Filing& filing, const std::string& content, const Links& links, const LinkedContents& contents) const {
    if (!store_) return {};
    // A filing without an organ is known by the name of its file.
    std::string given = digest_of({catalogue_.digest, content, filing.organ.empty() ? std::string_view(filing.file) : std::string_view(), contents.previous, links.no_previous.zh});
    for (const auto* list : {&contents.below, &contents.stored_below, &links.missing}) {
        given = digest_of({given, std::to_string(list->size())});
        for (const std::string& one : *list) given = digest_of({given, one});
    }
    return given;
}

std::optional<Judgement> RunStore::judgement(const std::string& name, const std::string& given, Telling telling) {
    const auto found = store_ ? store_->judgement(name, given) : std::nullopt;
    return found ? encoding_.decode_judgement(*found, telling) : std::nullopt;
}

void RunStore::keep(const CheckedFiling& checked, const std::string& content, const std::string& given, const std::optional<std::string>& judgement) {
    if (store_) store_->put(checked, content, given, judgement);
}

void RunStore::finish(bool decisions, std::vector<Diagnostic>& diagnostics) {
    if (!store_) return;
    if (decisions) store_->put_decisions(catalogue_.decisions);
    if (auto why = store_->finish()) diagnostics.push_back(std::move(*why));
}

}  // namespace gouji
