package se.ledfyr.returns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// Those who go together.
///
/// @param code of the event, as grants and tables name the group
public record ReturnGroup(
        GroupId id, OrganisationId office, @Nullable OrganisationId operator, String code, LocalDate openedOn) {}
