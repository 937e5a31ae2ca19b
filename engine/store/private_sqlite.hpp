// SPDX-License-Identifier: Apache-2.0
// Owns: a prepared statement of SQLite, and a connection that closes itself.
// Refuses: to throw: what goes wrong stays with the connection, which the store asks. And to be used outside of
// engine/store.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

/// Bytes that are not a text; NULL where they point nowhere.
struct Blob {
    std::string_view bytes;
};

class Statement {
public:
    Statement() = default;
    Statement(sqlite3* database, std::string_view sql) {
        sqlite3_stmt* prepared = nullptr;
        sqlite3_prepare_v3(
            database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
        statement_.reset(prepared);
    }
    explicit operator bool() const { return statement_ != nullptr; }

    /// Begins anew with these arguments. The texts must last until the last row was asked for.
    template <class... Arguments>
    Statement& with(const Arguments&... arguments) {
        sqlite3_reset(statement_.get());
        int place = 0;
        (bind(++place, arguments), ...);
        return *this;
    }
    /// A row is there.
    bool step() { return sqlite3_step(statement_.get()) == SQLITE_ROW; }
    /// Runs to its end; false where something went wrong.
    bool run() {
        int result = SQLITE_ROW;
        while (result == SQLITE_ROW) result = sqlite3_step(statement_.get());
        sqlite3_reset(statement_.get());
        return result == SQLITE_DONE;
    }
    void reset() { sqlite3_reset(statement_.get()); }
    /// After the last row; false where the rows ended because something went wrong.
    bool finish() { return sqlite3_reset(statement_.get()) == SQLITE_OK; }
    [[nodiscard]] std::string bytes(int column) const {
        const void* data = sqlite3_column_blob(statement_.get(), column);
        return data ? std::string(static_cast<const char*>(data),
                   static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                    : std::string();
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

private:
    void bind(int place, std::string_view text) {
        sqlite3_bind_text64(statement_.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    void bind(int place, Blob blob) {
        sqlite3_bind_blob64(statement_.get(), place, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC);
    }
    void bind(int place, std::int64_t number) { sqlite3_bind_int64(statement_.get(), place, number); }
    void bind(int place, std::nullptr_t) { sqlite3_bind_null(statement_.get(), place); }
    template <class Value>
    void bind(int place, const std::optional<Value>& value) {
        if (value) bind(place, *value);
        else bind(place, nullptr);
    }

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace gouji
