import type { QuestionCode, SchemeSource, SheetMapping } from '@kaoheng/engine/live';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isCancelled } from '../data/problem.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { draftOf, mappingsOf, proposedAnew, type DraftEdit, type MappingDraft } from './mapping/mapping-draft.ts';

/** What matters of a table that is read for its subjects alone. */
const CODES: readonly QuestionCode[] = ['sheet.role', 'sheet.no-id', 'sheet.no-subject', 'sheet.also-subjects'];

/** How a list of subjects is read that is in no layout of the program, with what a person has said of it. */
export class ListReading implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #work: AbortController | null = null;
  #workspace: WorkspacePort | null = null;
  #file: File | null = null;
  #scheme: SchemeSource | null = null;
  #draft: MappingDraft | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#work?.abort();
  }

  /** `null`: there is nothing to ask. */
  get draft(): MappingDraft | null {
    return this.#draft;
  }

  get isLooking(): boolean {
    return this.#work !== null;
  }

  /** How its tables are read; none: as in the layout of the program. */
  get mappings(): readonly SheetMapping[] {
    return this.#draft === null ? [] : mappingsOf(this.#draft);
  }

  /** Another list, or none. */
  choose(workspace: WorkspacePort | null, file: File | null, scheme: SchemeSource | null): Promise<void> {
    this.#workspace = workspace;
    this.#file = file;
    this.#scheme = scheme;
    this.#draft = null;
    return this.#look();
  }

  edit(edit: DraftEdit): void {
    const before = this.#draft;
    if (before === null) return;
    this.#draft = edit(before);
    this.#host.requestUpdate();
    if (this.#draft.given !== before.given) void this.#look();
  }

  async #look(): Promise<void> {
    this.#work?.abort();
    this.#work = null;
    this.#host.requestUpdate();
    if (!this.#workspace || !this.#file) return;
    const work = new AbortController();
    this.#work = work;
    const files = [this.#file];
    try {
      const proposal = await this.#workspace.proposeMapping(files, {
        ...(this.#scheme && { scheme: this.#scheme }),
        ...(this.#draft && { given: this.#draft.given }),
        signal: work.signal,
      });
      if (this.#work !== work) return;
      const isList = proposal.sheets.some(
        ({ mapping: { role, alsoSubjects } }) => role === 'subjects' || alsoSubjects === true,
      );
      const questions = proposal.questions.filter(({ code }) => CODES.includes(code));
      const asked = { ...proposal, questions };
      // What is no list at all, the order itself refuses with what it found.
      if (this.#draft) this.#draft = proposedAnew(this.#draft, asked);
      else if (isList && !proposal.isOwnLayout) this.#draft = draftOf(asked, files);
    } catch (error) {
      // What is wrong with the file the order itself says.
      if (!isCancelled(error) && this.#work === work) this.#draft = null;
    } finally {
      if (this.#work === work) {
        this.#work = null;
        this.#host.requestUpdate();
      }
    }
  }
}
