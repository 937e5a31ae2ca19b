// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/run_outlet.hpp"

#include <cstdio>
#include <string>
#include <vector>

namespace gouji {
namespace {

class FiledText : public WaitingText {
public:
    explicit FiledText(bool& lacks_room) : lacks_room_(lacks_room) {}

    bool add(std::string_view text) override {
        kept_ += text;
        return kept_.size() <= most_in_memory || store();
    }

    bool read(const std::function<bool(std::string_view piece)>& take) override {
        if (lacks_room_) return false;
        if (!file_) return kept_.empty() || take(kept_);
        if (!store() || std::fflush(file_.get()) != 0) return fail();
        std::rewind(file_.get());
        std::vector<char> piece(std::size_t{1} << 16);
        for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), file_.get())) > 0;) {
            if (!take({piece.data(), got})) return false;
        }
        return std::ferror(file_.get()) == 0 || fail();
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
        kept_.clear();
        return true;
    }

    bool& lacks_room_;
    std::string kept_;
    std::unique_ptr<std::FILE, CloseFile> file_;
};

}  // namespace

std::unique_ptr<WaitingText> RunOutlet::wait() { return std::make_unique<FiledText>(lacks_room_); }

}  // namespace gouji
