import type { Verify } from '../core/log/regrade.ts';

/** Bytes to base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** The reverse; null where the text is no base64url. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text)) return null;
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
}

/** Ed25519 by WebCrypto, in browsers and Node alike; anything malformed counts as a wrong signature. */
export const verifySignature: Verify = async (key, signature, text) => {
  try {
    const raw = fromBase64Url(key);
    const value = fromBase64Url(signature);
    if (!raw || !value) return false;
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, value, new TextEncoder().encode(text));
  } catch {
    return false;
  }
};
