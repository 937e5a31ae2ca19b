// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_outlet.hpp"

#include "engine/base/temporary_file.hpp"

#include <cstdio>
#include <string>

namespace gouji {
namespace {

class FiledText : public WaitingText {
public:
    explicit FiledText(bool& lacks_room) : lacks_room_(lacks_room) {}

    bool add(std::string_view text) override {
        kept_ += text;
        return kept_.size() <= most_in_memory || store();
    }

    [[nodiscard]] std::uint64_t size() const override { return filed_ + kept_.size(); }

    bool read(std::uint64_t from, char* to, std::size_t size) override {
        if (lacks_room_) return false;
        if (!file_) return kept_.copy(to, size, from) == size || fail();
        if (!kept_.empty() && !store()) return false;
        return (std::fflush(file_.get()) == 0 && read_at(file_.get(), from, to, size)) || fail();
    }

private:
    static constexpr std::size_t most_in_memory = std::size_t{2} << 20;

    bool fail() {
        lacks_room_ = true;
        return false;
    }

    bool store() {
        if (lacks_room_) return false;
        if (!file_) file_ = make_temporary_file();
        if (!file_ || std::fwrite(kept_.data(), 1, kept_.size(), file_.get()) != kept_.size()) return fail();
        filed_ += kept_.size();
        kept_.clear();
        return true;
    }

    bool& lacks_room_;
    std::string kept_;  ///< what is not in the file
    TemporaryFile file_;
    std::uint64_t filed_ = 0;  ///< bytes in the file
};

}  // namespace

std::unique_ptr<WaitingText> RunOutlet::wait() { return std::make_unique<FiledText>(lacks_room_); }

}  // namespace gouji
