/** Workers under a content policy that asks for Trusted Types: only addresses of our own become workers. */

/** As much of `window.trustedTypes` as is used; no browser type of it comes with TypeScript. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL };
}

/** @throws TypeError for an address that is neither of our origin nor a blob this page made. */
function own(url: string): string {
  const { origin, protocol } = new URL(url, location.href);
  // A page opened as a file has the opaque origin `null`, which proves nothing: there only blobs are ours.
  if (protocol !== 'blob:' && (origin === 'null' || origin !== location.origin)) throw new TypeError(`not our own: ${url}`);
  return url;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
// A name can be given to one policy only, so it is made once, here.
const policy = factory?.createPolicy('kaoping-worker', { createScriptURL: own });

/** Starts a classic worker from an address of our own or a blob. */
export const trustedWorker = (url: string): Worker => new Worker(policy ? policy.createScriptURL(url) : own(url));
