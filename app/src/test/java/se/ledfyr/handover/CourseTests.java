package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every course an offer can take, walked through from the beginning.
class CourseTests {

    private static final Set<Step> MOVES_RESPONSIBILITY = EnumSet.of(Step.ACCEPT, Step.TAKE_OVER);

    @Test
    void thereAreTwentyEightPlacesAnOfferCanBeIn() {
        // 4 open stages, each accepted by the receiver (4), withdrawn (4); declined (2) or given back after a no (2);
        // with an office after a no (2), and taken over there (2); taken over from silence at 2 stages, also with a
        // late no (4); expired at 2 stages, also with a late no (4).
        assertThat(reachable()).hasSize(4 + 4 + 4 + 2 + 2 + 2 + 2 + 4 + 4);
    }

    @Test
    void onlyTheReceiverAcceptsDeclinesAndAsks() {
        everywhere(course -> {
            for (Step step : EnumSet.of(Step.ACCEPT, Step.DECLINE, Step.ASK)) {
                assertThat(parties(course, step))
                        .isEqualTo(course.isOpen() ? EnumSet.of(Party.RECEIVER) : EnumSet.noneOf(Party.class));
            }
        });
    }

    @Test
    void onlyTheSenderTakesBackAndReplies() {
        everywhere(course -> {
            for (Step step : EnumSet.of(Step.WITHDRAW, Step.REPLY)) {
                assertThat(parties(course, step))
                        .isEqualTo(course.isOpen() ? EnumSet.of(Party.SENDER) : EnumSet.noneOf(Party.class));
            }
        });
    }

    @Test
    void anOfficeActsOnlyOnceItWasCarriedToIt() {
        everywhere(course -> {
            Set<Party> offices = EnumSet.noneOf(Party.class);
            if (course.isWaiting() && course.stage().isCarried()) {
                offices.add(Party.REGION_OFFICE);
            }
            if (course.isWaiting() && course.stage() == Stage.NATION) {
                offices.add(Party.NATIONAL_OFFICE);
            }
            assertThat(parties(course, Step.TAKE_OVER)).isEqualTo(offices);
            assertThat(parties(course, Step.HAND_BACK)).isEqualTo(offices);
        });
    }

    @Test
    void theSenderCannotStopWaitingBeforeTheTimeIsOut() {
        everywhere(course -> assertThat(course.allows(Step.LET_GO, Party.SENDER))
                .isEqualTo(course.isWaiting() && course.stage().isCarried()));
    }

    @Test
    void theClockOnlyEverCarriesOnward() {
        everywhere(course -> {
            for (Step step : Step.values()) {
                course.after(step, Party.CLOCK).ifPresent(next -> {
                    boolean further = next.stage().compareTo(course.stage()) > 0;
                    boolean back = next.state() == OfferState.EXPIRED || next.state() == OfferState.DECLINED;
                    assertThat(further || back).isTrue();
                });
            }
        });
    }

    @Test
    void theSenderCanTakeEveryNoFurtherThatNoOfficeHasSeenAndSoDoesTheClock() {
        everywhere(course -> assertThat(parties(course, Step.TAKE_FURTHER))
                .isEqualTo(
                        course.state() == OfferState.DECLINED && !course.stage().isCarried()
                                ? EnumSet.of(Party.SENDER, Party.CLOCK)
                                : EnumSet.noneOf(Party.class)));
    }

    @Test
    void aNoToWhatAnOfficeHasLeavesItThere() {
        everywhere(course -> course.after(Step.DECLINE, Party.RECEIVER)
                .ifPresent(after ->
                        assertThat(after.isWaiting()).isEqualTo(course.stage().isCarried())));
    }

    @Test
    void aNoIsNeverForgotten() {
        everywhere(course -> {
            if (course.saidNo()) {
                for (Step step : Step.values()) {
                    for (Party party : Party.values()) {
                        course.after(step, party)
                                .ifPresent(next -> assertThat(next.saidNo()).isTrue());
                    }
                }
                assertThat(course.seenByReceiver().state()).isEqualTo(OfferState.DECLINED);
            }
        });
    }

    @Test
    void whatHasEndedStaysEnded() {
        everywhere(course -> {
            if (course.isWaiting() || course.allows(Step.TAKE_FURTHER, Party.SENDER)) {
                return;
            }
            for (Step step : Step.values()) {
                for (Party party : Party.values()) {
                    course.after(step, party)
                            .ifPresent(next -> assertThat(next.state()).isEqualTo(course.state()));
                }
            }
        });
    }

    @Test
    void responsibilityMovesOnceAtMost() {
        everywhere(course -> {
            for (Step step : MOVES_RESPONSIBILITY) {
                for (Party party : Party.values()) {
                    course.after(step, party).ifPresent(next -> {
                        assertThat(course.isWaiting()).isTrue();
                        assertThat(next.state()).isEqualTo(OfferState.ACCEPTED);
                    });
                }
            }
        });
    }

    @Test
    void aLateNoIsSaidOnceAndOnlyAfterTheAskingWentElsewhere() {
        everywhere(course -> {
            boolean elsewhere = course.state() == OfferState.EXPIRED
                    || (course.state() == OfferState.ACCEPTED && !course.byReceiver());
            assertThat(parties(course, Step.DECLINE_LATE))
                    .isEqualTo(
                            elsewhere && !course.answeredLate() && !course.saidNo()
                                    ? EnumSet.of(Party.RECEIVER)
                                    : EnumSet.noneOf(Party.class));
        });
    }

    @Test
    void aCourseThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course(OfferState.DECLINED, Stage.WAITING, true, true, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course(OfferState.DECLINED, Stage.WAITING, false, true, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course(OfferState.ACCEPTED, Stage.WAITING, true, false, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course(OfferState.DECLINED, Stage.WAITING, false, false, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course(OfferState.OPEN, Stage.WAITING, false, true, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Course(OfferState.TAKEN_FURTHER, Stage.WAITING, false, true, false));
    }

    /// Every course that any steps of any parties lead to.
    static Set<Course> reachable() {
        Set<Course> seen = new LinkedHashSet<>(List.of(Course.BEGUN));
        Deque<Course> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            Course course = waiting.remove();
            for (Step step : Step.values()) {
                for (Party party : Party.values()) {
                    course.after(step, party).filter(seen::add).ifPresent(waiting::add);
                }
            }
        }
        return seen;
    }

    private static void everywhere(java.util.function.Consumer<Course> rule) {
        assertThat(reachable()).allSatisfy(rule);
    }

    private static Set<Party> parties(Course course, Step step) {
        Set<Party> allowed = EnumSet.noneOf(Party.class);
        Arrays.stream(Party.values())
                .filter(party -> course.allows(step, party))
                .forEach(allowed::add);
        return allowed;
    }
}
