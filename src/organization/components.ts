/**
 * Strongly connected components 环 of a graph given by `next`: vertices that reach each other (cross-holdings 交叉持股) share a number. A component's number is
 * higher than those of all components it leads to. Tarjan's algorithm without recursion, linear.
 */
export function componentsOf(count: number, next: (at: number) => readonly { readonly owner: number }[]): Int32Array {
  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const at = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const path: number[] = [];
  let seen = 0;
  let components = 0;
  const enter = (v: number): void => {
    order[v] = low[v] = seen++;
    at[v] = 0;
    onStack[v] = 1;
    stack.push(v);
    path.push(v);
  };
  for (let root = 0; root < count; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const v = path.at(-1)!;
      const edges = next(v);
      if (at[v]! < edges.length) {
        const to = edges[at[v]!++]!.owner;
        if (order[to] === -1) enter(to);
        else if (onStack[to]) low[v] = Math.min(low[v]!, order[to]!);
        continue;
      }
      path.pop();
      if (path.length > 0) low[path.at(-1)!] = Math.min(low[path.at(-1)!]!, low[v]!);
      if (low[v] !== order[v]) continue;
      for (let w = -1; w !== v; ) {
        w = stack.pop()!;
        onStack[w] = 0;
        component[w] = components;
      }
      components += 1;
    }
  }
  return component;
}
