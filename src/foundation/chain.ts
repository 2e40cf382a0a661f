/**
 * Takes one out of a chained list 链表: `first` holds the head of each list, `next` what follows each member. `member` must be in the list
 * `list`; the links of others stay as they are.
 */
export function unlink(first: Int32Array, next: Int32Array, list: number, member: number): void {
  if (first[list] === member) {
    first[list] = next[member]!;
    return;
  }
  let before = first[list]!;
  while (next[before] !== member) before = next[before]!;
  next[before] = next[member]!;
}
