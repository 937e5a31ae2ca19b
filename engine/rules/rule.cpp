// SPDX-License-Identifier: Apache-2.0
#include "engine/rules/rule.hpp"

#include <algorithm>

namespace gouji {

bool message_uses(const Rule& rule, std::string_view name) {
    return std::any_of(
        rule.message_arguments.begin(), rule.message_arguments.end(), [&](const MessageArguments& arguments) {
            return std::find(arguments.names.begin(), arguments.names.end(), name) != arguments.names.end();
        });
}

}  // namespace gouji
