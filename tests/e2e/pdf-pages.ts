// Printed pages, read back.
import { extractText, getDocumentProxy } from 'unpdf';

export interface PrintedPage {
  /** Its text without spaces, signs in their usual form: programs that draw text choose look-alikes. */
  readonly text: string;
  readonly isWide: boolean;
}

/** Text as it can be found on a printed page. */
const asPrinted = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** How often a text stands on a page. Any radical may stand for a sign that it looks like; `normalize` knows only some. */
export function timesPrinted(page: string, text: string): number {
  const signs = [...asPrinted(text)].map((sign) =>
    /\p{Script=Han}/u.test(sign) ? `[${sign}\u2e80-\u2eff]` : sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return page.match(new RegExp(signs.join(''), 'g'))?.length ?? 0;
}

export async function printedPages(pdf: Uint8Array): Promise<readonly PrintedPage[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return Promise.all(
    text.map(async (page, at) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = (await document.getPage(at + 1)).view;
      return { text: asPrinted(page), isWide: right - left > bottom - top };
    }),
  );
}
