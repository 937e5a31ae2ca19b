// SPDX-License-Identifier: Apache-2.0
#include "engine/store/store.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/private_store_database.hpp"
#include "engine/store/private_stored_rows.hpp"

#include <mutex>
#include <utility>

namespace gouji {
namespace {

std::optional<std::string_view> text_or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}
std::optional<std::int64_t> year_or_null(const std::optional<int>& year) {
    return year ? std::optional<std::int64_t>(*year) : std::nullopt;
}

}  // namespace

Store::Store(std::unique_ptr<StoreDatabase> database) : database_(std::move(database)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(
    const std::string& path, const Catalogue& catalogue, std::string forms, std::vector<Diagnostic>& diagnostics) {
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(
        path.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    auto database = std::make_unique<StoreDatabase>(Database(connection), std::move(forms));
    const Code* wrong = opened == SQLITE_OK ? database->set_up() : &store_codes::not_opened;
    if (wrong) {
        diagnostics.push_back(diagnose(*wrong, {{"why", same(sqlite3_errmsg(connection))}}));
        diagnostics.back().file = path;
        return nullptr;
    }
    database->add_layouts(catalogue);
    return std::unique_ptr<Store>(new Store(std::move(database)));
}

std::optional<std::string> Store::reading(std::string_view content) {
    const std::lock_guard lock(database_->mutex);
    database_->begin_query();
    Statement& find = database_->statements().find_reading.with(Blob{content}, Blob{database_->forms_digest()});
    std::optional<std::string> bytes;
    if (find.step()) bytes = find.bytes(0);
    find.reset();
    return bytes;
}

void Store::put_reading(std::string_view content, std::string_view reading) {
    const std::lock_guard lock(database_->mutex);
    database_->write([&] {
        return database_->statements()
            .insert_reading.with(Blob{content}, Blob{database_->forms_digest()}, Blob{reading})
            .run();
    });
    database_->finish_document();
}

void Store::mark_given(const std::string& name, std::string_view content) {
    const std::lock_guard lock(database_->mutex);
    database_->begin_query();
    database_->statements().insert_given.with(name, Blob{content}).run();
}

void Store::drop(const std::string& name) {
    const std::lock_guard lock(database_->mutex);
    database_->begin_query();
    Statement& find = database_->statements().find_document.with(name);
    const bool known = find.step();
    find.reset();
    if (!known) return;
    database_->write([&] { return database_->statements().delete_document.with(name).run(); });
    database_->finish_document();
}

std::vector<StoredFile> Store::files_of(const Identity& identity) {
    const std::lock_guard lock(database_->mutex);
    database_->begin_query();
    Statement& find = database_->statements().find_others.with(
        Blob{database_->forms_digest()}, identity.organ, year_or_null(identity.year), identity.family);
    std::vector<StoredFile> found;
    while (find.step()) found.push_back({find.bytes(0), find.bytes(1)});
    find.reset();
    return found;
}

std::optional<std::string> Store::judgement(const std::string& name, std::string_view inputs_digest) {
    const std::lock_guard lock(database_->mutex);
    database_->begin_query();
    Statement& find = database_->statements().find_judgement.with(name, Blob{inputs_digest});
    std::optional<std::string> bytes;
    if (find.step()) bytes = find.bytes(0);
    find.reset();
    return bytes;
}

namespace {

/// One row for each finding; false where one could not be written.
bool write_findings(StoreStatements& statements, std::int64_t document, const Judgement& judgement) {
    if (!statements.delete_found.with(document).run()) return false;
    std::int64_t place = 0;
    for (const Finding& finding : judgement.findings) {
        const Verdict& verdict = judgement.verdicts[finding.representative];
        const std::string fingerprint = print_fingerprint(verdict.fingerprint);
        if (!statements.insert_found
                 .with(document, place++, verdict.rule->id, name_of(verdict.severity), fingerprint,
                     text_or_null(verdict.at.table), text_or_null(verdict.at.row), text_or_null(verdict.at.column),
                     text_or_null(verdict.at.fact), text_or_null(verdict.at.section), verdict.message.zh,
                     verdict.message.en)
                 .run())
            return false;
    }
    return true;
}

}  // namespace

void Store::put(const CheckedFiling& checked, std::string_view content, std::string_view inputs_digest,
    const std::optional<std::string>& judgement) {
    const Filing& filing = checked.filing;
    const std::string mentions = mentions_of(filing), verdicts = verdicts_of(checked.judgement),
                      counts = counts_of(checked.judgement);
    const std::string form = filing.form ? filing.form->id : "", family = filing.form ? filing.form->family : "";
    const std::lock_guard lock(database_->mutex);
    StoreStatements& statements = database_->statements();
    const std::string figures = figures_of(filing, database_->layouts());
    database_->write([&] {
        const Blob kept{judgement ? std::string_view(*judgement) : std::string_view()};
        Statement& document = statements.insert_document.with(filing.file, Blob{content},
            Blob{database_->forms_digest()}, Blob{inputs_digest}, family, filing.organ, year_or_null(filing.year),
            filing.level, form, filing.published, kept, figures, mentions, verdicts, counts);
        if (!document.step()) return false;
        const std::int64_t id = document.number(0);
        document.reset();
        return write_findings(statements, id, checked.judgement);
    });
    database_->finish_document();
}

void Store::put_decisions(const std::vector<Decision>& decisions) {
    const std::lock_guard lock(database_->mutex);
    database_->write([&] { return database_->execute("DELETE FROM decisions"); });
    for (const Decision& decision : decisions) {
        const std::string fields = fields_of(decision);
        database_->write([&] {
            return database_->statements()
                .insert_decision
                .with(decision.fingerprint, decision.rule, decision.organ, year_or_null(decision.year),
                    decision.finding, decision.file, std::int64_t{decision.line}, fields)
                .run();
        });
    }
}

std::optional<Diagnostic> Store::finish() {
    const std::lock_guard lock(database_->mutex);
    // Readings that no document has any more are of files that have changed since, unless this run has the file: other
    // files of a document have no document of their own.
    if (database_->changed())
        database_->write([&] {
            return database_->execute(
                "DELETE FROM readings WHERE NOT EXISTS (SELECT 1 FROM documents WHERE documents.content = "
                "readings.content AND documents.forms = readings.forms) AND content NOT IN (SELECT content FROM "
                "given)");
        });
    database_->commit();
    if (!database_->failure()) return std::nullopt;
    return diagnose(store_codes::not_written, {{"why", same(*database_->failure())}});
}

}  // namespace gouji
