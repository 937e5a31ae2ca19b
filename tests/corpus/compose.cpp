// SPDX-License-Identifier: Apache-2.0
#include "tests/corpus/document.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace gouji::corpus {
namespace {

/// The pattern language without its choices: optional words stay, of several the first.
std::string first_of(std::string_view pattern, std::size_t& at) {
    std::string made;
    bool first = true;
    while (at < pattern.size() && pattern[at] != ')' && pattern[at] != ']') {
        if (pattern[at] == '(' || pattern[at] == '[') {
            const std::string inner = first_of(pattern, ++at);
            if (first) made += inner;
            ++at;
        } else if (pattern[at] == '|') {
            first = false;
            ++at;
        } else {
            if (first) made += pattern[at];
            ++at;
        }
    }
    return made;
}

class Grid {
public:
    Grid(const TableForm& table, const Figures& figures) : table_(table), figures_(figures) {}

    std::vector<std::vector<GridCell>> make() {
        if (table_.across) across();
        else if (table_.name == "申请") applications();
        else blocks();
        return std::move(rows_);
    }

private:
    GridCell figure(int row, int column) const {
        const Decimal& value = figures_.at(table_, row, column);
        const auto cell = static_cast<std::size_t>(table_.cell(row, column));
        const bool own_unit = table_.measures[cell] == Measure::amount && table_.units[cell].empty();
        return {value.to_string() + (own_unit ? "万元" : ""), 1, 1, true};
    }

    static int depth_of(const Outline& outline, int node) {
        return outline.node(node).parent < 0 ? 1 : depth_of(outline, outline.node(node).parent) + 1;
    }

    static int deepest(const Outline& outline) {
        int most = 1;
        for (int leaf = 0; leaf < outline.leaf_count(); ++leaf)
            most = std::max(most, depth_of(outline, outline.leaf_node(leaf)));
        return most;
    }

