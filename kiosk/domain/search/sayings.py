"""How people say things: words that carry no meaning at a counter, and words that mean the same there. The product's own, by hand.

Here: constants about everyday language, with what is said in Henan. They help every entry and belong to none. Elsewhere: what people call one
particular entry (its aliases: catalogue data, written by editors), how much any of this weighs (index.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_FILLERS = (
    "请问一下 请问 麻烦问下 麻烦问一下 问一下 问问 想问 我想问 我想 我要 俺想 俺要 俺们 咱们 我们 想要 需要 想办 要办 咋办理 "
    "怎么办理 如何办理 咋弄 咋整 咋办 咋样 咋个 咋 怎么弄 怎么样 怎么办 怎么 怎样 如何 在哪里 在哪儿 去哪里 去哪儿 去哪办 上哪办 "
    "在哪办 到哪办 哪里办 哪儿办 去哪 上哪 在哪 到哪 哪里 哪儿 找谁办 问谁 在这里 在这儿 在这 这里 这儿 要不要 用不用 需不需要 "
    "能不能 可不可以 可以不可以 有没有 是不是 行不行 中不中 行吗 行不 中不 可以吗 可以 能吗 啥时候 什么时候 多会儿 啥 什么 吗 呢 "
    "吧 呀 啊 哩 嘞 嘛 了没 一下 俺 咱 恁 的 地 得 了 着 那个 这个 那种 这种 的话 就是 应该 还得 还要 还 也 都 就 才 又 再 呗 "
    "帮我 给我 帮忙 谢谢 你好 您好 办理 手续 办 去 想 要 能 会"
)
"""Words of spoken questions. Longest first they are left out of a query and of aliases, unless nothing else would remain."""

_MEANINGS: Mapping[str, str] = {
    "lost": "丢了 丢失 遗失 掉了 找不着 找不到 找不见 不见了 弄丢 丢 补办 补领 补发 补一个 补一张 重新办一张",
    "renew": "换 更换 换领 换新 换证 到期 过期 期满 旧了 坏了 破了 磨损 消磁 掉色 十年到了",
    "change": "变更 修改 更改 更正 改 错了 写错 登错 弄错 不对 错字 错别字 换了 变了 不一致 不一样",
    "stop": "停保 停缴 停交 停发 暂停 先停 断交 断缴 中断 退保 不交了 不想交 停 不想交了 不想缴 停了 不发了 断了",
    "resume": "恢复 续保 续上 接着交 再交 重新交 补缴 补交 续缴",
    "transfer": "转移 转到 转回 转走 转出 转入 转过来 接续 迁移 迁到 迁走 迁入 迁",
    "merge": "合并 合一块 合到一起 合一起 衔接 并到一起 两边都交",
    "pay": "缴费 缴纳 交钱 交费 缴款 缴 交",
    "enrol": "参保 参加 上保险 入保 买保险 投保 参合 上医保 头一回交 首次参保",
    "cancel": "注销 取消 销户 不干了 关门 不开了 退出 退钱 退费 取出来 退出来 剩的钱 剩余 余额",
    "print": "打印 打个 打一份 打 查询 查一下 查 流水 明细 记录 拉单子 清单",
    "allowance": (
        "补贴 补助 津贴 补钱 发钱 给钱 领钱 有钱领 补多少 给多少 补点 奖励 扶助 扶助金 奖扶 救助 资助 减免 补偿 发点钱 给点钱 "
        "领点钱 给点 贴补 多少钱 报点 生活费 抚恤金 优待金 慰问金 补助金 救助金 奖励费 钱咋领"
    ),
    "elder": (
        "老人 老年人 老年 老头 老太太 老汉 老爷子 老人家 老伴 老娘 老爹 爷爷 奶奶 姥姥 姥爷 俺爷 俺奶 岁数大 年纪大 上岁数 长者 "
        "老者 老年卡 敬老卡 岁老人 八旬老人 俺娘 俺爹 老妈 老爸 岳父 婆婆 公公"
    ),
    "eighty": "八十 八十岁 九十 九十岁 一百岁 百岁 高龄 长寿 耄耋 八旬 九旬",
    "sixty": "六十 六十岁 六旬 满六十 到龄 到岁数 够岁数 到年龄",
    "child": "孩子 娃 娃娃 小孩 小孩儿 宝宝 儿童 婴儿 婴幼儿 新生儿 儿子 闺女 女儿 女娃 男娃 孙子 孙女 子女 小娃 妞 未成年人 幼儿",
    "baby": (
        "宝宝 婴儿 新生儿 婴幼儿 刚出生 刚生 奶粉 奶粉钱 吃奶 一岁 两岁 三岁 零到三岁 3岁以下 三岁以下 小宝宝 满月 月子里 百天 奶娃 "
        "吃奶娃 两岁半"
    ),
    "disabled": (
        "残疾 残障 残 瘫痪 偏瘫 瘫 聋 耳聋 聋哑 哑巴 瞎 盲人 失明 脑瘫 智障 智力 自闭症 孤独症 残联 腿不好 腿断 截肢 听不见 看不见 "
        "耳背 视力 听力 肢体"
    ),
    "gear": "轮椅 助听器 拐杖 拐 假肢 辅具 辅助器具 辅助器 手杖 坐便器 护理床 假腿 义肢 拐棍 盲杖 尿垫 轮椅车 助行器 矫形器 导盲",
    "care": (
        "护理 照顾 照料 照护 伺候 失能 卧床 瘫床上 瘫在床上 不能自理 没法自理 自理 糊涂 痴呆 失智 没人伺候 保姆 护工 请人照看 "
        "下不了床 端屎端尿"
    ),
    "barrier": "扶手 坡道 无障碍 防滑 轮椅坡 斜坡 家里改造 改厕所 卫生间 马桶 台阶 厕所 洗澡",
    "rehab": "康复 训练 做康复 康复机构 学说话 语言 不会走路 发育迟缓 走路不稳 说话晚",
    "fuel": "燃油 加油 油费 油钱 油补 机动轮椅车 残疾车 残摩 三轮摩托 残疾三轮",
    "death": (
        "去世 死亡 死了 死 走了 没了 过世 不在了 身故 病故 亡故 离世 老了人 老人了 故去 人没了 丧偶 遗属 去逝 老伴走了 走了以后 "
        "人走了 闭眼 咽气"
    ),
    "funeral": "殡葬 火化 火葬 丧葬 丧葬费 后事 骨灰 殡仪馆 丧事 白事 火化费 出殡 办丧",
    "poor": (
        "穷 困难 没钱 吃不上饭 揭不开锅 日子难 贫困 收入低 低收入 经济困难 撑不下去 过不下去 生活难 吃低保 低保 钱不够花 "
        "挣不了几个钱 收入少 请不起 交不起 付不起 看不起 负担不起 没收入 没进项 日子紧 快过不下去 没饭吃 穷得 家境困难"
    ),
    "illness": "大病 重病 生病 住院 癌症 看病 得病 手术 医药费 病重 患病 疾病",
    "sudden": "着火 火灾 失火 车祸 意外 出事 突发 突然 急用钱 救急 应急 急难 遭灾 水灾 临时 遭了火 房子烧 淹了 撞车 被撞 塌了",
    "alone": (
        "没儿没女 无儿无女 五保 五保户 特困 孤寡 光棍 孤老 没人管 没人养 没人照顾 没人照应 敬老院 养老院 三无 没后人 没人赡养 "
        "没依靠 无依无靠 一个人过"
    ),
    "orphan": "孤儿 父母双亡 没爹没妈 没爹没娘 爹妈都没了 父母都没了 爸妈都没了 没父母",
    "unparented": (
        "坐牢 服刑 监狱 失联 戒毒 事实无人抚养 事实孤儿 爹妈不管 父母不管 没人抚养 不能抚养 跑了 蹲监狱 判刑 找不着人 不管娃 没人带"
    ),
    "jobless": (
        "没工作 失业 下岗 无业 没活干 找不着活 找不到工作 待业 裁员 被裁 辞退 被辞 开除 丢了工作 没班上 倒闭 没单位 没上班 不上班 "
        "零就业 没活儿 黄了 破产 关厂 散了 没饭碗 丢饭碗 离职 失了业 待在家"
    ),
    "job": "工作 上班 就业 打工 务工 入职 活儿 找活 工资 上岗 招工 用工 做工",
    "freelance": "灵活就业 自己交 自交 自己缴 个人交 个人缴 没单位交 自己上社保 自由职业 个体交 干零活 自己扛 自己掏 个人掏 自己续 单干",
    "veteran": (
        "退役 退伍 退役军人 退伍军人 老兵 复员 转业 当过兵 当兵回来 战友 参战 退伍兵 退伍证 退役证 老战士 抗美援朝 打过仗 参过战 当过几年兵"
    ),
    "conscript": "当兵 参军 入伍 兵役 征兵 义务兵 部队 服役 应征 验兵 当了兵 十八岁 满十八 满18 男娃 当兵去 报名参军",
    "army": "军人 军属 烈属 军烈属 烈士 优抚",
    "marry": "结婚 领证 扯证 领结婚证 登记结婚 婚姻登记 办喜事 成家 红本 结婚证 补结婚证 娶媳妇 办婚礼 领本",
    "divorce": "离婚 离了 离异 散伙 过不下去了 离婚证 分财产 过不下去",
    "birth": "怀孕 怀上 怀了 生孩子 生娃 生育 生小孩 生宝宝 有喜 待产 二胎 三胎 头胎 生二胎 生三胎 生育证 生",
    "preconception": "备孕 孕前 打算要孩子 准备要孩子 要孩子前 优生 怀之前 怀孕前 婚检 孕检",
    "onlychild": "独生 独生子女 独生子 独生女 一个孩子 一个娃 独苗 光荣证 独生证 就一个 只生一个 独子 独女 就生一个 一孩",
    "bereaved": "失独 独子去世 孩子没了 孩子去世 儿子没了 独生子女死亡",
    "rent": "租房 租房子 出租 租赁 房东 租客 租户 出租房 房客 租的房",
    "publichousing": (
        "公租房 廉租房 保障房 政府的房子 公家的房 便宜房 住房困难 没房住 经适房 公家房 公家的房子 租公家 政府的房 租不起房 没地方住 便宜租"
    ),
    "lift": "电梯 加装 没电梯 爬楼 爬不动楼 加梯",
    "owners": "业主 业委会 业主委员会 业主大会 业主会",
    "property": "物业 物业公司 物业合同",
    "dispute": (
        "纠纷 吵架 矛盾 扯皮 打架 调解 说理 评理 不赔 漏水 吵了 说和 闹别扭 赔偿 邻居 隔壁 楼上 楼下 打人 骂人 占道 占地方 欠条 "
        "欠钱不还 借钱不还 闹矛盾 评评理"
    ),
    "law": (
        "律师 打官司 法律援助 法援 法律 起诉 诉讼 告他 告状 仲裁 欠薪 拖欠工资 不给工资 不发工资 官司 法院 起诉状 诉状 老赖 工钱 "
        "讨薪 要工资 请律师 法庭 打官"
    ),
    "inherit": "遗嘱 公证 继承 遗产 留下的 遗留 分家产",
    "shop": (
        "开店 个体户 个体 营业执照 小卖部 做生意 小生意 小店 执照 开铺子 开公司 开个店 商户 做买卖 开门店 网店 门面 店面 小摊贩 "
        "理发店 服装店 商铺 五金店"
    ),
    "food": (
        "饭店 饭馆 餐馆 小吃 小吃店 食品 面馆 餐饮 超市 卫生证 奶茶 早餐 卖吃的 熟食 食堂 烩面 卫生许可 零食 凉菜 烧烤店 火锅店 "
        "小饭桌 烩面馆 米线 包子 面条 健康证 卤肉 蛋糕店"
    ),
    "stall": (
        "摆摊 地摊 夜市 早市 出摊 小摊 摊点 摊位 卖早点 卖烧烤 路边摊 推车 烤串 炸串 流动摊 卖煎饼 卖菜 卖早餐 卖水果 卖小吃 早餐车 "
        "三轮车卖 胡辣汤 烤面 卖串"
    ),
    "sign": "招牌 门头 牌匾 广告牌 店招 灯箱 门头牌 店牌",
    "dog": "狗 犬 养狗 养犬 遛狗 狗狗 小狗 宠物 金毛 泰迪 土狗 柴犬 拉布拉多 哈士奇 博美 犬证",
    "school": "念 上学 入学 一年级 小学 念书 上小学 读书 幼升小 学区 片区 学校 报名上学 幼儿园 初中 高中 转学 学籍 幼小 划片 读一年级",
    "migrant": "随迁 外地 外来 没户口 没郑州户口 外地人 农民工 进城 流动人口 暂住 务工人员 外地户口",
    "defer": "休学 晚上学 延缓入学 推迟上学 晚一年 缓一年 病休 停学",
    "password": "密码 激活 启用 解锁 重置 开通",
    "freeze": "挂失 冻结 冻住 停用 解挂 解除挂失",
    "pension": "养老金 养老钱 退休金 退休工资 养老保险 养老 领养老 养老待遇 老保",
    "retire": "退休 退下来 办退休 要退休 到退休 办退休手续 退了休",
    "medical": "医保 医疗保险 新农合 合作医疗 看病保险 农合 医保卡 医疗 看病 城乡医保 居民医保",
    "claim": "报销 能报 报账 报医药费 报 医药费 医疗费 药费 住院费 看病的钱 垫的钱 报了",
    "away": "异地 外地 外省 北京 上海 广州 深圳 广东 浙江 老家 跨省 省外 别的城市 跨市",
    "chronic": (
        "慢性病 高血压 糖尿病 慢病 慢特病 门诊慢特病 透析 心脏病 特病 吃药 长期吃药 冠心病 重症 尿毒症 支架 肾病 类风湿 帕金森 "
        "肝硬化 放化疗 慢阻肺 脑梗 中风 精神病 哮喘"
    ),
    "alive": "认证 资格认证 健在 活着 还活着 刷脸 人脸 年审 生存 证明活着",
    "innocent": "无犯罪 没犯过罪 没犯罪 没犯过事 案底 犯罪记录 前科 没案底 无违法",
    "sameperson": "同一人 同一个人 一个人 名字不一样 名字不一致 名字对不上 曾用名 改过名 改名 以前的名字 改名前 原来的名字",
    "kin": "亲属 亲属关系 父子 母子 母女 父女 亲戚 亲子关系 家属 是我妈 是我爸 一家人 亲子 我妈 我爸 是我儿子 家庭关系 近亲",
    "house": "房子 住房 房产 房本 房产证 不动产 名下 房改房 安置房 回迁房 新房 楼房",
    "noproperty": "无房 没房 名下没房 没房子 没有房",
    "tax": "税 契税 交税 缴税 完税 纳税 税收 免税 报税 税票 税单",
    "secondhand": "二手房 存量房 旧房 过户 买卖房 二手",
    "newhouse": "新房 新楼盘 商品房 期房 新买的房 楼盘",
    "openness": "文件 信息公开 政府信息 公开 拆迁 红头文件 政务公开 账目 财务 财政 补偿标准 预算 花钱情况 政策文件 会议纪要 档案资料",
    "complaint": (
        "投诉 信访 反映 举报 建议 提意见 诉求 12345 吵死 扰民 噪音 没人管 反映问题 噪声 太吵 吵闹 睡不着 油烟 脏乱 没人修 坏了没人管 找领导"
    ),
    "venue": (
        "活动室 场地 文化站 乒乓 排练 图书室 讲座 书法 借地方 打球 活动中心 文化活动 唱歌 跳舞 打牌 下棋 练歌 瑜伽 太极 画画 舞蹈室 "
        "图书馆 打乒乓球 羽毛球 看书"
    ),
    "club": "队伍 兴趣 合唱 广场舞 舞蹈队 志愿 协会 社团 社区组织 社会组织 健身队",
    "screening": "两癌 乳腺 宫颈 妇科 乳腺癌 宫颈癌 筛查 妇女病 查乳腺 查妇科 妇女体检 女的体检 查癌",
    "free": "免费 不花钱 不要钱 不收钱 白给",
    "loan": "贷款 借钱创业 担保贷款 没本钱 本钱 无息 贴息 启动资金",
    "startup": "创业 想创业 自己干 开网店 小本生意 自主创业 想干个买卖",
    "residence": "居住证 暂住 暂住证 居住登记 居住",
    "proof": "证明 条子 开条 开条子 开证明 盖章 写个条 介绍信 开单子 单子",
    "receipt": "票据 发票 收据 缴费单 单据",
    "seal": "盖章 盖个章 社区章 章 签字 盖戳",
    "id": "身份证 证件",
    "hukou": "户口 户口本 户口簿 户籍 上户口 落户 迁户 入户 户口页 户主",
    "community": "社区 居委会 村委会 街道",
    "police": "派出所 公安 警察",
    "hospital": "医院 大夫 医生",
    "land": "征地 被征地 失地 地被占 占地 征了地 没地 地没了 占了地",
    "level": "等级 升级 加重 几级 一级 二级 降级",
    "band": "档次 换档 高档 低档 一档 基数 档 缴费基数 交多少",
    "bank": "银行卡 账户 存折 卡号 账号 折子 发放账户",
    "free_ride": "公交 坐车 公园 景点 门票 优待",
    "student": "学生 大学生 毕业 毕业生 学籍 在读 助学金 助学",
    "baby_found": "弃婴 捡到 捡的 没人要的 遗弃 捡个孩子",
    "spouse": "夫妻 老婆 媳妇 妻子 丈夫 老公 爱人 两口子 配偶 另一半 对象 男的 女的",
    "parents": "父母 爹妈 爸妈 爹娘 爸 妈 父亲 母亲 爸爸 妈妈 俺爹 俺娘 俺爸 俺妈 老父亲 老母亲",
    "family": "全家 一家子 一家人 全家人 家里人 家庭",
    "deed": "房本 房产证 不动产证 不动产权证 产权证 房照",
    "abroad": "出国 国外 签证 护照 移民 留学 出境 港澳 台湾",
    "guardian": "监护 监护人 抚养 代管",
    "dead_unusual": "非正常死亡 车祸死亡 意外死亡 横死",
    "prison": "刑满 释放 出狱 坐过牢 矫正 解矫",
    "temporary_id": "临时身份证 身份证没带 坐火车 坐高铁 住宿 住店 没带证",
    "register": "登记 备案 注册 报到 报备 建档",
    "cert": "证 本 本本 本子 证件 证书 卡",
    "tree": "砍树 树木 移树 伐树 锯树 大树",
    "ticket_lost": "发票丢 收据丢 票丢了",
    "paper_copy": "复印 复印件 几份 照片 免冠照",
    "age": "岁数 年龄 出生日期 生日 出生年月",
    "name": "名字 姓名 改姓 同音字",
    "address": "门牌 地址 住址 楼牌 路名",
}
"""Meaning → the ways it is said. A word may carry several meanings; the longest word at a place wins."""


def _alternation(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))


def _meanings_of_words() -> Mapping[str, Sequence[str]]:
    found: dict[str, tuple[str, ...]] = {}
    for meaning, words in _MEANINGS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), meaning)
    return found


WORDS = _meanings_of_words()
"""Everyday word → its meanings."""
_WORD = _alternation(list(WORDS))
_FILLER = re.compile(f"{_alternation(_FILLERS.split()).pattern}|[不没]$")  # 能领不, 有补贴没: a question's last character denies nothing
FILLER_CHARACTERS = frozenset(filler for filler in _FILLERS.split() if len(filler) == 1)
_AUDIENCES = frozenset({"veteran", "army", "conscript", "disabled", "student", "freelance", "land", "prison"})


def meanings(text: str) -> set[str]:
    """What the words of a normalised text mean at a counter."""
    return {meaning for found in _WORD.finditer(text) for meaning in WORDS[found[0]]}


def kept_of(text: str) -> list[int]:
    """Where the characters stand that are no fillers; all of them if nothing else would be left."""
    kept: list[int] = []
    place = 0
    for found in _FILLER.finditer(text):
        kept.extend(range(place, found.start()))
        place = found.end()
    kept.extend(range(place, len(text)))
    return kept or list(range(len(text)))


def audiences(text: str) -> set[str]:
    """Whom a normalised text is about, if it says so: an entry for veterans is not meant by somebody who does not say 老兵."""
    return meanings(text) & _AUDIENCES
