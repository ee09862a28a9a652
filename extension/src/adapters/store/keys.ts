import type { ResultFile } from 'fixtures';
import { toBase64Url } from '../signing.ts';
import type { CoachDb } from './db.ts';

const ED25519 = 'Ed25519';

/** This browser's signing key, made when first asked for. The private half is not extractable. */
export async function signingKey(db: CoachDb): Promise<CryptoKeyPair> {
  const known = await db.keys.get('signing');
  if (known) return known.pair;
  const pair = await crypto.subtle.generateKey(ED25519, false, ['sign', 'verify']);
  // Another export may have made one meanwhile: the first stays.
  await db.transaction('rw', db.keys, async () => {
    if (!(await db.keys.get('signing'))) await db.keys.add({ id: 'signing', pair });
  });
  return (await db.keys.get('signing'))?.pair ?? pair;
}

/** Signs UTF-8 text with this browser's key. */
export async function sign(db: CoachDb, text: string): Promise<ResultFile['signature']> {
  const { privateKey, publicKey } = await signingKey(db);
  const [value, key] = await Promise.all([
    crypto.subtle.sign(ED25519, privateKey, new TextEncoder().encode(text)),
    crypto.subtle.exportKey('raw', publicKey),
  ]);
  return { alg: 'Ed25519', key: toBase64Url(new Uint8Array(key)), value: toBase64Url(new Uint8Array(value)) };
}
