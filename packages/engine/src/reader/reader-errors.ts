import type { LocalText } from './figure.ts';
import { ReaderError } from './results-reader.ts';

/** Every refusal of the readers in one place, so that their wording can be read and improved together. */

export function unknownPart(part: string): ReaderError {
  return new ReaderError('unknown-part', {
    zh: `没有编号为“${part}”的考核部分。`,
    en: `There is no part “${part}” in these results.`,
  });
}

export function unknownPeriod(period: string, periods: readonly string[]): ReaderError {
  const known = periods.join('、') || '无';
  return new ReaderError('unknown-period', {
    zh: `没有${period === '' ? '该' : ` ${period} `}期的结果。现有：${known}。`,
    en: `There are no results for period “${period}”. Available: ${periods.join(', ') || 'none'}.`,
  });
}

export function unknownSubject(subject: string, period: string): ReaderError {
  return new ReaderError('unknown-subject', {
    zh: `${period} 期没有“${subject}”的结果。`,
    en: `There are no results for “${subject}” in period “${period}”.`,
  });
}

export function unknownNode(node: string): ReaderError {
  return new ReaderError('unknown-node', {
    zh: `方案中没有编号为“${node}”的指标。`,
    en: `The scheme has no indicator “${node}”.`,
  });
}

export function sourceNotFound(url: string, status: number): ReaderError {
  const missing = status === 404 || status === 410;
  return new ReaderError('source', {
    zh: missing ? `找不到结果文件 ${url}（${status}）。请检查地址。` : `服务器没有给出结果文件 ${url}（${status}）。`,
    en: missing
      ? `The results file ${url} was not found (${status}). Check the address.`
      : `The server did not deliver the results file ${url} (${status}).`,
  });
}

export function sourceUnreachable(url: string): ReaderError {
  return new ReaderError('source', {
    zh: `无法读取结果文件 ${url}：网络不通，或被本站的安全策略拦截。`,
    en: `The results file ${url} could not be reached: the network failed, or this site's security policy blocked it.`,
  });
}

export function sourceOfOtherOrigin(url: string): ReaderError {
  return new ReaderError('source', {
    zh: `结果文件必须与网页同源：${url} 属于其他站点，已拒绝读取。`,
    en: `The results file must come from the page's own origin; ${url} belongs to another site and was not requested.`,
  });
}

export function sourceNotJson(name: string, looksLikePage: boolean): ReaderError {
  return new ReaderError('source', {
    zh: looksLikePage
      ? `${name} 返回的是网页而不是结果文件，可能是登录页或错误页。`
      : `${name} 不是有效的 JSON,文件可能不完整。`,
    en: looksLikePage
      ? `${name} is a web page, not a results file; it may be a login or error page.`
      : `${name} is not valid JSON; the file may be incomplete.`,
  });
}

export function sourceOfOtherFormat(name: string, detail: string): ReaderError {
  return new ReaderError('source', {
    zh: `${name} 不是考衡发布的结果文件（${detail}）。`,
    en: `${name} is not a results file published by Kaoheng (${detail}).`,
  });
}

export function sourceTooNew(name: string, version: number, supported: number): ReaderError {
  return new ReaderError('source', {
    zh: `${name} 的格式版本是 ${version}，本页组件只认识到 ${supported}。请更新网页上的考衡脚本。`,
    en: `${name} has format version ${version}, but this page's components know versions up to ${supported}. Update the Kaoheng script on this page.`,
  });
}

export function sourceChanged(name: string): ReaderError {
  return new ReaderError('source', {
    zh: `结果文件 ${name} 的校验值不符：发布之后被改动或损坏，因此不予显示。请联系发布单位。`,
    en: `The results file ${name} does not match its digest: it was changed or damaged after it was published and is not shown. Tell those who published it.`,
  });
}

export function sourceNotExpected(name: string): ReaderError {
  return new ReaderError('source', {
    zh: `结果文件 ${name} 不是本页公布的那一份（校验值不同），因此不予显示。`,
    en: `The results file ${name} is not the one that this page announces (another digest) and is not shown.`,
  });
}

export function nothingToPublish(): ReaderError {
  return new ReaderError('source', {
    zh: '按所选范围没有可以发布的结果：没有选中任何指标或分组，或人数太少的组都已隐去。',
    en: 'Nothing is left to publish: no figures or groups were chosen, or all groups are too small.',
  });
}

export function groupsNameSubjects(part: LocalText): ReaderError {
  return new ReaderError('source', {
    zh: `“${part.zh}”的组就是以代码公布的考核对象，公布组名会让人认出代码。请以代码代替组名，或不公布组别。`,
    en: `The groups of "${part.en}" are subjects that the file shows by codes: their names would give the codes away. Put codes in the place of the groups, or leave them out.`,
  });
}

export function codeKeyTooShort(shortest: number): ReaderError {
  return new ReaderError('source', {
    zh: `代码密钥至少 ${shortest} 个字符，否则代码可能被猜出。`,
    en: `A key for codes has at least ${shortest} characters; shorter ones can be guessed.`,
  });
}
