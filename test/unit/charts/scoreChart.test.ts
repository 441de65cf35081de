import { describe, expect, test } from "vitest";
import { scoreChart } from "../../../src/charts/scoreChart.ts";
import { csat, formatEstimate, nps, tallyScores } from "../../../src/index.ts";
import { expectChart, textsOf, valuesOf } from "../../support/charts.ts";

const answers = [10, 9, 9, 8, 7, 3, null, { score: 10, count: 2 }];

describe("scoreChart", () => {
  test("shows how often each score was given, and the three bands", async () => {
    const spec = scoreChart(answers);
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Detractors", "Passives", "Promoters"]));
    expect(texts).toEqual(expect.arrayContaining(["12.5%", "25%", "62.5%", "(1)", "(2)", "(5)"]));
    expect(texts).toContain("n = 8, 1 unanswered");
    expect(valuesOf(spec).map(({ count }) => count)).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3]);
    expect(valuesOf(spec)[10]).toMatchObject({ score: 10, band: "Promoters", share: 3 / 8 });
  });
  test("does not round a share to another one than the metric has", () => {
    const five = [5, 5, 4, 4, 4, 3, 1, 1];
    expect(formatEstimate(csat(five), { digits: 1 })).toContain("62.5%");
    expect(scoreChart(five, { bands: "satisfied" }).description).toContain("Satisfied 62.5% (5)");
  });
  test("draws a tally as the answers, and leaves out nothing of the scale", () => {
    expect(scoreChart(tallyScores(answers))).toEqual(scoreChart(answers));
    expect(valuesOf(scoreChart([9]))).toHaveLength(11);
  });
  test("shows the satisfied and the others on any scale", async () => {
    const spec = scoreChart([5, 4, 3, 1, null], { bands: "satisfied", theme: "dark" });
    const texts = textsOf(await expectChart(spec));
    expect(texts).toEqual(expect.arrayContaining(["Not satisfied", "Satisfied", "50%", "(2)"]));
    expect(valuesOf(spec).map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
    const seven = scoreChart([7, 1], { bands: "satisfied", scale: [1, 7], satisfiedFrom: 7, width: 320 });
    expect(
      valuesOf(seven)
        .map(({ band }) => band)
        .lastIndexOf("Not satisfied"),
    ).toBe(5);
    await expectChart(seven);
  });
  test("has a bar for each score of a long scale, up to 100 apart", async () => {
    const options = { bands: "satisfied", scale: [-50, 50], satisfiedFrom: 26 } as const;
    const long = Array.from({ length: 101 }, (_, index) => index - 50);
    const spec = scoreChart(long, options);
    await expectChart(spec);
    expect(valuesOf(spec).map(({ score }) => score)).toEqual(long);
    expect(spec.description).toContain(`Satisfied 24.8% (${csat(long, options).satisfied})`);
  });
  test("counts many answers", async () => {
    const many = Uint8Array.from({ length: 100_000 }, (_, index) => index % 11);
    await expectChart(scoreChart(many));
    expect(valuesOf(scoreChart(many))[0]).toMatchObject({ count: 9091 });
  });
  test("cuts every scale where csat cuts it, and refuses those that csat refuses", () => {
    for (let max = 1; max <= 12; max++) {
      const scale = [0, max] as const;
      const draw = () => scoreChart([0], { bands: "satisfied", scale });
      if (max === 1 || (max > 6 && max !== 9)) {
        expect(() => csat([0], { scale })).toThrow("satisfiedFrom");
        expect(draw).toThrow("satisfiedFrom");
      } else {
        const first = valuesOf(draw()).find(({ band }) => band === "Satisfied");
        expect(first?.score).toBe(csat([0], { scale }).satisfiedFrom);
      }
    }
    for (const scale of [[5, 1], [1], [0, 101], [0.5, 2]])
      expect(() => scoreChart([1], { bands: "satisfied", scale: scale as never })).toThrow(
        "Cannot draw scoreChart: scale must be [min, max], two integers",
      );
  });
  test("says that nobody answered", async () => {
    for (const none of [[], [null, null]])
      expect(textsOf(await expectChart(scoreChart(none)))).toContain("There is nothing to show.");
  });
  test("reads each row once", () => {
    let reads = 0;
    const row = {
      get score() {
        reads += 1;
        return 9;
      },
    };
    scoreChart([row][Symbol.iterator]() as Iterable<typeof row>);
    expect(reads).toBe(1);
  });
  test("refuses what it cannot draw", () => {
    const task = "Cannot draw scoreChart: ";
    expect(() => scoreChart([10, 11])).toThrow(
      `${task}answers[1] must have a score from 0 to 10, or null, received 11`,
    );
    expect(() => scoreChart([10, "9" as never])).toThrow("answers[1] must have a score");
    expect(() => scoreChart(nps([1]) as never)).toThrow("answers must be an iterable of rows");
    expect(() => scoreChart([{ rating: 9 } as never])).toThrow("answers[0] must have a score");
    expect(() => scoreChart([{ score: 9, count: 0.5 }])).toThrow(
      "answers[0].count must be an integer from 1",
    );
    expect(() => scoreChart([1], { scale: [1, 5] })).toThrow(
      `${task}scale must be left out unless bands is "satisfied"`,
    );
    expect(() => scoreChart([1], { satisfiedFrom: 4 })).toThrow("satisfiedFrom must be left out unless");
    expect(() => scoreChart([1], { bands: "csat" as never })).toThrow("bands must be one of nps, satisfied");
    const odd = { bands: "satisfied", scale: [0, 10] } as const;
    expect(() => scoreChart([1], odd)).toThrow(
      `${task}satisfiedFrom must be an integer from 1 to 10 on this scale`,
    );
    expect(() => scoreChart([1], { band: "nps" } as never)).toThrow("option must be one of theme,");
  });
});
