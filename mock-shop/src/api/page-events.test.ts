import { expect, it } from 'vitest';
import { withoutPictures } from './page-events.ts';

it('a published record tells of uploaded pictures, and does not carry them', () => {
  const data = { pic_urls: [`data:image/jpeg;base64,${'A'.repeat(9000)}`, 'proof/box'], content: 'data:image 好' };
  expect(JSON.parse(JSON.stringify(data, withoutPictures))).toEqual({
    pic_urls: ['data:image/jpeg;length=9023', 'proof/box'],
    content: 'data:image 好',
  });
});
