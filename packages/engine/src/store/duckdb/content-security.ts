/** Directives of one Content-Security-Policy header value; several policies (comma-separated) are kept apart. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Takes the header apart. */
export function parsePolicies(header: string): readonly Policy[] {
  return header
    .split(',')
    .map((text) => {
      const policy = new Map<string, string[]>();
      for (const directive of text.split(';')) {
        const [name, ...sources] = directive.trim().split(/\s+/);
        if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
      }
      return policy;
    })
    .filter((policy) => policy.size > 0);
}

function sourcesFor(policy: Policy, directive: string): readonly string[] | null {
  return policy.get(directive) ?? policy.get('default-src') ?? null;
}

/** Whether a worker with these policies may compile WebAssembly. */
export function allowsWebAssembly(policies: readonly Policy[]): boolean {
  return policies.every((policy) => {
    const sources = sourcesFor(policy, 'script-src');
    return sources === null || sources.includes("'wasm-unsafe-eval'") || sources.includes("'unsafe-eval'");
  });
}

/**
 * Whether requests to this address may pass. Decides only what can be decided for sure: `'self'`, `*`, schemes and
 * hosts without wildcards; any other source counts as permission, so that nothing is refused by mistake.
 */
export function allowsConnection(policies: readonly Policy[], address: URL, self: URL): boolean {
  return policies.every((policy) => {
    const sources = sourcesFor(policy, 'connect-src');
    return sources === null || sources.some((source) => permits(source, address, self));
  });
}

function permits(source: string, address: URL, self: URL): boolean {
  if (source === "'none'") return false;
  if (source === "'self'") return address.protocol !== 'blob:' && address.origin === self.origin;
  if (source === '*') return /^https?:$/.test(address.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return source.toLowerCase() === address.protocol;
  if (address.protocol === 'blob:') return false;
  if (source.startsWith("'") || source.includes('*')) return !source.startsWith("'");
  return source.includes(address.host);
}
