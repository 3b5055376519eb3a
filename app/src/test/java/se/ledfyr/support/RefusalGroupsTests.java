package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// No line of the report on refusals is about few people, and none can be worked out from the others.
class RefusalGroupsTests {

    @Test
    void groupsOfTenStandAloneAndSmallerOnesTogether() {
        List<RefusalGroups.One> refusals = new ArrayList<>(people(25, "female", 1));
        refusals.addAll(people(12, "male", 1));
        refusals.addAll(people(6, "other", 1));
        refusals.addAll(people(5, "unknown", 1));

        assertThat(RefusalGroups.by(refusals, RefusalGroups.One::sex))
                .extracting(RefusalGroup::code, RefusalGroup::all)
                .containsExactly(tuple("female", 25), tuple("male", 12), tuple(RefusalGroups.FEW, 11));
    }

    /// One small group left out would be the sum less the others.
    @Test
    void oneSmallGroupTakesTheNextAlong() {
        List<RefusalGroups.One> refusals = new ArrayList<>(people(25, "female", 1));
        refusals.addAll(people(12, "male", 1));
        refusals.addAll(people(1, "other", 1));

        assertThat(RefusalGroups.by(refusals, RefusalGroups.One::sex))
                .extracting(RefusalGroup::code, RefusalGroup::all)
                .containsExactly(tuple("female", 25), tuple(RefusalGroups.FEW, 13));
    }

    /// The twin of counting refusals: one person whom ten municipalities refused is one person.
    @Test
    void tenRefusalsOfOnePersonAreNotTenPeople() {
        List<RefusalGroups.One> refusals = new ArrayList<>(people(25, "female", 1));
        refusals.addAll(people(1, "male", 10));

        assertThat(RefusalGroups.by(refusals, RefusalGroups.One::sex))
                .extracting(RefusalGroup::code)
                .containsExactly(RefusalGroups.FEW);
    }

    @Test
    void nineInAllAreNotDivided() {
        assertThat(RefusalGroups.by(people(9, "female", 3), RefusalGroups.One::sex))
                .isEmpty();
        assertThat(RefusalGroups.by(List.of(), RefusalGroups.One::sex)).isEmpty();
    }

    @Property
    void whateverThereIsNoLineIsAboutFewAndNoneIsLost(@ForAll @Size(max = 6) List<@IntRange(max = 30) Integer> sizes) {
        List<RefusalGroups.One> refusals = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            refusals.addAll(people(sizes.get(i), "group" + i, 1));
        }

        List<RefusalGroup> lines = RefusalGroups.by(refusals, RefusalGroups.One::sex);

        assertThat(lines).allSatisfy(line -> assertThat(line.all()).isGreaterThanOrEqualTo(RefusalGroups.FLOOR));
        assertThat(lines.stream().mapToInt(RefusalGroup::all).sum())
                .isEqualTo(refusals.size() < RefusalGroups.FLOOR ? 0 : refusals.size());
    }

    private static List<RefusalGroups.One> people(int count, String sex, int refusalsEach) {
        List<RefusalGroups.One> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID person = UUID.randomUUID();
            for (int j = 0; j < refusalsEach; j++) {
                all.add(new RefusalGroups.One(person, "2480", sex, "labour", j == 0, false));
            }
        }
        return all;
    }
}
