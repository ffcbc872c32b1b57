/** Up to which size a source is looked through whole when it is recognised: also the page asks. */

/** In bytes. */
export const SEEN_WHOLE = 4 << 20;