    /// Three columns of labels with groups that span rows, under a header of three rows.
    void applications() {
        const int depth = deepest(table_.rows);
        rows_.push_back(
            {{"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, depth, false, true},
                {"申请人情况", 1, table_.columns.leaf_count(), false, true}});
        rows_.emplace_back();
        std::vector<GridCell> last;
        for (std::size_t n = 0; n < table_.columns.nodes().size(); ++n) {
            const OutlineNode& node = table_.columns.nodes()[n];
            const std::string label = printed_label(table_, false, static_cast<int>(n));
            if (node.parent >= 0) last.push_back({label});
            else if (node.leaf >= 0) rows_.back().push_back({label, 2, 1});
            else
                rows_.back().push_back(
                    {label, 1, static_cast<int>(table_.columns.leaves_under(static_cast<int>(n)).size())});
        }
        rows_.push_back(last);
        std::vector<int> shown;  // groups
        for (int leaf = 0; leaf < table_.rows.leaf_count(); ++leaf) {
            std::vector<int> path;
            for (int node = table_.rows.leaf_node(leaf); node >= 0; node = table_.rows.node(node).parent)
                path.insert(path.begin(), node);
            // 总计 stands among the ways of handling, although it is none of them.
            const bool inside =
                shown.empty() || !printed_label(table_, true, path.front()).starts_with("（") ? false : true;
            rows_.emplace_back();
            for (const int node : path) {
                const bool group = table_.rows.node(node).leaf < 0;
                if (group && std::find(shown.begin(), shown.end(), node) != shown.end()) continue;
                if (group) shown.push_back(node);
                const auto under = static_cast<int>(table_.rows.leaves_under(node).size());
                const int above = depth_of(table_.rows, node) - 1 + (inside ? 1 : 0);
                // The group of all ways of handling holds the row of their total too.
                const int rows = group && table_.rows.node(node).parent < 0 ? under + 1 : group ? under : 1;
                rows_.back().push_back({printed_label(table_, true, node), rows, group ? 1 : depth - above});
            }
            for (const int column : table_.columns_of(leaf)) rows_.back().push_back(figure(leaf, column));
        }
    }

    /// A header of the groups of rows, of rows, and of columns; one line of figures.
    void across() {
        const int columns = table_.columns.leaf_count();
        const int depth = deepest(table_.rows);
        for (int level = 1; level <= depth; ++level) {
            rows_.emplace_back();
            for (std::size_t n = 0; n < table_.rows.nodes().size(); ++n) {
                const int node = static_cast<int>(n);
                if (depth_of(table_.rows, node) != level) continue;
                const bool leaf = table_.rows.node(node).leaf >= 0;
                const auto under = static_cast<int>(table_.rows.leaves_under(node).size());
                rows_.back().push_back(
                    {printed_label(table_, true, node), leaf ? depth - level + 1 : 1, columns * std::max(1, under)});
            }
        }
        rows_.emplace_back();
        for (int row = 0; row < table_.rows.leaf_count(); ++row) {
            for (int column = 0; column < columns; ++column)
                rows_.back().push_back({printed_label(table_, false, table_.columns.leaf_node(column))});
        }
        rows_.emplace_back();
        for (int row = 0; row < table_.rows.leaf_count(); ++row) {
            for (int column = 0; column < columns; ++column) rows_.back().push_back(figure(row, column));
        }
    }

    /// Rows of different columns, each kind under a header of its own.
    void blocks() {
        constexpr std::array<std::string_view, 4> articles = {
            "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"};
        int widest = 1;
        for (int row = 0; row < table_.rows.leaf_count(); ++row)
            widest = std::max(widest, static_cast<int>(table_.columns_of(row).size()));
        const auto span = [&](std::size_t index, std::size_t count) {
            return index + 1 < count ? 1 : widest - static_cast<int>(count) + 1;
        };
        std::vector<int> before;
        std::size_t article = 0;
        for (int row = 0; row < table_.rows.leaf_count(); ++row) {
            const std::vector<int> columns = table_.columns_of(row);
            if (columns != before) {
                rows_.push_back(
                    {{std::string(articles[std::min(article++, articles.size() - 1)]), 1, widest + 1, false, true}});
                rows_.push_back({{"信息内容", 1, 1, false, true}});
                for (std::size_t c = 0; c < columns.size(); ++c)
                    rows_.back().push_back({printed_label(table_, false, table_.columns.leaf_node(columns[c])), 1,
                        span(c, columns.size())});
                before = columns;
            }
            rows_.push_back({{printed_label(table_, true, table_.rows.leaf_node(row))}});
            for (std::size_t c = 0; c < columns.size(); ++c) {
                rows_.back().push_back(figure(row, columns[c]));
                rows_.back().back().columns = span(c, columns.size());
            }
        }
    }

    const TableForm& table_;
    const Figures& figures_;
    std::vector<std::vector<GridCell>> rows_;
};

}  // namespace

std::string printed_label(const TableForm& table, bool row, int node) {
    const auto& labels = row ? table.row_labels : table.column_labels;
    const auto found =
        std::find_if(labels.begin(), labels.end(), [&](const Spelling& one) { return one.node == node; });
    std::size_t at = 0;
    return found == labels.end() ? std::string() : first_of(found->pattern.text, at);
}

std::string organ_named(unsigned number) {
    constexpr std::array<std::string_view, 24> syllables = {"青", "白", "云", "临", "石", "松", "河", "山", "平", "安",
        "永", "新", "东", "南", "西", "北", "江", "湖", "林", "泉", "源", "岭", "阳", "州"};
    constexpr std::array<std::string_view, 3> kinds = {"县", "市", "区"};
    constexpr std::array<std::string_view, 20> bureaus = {"水利局", "教育局", "民政局", "财政局", "司法局", "统计局",
        "审计局", "公安局", "商务局", "林业局", "医疗保障局", "应急管理局", "生态环境局", "交通运输局", "农业农村局",
        "市场监督管理局", "卫生健康委员会", "发展和改革局", "自然资源局", "城市管理局"};
    std::string made;
    const auto take = [&](const auto& words) {
        made += words[number % words.size()];
        number /= static_cast<unsigned>(words.size());
    };
    std::string bureau(bureaus[number % bureaus.size()]);
    number /= static_cast<unsigned>(bureaus.size());
    take(syllables);
    take(syllables);
    while (number >= kinds.size()) take(syllables);
    return made + std::string(kinds[number]) + bureau;
}

namespace {

/// So many sentences about nothing that a table says, some with figures: most of a report is such.
std::string more_prose(unsigned seed, int sentences) {
    constexpr std::array<std::string_view, 16> said = {"全年通过门户网站发布各类信息{}条，其中政策文件{}份。",
        "举办业务培训{}期，参加人员{}人次。", "对栏目逐一检查，补齐缺失内容{}处，更换失效链接{}个。",
        "坚持先审查后公开，落实专人负责，防止泄露个人隐私。", "政务新媒体推送消息{}条，阅读量{}次。",
        "规范受理、登记、答复各个环节，做到件件有回音。", "围绕重点领域制作图表解读{}个，接受媒体采访{}次。",
        "健全工作台账，每季度通报进展，督促整改。", "便民查阅点接待群众{}人次，提供资料{}份。",
        "主要负责人多次听取汇报，分管负责人具体推动。", "修订公开指南和目录，调整栏目{}个，归并重复内容{}项。",
        "运用检索和订阅功能，方便企业和群众查找。", "组织第三方检测{}次，发现问题{}个，均已处理。",
        "将公开工作纳入年度考核，分值权重为{}%。", "会同相关单位开展政策宣讲{}场，发放材料{}份。",
        "答复前充分沟通，准确把握申请人的需要。"};
    std::string made;
    std::uint32_t random = seed * 2654435761U + 1;
    const auto next = [&] { return (random = random * 1664525U + 1013904223U) >> 8U; };
    for (int i = 0; i < sentences; ++i) {
        std::string one(said[next() % said.size()]);
        for (std::size_t at = 0; (at = one.find("{}", at)) != std::string::npos;)
            one.replace(at, 2, std::to_string(2 + next() % 97));
        made += one;
    }
    return made;
}

}  // namespace

Document compose(const Form& form, const Figures& figures, unsigned seed, const Setting& setting) {
    Document made;
    made.form = &form;
    made.figures = figures;
    made.organ = setting.organ.empty()
        ? std::array<std::string, 4>{"青禾县水利局", "白沙镇人民政府", "云岭市市场监督管理局", "临江区民政局"}[seed % 4]
        : setting.organ;
    made.year = setting.year > 0 ? setting.year : *form.years.first + static_cast<int>(seed % 2);
    made.published = std::to_string(made.year + 1) + "-01-" + std::to_string(10 + seed % 20);
    const TableForm& table = *form.table("申请");
    const auto total = [&](int row) { return figures.at(table, row, 6).to_string(); };
    const int last = table.rows.leaf_count() - 1;
    const std::string year = std::to_string(made.year);
    std::string work = "本年度围绕群众关心的事项做好公开工作，栏目逐月核对。全年共受理政府信息公开申请" + total(0)
        + "件，结转下年度办理" + total(last) + "件。";
    if (seed % 2 == 0)
        work += "其中自然人申请" + figures.at(table, 0, 0).to_string() + "件，商业企业申请"
            + figures.at(table, 0, 1).to_string() + "件。";
    if (seed % 3 == 0) work += "办理结果中，予以公开" + total(2) + "件，部分公开" + total(3) + "件。";
    if (figures.at(table, last, 6).is_zero()) work += "政府信息公开申请均已按期办结。";
    const auto add = [&](Block::Kind kind, std::string text) {
        made.blocks.push_back({kind, std::move(text), {}, nullptr});
    };
    const auto add_table = [&](const char* name) {
        made.blocks.push_back({Block::Kind::table, name, Grid(*form.table(name), figures).make(), form.table(name)});
    };
    add(Block::Kind::title, made.organ + year + "年政府信息公开工作年度报告");
    add(Block::Kind::line, "发布日期：" + made.published);
    add(Block::Kind::paragraph, "本报告所列数据的统计期限自" + year + "年1月1日起至12月31日止。");
    add(Block::Kind::heading, "一、总体情况");
    add(Block::Kind::paragraph, work);
    add(Block::Kind::paragraph, "门户网站改版后检索更方便，解读材料随文件一并发布，值班人员每周查看留言。");
    for (int left = setting.sentences, part = 0; left > 0; left -= 6, ++part)
        add(Block::Kind::paragraph, more_prose(seed + static_cast<unsigned>(part), std::min(left, 6)));
    add(Block::Kind::heading, "二、主动公开政府信息情况");
    add_table("主动公开");
    add(Block::Kind::heading, "三、收到和处理政府信息公开申请情况");
    add_table("申请");
    add(Block::Kind::heading, "四、政府信息公开行政复议、行政诉讼情况");
    add_table("复议诉讼");
    add(Block::Kind::heading, "五、存在的主要问题及改进情况");
    add(Block::Kind::paragraph, "栏目更新不够及时，解读形式较为单一。下一步将完善制度，加强培训，逐项改进。");
    add(Block::Kind::heading, "六、其他需要报告的事项");
    add(Block::Kind::paragraph, "未发出收费通知。");
    return made;
}

}  // namespace gouji::corpus
