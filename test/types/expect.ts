/** Whether two types are the same, and not merely assignable to each other: `any` equals only `any`. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile for anything but `true`. */
export type Expect<Holds extends true> = Holds;

/** Whether a value of the first type can be used where the second is wanted. */
export type Assignable<From, To> = [From] extends [To] ? true : false;

/** A place for expectations; it does nothing when it runs. */
export function holds<_Expectations extends readonly true[]>(): void {}
