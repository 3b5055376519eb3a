package se.ledfyr.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.filing.FilingOutcome.Share;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// Taking whole files of records: every row or none, in one transaction.
///
/// A row whose id the organisation knows and whose facts are the same changes nothing. One with other facts is a
/// correction and needs a yes. One with an id the organisation does not know is a new record of a person without
/// identity, whether or not some other organisation uses the same id.
@Service
@Transactional
public class FilingDesk {

    private static final String FILE = "file";

    private final Map<String, FiledKind> kinds;
    private final FilingTable table;
    private final FilingComparison comparison;
    private final Filing filing;
    private final Organisations organisations;
    private final JointTransaction parts;

    FilingDesk(
            List<FiledKind> kinds,
            List<FiledKinds> families,
            FilingTable table,
            FilingComparison comparison,
            Filing filing,
            Organisations organisations,
            JointTransaction parts) {
        this.kinds = Stream.concat(kinds.stream(), families.stream().flatMap(family -> family.list().stream()))
                .collect(java.util.stream.Collectors.toMap(FiledKind::name, kind -> kind));
        this.table = table;
        this.comparison = comparison;
        this.filing = filing;
        this.organisations = organisations;
        this.parts = parts;
    }

    /// The table of a kind, so that whoever reads files knows which values a row has, and in which order.
    ///
    /// @throws IllegalArgumentException when nobody keeps such records
    public FiledTable tableOf(String kind) {
        return kind(kind).table();
    }

