/** SHA-256 of a file's bytes: the name by which the record knows a source. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { SourceHash } from '../model/table';

/** Above this, the platform's digest would need the whole file in memory at once. */
const WHOLE = 256 * 2 ** 20;
const CHUNK = 8 * 2 ** 20;

/**
 * @returns the digest as lower-case hex. Uses the platform's `crypto.subtle` where there is one (it is absent on
 * plain-http intranet addresses) and the file fits, else hashes in chunks.
 */
export async function hashOf(blob: Blob): Promise<SourceHash> {
  if (globalThis.crypto?.subtle && blob.size <= WHOLE)
    return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
  return hashInChunks(blob);
}

/** The same digest, a chunk at a time. */
export async function hashInChunks(blob: Blob): Promise<SourceHash> {
  const hash = sha256.create();
  for (let at = 0; at < blob.size; at += CHUNK) hash.update(new Uint8Array(await blob.slice(at, at + CHUNK).arrayBuffer()));
  return bytesToHex(hash.digest());
}
