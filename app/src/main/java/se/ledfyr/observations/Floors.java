package se.ledfyr.observations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Divides what happened into lines, none of which is about few people, and none of which can be worked out from the
/// others.
///
/// Lines below [#FLOOR] people are put together inside their group, and where they are too few even then, with those
/// of other groups; as long as what was put together is too small, the smallest line above joins it. What all together
/// is below the floor has no lines.
final class Floors {

    /// People a line is about, at least. The same number as for groups that figures leave out.
    static final int FLOOR = 10;

    private Floors() {}

    /// @param code of the line, or [ObservationLine#FEW]
    record Part(String group, String code, List<Happening> happenings) {
        Part with(Part other) {
            List<Happening> both = new ArrayList<>(happenings);
            both.addAll(other.happenings);
            return new Part(group, code, both);
        }
    }

    static int people(List<Happening> happenings) {
        return (int) happenings.stream().map(Happening::person).distinct().count();
    }

    /// @return the largest first, what was put together last
    static List<Part> parts(List<Happening> happenings) {
        Map<String, List<Happening>> groups = happenings.stream().collect(Collectors.groupingBy(Happening::group));
        List<Part> standing = new ArrayList<>();
        Part rest = new Part("", ObservationLine.FEW, List.of());
        for (Map.Entry<String, List<Happening>> group : groups.entrySet()) {
            for (Part part : fold(lines(group.getValue()), new Part(group.getKey(), ObservationLine.FEW, List.of()))) {
                if (people(part.happenings()) >= FLOOR) {
                    standing.add(part);
                } else {
                    rest = rest.with(part);
                }
            }
        }
        return fold(standing, rest).stream()
                .filter(part -> people(part.happenings()) >= FLOOR)
                .toList();
    }

    private static List<Part> lines(List<Happening> happenings) {
        Map<String, Part> lines = new HashMap<>();
        happenings.forEach(one -> lines.merge(one.line(), new Part(one.group(), one.line(), List.of(one)), Part::with));
        return List.copyOf(lines.values());
    }

    /// Puts what is too small together with `rest`, and with it the next larger ones until it is large enough itself.
    private static List<Part> fold(List<Part> parts, Part rest) {
        Deque<Part> alone = parts.stream()
                .sorted(Comparator.comparing((Part part) -> part.code().equals(ObservationLine.FEW))
                        .thenComparing(part -> -people(part.happenings()))
                        .thenComparing(Part::group)
                        .thenComparing(Part::code))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Part few = rest;
        while (!alone.isEmpty()
                && (isSmall(alone.getLast())
                        || isSmall(few) && !few.happenings().isEmpty())) {
            few = few.with(alone.removeLast());
        }
        List<Part> folded = new ArrayList<>(alone);
        if (!few.happenings().isEmpty()) {
            folded.add(few);
        }
        return folded;
    }

    private static boolean isSmall(Part part) {
        return people(part.happenings()) < FLOOR;
    }
}
