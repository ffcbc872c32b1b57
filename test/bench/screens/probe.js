/**
 * What measures inside the page: how long the main thread works for the answer to an event, until its frame is painted, and
 * when the page comes to rest. Put into the page as it is, before anything of the app's.
 */
(() => {
  /** Calls back once the frame of this `requestAnimationFrame` is painted: a message waits until the frame is through. */
  const after = (/** @type {() => void} */ back) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), back());
    port2.postMessage(null);
  };

  /** Work from now to the next painted frame, without the idle time in which it is waited for. @param {(ms: number) => void} done */
  function frame(done) {
    const from = performance.now();
    let handled = Infinity;
    after(() => (handled = performance.now()));
    requestAnimationFrame(() => {
      const begun = performance.now();
      after(() => done(Math.min(handled, begun) - from + performance.now() - begun));
    });
  }

  /** The work for the answer to the next event of a kind. @param {string} kind @returns {Promise<number>} ms */
  const answer = (kind) => new Promise((done) => addEventListener(kind, () => frame(done), { capture: true, once: true }));

  /** From the next event of a kind until the last frame in which the page changed, with `quiet` ms of rest after it. @param {string} kind @param {number} quiet @returns {Promise<number>} ms */
  const rest = (kind, quiet) =>
    new Promise((done) => {
      const begin = () => {
        const from = performance.now();
        let [last, changed] = [from, true];
        const watch = new MutationObserver(() => (changed = true));
        watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
        const each = () =>
          requestAnimationFrame(() => {
            const had = changed;
            changed = false;
            after(() => {
              const now = performance.now();
              // What is changed in this frame's own callbacks is painted with it.
              if (had || changed) last = now;
              changed = false;
              if (now - last < quiet) return each();
              watch.disconnect();
              done(last - from);
            });
          });
        each();
      };
      addEventListener(kind, begin, { capture: true, once: true });
    });

  /** The same HTML set as text over the page: what the browser alone takes for it. @param {string} html @returns {Promise<number>} ms */
  const bareHtml = (html) =>
    new Promise((done) => {
      const main = document.querySelector('main');
      const box = document.createElement('main');
      box.className = main?.className ?? '';
      box.setAttribute('style', 'position:absolute;z-index:1000;inset:0 0 auto;background:#fff');
      document.body.append(box);
      requestAnimationFrame(() =>
        setTimeout(() => {
          frame((ms) => {
            box.remove();
            done(ms);
          });
          box.innerHTML = html;
        }),
      );
    });

  /** A still copy of the chart with nothing but a hover of its own, over the page. @param {boolean} on */
  function bareChart(on) {
    document.getElementById('bare-chart')?.remove();
    const chart = document.querySelector('main figure svg');
    if (!on || !chart) return;
    const box = document.createElement('div');
    box.id = 'bare-chart';
    const at = chart.getBoundingClientRect();
    box.setAttribute('style', `position:absolute;z-index:1000;left:${at.x}px;top:${at.y + scrollY}px;background:#fff`);
    const copy = /** @type {SVGElement} */ (chart.cloneNode(true));
    box.append(copy);
    document.body.append(box);
    let lit = /** @type {Element | null} */ (null);
    copy.addEventListener('pointermove', (e) => {
      const mark = e.target instanceof Element ? e.target.closest('[data-mark]') : null;
      if (mark === lit) return;
      lit?.removeAttribute('data-active');
      mark?.setAttribute('data-active', '');
      lit = mark;
    });
  }

  /** Scrolls by `by` pixels in each of `frames` frames. @param {Element} element @param {number} by @param {number} frames @returns {Promise<number[]>} ms between frames */
  const scroll = (element, by, frames) =>
    new Promise((done) => {
      const gaps = /** @type {number[]} */ ([]);
      let before = NaN;
      const each = (/** @type {number} */ now) => {
        if (!Number.isNaN(before)) gaps.push(now - before);
        before = now;
        element.scrollTop += by;
        if (gaps.length < frames) requestAnimationFrame(each);
        else done(gaps);
      };
      requestAnimationFrame(each);
    });

  /** As high a list of nothing, over the page. @param {Element} element */
  function bareList(element) {
    const box = document.createElement('div');
    box.setAttribute(
      'style',
      `position:fixed;z-index:1000;inset:100px auto auto 20px;width:${element.clientWidth}px;height:${element.clientHeight}px;overflow-y:scroll;contain:strict;background:#fff`,
    );
    const inner = document.createElement('div');
    inner.setAttribute('style', `height:${element.scrollHeight}px`);
    box.append(inner);
    document.body.append(box);
    return box;
  }

  Object.assign(globalThis, { probe: { answer, rest, bareHtml, bareChart, scroll, bareList } });
})();
