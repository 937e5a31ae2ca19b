// SPDX-License-Identifier: Apache-2.0
#include "engine/store/store_trends.hpp"

#include "engine/store/codes.hpp"
#include "engine/store/private_sqlite.hpp"
#include "engine/store/private_trend_sql.hpp"
#include "engine/store/schema.hpp"

#include <utility>

namespace gouji {

/// The connection, and what went wrong with a question.
class TrendQueries {
public:
    TrendQueries(Database database, std::string path) : database_(std::move(database)), path_(std::move(path)) {}

    [[nodiscard]] sqlite3* database() const { return database_.get(); }
    [[nodiscard]] Diagnostic told(const Code& code) const {
        Diagnostic made = diagnose(code, {{"why", same(sqlite3_errmsg(database_.get()))}});
        made.file = path_;
        return made;
    }

    [[nodiscard]] bool execute(const char* sql) const {
        return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    [[nodiscard]] std::int64_t number_of(const char* sql) const {
        Statement query(database_.get(), sql);
        return query && query.step() ? query.number(0) : -1;
    }

    /// `take` is called for each row of the answer.
    template <class Take, class... Arguments>
    void ask(const char* sql, const Take& take, const Arguments&... arguments) {
        Statement query(database_.get(), sql);
        if (!query) return fail();
        query.with(arguments...);
        while (query.step()) take(query);
        if (!query.finish()) fail();
    }

    /// The code of what is wrong with the file; nothing where all is well.
    const Code* set_up(const std::vector<Organ>& organs) {
        sqlite3_busy_timeout(database_.get(), 10'000);
        // A file from a stranger must not make us run what it says.
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        if (const Code* wrong = check_file()) return wrong;
        if (!execute("PRAGMA cell_size_check = ON") || !execute(trend_sql::setup)) return &store_codes::foreign;
        const std::int64_t reports = number_of("SELECT count(*) FROM temp.dated");
        if (reports <= 0) return reports == 0 ? &store_codes::empty : &store_codes::foreign;
        return list_organs(organs) ? nullptr : &store_codes::not_opened;
    }

    [[nodiscard]] const std::optional<Diagnostic>& failure() const { return failure_; }

private:
    void fail() {
        if (!failure_) failure_ = told(store_codes::not_asked);
    }

    const Code* check_file() const {
        const std::int64_t tables = number_of("SELECT count(*) FROM sqlite_master");
        if (tables < 0)
            return sqlite3_errcode(database_.get()) == SQLITE_NOTADB ? &store_codes::foreign : &store_codes::not_opened;
        if (tables == 0) return &store_codes::empty;
        if (number_of("PRAGMA application_id") != store_schema::application) return &store_codes::foreign;
        const std::int64_t version = number_of("PRAGMA user_version");
        if (version > store_schema::version) return &store_codes::newer;
        return version < store_schema::version ? &store_codes::older : nullptr;
    }

    /// The first entry that has a name gets it.
    bool list_organs(const std::vector<Organ>& organs) const {
        Statement add(database_.get(), "INSERT OR IGNORE INTO temp.listed VALUES (?, ?, ?)");
        if (!add || !execute("BEGIN")) return false;
        std::int64_t place = 0;
        for (const Organ& organ : organs) {
            ++place;
            if (!add.with(organ.name, organ.name, place).run()) return false;
            for (const std::string& name : organ.names) {
                if (!add.with(name, organ.name, place).run()) return false;
            }
        }
        return execute("COMMIT");
    }

    Database database_;
    std::string path_;
    std::optional<Diagnostic> failure_;
};

namespace {

/// A number of the store is an integer, or its digits as text.
std::optional<Decimal> value_of(const Statement& row, int column) { return Decimal::parse(row.bytes(column)); }

int year_of(const Statement& row, int column) { return static_cast<int>(row.number(column)); }

}  // namespace

StoreTrends::StoreTrends(std::unique_ptr<TrendQueries> queries) : queries_(std::move(queries)) {}
StoreTrends::~StoreTrends() = default;

std::unique_ptr<StoreTrends> StoreTrends::open(
    const std::string& path, const std::vector<Organ>& organs, std::vector<Diagnostic>& diagnostics) {
    sqlite3* connection = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READONLY, nullptr);
    auto queries = std::make_unique<TrendQueries>(Database(connection), path);
    const Code* wrong = opened == SQLITE_OK ? queries->set_up(organs) : &store_codes::not_opened;
    if (!wrong) return std::unique_ptr<StoreTrends>(new StoreTrends(std::move(queries)));
    diagnostics.push_back(queries->told(*wrong));
    return nullptr;
}

TrendScope StoreTrends::scope() const {
    TrendScope made;
    queries_->ask(trend_sql::scope, [&](const Statement& row) {
        made.reports = row.number(0);
        made.organs = row.number(1);
        made.left_out = row.number(2);
    });
    queries_->ask(trend_sql::years, [&](const Statement& row) { made.years.push_back(year_of(row, 0)); });
    return made;
}

bool StoreTrends::has(const FigureName& figure) const {
    bool found = false;
    queries_->ask(
        trend_sql::has_cell, [&](const Statement&) { found = true; }, figure.table, figure.row, figure.column);
    return found;
}

void StoreTrends::each_point(
    const std::vector<FigureName>& figures, const std::function<void(const TrendPoint&)>& take) const {
    const auto nothing = [](const Statement&) {};
    queries_->ask("DELETE FROM temp.wanted", nothing);
    queries_->ask("DELETE FROM temp.wanted_cells", nothing);
    std::int64_t number = 0;
    for (const FigureName& one : figures)
        queries_->ask("INSERT INTO temp.wanted VALUES (?, ?, ?, ?)", nothing, number++, one.table, one.row, one.column);
    queries_->ask(trend_sql::find_cells, nothing);
    queries_->ask(trend_sql::points, [&](const Statement& row) {
        TrendPoint point;
        point.figure = static_cast<std::size_t>(row.number(0));
        point.organ = row.bytes(1);
        point.year = year_of(row, 2);
        point.file = row.bytes(3);
        point.value = value_of(row, 4);
        point.unit = row.bytes(5);
        point.missing = row.bytes(6);
        point.certain = row.number(7) != 0;
        take(point);
    });
}

void StoreTrends::each_finding(const std::function<void(const RuleFindings&)>& take) const {
    queries_->ask(trend_sql::findings, [&](const Statement& row) {
        take({row.bytes(0), row.bytes(1), row.bytes(3), year_of(row, 2), row.number(4), row.number(5)});
    });
}

void StoreTrends::each_repeated(const std::function<void(const RepeatedFinding&)>& take) const {
    RepeatedFinding one;
    queries_->ask(trend_sql::repeated, [&](const Statement& row) {
        std::string organ = row.bytes(0), rule = row.bytes(1);
        if (organ != one.organ || rule != one.rule) {
            if (!one.years.empty()) take(one);
            one = {std::move(organ), std::move(rule), {}, row.number(2)};
        }
        one.years.push_back(year_of(row, 3));
    });
    if (!one.years.empty()) take(one);
}

void StoreTrends::each_gap(const std::function<void(const ReportGap&)>& take) const {
    queries_->ask(trend_sql::gaps, [&](const Statement& row) {
        take({row.bytes(0), row.bytes(1), year_of(row, 2), year_of(row, 3)});
    });
}

void StoreTrends::each_absent(const std::function<void(const std::string&)>& take) const {
    queries_->ask(trend_sql::absent, [&](const Statement& row) { take(row.bytes(0)); });
}

std::vector<RuleYear> StoreTrends::rules() const {
    std::vector<RuleYear> all;
    queries_->ask(trend_sql::rules, [&](const Statement& row) {
        all.push_back({row.bytes(0), year_of(row, 1), row.number(2), row.number(3)});
    });
    return all;
}

std::optional<Diagnostic> StoreTrends::failure() const { return queries_->failure(); }

}  // namespace gouji
