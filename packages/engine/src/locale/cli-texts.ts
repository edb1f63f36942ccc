import type { LocalText } from '../reader/figure.ts';

const text = (zh: string, en: string): LocalText => ({ zh, en });

const suggestion = (near: string): LocalText =>
  near === '' ? text('', '') : text(`是否想用“${near}”?`, ` Did you mean "${near}"?`);

/** A fault, with the name that was probably meant. */
const withSuggestion = (zh: string, en: string, near: string): LocalText => {
  const { zh: meantZh, en: meantEn } = suggestion(near);
  return text(`${zh}${meantZh}`, `${en}${meantEn}`);
};

const LONGEST_LIST = 20;

/** Names one by one; a long list is cut. */
const list = (names: readonly string[]): LocalText => {
  const shown = names.slice(0, LONGEST_LIST);
  const more = names.length - shown.length;
  if (names.length === 0) return text('无', 'none');
  return text(
    shown.join('、') + (more > 0 ? ` 等 ${names.length} 个` : ''),
    shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  );
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Why a file could not be read or written, by the code of the system. */
const SYSTEM_REASONS: Readonly<Record<string, LocalText>> = {
  ENOENT: text('文件或文件夹不存在', 'there is no such file or folder'),
  EISDIR: text('这是文件夹，不是文件', 'it is a folder, not a file'),
  ENOTDIR: text('路径中有一段不是文件夹', 'a part of the path is no folder'),
  EACCES: text('没有权限', 'permission denied'),
  EPERM: text('没有权限', 'permission denied'),
  EROFS: text('磁盘是只读的', 'the disk is read-only'),
  ENOSPC: text('磁盘已满', 'the disk is full'),
  EBUSY: text('文件正被其他程序占用', 'another program is using the file'),
};

const systemReason = (code: string): LocalText => SYSTEM_REASONS[code] ?? text(code, code);

/** Texts of the command line tool. */
export const cliTexts = {
  // ------------------------------------------------------------ the call is wrong
  unknownCommand: (name: string, near: string, names: readonly string[]): LocalText =>
    withSuggestion(
      `没有“${name}”这个命令。可用命令：${list(names).zh}。`,
      `There is no command "${name}". Commands: ${list(names).en}.`,
      near,
    ),
  unknownOption: (name: string, near: string): LocalText =>
    withSuggestion(`没有 ${name} 这个选项。`, `There is no option ${name}.`, near === '' ? '' : `--${near}`),
  optionNeedsValue: (name: string, value: LocalText): LocalText =>
    text(`选项 --${name} 后面缺少<${value.zh}>。`, `The option --${name} needs a value: <${value.en}>.`),
  optionTakesNoValue: (name: string): LocalText =>
    text(`选项 --${name} 后面不能带值。`, `The option --${name} takes no value.`),
  optionTwice: (name: string): LocalText =>
    text(`选项 --${name} 只能给一次。`, `The option --${name} can be given only once.`),
  missingOption: (name: string, value: LocalText): LocalText =>
    text(`缺少选项 --${name} <${value.zh}>。`, `The option --${name} <${value.en}> is missing.`),
  missingArgument: (value: LocalText): LocalText => text(`缺少<${value.zh}>。`, `<${value.en}> is missing.`),
  surplusArgument: (value: string): LocalText =>
    text(
      `多出了“${value}”。选项须以 -- 开头，含空格的值须加引号。`,
      `"${value}" is not understood. Options begin with --, values with spaces need quotes.`,
    ),
  unknownLanguage: (value: string): LocalText =>
    text(`--lang 只能是 zh 或 en，不能是“${value}”。`, `--lang is zh or en, not "${value}".`),
  noData: (option: 'subjects' | 'observations'): LocalText =>
    text(
      `缺少数据：请给 --${option} <csv>，或用 --data <xlsx> 给一个工作簿。`,
      `There is no data: give --${option} <csv>, or a workbook with --data <xlsx>.`,
    ),
  parameterForm: (given: string): LocalText =>
    text(`--param 须写成“名称=值”，不能是“${given}”。`, `--param is written name=value, not "${given}".`),
  unknownParameter: (name: string, near: string, names: readonly string[]): LocalText =>
    withSuggestion(
      `方案没有参数“${name}”。已有参数：${list(names).zh}。`,
      `The scheme has no parameter "${name}". Parameters: ${list(names).en}.`,
      near,
    ),
  parameterTwice: (name: string): LocalText =>
    text(`参数“${name}”给了两次。`, `The parameter "${name}" is given twice.`),
  parameterType: (name: string, value: string, type: 'number' | 'word' | 'flag'): LocalText =>
    type === 'flag'
      ? text(
          `参数“${name}”只能是 true 或 false，不能是“${value}”。`,
          `The parameter "${name}" is true or false, not "${value}".`,
        )
      : text(`参数“${name}”须是数字，“${value}”不是。`, `The parameter "${name}" is a number; "${value}" is none.`),
  unknownScheme: (id: string, near: string, ids: readonly string[]): LocalText =>
    withSuggestion(
      `没有内置方案“${id}”。内置方案：${list(ids).zh}；自己的方案请给文件路径(.yaml 或 .json)。`,
      `There is no built-in scheme "${id}". Built in: ${list(ids).en}. Give a scheme of your own by its file (.yaml or .json).`,
      near,
    ),
  notADate: (option: string, value: string): LocalText =>
    text(
      `--${option} 须是日期，如 2025-01-06，不能是“${value}”。`,
      `--${option} is a date like 2025-01-06, not "${value}".`,
    ),
  notACount: (option: string, value: string): LocalText =>
    text(`--${option} 须是正整数，不能是“${value}”。`, `--${option} is a whole number above 0, not "${value}".`),
  unknownGroup: (group: string, groups: readonly string[]): LocalText =>
    text(
      `没有“${group}”组。现有：${list(groups).zh}。`,
      `There is no group "${group}". Available: ${list(groups).en}.`,
    ),
  publishedDigest: (digest: string): LocalText => text(`校验值：${digest}`, `Digest: ${digest}`),
  codeKeyUsed: (key: string): LocalText =>
    text(`代码密钥(请保存，勿公开)：${key}`, `Key of the codes (keep it, show it to nobody): ${key}`),
  heldGroup: (period: string, group: string, subjects: number): LocalText =>
    text(
      `未公示：${period} ${group || '全部对象'}，只有 ${subjects} 个对象，用代码也藏不住。`,
      `Held back: ${period} ${group || 'all subjects'}, ${plural(subjects, 'subject')} only, whom a code would not hide.`,
    ),
  heldFigures: (count: number): LocalText =>
    text(
      `未公示：${count} 个得分，评分人太少，或能由其他得分推出。`,
      `Held back: ${plural(count, 'figure')} with too few raters, or from which those could be worked out.`,
    ),
  derivable: (node: LocalText, from: LocalText): LocalText =>
    text(
      `注意：没有公示的“${node.zh}”可以由“${from.zh}”和其余各项推算出来。`,
      `Note: "${node.en}" is not published, yet follows from "${from.en}" and its other items.`,
    ),
  tellsGroups: (node: LocalText): LocalText =>
    text(
      `注意：组别没有公示，但从“${node.zh}”可以看出谁与谁同组或不同组。`,
      `Note: groups are not published, yet "${node.en}" tells who is in one group and who is not.`,
    ),
  notAGroupMode: (value: string): LocalText =>
    text(
      `--show-groups 须是 names、codes 或 none，或写成 部分=codes，不能是“${value}”。`,
      `--show-groups is names, codes or none, or part=codes, not "${value}".`,
    ),
  datesReversed: (from: string, to: string): LocalText =>
    text(`公示截止日 ${to} 早于开始日 ${from}。`, `The notice ends (${to}) before it begins (${from}).`),
  notAPeriod: (value: string): LocalText =>
    text(
      `--period 须写成 2024、2024-H1、2024-Q1 或 2024-03，不能是“${value}”。`,
      `--period is written 2024, 2024-H1, 2024-Q1 or 2024-03, not "${value}".`,
    ),
  notRows: (value: string, most: number): LocalText =>
    text(
      `--rows 须是 1 到 ${most} 的整数，不能是“${value}”。`,
      `--rows is a number from 1 to ${most}, not "${value}".`,
    ),
  noFamily: (member: string, families: readonly string[]): LocalText =>
    text(
      `“${member}”不属于方案的任何一类数据项。可用：${list(families).zh}。`,
      `"${member}" belongs to no family of items. Families: ${list(families).en}.`,
    ),
  unknownView: (view: string, views: readonly string[]): LocalText =>
    text(`没有“${view}”这种表。可用：${list(views).zh}。`, `There is no view "${view}". Views: ${list(views).en}.`),
  unknownEncoding: (encoding: string, encodings: readonly string[]): LocalText =>
    text(
      `--encoding 只能是 ${list(encodings).zh}，不能是“${encoding}”。`,
      `--encoding is one of ${list(encodings).en}, not "${encoding}".`,
    ),
  noScript: (name: string): LocalText =>
    text(
      `找不到脚本 ${name}。请先运行 npm run build -- bundles，或用 --scripts 指明它所在的文件夹。`,
      `The script ${name} is not there. Build it with npm run build -- bundles, or name its folder with --scripts.`,
    ),
  severalTables: (count: number): LocalText =>
    text(
      `这个文件只能放一张表，现有 ${count} 张。请用 --view、--period、--part、--subject 选一张，或给一个文件夹或 .zip 文件。`,
      `This file holds one table, and there are ${count}. Choose one with --view, --period, --part or --subject, or name a folder or a .zip file.`,
    ),
  seeHelp: (command: string): LocalText => {
    const call = `kaoheng ${command === '' ? '' : `${command} `}--help`;
    return text(`用法见：${call}`, `See: ${call}`);
  },

  // ------------------------------------------------------------ files, schemes and data
  cannotRead: (path: string, code: string): LocalText =>
    text(`无法读取 ${path}：${systemReason(code).zh}。`, `${path} cannot be read: ${systemReason(code).en}.`),
  cannotWrite: (path: string, code: string): LocalText =>
    text(`无法写入 ${path}：${systemReason(code).zh}。`, `${path} cannot be written: ${systemReason(code).en}.`),
  alreadyThere: (path: string): LocalText =>
    text(
      `${path} 已经存在，没有覆盖。请移走它，或换一个文件夹。`,
      `${path} is already there and was left as it is. Move it, or name another folder.`,
    ),
  notText: (path: string): LocalText => text(`${path} 不是文本文件。`, `${path} is no text file.`),
  schemeFaulty: (path: string, errors: number): LocalText =>
    text(
      `方案 ${path} 有 ${errors} 处错误，无法计算。`,
      `The scheme ${path} has ${plural(errors, 'error')} and cannot be computed.`,
    ),
  subjectsFaulty: text(
    '考核对象表没有全部读入，没有生成采集表。改正后重试。',
    'The subjects could not be read in full; no workbook was made. Correct them and try again.',
  ),
  datasetNotWritten: text(
    '有没有读入的行，没有写出数据。改正后重试；或加 --accept-refused，不计这些行。',
    'Not everything could be read; no data was written. Correct it, or leave the refused rows out with --accept-refused.',
  ),
  importFailed: text('数据没有读入，未作计算。', 'The data could not be read; nothing was computed.'),
  rowsRefused: (count: number): LocalText =>
    text(
      `有 ${count} 行没有读入，未作计算。改正后重试；或加 --accept-refused，不计这些行。`,
      `${plural(count, 'row')} could not be read; nothing was computed. Correct them, or leave them out with --accept-refused.`,
    ),
  rowsLeftOut: (count: number): LocalText =>
    text(
      `注意：以上 ${count} 行没有计入。`,
      `Note: the ${plural(count, 'row')} above ${count === 1 ? 'is' : 'are'} left out.`,
    ),
  moreLines: (count: number): LocalText => text(`…… 还有 ${count} 处。`, `… and ${count} more.`),
  andMore: (count: number): LocalText => text(`(同类还有 ${count} 处)`, ` (and ${count} more of this kind)`),
  unknownPeriod: (period: string, periods: readonly string[]): LocalText =>
    text(
      `没有 ${period} 期的结果。现有：${list(periods).zh}。`,
      `There are no results for period "${period}". Available: ${list(periods).en}.`,
    ),
  unknownSubject: (subject: string, near: string): LocalText =>
    withSuggestion(
      `没有编号或名称为“${subject}”的考核对象。`,
      `There is no subject with the id or name "${subject}".`,
      near,
    ),
  nameOfSeveral: (name: string, ids: readonly string[]): LocalText =>
    text(
      `有 ${ids.length} 个考核对象叫“${name}”，请用编号：${list(ids).zh}。`,
      `${ids.length} subjects are called "${name}"; use the id: ${list(ids).en}.`,
    ),
  takesNoPart: (subject: string, period: string): LocalText =>
    text(`“${subject}”在 ${period} 没有参加考核。`, `"${subject}" does not take part in ${period}.`),
  unknownNode: (node: string, near: string, ids: readonly string[]): LocalText =>
    withSuggestion(
      `没有编号为“${node}”的指标或结果。现有：${list(ids).zh}。`,
      `There is no indicator or result "${node}". Available: ${list(ids).en}.`,
      near,
    ),
  titleOfSeveral: (title: string, ids: readonly string[]): LocalText =>
    text(
      `名称为“${title}”的指标或结果不止一个，请用编号：${list(ids).zh}。`,
      `"${title}" is the title of several indicators or results; give the id: ${list(ids).en}.`,
    ),
  noSchemeFile: (path: string): LocalText =>
    text(
      `“${path}”不是方案文件：方案是 .yaml 或 .json 文件。`,
      `"${path}" is no scheme file: a scheme is a .yaml or .json file.`,
    ),
  unknownPart: (part: string, ids: readonly string[]): LocalText =>
    text(
      `没有编号为“${part}”的部分。现有：${list(ids).zh}。`,
      `There is no part "${part}". Available: ${list(ids).en}.`,
    ),
  notWritten: (node: string, subject: string, period: string): LocalText =>
    text(
      `方案不为 ${period} 的“${subject}”给出“${node}”。`,
      `The scheme gives no "${node}" for "${subject}" in ${period}.`,
    ),
  internal: (reason: string): LocalText =>
    text(
      `程序内部错误：${reason}。这不是您的数据造成的，请报告(设 KAOHENG_DEBUG=1 可显示详情)。`,
      `Internal error: ${reason}. This should not happen; please report it (KAOHENG_DEBUG=1 shows where).`,
    ),

  // ------------------------------------------------------------ what is printed
  severity: {
    error: text('错误', 'error'),
    warning: text('警告', 'warning'),
    note: text('提示', 'note'),
  },
  clause: (clause: string): LocalText => text(`条款 ${clause}`, `clause ${clause}`),
  checked: (path: string, errors: number, warnings: number, notes: number): LocalText =>
    errors + warnings + notes === 0
      ? text(`${path}：没有发现问题。`, `${path}: nothing found.`)
      : text(
          `${path}：${errors} 处错误，${warnings} 处警告，${notes} 处提示。`,
          `${path}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notes, 'note')}.`,
        ),
  rowCounts: (
    table: 'subjects' | 'observations',
    { read, accepted, refused }: { readonly read: number; readonly accepted: number; readonly refused: number },
  ): LocalText =>
    text(
      `${table === 'subjects' ? '考核对象' : '观测数据'}：读取 ${read} 行，接受 ${accepted} 行，拒绝 ${refused} 行。`,
      `${table === 'subjects' ? 'Subjects' : 'Observations'}: ${read} read, ${accepted} accepted, ${refused} refused.`,
    ),
  changeCounts: (normalised: number, notes: number): LocalText =>
    text(
      `读入时改写 ${normalised} 处，另有提示 ${notes} 处。`,
      `${normalised} changed on the way in, ${plural(notes, 'note')}.`,
    ),
  noMapping: (path: string, where: string): LocalText =>
    text(
      `${path} 不是对应关系文件${where && `(${where})`}。`,
      `${path} is no mapping of sheets${where && ` (${where})`}.`,
    ),
  roles: {
    subjects: text('考核对象名单', 'list of subjects'),
    long: text('每行一条记录', 'a row for each observation'),
    wide: text('每行一个对象', 'a row for each subject'),
    own: text('本程序的格式', 'in our own layout'),
    ignore: text('不读', 'not read'),
  },
  dataRows: (first: number, last: number): LocalText =>
    text(`数据在第 ${first} 至 ${last} 行`, `data in rows ${first} to ${last}`),
  nothingEntered: text('没有可用的数据。', 'Nothing can be used.'),
  version: (version: string): LocalText => text(`版本 ${version}`, `version ${version}`),
  faulty: text('(文件有错误，见 kaoheng check)', '(the file has errors, see kaoheng check)'),
  periodKinds: {
    year: text('按年度', 'by year'),
    half: text('按半年', 'by half-year'),
    quarter: text('按季度', 'by quarter'),
    month: text('按月', 'by month'),
  },
  deliveredBy: (from: string): LocalText => text(`由${from}提供`, `delivered by ${from}`),
  explanation: {
    figure: text('结果', 'Figure'),
    fullMarks: text('满分', 'of'),
    clause: text('条款', 'Clause'),
    rule: text('规则', 'Rule'),
    arithmetic: text('计算', 'Arithmetic'),
    state: text('状态', 'State'),
    steps: text('步骤(+ 计入，- 不成立或未发生)', 'Steps (+ counted, - did not hold or happen)'),
    inputs: text('取用的数据', 'Data'),
    figures: text('由下列各项得来', 'Made from'),
    notApplied: text('不成立或未发生', 'not applied'),
    no: text('否', 'no'),
    notTrue: text('不成立', 'does not hold'),
    notCounted: text('未计入', 'not counted'),
    missing: text('缺数据', 'missing'),
    noRows: text('没有数据', 'no rows'),
    ofSubjects: text('对象表的一列', 'a column of the subjects'),
    emptyValue: text('(空)', '(empty)'),
  },
} as const;
