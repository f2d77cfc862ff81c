/*
 * dates_grammar: the rules of the date grammar, between the files that hold them. A rule reads at piece i and
 * gives the index behind what it took with the value in *v, or 0.
 */
#ifndef DATES_GRAMMAR_H
#define DATES_GRAMMAR_H

#include "dates.h"

typedef size_t date_rule(const struct pieces *t, size_t i, const struct date_context *c, struct timex *v);

date_rule rule_day;      /* Thursday, July 31st, 2025; 3 May; 2025-07-31; 31/07/2025 */
date_rule rule_month;    /* July 2025; July */
date_rule rule_year;     /* 2025; the year 2025; fiscal 2025 */
date_rule rule_decade;   /* 1990s; '90s */
date_rule rule_century;  /* 19th century */
date_rule rule_quarter;  /* third quarter of 2025; Q3; first half of the year */
date_rule rule_holiday;  /* New Year's Eve; Easter 2024 */
date_rule rule_weekday;  /* Thursday; last Thursday; every Friday */
date_rule rule_season;   /* last summer; the spring of 2024 */
date_rule rule_step;     /* last week; the past 14 years; recent months; that day */
date_rule rule_distance; /* two years ago; a day earlier */
date_rule rule_duration; /* 14 years; two-week; a month; 23-year-old */
date_rule rule_deictic;  /* today; the day before yesterday */
date_rule rule_often;    /* daily; every two weeks */
date_rule rule_age;      /* the 23 of ", 23," behind a name */
date_rule rule_edge;     /* earlier this month; mid-July; late last year */
date_rule rule_end;      /* the end of 2024; the start of the year */

/* The longest that any rule but `edge` and `end` takes. */
date_rule rule_any;

/* A year by itself at i: 1000 .. 2100. Gives it, or 0. */
int grammar_year(const struct pieces *t, size_t i);

/* BC, BCE or B.C. at i: the index behind, or 0. */
size_t grammar_before_christ(const struct pieces *t, size_t i);

/* Would a number that ends at i be read as so many of what stands there, rather than as a year? */
bool grammar_counts_things(const struct pieces *t, size_t i);

/* "of 2024", "2024", ", 2024", "of last year" behind a period; i and *year stay if there is none. */
size_t grammar_of_year(const struct pieces *t, size_t i, const struct date_context *c, int *year);

/* First, 2nd, 31st at i, in words or digits, and its index behind; 0 if there is none. */
size_t grammar_ordinal(const struct pieces *t, size_t i, int *n);

/* Does a preposition or the like stand before piece i, so that a doubtful word there is a date? */
bool grammar_date_is_expected(const struct pieces *t, size_t i);

#endif
