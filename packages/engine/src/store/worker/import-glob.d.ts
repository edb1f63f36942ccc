/** The bundler's way to name all files of a folder; the pattern must be a literal. */
interface ImportMeta {
  glob<T>(
    pattern: string,
    options: { readonly query: string; readonly import: string },
  ): Readonly<Record<string, () => Promise<T>>>;
}
