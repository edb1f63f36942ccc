/** Type of an Excel workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Type of several files in one. */
export const ZIP = 'application/zip';

/** Hands bytes to the user as a file. Nothing leaves the page: the address is one of the page's own memory. */
export function download(bytes: Uint8Array, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Taken back only after the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Type of a file by the ending of its name. */
export function typeOf(name: string): string {
  if (name.endsWith('.xlsx')) return XLSX;
  return name.endsWith('.zip') ? ZIP : 'text/csv;charset=utf-8';
}
