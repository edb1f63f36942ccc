/**
 * Has the page copy, and lets `handle` say what. The copy event is the only way to the clipboard on plain http, where
 * intranets live.
 */
export function copyByEvent(handle: (event: ClipboardEvent) => void): void {
  const allow = (event: Event) => event.preventDefault();
  getSelection()?.removeAllRanges();
  document.addEventListener('beforecopy', allow);
  document.addEventListener('copy', handle, { once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', handle);
  document.removeEventListener('beforecopy', allow);
}
