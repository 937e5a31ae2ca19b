// SPDX-License-Identifier: Apache-2.0
// Owns: the lists of a filing and its verdicts that people query in SQL, each as JSON in one column.
// Refuses: to be used outside of engine/store.
#pragma once

#include "engine/check/checked_filing.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace gouji {

/// The ids of the layouts of forms in the store.
using LayoutIds = std::map<const TableForm*, std::int64_t>;

/// [{"layout": 1, "cells": [140, "12.50", null], "units": {"1": "万元"}, "missing": {"2": "blank"}, "open": {"0": 1}}]:
/// the cells that the form has, by their places; whole numbers as such, others by their digits.
std::string figures_of(const Filing& filing, const LayoutIds& layouts);
/// [{"fact": "收费通知", "fields": {"件数": 3}, "text": …}]
std::string mentions_of(const Filing& filing);
/// [{"rule": …, "verdict": "undecided", "table": …, "why": …}]: those that neither passed nor did not apply.
std::string verdicts_of(const Judgement& judgement);
/// {"requests-unbalanced": {"pass": 7}}
std::string counts_of(const Judgement& judgement);
/// {"结论": "确认"}: what was typed.
std::string fields_of(const Decision& decision);

}  // namespace gouji
