// SPDX-License-Identifier: Apache-2.0
#include "engine/store/store.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/digest.hpp"
#include "engine/store/private_stored_rows.hpp"
#include "engine/store/private_sqlite.hpp"
#include "engine/store/schema.hpp"

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

/// The connection and what is asked of it; one question at a time.
class Store::Tables {
    Database database_;  ///< outlives its statements

public:
    /// So many documents are written in one transaction: a disk is waited for once.
    static constexpr int most_in_transaction = 256;

    Tables(Database database, std::string digest) : database_(std::move(database)), forms(std::move(digest)) {}

    bool execute(const char* sql) { return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
    std::int64_t ask(const char* sql) {
        Statement one(database_.get(), sql);
        return one && one.step() ? one.number(0) : -1;
    }

    /// The code of what is wrong with the file; nothing where all is well.
    const Code* set_up() {
        sqlite3_busy_timeout(database_.get(), 10'000);
        // A file from a stranger must not make us run what it says.
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        if (!execute("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON")) return &store_codes::not_opened;
        // Asked before anything is written: a file of somebody else stays as it is.
        const std::int64_t tables = ask("SELECT count(*) FROM sqlite_master");
        if (tables < 0)
            return sqlite3_errcode(database_.get()) == SQLITE_NOTADB ? &store_codes::not_ours
                                                                     : &store_codes::not_opened;
        if (tables > 0 && ask("PRAGMA application_id") != store_schema::application) return &store_codes::not_ours;
        if (ask("PRAGMA user_version") > store_schema::version) return &store_codes::newer;
        execute("PRAGMA journal_mode = WAL");
        if (!execute("PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE")) return &store_codes::not_opened;
        // Another run may have made it in the meantime.
        if (ask("SELECT count(*) FROM sqlite_master") == 0) {
            const std::string marks = "PRAGMA application_id = " + std::to_string(store_schema::application)
                + "; PRAGMA user_version = " + std::to_string(store_schema::version);
            if (!execute(store_schema::tables) || !execute(marks.c_str())) return &store_codes::not_opened;
        }
        if (!execute("COMMIT")
            || !execute("CREATE TEMP TABLE given (name TEXT PRIMARY KEY, content BLOB) WITHOUT ROWID"))
            return &store_codes::not_opened;
        return prepare() ? nullptr : &store_codes::not_ours;
    }

    bool prepare() {
        const auto make = [&](Statement& one, std::string_view sql) {
            return static_cast<bool>(one = Statement(database_.get(), sql));
        };
        return make(find_reading, "SELECT reading FROM readings WHERE content = ? AND forms = ?")
            && make(insert_reading, "INSERT OR REPLACE INTO readings (content, forms, reading) VALUES (?, ?, ?)")
            && make(insert_given, "INSERT OR IGNORE INTO given VALUES (?, ?)")
            && make(find_others,
                "SELECT documents.name, documents.content FROM documents JOIN readings ON readings.content = "
                "documents.content AND readings.forms = ? "
                "WHERE documents.organ = ? AND documents.year = ? AND documents.family = ? AND documents.name NOT IN "
                "(SELECT name FROM given) ORDER BY documents.name")
            && make(find_judgement,
                "SELECT judgement FROM documents WHERE name = ? AND given = ? AND judgement IS NOT NULL")
            && make(insert_document,
                "INSERT INTO documents (name, content, forms, given, family, organ, year, level, form, published, "
                "judgement, figures, mentions, verdicts, counts) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET content = "
                "excluded.content, forms = excluded.forms, given = excluded.given, "
                "family = excluded.family, organ = excluded.organ, year = excluded.year, level = excluded.level, form "
                "= excluded.form, published = excluded.published, "
                "judgement = excluded.judgement, figures = excluded.figures, mentions = excluded.mentions, verdicts = "
                "excluded.verdicts, counts = excluded.counts RETURNING id")
            && make(delete_found, "DELETE FROM found WHERE document = ?")
            && make(find_document, "SELECT 1 FROM documents WHERE name = ?")
            && make(delete_document, "DELETE FROM documents WHERE name = ?")
            && make(insert_found, "INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            && make(insert_decision, "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            && make(find_layout, "SELECT id FROM layouts WHERE digest = ?")
            && make(insert_layout, "INSERT INTO layouts (form, \"table\", digest) VALUES (?, ?, ?)")
            && make(insert_cell, "INSERT INTO cells VALUES (?, ?, ?, ?)");
    }

    /// Where the layouts of the forms stand; those that are new get a place.
    void put_layouts(const Catalogue& catalogue) {
        for (const FormEntry& entry : catalogue.forms) {
            for (const TableForm& table : entry.form.tables) {
                std::string cells;
                const auto name_of_cell = [&](std::size_t i) {
                    return std::pair<std::string_view, std::string_view>(
                        table.rows.leaf(table.row_of(static_cast<int>(i))).path,
                        table.columns.leaf(table.column_of(static_cast<int>(i))).path);
                };
                for (std::size_t i = 0; i < table.cells.size(); ++i) {
                    const auto [row, column] = name_of_cell(i);
                    cells += (table.cells[i] ? "+" : "-") + std::string(row) + "\n" + std::string(column) + "\n";
                }
                const std::string digest = digest_of({entry.form.id, table.name, cells});
                if (find_layout.with(Blob{digest}).step()) {
                    layouts[&table] = find_layout.number(0);
                    find_layout.reset();
                    continue;
                }
                find_layout.reset();
                write([&] { return insert_layout.with(entry.form.id, table.name, Blob{digest}).run(); });
                const std::int64_t id = sqlite3_last_insert_rowid(database_.get());
                layouts[&table] = id;
                for (std::size_t i = 0; i < table.cells.size(); ++i) {
                    const auto name = name_of_cell(i);
                    if (table.cells[i])
                        write([&] {
                            return insert_cell.with(id, static_cast<std::int64_t>(i), name.first, name.second).run();
                        });
                }
            }
        }
        commit();
    }

    /// Something is about to be asked: what is asked without writing is asked of one state of the file, for each
    /// question by itself would take its lock.
    void ask_on() {
        if (open_) return;
        if (asked_ >= most_in_transaction) stop_asking();
        if (asked_ > 0 || execute("BEGIN")) ++asked_;
    }
    /// Something is written, in the transaction that is open; after the first failure nothing is.
    template <class Write>
    void write(const Write& one) {
        if (why) return;
        stop_asking();
        if (!open_ && !execute("BEGIN IMMEDIATE")) return fail();
        open_ = true;
        changed = true;
        if (!one()) fail();
    }
    void fail() {
        if (!why) why = sqlite3_errmsg(database_.get());
        if (open_) execute("ROLLBACK");
        open_ = false;
        written_ = 0;
    }
    /// A document is whole.
    void count() {
        if (open_ && ++written_ >= most_in_transaction) commit();
    }
    void commit() {
        stop_asking();
        if (open_ && !execute("COMMIT")) return fail();
        open_ = false;
        written_ = 0;
    }

    std::string forms;
    std::mutex mutex;
    Statement find_reading, insert_reading, insert_given, find_others, find_judgement, insert_document, delete_found,
        find_document, delete_document, insert_found, insert_decision, find_layout, insert_layout, insert_cell;
    LayoutIds layouts;
    std::optional<std::string> why;  ///< it could not be written
    bool changed = false;            ///< by this run

private:
    void stop_asking() {
        if (asked_ > 0) execute("COMMIT");
        asked_ = 0;
    }

    bool open_ = false;  ///< a transaction that writes
    int written_ = 0;
    int asked_ = 0;  ///< in a transaction that does not
};

Store::Store(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(
    const std::string& path, const Catalogue& catalogue, std::string forms, std::vector<Diagnostic>& diagnostics) {
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(
        path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    auto tables = std::make_unique<Tables>(Database(database), std::move(forms));
    const Code* wrong = opened == SQLITE_OK ? tables->set_up() : &store_codes::not_opened;
    if (wrong) {
        diagnostics.push_back(diagnose(*wrong, {{"why", same(sqlite3_errmsg(database))}}));
        diagnostics.back().file = path;
        return nullptr;
    }
    tables->put_layouts(catalogue);
    tables->changed = false;
    return std::unique_ptr<Store>(new Store(std::move(tables)));
}

std::optional<std::string> Store::reading(std::string_view content) {
    const std::lock_guard lock(tables_->mutex);
    tables_->ask_on();
    Statement& find = tables_->find_reading.with(Blob{content}, Blob{tables_->forms});
    std::optional<std::string> made;
    if (find.step()) made = find.bytes(0);
    find.reset();
    return made;
}

void Store::put_reading(std::string_view content, std::string_view reading) {
    const std::lock_guard lock(tables_->mutex);
    tables_->write(
        [&] { return tables_->insert_reading.with(Blob{content}, Blob{tables_->forms}, Blob{reading}).run(); });
    tables_->count();
}

void Store::mark_given(const std::string& name, std::string_view content) {
    const std::lock_guard lock(tables_->mutex);
    tables_->ask_on();
    tables_->insert_given.with(name, Blob{content}).run();
}

void Store::drop(const std::string& name) {
    const std::lock_guard lock(tables_->mutex);
    tables_->ask_on();
    Statement& find = tables_->find_document.with(name);
    const bool known = find.step();
    find.reset();
    if (!known) return;
    tables_->write([&] { return tables_->delete_document.with(name).run(); });
    tables_->count();
}

std::vector<StoredFile> Store::files_of(const Identity& identity) {
    const std::lock_guard lock(tables_->mutex);
    tables_->ask_on();
    Statement& find =
        tables_->find_others.with(Blob{tables_->forms}, identity.organ, year_or_null(identity.year), identity.family);
    std::vector<StoredFile> found;
    while (find.step()) found.push_back({find.bytes(0), find.bytes(1)});
    find.reset();
    return found;
}

std::optional<std::string> Store::judgement(const std::string& name, std::string_view given) {
    const std::lock_guard lock(tables_->mutex);
    tables_->ask_on();
    Statement& find = tables_->find_judgement.with(name, Blob{given});
    std::optional<std::string> made;
    if (find.step()) made = find.bytes(0);
    find.reset();
    return made;
}

void Store::put(const CheckedFiling& checked, std::string_view content, std::string_view given,
    const std::optional<std::string>& judgement) {
    const Filing& filing = checked.filing;
    const std::string mentions = mentions_of(filing), verdicts = verdicts_of(checked.judgement),
                      counts = counts_of(checked.judgement);
    const std::string form = filing.form ? filing.form->id : "", family = filing.form ? filing.form->family : "";
    const std::lock_guard lock(tables_->mutex);
    Tables& tables = *tables_;
    const std::string figures = figures_of(filing, tables.layouts);
    tables.write([&] {
        const Blob kept{judgement ? std::string_view(*judgement) : std::string_view()};
        Statement& document = tables.insert_document.with(filing.file, Blob{content}, Blob{tables.forms}, Blob{given},
            family, filing.organ, year_or_null(filing.year), filing.level, form, filing.published, kept, figures,
            mentions, verdicts, counts);
        if (!document.step()) return false;
        const std::int64_t id = document.number(0);
        document.reset();
        if (!tables.delete_found.with(id).run()) return false;
        std::int64_t place = 0;
        for (const Finding& one : checked.judgement.findings) {
            const Verdict& verdict = checked.judgement.verdicts[one.told];
            const std::string fingerprint = print_fingerprint(verdict.fingerprint);
            if (!tables.insert_found
                     .with(id, place++, verdict.rule->id, name_of(verdict.severity), fingerprint,
                         text_or_null(verdict.at.table), text_or_null(verdict.at.row), text_or_null(verdict.at.column),
                         text_or_null(verdict.at.fact), text_or_null(verdict.at.section), verdict.message.zh,
                         verdict.message.en)
                     .run())
                return false;
        }
        return true;
    });
    tables.count();
}

void Store::put_decisions(const std::vector<Decision>& decisions) {
    const std::lock_guard lock(tables_->mutex);
    tables_->write([&] { return tables_->execute("DELETE FROM decisions"); });
    for (const Decision& one : decisions) {
        const std::string fields = fields_of(one);
        tables_->write([&] {
            return tables_->insert_decision
                .with(one.fingerprint, one.rule, one.organ, year_or_null(one.year), one.finding, one.file,
                    std::int64_t{one.line}, fields)
                .run();
        });
    }
}

std::optional<Diagnostic> Store::finish() {
    const std::lock_guard lock(tables_->mutex);
    // Readings that no document has any more are of files that have changed since; but not those of other files of a
    // document.
    if (tables_->changed)
        tables_->write([&] {
            return tables_->execute(
                "DELETE FROM readings WHERE NOT EXISTS (SELECT 1 FROM documents WHERE documents.content = "
                "readings.content AND documents.forms = readings.forms) AND content NOT IN (SELECT content FROM "
                "given)");
        });
    tables_->commit();
    if (!tables_->why) return std::nullopt;
    return diagnose(store_codes::not_written, {{"why", same(*tables_->why)}});
}

}  // namespace gouji
