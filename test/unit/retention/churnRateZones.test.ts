import { describe, expect, test } from "vitest";
import { churnRate } from "../../../src/index.ts";

/** Unit tests run under four host time zones, none of which may matter. */
const customer = (customerId: number, startedAt: string, endedAt?: string) => ({
  customerId,
  startedAt,
  endedAt: endedAt ?? null,
});

describe("a civil day begins and ends in the zone", () => {
  const rows = [
    customer(1, "2024-01-01T00:00:00Z", "2024-03-01T04:59:59.999Z"),
    customer(2, "2024-01-01T00:00:00Z", "2024-03-01T05:00:00Z"),
    customer(3, "2024-01-01T00:00:00Z", "2024-04-01T03:59:59.999Z"),
    customer(4, "2024-01-01T00:00:00Z", "2024-04-01T04:00:00Z"),
  ];
  // March in Toronto: from 05:00 UTC of the 1st to, after the clock change, 04:00 UTC of 1 April.
  test.each([
    ["America/Toronto", 2, 3],
    ["UTC", 2, 4],
    // In Kolkata March ends at 18:30 UTC of the 31st, and had begun at 18:30 UTC of 29 February.
    ["Asia/Kolkata", 2, 4],
  ])("%s", (timeZone, churned, atRisk) => {
    const record = churnRate(rows, { from: "2024-03-01", to: "2024-03-31", timeZone });
    expect(record).toMatchObject({ churned, atRisk });
  });

  test("a civil date in a row is the start of its day in the zone", () => {
    const day = [customer(1, "2024-01-01", "2024-03-10")];
    const at = (timeZone: string, from: string) =>
      churnRate(day, { from, to: "2024-03-31T00:00:00Z", timeZone }).churned;
    expect(at("America/New_York", "2024-03-10T05:00:00Z")).toBe(1);
    expect(at("America/New_York", "2024-03-10T05:00:00.001Z")).toBe(0);
    expect(at("UTC", "2024-03-10T00:00:00.001Z")).toBe(0);
  });
});

describe("daily rates count the zone's days", () => {
  const daily = (rows: readonly ReturnType<typeof customer>[], from: string, to: string, timeZone: string) =>
    churnRate(rows, { from, to, timeZone, convention: "daily" });

  test("a day of 23 hours: 10 March 2024 in New York, from 05:00 to 04:00 UTC", () => {
    const rows = [
      customer(1, "2024-01-01"),
      customer(2, "2024-01-01", "2024-03-10T05:00:00Z"),
      customer(3, "2024-01-01", "2024-03-11T03:59:59Z"),
      customer(4, "2024-01-01", "2024-03-11T04:00:00Z"),
      // Joined on the 10th: there at the start of the 11th.
      customer(5, "2024-03-10T05:00:00Z"),
    ];
    // 10th: 2 of 1, 2, 3 and 4 leave; 11th: 1 of 1, 4 and 5.
    const record = daily(rows, "2024-03-10", "2024-03-11", "America/New_York");
    expect(record.estimate).toBe(2 / 4 + 1 / 3);
    // By UTC days 2 leaves on the 10th, 3 and 4 on the 11th, at whose start 5 is there, too.
    expect(daily(rows, "2024-03-10", "2024-03-11", "UTC").estimate).toBe(1 / 4 + 2 / 4);
  });

  test("a day of 25 hours: 3 November 2024 in New York, from 04:00 to 05:00 UTC", () => {
    const rows = [
      customer(1, "2024-01-01"),
      customer(2, "2024-01-01", "2024-11-04T04:30:00Z"),
      customer(3, "2024-01-01", "2024-11-04T05:00:00Z"),
    ];
    expect(daily(rows, "2024-11-03", "2024-11-04", "America/New_York").estimate).toBe(1 / 3 + 1 / 2);
  });

  test("a day without midnight: 4 November 2018 in São Paulo starts at 01:00, 03:00 UTC", () => {
    const rows = [
      customer(1, "2018-01-01"),
      customer(2, "2018-01-01", "2018-11-04T02:59:59Z"),
      customer(3, "2018-01-01", "2018-11-04T03:00:00Z"),
    ];
    expect(daily(rows, "2018-11-03", "2018-11-04", "America/Sao_Paulo").estimate).toBe(1 / 3 + 1 / 2);
  });

  test("a day that does not exist: Apia went from 29 to 31 December 2011", () => {
    // The 31st began at 10:00 UTC of the 30th. Who left before is a loss of the 29th.
    const rows = [
      customer(1, "2011-01-01"),
      customer(2, "2011-01-01", "2011-12-30T09:59:59Z"),
      customer(3, "2011-01-01", "2011-12-30T10:00:00Z"),
    ];
    expect(daily(rows, "2011-12-29", "2011-12-31", "Pacific/Apia").estimate).toBe(1 / 3 + 1 / 2);
    expect(daily(rows, "2011-12-30", "2011-12-31", "Pacific/Apia").estimate).toBe(1 / 2);
  });

  test("the first and the last days there are", () => {
    const rows = [customer(1, "0001-01-01", "9999-12-31"), customer(2, "0001-01-01")];
    for (const timeZone of ["Pacific/Apia", "America/New_York"])
      expect(daily(rows, "0001-01-02", "9999-12-31", timeZone).estimate).toBe(1 / 2);
  });
});
