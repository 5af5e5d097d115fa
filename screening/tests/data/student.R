# Quantiles of Student's t: Rscript student.R > student.csv
cat("df,t\n")
df <- c(1, 1.0000001, 1.5, 2, 2.3, 3, 4, 5, 6.78, 7, 9, 10, 12.5, 15, 19, 24, 29, 39.9, 40, 60, 79, 80, 81, 99, 120.25, 199, 500,
        999, 1000, 1234.5, 9999, 1e5, 1e6, 1e7)
cat(sprintf("%.17g,%.17g\n", df, qt(0.975, df)), sep = "")
