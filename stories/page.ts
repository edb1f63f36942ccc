import type { ResultsReader } from '@kaoheng/engine/reader';
import { html, type TemplateResult } from 'lit';

/** How a story sets its stage. */
export interface Stage {
  readonly subject?: string;
  readonly period?: string;
  readonly group?: string;
  readonly node?: string;
  readonly theme?: 'light' | 'dark';
  readonly density?: 'comfortable' | 'compact';
  readonly lang?: string;
  /** Width of the stage in pixels. */
  readonly width?: number;
}

/** A page with one store around whatever is shown. */
export function page(reader: ResultsReader | null, content: unknown, stage: Stage = {}): TemplateResult {
  const isDark = stage.theme === 'dark';
  const background = isDark ? '#161c22' : '#ffffff';
  const width = stage.width ? `max-width: ${stage.width}px;` : 'max-width: 1180px;';
  return html`<div lang=${stage.lang ?? 'zh-CN'} style="background: ${background}; padding: 16px; ${width}">
    <score-store
      .reader=${reader}
      .subject=${stage.subject ?? ''}
      .period=${stage.period ?? ''}
      .group=${stage.group ?? ''}
      .node=${stage.node ?? ''}
      .theme=${stage.theme ?? 'light'}
      .density=${stage.density ?? 'comfortable'}
      >${content}</score-store
    >
  </div>`;
}
