// SPDX-License-Identifier: Apache-2.0
#include "engine/store/private_store_database.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/digest.hpp"
#include "engine/store/schema.hpp"

#include <string_view>

namespace gouji {

bool StoreStatements::prepare(sqlite3* database) {
    const auto make = [&](Statement& statement, std::string_view sql) {
        return static_cast<bool>(statement = Statement(database, sql));
    };
    return make(find_reading, "SELECT reading FROM readings WHERE content = ? AND forms = ?")
        && make(insert_reading, "INSERT OR REPLACE INTO readings (content, forms, reading) VALUES (?, ?, ?)")
        && make(insert_given, "INSERT OR IGNORE INTO given VALUES (?, ?)")
        && make(find_others,
            "SELECT documents.name, documents.content FROM documents JOIN readings ON readings.content = "
            "documents.content AND readings.forms = ? "
            "WHERE documents.organ = ? AND documents.year = ? AND documents.family = ? AND documents.name NOT IN "
            "(SELECT name FROM given) ORDER BY documents.name")
        && make(
            find_judgement, "SELECT judgement FROM documents WHERE name = ? AND given = ? AND judgement IS NOT NULL")
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

bool StoreDatabase::execute(const char* sql) {
    return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

std::int64_t StoreDatabase::number_of(const char* sql) {
    Statement query(database_.get(), sql);
    return query && query.step() ? query.number(0) : -1;
}

/// Before anything is written: a file of somebody else stays as it is.
const Code* StoreDatabase::check_file() {
    const std::int64_t tables = number_of("SELECT count(*) FROM sqlite_master");
    if (tables < 0)
        return sqlite3_errcode(database_.get()) == SQLITE_NOTADB ? &store_codes::foreign : &store_codes::not_opened;
    if (tables > 0 && number_of("PRAGMA application_id") != store_schema::application) return &store_codes::foreign;
    if (number_of("PRAGMA user_version") > store_schema::version) return &store_codes::newer;
    return nullptr;
}

bool StoreDatabase::create_tables() {
    const std::string mark = "PRAGMA application_id = " + std::to_string(store_schema::application);
    return execute(store_schema::tables) && execute(mark.c_str());
}

/// A new file has none, and those of an older version may lack columns and rows.
bool StoreDatabase::renew_views() {
    if (number_of("PRAGMA user_version") == store_schema::version) return true;
    const std::string mark = "PRAGMA user_version = " + std::to_string(store_schema::version);
    return execute(store_schema::views) && execute(mark.c_str());
}

const Code* StoreDatabase::set_up() {
    sqlite3_busy_timeout(database_.get(), 10'000);
    // A file from a stranger must not make us run what it says.
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    if (!execute("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON")) return &store_codes::not_opened;
    if (const Code* wrong = check_file()) return wrong;
    execute("PRAGMA journal_mode = WAL");
    if (!execute("PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE")) return &store_codes::not_opened;
    // Another run may have made it in the meantime.
    if (number_of("SELECT count(*) FROM sqlite_master") == 0 && !create_tables()) return &store_codes::not_opened;
    if (!renew_views()) return &store_codes::not_opened;
    if (!execute("COMMIT") || !execute("CREATE TEMP TABLE given (name TEXT PRIMARY KEY, content BLOB) WITHOUT ROWID"))
        return &store_codes::not_opened;
    return statements_.prepare(database_.get()) ? nullptr : &store_codes::foreign;
}

namespace {

struct CellPath {
    std::string_view row;
    std::string_view column;
};

CellPath path_of(const TableForm& table, std::size_t cell) {
    const int index = static_cast<int>(cell);
    return {table.rows.leaf(table.row_of(index)).path, table.columns.leaf(table.column_of(index)).path};
}

std::string layout_digest(const Form& form, const TableForm& table) {
    std::string cells;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const auto [row, column] = path_of(table, i);
        cells += (table.cells[i] ? "+" : "-") + std::string(row) + "\n" + std::string(column) + "\n";
    }
    return digest_of({form.id, table.name, cells});
}

}  // namespace

void StoreDatabase::add_layout(const Form& form, const TableForm& table) {
    const std::string digest = layout_digest(form, table);
    Statement& find = statements_.find_layout.with(Blob{digest});
    const bool known = find.step();
    if (known) layouts_[&table] = find.number(0);
    find.reset();
    if (known) return;
    write([&] { return statements_.insert_layout.with(form.id, table.name, Blob{digest}).run(); });
    const std::int64_t id = sqlite3_last_insert_rowid(database_.get());
    layouts_[&table] = id;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        if (!table.cells[i]) continue;
        const CellPath path = path_of(table, i);
        write([&] {
            return statements_.insert_cell.with(id, static_cast<std::int64_t>(i), path.row, path.column).run();
        });
    }
}

void StoreDatabase::add_layouts(const Catalogue& catalogue) {
    for (const FormEntry& entry : catalogue.forms) {
        for (const TableForm& table : entry.form.tables) add_layout(entry.form, table);
    }
    commit();
    changed_ = false;
}

void StoreDatabase::begin_query() {
    if (writing_) return;
    if (queries_ >= most_in_transaction) end_queries();
    if (queries_ > 0 || execute("BEGIN")) ++queries_;
}

void StoreDatabase::end_queries() {
    if (queries_ > 0) execute("COMMIT");
    queries_ = 0;
}

void StoreDatabase::fail() {
    if (!failure_) failure_ = sqlite3_errmsg(database_.get());
    if (writing_) execute("ROLLBACK");
    writing_ = false;
    documents_written_ = 0;
}

void StoreDatabase::finish_document() {
    if (writing_ && ++documents_written_ >= most_in_transaction) commit();
}

void StoreDatabase::commit() {
    end_queries();
    if (writing_ && !execute("COMMIT")) return fail();
    writing_ = false;
    documents_written_ = 0;
}

}  // namespace gouji
