import fc from "fast-check";
import { movementsChart } from "../../../src/charts/index.ts";
import { calendarMonths, mrrMovements } from "../../../src/index.ts";
import { chartLaws } from "../../support/chartLaws.ts";

const subscriptions = fc.array(
  fc.record({ customerId: fc.nat(5), startedAt: fc.integer({ min: 0, max: 1000 }), mrr: fc.nat(1e6) }),
  { maxLength: 12 },
);
const movements = subscriptions.map((rows) =>
  mrrMovements(
    rows.map((row) => ({ ...row, startedAt: new Date(1.7e12 + 864e5 * row.startedAt) })),
    { bucket: calendarMonths() },
  ),
);

chartLaws("movementsChart", movements, movementsChart, {
  numbers: (rows) =>
    rows.flatMap((row) => [row.new, row.expansion, 0 - row.contraction, row.closing - row.opening]),
});
