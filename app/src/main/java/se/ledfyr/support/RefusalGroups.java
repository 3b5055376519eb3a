package se.ledfyr.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// Divides refusals by a property of whoever was refused, and never so finely that a line is about few people.
///
/// A line stands alone when it is about at least [#FLOOR] people; each person counts once however many municipalities
/// refused. Those below are put together, and where they are too few even then, the smallest line above joins them:
/// else what is left out would be the difference between the sum and the lines.
final class RefusalGroups {

    /// The same number as for groups that figures leave out.
    static final int FLOOR = 10;

    /// The code of what was put together.
    static final String FEW = "few";

    private RefusalGroups() {}

    /// A refusal: about whom, in which municipality, and how it came.
    record One(UUID application, String municipality, String sex, String form, boolean written, boolean inVain) {}

    /// @param property what divides them
    /// @return the largest first, what was put together last; nothing where all together are below the floor
    static List<RefusalGroup> by(List<One> refusals, Function<One, String> property) {
        Map<String, Line> lines = new TreeMap<>();
        refusals.forEach(
                one -> lines.computeIfAbsent(property.apply(one), Line::new).take(one));
        List<Line> alone = new ArrayList<>(lines.values());
        alone.sort(Comparator.comparingInt((Line line) -> line.people.size())
                .thenComparing(line -> line.code)
                .reversed());
        Line few = new Line(FEW);
        while (!alone.isEmpty()
                && (alone.getLast().people.size() < FLOOR || (!few.people.isEmpty() && few.people.size() < FLOOR))) {
            few.take(alone.removeLast());
        }
        if (!few.people.isEmpty()) {
            alone.add(few);
        }
        return few.people.size() == 0 || few.people.size() >= FLOOR
                ? alone.stream().map(Line::group).toList()
                : List.of();
    }

    /// A line while it is counted.
    private static final class Line {
        private final String code;
        private final Set<UUID> people = new HashSet<>();
        private int all;
        private int written;
        private int inVain;

        Line(String code) {
            this.code = code;
        }

        void take(One one) {
            people.add(one.application());
            all++;
            written += one.written() ? 1 : 0;
            inVain += one.inVain() ? 1 : 0;
        }

        void take(Line line) {
            people.addAll(line.people);
            all += line.all;
            written += line.written;
            inVain += line.inVain;
        }

        RefusalGroup group() {
            return new RefusalGroup(code, all, written, inVain);
        }
    }
}
