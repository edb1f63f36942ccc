/** The part of Papa Parse that this room uses; its own types would pull Node's globals into the browser's program. */
declare module 'papaparse' {
  interface ParseError {
    readonly code: string;
    /** Index of the row within this chunk. */
    readonly row?: number;
  }
  interface ParseChunk {
    readonly data: string[][];
    readonly errors: readonly ParseError[];
  }
  interface ParseConfig {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly chunkSize?: number;
    readonly chunk: (results: ParseChunk, parser: { abort(): void }) => void;
  }
  const Papa: { parse(text: string, config: ParseConfig): unknown };
  export default Papa;
}
