/** Language and theme of this browser: kept between visits, applied to the page, followed by every element. */
export type Language = 'zh-CN' | 'en';
export type ThemeChoice = 'light' | 'dark' | 'auto';

const LANGUAGE_KEY = 'kaoheng.language';
const THEME_KEY = 'kaoheng.theme';

class Preferences {
  readonly #darkSystem = matchMedia('(prefers-color-scheme: dark)');
  readonly #listeners = new Set<() => void>();
  #language: Language = stored(LANGUAGE_KEY) === 'en' ? 'en' : 'zh-CN';
  #theme: ThemeChoice = themeFrom(stored(THEME_KEY));

  constructor() {
    this.#darkSystem.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  get language(): Language {
    return this.#language;
  }
  set language(language: Language) {
    this.#language = language;
    store(LANGUAGE_KEY, language);
    this.#apply();
  }

  get theme(): ThemeChoice {
    return this.#theme;
  }
  set theme(theme: ThemeChoice) {
    this.#theme = theme;
    store(THEME_KEY, theme);
    this.#apply();
  }

  /** What `auto` means at this moment. */
  get resolvedTheme(): 'light' | 'dark' {
    return this.#theme === 'dark' || (this.#theme === 'auto' && this.#darkSystem.matches) ? 'dark' : 'light';
  }

  /** Calls `listener` after every change; the returned function ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #apply(): void {
    const page = document.documentElement;
    page.lang = this.#language;
    page.dataset['theme'] = this.resolvedTheme;
    [...this.#listeners].forEach((listener) => listener());
  }
}

function themeFrom(text: string | null): ThemeChoice {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

/** Storage may be forbidden by the browser's settings; preferences then last until the page is closed. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // See `stored`.
  }
}

export const preferences = new Preferences();
