/** Puts a text on the clipboard. On a plain-http address the browser offers no clipboard, only the old way. */

/** @returns false where the browser refused. */
export async function copied(text: string): Promise<boolean> {
  try {
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text);
    if (navigator.clipboard as Clipboard | undefined) return true;
  } catch {
    // Refused: the old way may still do.
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
