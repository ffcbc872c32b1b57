/** 第一书记和驻村工作队: how many are to be on post and are. */
import type { LedgerDef } from '../model/ledger';
import { PERIOD, REQUIRED, SENSITIVE, county, noted, tally } from './columns';
import { duty } from './duties';

// prettier-ignore
const onPost = duty('on_post', '第一书记在岗率', 'First secretaries on post',
  tally('due', '应派数', 'To be sent', '人', 's', ['应派', '应选派数', '应派第一书记数', '第一书记应派数', '应派驻数', '应派人数', '应选派人数', '第一书记应派', '应派第一书记和工作队员数'], noted('第一书记和驻村工作队员合计', 'First secretaries and members of village teams together', REQUIRED)),
  tally('on_post', '在岗数', 'On post', '人', 's', ['在岗', '在岗人数', '实际在岗数', '第一书记在岗数', '在岗第一书记数', '在岗履职数', '第一书记在岗', '期末在岗数', '在岗第一书记和工作队员数'], REQUIRED));

export const firstSecretaries: LedgerDef = {
  id: 'first-secretaries',
  name: { zh: '第一书记和驻村工作队', en: 'First secretaries and village teams' },
  // prettier-ignore
  names: ['第一书记', '驻村工作队', '驻村第一书记', '第一书记和工作队', '第一书记在岗情况', '驻村帮扶', '驻村第一书记和工作队', '第一书记选派管理', '驻村干部'],
  frequency: 'Q',
  rowPer: 'unit',
  // prettier-ignore
  columns: [
    PERIOD,
    county(),
    ...onPost.columns,
    tally('honoured', '表彰', 'Honoured since 1 January', '人', 'y', ['表彰数', '表彰人数', '受表彰数', '受表彰人数', '获表彰', '表彰奖励']),
    tally('admonished', '约谈', 'Called in since 1 January', '人', 'y', ['约谈数', '约谈人数', '被约谈人数', '被约谈', '约谈提醒', '约谈(人次)'], SENSITIVE),
    tally('recalled', '召回', 'Recalled since 1 January', '人', 'y', ['召回数', '召回人数', '被召回人数', '被召回', '召回调整', '召回撤换'], SENSITIVE),
  ],
  key: ['county'],
  deadlineDays: 10,
  example: {
    period: '2026年第三季度',
    county: '枕霞县',
    due: '96',
    on_post: '95',
    honoured: '6',
    admonished: '0',
    recalled: '0',
  },
  checks: [onPost.check],
  measures: [onPost.measure],
};
