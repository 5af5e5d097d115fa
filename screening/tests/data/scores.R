# Scores by R alone, for any instrument that the contract allows. Sourced by sets.R.
#
# Figures come from base R (mean, sd, t.test, prop.test), from survey (finite population) and from psych (alpha);
# nothing is taken from the program. Which rows may be shown is written here from the rules.
suppressMessages({ library(psych); library(survey) })

# A screening: `raw` is a matrix of answers with a column an item, NA where there is none; the rest as in
# instrument.toml. `short` gives the items of a group's short form, `answers_short` the groups that answer it.
screening <- function(name, raw, group, unit, low, high, agree_from, points, groups, in_role = NULL, users = NULL,
                      reverse = list(), not_asked = list(), short = list(), answers_short = NULL, value_of = NULL,
                      wording = NULL, order = list(), invited = NULL, k = 5, id = name) {
  items <- unlist(points, use.names = FALSE)
  s <- as.list(environment())
  s$values <- unique(value_of)
  s$text <- matrix("", nrow(raw), length(items), dimnames = list(NULL, items))
  for (j in seq_along(items)) {
    # Missing answers are given as DK, NA or blank by person and place, so that all three occur.
    missing_as <- c("DK", "NA", "", "DK")[1 + ((seq_len(nrow(raw)) %/% 3 + j) %% 4)]
    s$text[, j] <- ifelse(is.na(raw[, items[j]]), missing_as, raw[, items[j]])
    s$text[!sapply(group, function(g) asked(s, g, items[j])), j] <- ""
  }
  s$score <- suppressWarnings(matrix(as.numeric(s$text), nrow(raw), dimnames = dimnames(s$text)))
  for (item in names(reverse)) {
    turned <- group %in% reverse[[item]]
    s$score[turned, item] <- low + high - s$score[turned, item]
  }
  s$asked_groups <- groups[sapply(groups, function(g) any(sapply(items, function(i) asked(s, g, i))))]
  s
}
belongs <- function(s, g, item) !(item %in% s$not_asked[[g]])
asked <- function(s, g, item) belongs(s, g, item) && (!(g %in% s$answers_short) || item %in% s$short[[g]])
asked_of <- function(s, g, items) Filter(function(item) asked(s, g, item), items)

shown_for <- function(s, g, n) {
  least <- if (g %in% s$in_role) 1 else s$k
  if (n < least) "few" else if (n < 2 * s$k) "mean" else "yes"
}
shown_between <- function(one, other) {
  if ("few" %in% c(one, other)) "few" else if ("mean" %in% c(one, other)) "mean" else "yes"
}
interval_of <- function(x, N) {
  n <- length(x)
  if (n < 2) return(c(NA, NA))
  if (sd(x) == 0) return(c(mean(x), mean(x)))
  if (is.null(N) || is.na(N) || n > N) return(t.test(x)$conf.int[1:2])
  design <- svydesign(ids = ~1, data = data.frame(x = x), fpc = rep(N, n))
  as.numeric(confint(svymean(~x, design), df = degf(design)))
}
welch <- function(x, y) {
  if (length(x) < 2 || length(y) < 2 || (sd(x) == 0 && sd(y) == 0)) return(c(NA, NA))
  t.test(x, y)$conf.int[1:2]
}
person_scores <- function(s, rows, own) {
  apply(s$score[rows, own, drop = FALSE], 1, function(x) if (mean(!is.na(x)) >= 0.5) mean(x, na.rm = TRUE) else NA)
}
# psych leaves out an item that does not vary, before it counts the items; the formula does not, nor does psy.
alpha_of <- function(x) {
  x <- x[complete.cases(x), , drop = FALSE]
  if (nrow(x) < 30 || ncol(x) < 2 || var(rowSums(x)) == 0) return(NA)
  plain <- psy::cronbach(x)$alpha
  if (all(apply(x, 2, var) > 0)) {
    # Its other figures, which warn and print, are not used.
    capture.output(of_psych <- suppressMessages(suppressWarnings(
      psych::alpha(as.data.frame(x), check.keys = FALSE, warnings = FALSE)$total$raw_alpha)))
    stopifnot(abs(of_psych - plain) < 1e-12)
    return(of_psych)
  }
  plain
}
# Units whose figures are shown, or not, for their number of scored persons and that of all.
units_shown <- function(n, total, k) {
  state <- ifelse(n < k, "few", "mean")
  repeat {
    outside <- total - sum(n[state == "mean"])
    if (outside == 0 || outside >= k || !any(state == "mean")) return(state)
    smallest <- which(state == "mean" & n == min(n[state == "mean"]))
    state[max(smallest)] <- "derived"
  }
}
counts_given <- function(s, g, counts) {
  if (g %in% s$in_role) return(counts)
  given <- ifelse(counts < s$k, NA, counts)
  emptied <- sum(counts[counts < s$k])
  if (emptied >= 1 && emptied < s$k && any(!is.na(given)))
    given[max(which(given == min(given, na.rm = TRUE)))] <- NA
  given
}

columns <- c("kind", "code", "group", "unit", "other_group", "n", "mean", "sd", "ci_low", "ci_high", "agree", "agree_low",
             "agree_high", "dk", "na", "blank", "alpha", "shown")
