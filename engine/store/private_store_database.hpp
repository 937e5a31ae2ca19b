// SPDX-License-Identifier: Apache-2.0
// Owns: the file of a store as SQLite sees it: its connection, prepared statements and transactions.
// Refuses: to be used outside of engine/store, and by two threads at once: whoever uses it holds its mutex.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/rules/catalogue.hpp"
#include "engine/store/private_sqlite.hpp"
#include "engine/store/private_stored_rows.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace gouji {

/// The statements of a store, prepared once.
struct StoreStatements {
    Statement find_reading;
    Statement insert_reading;
    Statement insert_given;
    Statement find_others;
    Statement find_judgement;
    Statement insert_document;
    Statement find_document;
    Statement delete_document;
    Statement delete_found;
    Statement insert_found;
    Statement insert_decision;
    Statement find_layout;
    Statement insert_layout;
    Statement insert_cell;

    /// False where the tables of the file are not those of a store.
    bool prepare(sqlite3* database);
};

class StoreDatabase {
public:
    /// So many documents are written in one transaction: a disk is waited for once.
    static constexpr int most_in_transaction = 256;

    StoreDatabase(Database database, std::string forms_digest)
        : database_(std::move(database)), forms_digest_(std::move(forms_digest)) {}

    /// The code of what is wrong with the file; nothing where all is well.
    const Code* set_up();
    /// Finds the layouts of the forms in the file, and adds those that are new.
    void add_layouts(const Catalogue& catalogue);

    /// Runs statements without arguments; false where one fails.
    bool execute(const char* sql);

    /// Must come before every query. Queries that follow each other share one transaction: each by itself would lock
    /// the file.
    void begin_query();
    /// Runs a change in the transaction that writes, begun if there is none. After a failure nothing more is written.
    template <class Change>
    void write(const Change& change) {
        if (failure_) return;
        end_queries();
        if (!writing_ && !execute("BEGIN IMMEDIATE")) return fail();
        writing_ = true;
        changed_ = true;
        if (!change()) fail();
    }
    /// All of a document is written: a full transaction is committed.
    void finish_document();
    void commit();

    [[nodiscard]] StoreStatements& statements() { return statements_; }
    [[nodiscard]] const LayoutIds& layouts() const { return layouts_; }
    /// The digest of the forms that filings are read with.
    [[nodiscard]] const std::string& forms_digest() const { return forms_digest_; }
    /// Why it could not be written; nothing where it could.
    [[nodiscard]] const std::optional<std::string>& failure() const { return failure_; }
    /// This run changed it, besides adding layouts.
    [[nodiscard]] bool changed() const { return changed_; }

    std::mutex mutex;

private:
    /// The number that a query answers; -1 where it fails.
    std::int64_t number_of(const char* sql);
    const Code* check_file();
    bool create_tables();
    bool renew_views();
    void add_layout(const Form& form, const TableForm& table);
    void end_queries();
    void fail();

    Database database_;  ///< outlives its statements
    StoreStatements statements_;
    std::string forms_digest_;
    LayoutIds layouts_;
    std::optional<std::string> failure_;
    bool changed_ = false;
    bool writing_ = false;       ///< a transaction that writes is open
    int documents_written_ = 0;  ///< in it
    int queries_ = 0;            ///< in a transaction that only reads; 0 where there is none
};

}  // namespace gouji
