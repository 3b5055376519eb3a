package se.ledfyr.casework;

import java.util.List;

/// What came of opening cases for everybody in an event.
///
/// @param opened the new cases
/// @param before how many had an open case already
public record OpenedForEvent(List<CaseId> opened, int before) {

    public OpenedForEvent {
        opened = List.copyOf(opened);
    }
}
