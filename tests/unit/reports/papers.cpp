// SPDX-License-Identifier: Apache-2.0
// Working papers and evidence sheets: what they say of the work and of a finding, as a page and as Word documents.
#include "engine/source/readers/readers.hpp"
#include "reports/paper/private_checked_work.hpp"
#include "reports/writers/private_zip_writer.hpp"
#include "tests/unit/support.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace gouji;
using gouji::test::Folder;
using gouji::test::has;
using gouji::test::run;

namespace {

constexpr const char* sample = "examples/sums-2023.txt";

std::string written(const char* format, const std::string& file, const char* language = "zh") {
    return run({"check", "--format", format, "--lang", language, file}).out;
}

/// The text of a document by the reader of the project.
std::string text_of(const std::string& docx) {
    const Result<Text> text = read_docx({"a.docx", docx});
    REQUIRE(text);
    return text->shown().text;
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

/// A judgement of one rule, one verdict for each outcome, at the columns a, b, c …
struct Judged {
    RuleHead rule;
    Judgement judgement;

    void add(Outcome outcome, At at, const std::string& why = {}) {
        Verdict verdict;
        verdict.rule = &rule;
        verdict.outcome = outcome;
        verdict.at = std::move(at);
        verdict.why = same(why);
        judgement.verdicts.push_back(std::move(verdict));
    }
    std::string result(Language language = Language::zh) const {
        return describe_work(judgement, language).at(0).result;
    }
};

At column(const std::string& name) { return {"表", "", name, "", ""}; }
At row(const std::string& name) { return {"表", name, "", "", ""}; }

Judged balanced() { return {{"a", {"收支不平", "Does not balance"}, {"收支平衡", "Balances"}, {}, {}, 0}, {}}; }

}  // namespace

TEST_CASE("papers: the work is told in positive words, with what was counted") {
    Judged judged = balanced();
    for (const char* name : {"甲", "乙", "丙"}) judged.add(Outcome::pass, column(name));
    CHECK(describe_work(judged.judgement, Language::zh).at(0).what == "收支平衡");
    CHECK(judged.result() == "3 列相符");
    CHECK(judged.result(Language::en) == "3 columns agree");
    judged.add(Outcome::fail, column("丁"));
    CHECK(judged.result() == "3 列相符，1 列不符");
    CHECK(judged.result(Language::en) == "3 columns agree, 1 column does not agree");
    judged.add(Outcome::undecided, column("戊"), "空着。");
    judged.add(Outcome::undecided, column("己"), "空着。");
    judged.add(Outcome::assumed, column("庚"), "由它读出。");
    CHECK(judged.result() == "3 列相符，1 列不符\n1 列未能独立证明（庚）：由它读出。\n2 列不能判定（戊、己）：空着。");
    judged.add(Outcome::pass, row("一"));
    CHECK(judged.result().starts_with("4 项相符，1 项不符\n"));
}

TEST_CASE("papers: rows, statements and the filing as a whole are counted as such") {
    const std::pair<At, const char*> cases[] = {{row("一"), "1 行相符"}, {{"", "", "", "受理", ""}, "1 处相符"},
        {{"表", "一", "甲", "", ""}, "1 项相符"}, {{}, "1 项相符"}, {{"", "", "", "", "总体情况"}, "1 项相符"}};
    for (const auto& [at, result] : cases) {
        Judged judged = balanced();
        judged.add(Outcome::pass, at);
        CHECK(judged.result() == result);
    }
}

TEST_CASE("papers: a rule without positive words is told by its title, and one that applies nowhere is left out") {
    Judged judged = balanced();
    judged.rule.holds = {};
    judged.add(Outcome::not_applicable, {});
    CHECK(describe_work(judged.judgement, Language::zh).empty());
    judged.add(Outcome::pass, {});
    CHECK(describe_work(judged.judgement, Language::zh).at(0).what == "核对“收支不平”");
    CHECK(describe_work(judged.judgement, Language::en).at(0).what == "Checked for: Does not balance");
    CHECK(judged.result() == "1 项相符，1 项不适用");
}

TEST_CASE("papers: the page and the document say the same of the work and of each finding") {
    const std::string page = written("paper", sample);
    const std::string document = text_of(written("docx", sample));
    for (const char* words : {"审计工作底稿", "索引号", "被审计单位名称", "审计事项", "过程记录", "收支平衡", "列相符",
             "列不符", "结论或问题摘要及依据", "算式：", "证据：", "编制人", "复核意见", "复核日期"}) {
        CAPTURE(words);
        CHECK(has(page, words));
        CHECK(has(document, words));
    }
    const std::string english = text_of(written("docx", sample, "en"));
    for (const char* words : {"Applications balance", "columns agree", "Sum:"}) CHECK(has(english, words));
}

TEST_CASE("papers: an evidence sheet a finding, with its fields and no guess") {
    const std::string document = text_of(written("evidence", sample));
    CHECK(count_of(document, "审计取证单") == count_of(written("concise", sample), "\n"));
    for (const char* words : {"项目名称", "被审计（调查）单位或个人", "审计（调查）事项", "审计（调查）事项摘要",
             "附件", "审计人员", "编制日期", "证据提供单位意见", "算式：", "证据：", "依据："}) {
        CAPTURE(words);
        CHECK(has(document, words));
    }
    CHECK(has(written("text", sample), "可能的原因"));
    CHECK_FALSE(has(document, "可能的原因"));
}

TEST_CASE("papers: without a finding the evidence says whether anything was verified") {
    CHECK(has(text_of(written("evidence", "examples/clean-2022.txt")), "没有发现需要取证的问题"));
    const std::string unread = text_of(written("evidence", "no-such-file.txt"));
    CHECK(has(unread, "没有取证单"));
    CHECK(has(unread, "no-such-file.txt"));
    const std::string open =
        text_of(run({"check", "--suite", "across-years", "--format", "evidence", "examples/clean-2022.txt"}).out);
    CHECK(has(open, "不能得出结论"));
    CHECK_FALSE(has(open, "没有发现"));
}

TEST_CASE("papers: what a report says stays text in a document") {
    const Folder folder("papers");
    const std::string name = "<w:p> & ]]> \"x\" \x01\x1B{IF}.txt";
    const std::string path = folder.put(name, gouji::test::read_file(sample));
    for (const char* format : {"docx", "evidence"}) {
        const std::string text = text_of(written(format, path));
        CHECK(has(text, "<w:p> & ]]> \"x\" "));
        CHECK(has(text, "{IF}.txt"));
        CHECK_FALSE(has(text, "\x01"));
        CHECK_FALSE(has(text, "\x1B"));
    }
}

TEST_CASE("papers: a document is the same bytes in any time zone") {
    for (const char* format : {"docx", "evidence"}) {
        const std::string first = written(format, sample);
        CHECK(first.starts_with("PK\x03\x04"));
        setenv("TZ", "Asia/Shanghai", 1);
        CHECK((written(format, sample) == first));
        unsetenv("TZ");
    }
}

namespace {

/// What is written, in memory.
class KeptResult : public gouji::ResultOutlet {
public:
    bool write(std::string_view more) override {
        text += more;
        return true;
    }
    std::unique_ptr<gouji::WaitingText> wait() override { return std::make_unique<KeptText>(); }

