package se.ledfyr.methods.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who will come, and what they cost: a compound process of parties and of groups.
///
/// @param parties what the members of a party cost, one entry a party seen before; a party to come is
///     one of these again
/// @param members what the member of a group costs, drawn likewise
/// @param costSpread standard deviation of what a person costs at once, as a share of it; 0 when the
///     entries show it themselves
public record ArrivalModel(
        Levels levels, List<List<Course>> parties, GroupShocks groups, List<Course> members, double costSpread) {

    /// @throws IllegalArgumentException without anything to draw from
    public ArrivalModel {
        parties = parties.stream().map(List::copyOf).toList();
        members = List.copyOf(members);
        if (parties.isEmpty() || members.isEmpty() || costSpread < 0) {
            throw new IllegalArgumentException("a forecast needs somebody who has been admitted before");
        }
    }

    /// What a history lets one expect. With nobody in it, one person at `usual` cost stands for all.
    public static ArrivalModel fit(History history, Course usual, double costSpread) {
        List<List<Course>> parties =
                history.parties().stream().map(History.Arrived::courses).toList();
        List<Course> members = new ArrayList<>();
        history.groups().forEach(group -> members.addAll(group.courses()));
        if (members.isEmpty()) {
            parties.forEach(members::addAll);
        }
        return new ArrivalModel(
                LevelFit.of(history),
                parties.isEmpty() ? List.of(List.of(usual)) : parties,
                GroupShocks.fit(history),
                members.isEmpty() ? List.of(usual) : members,
                costSpread);
    }

    /// The same without guessing the rest of some groups that have begun, because who else of them
    /// comes is known.
    public static ArrivalModel fit(History history, Course usual, double costSpread, Set<Integer> known) {
        return fit(history, usual, costSpread).with(GroupShocks.fit(history, known));
    }

    /// The same, with other groups.
    public ArrivalModel with(GroupShocks other) {
        return new ArrivalModel(levels, parties, other, members, costSpread);
    }
}
