package se.ledfyr.methods.forecast;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Many possible rests of a year. Only what is still to come is drawn; what is bound already is added
/// to each.
///
/// @param cost what was used by the end of each month, one row a simulation
/// @param persons admitted after `asOf`, one number a simulation
record Simulation(Months months, long[][] cost, int[] persons) {

    static Simulation run(ArrivalModel model, Question question) {
        Months months = Months.of(question.asOf(), question.end());
        long[] bound = bound(question, months);
        long[][] cost = new long[question.simulations()][];
        int[] persons = new int[question.simulations()];
        Waiting.Drawn waiting = new Waiting.Drawn(question.waiting());
        IntStream.range(0, question.simulations()).parallel().forEach(i -> {
            One one = new One(model, months, question, new Draws(question.seed(), i), bound, waiting);
            one.comeByThemselves();
            one.comeInGroups();
            question.whatIf().forEach(whatIf -> one.comeBesides(whatIf, question));
            one.areAdmitted(question.waiting().applied());
            long sum = question.used();
            for (int month = 0; month < months.count(); month++) {
                sum += one.cost[month];
                one.cost[month] = sum;
            }
            cost[i] = one.cost;
            persons[i] = one.persons;
        });
        return new Simulation(months, cost, persons);
    }

    /// What all simulations had used by the end of a month, in order.
    long[] sorted(int month) {
        return Arrays.stream(cost).mapToLong(row -> row[month]).sorted().toArray();
    }

    private static long[] bound(Question question, Months months) {
        long[] bound = new long[months.count()];
        for (int day = 0; day < question.bound().size(); day++) {
            bound[months.of(day)] += question.bound().get(day);
        }
        return bound;
    }

    /// One possible rest of a year.
    private static final class One {

        private final ArrivalModel model;
        private final Months months;
        private final int days;
        private final int known;
        private final Draws draws;
        private final long[] cost;
        private final Waiting.Drawn waiting;
        private int persons;

        One(ArrivalModel model, Months months, Question question, Draws draws, long[] bound, Waiting.Drawn waiting) {
            this.model = model;
            this.months = months;
            this.days = question.days();
            this.known = question.asOf().getYear();
            this.draws = draws;
            this.cost = bound.clone();
            this.waiting = waiting;
        }

        /// The rate drifts from month to month by a beta distributed factor with mean 1, as what is
        /// known of it fades.
        void comeByThemselves() {
            List<Level> levels = model.levels().draws();
            Level drawn = levels.get(draws.below(levels.size()));
            Rate rate = drawn.rate();
            double level = rate.mean() * draws.gammaAroundOne(rate.shape());
            double shape = rate.shape();
            double ofYear = drawn.thisYear();
            int year = known;
            for (int month = 0; month < months.count(); month++) {
                YearMonth name = months.names().get(month);
                if ((month > 0 || months.beginsAnew()) && rate.discount() < 1) {
                    double kept = rate.discount() * shape;
                    level *= draws.beta(kept, shape - kept) / rate.discount();
                    shape = kept;
                }
                if (name.getYear() != year) {
                    year = name.getYear();
                    ofYear = draws.gammaAroundOne(drawn.yearShape());
                }
                comeIn(month, level * drawn.seasons().of(name) * ofYear);
            }
        }

        private void comeIn(int month, double aMonth) {
            int parties = draws.poisson(aMonth * History.months(months.days(month)));
            for (int i = 0; i < parties; i++) {
                int day = months.first()[month] + draws.below(months.days(month));
                List<Course> party =
                        model.parties().get(draws.below(model.parties().size()));
                if (!waitsAlready(day)) {
                    party.forEach(course -> come(course, day));
                }
            }
        }

        /// Whether somebody who is admitted on a day is one of those who are known to wait.
        private boolean waitsAlready(int day) {
            return waiting.seesAny() && draws.happens(waiting.alreadyApplied(day + 1));
        }

        /// Those who wait, each with the likelihood of this simulation; members of a group on the same
        /// day.
        void areAdmitted(List<Waiting.Applied> applied) {
            if (applied.isEmpty()) {
                return;
            }
            double share = waiting.admittedShare(draws);
            for (Waiting.Applied each : applied) {
                int day = waiting.until(each.waited(), draws) - 1;
                if (each.members().isEmpty()) {
                    List<Course> party =
                            model.parties().get(draws.below(model.parties().size()));
                    if (draws.happens(share) && day < days) {
                        party.forEach(course -> come(course, day));
                    }
                }
                for (Course member : each.members()) {
                    if (draws.happens(share) && day < days) {
                        come(member, day);
                    }
                }
            }
        }

        void comeInGroups() {
            GroupShocks groups = model.groups();
            for (UnderWay group : groups.underWay()) {
                UnderWay.Rest rest = group.rests().get(draws.below(group.rests().size()));
                for (int member = 0; member < rest.persons(); member++) {
                    comeAsMember(draws.below(rest.days()));
                }
            }
            if (groups.perYear() == 0) {
                return;
            }
            double expected = groups.perYear() * draws.gammaAroundOne(groups.shape()) * History.months(days) / 12;
            int number = draws.poisson(expected);
            for (int i = 0; i < number; i++) {
                int first = draws.below(days);
                int size = groups.size(draws);
                if (waitsAlready(first)) {
                    continue;
                }
                for (int member = 0; member < size; member++) {
                    comeAsMember(first + draws.below(groups.span() + 1));
                }
            }
        }

        /// Those of the assumed persons who would have come already, or come only next year, are none
        /// of this.
        void comeBesides(Question.WhatIf whatIf, Question question) {
            int first = (int) ChronoUnit.DAYS.between(question.asOf(), whatIf.first()) - 1;
            int span = (int) ChronoUnit.DAYS.between(whatIf.first(), whatIf.last()) + 1;
            for (int i = 0; i < whatIf.persons(); i++) {
                comeAsMember(first + draws.below(span));
            }
        }

        private void comeAsMember(int day) {
            Course course = model.members().get(draws.below(model.members().size()));
            if (day >= 0 && day < days) {
                come(course, day);
            }
        }

        private void come(Course course, int day) {
            persons++;
            months.spread(varied(course), day, cost);
        }

        private Course varied(Course course) {
            double spread = model.costSpread();
            if (spread == 0 || course.once() == 0) {
                return course;
            }
            double times = draws.gammaAroundOne(1 / (spread * spread));
            return new Course(Math.round(course.once() * times), course.days(), course.perDay());
        }
    }
}
