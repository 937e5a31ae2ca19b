// SPDX-License-Identifier: Apache-2.0
// Owns: what a page says of itself in its head, and which of its pictures may show more than a sign.
// Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/text.hpp"

#include <gumbo.h>

namespace gouji {

/// Adds the title of the window and the metadata of the standard for government pages.
void read_html_head(const GumboElement& element, PageHead& head);

/// A picture that its page shows smaller than any table.
bool is_icon(const GumboElement& picture);

}  // namespace gouji
