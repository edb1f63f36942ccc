const KEY = 'kaoheng.files';

/**
 * Names of the user's files that are open in this tab. The data itself stays in memory only and is gone after a reload;
 * the names are kept so that the page can say what has to be loaded again.
 */
export function rememberFiles(names: readonly string[]): void {
  try {
    if (names.length > 0) sessionStorage.setItem(KEY, JSON.stringify(names));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: there will be nothing to say.
  }
}

/** What was open before the page was loaded again. */
export function rememberedFiles(): readonly string[] {
  try {
    const names: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}
