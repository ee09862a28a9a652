import type { Params } from './params.ts';

export const SIGN_METHODS = ['md5', 'hmac', 'hmac-sha256'] as const;
export type SignMethod = (typeof SIGN_METHODS)[number];

/**
 * TOP's signature: keys sorted, key and value joined, without `sign`; md5 wraps it in the secret, the
 * others are HMACs; upper-case hexadecimal. Hashes come from a library because WebCrypto has no MD5
 * and is absent over plain http.
 */
export async function signature(params: Params, secret: string, method: SignMethod): Promise<string> {
  const [{ hmac }, { md5 }, { sha256 }, { bytesToHex, utf8ToBytes }] = await Promise.all([
    import('@noble/hashes/hmac.js'),
    import('@noble/hashes/legacy.js'),
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ]);
  const text = [...params]
    .filter(([name]) => name !== 'sign')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => name + value)
    .join('');
  const key = utf8ToBytes(secret);
  const sum = (): Uint8Array => {
    if (method === 'md5') return md5(utf8ToBytes(secret + text + secret));
    return hmac(method === 'hmac' ? md5 : sha256, key, utf8ToBytes(text));
  };
  return bytesToHex(sum()).toUpperCase();
}
