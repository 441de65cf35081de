import { scoreChart } from "../../../src/charts/scoreChart.ts";
import { type Answer, tallyScores } from "../../../src/index.ts";
import { answersOn } from "../../support/answers.ts";
import { chartLaws } from "../../support/chartLaws.ts";

/** The counts of the scores, which are there unless nobody answered. */
function countsOf(answers: readonly Answer[]): number[] {
  return tallyScores(answers).flatMap(({ score, count }) => (score === null ? [] : [count]));
}

chartLaws("scoreChart", answersOn(0, 10), scoreChart, {
  numbers: countsOf,
  reordered: (answers) => [...answers].reverse(),
});
chartLaws(
  "scoreChart of the satisfied",
  answersOn(1, 7),
  (answers, options) => scoreChart(answers, { ...options, bands: "satisfied", scale: [1, 7] }),
  { numbers: countsOf, reordered: (answers) => [...answers].reverse() },
);
