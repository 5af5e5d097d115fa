# Screenings made of real answers, and of drawn ones, with their scores by R: Rscript sets.R, in this folder.
# Debian: r-base-core r-cran-psych r-cran-psychtools r-cran-psychotools r-cran-multilevel r-cran-cardata r-cran-psy
# r-cran-survey. What the sets are, and their licences: README.md. Groups, units and reversed wordings are chosen so that
# every rule is met; they say nothing about the people who answered.
source("scores.R")
set_from <- function(name, package) { e <- new.env(); data(list = name, package = package, envir = e); e[[name]] }
# A share of the answers left out, where a set has no missing ones of its own.
with_gaps <- function(x, share, seed) { set.seed(seed); x[runif(length(x)) < share] <- NA; x }

# 6 steps, 1 to 6.
bfi <- set_from("bfi", "psychTools")[1:800, ]
bfi_groups <- c("minors", "teens", "young", "adults", "late", "elders")
bfi_group <- as.character(cut(bfi$age, c(0, 15, 17, 24, 54, 60, 100), labels = bfi_groups))
bfi_unit <- ifelse(is.na(bfi$education), "", paste0("e", bfi$education))
bfi_unit[bfi_unit == "" & bfi_group %in% c("minors", "teens")] <- "u"
bfi_points <- setNames(lapply(c("A", "C", "E", "N", "O"), paste0, 1:5), c("A", "C", "E", "N", "O"))
turned <- c("A1", "C4", "C5", "E1", "E2", "O2", "O5")
write_screening(screening("bfi", as.matrix(bfi[unlist(bfi_points)]), bfi_group, bfi_unit, 1, 6, 5, bfi_points, bfi_groups,
  in_role = "elders", users = "teens", reverse = setNames(rep(list(c("young", "adults")), 7), turned),
  not_asked = list(elders = bfi_points$E, minors = c("O4", "O5")),
  value_of = c(A1 = "x", C1 = "x", E1 = "x", N1 = "x", O1 = "y", O2 = "y", A2 = "y"),
  # late: fewer than answered; teens: unknown.
  invited = c(minors = 20, young = 400, adults = 426, late = 9, elders = 5)))

# 3 steps, 0 to 2, and the same answers as 2 steps, 0 and 1.
verbal <- set_from("VerbalAggression", "psychotools")
verbal_items <- sub("^s([1-4])", "S\\1", tolower(gsub("-", "", colnames(verbal$resp))))
verbal_points <- split(verbal_items, substr(verbal_items, 1, 2))
verbal_groups <- c("calm", "even", "quick", "hot", "front")
verbal_group <- as.character(cut(verbal$anger, c(0, 14, 18, 23, 33, 99), labels = verbal_groups))
verbal_unit <- c("Øst", "Ærø", "a", "Z", "")[1 + (seq_along(verbal_group) * 7 %% 11 + verbal$anger) %% 5]
of_verbal <- function(name, resp, high, agree_from, k) {
  resp <- with_gaps(resp, 0.06, 3); colnames(resp) <- verbal_items
  write_screening(screening(name, resp, verbal_group, verbal_unit, 0, high, agree_from, verbal_points, verbal_groups,
    in_role = "front", users = c("calm", "quick"), k = k,
    reverse = setNames(list("hot", c("calm", "front"), verbal_groups), verbal_items[c(1, 8, 20)]),
    not_asked = list(front = verbal_points[[1]]), short = setNames(list(verbal_items[c(2, 3, 9, 15, 16, 17)]), "quick"),
    answers_short = "quick", value_of = setNames(rep(c("want", "do"), each = 5), verbal_items[c(1:3, 7:8, 13:14, 19:21)]),
    order = list(even = rev(names(verbal_points))), invited = c(calm = 60, even = 1000, quick = 10, front = 40)))
}
of_verbal("verbal", verbal$resp, 2, 1, 5)
of_verbal("verbal-yes-no", verbal$resp2, 1, 1, 8)

