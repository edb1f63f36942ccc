/** What no file system takes in a name. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]/g;

/** A text as the name of a file, without an ending. */
export function fileName(text: string): string {
  return text.replace(FORBIDDEN, '_').slice(0, 120);
}
