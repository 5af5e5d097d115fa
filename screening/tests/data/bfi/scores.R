# Real answers, and their scores by R alone: Rscript scores.R (Debian: r-cran-psych r-cran-psychtools r-cran-survey).
#
# The answers are the first 800 of `bfi` (William Revelle and others, the SAPA project), numbers only: 25 items on
# 1 to 6 in five scales. Groups are made by age, units by education, so that every rule of disclosure meets them.
# Missing answers are given as DK, NA or blank by the item's place, so that all three occur.
# Writes instrument.toml, da.toml, answers.csv and scores.csv. Figures come from base R's mean, sd, t.test and
# prop.test, from survey (finite population) and from psych (alpha); nothing is taken from the program.
suppressMessages({ library(psych); library(survey) })
data(bfi, package = "psychTools")
bfi <- bfi[1:800, ]
points <- c("A", "C", "E", "N", "O")
items <- paste0(rep(points, each = 5), 1:5)
reversed_items <- c("A1", "C4", "C5", "E1", "E2", "O2", "O5")
groups <- c("minors", "teens", "young", "adults", "late", "elders")
in_role <- "elders"
reversing <- c("young", "adults")
not_asked <- list(elders = paste0("E", 1:5), minors = c("O4", "O5"))
value_of <- c(A1 = "x", C1 = "x", E1 = "x", N1 = "x", O1 = "y", O2 = "y", A2 = "y")
values <- c("x", "y")
invited <- c(minors = 20, young = 400, adults = 426, late = 9, elders = 5)  # late: fewer than answered; teens: unknown
k <- 5; d <- 10; low <- 1; high <- 6; agree_from <- 5

group <- as.character(cut(bfi$age, c(0, 15, 17, 24, 54, 60, 100), labels = groups))
unit <- ifelse(is.na(bfi$education), "", paste0("e", bfi$education))
unit[unit == "" & group %in% c("minors", "teens")] <- "u"
asked <- function(g, item) !(item %in% not_asked[[g]])
raw <- matrix("", nrow(bfi), length(items), dimnames = list(NULL, items))
for (item in items) {
  missing_as <- c("DK", "NA", "")[1 + (match(item, items) %% 3)]
  raw[, item] <- ifelse(is.na(bfi[[item]]), missing_as, bfi[[item]])
  raw[!mapply(asked, group, item), item] <- ""
}
write.table(data.frame(response_id = seq_along(group), group, unit, raw), "answers.csv", sep = ",", quote = FALSE,
            row.names = FALSE, na = "")

toml <- c('id = "bfi"', "version = 1", 'languages = ["da"]', "[scale]", "min = 1", "max = 6", "agree_from = 5")
for (g in groups) toml <- c(toml, "[[groups]]", sprintf('id = "%s"', g),
                            sprintf('disclosure = "%s"', if (g == in_role) "in-role" else "protected"))
for (v in values) toml <- c(toml, "[[values]]", sprintf('id = "%s"', v))
list_of <- function(x) paste0("[", paste0('"', x, '"', collapse = ", "), "]")
for (p in points) {
  toml <- c(toml, "[[focus_points]]", sprintf('id = "%s"', p))
  for (item in items[startsWith(items, p)]) {
    of <- groups[sapply(groups, asked, item)]
    toml <- c(toml, "[[focus_points.indicators]]", sprintf('id = "%s"', item), paste("groups =", list_of(of)))
    if (item %in% names(value_of)) toml <- c(toml, sprintf('value = "%s"', value_of[item]))
    if (item %in% reversed_items) toml <- c(toml, paste("reverse =", list_of(intersect(reversing, of))))
  }
}
writeLines(toml, "instrument.toml")
text <- c('title = "Tal alene"', "[scale]", paste("labels =", list_of(1:6)), "[groups]", sprintf('%s = "%s"', groups, groups),
          unlist(lapply(points, function(p) c(sprintf("[focus_points.%s]", p), sprintf('title = "%s"', p)))),
          unlist(lapply(items, function(i) c(sprintf("[indicators.%s.items]", i),
                 sprintf('%s = "%s"', groups[sapply(groups, asked, i)], i)))))
writeLines(text, "da.toml")

# Scores, reversed where the group's wording is.
score <- suppressWarnings(matrix(as.numeric(raw), nrow(raw), dimnames = dimnames(raw)))
for (item in reversed_items) for (g in reversing) score[group == g, item] <- low + high - score[group == g, item]

columns <- c("kind", "code", "group", "unit", "other_group", "n", "mean", "sd", "ci_low", "ci_high", "agree", "agree_low",
             "agree_high", "dk", "na", "blank", "alpha", "shown")
