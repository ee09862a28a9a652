import { expect, it } from 'vitest';
import { uuid } from './uuid.ts';

it('makes different version 4 UUIDs', () => {
  const many = Array.from({ length: 1000 }, uuid);
  expect(new Set(many).size).toBe(1000);
  for (const one of many) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
