package se.ledfyr.casework.web;

import java.util.List;
import se.ledfyr.casework.WorkListLine;
import se.ledfyr.people.PersonName;

/// Somebody who may be the person about to be registered: what is known of them, and why they may be
/// the same.
///
/// @param reasons keys of the reasons, strongest first
public record CandidateCard(String person, PersonName name, List<WorkListLine> lines, List<String> reasons) {

    public CandidateCard {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /// Names stay out of logs.
    @Override
    public String toString() {
        return "CandidateCard[" + person + "]";
    }
}