    std::string text;

private:
    class KeptText : public gouji::WaitingText {
    public:
        bool add(std::string_view more) override {
            text_ += more;
            return true;
        }
        [[nodiscard]] std::uint64_t size() const override { return text_.size(); }
        bool read(std::uint64_t from, char* to, std::size_t size) override {
            return text_.copy(to, size, from) == size;
        }

    private:
        std::string text_;
    };
};

}  // namespace

TEST_CASE("papers: an archive has its entries, however long, and no name twice") {
    KeptResult whole;
    REQUIRE(write_zip({{"a.txt", std::string(1 << 20, 'a')}, {"表/b.txt", ""}}, whole));
    CHECK(whole.text.starts_with("PK\x03\x04"));
    CHECK(has(whole.text, "表/b.txt"));
    CHECK(whole.text.size() < (1 << 14));
    KeptResult waited;
    const auto waiting = waited.wait();
    for (int i = 0; i < 1 << 10; ++i) waiting->add(std::string(1 << 10, 'a'));
    REQUIRE(write_zip({{"a.txt", {}, waiting.get()}, {"表/b.txt", ""}}, waited));
    CHECK((waited.text == whole.text));
    KeptResult none;
    CHECK_FALSE(write_zip({{"a.txt", "a"}, {"a.txt", "b"}}, none));
    CHECK(none.text.empty());
}

TEST_CASE("papers: LibreOffice reads the documents") {
    if (std::system("soffice --version >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: LibreOffice is not installed");
        return;
    }
    const Folder folder("papers");
    for (const char* format : {"docx", "evidence"}) {
        const std::string path = folder.put(std::string(format) + ".docx", written(format, sample));
        const std::string command = "soffice -env:UserInstallation=file://" + folder.path()
            + "/profile --headless --convert-to txt:Text --outdir " + folder.path() + " " + path + " >/dev/null 2>&1";
        CHECK(std::system(command.c_str()) == 0);
        const std::string text = gouji::test::read_file(folder.path() + "/" + format + ".txt");
        for (const char* words : {"审计", "算式：", "证据：", "编制日期"}) {
            CAPTURE(words);
            CHECK(has(text, words));
        }
    }
}
