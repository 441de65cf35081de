# BCa intervals of ratios from R's boot package, for test/reference/stats/totals.test.ts.
#
# boot.ci(type = "bca") with 199,999 resamples and the acceleration from the jackknife gives each end, and which order
# statistic it is. The range in which the end of a run with 9,999 resamples must lie is five standard deviations of the
# Monte-Carlo error of the share below the end wide, that of the bias correction and of R's own resamples included.
#
#     Rscript test/reference/stats/totals.R > test/reference/stats/fixtures/totals.json

library(boot)
set.seed(20240229)
RESAMPLES <- 199999

kinds <- list(
  list(name = "city", x = city$x, u = city$u, counts = rep(1, 10)),
  list(name = "bigcity", x = bigcity$x, u = bigcity$u, counts = rep(1, 49)),
  list(name = "six kinds", x = c(0, 1.7, 3.1, 0, 12.9, 25.3), u = c(10.3, 8.9, 4.1, 1.3, 20.7, 31.1),
       counts = c(40, 11, 7, 90, 5, 3)),
  list(name = "fifteen kinds", x = round(qexp(ppoints(15))^2, 3), u = round(1 + qexp(rev(ppoints(15))), 3),
       counts = c(1, 3, 2, 9, 4, 1, 1, 6, 2, 2, 3, 1, 5, 1, 1))
)
statistics <- list(
  ratio = function(x, u) sum(x) / sum(u),
  # Two ratios added, as rates of two days are.
  twoRatios = function(x, u) sum(x) / sum(u) + sum(x^2) / sum(x + u^2)
)
json <- function(v) paste0("[", paste(format(v, digits = 15, trim = TRUE, scientific = FALSE), collapse = ", "), "]")

range_of_end <- function(t, share, t0) {
  bias <- qnorm(mean(t < t0))
  z <- qnorm(share)
  z0_error <- sqrt(0.25 / 9999) / dnorm(bias)
  error <- sqrt(1 + 9999 / RESAMPLES) * sqrt(share * (1 - share) / 9999 + (2 * dnorm(z) * z0_error)^2)
  quantile(t, pmin(1, pmax(0, c(share - 5 * error, share + 5 * error))), names = FALSE)
}

rows <- c()
for (k in kinds) for (name in names(statistics)) {
  statistic <- statistics[[name]]
  data <- data.frame(x = rep(k$x, k$counts), u = rep(k$u, k$counts))
  b <- boot(data, function(d, i) statistic(d$x[i], d$u[i]), R = RESAMPLES)
  L <- empinf(b, type = "jack")
  n <- nrow(data)
  for (level in c(0.8, 0.95)) {
    bca <- boot.ci(b, conf = level, type = "bca", L = L)$bca
    t <- b$t[, 1]
    low <- range_of_end(t, bca[2] / (RESAMPLES + 1), b$t0)
    high <- range_of_end(t, bca[3] / (RESAMPLES + 1), b$t0)
    left_out <- sapply(seq_len(n), function(i) statistic(data$x[-i], data$u[-i]))
    se <- sqrt((n - 1) / n * sum((left_out - mean(left_out))^2))
    rows <- c(rows, sprintf(paste0('    { "name": "%s", "statistic": "%s", "x": %s, "u": %s, "counts": %s, "level": %s,',
      ' "standardError": %.15g, "ends": %s, "low": %s, "high": %s }'),
      k$name, name, json(k$x), json(k$u), json(k$counts), level, se, json(bca[4:5]), json(low), json(high)))
  }
}
cat(sprintf('{\n  "madeBy": "totals.R, %s, boot %s",\n  "cases": [\n%s\n  ]\n}\n',
  R.version.string, packageVersion("boot"), paste(rows, collapse = ",\n")))