# 5 steps, 1 to 5, companies as units.
lead <- set_from("lq2002", "multilevel")
lead <- lead[lead$COMPID %in% c(2, 6, 9, 10, 14, 17, 23, 30, 31, 38, 50, 54), ]
lead_points <- list(lead = sprintf("LEAD%02d", 1:11), sense = sprintf("TSIG%02d", 1:3))
lead_groups <- c("officers", "first", "second", "third")
lead_group <- ifelse(lead$COMPID == 54, "officers", lead_groups[2 + lead$SUB %% 3])
write_screening(screening("lead", with_gaps(as.matrix(lead[unlist(lead_points)]), 0.1, 5), lead_group,
  ifelse(lead$SUB %% 9 == 0, "", paste0("company-", lead$COMPID)), 1, 5, 4, lead_points, lead_groups, in_role = "officers",
  users = "third", reverse = list(LEAD03 = "first", TSIG01 = c("second", "officers")),
  value_of = c(LEAD01 = "v", LEAD05 = "v", TSIG02 = "v"), invited = c(officers = 14, first = 90, third = 80)))

# 5 steps, 0 to 4, a larger smallest group.
beliefs <- set_from("ConspiracistBeliefs2016", "psychotools")[1:420, ]
colnames(beliefs$resp) <- paste0("q", 1:15)
write_screening(screening("beliefs", with_gaps(beliefs$resp, 0.03, 7), as.character(beliefs$gender),
  as.character(beliefs$area), 0, 4, 3, list(rule = paste0("q", 1:5), hide = paste0("q", 6:12), rest = paste0("q", 13:15)),
  c("male", "female", "other"), users = "other", reverse = list(q2 = "female", q15 = c("male", "other")),
  not_asked = list(other = "q13"), value_of = c(q1 = "v", q6 = "v", q13 = "w"), k = 12,
  invited = c(male = 260, female = 300, other = 21)))

# 7 steps, 1 to 7, and 9 steps, 1 to 9. Answers that the set has filled in are no whole numbers: left out.
youth <- set_from("YouthGratitude", "psychotools")
youth <- youth[seq(1, nrow(youth), 4), ]
whole <- function(x) { x <- as.matrix(x); x[x != round(x) | x > 9] <- NA; x }
ages <- c("a10", "a12", "a14", "a15", "a16", "a17")
age <- ages[as.integer(youth$agegroup)]
of_youth <- function(name, points, high, agree_from, reverse, invited)
  write_screening(screening(name, with_gaps(whole(youth[unlist(points)]), 0.05, high), age, paste0("u", youth$age %/% 2), 1, high,
    agree_from, points, ages, in_role = "a17", users = c("a10", "a16"), reverse = reverse, invited = invited))
of_youth("gratitude-7", list(gq = paste0("gq6_", 1:6)), 7, 6, list(gq6_3 = ages, gq6_6 = c("a10", "a14")), c(a10 = 55, a17 = 80))
of_youth("gratitude-9", list(losd = paste0("losd_", 1:6), sa = paste0("sa_", 1:6), ao = paste0("ao_", 1:4)), 9, 7,
         setNames(rep(list(ages[1:5]), 5), paste0("losd_", 2:6)), c(a12 = 500, a14 = 53))

# 11 steps, 1 to 11: one item has them all, the others use the lower five.
election <- set_from("BEPS", "carData")[1:330, ]
election_items <- c("Europe", "economic.cond.national", "economic.cond.household", "Blair", "Hague", "Kennedy")
parties <- c("Conservative", "Labour", "Liberal")
election_group <- ifelse(election$age > 85, "eldest", sub(" .*", "", as.character(election$vote)))
write_screening(screening("election", with_gaps(as.matrix(election[election_items]), 0.04, 11), election_group,
  paste0(election$gender, election$political.knowledge), 1, 11, 8,
  list(europe = "Europe", economy = election_items[2:3], leaders = election_items[4:6]), c("eldest", parties), in_role = "eldest",
  users = "Labour", reverse = list(Europe = c("Labour", "eldest"), Hague = parties),
  value_of = c(Europe = "v", Blair = "v"), invited = c(eldest = 30, Conservative = 110, Labour = 700)))

