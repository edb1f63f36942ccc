import { describe, expect, it, vi } from 'vitest';
import { defineElement } from './define.ts';

describe('defining an element', () => {
  it('twice keeps the first definition without a word', () => {
    const warn = vi.spyOn(console, 'warn');
    class First extends HTMLElement {}
    defineElement('test-first', First);
    defineElement('test-first', First);
    expect(customElements.get('test-first')).toBe(First);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('warns when another script was there before, and does not throw', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    customElements.define('test-foreign', class extends HTMLElement {});
    expect(() => defineElement('test-foreign', class extends HTMLElement {})).not.toThrow();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it('under a prefix gives the same element a second name', () => {
    class Shared extends HTMLElement {}
    defineElement('test-shared', Shared);
    defineElement('test-shared', Shared, { prefix: 'v2-' });
    expect(document.createElement('v2-test-shared')).toBeInstanceOf(Shared);
  });
});
