import { WorkspaceError, type NamedFile } from '@kaoheng/engine/live';

/** The scripts that a page with published results needs: from beside this page, so that nothing leaves its origin. */
export async function loadPageScripts(): Promise<readonly NamedFile[]> {
  const { pageScripts } = await import('virtual:kaoheng-page-scripts');
  return Promise.all(pageScripts.map(async ({ name, url }) => ({ name, bytes: await load(name, url) })));
}

async function load(name: string, url: string): Promise<Uint8Array> {
  const answer = await fetch(url).catch(() => null);
  // Servers that answer every address with their start page send that in place of a missing file.
  const isScript = answer?.ok === true && /javascript/.test(answer.headers.get('content-type') ?? '');
  if (!answer || !isScript) {
    throw new WorkspaceError('page.script', {
      zh: `取不到脚本 ${name}，网页包没有生成；下面仍可下载结果文件。请检查本站的 assets 目录是否完整，.js 是否以 text/javascript 返回。`,
      en: `The script ${name} could not be had, so that there is no page; the results can be downloaded below. See that the folder assets of this site is whole and that .js is sent as text/javascript.`,
    });
  }
  return new Uint8Array(await answer.arrayBuffer());
}
