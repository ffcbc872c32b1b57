/**
 * A scene's marks as SVG elements, drawn by hand: a redraw touches only what changed, and lighting up touches only
 * the marks that light up, however many there are.
 */
import { meets, stretchOf, type Stretch } from './in-view';
import { walk, type Mark } from './scene';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A mark on the page. Groups hold their own. */
interface Slot {
  element: SVGElement;
  mark: Mark;
  attributes: Attributes;
  readonly inner: Slot[];
}

const TAGS = { rect: 'rect', path: 'path', circle: 'circle', text: 'text', group: 'g' } as const;

/** Where it is and how it looks: attributes, since the page allows no style in markup. */
function shapeOf(m: Mark): Attributes {
  switch (m.kind) {
    case 'rect':
      return { x: m.x, y: m.y, width: m.width, height: m.height, rx: m.radius, ...paintOf(m) };
    case 'path':
      return { d: m.d, ...paintOf(m) };
    case 'circle':
      return { cx: m.x, cy: m.y, r: m.r, ...paintOf(m) };
    case 'text':
      return {
        x: m.x,
        y: m.y + m.size * 0.35,
        'font-size': m.size,
        'font-weight': m.weight,
        fill: m.fill,
        'text-anchor': m.anchor,
      };
    case 'group':
      return { transform: `translate(${m.x},${m.y})` };
  }
}

const paintOf = (m: Extract<Mark, { kind: 'rect' | 'path' | 'circle' }>): Attributes => ({
  fill: m.fill ?? 'none',
  stroke: m.stroke,
  'stroke-width': m.strokeWidth,
  'stroke-dasharray': m.dash,
});

const touchable = (m: Mark): boolean => m.key !== undefined || m.title !== undefined || m.action !== undefined || m.hit === true;

function attributesOf(m: Mark, pickable: boolean): Attributes {
  if (!touchable(m)) return shapeOf(m);
  return {
    ...shapeOf(m),
    'data-mark': '',
    'data-key': m.key,
    'data-hit': m.hit && '',
    ...(m.action !== undefined && {
      'data-action': m.action,
      'data-pick': pickable ? '' : undefined,
      role: 'button',
      'aria-label': nameOf(m),
    }),
  };
}

/** What a mark says to who cannot see it; a text that was cut or shortened is said as it stands too, so that it can be called by it. */
function nameOf(m: Mark): string | undefined {
  const title = m.title?.replaceAll('\n', '，');
  return m.kind === 'text' && title !== undefined && !title.startsWith(m.text) ? `${m.text}，${title}` : title;
}

