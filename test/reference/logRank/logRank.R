# Log-rank tests from R's survival package, for test/reference/logRank/logRank.test.ts. survdiff knows no late entry;
# there the log-rank test is the score test of a Cox model with exact ties, started at 0 and left there.
#
#     Rscript test/reference/logRank/logRank.R ../shared/data/telco-churn.csv > test/reference/logRank/fixtures/logRank.json

suppressMessages(library(survival))

number <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")
names_of <- function(v) paste0("[", paste(sprintf('"%s"', v), collapse = ", "), "]")
row <- function(data, group, strata, rho, groups, test, df) {
  totals <- function(m) if (is.null(dim(m))) m else rowSums(m)
  sprintf('    { "data": "%s", "group": "%s", "strata": %s, "rho": %s, "statistic": %.17g, "degreesOfFreedom": %d, "pValue": %.17g,\n      "groups": %s, "n": %s, "observed": %s, "expected": %s }',
    data, group, if (is.na(strata)) "null" else sprintf('"%s"', strata), rho, test$chisq, df,
    pchisq(test$chisq, df, lower.tail = FALSE), names_of(groups), number(as.numeric(test$n)), number(totals(test$obs)), number(totals(test$exp)))
}
case <- function(data, d, group, rho, strata = NA) {
  d$g <- factor(d[[group]])
  f <- if (is.na(strata)) Surv(duration, churned) ~ g else Surv(duration, churned) ~ g + strata(s)
  if (!is.na(strata)) d$s <- d[[strata]]
  test <- survdiff(f, d, rho = rho)
  test$n <- as.numeric(table(d$g))
  row(data, group, strata, rho, levels(d$g), test, nlevels(d$g) - 1)
}
late <- function(data, d, group, strata = NA) {
  d$g <- factor(d[[group]])
  f <- if (is.na(strata)) Surv(entry, duration, churned) ~ g else Surv(entry, duration, churned) ~ g + strata(s)
  if (!is.na(strata)) d$s <- d[[strata]]
  fit <- coxph(f, d, ties = "exact", iter.max = 0)
  sprintf('    { "data": "%s", "group": "%s", "strata": %s, "statistic": %.17g, "degreesOfFreedom": %d }',
    data, group, if (is.na(strata)) "null" else sprintf('"%s"', strata), fit$score, nlevels(d$g) - 1)
}
death <- subset(colon, etype == 2)
sets <- list(
  aml = data.frame(duration = aml$time, churned = aml$status, x = aml$x),
  lung = na.omit(data.frame(duration = lung$time, churned = lung$status - 1, sex = lung$sex, phecog = lung$ph.ecog)),
  veteran = data.frame(duration = veteran$time, churned = veteran$status, trt = veteran$trt, celltype = veteran$celltype, prior = veteran$prior),
  ovarian = data.frame(duration = ovarian$futime, churned = ovarian$fustat, rx = ovarian$rx, residds = ovarian$resid.ds),
  colon = na.omit(data.frame(duration = death$time, churned = death$status, rx = death$rx, sex = death$sex, nodes = death$nodes, differ = death$differ)),
  kidney = data.frame(duration = kidney$time, churned = kidney$status, sex = kidney$sex, disease = kidney$disease)
)
h <- data.frame(entry = heart$start, duration = heart$stop, churned = heart$event, transplant = heart$transplant, surgery = heart$surgery)
cases <- c()
for (rho in c(0, 0.5, 1)) cases <- c(cases,
  case("aml", sets$aml, "x", rho),
  case("lung", sets$lung, "sex", rho), case("lung", sets$lung, "phecog", rho), case("lung", sets$lung, "phecog", rho, "sex"),
  case("veteran", sets$veteran, "celltype", rho), case("veteran", sets$veteran, "celltype", rho, "trt"),
  case("ovarian", sets$ovarian, "rx", rho, "residds"),
  case("colon", sets$colon, "rx", rho), case("colon", sets$colon, "rx", rho, "differ"),
  case("kidney", sets$kidney, "disease", rho, "sex"))
entries <- c(late("heart", h, "transplant"), late("heart", h, "surgery"), late("heart", h, "surgery", "transplant"))
counted <- sets$aml[rep(seq_len(nrow(sets$aml)), seq_len(nrow(sets$aml))), ]
telco <- read.csv(commandArgs(TRUE)[1])
telco <- data.frame(duration = telco$tenure, churned = as.integer(telco$Churn == "Yes"), Contract = telco$Contract, gender = telco$gender)
cat(sprintf('{\n  "madeBy": "logRank.R, survival %s, %s",\n  "cases": [\n%s\n  ],\n  "lateEntry": [\n%s\n  ],\n  "counted": [\n%s\n  ],\n  "telco": [\n%s\n  ]\n}\n',
  packageVersion("survival"), R.version.string, paste(cases, collapse = ",\n"), paste(entries, collapse = ",\n"),
  case("aml", counted, "x", 0.5),
  paste(c(case("telco", telco, "Contract", 0), case("telco", telco, "Contract", 1), case("telco", telco, "Contract", 0, "gender")), collapse = ",\n")))
