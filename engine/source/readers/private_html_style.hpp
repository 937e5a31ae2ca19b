// SPDX-License-Identifier: Apache-2.0
// Owns: what an element of a page says itself of how it looks: hidden, struck, raised. What style sheets say is not
// known. Refuses: to be used outside of this folder.
#pragma once

#include "engine/source/readers/private_text_look.hpp"

#include <gumbo.h>

#include <optional>

namespace gouji {

struct HtmlStyle {
    bool hidden = false;
    bool struck = false;
    std::optional<Height> height;  ///< nothing where it says none
};

HtmlStyle html_style_of(const GumboElement& element);

}  // namespace gouji
