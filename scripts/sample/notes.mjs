// What the notes of events say, as a clerk would write them, and when such things happen. Items and categories as in the
// scheme.

/** @type {Readonly<Record<string, readonly string[]>>} */
export const NOTES = {
  'env.finance.cash': ['现金收入未在5日内缴存', '坐支现金,核查后补缴', '门面租金迟缴'],
  'env.stats': ['劳动力调查表迟报', '农业产值季报迟报', '住户收支台账迟报'],
  'env.family.inspect error': ['县级抽查:信息系统漏录', '县级抽查:台账与系统不一致'],
  'env.family.inspect unplanned': ['县级核查发现计划外生育1例'],
  'stab.security.handed': ['宅基地边界纠纷未能在村内化解', '山林权属纠纷移交乡综治办', '务工工资纠纷移交乡综治办'],
  'stab.security.absent': ['综治例会无人参加', '平安建设调度会缺席'],
  'stab.security.special novisit': ['精神障碍患者当月未走访', '社区矫正对象未按月走访'],
  'stab.security.special injury': ['精神障碍患者滋事致1人轻伤'],
  'stab.petition city': ['到市信访局反映征地补偿', '市长热线:饮水工程停工', '到市信访局反映危房改造名额'],
  'stab.petition province': ['到省信访局反映林地流转合同', '省长信箱:砂石场扬尘'],
  'stab.petition city-half': ['反映土地确权,已劝返并认定为涉法涉诉'],
  'party.org county': ['县委组织部通报:主题党日台账不全'],
  'party.org township': ['乡党委通报:发展党员材料不规范', '乡党委通报:远程教育站点未按时开机'],
  'party.org late': ['党建月报迟报', '党支部书记例会迟到', '党员信息采集表迟报'],
  'party.discipline case': ['村干部因违规领取补贴被党内警告'],
  'party.discipline eight-rules': ['违规操办乔迁宴席', '违规列支接待费被通报'],
  'party.congress uncooperative': ['未按要求组织代表小组活动'],
  'party.congress absent': ['代表缺席乡人代会', '代表视察活动缺席'],
  'social.civil.funeral zone': ['三沿六区散坟整治未完成'],
  'social.civil.funeral burial': ['私自土葬1起', '骨灰装棺再葬1起'],
  'social.civil.funeral ban': ['丧事活动违规燃放鞭炮', '丧事活动沿途抛撒纸钱'],
  'social.civil.relief': ['低保公示不到位,群众向县民政局反映'],
  'social.education': ['控辍保学:1名学生流失后劝返', '校园周边环境整治不到位被通报'],
  'social.bidding offsite': ['通组路硬化工程未进场交易'],
  'social.bidding unapproved': ['未经批准新建村级文化广场'],
  'adj.honor province': ['省级民主法治示范村', '省级森林乡村'],
  'adj.honor city': ['市级先进基层党组织', '市级卫生村'],
  'adj.honor county': ['县级文明村', '县级平安村', '县乡村振兴先进集体', '县级五星党支部', '县级移风易俗示范村'],
  'adj.invest.attach': ['竹木加工企业税源未挂靠本乡'],
  'adj.invest.info info': ['投资项目信息未按时上报', '外出企业家信息未上报'],
  'adj.invest.info voucher': ['工程款完税凭证未收集', '建筑材料发票未收集'],
  'adj.stab incident': ['因施工占道引发阻工事件'],
  'adj.fire.use outdoor': ['清明祭祀野外用火', '田埂边违规用火'],
  'adj.fire.use burning': ['焚烧秸秆被卫星监测通报'],
  'adj.fire.burnt': ['炼山失火,当日扑灭', '祭祀用火引发山火'],
  'adj.fire.notice': ['县森防办通报:护林员脱岗'],
  'adj.flood township': ['乡防指通报:汛期值班脱岗'],
  'adj.tourism 3A-point': ['溪谷漂流点创建3A级乡村旅游点'],
  'adj.tourism 4A-point': ['古樟民宿群创建4A级乡村旅游点'],
  'adj.inspection 1st': ['县农村人居环境督查第1名'],
  'adj.inspection 2nd': ['县农村人居环境督查第2名'],
  'adj.inspection 3rd': ['县农村人居环境督查第3名'],
  'adj.inspection 4-9': ['县农村人居环境督查第4至9名'],
  'adj.inspection last3': ['县农村人居环境督查后3名'],
  'adj.beautiful visit': ['承办美丽乡村建设流动现场会'],
  'adj.beautiful top10': ['流动红旗评比前10名'],
  'adj.beautiful 11-20': ['流动红旗评比第11至20名'],
  'adj.beautiful last10': ['流动红旗评比后10名'],
  'adj.beautiful 1st': ['流动红旗评比第1名'],
  'adj.special': [
    '“屋场夜话”做法在全乡推广',
    '数字村务试点经验被县级简报采用',
    '垃圾分类积分超市',
    '党员联户“五小”服务',
  ],
};

/**
 * Months, from and to, of what belongs to a season.
 * @type {readonly [word: string, from: number, to: number][]}
 */
export const SEASONS = [
  ['清明', 4, 4],
  ['祭祀', 4, 4],
  ['炼山', 2, 3],
  ['田埂', 3, 4],
  ['秸秆', 9, 10],
  ['汛期', 5, 7],
  ['季报', 4, 10],
  ['人代会', 1, 2],
];

/** Prefix of the number of a matter, by the register it is taken from. */
export const REGISTERS = /** @type {const} */ ({
  'stab.petition': '信访',
  'party.discipline': '纪检',
  'adj.honor': '表彰',
  'adj.stab': '综治',
  'adj.fire.burnt': '森防',
  veto: '否决',
});
