import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { verifySignature } from '../signing.ts';
import { CoachDb } from './db.ts';
import { sign } from './keys.ts';

test('signs with one key that stays, whose private half cannot be read', async () => {
  const db = new CoachDb(`keys-${crypto.randomUUID()}`);
  const one = await sign(db, '甲');
  const two = await sign(db, '乙');
  expect(two.key).toBe(one.key);
  expect(await verifySignature(one.key, one.value, '甲')).toBe(true);
  expect(await verifySignature(one.key, one.value, '乙')).toBe(false);
  const pair = (await db.keys.get('signing'))?.pair;
  await expect(crypto.subtle.exportKey('pkcs8', pair?.privateKey as CryptoKey)).rejects.toThrow();
});

test('two exports at once end up with one key', async () => {
  const db = new CoachDb(`keys-${crypto.randomUUID()}`);
  const [one, two] = await Promise.all([sign(db, '甲'), sign(db, '甲')]);
  expect(two.key).toBe(one.key);
});
