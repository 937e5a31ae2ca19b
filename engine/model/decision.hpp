// SPDX-License-Identifier: Apache-2.0
// Owns: what people have said of findings: 确认 (it is so) or 驳回 (it is not), and the fields of a 整改台账 (the
// ledger of what is put right). A new field is one line of the table below, and one in engine/rules/keys.cpp.
// Refuses: to change a verdict. Waivers do that.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// A field that a person fills in; its Chinese name is its key in the file.
struct DecisionField {
    std::string_view name;
    std::string_view en;
};

inline constexpr std::array decision_fields = {
    DecisionField{"结论", "conclusion"},  // 确认 or 驳回
    DecisionField{"理由", "reason"},
    DecisionField{"严重程度", "gravity"},  // 重大, 一般, 轻微: as the person sees it
    DecisionField{"责任单位", "unit responsible"},
    DecisionField{"责任人", "person responsible"},
    DecisionField{"整改措施", "measures"},
    DecisionField{"完成时限", "due"},
    DecisionField{"整改状态", "state"},  // 已整改, 持续整改, 未整改
    DecisionField{"佐证材料", "proof"},
    DecisionField{"销号日期", "closed on"},
    DecisionField{"复核人", "reviewer"},
};

/// The place of a field in the table, known while compiling.
consteval std::size_t decision_field(std::string_view name) {
    for (std::size_t i = 0; i < decision_fields.size(); ++i) {
        if (decision_fields[i].name == name) return i;
    }
    throw "no such field";
}

/// Figures by their names: 申请[本年新收, 其他] was 11.
using SeenFigures = std::vector<std::pair<std::string, std::string>>;

struct Decision {
    std::string fingerprint;
    std::string rule;
    std::string organ;
    std::optional<int> year;
    std::string finding;  ///< the message when it was decided
    SeenFigures cells;    ///< the figures when it was decided; those not written were 0
    std::array<std::string, decision_fields.size()> fields;  ///< empty where nothing was typed
    std::string file;
    int line = 0;
    std::size_t offset = 0;  ///< where its entry begins in the file

    [[nodiscard]] bool is_empty() const {
        for (const std::string& one : fields) {
            if (!one.empty()) return false;
        }
        return true;
    }
};

/// A figure that is not what it was when somebody looked at it.
struct ChangedFigure {
    std::string name;
    std::string seen;
    std::string now;
};

/// A decision beside its finding. It is stale where figures have changed since.
struct Noted {
    Decision decision;
    std::vector<ChangedFigure> changed;
};

}  // namespace gouji
