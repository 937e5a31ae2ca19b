// SPDX-License-Identifier: Apache-2.0
#include "engine/store/shelf.hpp"

#include "engine/store/private_bytes.hpp"

#include <utility>

namespace gouji {
namespace {

struct NoContext {};

}  // namespace

template <class Archive, bytes::Is<Waiting> Value>
static void fields(Archive& archive, Value& value) {
    archive(value.file, value.content, value.reading, value.text);
}

bool Shelf::put(Waiting waiting) {
    const std::size_t size =
        sizeof waiting + waiting.file.size() + waiting.content.size() + waiting.reading.size() + waiting.text.size();
    // Once something went to the file, all that follows does.
    if (!file_ && size <= left_) {
        left_ -= size;
        kept_.push_back(std::move(waiting));
        return true;
    }
    const NoContext none;
    bytes::ByteWriter<NoContext> writer(none);
    writer(waiting);
    const std::string bytes = writer.bytes();
    if (!file_) file_ = make_temporary_file();
    if (!file_ || std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return false;
    filed_.push_back({end_, static_cast<std::uint32_t>(bytes.size())});
    end_ += bytes.size();
    return true;
}

bool Shelf::finish() { return !file_ || std::fflush(file_.get()) == 0; }

std::optional<Waiting> Shelf::take(std::size_t number) const {
    if (number < kept_.size()) return kept_[number];
    const auto bytes = bytes_of(filed_[number - kept_.size()]);
    if (!bytes) return std::nullopt;
    const NoContext none;
    bytes::ByteReader<NoContext> reader(none, *bytes);
    Waiting waiting;
    reader(waiting);
    return reader.whole() ? std::optional(std::move(waiting)) : std::nullopt;
}

std::optional<std::string> Shelf::bytes_of(const FilePart& part) const {
    std::string bytes(part.size, '\0');
    return read_at(file_.get(), part.start, bytes.data(), bytes.size()) ? std::optional(std::move(bytes))
                                                                        : std::nullopt;
}

}  // namespace gouji