    /// Takes a file for the acting organisation.
    ///
    /// @param kind name of the kind of file
    /// @param rows already checked by the file rules
    /// @param source names the file in the history of what it corrects, without saying what it holds
    /// @param agreed whether known records may change, and an office may take other regions' people
    /// @throws se.ledfyr.access.NotHere when the acting member may not work with people
    public FilingOutcome take(String kind, FiledRows rows, String source, boolean agreed) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        FiledKind taken = kind(kind);
        Organisation own =
                organisations.find(Acting.current().organisation()).orElseThrow(se.ledfyr.access.NotHere::new);
        if (!taken.keeper().admits(own.kind())) {
            Conflict conflict = new Conflict(1, FILE, Reason.NOT_KEPT_HERE, "");
            return new FilingOutcome.InConflict(List.of(conflict), 1);
        }
        table.fill(taken.table(), rows);
        table.giveAllTo(own.id());
        return take(taken, List.of(Acting.current()), regionOf(own), source, agreed);
    }

    /// Only an office answers for a region; others meet people from everywhere.
    private static @Nullable String regionOf(Organisation own) {
        return own.kind() == OrganisationKind.REGIONAL_COORDINATION ? own.region() : null;
    }

    /// Takes a file for the whole country, on behalf of the operator of the installation. A record stays with the
    /// organisation that has it; a new one goes where its kind is kept.
    ///
    /// @throws IllegalStateException when somebody is bound: members take files for their own organisation
    public FilingOutcome takeForOffices(String kind, FiledRows rows, String source, boolean agreed) {
        if (Acting.ifBound().isPresent()) {
            throw new IllegalStateException("Files for the whole country are the operator's");
        }
        FiledKind taken = kind(kind);
        List<Organisation> all = organisations.list();
        table.fill(taken.table(), rows);
        for (Organisation each : keepers(taken.keeper(), all)) {
            parts.as(Acting.operatorFor(each), () -> table.giveKnownTo(taken.table(), each.id()));
        }
        giveNew(taken, all);
        Limited<Conflict> homeless = new Limited<>();
        table.listHomeless(taken.keeper(), homeless);
        if (homeless.count() > 0) {
            return new FilingOutcome.InConflict(homeless.listed(), homeless.count());
        }
        return take(taken, concerned(all), null, source, agreed);
    }

    /// Those that may know a record. Who only reads what others keep would take their rows for its own.
    private static List<Organisation> keepers(Keeper keeper, List<Organisation> all) {
        return switch (keeper) {
            case Keeper.OfficeOfRegion _, Keeper.TheOnly _ -> all;
            case Keeper.Named named ->
                all.stream().filter(each -> named.admits(each.kind())).toList();
        };
    }

    private void giveNew(FiledKind kind, List<Organisation> all) {
        switch (kind.keeper()) {
            case Keeper.OfficeOfRegion office ->
                all.stream()
                        .filter(each -> each.kind() == OrganisationKind.REGIONAL_COORDINATION)
                        .forEach(each ->
                                table.giveRegionTo(office.column(), Objects.requireNonNull(each.region()), each.id()));
            case Keeper.TheOnly only -> {
                List<Organisation> keepers =
                        all.stream().filter(each -> each.kind() == only.kind()).toList();
                if (keepers.size() == 1) {
                    table.giveRestTo(keepers.getFirst().id());
                }
            }
            case Keeper.Named named ->
                keepers(named, all)
                        .forEach(each -> inPartOf(Acting.operatorFor(each), () -> {
                            kind.label().ifPresent(label -> table.giveRegionTo(named.column(), label, each.id()));
                            return each;
                        }));
        }
    }

    private List<Acting> concerned(List<Organisation> all) {
        Map<UUID, Long> rows = table.countByOrganisation();
        return all.stream()
                .filter(each -> rows.containsKey(each.id().value()))
                .map(Acting::operatorFor)
                .toList();
    }

    private FilingOutcome take(
            FiledKind kind, List<Acting> organisations, @Nullable String ownRegion, String source, boolean agreed) {
        table.settle();
        organisations.forEach(each -> inPartOf(each, () -> compare(kind)));
        table.settle();
        Limited<Conflict> conflicts = new Limited<>();
        Limited<FilingOutcome.Correction> corrections = new Limited<>();
        Limited<FilingOutcome.Alike> alike = new Limited<>();
        for (Acting each : organisations) {
            inPartOf(each, () -> {
                if (kind.keeper() instanceof Keeper.Named named) {
                    table.listStrays(named.column(), kind.label().orElse(""), conflicts);
                }
                kind.findConflicts(conflicts);
                comparison.corrections(kind, corrections);
                kind.findAlike(alike);
                return each;
            });
        }
        if (conflicts.count() > 0) {
            return new FilingOutcome.InConflict(conflicts.listed(), conflicts.count());
        }
        List<FilingOutcome.Elsewhere> elsewhere = elsewhere(kind.keeper(), ownRegion);
        if (!agreed && (corrections.count() > 0 || !elsewhere.isEmpty())) {
            return new FilingOutcome.NeedsYes(corrections.listed(), corrections.count(), elsewhere);
        }
        List<Share> shares = new ArrayList<>();
        for (Acting each : organisations) {
            shares.add(inPartOf(each, () -> {
                table.stepAside(kind.table());
                kind.followStandIns();
                return filing.write(kind, source);
            }));
        }
        return new FilingOutcome.Taken(shares, alike.listed(), alike.count());
    }

    private int compare(FiledKind kind) {
        table.followStandIns(kind.table());
        kind.followStandIns();
        return table.compare(kind.table(), kind.hasPeople());
    }

    private List<FilingOutcome.Elsewhere> elsewhere(Keeper keeper, @Nullable String ownRegion) {
        return switch (keeper) {
            case Keeper.OfficeOfRegion office ->
                ownRegion == null ? List.of() : table.listElsewhere(office.column(), ownRegion);
            case Keeper.TheOnly _, Keeper.Named _ -> List.of();
        };
    }

    private FiledKind kind(String name) {
        FiledKind found = kinds.get(name);
        if (found == null) {
            throw new IllegalArgumentException("Nobody keeps such records: " + name);
        }
        return found;
    }

    private <T> T inPartOf(Acting each, Supplier<T> part) {
        return parts.as(each, part);
    }
}
