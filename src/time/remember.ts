/**
 * Computes the value of an integer once and keeps it, in an array that spans the integers seen so far: a look-up
 * costs a subtraction, which a `Map` does not.
 */
export function remember<Value>(compute: (index: number) => Value): (index: number) => Value {
  let known: (Value | undefined)[] = [];
  let first = 0;
  return (index) => {
    const remembered = known[index - first];
    if (remembered !== undefined) return remembered;
    const value = compute(index);
    if (known.length === 0) first = index;
    if (index < first) {
      // Room for as many again, so that going backwards one by one does not copy every time.
      const room = Math.max(first - index, known.length);
      known = new Array<Value | undefined>(room).fill(undefined).concat(known);
      first -= room;
    }
    while (known.length < index - first) known.push(undefined);
    known[index - first] = value;
    return value;
  };
}
