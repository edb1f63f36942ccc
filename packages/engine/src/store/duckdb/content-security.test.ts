import { describe, expect, test } from 'vitest';
import { allowsConnection, allowsWebAssembly, parsePolicies } from './content-security.ts';

const page = new URL('https://portal.example/assets/worker.js');
const module = new URL('https://portal.example/assets/duckdb-eh.wasm');

describe('a policy on the worker file', () => {
  test.each([
    ['', true],
    ["default-src 'self'", false],
    ["script-src 'self'", false],
    ["script-src 'self' 'wasm-unsafe-eval'", true],
    ["script-src 'self' 'unsafe-eval'", true],
    ["default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", true],
    ["style-src 'self'", true],
    ["script-src 'self' 'wasm-unsafe-eval', script-src 'self'", false],
    ["SCRIPT-SRC 'self'", false],
  ])('%j lets WebAssembly run: %s', (header, allowed) => {
    expect(allowsWebAssembly(parsePolicies(header))).toBe(allowed);
  });

  test.each([
    ['', true],
    ["default-src 'none'", false],
    ["connect-src 'self'", true],
    ["default-src 'none'; connect-src 'self'", true],
    ['connect-src https:', true],
    ['connect-src https://portal.example', true],
    ["connect-src 'none'", false],
    ['connect-src https://other.example', false],
    ['connect-src *.example', true],
  ])('%j lets the module be fetched: %s', (header, allowed) => {
    expect(allowsConnection(parsePolicies(header), module, page)).toBe(allowed);
  });

  test.each([
    ["connect-src 'self'", false],
    ["connect-src 'self' blob:", true],
    ['connect-src *', false],
    ['', true],
  ])('%j lets a module packed anew be fetched: %s', (header, allowed) => {
    expect(allowsConnection(parsePolicies(header), new URL('blob:https://portal.example/x'), page)).toBe(allowed);
  });
});
