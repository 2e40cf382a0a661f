import { expect, it } from 'vitest';
import { inBreaths, inOneGo, type Steps } from '#src/foundation/breath.ts';

/** Work of so many steps that each take longer than a breath. */
function* hard(steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    for (const begun = performance.now(); performance.now() - begun < 15; );
    yield;
  }
  return steps;
}

/** How many turns others had until some work was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, going] = [0, true];
  const turn = () => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  going = false;
  return turns;
}

it('long work gives others their turn after each of its long steps', async () => {
  let came = 0;
  const turns = await turnsDuring(async () => {
    came = await inBreaths(hard(6));
  });
  expect(came).toBe(6);
  expect(turns).toBeGreaterThanOrEqual(6);
});

it('short work is done without a pause, and so is work in one go', async () => {
  function* easy(): Steps<string> {
    yield;
    return 'done';
  }
  expect(await turnsDuring(() => inBreaths(easy()))).toBe(0);
  expect(inOneGo(hard(2))).toBe(2);
});

it('what goes wrong in it is told', async () => {
  function* broken(): Steps<never> {
    yield;
    throw new Error('broke');
  }
  await expect(inBreaths(broken())).rejects.toThrow('broke');
});
