// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/known_codes.hpp"

#include "engine/api/codes.hpp"
#include "engine/check/codes.hpp"
#include "engine/cli/codes.hpp"
#include "engine/files/codes.hpp"
#include "engine/language/codes.hpp"
#include "engine/rules/codes.hpp"
#include "engine/run/codes.hpp"
#include "engine/serve/codes.hpp"
#include "engine/source/codes.hpp"
#include "engine/store/codes.hpp"
#include "grammar/filing/codes.hpp"
#include "grammar/pattern/codes.hpp"
#include "reports/codes.hpp"

#include <algorithm>

namespace gouji {

std::vector<Code> known_codes() {
    std::vector<Code> codes;
    const auto add = [&](const auto& all) { codes.insert(codes.end(), all.begin(), all.end()); };
    add(source_codes::all);
    add(filing_codes::all);
    add(rule_codes::all);
    add(language_codes::all);
    add(pattern_codes::all);
    add(check_codes::all);
    add(report_codes::all);
    add(store_codes::all);
    add(api_codes::all);
    add(run_codes::all);
    add(files_codes::all);
    add(serve_codes::all);
    add(cli_codes::all);
    std::sort(codes.begin(), codes.end(), [](const Code& a, const Code& b) { return a.id < b.id; });
    return codes;
}

}  // namespace gouji
