// SPDX-License-Identifier: Apache-2.0
#include "engine/check/figures/private_below_sum.hpp"

#include "engine/language/form_names.hpp"
#include "engine/model/cell_unit.hpp"

#include <optional>

namespace gouji {
namespace {

/// The place of a cell by the names of its row and column; none where the table has no such cell of its own.
std::optional<int> cell_named(const Table& table, const std::string& row_name, const std::string& column_name) {
    const auto leaf = [](const Outline& outline, const std::string& name) {
        const auto found = outline.find(name);
        const int* node = std::get_if<int>(&found);
        return node ? outline.node(*node).leaf : -1;
    };
    if (!table.layout) return std::nullopt;
    const int row = leaf(table.row_names(), row_name);
    const int column = leaf(table.column_names(), column_name);
    return row < 0 || column < 0 ? std::nullopt : std::optional(table.layout->cell(row, column));
}

/// The figure of a cell that is known for certain; nothing for any other.
std::optional<Decimal> known_figure(const Cell& cell) {
    return cell.presence == Presence::number && cell.certain ? std::optional(cell.value) : cell.inferred;
}

}  // namespace

// Half of it are the reasons why there is no sum.
Value sum_below(const ScopedFilings& filings, const Program& program, const CellRef& ref) {
    const auto open = [&](std::string_view zh, std::string_view en, std::string_view name) {
        return filings.unknown([&] {
            return fill(zh, en, {{"name", same(name)}, {"cell", same(name_of(program, ref))}});
        });
    };
    const Below& below = filings.at_hand().below();
    if (!below.listed()) return open("名单上没有下级机关。", "No list names organs under this one.", "");
    if (!below.missing.empty())
        return open("没有一并给出{name}的报告。", "The report of {name} was not given.", below.missing.front());
    if (ref.cell < 0) return open("{cell} 无从汇总。", "{cell} cannot be summed.", "");
    const int width = ref.names->columns->leaf_count();
    const std::string& row = ref.names->rows->leaf(ref.cell / width).path;
    const std::string& column = ref.names->columns->leaf(ref.cell % width).path;
    Fraction sum;
    for (const Filing* filing : below.filings) {
        const std::string& organ = filing->organ;
        const Table* table = filing->table(ref.names->name);
        const auto place = table ? cell_named(*table, row, column) : std::nullopt;
        if (!place) return open("{name}的报告没有 {cell}。", "The report of {name} has no {cell}.", organ);
        if (table->is_disputed(*place))
            return open("{name}的报告有几个文件，{cell} 写得不同。",
                "The files of the report of {name} differ in {cell}.", organ);
        const auto figure = known_figure(table->cell(*place));
        if (!figure) return open("{name}的报告中 {cell} 不明。", "{cell} is unknown in the report of {name}.", organ);
        const auto value = figure->scaled(unit_of(unit_of_cell(*table, *place)).power);
        const auto next = value ? add(sum, Fraction(*value)) : std::nullopt;
        if (!next) return Value::of(Value::Kind::overflow);
        sum = *next;
    }
    return Value::of(sum);
}

}  // namespace gouji
