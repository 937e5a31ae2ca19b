// SPDX-License-Identifier: Apache-2.0
#include "engine/store/digest.hpp"

#include <openssl/evp.h>

#include <cstdint>
#include <memory>

namespace gouji {
namespace {

struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_MD* kind) const { EVP_MD_free(kind); }
};

}  // namespace

std::string digest_of(std::initializer_list<std::string_view> parts) {
    // Looked up once: that takes longer than the digest of a report.
    static const std::unique_ptr<EVP_MD, Free> kind(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    std::string digest(digest_size, '\0');
    bool good = kind && context && EVP_DigestInit_ex2(context.get(), kind.get(), nullptr) == 1;
    for (const std::string_view part : parts) {
        const std::uint64_t size = part.size();
        unsigned char length[8];
        for (int i = 0; i < 8; ++i) length[i] = static_cast<unsigned char>(size >> (8 * i));
        good = good && EVP_DigestUpdate(context.get(), length, sizeof length) == 1
            && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    }
    good = good && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1;
    return good ? digest : std::string();
}

}  // namespace gouji