digits <- function(cell) if (is.numeric(cell)) sprintf("%.17g", cell) else as.character(cell)
row_of <- function(.columns, ...) {
  row <- setNames(rep("", length(.columns)), .columns)
  given <- list(...)
  for (name in names(given)) if (length(given[[name]]) == 1 && !is.na(given[[name]])) row[name] <- digits(given[[name]])
  row
}
# Every row of the file of scores, what JSON has beside them, and the persons' scores with what is shown of them.
scores_of <- function(s) {
  rows <- list(); beside <- list(); samples <- list()
  emit <- function(...) rows[[length(rows) + 1]] <<- row_of(columns, ...)
  tell <- function(...) beside[[length(beside) + 1]] <<- row_of(c("what", "code", "group", "figure"), ...)
  summary_of <- function(kind, code, g, x, ...) {
    n <- length(x); shown <- shown_for(s, g, n)
    samples[[paste(code, g)]] <<- list(x = x, shown = shown)
    if (shown == "few") emit(kind = kind, code = code, group = g, shown = shown)
    else if (shown == "mean") emit(kind = kind, code = code, group = g, n = n, mean = mean(x), shown = shown)
    else {
      ci <- interval_of(x, s$invited[g])
      emit(kind = kind, code = code, group = g, n = n, mean = mean(x), sd = sd(x), ci_low = ci[1], ci_high = ci[2], ..., shown = shown)
    }
    shown
  }
  voice_of <- function(code) {
    of <- samples[startsWith(names(samples), paste0(code, " "))]
    if (length(of) > 0 && all(sapply(of, function(one) one$shown != "few")))
      tell(what = "equal_voice", code = code, figure = mean(sapply(of, function(one) mean(one$x))))
  }
  units_of <- function(g) sort(setdiff(unique(s$unit[s$group == g]), ""), method = "radix")
  for (g in s$asked_groups) {
    submitted <- sum(s$group == g); N <- s$invited[g]
    emit(kind = "group", group = g, n = submitted, shown = "yes")
    if (!is.null(N) && !is.na(N)) {
      tell(what = "invited", group = g, figure = N)
      if (N > 0 && N >= submitted) tell(what = "response_rate", group = g, figure = submitted / N)
    }
    if (!(g %in% s$in_role)) for (u in units_of(g))
      emit(kind = "group", group = g, unit = u, n = sum(s$group == g & s$unit == u), shown = "yes")
  }
  for (item in s$items) {
    for (g in s$groups) if (asked(s, g, item)) {
      x <- s$score[s$group == g, item]; x <- x[!is.na(x)]
      text <- s$text[s$group == g, item]
      given <- counts_given(s, g, c(sum(text == "DK"), sum(text == "NA"), sum(text == "")))
      agree <- c(NA, NA)
      if (length(x) > 0) agree <- suppressWarnings(prop.test(sum(x >= s$agree_from), length(x), correct = FALSE)$conf.int)
      shown <- summary_of("indicator", item, g, x, agree = mean(x >= s$agree_from), agree_low = agree[1],
                          agree_high = agree[2], dk = given[1], na = given[2], blank = given[3])
      if (shown == "yes") tell(what = "distribution", code = item, group = g,
                               figure = paste(table(factor(x, levels = s$low:s$high)), collapse = " "))
    }
    voice_of(item)
  }
  for (p in names(s$points)) {
    for (g in s$groups) {
      own <- asked_of(s, g, s$points[[p]])
      if (length(own) == 0) next
      person <- person_scores(s, s$group == g, own)
      x <- person[!is.na(person)]
      summary_of("focus_point", p, g, x, alpha = alpha_of(s$score[s$group == g, own, drop = FALSE]))
      if (g %in% s$in_role) next
      us <- units_of(g); unit <- s$unit[s$group == g]
      n <- vapply(us, function(u) sum(!is.na(person[unit == u])), 0L)
      state <- units_shown(n, length(x), s$k)
      for (i in seq_along(us)) {
        if (state[i] == "mean") emit(kind = "focus_point", code = p, group = g, unit = us[i], n = n[[i]],
                                     mean = mean(person[unit == us[i]], na.rm = TRUE), shown = "mean")
        else emit(kind = "focus_point", code = p, group = g, unit = us[i], shown = state[[i]])
      }
    }
    voice_of(p)
  }
  for (v in s$values) {
    for (g in s$groups) {
      own <- asked_of(s, g, names(s$value_of)[s$value_of == v])
      if (length(own) == 0) next
      x <- person_scores(s, s$group == g, own)
      summary_of("value", v, g, x[!is.na(x)])
    }
    voice_of(v)
  }
  for (code in c(s$items, names(s$points))) for (pair in combn(s$groups, 2, simplify = FALSE)) {
    one <- samples[[paste(code, pair[1])]]; other <- samples[[paste(code, pair[2])]]
    if (is.null(one) || is.null(other)) next
    shown <- shown_between(one$shown, other$shown)
    ci <- if (shown == "yes") welch(one$x, other$x) else c(NA, NA)
    emit(kind = "gap", code = code, group = pair[1], other_group = pair[2],
         mean = if (shown == "few") NA else mean(one$x) - mean(other$x), ci_low = ci[1], ci_high = ci[2], shown = shown)
  }
  list(rows = do.call(rbind, rows), beside = do.call(rbind, beside), samples = samples)
}

