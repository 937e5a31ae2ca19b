// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/private_load_waivers.hpp"

#include "engine/rules/private_load_decisions.hpp"

#include <array>

namespace gouji {
namespace {

constexpr std::array at_keys = {
    KeyLoader<At>{"table", [](YamlFile& file, const Yaml& value, At& at) { at.table = file.text(value); }},
    KeyLoader<At>{"row", [](YamlFile& file, const Yaml& value, At& at) { at.row = file.text(value); }},
    KeyLoader<At>{"column", [](YamlFile& file, const Yaml& value, At& at) { at.column = file.text(value); }},
    KeyLoader<At>{"fact", [](YamlFile& file, const Yaml& value, At& at) { at.fact = file.text(value); }},
    KeyLoader<At>{"section", [](YamlFile& file, const Yaml& value, At& at) { at.section = file.text(value); }},
};

void load_at(YamlFile& file, const Yaml& node, Waiver& waiver) {
    if (!file.expect(node, Yaml::Kind::map)) return;
    expect_keys(file, node, "at");
    load_as_written(file, node, at_loaders(), waiver.at);
}

constexpr std::array waiver_keys = {
    KeyLoader<Waiver>{"rule",
        [](YamlFile& file, const Yaml& value, Waiver& waiver) {
            waiver.rule = file.text(value);
            waiver.rule_offset = value.offset;
        }},
    KeyLoader<Waiver>{
        "organ", [](YamlFile& file, const Yaml& value, Waiver& waiver) { waiver.organ = file.text(value); }},
    KeyLoader<Waiver>{"year",
        [](YamlFile& file, const Yaml& value, Waiver& waiver) {
            waiver.year = load_years(file, value).first.value_or(0);
        }},
    KeyLoader<Waiver>{"at", load_at},
    KeyLoader<Waiver>{
        "cells", [](YamlFile& file, const Yaml& value, Waiver& waiver) { waiver.cells = load_figures(file, value); }},
    KeyLoader<Waiver>{
        "reason", [](YamlFile& file, const Yaml& value, Waiver& waiver) { waiver.reason = file.text(value); }},
    KeyLoader<Waiver>{
        "approver", [](YamlFile& file, const Yaml& value, Waiver& waiver) { waiver.approver = file.text(value); }},
    KeyLoader<Waiver>{"expires",
        [](YamlFile& file, const Yaml& value, Waiver& waiver) {
            waiver.expires = load_day(file, value, file.text(value)).value_or(0);
        }},
};

}  // namespace

KeyLoaders<Waiver> waiver_loaders() { return waiver_keys; }
KeyLoaders<At> at_loaders() { return at_keys; }

Waiver load_waiver(YamlFile& file, const Yaml& entry) {
    Waiver waiver;
    waiver.file = file.name();
    waiver.line = file.line_at(entry.offset);
    if (!file.expect(entry, Yaml::Kind::map)) return waiver;
    expect_keys(file, entry, "waiver");
    load_as_written(file, entry, waiver_loaders(), waiver);
    return waiver;
}

}  // namespace gouji
