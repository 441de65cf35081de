import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Answer,
  ces,
  cesDifference,
  csat,
  csatDifference,
  csatMean,
  type DifferenceEstimate,
  type Estimate,
  easeShare,
  netEase,
  nps,
  npsDifference,
  npsSampleSize,
  responseRate,
  type ScoreTally,
  tallyScores,
} from "../../../src/index.ts";
import { answersOn } from "../../support/answers.ts";
import { contrastMethods, proportionMethods } from "../../support/methods.ts";

/** Replaces every score by its mirror image on the scale. */
function mirror(answers: readonly Answer[], sum: number): Answer[] {
  const flip = (score: number | null | undefined): number | null | undefined =>
    typeof score === "number" ? sum - score : score;
  return answers.map((answer) =>
    typeof answer === "object" && answer !== null ? { ...answer, score: flip(answer.score) } : flip(answer),
  );
}

/** b is a with its sign, or its place on the scale, turned around: x becomes `sum - x`. */
function expectMirrored(a: Estimate, b: Estimate, sum: number): void {
  const ends = [
    [a.estimate, b.estimate],
    [a.low, b.high],
    [a.high, b.low],
  ] as const;
  for (const [x, y] of ends) {
    if (x === null || y === null) expect([x, y]).toEqual([null, null]);
    else expect(y).toBeCloseTo(sum - x, 9);
  }
}

test("nps: swapping promoters and detractors turns the sign", () => {
  // Scores are mapped so that detractors become promoters and the other way round.
  const swapped = (score: number): number => (score >= 9 ? 0 : score >= 7 ? score : 10);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 })), (scores) => {
      for (const method of contrastMethods)
        expectMirrored(nps(scores, { method }), nps(scores.map(swapped), { method }), 0);
    }),
  );
});

test("netEase: mirroring the scale and the ranges turns the sign", () => {
  fc.assert(
    fc.property(answersOn(1, 7), (answers) => {
      const there = netEase(answers, { easy: [6, 7], difficult: [1, 3] });
      const back = netEase(mirror(answers, 8), { easy: [5, 7], difficult: [1, 2] });
      expectMirrored(there, back, 0);
    }),
  );
});

test("csat: the share satisfied and the share not satisfied add to one", () => {
  fc.assert(
    fc.property(answersOn(1, 5), fc.integer({ min: 2, max: 5 }), (answers, satisfiedFrom) => {
      for (const method of proportionMethods) {
        const satisfied = csat(answers, { satisfiedFrom, method });
        const rest = csat(mirror(answers, 6), { satisfiedFrom: 7 - satisfiedFrom, method });
        expectMirrored(satisfied, rest, 1);
      }
    }),
  );
});

test("easeShare: easy and not easy add to one", () => {
  fc.assert(
    fc.property(answersOn(1, 7), (answers) => {
      expectMirrored(easeShare(answers, { easy: [5, 7] }), easeShare(answers, { easy: [1, 4] }), 1);
    }),
  );
});

test("csatMean and ces: mirroring the scale mirrors the mean", () => {
  fc.assert(
    fc.property(answersOn(1, 7), (answers) => {
      expectMirrored(
        csatMean(answers, { scale: [1, 7] }),
        csatMean(mirror(answers, 8), { scale: [1, 7] }),
        8,
      );
      expectMirrored(ces(answers), ces(mirror(answers, 8)), 8);
    }),
  );
});

test("responseRate: those who did not complete are the rest", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (completed, others) => {
      const invited = completed + others;
      const rest = responseRate({ completed: others, invited });
      expectMirrored(responseRate({ completed, invited }), rest, 1);
    }),
  );
});

test("differences: swapping the groups turns the sign and keeps the p-value", () => {
  const swap = <T>(compute: (a: T, b: T) => DifferenceEstimate, a: T, b: T): void => {
    const there = compute(a, b);
    const back = compute(b, a);
    expectMirrored(there, back, 0);
    if (there.pValue === null) expect(back.pValue).toBeNull();
    else expect(back.pValue).toBeCloseTo(there.pValue, 9);
  };
  fc.assert(
    fc.property(answersOn(0, 10), answersOn(0, 10), (a, b) => {
      swap(npsDifference, nps(a), nps(b));
      const scale = [0, 10] as const;
      swap(csatDifference, csat(a, { scale, satisfiedFrom: 8 }), csat(b, { scale, satisfiedFrom: 8 }));
      swap(cesDifference, ces(a, { scale }), ces(b, { scale }));
    }),
    { numRuns: 50 },
  );
});

test("npsSampleSize: the adjusted Wald interval of that many answers has the margin asked for", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 30, noNaN: true }), (marginOfError) => {
      // With half promoters and half detractors the variance is 1, and the imaginary answers only lower it.
      const half = Math.ceil(npsSampleSize({ marginOfError }) / 2);
      const scores = [
        { score: 10, count: half },
        { score: 0, count: half },
      ];
      const { low, high } = nps(scores, { method: "adjustedWald" });
      expect(((high ?? 0) - (low ?? 0)) / 2).toBeLessThanOrEqual(marginOfError);
    }),
  );
});

test("tallyScores: folding chunks equals tallying everything at once", () => {
  fc.assert(
    fc.property(fc.array(answersOn(0, 10, 10), { maxLength: 5 }), (chunks) => {
      let folded: ScoreTally[] = [];
      for (const chunk of chunks) folded = tallyScores([...folded, ...chunk]);
      expect(folded).toEqual(tallyScores(chunks.flat()));
    }),
  );
});
