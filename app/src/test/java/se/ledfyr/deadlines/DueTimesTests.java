package se.ledfyr.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTimesTests {

    /// Public holidays of lagen (1989:253) that are no Sundays, each in a year where it falls on Monday to Friday, and
    /// the three eves that lagen (1930:173) names beside them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", // New Year's Day
                "2026-01-06", // Epiphany
                "2026-04-03", // Good Friday
                "2026-04-06", // Easter Monday
                "2026-05-01", // First of May
                "2026-05-14", // Ascension Day
                "2025-06-06", // National Day
                "2026-06-19", // Midsummer Eve
                "2026-12-24", // Christmas Eve
                "2026-12-25", // Christmas Day
                "2025-12-26", // Boxing Day
                "2026-12-31", // New Year's Eve
                "2024-05-09", // Ascension Day
                "2027-03-26" // Good Friday
            })
    void nobodyWorksOnHolidaysAndTheThreeEves(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05", // eve of Epiphany
                "2026-04-02", // Maundy Thursday
                "2026-04-30", // eve of the First of May
                "2026-05-15", // the day between
                "2026-05-25", // Whit Monday, a holiday until 2004
                "2026-06-18",
                "2026-06-22",
                "2026-10-30", // eve of All Saints
                "2026-12-23"
            })
    void daysThatOnlyFeelFreeAreWorkingDays(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isTrue();
    }

    @Test
    void saturdaysAndSundaysAreNoWorkingDays() {
        // Midsummer Day and All Saints are Saturdays; Easter and Whitsun are Sundays.
        for (String day : List.of("2026-06-20", "2026-10-31", "2026-04-05", "2026-05-24", "2026-11-21", "2026-11-22")) {
            assertThat(WorkingDays.isWorkingDay(LocalDate.parse(day))).as(day).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The working day before Midsummer: Thursday; then Friday, Saturday and Sunday are free.
        "2026-06-18T10:00, 1, 2026-06-22",
        "2026-06-17T23:59, 2, 2026-06-22",
        // From Maundy Thursday over Easter.
        "2026-04-02T08:00, 1, 2026-04-07",
        // Christmas 2026: Thursday to Sunday are free, then New Year from Thursday again.
        "2026-12-23T12:00, 1, 2026-12-28",
        "2026-12-23T12:00, 4, 2027-01-04",
        // Begun on a Sunday.
        "2026-11-22T12:00, 10, 2026-12-04"
    })
    void workingDaysCountFromTheDayAfter(LocalDateTime from, int amount, LocalDate last) {
        DueTime due = Counting.due(swedish(from), rule(amount, RuleUnit.WORKING_DAYS, true, null));

        assertThat(due.lastDay()).isEqualTo(last);
        assertThat(due.dueAt()).isEqualTo(swedish(last.plusDays(1).atStartOfDay()));
    }

    @Test
    void twentyFourHoursAreTwentyFourHoursWhenTheClocksChange() {
        Rule day = rule(24, RuleUnit.HOURS, false, null);
        // Summer time begins in the night to 29 March 2026 and ends in the night to 25 October.
        assertThat(Counting.due(swedish("2026-03-28T12:00"), day).dueAt()).isEqualTo(swedish("2026-03-29T13:00"));
        assertThat(Counting.due(swedish("2026-10-24T12:00"), day).dueAt()).isEqualTo(swedish("2026-10-25T11:00"));
        assertThat(Counting.due(swedish("2026-06-01T12:00"), day).dueAt()).isEqualTo(swedish("2026-06-02T12:00"));
    }

    @Test
    void daysEndAtSwedishMidnightWhateverTheClocksDo() {
        Rule day = rule(1, RuleUnit.DAYS, false, null);
        Rule same = rule(0, RuleUnit.SAME_DAY, false, null);

        assertThat(Counting.due(swedish("2026-03-28T12:00"), day).dueAt())
                .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(Counting.due(swedish("2026-10-24T12:00"), day).dueAt())
                .isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
        // The longest and the shortest day there are.
        Instant longest = swedish("2026-10-25T00:00");
        Instant shortest = swedish("2026-03-29T00:00");
        assertThat(Duration.between(longest, Counting.due(longest, same).dueAt()))
                .isEqualTo(Duration.ofHours(25));
        assertThat(Duration.between(shortest, Counting.due(shortest, same).dueAt()))
                .isEqualTo(Duration.ofHours(23));
    }

    /// 02:30 comes twice when summer time ends, and not at all when it begins.
    @Test
    void theHourThatComesTwiceIsTwoHours() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        Rule two = rule(2, RuleUnit.HOURS, false, null);

        assertThat(Counting.due(first, two).dueAt()).isEqualTo(swedish("2026-10-25T03:30"));
        assertThat(Counting.due(second, two).dueAt()).isEqualTo(swedish("2026-10-25T04:30"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, 2026-02-28",
        "2028-01-31, 1, 2028-02-29",
        "2026-08-31, 6, 2027-02-28",
        "2026-11-22, 3, 2027-02-22"
    })
    void monthsEndOnTheSameNumberOrTheMonthsLastDay(LocalDate from, int months, LocalDate last) {
        DueTime due = Counting.due(swedish(from.atTime(15, 0)), rule(months, RuleUnit.MONTHS, false, null));

        assertThat(due.lastDay()).isEqualTo(last);
        assertThat(due.isWholeDay()).isTrue();
    }

    @Test
    void aLastDayRollsToAWorkingDayOnlyWhereTheRuleSaysSo() {
        // Fourteen days after 5 June 2026 is Midsummer Eve.
        Instant from = swedish("2026-06-05T09:00");

        assertThat(Counting.due(from, rule(14, RuleUnit.DAYS, true, null)).lastDay())
                .isEqualTo("2026-06-22");
        assertThat(Counting.due(from, rule(14, RuleUnit.DAYS, false, null)).lastDay())
                .isEqualTo("2026-06-19");
        // Hours that end on a Saturday.
        Instant friday = swedish("2026-11-20T16:00");
        assertThat(Counting.due(friday, rule(24, RuleUnit.HOURS, true, null)).lastDay())
                .isEqualTo("2026-11-23");
        assertThat(Counting.due(friday, rule(24, RuleUnit.HOURS, false, null)).dueAt())
                .isEqualTo(swedish("2026-11-21T16:00"));
    }

    @Test
    void theReminderComesAfterItsShareOfTheTime() {
        Instant from = swedish("2026-11-20T16:00");

        assertThat(Counting.due(from, rule(24, RuleUnit.HOURS, false, "0.5")).halfAt())
                .isEqualTo(swedish("2026-11-21T04:00"));
        assertThat(Counting.due(from, rule(24, RuleUnit.HOURS, false, null)).halfAt())
                .isNull();
        // So late that nothing is left to divide.
        Instant late = swedish("2026-11-20T23:59").plusSeconds(59);
        assertThat(Counting.due(late, rule(0, RuleUnit.SAME_DAY, false, "0.5")).halfAt())
                .isNotNull()
                .isBefore(swedish("2026-11-21T00:00"));
    }

    @Test
    void everyLimitThatTheHouseNeedsIsDelivered() {
        Set<String> codes = new HashSet<>();
        for (Rule rule : DeliveredRules.read()) {
            codes.add(rule.code());
            assertThat(rule.isValidOn(LocalDate.parse("2026-11-22")))
                    .as(rule.code())
                    .isTrue();
            assertThat(rule.sourceSv()).isNotBlank();
            assertThat(rule.sourceEn()).isNotBlank();
        }
        assertThat(codes)
                .contains(
                        "answer_acute",
                        "answer_child",
                        "answer_reflection",
                        "answer_other",
                        "answer_second_period",
                        "reflection_period",
                        "nsp_rest",
                        "nsp_integration",
                        "permit",
                        "follow_up",
                        "review",
                        "social_services_contact",
                        "break_glass");
    }

    @ParameterizedTest
    @CsvSource({
        "answer_acute, 2026-11-20T19:00, 2026-11-21T19:00",
        "answer_child, 2026-11-20T19:00, 2026-11-21T00:00",
        "answer_reflection, 2026-11-20T19:00, 2026-11-24T00:00",
        "answer_other, 2026-11-20T19:00, 2026-12-05T00:00",
        "reflection_period, 2026-11-20T19:00, 2026-12-21T00:00",
        "nsp_rest, 2026-11-20T19:00, 2026-12-21T00:00",
        "nsp_integration, 2026-11-20T19:00, 2027-02-19T00:00"
    })
    void theDeliveredRulesGiveTheTimesOfTheField(String code, LocalDateTime from, LocalDateTime due) {
        Rule rule = DeliveredRules.read().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();

        assertThat(Counting.due(swedish(from), rule).dueAt()).isEqualTo(swedish(due));
    }

    @Test
    void aRuleGuardsItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(0, RuleUnit.DAYS, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(1, RuleUnit.SAME_DAY, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(1, RuleUnit.DAYS, false, "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DueTime(Instant.EPOCH, Instant.EPOCH));
    }

    private static Rule rule(int amount, RuleUnit unit, boolean rolls, @Nullable String reminder) {
        return new Rule(
                "tried",
                amount,
                unit,
                rolls,
                reminder == null ? null : new BigDecimal(reminder),
                LocalDate.EPOCH,
                null,
                "prov",
                "tried",
                Rule.Ground.HOUSE,
                "prov",
                "tried");
    }

    private static Instant swedish(String local) {
        return swedish(LocalDateTime.parse(local));
    }

    private static Instant swedish(LocalDateTime local) {
        return local.atZone(DueTime.SWEDISH_TIME).toInstant();
    }
}
