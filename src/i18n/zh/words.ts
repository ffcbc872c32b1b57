/** The words of controls and of the flags beside a leaf, in Chinese; those of the screens are in `screens.zh-CN.ts`. */
export const words = {
  ui: {
    close: '关闭',
    cancel: '停止',
    sortBy: (column: string) => `按“${column}”排序`,
    noRows: '没有内容',
    dropNow: '松开鼠标，开始读取',
  },
  /** What must be said beside a leaf's points, by the score's flag codes. */
  flag: {
    zeroRange: '满意值与不允许值相同，或各单位数值没有差异，均得满分',
    postsCrossed: '满意值与不允许值倒置，达到不允许值的得满分，其余得保底分',
    smallGroup: '组内单位不足 4 个，按规定改用替代的比较范围',
    bestZero: '最优值为 0',
    noTarget: '没有目标值，本项不计',
    targetZero: '目标值为 0，按规定计分',
    noYearStart: '年初以前没有数据，比较基准取本期',
    noVotes: '测评票数不全，或无人投票',
    unreported: '应报而无单位报送',
    notStandardised: '没有分领域数据，按未标准化的值计分',
  },
};
