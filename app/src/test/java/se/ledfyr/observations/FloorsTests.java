package se.ledfyr.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No line of observations is about few people, and none can be worked out from the others.
class FloorsTests {

    @Test
    void smallMunicipalitiesArePutTogetherWithinTheirKindOfAuthority() {
        List<Happening> all = new ArrayList<>(people(12, "POLICE", ""));
        all.addAll(people(20, "SOCIAL_SERVICES", "2480"));
        all.addAll(people(6, "SOCIAL_SERVICES", "0180"));
        all.addAll(people(7, "SOCIAL_SERVICES", "1280"));

        assertThat(Floors.parts(all))
                .extracting(Floors.Part::group, Floors.Part::code, part -> Floors.people(part.happenings()))
                .containsExactly(
                        tuple("SOCIAL_SERVICES", "2480", 20),
                        tuple("POLICE", "", 12),
                        tuple("SOCIAL_SERVICES", ObservationLine.FEW, 13));
    }

    /// What is left of two kinds of authority is too few in each, and too few together: the smallest line joins them.
    @Test
    void oneSmallLineTakesTheNextAlong() {
        List<Happening> all = new ArrayList<>(people(25, "SOCIAL_SERVICES", "2480"));
        all.addAll(people(12, "POLICE", ""));
        all.addAll(people(1, "PROSECUTOR", ""));

        assertThat(Floors.parts(all))
                .extracting(Floors.Part::code, part -> Floors.people(part.happenings()))
                .containsExactly(tuple("2480", 25), tuple(ObservationLine.FEW, 13));
    }

    /// The twin of counting what happened: one person whom an authority refused ten times is one person.
    @Test
    void tenRefusalsOfOnePersonAreNotTenPeople() {
        Happening one = happening("POLICE", "", null);
        List<Happening> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(one);
        }

        assertThat(Floors.parts(ten)).isEmpty();
    }

    @Test
    void nineInAllAreNotTold() {
        assertThat(Floors.parts(people(9, "POLICE", ""))).isEmpty();
        assertThat(Floors.parts(List.of())).isEmpty();
    }

    @Property
    void everyLineIsAboutTenAndNothingIsLostAboveTheFloor(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 30) Integer> sizes) {
        List<Happening> all = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            all.addAll(people(sizes.get(i), "KIND" + i % 2, "line" + i));
        }

        List<Floors.Part> parts = Floors.parts(all);

        assertThat(parts).allMatch(part -> Floors.people(part.happenings()) >= Floors.FLOOR);
        int told = parts.stream().mapToInt(part -> part.happenings().size()).sum();
        assertThat(told).isEqualTo(all.size() < Floors.FLOOR ? 0 : all.size());
        Set<String> names = new HashSet<>();
        assertThat(parts).allMatch(part -> names.add(part.group() + " " + part.code()));
    }

    @Test
    void daysOfFewAndWhoStillWaitsAmongFewAreNotTold() {
        List<Happening> waited = new ArrayList<>();
        for (int days = 1; days <= 9; days++) {
            waited.add(happening("", "nord", days));
        }
        assertThat(Measure.MEDIAN_DAYS.of(waited)).isNull();

        waited.add(happening("", "nord", 10));
        assertThat(Measure.MEDIAN_DAYS.of(waited)).isEqualTo(5);
        assertThat(Measure.DAYS_OF_NINE_IN_TEN.of(waited)).isEqualTo(9);
        assertThat(Measure.STILL_WAITING.of(waited)).isZero();

        waited.add(happening("", "nord", null));
        assertThat(Measure.STILL_WAITING.of(waited)).isNull();
        for (int i = 0; i < 4; i++) {
            waited.add(happening("", "nord", null));
        }
        assertThat(Measure.STILL_WAITING.of(waited)).isEqualTo(5);
    }

    @Test
    void aMarkIsToldOnlyWhereThoseWithItAndThoseWithoutAreMany() {
        List<Happening> line = new ArrayList<>(marked(8, true, false));
        line.addAll(marked(3, false, false));
        assertThat(Measure.WRITTEN.of(line)).as("three are left over").isNull();

        line.addAll(marked(2, false, false));
        assertThat(Measure.WRITTEN.of(line)).isEqualTo(8);
    }

    /// The twin: told each for itself, both numbers would be many enough, and their difference is one person.
    @Test
    void twoMarksOfWhichOneHoldsTheOtherAreNotToldSideBySide() {
        List<Happening> line = new ArrayList<>(marked(11, true, true));
        line.addAll(marked(1, true, false));
        line.addAll(marked(6, false, false));

        assertThat(Measure.NOT_MET_BY_AUTHORITY.of(line)).isEqualTo(12);
        assertThat(line.stream().filter(Happening::second).count()).isEqualTo(11);
        assertThat(Measure.NOT_MET_AT_ALL.of(line)).isNull();
    }

    private static List<Happening> marked(int number, boolean first, boolean second) {
        return Stream.generate(() -> new Happening(UUID.randomUUID(), "", "nord", first, second, null))
                .limit(number)
                .toList();
    }

    private static List<Happening> people(int number, String group, String line) {
        List<Happening> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(happening(group, line, null));
        }
        return people;
    }

    private static Happening happening(String group, String line, @Nullable Integer days) {
        return new Happening(UUID.randomUUID(), group, line, false, false, days);
    }
}
