/**
 * Fires an event that crosses shadow roots and bubbles, as page scripts expect it. `false` when a listener cancelled it.
 *
 * A function and not a method: the analyzer that documents the elements would take its event for one of theirs.
 */
export function fire<Detail>(target: EventTarget, name: string, detail: Detail, cancelable = false): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