out <- list()
emit <- function(...) {
  row <- setNames(rep("", length(columns)), columns)
  given <- list(...)
  for (name in names(given)) {
    cell <- given[[name]]
    if (length(cell) == 1 && !is.na(cell)) row[name] <- if (is.numeric(cell)) sprintf("%.17g", cell) else cell
  }
  out[[length(out) + 1]] <<- row
}
shown_for <- function(g, n) {
  if (g == in_role) { if (n == 0) "few" else if (n < d) "mean" else "yes" }
  else if (n < k) "few" else if (n < d) "mean" else "yes"
}
interval_of <- function(x, g) {
  N <- invited[g]; n <- length(x)
  if (n < 2) return(c(NA, NA))
  if (sd(x) == 0) return(c(mean(x), mean(x)))
  if (is.na(N) || n > N) return(t.test(x)$conf.int[1:2])
  design <- svydesign(ids = ~1, data = data.frame(x = x), fpc = rep(N, n))
  mean(x) + c(-1, 1) * qt(0.975, n - 1) * as.numeric(SE(svymean(~x, design)))
}
person_scores <- function(rows, own) {
  sub <- score[rows, own, drop = FALSE]
  scored <- rowSums(!is.na(sub))
  mean_of <- rowMeans(sub, na.rm = TRUE)
  mean_of[2 * scored < length(own)] <- NA
  mean_of
}
summary_of <- function(kind, code, g, x, ...) {
  n <- length(x); s <- shown_for(g, n)
  if (s == "few") return(emit(kind = kind, code = code, group = g, shown = s))
  if (s == "mean") return(emit(kind = kind, code = code, group = g, n = n, mean = mean(x), shown = s))
  ci <- interval_of(x, g)
  emit(kind = kind, code = code, group = g, n = n, mean = mean(x), sd = sd(x), ci_low = ci[1], ci_high = ci[2], ..., shown = s)
}
samples <- list()
units_of <- function(g) sort(setdiff(unique(unit[group == g]), ""), method = "radix")

for (g in groups) {
  emit(kind = "group", group = g, n = sum(group == g), shown = "yes")
  if (g != in_role) for (u in units_of(g)) emit(kind = "group", group = g, unit = u, n = sum(group == g & unit == u), shown = "yes")
}
for (item in items) for (g in groups[sapply(groups, asked, item)]) {
  x <- score[group == g, item]; x <- x[!is.na(x)]
  samples[[paste(item, g)]] <- x
  n <- length(x)
  answers <- raw[group == g, item]
  counts <- c(dk = sum(answers == "DK"), na = sum(answers == "NA"), blank = sum(answers == ""))
  given <- counts
  if (g != in_role) {
    given[counts < k] <- NA
    emptied <- sum(counts[counts < k])
    if (emptied >= 1 && emptied < k && any(!is.na(given))) given[max(which(given == min(given, na.rm = TRUE)))] <- NA
  }
  share <- c(NA, NA)
  if (n > 0) share <- suppressWarnings(prop.test(sum(x >= agree_from), n, correct = FALSE)$conf.int[1:2])
  summary_of("indicator", item, g, x, agree = mean(x >= agree_from), agree_low = share[1], agree_high = share[2],
             dk = given["dk"], na = given["na"], blank = given["blank"])
}
for (p in points) for (g in groups) {
  own <- items[startsWith(items, p) & sapply(items, function(i) asked(g, i))]
  if (length(own) == 0) next
  person <- person_scores(group == g, own)
  x <- person[!is.na(person)]
  samples[[paste(p, g)]] <- x
  complete <- score[group == g, own, drop = FALSE]
  complete <- complete[complete.cases(complete), , drop = FALSE]
  a <- NA
  if (nrow(complete) >= 30 && length(own) >= 2 && var(rowSums(complete)) > 0)
    a <- suppressWarnings(psych::alpha(as.data.frame(complete), check.keys = FALSE, warnings = FALSE)$total$raw_alpha)
  summary_of("focus_point", p, g, x, alpha = a)
  if (g == in_role) next
  us <- units_of(g)
  own_unit <- unit[group == g]
  n <- sapply(us, function(u) sum(!is.na(person[own_unit == u])))
  state <- ifelse(n < k, "few", "mean")
  repeat {
    outside <- length(x) - sum(n[state == "mean"])
    if (outside == 0 || outside >= k || !any(state == "mean")) break
    candidates <- which(state == "mean")
    state[max(candidates[n[candidates] == min(n[candidates])])] <- "derived"
  }
  for (i in seq_along(us)) {
    if (state[i] == "mean")
      emit(kind = "focus_point", code = p, group = g, unit = us[i], n = n[i], mean = mean(person[own_unit == us[i]], na.rm = TRUE), shown = "mean")
    else emit(kind = "focus_point", code = p, group = g, unit = us[i], shown = state[i])
  }
}
for (v in values) for (g in groups) {
  own <- names(value_of)[value_of == v & sapply(names(value_of), function(i) asked(g, i))]
  x <- person_scores(group == g, own)
  summary_of("value", v, g, x[!is.na(x)])
}
for (code in c(items, points)) for (i in seq_along(groups)) for (j in seq_along(groups)) if (i < j) {
  x <- samples[[paste(code, groups[i])]]; y <- samples[[paste(code, groups[j])]]
  if (is.null(x) || is.null(y)) next
  s <- c(shown_for(groups[i], length(x)), shown_for(groups[j], length(y)))
  s <- if (any(s == "few")) "few" else if (any(s == "mean")) "mean" else "yes"
  ci <- c(NA, NA)
  if (s == "yes" && (sd(x) > 0 || sd(y) > 0)) ci <- t.test(x, y)$conf.int[1:2]
  emit(kind = "gap", code = code, group = groups[i], other_group = groups[j],
       mean = if (s == "few") NA else mean(x) - mean(y), ci_low = ci[1], ci_high = ci[2], shown = s)
}
write.table(do.call(rbind, out), "scores.csv", sep = ",", quote = FALSE, row.names = FALSE)
