import { amendmentTexts } from './amendment-texts.ts';
import { attributeTexts } from './attribute-texts.ts';
import { text } from './finding-text.ts';
import { importFileTexts } from './import-file-texts.ts';
import { importRowTexts } from './import-row-texts.ts';
import { importReadingTexts } from './import-reading-texts.ts';
import { importNoticeTexts } from './import-notice-texts.ts';
import { importSheetTexts } from './import-sheet-texts.ts';

export type { FindingText } from './finding-text.ts';

/**
 * All findings of an import by their codes. The keys are the stable codes of docs/data.md; each takes the facts that its
 * sentence needs.
 */
export const importTexts = {
  ...importFileTexts,
  ...importRowTexts,
  ...importReadingTexts,
  ...importNoticeTexts,
  ...importSheetTexts,
  ...amendmentTexts,
  ...attributeTexts,
  'findings.more': ({ code, more }: { code: string; more: number }) =>
    text(
      `另有 ${more} 处同类情况（${code}）没有逐条列出。`,
      `${more} more of this kind (${code}) are not listed one by one.`,
      '改正已列出的之后重新导入，即可看到其余的。',
      'Correct those that are listed and import again to see the rest.',
    ),
};

/** Stable code of a finding. */
export type FindingCode = keyof typeof importTexts;

/** What the text of a code wants to know. */
export type FindingFacts<Code extends FindingCode> =
  Parameters<(typeof importTexts)[Code]> extends [infer Facts] ? Facts : void;
