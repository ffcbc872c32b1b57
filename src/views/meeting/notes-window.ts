/** The presenter's notes in a second window: plain text on an empty page, so that nothing has to be loaded into it. */

export interface Notes {
  readonly title: string;
  readonly page: string;
  readonly lines: readonly string[];
  readonly next: string;
}

export class NotesWindow {
  #window: Window | null = null;
  #notes: Notes | null = null;

  /** @returns false where the browser refused the window. */
  open(): boolean {
    if (!this.#window || this.#window.closed) this.#window = window.open('', 'kaoping-notes', 'width=720,height=640');
    this.#draw();
    return this.#window !== null;
  }

  show(notes: Notes | null): void {
    this.#notes = notes;
    this.#draw();
  }

  close(): void {
    this.#window?.close();
    this.#window = null;
  }

  #draw(): void {
    const page = this.#window;
    if (!page || page.closed || !this.#notes) return;
    const { document } = page;
    document.title = this.#notes.title;
    const line = (tag: string, text: string, size: number): HTMLElement => {
      const element = document.createElement(tag);
      element.textContent = text;
      // The page of the notes has no style sheet of its own.
      element.style.fontSize = `${size}px`;
      element.style.lineHeight = '1.6';
      return element;
    };
    document.body.style.margin = '24px';
    document.body.style.fontFamily = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif';
    document.body.replaceChildren(
      line('p', this.#notes.page, 18),
      line('h1', this.#notes.title, 26),
      ...this.#notes.lines.map((text) => line('p', text, 24)),
      line('p', this.#notes.next, 18),
    );
  }
}
