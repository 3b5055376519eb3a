package se.ledfyr.methods.forecast;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A group that has begun to come and may not be complete: many possible rests of it, each as likely as the
/// others.
public record UnderWay(List<Rest> rests) {

    /// @param persons who are still to be admitted
    /// @param days within which they are
    public record Rest(int persons, int days) {}

    /// So long after the last of them nobody else is expected.
    static final int PATIENCE = 30;

    private static final long SEED = 1_963;
    private static final int TRIED = 4_000;
    private static final int KEPT = 400;

    public UnderWay {
        rests = List.copyOf(rests);
    }

    /// Groups are made up with sizes and spans like those that came before; those that would more likely have
    /// shown just so many by now count for more.
    ///
    /// @param sizes what is known of sizes
    /// @param spans of the groups that are complete
    /// @param until first day that is not known
    static UnderWay of(History.Arrived group, GroupShocks sizes, List<Integer> spans, java.time.LocalDate until) {
        Draws draws = new Draws(SEED, group.courses().size());
        int seen = group.courses().size();
        int days = (int) ChronoUnit.DAYS.between(group.day(), until);
        List<Rest> made = new ArrayList<>();
        double[] upTo = new double[TRIED];
        double sum = 0;
        for (int i = 0; i < TRIED; i++) {
            int size = sizes.size(draws);
            int which = draws.below(spans.size() + 1);
            int span = Math.max(
                    group.span(), which < spans.size() ? spans.get(which) : (int) (PATIENCE * draws.gammaAroundOne(1)));
            made.add(new Rest(Math.max(0, size - seen), Math.max(1, span + 1 - days)));
            sum += likely(seen, size, Math.min(1, days / (span + 1.0)));
            upTo[i] = sum;
        }
        List<Rest> rests = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < KEPT && sum > 0; i++) {
            double level = (i + 0.5) / KEPT * sum;
            while (upTo[at] < level) {
                at++;
            }
            rests.add(made.get(at));
        }
        return new UnderWay(rests);
    }

    /// Of `size` members, who each come within the time gone by with probability `share`, the first is there;
    /// how likely it is that `seen` are.
    private static double likely(int seen, int size, double share) {
        if (size < seen) {
            return 0;
        }
        if (share == 1) {
            return size == seen ? 1 : 0;
        }
        double log = (seen - 1) * Math.log(share) + (size - seen) * Math.log1p(-share);
        for (int i = 1; i < seen; i++) {
            log += Math.log((double) (size - seen + i) / i);
        }
        return Math.exp(log);
    }
}
