import type { ImportOptions, SchemeEntry, SchemeOpened, SchemeSource, WorkspaceStatus } from '@kaoheng/engine/live';
import type { WorkspacePort } from '../data/workspace-port.ts';
import type { SchemeChoice } from './scheme-choice.ts';

/** What pressing “load” would do, and the text that says so beforehand (a key of `Messages.plans`). */
export type LoadPlan =
  | { readonly kind: 'incomplete'; readonly says: 'nothing' | 'faulty' | 'needs-files' }
  | { readonly kind: 'files'; readonly says: 'files' | 'files-added'; readonly files: readonly File[] }
  | { readonly kind: 'scheme'; readonly says: 'scheme-sample' | 'scheme-own'; readonly scheme: SchemeSource }
  | {
      readonly kind: 'both';
      readonly says: 'both';
      readonly scheme: SchemeSource;
      readonly files: readonly File[];
    };

export function planOf(
  choice: SchemeChoice,
  files: readonly File[],
  status: WorkspaceStatus,
  schemes: readonly SchemeEntry[],
  isAdding = false,
): LoadPlan {
  if (choice.kind === 'current') {
    if (files.length === 0) return { kind: 'incomplete', says: 'nothing' };
    if (!status.scheme) return { kind: 'incomplete', says: 'nothing' };
    return { kind: 'files', says: isAdding ? 'files-added' : 'files', files };
  }
  if (choice.kind === 'file' && !choice.checked.scheme) return { kind: 'incomplete', says: 'faulty' };
  const scheme: SchemeSource =
    choice.kind === 'file' ? { name: choice.name, text: choice.text } : { builtIn: choice.id };
  if (files.length > 0) return { kind: 'both', says: 'both', scheme, files };
  if (status.data?.source === 'files') return { kind: 'scheme', says: 'scheme-own', scheme };
  // A sample belongs to its scheme: another scheme needs one of its own, or files.
  const id = choice.kind === 'file' ? choice.checked.scheme!.id : choice.id;
  const hasSample = schemes.some((entry) => entry.id === id && entry.hasSample);
  return hasSample ? { kind: 'scheme', says: 'scheme-sample', scheme } : { kind: 'incomplete', says: 'needs-files' };
}

/** Carries a plan out: all of it, or nothing. */
export async function load(
  workspace: WorkspacePort,
  plan: Exclude<LoadPlan, { kind: 'incomplete' }>,
  options: ImportOptions,
): Promise<Pick<SchemeOpened, 'opened' | 'findings' | 'report'>> {
  switch (plan.kind) {
    case 'files': {
      const report =
        plan.says === 'files-added'
          ? await workspace.addFiles(plan.files, options)
          : await workspace.importFiles(plan.files, options);
      return { opened: report.entered, findings: [], report };
    }
    case 'scheme': {
      const opened = await workspace.openScheme(plan.scheme, options);
      // The workspace loads a sample by itself only in the place of another sample.
      if (opened.opened && plan.says === 'scheme-sample' && !opened.report) {
        return { ...opened, report: await workspace.loadSample(undefined, options) };
      }
      return opened;
    }
    case 'both':
      return workspace.openWithFiles(plan.scheme, plan.files, options);
  }
}