function setAttributes(element: Element, now: Attributes, before: Attributes = {}): void {
  for (const name in now) {
    const value = now[name];
    if (value === before[name]) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
  for (const name in before) if (!(name in now)) element.removeAttribute(name);
}

export class Drawing {
  readonly #marks: SVGElement;
  readonly #over: SVGElement;
  #slots: Slot[] = [];
  #of = new WeakMap<Element, Mark>();
  #scene: readonly Mark[] = [];
  #pickable = false;
  /** Where each mark of the scene is; found when only a stretch of it is to be drawn. */
  #stretches: readonly Stretch[] | null = null;
  /** The one mark that Tab stops at; arrows go on from it. */
  #stop: SVGElement | null = null;
  #active: readonly SVGElement[] = [];
  #index: ReturnType<Drawing['indexed']> | null = null;

  /** @param svg takes two groups: the marks, and above them what is lit. */
  constructor(svg: SVGSVGElement) {
    this.#marks = svg.appendChild(document.createElementNS(SVG, 'g'));
    this.#over = svg.appendChild(document.createElementNS(SVG, 'g'));
    // Read and reached in the marks themselves.
    this.#over.setAttribute('aria-hidden', 'true');
  }

  /**
   * Brings the page to these marks; elements at the same place of the same kind are kept, and with them the focus.
   * @param view the stretch to draw; null: all of it
   */
  draw(marks: readonly Mark[], pickable: boolean, view: Stretch): void {
    this.#scene = marks;
    this.#pickable = pickable;
    this.#stretches = null;
    this.#level(this.#marks, this.#slots, this.#within(view), pickable);
    this.#drawn();
  }

  /** The same scene, another stretch of it: what is drawn already stays as it is, also what has the focus. */
  show(view: Stretch): void {
    const before = new Map(this.#slots.map((s) => [s.mark, s]));
    const kept = this.#slots.find((s) => s.element.contains(document.activeElement))?.mark;
    const wanted = new Set(this.#within(view));
    const marks = kept && !wanted.has(kept) ? this.#scene.filter((m) => m === kept || wanted.has(m)) : [...wanted];
    if (kept) wanted.add(kept);
    for (const slot of this.#slots) if (!wanted.has(slot.mark)) slot.element.remove();
    let next = this.#marks.firstChild;
    this.#slots = marks.map((mark) => {
      const slot = before.get(mark) ?? this.#made(mark, this.#pickable);
      if (slot.element === next) next = next.nextSibling;
      else this.#marks.insertBefore(slot.element, next);
      return slot;
    });
    this.#drawn();
  }

  #within(view: Stretch): readonly Mark[] {
    if (view === null) return this.#scene;
    const stretches = (this.#stretches ??= this.#scene.map(stretchOf));
    return this.#scene.filter((_, i) => meets(stretches[i] ?? null, view));
  }

  #drawn(): void {
    this.#index = null;
    if (!this.#stop?.isConnected || !this.#stop.hasAttribute('data-action'))
      this.stopAt(this.#marks.querySelector<SVGElement>('[data-action]'));
  }

  /** The mark an element stands for, or one around it. */
  markOf(target: EventTarget | null): Mark | null {
    const element = target instanceof Element ? target.closest('[data-mark]') : null;
    return (element && this.#of.get(element)) ?? null;
  }

  stopAt(element: SVGElement | null): void {
    if (element === this.#stop) return;
    if (this.#stop?.hasAttribute('data-action')) this.#stop.setAttribute('tabindex', '-1');
    this.#stop = element;
    element?.setAttribute('tabindex', '0');
  }

  /** Lights up the marks of the datum pointed at, and all that stands for the units. */
  light(key: string | undefined, units: readonly (string | null | undefined)[]): void {
    const all = (this.#index ??= this.indexed());
    const lit = [...new Set(units)].filter((u) => typeof u === 'string');
    const active = [...(key === undefined ? [] : (all.keys.get(key) ?? [])), ...lit.flatMap((u) => all.hits.get(u) ?? [])];
    for (const e of this.#active) if (!active.includes(e)) e.removeAttribute('data-active');
    for (const e of active) e.setAttribute('data-active', '');
    this.#active = active;
    this.#over.replaceChildren(
      ...lit
        .flatMap((u) => all.lit.get(u) ?? [])
        .map(({ mark, x, y }) => {
          const element = document.createElementNS(SVG, TAGS[mark.kind]);
          setAttributes(element, {
            ...shapeOf({ ...mark, ...mark.lit }),
            ...(x || y ? { transform: `translate(${x},${y})` } : {}),
          });
          if (mark.kind === 'text') element.textContent = mark.text;
          return element;
        }),
    );
  }

  /** By key and by unit, found once for a drawing, when something is first pointed at. */
  private indexed() {
    const keys = new Map<string, SVGElement[]>();
    const hits = new Map<string, SVGElement[]>();
    const lit = new Map<string, { mark: Mark; x: number; y: number }[]>();
    const add = <T>(to: Map<string, T[]>, key: string, value: T): void => {
      const there = to.get(key);
      if (there) there.push(value);
      else to.set(key, [value]);
    };
    const find = (slots: readonly Slot[]): void => {
      for (const { element, mark, inner } of slots) {
        if (mark.hit && mark.unit !== undefined) add(hits, mark.unit, element);
        else if (mark.key !== undefined) add(keys, mark.key, element);
        find(inner);
      }
    };
    find(this.#slots);
    for (const spot of walk(this.#scene)) if (spot.mark.lit && spot.mark.unit !== undefined) add(lit, spot.mark.unit, spot);
    return { keys, hits, lit };
  }

  #level(parent: SVGElement, slots: Slot[], marks: readonly Mark[], pickable: boolean): void {
    marks.forEach((mark, i) => {
      const slot = slots[i];
      if (!slot || slot.mark.kind !== mark.kind) {
        const made = this.#made(mark, pickable);
        if (slot) slot.element.replaceWith(made.element);
        else parent.append(made.element);
        slots[i] = made;
        return;
      }
      const attributes = attributesOf(mark, pickable);
      const { element, mark: before } = slot;
      setAttributes(element, attributes, slot.attributes);
      if (mark.kind === 'text' && before.kind === 'text' && mark.text !== before.text) element.textContent = mark.text;
      Object.assign(slot, { mark, attributes });
      this.#known(slot);
      if (mark.kind === 'group') this.#level(slot.element, slot.inner, mark.marks, pickable);
    });
    for (const slot of slots.splice(marks.length)) slot.element.remove();
  }

  #made(mark: Mark, pickable: boolean): Slot {
    const element = document.createElementNS(SVG, TAGS[mark.kind]);
    const slot: Slot = { element, mark, attributes: attributesOf(mark, pickable), inner: [] };
    setAttributes(element, slot.attributes);
    if (mark.kind === 'text') element.textContent = mark.text;
    if (mark.kind === 'group') this.#level(element, slot.inner, mark.marks, pickable);
    this.#known(slot);
    return slot;
  }

  #known({ element, mark }: Slot): void {
    this.#of.set(element, mark);
    if (mark.action !== undefined) element.setAttribute('tabindex', element === this.#stop ? '0' : '-1');
    else if (element.hasAttribute('tabindex')) element.removeAttribute('tabindex');
  }
}
