# Stripe's and the daily churn rate with BCa intervals, for test/reference/retention/churn.test.ts.
#
# Subscriptions are whole days from 1 March 2024 on, of a period of 31 days. The rates are counted day by day, customers
# resampled by boot() 99,999 times; the ends are BCa (Efron 1987) with the acceleration of the jackknife and, since the
# rates take few values, ties counting half in the bias correction, as in bootstrap.py. The range in which the end of a
# run with 9,999 resamples must lie is five standard deviations of the Monte-Carlo error of the share below the end wide.
#
#     Rscript test/reference/retention/churn.R > test/reference/retention/fixtures/churn.json

library(boot)
set.seed(20240331)
RESAMPLES <- 99999
DAYS <- 31

subscriptions_of <- function(n, leave, back) {
  start <- sample(-200:(DAYS - 1), n, replace = TRUE)
  end <- start + 1 + rgeom(n, leave)
  rows <- data.frame(id = seq_len(n), start = start, end = end)
  again <- rows[runif(n) < back, ]
  again$start <- again$end + 2 + rgeom(nrow(again), 0.2)
  again$end <- again$start + 1 + rgeom(nrow(again), leave)
  rbind(rows, again)
}

# Per customer: there just before day d, for d = 0 to DAYS; a column each.
presence <- function(s) t(sapply(sort(unique(s$id)), function(id) {
  own <- s[s$id == id, ]
  sapply(0:DAYS, function(d) any(own$start < d & d <= own$end))
}))
stripe_parts <- function(s) t(sapply(sort(unique(s$id)), function(id) {
  own <- s[s$id == id, ]
  left <- sum(own$end >= 0 & own$end < DAYS)
  risk <- any(own$start < 0 & 0 <= own$end) || (min(own$start) >= 0 && min(own$start) < DAYS)
  c(left, risk)
}))
rates <- list(
  stripe = list(parts = stripe_parts, rate = function(m) sum(m[, 1]) / sum(m[, 2]), part = function(m) rowSums(m) > 0),
  daily = list(parts = presence, part = function(m) rowSums(m[, 1:DAYS]) > 0, rate = function(m) {
    there <- colSums(m[, 1:DAYS])
    lost <- colSums(m[, 1:DAYS] & !m[, 2:(DAYS + 1)])
    sum(ifelse(there > 0, lost / there, 0))
  })
)
bca <- function(t, t0, left_out, level) {
  u <- mean(left_out) - left_out
  a <- sum(u^3) / (6 * sum(u^2)^1.5)
  bias <- qnorm(mean(t < t0) + mean(t == t0) / 2)
  unlist(lapply(qnorm(c((1 - level) / 2, (1 + level) / 2)), function(z) {
    adjusted <- bias + (bias + z) / (1 - a * (bias + z))
    share <- pnorm(adjusted)
    z0_error <- sqrt(0.25 / 9999) / dnorm(bias)
    error <- sqrt(1 + 9999 / RESAMPLES) * sqrt(share * (1 - share) / 9999 + (2 * dnorm(adjusted) * z0_error)^2)
    quantile(t, pmin(1, pmax(0, share + c(-5, 5) * error)), names = FALSE, type = 1)
  }))
}
json <- function(v) paste0("[", paste(format(v, digits = 15, trim = TRUE), collapse = ", "), "]")

rows <- c()
for (case in list(c(30, 0.01, 0.3), c(80, 0.03, 0.6), c(200, 0.004, 0.2))) {
  s <- subscriptions_of(case[1], case[2], case[3])
  for (convention in names(rates)) {
    r <- rates[[convention]]
    m <- r$parts(s)
    m <- m[r$part(m), , drop = FALSE]
    n <- nrow(m)
    left_out <- sapply(seq_len(n), function(i) r$rate(m[-i, , drop = FALSE]))
    b <- boot(m, function(d, i) r$rate(d[i, , drop = FALSE]), R = RESAMPLES)
    se <- sqrt((n - 1) / n * sum((left_out - mean(left_out))^2))
    for (level in c(0.8, 0.95)) {
      range <- bca(b$t[, 1], b$t0, left_out, level)
      rows <- c(rows, sprintf(paste0('    { "convention": "%s", "level": %s, "estimate": %.15g, "standardError": %.15g,',
        ' "low": %s, "high": %s,\n      "id": %s, "start": %s, "end": %s }'), convention, level, b$t0, se,
        json(range[1:2]), json(range[3:4]), json(s$id), json(s$start), json(s$end)))
    }
  }
}
cat(sprintf('{\n  "madeBy": "churn.R, %s, boot %s",\n  "cases": [\n%s\n  ]\n}\n',
  R.version.string, packageVersion("boot"), paste(rows, collapse = ",\n")))
