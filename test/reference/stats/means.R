# t intervals and Welch's test from base R, for test/reference/stats/means.test.ts.
#
#     Rscript test/reference/stats/means.R > test/reference/stats/fixtures/means.json

counts <- list(
  list(scale = c(1, 5), counts = c(1, 2, 3, 10, 14)),
  list(scale = c(1, 5), counts = c(0, 1, 0, 0, 1)),
  list(scale = c(1, 5), counts = c(0, 0, 0, 1, 29)),
  list(scale = c(1, 7), counts = c(3, 1, 4, 1, 5, 9, 2)),
  list(scale = c(1, 7), counts = c(30, 0, 0, 0, 0, 0, 500)),
  list(scale = c(1, 10), counts = c(2, 0, 1, 5, 9, 20, 31, 40, 25, 17))
)
answers <- function(x) rep(seq(x$scale[1], x$scale[2]), x$counts)
json <- function(v) paste0("[", paste(format(v, digits = 17, trim = TRUE, scientific = FALSE), collapse = ", "), "]")

rows <- c()
for (x in counts) for (level in c(0.5, 0.9, 0.95, 0.999)) {
  y <- answers(x)
  test <- t.test(y, conf.level = level)
  rows <- c(rows, sprintf('    { "scale": %s, "counts": %s, "level": %s, "mean": %.17g, "sd": %.17g, "ends": %s }',
    json(x$scale), json(x$counts), level, mean(y), sd(y), json(as.numeric(test$conf.int))))
}
pairs <- list(c(1, 3), c(1, 2), c(2, 3), c(4, 5), c(1, 1))
welch <- c()
for (p in pairs) for (level in c(0.8, 0.95)) {
  a <- counts[[p[1]]]; b <- counts[[p[2]]]
  if (!identical(a$scale, b$scale)) next
  test <- t.test(answers(a), answers(b), conf.level = level)
  welch <- c(welch, sprintf('    { "scale": %s, "a": %s, "b": %s, "level": %s, "ends": %s, "pValue": %.17g }',
    json(a$scale), json(a$counts), json(b$counts), level, json(as.numeric(test$conf.int)), test$p.value))
}
cat(sprintf('{\n  "madeBy": "means.R, %s",\n  "t": [\n%s\n  ],\n  "welch": [\n%s\n  ]\n}\n',
  R.version.string, paste(rows, collapse = ",\n"), paste(welch, collapse = ",\n")))
