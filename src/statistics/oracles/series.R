# Makes series.csv (an invented monthly series with two regressors, a count and a series whose noise doubles) and series.json, what
# strucchange, lmtest, sandwich and glm say of it. Run: Rscript series.R, in this folder. Debian: r-cran-strucchange, r-cran-lmtest.
suppressMessages({library(strucchange); library(sandwich); library(lmtest)}); set.seed(77); n <- 96; t <- 1:n
d <- data.frame(date = seq(as.Date("2015-01-01"), by = "month", length.out = n)); d$a <- round(as.numeric(arima.sim(list(ar = .5), n)), 4)
d$b <- round(.4 * c(0, d$a[-n]) + rnorm(n), 4); d$y <- round(2 + .7 * d$a - .3 * d$b + as.numeric(arima.sim(list(ar = .4), n)), 4)
d$count <- rpois(n, exp(3 + .2 * sin(2 * pi * t / 12) + .004 * t - .25 * (t > 60))); d$step <- round(c(rnorm(40, 10, 1), rnorm(56, 12, 2)), 4)
write.csv(d, "series.csv", row.names = FALSE, quote = FALSE)
f <- function(x) paste0("[", paste(sprintf("%.12g", as.numeric(x)), collapse = ", "), "]"); out <- character(); put <- function(k, x) out <<- c(out, sprintf('  "%s": %s', k, f(x)))
bp <- breakpoints(d$step ~ 1); put("breaks", confint(bp, breaks = 1)$confint); put("breaks-90", confint(bp, breaks = 1, level = .9)$confint); put("sup-f", sctest(Fstats(d$step ~ 1))$statistic); put("bic", summary(bp)$RSS["BIC", ]); put("two", confint(bp, breaks = 2)$confint)
m <- lm(y ~ a + b, d); s <- coeftest(m); put("ols", t(s[, ])); s <- coeftest(m, NeweyWest(m, lag = 4, prewhite = FALSE)); put("newey-west", t(s[, ])); put("ols-fit", c(summary(m)$r.squared, dwtest(m)$statistic))
l <- lm(d$y[4:n] ~ d$a[4:n] + d$a[3:(n - 1)] + d$a[2:(n - 2)] + d$a[1:(n - 3)]); put("lags", coef(l))
g <- grangertest(b ~ a, order = 3, data = d); put("forward", c(g$F[2], g$`Pr(>F)`[2])); g <- grangertest(a ~ b, order = 3, data = d); put("backward", c(g$F[2], g$`Pr(>F)`[2]))
S <- function(k) pmax(0, t - k); M <- factor((t - 1) %% 12)
for (fam in c("gaussian", "poisson", "quasipoisson")) { x <- glm(count ~ t + I(t > 60) + S(60) + M, d, family = fam); put(paste0("segmented-", fam), c(coef(x)[3:4], sqrt(diag(vcov(x)))[3:4])) }
x <- lm(y ~ t + I(t > 40) + S(40) + I(t > 70) + S(70), d); put("two-interventions", c(coef(x)[3:6], sqrt(diag(NeweyWest(x, lag = 6, prewhite = FALSE)))[3:6]))
x <- glm(count ~ t + I(t > 60) + S(60) + M, d, family = poisson); put("segmented-poisson-newey-west", sqrt(diag(NeweyWest(x, lag = 6, prewhite = FALSE)))[3:4])
writeLines(c("{", paste(out, collapse = ",\n"), "}"), "series.json")