# 4 steps, 1 to 4, twice: the second time with one statement changed, one moved, one left out, one new, a group's longer
# form, a group that is new and one that is gone, one with few the first time and one with few the second.
sai <- set_from("sai", "psychTools")
sai_group <- tolower(as.character(sai$study))
first <- sai$time == 1 & sai_group %in% c("film", "flat", "ages", "gray", "vale", "pat", "cart")
second <- sai$time > 1 & sai_group %in% c("film", "flat", "ages", "rob", "vale", "pat", "cart") & sai$time < 4
kept <- function(of, most) ave(of, sai_group, FUN = cumsum) <= most[sai_group] & of
most <- function(...) { most <- c(film = 80, flat = 60, ages = 50, gray = 20, vale = 30, pat = 12, rob = 30, cart = 30); most[names(c(...))] <- c(...); most }
first <- kept(first, most(vale = 8, pat = 12, cart = 30))
second <- kept(second, most(vale = 30, pat = 4, cart = 7, ages = 14))
peace <- c("calm", "secure", "at.ease", "rested", "comfortable", "relaxed")
tension <- c("tense", "anxious", "nervous", "jittery", "high.strung")
mood <- c("joyful", "pleasant", "content"); worry <- c("upset", "regretful", "worrying")
of_sai <- function(name, rows, points, groups, ...) {
  screening(name, as.matrix(sai[rows, unlist(points)]), sai_group[rows], paste0("t", sai$id[rows] %% 3), 1, 4, 3, points, groups,
            in_role = "ages", users = "flat", id = "sai", short = list(film = c(peace[1:3], mood), flat = worry), ...)
}
sai_1 <- of_sai("sai-1", first, list(peace = peace, tension = tension, mood = c(mood, "rattled"), worry = worry, pride = "confident"),
  c("ages", "film", "flat", "gray", "vale", "pat", "cart"), reverse = list(upset = c("flat", "pat")), answers_short = "film",
  invited = c(film = 95, flat = 61))
sai_2 <- of_sai("sai-2", second, list(tension = c(tension, "worried"), peace = peace, mood = c(mood, "confident"), worry = worry),
  c("flat", "film", "ages", "rob", "vale", "pat", "cart"), reverse = list(upset = c("flat", "pat")), wording = c(secure = 2),
  not_asked = list(flat = "content", pat = "worrying", cart = "worried"))
write_rows(changes_of(sai_1, sai_2, write_screening(sai_1), write_screening(sai_2)), "sai-2/changes.csv")

# 2 steps, 1 and 2, twice with nothing changed.
epi <- set_from("epiR", "psychTools")
epi_points <- list(E = paste0("V", c(1, 3, 8, 10, 13, 17)), N = paste0("V", c(2, 4, 7, 9, 11)))
of_epi <- function(name, time) {
  rows <- epi$time == time & epi$id %% 2 == 0
  screening(name, as.matrix(epi[rows, unlist(epi_points)]), tolower(epi$study[rows]), "", 1, 2, 2, epi_points,
            c("cart", "maps", "mixx", "xray"), users = "maps", in_role = "mixx", reverse = list(V3 = c("cart", "xray")), id = "epi")
}
epi_1 <- of_epi("epi-1", 1); epi_2 <- of_epi("epi-2", 2)
write_rows(changes_of(epi_1, epi_2, write_screening(epi_1), write_screening(epi_2)), "epi-2/changes.csv")

# Every number of steps from 2 to 11, drawn: few persons, sizes about k and 2k, and much left out.
for (steps in 2:11) {
  set.seed(steps)
  low <- sample(c(0, 1, 3), 1); high <- low + steps - 1; k <- c(5, 5, 6, 9)[1 + steps %% 4]
  drawn_groups <- c("g1", "g2", "g3", "g4", "g5")
  sizes <- c(sample(1:3, 1), sample(k:(2 * k - 1), 1), 2 * k, sample(32:45, 1), sample(0:(k + 1), 1))
  of <- sample(rep(drawn_groups, sizes))
  items <- paste0("i", 1:9)
  raw <- t(sapply(of, function(g) pmin(high, pmax(low, round(rnorm(9, low + runif(1) * (steps - 1), steps / 5))))))
  colnames(raw) <- items
  raw <- with_gaps(raw, 0.15, steps); raw[of == "g3", "i1"] <- high; raw[of == "g4", "i9"] <- low
  write_screening(screening(paste0("drawn-", steps), raw, unname(of), sample(c("", "Å", "b", "C", "Ø"), length(of), TRUE), low, high,
    sample((low + 1):high, 1), list(p = items[1:4], q = items[5:8], r = items[9]), drawn_groups, in_role = c("g1", "g5")[1:(1 + steps %% 2)],
    users = "g2", reverse = setNames(lapply(1:3, function(x) sample(drawn_groups, 2)), sample(items, 3)),
    not_asked = list(g2 = "i4", g3 = items[5:8]), short = list(g4 = items[c(1, 2, 5, 6, 9)]), answers_short = if (steps %% 3 == 0) "g4",
    value_of = c(i1 = "v", i2 = "v", i6 = "v", i7 = "w", i8 = "w"), invited = c(g1 = 3, g2 = 2 * k, g3 = 2 * k, g4 = 60)))
}
