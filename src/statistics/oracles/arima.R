# Makes arima.json: what R's forecast and urca say of the logarithms of AirPassengers and of series.csv (y with the regressors a and b).
# Run: Rscript arima.R, in this folder. Debian: r-cran-forecast, r-cran-urca.
suppressMessages({library(forecast); library(urca)}); l <- log(AirPassengers); d <- read.csv("series.csv"); out <- character()
f <- function(x) paste0("[", paste(sprintf("%.10g", as.numeric(x)), collapse = ", "), "]"); put <- function(k, x) out <<- c(out, sprintf('  "%s": %s', k, f(x)))
say <- function(name, m, ...) { x <- forecast(m, h = 24, level = 95, ...); put(paste0(name, "-fit"), c(m$loglik, m$aicc)); put(paste0(name, "-mean"), x$mean[c(1, 2, 13, 24)]); put(paste0(name, "-reach"), ((x$upper - x$mean) / sqrt(m$sigma2))[c(1, 2, 13, 24)]); put(paste0(name, "-coef"), coef(m)) }
say("airline", Arima(l, order = c(0, 1, 1), seasonal = c(0, 1, 1), method = "ML"))
say("drift", Arima(l, order = c(2, 0, 0), seasonal = c(0, 1, 1), include.drift = TRUE, method = "ML"))
say("mean", Arima(l, order = c(1, 0, 1), method = "ML"))
say("seasonal-ar", Arima(l, order = c(0, 1, 2), seasonal = c(1, 0, 0), include.drift = TRUE, method = "ML"))
y <- ts(d$y[1:72], frequency = 12); x <- as.matrix(d[, c("a", "b")])
say("regressors", Arima(y, order = c(1, 0, 0), xreg = x[1:72, ], method = "ML"), xreg = x[73:96, ])
say("differenced-regressors", Arima(y, order = c(0, 1, 1), xreg = x[1:72, ], method = "ML"), xreg = x[73:96, ])
for (s in list(list("air", l), list("y", y), list("difference", diff(l)))) put(paste0("kpss-", s[[1]]), ur.kpss(s[[2]], type = "mu", use.lag = trunc(3 * sqrt(length(s[[2]])) / 13))@teststat)
m <- auto.arima(AirPassengers); put("auto", c(arimaorder(m)[1:6], m$aicc)); m <- auto.arima(l); put("auto-log", c(arimaorder(m)[1:6], m$aicc))
writeLines(c("{", paste(out, collapse = ",\n"), "}"), "arima.json")
