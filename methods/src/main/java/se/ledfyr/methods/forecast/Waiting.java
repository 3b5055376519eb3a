package se.ledfyr.methods.forecast;

import java.util.Arrays;
import java.util.List;

/// Those who have applied and wait for a decision, and how such applications ended before.
///
/// Who comes next has mostly applied already. So they are not added to those foretold from earlier
/// admissions: of these, the ones who would have applied by now are left out, and those who really wait
/// stand in their place.
///
/// @param applied those who wait
/// @param admitted applications of before that led to an admission
/// @param declined those of before that did not
/// @param delays days from an application to its admission, of those admitted
/// @param usual days within which an answer is expected where nothing like it has been seen, at least 1
/// @param seen share of those admitted whose application could be seen, from 0 to 1
public record Waiting(List<Applied> applied, int admitted, int declined, List<Integer> delays, int usual, double seen) {

    /// Nobody waits, and nobody's application can be seen.
    public static final Waiting NOBODY = new Waiting(List.of(), 0, 0, List.of(), 1, 0);

    /// One application, or those of a group, which are answered on one day.
    ///
    /// @param waited days since they applied, at least 0
    /// @param members what each would cost; empty where unknown: a party seen before stands for them
    public record Applied(int waited, List<Course> members) {

        public Applied {
            members = List.copyOf(members);
            if (waited < 0) {
                throw new IllegalArgumentException("nobody has applied yet");
            }
        }
    }

    /// @throws IllegalArgumentException for a share that is none, or an answer that takes no time
    public Waiting {
        applied = List.copyOf(applied);
        delays = delays.stream().sorted().toList();
        if (admitted < 0 || declined < 0 || usual < 1 || seen < 0 || seen > 1) {
            throw new IllegalArgumentException("what is known of applications is a count or a share");
        }
    }

    /// What one simulation makes of those who wait: all of it with its own answer to how many are
    /// admitted.
    static final class Drawn {

        private final Waiting waiting;
        private final int[] delays;

        Drawn(Waiting waiting) {
            this.waiting = waiting;
            this.delays = waiting.delays.stream().mapToInt(each -> each).toArray();
        }

        boolean seesAny() {
            return waiting.seen > 0 && delays.length > 0;
        }

        /// How likely somebody admitted `ahead` days from now has applied already and can be seen.
        double alreadyApplied(int ahead) {
            return waiting.seen * (delays.length - below(ahead)) / delays.length;
        }

        /// In how many days somebody is admitted who has waited for `waited`: as others who waited
        /// longer.
        int until(int waited, Draws draws) {
            int first = below(waited + 1);
            return first == delays.length
                    ? 1 + draws.below(waiting.usual)
                    : delays[first + draws.below(delays.length - first)] - waited;
        }

        /// The share that is admitted: beta distributed, any share being as likely before anybody was
        /// answered.
        double admittedShare(Draws draws) {
            return draws.beta(1.0 + waiting.admitted, 1.0 + waiting.declined);
        }

        /// How many delays are shorter than so many days.
        private int below(int days) {
            int at = Arrays.binarySearch(delays, days);
            if (at < 0) {
                return -at - 1;
            }
            while (at > 0 && delays[at - 1] == days) {
                at--;
            }
            return at;
        }
    }
}
