// Numbers that come from elsewhere, to which the results have to agree: worked by hand, or published.
export const known = [
  { path: "closed.nps.estimate", value: 100 / 3, within: 1e-12 },
  // Wilson's interval of two of four, with z = 1.959963984540054.
  { path: "closed.csat.estimate", value: 0.5 },
  { path: "closed.csat.low", value: 0.150038989152149, within: 1e-14 },
  { path: "closed.csat.high", value: 0.849961010847851, within: 1e-14 },
  // 40 · 0.5 · 0.3 · 1.01 / (1.01 - 0.95).
  { path: "closed.simpleClv.estimate", value: 101, within: 1e-10 },
  // (1.96 · 100 / 5)^2 - 3, rounded up.
  { path: "closed.npsSampleSize", value: 1534 },
  // Fader and Hardie (2007), regular segment, and Fader, Hardie and Lee (2005), to the digits they print.
  { path: "fitted.sbg.parameters.alpha", value: 0.704, within: 0.0005 },
  { path: "fitted.sbg.parameters.beta", value: 1.182, within: 0.0005 },
  { path: "closed.published.0.estimate", value: 1.226, within: 0.0005 },
  { path: "exact.shares", value: ["34%", "33%", "33%"] },
  // Midnight of 1 March in Greenwich is February in Toronto.
  {
    path: "exact.months",
    value: [
      ["2024-01", 1],
      ["2024-02", 1],
    ],
  },
  { path: "exact.weeks", value: ["2024-W18", "2024-W18"] },
];
