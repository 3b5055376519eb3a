package se.ledfyr.surveys.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.surveys.Participants.Membership;

/// One member with all times it was one. Public for the templates alone.
///
/// @param times the latest first, at least one
public record MemberLine(OrganisationId organisation, String name, String label, List<Membership> times) {

    public MemberLine {
        times = List.copyOf(times);
    }

    public boolean isMember() {
        return times.getFirst().to() == null;
    }

    /// @param history by label, the latest of each first
    static List<MemberLine> of(List<Membership> history, Function<OrganisationId, String> names) {
        Map<OrganisationId, List<Membership>> times = new LinkedHashMap<>();
        history.forEach(each -> times.computeIfAbsent(each.organisation(), none -> new ArrayList<>())
                .add(each));
        return times.entrySet().stream()
                .map(each -> new MemberLine(
                        each.getKey(),
                        names.apply(each.getKey()),
                        each.getValue().getFirst().label(),
                        each.getValue()))
                .toList();
    }
}
