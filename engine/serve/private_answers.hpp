// SPDX-License-Identifier: Apache-2.0
// Owns: the functions that answer, for the table in routes.cpp.
// Refuses: to be used outside of engine/serve.
#pragma once

#include "engine/serve/routes.hpp"

namespace gouji {

Answer answer_state(Workbench&, const Request&, const PathParts&);
Answer answer_list(Workbench&, const Request&, const PathParts&);
Answer answer_upload(Workbench&, const Request&, const PathParts&);
Answer answer_remove_all(Workbench&, const Request&, const PathParts&);
Answer answer_show(Workbench&, const Request&, const PathParts&);
Answer answer_remove(Workbench&, const Request&, const PathParts&);
Answer answer_findings(Workbench&, const Request&, const PathParts&);
Answer answer_text(Workbench&, const Request&, const PathParts&);
Answer answer_page(Workbench&, const Request&, const PathParts&);
Answer answer_picture(Workbench&, const Request&, const PathParts&);
Answer answer_file(Workbench&, const Request&, const PathParts&);
Answer answer_explanation(Workbench&, const Request&, const PathParts&);
Answer answer_decisions(Workbench&, const Request&, const PathParts&);
Answer answer_decide(Workbench&, const Request&, const PathParts&);
Answer answer_rules(Workbench&, const Request&, const PathParts&);
Answer answer_rule(Workbench&, const Request&, const PathParts&);
Answer answer_rule_files(Workbench&, const Request&, const PathParts&);
Answer answer_rule_file(Workbench&, const Request&, const PathParts&);
Answer answer_save_rule_file(Workbench&, const Request&, const PathParts&);
Answer answer_lint(Workbench&, const Request&, const PathParts&);
Answer answer_test(Workbench&, const Request&, const PathParts&);
Answer answer_effect(Workbench&, const Request&, const PathParts&);
Answer answer_organs(Workbench&, const Request&, const PathParts&);

/// There is nothing of this name.
Answer not_there(std::string_view what, Language language);
/// The bodies of requests are wrong in this way.
Answer wrong_body(const Words& why, Language language);

}  // namespace gouji
