# Makes sampled-regression.json: what metafor and sandwich say of survey estimates with known sampling errors (the invented series
# of series.csv, with standard errors that grow and shrink). Run: Rscript sampled-regression.R, in this folder. Debian: r-cran-metafor.
suppressMessages({library(metafor); library(sandwich)})
d <- read.csv("series.csv"); n <- nrow(d); d$standard_error <- round(.4 + .3 * sin(1:n), 4)
f <- function(x) paste0("[", paste(sprintf("%.12g", as.numeric(x)), collapse = ", "), "]"); out <- character(); put <- function(k, x) out <<- c(out, sprintf('  "%s": %s', k, f(x)))
put("standard_error", d$standard_error)
one <- function(name, y, s, x) {
  m <- rma(y, sei = s, mods = x, method = "REML", test = "adhoc", control = list(threshold = 1e-13, maxiter = 10000))
  put(name, rbind(m$b[, 1], m$se, m$ci.lb, m$ci.ub, m$pval)); put(paste0(name, "-tau2"), c(m$tau2, 1 - m$I2 / 100))
  l <- lm(y ~ x, weights = 1 / (s^2 + m$tau2)); put(paste0(name, "-newey-west"), sqrt(diag(NeweyWest(l, lag = 4, prewhite = FALSE))))
}
x <- cbind(d$a, d$b); one("two", d$y, d$standard_error, x); one("wide", d$y, 4 * d$standard_error, x); one("half", d$y, 2 * d$standard_error, x[, 1, drop = FALSE])
# Several interventions on a count with season, quasi-Poisson.
t <- 1:n; S <- function(k) pmax(0, t - k); M <- factor((t - 1) %% 12)
q <- glm(count ~ t + I(t > 30) + S(30) + I(t > 60) + S(60) + M, d, family = quasipoisson); put("quasi-two", c(coef(q)[3:6], sqrt(diag(vcov(q)))[3:6])); put("quasi-two-dispersion", summary(q)$dispersion)
writeLines(c("{", paste(out, collapse = ",\n"), "}"), "sampled-regression.json")
