const KEY = 'kaoheng.workspace';

/** The workspace to open when the page is loaded again; empty: none, the sample is shown. */
export function lastWorkspace(): string {
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Each tab goes on with its own workspace, a new tab with the last one of all. */
export function rememberWorkspace(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
    localStorage.setItem(KEY, id);
  } catch {
    // Storage is forbidden: the sample is shown.
  }
}
