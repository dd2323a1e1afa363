# Makes panel.csv (an invented panel of 120 units over 7 years, treated from 2012, 2014, 2015 or never) and panel.json: group-time
# effects by the influence functions of oracles in base R, two-way effects by lm and sandwich, synthetic control by quadprog.
# Run: Rscript panel.R, in this folder. Debian: r-cran-sandwich, r-cran-quadprog.
suppressMessages({library(sandwich); library(quadprog)}); set.seed(5); N <- 120; yrs <- 2010:2016
g <- sample(c(0, 2012, 2014, 2015), N, TRUE, c(.4, .2, .2, .2)); u <- rnorm(N); d <- expand.grid(unit = 1:N, time = yrs)
d$first_treated <- g[d$unit]; d$value <- round(u[d$unit] + .1 * (d$time - 2010) + .3 * (d$first_treated > 0 & d$time >= d$first_treated) * (1 + .2 * (d$time - d$first_treated)) + rnorm(nrow(d), 0, .4), 4)
write.csv(d, "panel.csv", row.names = FALSE, quote = FALSE); G <- sort(unique(g[g > 0])); n <- N
Y <- matrix(d$value[order(d$time, d$unit)], N); colnames(Y) <- yrs; R <- NULL; I <- list()
for (gg in G) for (t in yrs[-1]) { b <- if (t >= gg) gg - 1 else t - 1; dy <- Y[, as.character(t)] - Y[, as.character(b)]; T <- g == gg; C <- g == 0
 inf <- (T / mean(T)) * (dy - mean(dy[T])) - (C / mean(C)) * (dy - mean(dy[C])); I[[length(I) + 1]] <- inf; R <- rbind(R, c(gg, t, mean(dy[T]) - mean(dy[C]), sqrt(mean(inf^2) / n))) }
f <- function(x) paste0("[", paste(sprintf("%.12g", as.numeric(x)), collapse = ", "), "]"); out <- character(); put <- function(k, x) out <<- c(out, sprintf('  "%s": %s', k, f(x)))
put("effects", t(R)); post <- which(R[, 2] >= R[, 1]); w <- function(k, att = R[k, 3], gr = R[k, 1], inf = I[k]) { p <- sapply(gr, function(x) mean(g == x)); s <- sum(p); a <- sum(p * att) / s
 if1 <- sapply(gr, function(x) (g == x) - mean(g == x)) / s; if2 <- rowSums(sapply(gr, function(x) (g == x) - mean(g == x))) %*% t(p / s^2); i <- as.vector(do.call(cbind, inf) %*% (p / s) + (if1 - if2) %*% att); list(c(a, sqrt(mean(i^2) / n)), i) }
put("simple", w(post)[[1]]); e <- R[, 2] - R[, 1]; E <- lapply(sort(unique(e)), function(x) w(which(e == x))); put("event", t(cbind(sort(unique(e)), t(sapply(E, `[[`, 1)))))
ep <- E[sort(unique(e)) >= 0]; put("dynamic", c(mean(sapply(ep, function(x) x[[1]][1])), sqrt(mean(rowMeans(sapply(ep, `[[`, 2))^2) / n)))
ga <- lapply(G, function(x) { k <- post[R[post, 1] == x]; i <- rowMeans(do.call(cbind, I[k])); list(mean(R[k, 3]), i) }); put("groups", rbind(G, sapply(ga, `[[`, 1), sapply(ga, function(x) sqrt(mean(x[[2]]^2) / n))))
put("by-group", w(seq_along(G), sapply(ga, `[[`, 1), G, lapply(ga, `[[`, 2))[[1]])
d$D <- as.numeric(d$first_treated > 0 & d$time >= d$first_treated); m <- lm(value ~ D + factor(unit) + factor(time), d); s <- sqrt(vcovCL(m, d$unit, type = "HC0", cadjust = FALSE)[2, 2]); put("twfe", c(coef(m)[2], s * sqrt((nrow(d) - 1) / (nrow(d) - 8) * N / (N - 1))))
cl <- function(m, k, K) { s <- sqrt(diag(vcovCL(m, d$unit, type = "HC0", cadjust = FALSE)))[k] * sqrt((nrow(d) - 1) / (nrow(d) - 7 - K) * N / (N - 1)); rbind(coef(m)[k], s) }
d$E <- relevel(factor(ifelse(d$first_treated > 0, d$time - d$first_treated, -1)), ref = "-1"); m <- lm(value ~ E + factor(unit) + factor(time), d); k <- grep("^E", names(coef(m))); put("twfe-event", rbind(as.numeric(sub("E", "", names(coef(m))[k])), cl(m, k, length(k))))
d$H <- relevel(factor(ifelse(d$D > 0, d$first_treated, 0)), ref = "0"); m <- lm(value ~ H + factor(unit) + factor(time), d); k <- grep("^H", names(coef(m))); put("twfe-groups", rbind(G, cl(m, k, length(k))))
S <- Y[c(which(g == 2014)[1], which(g == 0)), ]; x1 <- S[1, 1:4]; X0 <- t(S[-1, 1:4]); J <- ncol(X0); q <- solve.QP(crossprod(X0) + diag(1e-10, J), crossprod(X0, x1), cbind(1, diag(J)), c(1, rep(0, J)), meq = 1)$solution; gap <- S[1, ] - as.vector(q %*% S[-1, ])
put("synthetic", c(which(g == 2014)[1], mean(gap[5:7]), sqrt(mean(gap[1:4]^2)), max(q)))
writeLines(c("{", paste(out, collapse = ",\n"), "}"), "panel.json")
