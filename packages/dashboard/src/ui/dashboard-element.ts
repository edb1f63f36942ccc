import type { LocalText } from '@kaoheng/engine/reader';
import { LitElement, unsafeCSS, type CSSResultGroup } from 'lit';
import { preferences } from '../app/preferences.ts';
import { en } from '../locales/en.ts';
import type { Messages } from '../locales/messages.ts';
import { zhCn } from '../locales/zh-cn.ts';
import baseStyles from './base.css?inline';
import dialogSheet from './dialog.css?inline';

/** Style sheets of an element behind the shared one. */
export function dashboardStyles(...sheets: string[]): CSSResultGroup {
  return [unsafeCSS(baseStyles), ...sheets.map((sheet) => unsafeCSS(sheet))];
}

/** Style sheets of a dialog, or of a part of one, behind what all dialogs share. */
export function dialogStyles(...sheets: string[]): CSSResultGroup {
  return dashboardStyles(dialogSheet, ...sheets);
}

/** What every element of the dashboard has: texts in the language of the page. */
export abstract class DashboardElement extends LitElement {
  static override styles = dashboardStyles();

  #stopListening: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = preferences.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = null;
  }

  /** The interface's words in the language of the page. */
  protected get words(): Messages {
    return preferences.language === 'en' ? en : zhCn;
  }

  /** The half of a bilingual text that fits; schemes without English are shown in Chinese. */
  protected pick(text: LocalText): string {
    return preferences.language === 'en' ? text.en || text.zh : text.zh || text.en;
  }

  protected count(number: number): string {
    return number.toLocaleString(preferences.language);
  }

  protected fire<Detail>(name: string, detail?: Detail): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
