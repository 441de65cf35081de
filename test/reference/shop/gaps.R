# Gaps between purchase days and revenue by cohort of fixtures/orders.csv, from R's survival and t.test, for
# test/reference/shop/oracle.test.ts.
#
#     Rscript test/reference/shop/gaps.R > test/reference/shop/fixtures/gaps.json

library(survival)
orders <- read.csv("test/reference/shop/fixtures/orders.csv", stringsAsFactors = FALSE)
orders$day <- as.Date(substr(orders$at, 1, 10))
asOf <- as.Date("2024-06-14")
known <- orders[orders$day <= asOf, ]

bought <- unique(known[known$amount >= 0, c("customerId", "day")])
bought <- bought[order(bought$customerId, bought$day), ]
nextDay <- c(bought$day[-1], NA)
same <- c(bought$customerId[-1] == bought$customerId[-nrow(bought)], FALSE)
again <- as.integer(same)
gap <- as.numeric(ifelse(same, nextDay, asOf) - as.numeric(bought$day))
id <- bought$customerId

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
list17 <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")
probabilities <- c(0.1, 0.25, 0.5, 0.75, 0.9)
quantiles <- c()
for (unit in c("day", "week", "month")) for (method in c("log-log", "log", "plain")) for (level in c(0.8, 0.95)) {
  time <- gap / c(day = 1, week = 7, month = 30.4375)[[unit]]
  fit <- survfit(Surv(time, again) ~ 1, cluster = id, conf.type = method, conf.int = level)
  q <- quantile(fit, probs = probabilities)
  quantiles <- c(quantiles, sprintf(
    '    { "unit": "%s", "method": "%s", "level": %s, "quantile": %s, "lower": %s, "upper": %s }',
    unit, method, level, list17(q$quantile), list17(q$lower), list17(q$upper)))
}

month <- function(day) as.integer(format(day, "%Y")) * 12 + as.integer(format(day, "%m")) - 1
known$month <- month(known$day)
cohort <- tapply(known$month[known$amount >= 0], known$customerId[known$amount >= 0], min)
last <- month(asOf)
cells <- c()
for (mode in c("on", "cumulative")) for (first in sort(unique(cohort))) for (at in first:last) {
  members <- names(cohort)[cohort == first]
  kept <- known[known$month >= first & (if (mode == "on") known$month == at else known$month <= at), ]
  x <- sapply(members, function(who) sum(kept$amount[kept$customerId == who]))
  ends <- if (length(x) > 1 && sd(x) > 1e-9) t.test(x, conf.level = 0.9)$conf.int else c(NA, NA)
  cells <- c(cells, sprintf('    { "mode": "%s", "cohort": "%d-%02d", "offset": %d, "size": %d, "mean": %.17g, "ends": %s }',
    mode, first %/% 12, first %% 12 + 1, at - first, length(x), mean(x), list17(ends)))
}

cat(sprintf('{\n  "madeBy": "gaps.R, %s, survival %s",\n  "asOf": "%s",\n  "probabilities": %s,\n  "lifetimes": %d,\n  "gaps": %d,\n  "quantiles": [\n%s\n  ],\n  "cells": [\n%s\n  ]\n}\n',
  R.version.string, packageVersion("survival"), asOf, list17(probabilities), length(gap), sum(again),
  paste(quantiles, collapse = ",\n"), paste(cells, collapse = ",\n")))
