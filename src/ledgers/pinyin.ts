/**
 * Pinyin of the characters that occur in the names of ledgers and columns: headers of database exports are written in
 * it. Without tones, ü as v. A character may be read in several ways (长 chang, zhang).
 */

// prettier-ignore
const TABLE = `
an安按案 ba把拔 bai摆 ban办半班般颁 bang帮 bao保包报薄 bei备被 ben本 bi必 bian编 biao标表 bie别 bo拨薄 bu不补部 cai才材采 can参 ce册测策 ceng层曾
cha察差查 chan产 chang场常畅 chao潮超 che撤车 cheng城成承称程 chi持 chong重 chou抽酬 chu储出初处础除 chuang创 chui吹 ci次 cun存村 cuo措 da大达
dai代带待 dan单 dang党当档 dao倒到导道 de得的 dei得 deng登等 di地的第递 dian点 diao调 ding定订 dong动栋 dou都 du度独督 duan端锻 dui兑对队 dun盾顿
e额 er二 fa发 fan凡反范返 fang放方访 fei费非 fen份分 fou否 fu付复妇孵扶服符覆负附 gai改盖该 gan干 gang岗 gao告高 ge个各格 gong公共功工巩 gou构 gu估固
gua挂 guan关管 gui规 guo国果 han含 hang行 hao号好 he合和核 hong红 hou后 hu户 hua划化花话 huan换涣 hui会回惠慧汇 huo活获货 ji及基季技机济级绩计记际集
jia价加家 jian件减建检监简肩见间 jiang匠奖讲降 jiao交教较 jie届截接结街解 jin今晋进金 jing精经 jiu就究 ju举具居据 juan卷 jue决 jun均 kai开 kan刊看 kao考
ke壳科课 kong空 kou扣 ku库 kuai会快 kuang况 kui馈 kun困 kuo扩 lai来 lan栏 lao劳老 lei类累 li力励历理离立隶 lian炼联 liang两量 liao料疗 lie列
ling领 liu流留 lou楼 lun论轮 luo落 lv履律率 ma码 mai卖 man满 mao帽矛 men门 miao描 min民 ming名命明 mo摸末模 mu母目 na哪纳 nan难 nei内 neng能
ni拟 nian年 nong农 nuo诺 nv女 pai排派 pei培配 pi批 piao票 pin聘 ping平评 po破 qi企其启器旗期起齐 qian前牵签 qing情清请轻 qiu求 qu区去取渠 quan全圈
que确缺 qun群 ren人任认 reng仍 ri日 rong容荣 rou柔 ru入如 ruan软 ruo弱 san三散 se色 shang上商 shao哨少 she社设 shen审申身 sheng升生省
shi事使十士失始实室市师式施时是示视识试适 shou受手授收首 shu书属数术束梳述 shuang双 shui水 shun顺 shuo说 si四 song送 suan算 sui岁随 suo所 ta他它 tai台态
tan弹谈 tang堂 ti体提题 tian填 tiao挑条调 ting停听 tong同统通 tou头投 tu突 tuan团 tui推退 wai外 wan万完 wang网 wei为位围委慰未违 wen文问
wu五伍务无武物 xi习席息系细 xia下 xian县显现线限险 xiang乡享向象项 xiao小效校消销 xie写解 xin信心新 xing型形性星行醒 xiu休修秀 xu序需 xuan宣选 xue学 xun巡训
yan延研验 yang养央样 yao要 ye业 yi一以依医已意议驿 yin因引 ying应营 yong用 you优又有由 yu与予域宇育誉逾遇预 yuan元原员园源远院 yue月约 yun运 zai再在 zao造
ze责 zeng增 zhai宅摘 zhan展站 zhang张彰章账障 zhao召找招 zhe者 zhen镇阵 zheng政整正证 zhi值制指支智止治知织置职至 zhong中众终重 zhou周 zhu主住助注驻
zhua抓 zhuan专转 zhuang壮状装 zhun准 zi子字自资 zong总综 zou走 zu族组足 zui最 zuo佐作
`;

const readings = new Map<string, string[]>();
for (const [, syllable = '', characters = ''] of TABLE.matchAll(/([a-z]+)([^a-z\s]+)/g))
  for (const c of characters) {
    const known = readings.get(c);
    if (known) known.push(syllable);
    else readings.set(c, [syllable]);
  }

/** How a character is read, without tones; empty for one that no declared name has. */
export const readingsOf = (character: string): readonly string[] => readings.get(character) ?? [];
