// Rows that every runtime computes from: made here, with no generator but the four arithmetic operations and log.

/** The minimal standard generator of Park and Miller (1988), from 0 to 1. */
function uniforms(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Two hundred customers of a shop, each with a rhythm of their own. */
function makeOrders() {
  const uniform = uniforms(7);
  return Array.from({ length: 200 }, (_, customerId) => {
    const bought = [];
    const leaves = uniform() ** 2;
    for (let day = 200 * uniform(); day < 500; day += 60 * uniform() * -Math.log(uniform())) {
      const at = new Date(Date.UTC(2023, 0, 1 + Math.floor(day))).toISOString().slice(0, 10);
      bought.push({ customerId, at, amount: 10 + (customerId % 7) + Math.round(500 * uniform()) / 100 });
      if (uniform() < leaves) break;
    }
    return bought;
  }).flat();
}

function makeAnswers() {
  const uniform = uniforms(11);
  return Array.from({ length: 300 }, (_, index) => ({
    channel: ["web", "phone", "<b>app</b>"][index % 3],
    score: uniform() < 0.1 ? null : Math.floor(11 * Math.sqrt(uniform())),
    at: new Date(Date.UTC(2024, 0, 1) + 9_999_999 * 1000 * uniform()),
  }));
}

function makeSubscriptions() {
  const uniform = uniforms(13);
  const day = 86_400_000;
  return Array.from({ length: 120 }, (_, index) => {
    const startedAt = Date.UTC(2024, 0, 1) + Math.floor(200 * uniform()) * day;
    const endedAt = startedAt + Math.ceil(300 * uniform()) * day;
    const leaves = endedAt < Date.UTC(2024, 11, 31);
    return {
      customerId: index % 2 === 0 ? index : `${index}`,
      plan: index % 3 === 0 ? "yearly" : "monthly",
      seats: 1 + (index % 5),
      startedAt: new Date(startedAt),
      endedAt: leaves ? new Date(endedAt) : null,
      mrr: 1000 * (1 + (index % 5)),
    };
  });
}

export const orders = makeOrders();
export const answers = makeAnswers();
export const subscriptions = makeSubscriptions();

/** The regular segment of Fader and Hardie (2007): how many of 1,000 customers leave in each of seven years. */
export const contracts = [
  ...[369, 163, 86, 56, 37, 27, 21].map((count, year) => ({ duration: year + 1, churned: true, count })),
  { duration: 7, churned: false, count: 241 },
];
