import { ces, csat, csatMean, easeShare, netEase, nps } from "../../../src/index.ts";
import { answersOn } from "../../support/answers.ts";
import { answerLaws } from "../../support/laws.ts";
import { contrastMethods, meanMethods, proportionMethods } from "../../support/methods.ts";

for (const method of contrastMethods) {
  answerLaws(`nps, ${method}`, answersOn(0, 10), (rows, level) => nps(rows, { level, method }), [-100, 100]);
  answerLaws(
    `netEase, ${method}`,
    answersOn(1, 7),
    (rows, level) => netEase(rows, { level, method }),
    [-100, 100],
  );
}

for (const method of proportionMethods) {
  answerLaws(`csat, ${method}`, answersOn(1, 5), (rows, level) => csat(rows, { level, method }), [0, 1]);
  answerLaws(
    `easeShare, ${method}`,
    answersOn(-3, 3),
    (rows, level) => easeShare(rows, { level, method, scale: [-3, 3], easy: [1, 3] }),
    [0, 1],
  );
}

for (const method of meanMethods) {
  // A bootstrap costs thousands of resamples.
  const runs = method === "bootstrap" ? 8 : 100;
  answerLaws(
    `csatMean, ${method}`,
    answersOn(1, 5),
    (rows, level) => csatMean(rows, { level, method }),
    [1, 5],
    runs,
  );
  answerLaws(`ces, ${method}`, answersOn(1, 7), (rows, level) => ces(rows, { level, method }), [1, 7], runs);
}
