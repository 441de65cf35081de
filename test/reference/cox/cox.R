# Cox regressions from R's survival package, for test/reference/cox/cox.test.ts.
#
#     Rscript test/reference/cox/cox.R ../shared/data/telco-churn.csv > test/reference/cox/fixtures/cox.json

suppressMessages(library(survival))

number <- function(v) paste0("[", paste(ifelse(is.na(v), "null", sprintf("%.17g", v)), collapse = ", "), "]")
text <- function(v) paste0("[", paste(sprintf('"%s"', v), collapse = ", "), "]")
# Levels in code-unit order, as the library has them.
plain <- function(d) {
  names(d) <- gsub("\\.", "", names(d))
  for (n in names(d)) if (is.factor(d[[n]]) || is.character(d[[n]]))
    d[[n]] <- factor(as.character(d[[n]]), levels = sort(unique(as.character(d[[n]])), method = "radix"))
  stats::na.omit(d)
}
case <- function(data, d, covariates, ties = "efron", strata = NULL, count = FALSE, level = 0.95) {
  late <- "entry" %in% names(d)
  left <- if (late) "Surv(entry, duration, churned)" else "Surv(duration, churned)"
  right <- c(covariates, if (!is.null(strata)) sprintf("strata(%s)", strata))
  e <- new.env()
  e$d <- if (count) d[rep(seq_len(nrow(d)), seq_len(nrow(d))), ] else d
  f <- as.formula(paste(left, "~", paste(right, collapse = " + ")), env = e)
  fit <- suppressWarnings(eval(bquote(coxph(.(f), data = e$d, ties = .(ties), x = TRUE,
    control = coxph.control(eps = 1e-14, iter.max = 100)))))
  zph <- cox.zph(fit, transform = "km", terms = FALSE)$table
  con <- concordance(fit)
  s <- summary(fit, conf.int = level)
  # The summary rounds this statistic.
  wald <- number(c(fit$wald.test, length(coef(fit)), pchisq(fit$wald.test, length(coef(fit)), lower.tail = FALSE)))
  tests <- function(t) number(c(t[["test"]], t[["df"]], t[["pvalue"]]))
  sprintf('    { "data": "%s", "covariates": %s, "ties": "%s", "strata": %s, "count": %s, "level": %s, "n": %d, "events": %d,\n      "coefficients": %s, "standardErrors": %s, "pValues": %s, "low": %s, "high": %s,\n      "covariance": %s,\n      "logLikelihood": %s, "likelihoodRatioTest": %s, "waldTest": %s, "scoreTest": %s,\n      "concordance": %s, "proportionalHazards": %s, "proportionalHazardsDf": %s, "proportionalHazardsP": %s }',
    data, text(covariates), ties, if (is.null(strata)) "null" else sprintf('"%s"', strata), if (count) "true" else "false", level,
    fit$n, fit$nevent, number(coef(fit)), number(sqrt(diag(fit$var))), number(s$coefficients[, "Pr(>|z|)"]),
    number(log(s$conf.int[, 3])), number(log(s$conf.int[, 4])), number(as.numeric(fit$var)),
    number(fit$loglik), tests(s$logtest), wald, tests(s$sctest),
    number(c(con$concordance, sqrt(con$var))), number(zph[, "chisq"]), number(zph[, "df"]), number(zph[, "p"]))
}
death <- subset(colon, etype == 2)
aml <- plain(data.frame(duration = aml$time, churned = aml$status, x = aml$x))
lung <- plain(data.frame(duration = lung$time, churned = lung$status - 1, lung[c("age", "sex", "ph.ecog")]))
veteran <- plain(data.frame(duration = veteran$time, churned = veteran$status, veteran[c("trt", "celltype", "karno", "diagtime", "age", "prior")]))
ovarian <- plain(data.frame(duration = ovarian$futime, churned = ovarian$fustat, ovarian[c("age", "resid.ds", "rx", "ecog.ps")]))
colon <- plain(data.frame(duration = death$time, churned = death$status, death[c("rx", "sex", "age", "nodes", "differ")]))
heart <- plain(data.frame(entry = heart$start, duration = heart$stop, churned = heart$event, age = heart$age, year = heart$year, surgery = heart$surgery,
  transplant = as.numeric(as.character(heart$transplant))))
kidney <- plain(data.frame(duration = kidney$time, churned = kidney$status, kidney[c("age", "sex", "disease")]))
telco <- read.csv(commandArgs(TRUE)[1])
telco <- plain(data.frame(duration = telco$tenure, churned = as.integer(telco$Churn == "Yes"), contract = telco$Contract,
  gender = telco$gender, monthlyCharges = telco$MonthlyCharges, senior = telco$SeniorCitizen))
cases <- c()
for (ties in c("efron", "breslow")) cases <- c(cases,
  case("aml", aml, "x", ties),
  case("lung", lung, c("age", "sex", "phecog"), ties),
  case("veteran", veteran, c("karno", "celltype", "trt"), ties),
  case("veteran", veteran, c("karno", "age", "trt", "diagtime"), ties, "celltype"),
  case("ovarian", ovarian, c("age", "rx", "residds"), ties),
  case("colon", colon, c("rx", "nodes", "age", "sex", "differ"), ties),
  case("colon", colon, c("rx", "nodes"), ties, "differ", level = 0.9),
  case("heart", heart, c("age", "year", "surgery", "transplant"), ties),
  case("heart", heart, c("age", "year", "transplant"), ties, "surgery"),
  case("kidney", kidney, c("age", "sex", "disease"), ties),
  case("aml", aml, "x", ties, count = TRUE),
  case("heart", heart, c("age", "transplant"), ties, count = TRUE),
  case("veteran", veteran, c("karno", "celltype"), ties, "trt", count = TRUE))
tel <- c(case("telco", telco, "monthlyCharges"),
  case("telco", telco, c("monthlyCharges", "contract", "senior")),
  case("telco", telco, c("monthlyCharges", "senior"), "breslow", "contract"))
cat(sprintf('{\n  "madeBy": "cox.R, survival %s, %s",\n  "cases": [\n%s\n  ],\n  "telco": [\n%s\n  ]\n}\n',
  packageVersion("survival"), R.version.string, paste(cases, collapse = ",\n"), paste(tel, collapse = ",\n")))
