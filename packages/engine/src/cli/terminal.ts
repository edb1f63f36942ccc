/** Where a command writes: the process, or a test. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results, to standard output; done when they are handed over. */
  write(text: string): Promise<void>;
  /** Messages, to standard error. */
  warn(line: string): void;
}

/**
 * The terminal of this process. A reader that goes away early (`kaoheng score … | head`) is no fault: what is left is
 * not written.
 */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  let isClosed = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    isClosed = true;
    if (error.code !== 'EPIPE') stderr.write(`${error.message}\n`);
  });
  stderr.on('error', () => {});
  return {
    environment: process.env,
    write: (text) =>
      new Promise((resolve) => {
        if (isClosed || text === '') resolve();
        else stdout.write(text, () => resolve());
      }),
    warn: (line) => void stderr.write(`${line}\n`),
  };
}