# Change from one screening to a later one: later minus earlier, and what can't be compared with the reason.
changes_of <- function(earlier, later, of_earlier, of_later) {
  rows <- list()
  emit <- function(...) rows[[length(rows) + 1]] <<- row_of(c("kind", "code", "group", "mean", "ci_low", "ci_high", "shown", "reason"), ...)
  why_not <- function(before, after, same, otherwise) {
    if (!before && !after) "nobody" else if (!before) "new" else if (!after) "gone" else if (!same) otherwise else ""
  }
  compare <- function(kind, code, g, reason) {
    if (reason == "nobody") return()
    if (reason != "") return(emit(kind = kind, code = code, group = g, reason = reason))
    one <- of_later$samples[[paste(code, g)]]; other <- of_earlier$samples[[paste(code, g)]]
    shown <- shown_between(one$shown, other$shown)
    ci <- if (shown == "yes") welch(one$x, other$x) else c(NA, NA)
    emit(kind = kind, code = code, group = g, mean = if (shown == "few") NA else mean(one$x) - mean(other$x),
         ci_low = ci[1], ci_high = ci[2], shown = shown)
  }
  all_groups <- union(later$groups, earlier$groups)
  has <- function(s, g, item) g %in% s$groups && item %in% s$items && asked(s, g, item)
  own <- function(s, g, p) if (g %in% s$groups) asked_of(s, g, s$points[[p]]) else character()
  number <- function(s, item) if (item %in% names(s$wording)) s$wording[[item]] else 1
  for (item in union(later$items, earlier$items)) for (g in all_groups)
    compare("indicator", item, g, why_not(has(earlier, g, item), has(later, g, item),
                                          number(earlier, item) == number(later, item), "wording"))
  for (p in union(names(later$points), names(earlier$points))) for (g in all_groups) {
    before <- own(earlier, g, p); after <- own(later, g, p)
    same <- setequal(before, after) && all(sapply(after, function(i) number(earlier, i) == number(later, i)))
    compare("focus_point", p, g, why_not(length(before) > 0, length(after) > 0, same, "items"))
  }
  do.call(rbind, rows)
}

# The files of a screening, in a folder of its name.
list_of <- function(x) paste0("[", paste0('"', x, '"', collapse = ", "), "]")
write_rows <- function(rows, file) write.table(rows, file, sep = ",", quote = FALSE, row.names = FALSE)
write_screening <- function(s) {
  dir.create(s$name, showWarnings = FALSE)
  toml <- c(sprintf('id = "%s"', s$id), "version = 1", 'languages = ["da"]', "[scale]", paste("min =", s$low),
            paste("max =", s$high), paste("agree_from =", s$agree_from))
  for (g in s$groups) {
    toml <- c(toml, "[[groups]]", sprintf('id = "%s"', g),
              sprintf('disclosure = "%s"', if (g %in% s$in_role) "in-role" else "protected"))
    if (g %in% s$users) toml <- c(toml, "service_users = true")
    if (g %in% names(s$order)) toml <- c(toml, paste("order =", list_of(s$order[[g]])))
  }
  for (v in s$values) toml <- c(toml, "[[values]]", sprintf('id = "%s"', v))
  for (p in names(s$points)) {
    toml <- c(toml, "[[focus_points]]", sprintf('id = "%s"', p))
    for (item in s$points[[p]]) {
      of <- Filter(function(g) belongs(s, g, item), s$groups)
      toml <- c(toml, "[[focus_points.indicators]]", sprintf('id = "%s"', item), paste("groups =", list_of(of)))
      in_short <- Filter(function(g) item %in% s$short[[g]], of)
      if (length(in_short) > 0) toml <- c(toml, paste("short =", list_of(in_short)))
      if (item %in% names(s$value_of)) toml <- c(toml, sprintf('value = "%s"', s$value_of[[item]]))
      turned <- intersect(s$reverse[[item]], of)
      if (length(turned) > 0) toml <- c(toml, paste("reverse =", list_of(turned)))
      if (item %in% names(s$wording)) toml <- c(toml, paste("wording =", s$wording[[item]]))
    }
  }
  writeLines(toml, file.path(s$name, "instrument.toml"))
  short <- if (length(s$answers_short) > 0) list_of(s$answers_short) else "[]"
  writeLines(c(paste("min_group_size =", s$k), paste("short =", short), "[invited]",
               sprintf("%s = %d", names(s$invited), s$invited)), file.path(s$name, "case.toml"))
  write_rows(data.frame(response_id = seq_along(s$group), group = s$group, unit = s$unit, s$text, check.names = FALSE),
             file.path(s$name, "answers.csv"))
  found <- scores_of(s)
  write_rows(found$rows, file.path(s$name, "scores.csv"))
  write_rows(found$beside, file.path(s$name, "beside.csv"))
  invisible(found)
}
