# Makes places.json: Moran's I and Gi* of a 6 × 5 grid by R's spdep. Run: Rscript places.R, in this folder. Debian: r-cran-spdep.
suppressMessages(library(spdep)); set.seed(14); x <- rpois(30, rep(c(2, 3, 6, 8, 4), each = 6)); nb <- cell2nb(6, 5, type = "queen")
# cell2nb counts down columns: put its cells in rows of 6, as the grid does
f <- function(x) paste0("[", paste(sprintf("%.12g", as.numeric(x)), collapse = ", "), "]"); m <- moran.test(x, nb2listw(nb, style = "W"))
writeLines(c("{", paste0('  "values": ', f(x), ','), paste0('  "neighbours": [', paste(sapply(nb, function(k) f(k - 1)), collapse = ", "), '],'), paste0('  "moran": ', f(c(m$estimate, m$statistic)), ','), paste0('  "gi": ', f(localG(x, nb2listw(include.self(nb), style = "B")))), "}"), "places.json")
