import { pageSnippet, type NamedFile, type Problem, type Published } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { copyFrom } from '../ui/copy-text.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import { download, ZIP } from '../ui/download.ts';
import { publicationFacts } from './publication-facts.ts';
import factStyles from './publication-facts.css?inline';
import styles from './publish-result.css?inline';

/** What was made: the published file, what it is called, and the page around it where that could be made. */
export interface MadeFile extends Published {
  readonly name: string;
  readonly hasParts: boolean;
}

/**
 * What was published, and what to do with it: the files, the lines for a page, what those who publish must know.
 *
 * @element kh-publish-result
 */
@customElement('kh-publish-result')
export class PublishResultElement extends DashboardElement {
  static override styles = dialogStyles(factStyles, styles);

  @property({ attribute: false }) made: MadeFile | null = null;
  /** Everything for a web site in one file; `null`: it could not be made. */
  @property({ attribute: false }) page: NamedFile | null = null;
  /** Why there is no page. */
  @property({ attribute: false }) problem: Problem | null = null;

  @state() private copied = '';

  @query('textarea') private snippet!: HTMLTextAreaElement;

  async #copy(): Promise<void> {
    this.copied = (await copyFrom(this.snippet)) ? this.words.copied : this.words.copyFailed;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, made, page, problem } = this;
    if (!made) return nothing;
    const { name, bytes, integrity, hasParts, codeList } = made;
    const snippet = pageSnippet(name, integrity, hasParts);
    const file = page ?? { name, bytes };
    const kilobytes = Math.max(1, Math.round(file.bytes.length / 1024));
    return html`<p class="done" role="status">${words.publishedAs(file.name, this.count(kilobytes))}</p>
      ${problem ? html`<p class="problem" role="alert">${this.pick(problem.text)}</p>` : nothing}
      <ol class="steps">
        ${(page ? words.publishPageSteps : words.publishSteps).map((step) => html`<li>${step}</li>`)}
      </ol>
      <p class="actions">
        ${
          page
            ? html`<button type="button" class="button" @click=${() => download(page.bytes, page.name, ZIP)}>
              ${words.downloadPage}
            </button>`
            : nothing
        }
        <button type="button" class="button" @click=${() => download(bytes, name, 'application/json')}>
          ${words.downloadResults}
        </button>
        ${
          codeList
            ? html`<button
              type="button"
              class="button"
              @click=${() => download(codeList, name.replace(/\.json$/, '_codes.csv'), 'text/csv')}
            >
              ${words.codeListDownload}
            </button>`
            : nothing
        }
      </p>
      ${codeList ? html`<p class="quiet small">${words.codeListHint}</p>` : nothing}
      ${publicationFacts(made, words, (text) => this.pick(text))}
      <details>
        <summary>${words.snippet}</summary>
        <p class="quiet small">${words.snippetHint}</p>
        <textarea
          readonly
          spellcheck="false"
          rows=${snippet.split('\n').length + 1}
          aria-label=${words.snippet}
          .value=${snippet}
        ></textarea>
        <div class="actions">
          <button type="button" class="button" @click=${this.#copy}>${words.copySnippet}</button>
          <span class="copied" role="status">${this.copied}</span>
        </div>
      </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-publish-result': PublishResultElement;
  }
}
