/**
 * The supporters who first gave to a nonprofit organization in 1995, and their donations of 1996 to 2001, once a year at
 * most: x, tx and how many supporters, from Fader, Hardie & Shang (2010). Then P(alive in 2002) and the expected
 * donations of 2002 to 2006 at the published parameters, by R's BTYD.
 */
const TABLE: readonly (readonly [x: number, tx: number, count: number, alive: number, expected: number])[] = [
  [0, 0, 3464, 0.1081371, 0.0728651],
  [1, 1, 1091, 0.0694635, 0.0856975],
  [1, 2, 277, 0.2547159, 0.3142447],
  [2, 2, 613, 0.0664158, 0.1191228],
  [1, 3, 129, 0.4813632, 0.5938609],
  [2, 3, 255, 0.2989091, 0.5361207],
  [3, 3, 322, 0.0950072, 0.2235971],
  [1, 4, 78, 0.6803898, 0.8394012],
  [2, 4, 155, 0.5896634, 1.0576153],
  [3, 4, 181, 0.4395993, 1.0345866],
  [4, 4, 240, 0.2001802, 0.5831973],
  [1, 5, 119, 0.8281473, 1.0216906],
  [2, 5, 173, 0.8045588, 1.4430498],
  [3, 5, 225, 0.7668302, 1.8047166],
  [4, 5, 284, 0.6968045, 2.0300431],
  [5, 5, 335, 0.5219776, 1.8129569],
  [1, 6, 129, 0.9304351, 1.1478837],
  [2, 6, 234, 0.9304351, 1.6688203],
  [3, 6, 357, 0.9304351, 2.1897569],
  [4, 6, 512, 0.9304351, 2.7106934],
  [5, 6, 728, 0.9304351, 3.23163],
  [6, 6, 1203, 0.9304351, 3.7525666],
];

/** The donors as rows. */
export const DONORS: readonly {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
  readonly count: number;
}[] = TABLE.map(([frequency, recency, count]) => ({ frequency, recency, age: 6, count }));

/** What to expect of them. */
export const PREDICTED: readonly {
  readonly x: number;
  readonly tx: number;
  readonly alive: number;
  readonly expected: number;
}[] = TABLE.map(([x, tx, , alive, expected]) => ({ x, tx, alive, expected }));
