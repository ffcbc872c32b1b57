/** Hands a text to the user as a file. */
export function download(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Hands bytes to the user as a file. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes once the click is handled; a moment later nothing needs the address.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
