/** Long lists are drawn piece by piece: what stands at the end of a piece asks for the next before it comes into view. */

/** An attachment that calls once when its element is within a screen or so of the view. */
export const near =
  (more: () => void) =>
  (element: Element): (() => void) => {
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: '800px' });
    watch.observe(element);
    return () => watch.disconnect();
  };
