# Makes survey.csv (an invented survey: strata, clusters, weights, population sizes) and survey.json, what R's survey
# package says of it. Run: Rscript survey.R, in this folder. Debian: r-cran-survey 4.1.
suppressMessages(library(survey)); set.seed(31); n <- 160
d <- data.frame(stratum = rep(c("north", "south", "east", "west"), each = 40))
d$cluster <- paste0(substr(d$stratum, 1, 1), sample(6, n, TRUE)); d$weight <- round(rgamma(n, 4, .04) + 20, 2)
d$fpc <- c(north = 30, south = 24, east = 40, west = 18)[d$stratum]; d$age <- sample(c("young", "middle", "old"), n, TRUE)
d$trust <- ifelse(runif(n) < .35 + .2 * (d$age == "old") + .15 * (d$stratum == "west"), "yes", "no"); d$searches <- rpois(n, 1.2); d$contacts <- 1 + rpois(n, 2)
write.csv(d, "survey.csv", row.names = FALSE, quote = FALSE)
f <- function(x) paste0("[", paste(sprintf("%.10g", as.numeric(x)), collapse = ", "), "]"); out <- character(); put <- function(k, x) out <<- c(out, sprintf('  "%s": %s', k, f(x)))
s <- svydesign(id = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~fpc, data = d, nest = TRUE)
m <- svymean(~searches, s, deff = TRUE); put("mean", c(coef(m), SE(m), deff(m), confint(m, df = degf(s))))
m <- svytotal(~searches, s); put("total", c(coef(m), SE(m))); m <- svyratio(~searches, ~contacts, s); put("ratio", c(coef(m), SE(m)))
for (k in c("logit", "likelihood", "beta", "mean", "asin", "xlogit")) { p <- svyciprop(~I(trust == "yes"), s, method = k); put(paste0("share-", k), c(coef(p), confint(p))) }
b <- svyby(~I(trust == "yes"), ~age, s, svyciprop, vartype = c("se", "ci"), method = "logit"); b <- b[c("young", "middle", "old"), ]; put("domains", t(as.matrix(b[, 2:5])))
x <- svychisq(~trust + age, s); put("chi-square", c(x$statistic, x$parameter, x$p.value))
w <- svydesign(id = ~1, weights = ~weight, data = d); m <- svymean(~searches, w); put("weights-only", c(coef(m), SE(m), sum(d$weight)^2 / sum(d$weight^2)))
t <- data.frame(Freq = c(young = 6000, middle = 5200, old = 4800)); t$age <- rownames(t); q <- data.frame(stratum = c("north", "south", "east", "west"), Freq = c(4500, 3500, 4000, 4000))
k <- calibrate(s, ~age - 1, c(agemiddle = 5200, ageold = 4800, ageyoung = 6000), calfun = "linear", epsilon = 1e-12); m <- svymean(~searches, k); put("calibrated", c(coef(m), SE(m))); m <- svyby(~searches, ~trust, k, svymean); put("calibrated-domain", c(coef(m)[2], SE(m)[2]))
k <- calibrate(s, ~age + contacts - 1, c(agemiddle = 5200, ageold = 4800, ageyoung = 6000, contacts = 50000), epsilon = 1e-12); m <- svytotal(~searches, k); put("calibrated-number", c(coef(m), SE(m)))
k <- rake(s, list(~age, ~stratum), list(t[, c("age", "Freq")], q), control = list(maxit = 1000, epsilon = 1e-10)); m <- svymean(~searches, k); put("raked", c(coef(m), SE(m)))
b <- svyby(~I(trust == "yes"), ~age, s, svymean, covmat = TRUE); co <- coef(b); v <- vcov(b)[grep("TRUE", names(co)), grep("TRUE", names(co))]; co <- co[grep("TRUE", names(co))]; names(co) <- rownames(v) <- colnames(v) <- sub(":.*", "", names(co)); put("change", c(co["middle"] - co["old"], sqrt(v["middle", "middle"] + v["old", "old"] - 2 * v["middle", "old"])))
writeLines(c("{", paste(out, collapse = ",\n"), "}"), "survey.json")
