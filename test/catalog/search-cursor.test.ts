import { describe, expect, it } from 'vitest';
import { cursorOf, hitPlaceOf, titlePlaceOf } from '../../src/catalog/search-cursor.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('cursors', () => {
  it('lead back to their place', () => {
    const hit = { score: 1.2992373704910278, id: 'Dataset:FR01', relaxed: true };
    expect(hitPlaceOf(cursorOf(hit))).toEqual(hit);
    const title = { title: '企业登记', id: 'Dataset:FR01' };
    expect(titlePlaceOf(cursorOf(title))).toEqual(title);
    expect(cursorOf(title)).toMatch(/^[\w-]+$/);
  });

  it.each(['', '!', 'null', encoded({}), encoded([]), encoded([1]), encoded([1, 'a', true, 2]), encoded(['a', 1])])(
    'are refused: %j',
    (cursor) => {
      expect(() => hitPlaceOf(cursor)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
      expect(() => titlePlaceOf(cursor)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
    },
  );

  it('of one list are none of the other', () => {
    expect(() => hitPlaceOf(encoded(['a', 'b']))).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
    expect(() => titlePlaceOf(encoded([1, 'b', false]))).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
