package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/// What must hold for every register, however odd.
class EnginePropertyTests {

    private static final int TRIES = 10;

    private static final Register REGISTER = new Register();

    @AfterContainer
    static void close() {
        REGISTER.close();
    }

    /// Each person is counted exactly once, so every table that divides people adds up to the total of the year.
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void tablesAddUpToTheTotal(@ForAll("people") List<Row> people) {
        REGISTER.empty();
        REGISTER.add(people);
        Map<String, Integer> expected = people.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("registered_on").substring(0, 4), Collectors.summingInt(row -> 1)));

        for (String id : List.of(
                "rk_totals",
                "rk_form",
                "rk_sex_age",
                "rk_region",
                "rk_region_form",
                "rk_sector",
                "rk_began",
                "rk_setting",
                "rk_citizenship",
                "rk_month")) {
            assertThat(sums(REGISTER.national(id))).as(id).isEqualTo(expected);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everySumIsTheSumOfItsParts(@ForAll("people") List<Row> people) {
        REGISTER.empty();
        REGISTER.add(people);
        List<Cell> cells = REGISTER.national("rk_age");
        Map<List<String>, Integer> values =
                cells.stream().collect(Collectors.toMap(Cell::codes, EnginePropertyTests::number));

        assertThat(cells).allSatisfy(cell -> {
            for (int place : List.of(1, 2)) {
                if (cell.codes().get(place).equals(Dimension.ALL)) {
                    assertThat(number(cell)).isEqualTo(partsOf(cell, place, values));
                }
            }
        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theOrderOfInputDoesNotMatter(@ForAll("people") List<Row> people, @ForAll Random random) {
        REGISTER.empty();
        REGISTER.add(people);
        Map<String, List<Cell>> before =
                REGISTER.tables().stream().collect(Collectors.toMap(id -> id, REGISTER::national));
        List<Row> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);

        REGISTER.empty();
        REGISTER.add(shuffled);

        assertThat(REGISTER.tables())
                .allSatisfy(id -> assertThat(REGISTER.national(id)).isEqualTo(before.get(id)));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void multipleIsWhoeverHasTwoFormsOrMore(@ForAll("people") List<Row> people) {
        REGISTER.empty();
        REGISTER.add(people);

        assertThat(countOf("multiple"))
                .isEqualTo(people.stream()
                        .filter(row -> row.get("forms").contains(";"))
                        .count());
        assertThat(countOf("not_reported"))
                .isEqualTo(people.stream()
                        .filter(row -> row.get("forms").isEmpty())
                        .count());
    }

    /// The twin: a method that counts forms instead of people does not pass what the tables above pass.
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void countingFormsInsteadOfPeopleWouldBeNoticed(@ForAll("people") List<Row> people) {
        REGISTER.empty();
        REGISTER.add(people);
        REGISTER.add(List.of(people.getFirst()
                .with("registration_id", UUID.randomUUID().toString())
                .with("forms", "sexual;labour;begging")));
        int forms = REGISTER.sql()
                .fetchSingle("select count(*) from casework.registration, unnest(forms) as form")
                .get(0, Integer.class);
        int nobody = countOf("not_reported");

        assertThat(forms + nobody)
                .isNotEqualTo(sums(REGISTER.national("rk_totals")).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static int countOf(String form) {
        return REGISTER.national("rk_form").stream()
                .filter(cell -> cell.codes().get(1).equals(form))
                .mapToInt(EnginePropertyTests::number)
                .sum();
    }

    private static int partsOf(Cell cell, int place, Map<List<String>, Integer> values) {
        return values.entrySet().stream()
                .filter(other -> !other.getKey().get(place).equals(Dimension.ALL))
                .filter(other -> without(place, other.getKey()).equals(without(place, cell.codes())))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static List<String> without(int place, List<String> codes) {
        List<String> others = new ArrayList<>(codes);
        others.remove(place);
        return others;
    }

    private static Map<String, Integer> sums(List<Cell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.codes().getFirst(), Collectors.summingInt(EnginePropertyTests::number)));
    }

    private static int number(Cell cell) {
        return Integer.parseInt(cell.printed());
    }

    @Provide
    Arbitrary<List<Row>> people() {
        Row any = Register.reference("coordinator_registrations.csv").getFirst().with("birth_year", "");
        Arbitrary<String> form = Arbitraries.of(
                "sexual",
                "labour",
                "criminal",
                "begging",
                "household",
                "forced_marriage",
                "organ",
                "military_service",
                "other");
        Arbitrary<Row> where = Combinators.combine(
                        Arbitraries.integers().between(2018, 2023),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(Register.REGIONS),
                        Arbitraries.of("", "", "BERRY-1", "Å-2"))
                .as((year, month, region, event) -> any.with("registered_on", "%d-%02d-15".formatted(year, month))
                        .with("region", region)
                        .with("event_id", event));
        Arbitrary<Row> who = Combinators.combine(
                        where,
                        Arbitraries.of("female", "male", "other", "unknown"),
                        Arbitraries.of("adult", "child", "unknown"),
                        Arbitraries.of("", "SE", "TH", "NA"))
                .as((row, sex, age, country) ->
                        row.with("sex", sex).with("age_group", age).with("citizenship", country));
        return Combinators.combine(
                        who,
                        form.list().uniqueElements().ofMaxSize(3),
                        Arbitraries.of("", "massage", "cleaning"),
                        Arbitraries.of("", "stranger", "debt"),
                        Arbitraries.of("", "online", "both"),
                        Arbitraries.integers().between(0, 4))
                .as((row, forms, sector, began, setting, children) -> row.with("forms", String.join(";", forms))
                        .with("sector", sector)
                        .with("began", began)
                        .with("setting", setting)
                        .with("children_accompanying", Integer.toString(children)))
                .map(row -> row.with("registration_id", UUID.randomUUID().toString()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
