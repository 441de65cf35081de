# Data sets of R's survival package as columns, for the tests of log-rank and Cox regression.
#
#     Rscript test/reference/cox/data.R > test/reference/cox/fixtures/data.json

suppressMessages(library(survival))

column <- function(v) {
  if (is.factor(v)) v <- as.character(v)
  cells <- if (is.character(v)) sprintf('"%s"', v) else format(v, digits = 17, trim = TRUE, scientific = FALSE)
  paste0("[", paste(cells, collapse = ", "), "]")
}
data_set <- function(name, d) {
  stopifnot(!anyNA(d))
  columns <- vapply(names(d), function(n) sprintf('    "%s": %s', n, column(d[[n]])), "")
  sprintf('  "%s": {\n%s\n  }', name, paste(columns, collapse = ",\n"))
}
tidy <- function(d, duration, churned, fields, entry = NULL) {
  out <- data.frame(duration = duration, churned = as.integer(churned))
  if (!is.null(entry)) out$entry <- entry
  out <- cbind(out, d[fields])
  names(out) <- gsub("\\.", "", names(out))
  out[stats::complete.cases(out), ]
}
death <- subset(colon, etype == 2)
h <- heart
sets <- c(
  data_set("aml", tidy(aml, aml$time, aml$status, "x")),
  data_set("lung", tidy(lung, lung$time, lung$status == 2, c("age", "sex", "ph.ecog"))),
  data_set("veteran", tidy(veteran, veteran$time, veteran$status, c("trt", "celltype", "karno", "diagtime", "age", "prior"))),
  data_set("ovarian", tidy(ovarian, ovarian$futime, ovarian$fustat, c("age", "resid.ds", "rx", "ecog.ps"))),
  data_set("colon", tidy(death, death$time, death$status, c("rx", "sex", "age", "nodes", "differ"))),
  data_set("heart", tidy(h, h$stop, h$event, c("age", "year", "surgery", "transplant"), h$start)),
  data_set("kidney", tidy(kidney, kidney$time, kidney$status, c("age", "sex", "disease")))
)
cat(sprintf('{\n  "madeBy": "data.R, survival %s, %s",\n%s\n}\n',
  packageVersion("survival"), R.version.string, paste(sets, collapse = ",\n")))
