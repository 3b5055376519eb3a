package se.ledfyr.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CourseTests {

    @Test
    void whatIsBoundAtOnceFallsOnTheFirstDay() {
        Course journey = new Course(6_390_000, 0, 0);
        assertThat(journey.between(0, 0)).isEqualTo(6_390_000);
        assertThat(journey.between(1, 400)).isZero();
    }

    @Test
    void aStayFallsOnItsDays() {
        Course stay = new Course(0, 30, 150_000);
        assertThat(stay.between(0, 29)).isEqualTo(4_500_000);
        assertThat(stay.between(28, 60)).isEqualTo(300_000);
        assertThat(stay.between(30, 60)).isZero();
    }

    /// No öre is lost and none is counted twice, wherever the line is drawn.
    @Property
    void theDaysAddUpToTheWhole(
            @ForAll @LongRange(min = 0, max = 10_000_000) long once,
            @ForAll @IntRange(min = 0, max = 200) int days,
            @ForAll @LongRange(min = 0, max = 500_000) long perDay,
            @ForAll @IntRange(min = 0, max = 250) int cut) {
        Course course = new Course(once, days, perDay);
        assertThat(course.between(0, cut) + course.between(cut + 1, 10_000)).isEqualTo(course.total());
    }

    @Test
    void nothingCostsLessThanNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Course(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Course(0, -1, 0));
    }
}
