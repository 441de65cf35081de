# Curves, limits, quantiles, restricted means, cumulative hazards and clustered standard errors from R's survival,
# for the tests beside this script.
#
#     Rscript test/reference/survival/curves.R test/reference/survival/fixtures

library(survival)
folder <- commandArgs(trailingOnly = TRUE)[1]
made_by <- sprintf('"curves.R, %s, survival %s"', R.version.string, packageVersion("survival"))
number <- function(x) ifelse(is.na(x), "null", sprintf("%.16g", x))
list_of <- function(x) paste0("[", paste(number(as.numeric(x)), collapse = ","), "]")
record <- function(...) {
  x <- list(...)
  paste0("{", paste(sprintf('"%s": %s', names(x), unlist(x)), collapse = ", "), "}")
}
save <- function(name, cases)
  cat(sprintf('{\n"madeBy": %s,\n"cases": [\n%s\n]\n}\n', made_by, paste(cases, collapse = ",\n")),
    file = file.path(folder, name))
rows_of <- function(d) list(entry = list_of(d$entry), duration = list_of(d$time), churned = list_of(d$status))
types <- c(logLog = "log-log", log = "log", plain = "plain")
fit_of <- function(d, type) {
  if (any(d$entry > 0)) survfit(Surv(entry, time, status) ~ 1, d, conf.type = type)
  else survfit(Surv(time, status) ~ 1, d, conf.type = type)
}
data_of <- function(time, status, entry = 0) data.frame(entry = entry, time = time, status = as.integer(status))

maintained <- subset(aml, x == "Maintained")
others <- subset(aml, x != "Maintained")
sets <- list(
  "aml, maintained" = data_of(maintained$time, maintained$status),
  "aml, not maintained" = data_of(others$time, others$status),
  lung = data_of(lung$time, lung$status == 2),
  veteran = data_of(veteran$time, veteran$status),
  ovarian = data_of(ovarian$futime, ovarian$fustat),
  heart = data_of(heart$stop, heart$event, heart$start),
  pbc = data_of(pbc$time, pbc$status == 2)
)

# Whole curves, with the limits of three methods.
probs <- c(0.1, 0.25, 0.5, 0.75, 0.9)
curve <- function(name, d) {
  fits <- lapply(types, function(type) fit_of(d, type))
  f <- fits[[1]]
  keep <- f$n.event + f$n.censor > 0
  limits <- lapply(setNames(nm = names(types)), function(m) {
    q <- quantile(fits[[m]], probs)
    record(low = list_of(fits[[m]]$lower[keep]), high = list_of(fits[[m]]$upper[keep]),
      quantiles = list_of(q$quantile), quantileLow = list_of(q$lower), quantileHigh = list_of(q$upper))
  })
  horizons <- round(max(d$time) * c(0.2, 0.5, 0.9, 1))
  means <- sapply(horizons, function(h) summary(f, rmean = h)$table[c("rmean", "se(rmean)")])
  do.call(record, c(name = sprintf('"%s"', name), rows_of(d), time = list_of(f$time[keep]),
    atRisk = list_of(f$n.risk[keep]), events = list_of(f$n.event[keep]), censored = list_of(f$n.censor[keep]), survival = list_of(f$surv[keep]),
    standardError = list_of((f$surv * f$std.err)[keep]), cumulativeHazard = list_of(f$cumhaz[keep]),
    hazardError = list_of(f$std.chaz[keep]), horizons = list_of(horizons), means = list_of(means[1, ]),
    meanErrors = list_of(means[2, ]), limits))
}
save("curves.json", mapply(curve, names(sets), sets))

# Quantiles of small samples, full of ties and of stretches at exactly the share asked for.
# With late entry a lower limit may rise again. R then gives another crossing than the first one, so such samples are
# left out; the unit tests have one.
set.seed(20)
small <- lapply(1:120, function(i) {
  n <- sample(2:12, 1)
  entry <- if (i %% 4 == 0) c(0, 0, sample(0:2, n - 2, TRUE)) else rep(0, n)
  data_of(entry + sample(1:6, n, TRUE), rbinom(n, 1, if (i %% 3 == 0) 1 else 0.6), entry)
})
rises <- function(d) any(sapply(types, function(type) any(diff(fit_of(d, type)$lower) > 1e-12, na.rm = TRUE)))
small <- Filter(Negate(rises), small)
quantiles <- function(d) {
  limits <- lapply(setNames(nm = names(types)), function(m) {
    q <- quantile(fit_of(d, types[[m]]), c(0.25, 0.5, 0.75))
    record(quantiles = list_of(q$quantile), quantileLow = list_of(q$lower), quantileHigh = list_of(q$upper))
  })
  do.call(record, c(rows_of(d), limits))
}
save("quantiles.json", sapply(small, quantiles))

# The share of those there at the start of a period who leave within it, with Wilson's interval.
periods <- list("aml, maintained" = 10, lung = 100, veteran = 60, heart = 90, pbc = 365)
hazards <- function(name) {
  d <- sets[[name]]
  p <- periods[[name]]
  f <- fit_of(d, "log-log")
  ends <- seq(p, floor(max(d$time) / p) * p, by = p)
  at <- function(times, values, first) c(first, values)[findInterval(times, f$time) + 1]
  log_survival <- at(c(0, ends), log(f$surv), 0)
  variance <- at(c(0, ends), f$std.err^2, 0)
  q <- -expm1(diff(log_survival))
  v <- (1 - q)^2 * diff(variance)
  m <- q * (1 - q) / v
  z <- qnorm(0.975)
  ends_of <- function(sign) (q + z^2 / (2 * m) + sign * z * sqrt(q * (1 - q) / m + z^2 / (4 * m^2))) / (1 + z^2 / m)
  record(name = sprintf('"%s"', name), period = p, share = list_of(q), standardError = list_of(sqrt(v)),
    low = list_of(ends_of(-1)), high = list_of(ends_of(1)))
}
save("hazards.json", sapply(names(periods), hazards))

# Clusters: the litters of rats, and made ones with ties, late entry and weights.
litters <- cbind(data_of(rats$time, rats$status), cluster = rats$litter, count = 1)
made <- lapply(1:3, function(i) {
  entry <- if (i == 2) sample(0:3, 30, TRUE) else rep(0, 30)
  cbind(data_of(entry + sample(1:9, 30, TRUE), rbinom(30, 1, 0.6), entry), cluster = sample(1:12, 30, TRUE),
    count = if (i == 3) sample(1:3, 30, TRUE) else 1)
})
clustered <- function(d) {
  f <- if (any(d$entry > 0)) survfit(Surv(entry, time, status) ~ 1, d, cluster = cluster, weights = count)
    else survfit(Surv(time, status) ~ 1, d, cluster = cluster, weights = count, robust = TRUE)
  s <- summary(f, censored = TRUE)
  keep <- s$n.event + s$n.censor > 0
  q <- quantile(f, c(0.25, 0.5, 0.75))
  do.call(record, c(rows_of(d), cluster = list_of(d$cluster), count = list_of(d$count), time = list_of(s$time[keep]),
    survival = list_of(s$surv[keep]), standardError = list_of(s$std.err[keep]), low = list_of(s$lower[keep]),
    high = list_of(s$upper[keep]), quantiles = list_of(q$quantile), quantileLow = list_of(q$lower),
    quantileHigh = list_of(q$upper)))
}
save("clusters.json", sapply(c(list(litters), made), clustered))
