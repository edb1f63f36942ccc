/** A file to be saved. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
