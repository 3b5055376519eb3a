package se.ledfyr.filing;

import java.util.Set;
import se.ledfyr.organisations.OrganisationKind;

/// Which organisation keeps the new records of a file for the whole country. What is known stays with whoever has it.
public sealed interface Keeper {

    /// The coordination office of the region that the record names in `column`.
    ///
    /// @param shared whether other kinds of organisations keep such records of their own too
    record OfficeOfRegion(String column, boolean shared) implements Keeper {
        public OfficeOfRegion {
            FiledTable.requireName(column);
        }
    }

    /// The one organisation of a kind; nobody else keeps such records.
    record TheOnly(OrganisationKind kind) implements Keeper {}

    /// Every organisation of some kinds keeps its own, and the record names it in `column`.
    record Named(String column, Set<OrganisationKind> kinds) implements Keeper {

        public Named {
            FiledTable.requireName(column);
            kinds = Set.copyOf(kinds);
        }
    }

    /// Whether an organisation of a kind may take such a file for itself.
    default boolean admits(OrganisationKind kind) {
        return switch (this) {
            case OfficeOfRegion office -> office.shared() || kind == OrganisationKind.REGIONAL_COORDINATION;
            case TheOnly only -> kind == only.kind();
            case Named named -> named.kinds().contains(kind);
        };
    }
}
