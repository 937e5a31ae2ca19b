// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_outlet.hpp"

#include <unistd.h>

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
        if (std::fflush(file_.get()) != 0) return fail();
        for (std::size_t done = 0; done < size;) {
            const auto got = pread(fileno(file_.get()), to + done, size - done, static_cast<off_t>(from + done));
            if (got <= 0) return fail();
            done += static_cast<std::size_t>(got);
        }
        return true;
    }

private:
    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    static constexpr std::size_t most_in_memory = std::size_t{2} << 20;

    bool fail() {
        lacks_room_ = true;
        return false;
    }

    /// The kernel lets go of the file when the run ends, however it ends.
    bool store() {
        if (lacks_room_) return false;
        if (!file_) file_.reset(std::tmpfile());
        if (!file_ || std::fwrite(kept_.data(), 1, kept_.size(), file_.get()) != kept_.size()) return fail();
        filed_ += kept_.size();
        kept_.clear();
        return true;
    }

    bool& lacks_room_;
    std::string kept_;  ///< what is not in the file
    std::unique_ptr<std::FILE, CloseFile> file_;
    std::uint64_t filed_ = 0;  ///< bytes in the file
};

}  // namespace

std::unique_ptr<WaitingText> RunOutlet::wait() { return std::make_unique<FiledText>(lacks_room_); }

}  // namespace gouji
