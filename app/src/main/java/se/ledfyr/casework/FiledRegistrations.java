package se.ledfyr.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.casework.FilingOutcome.Share;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// Taking whole files of registrations: every row or none, in one transaction.
///
/// A row whose id the organisation knows and whose facts are the same changes nothing. One with other facts
/// is a
/// correction and needs a yes. One with an id the organisation does not know is a new registration of a
/// person without
/// identity, whether or not some other organisation uses the same id.
@Service
@Transactional
public class FiledRegistrations {

    private final FilingTable table;
    private final FilingComparison comparison;
    private final Filing filing;
    private final Organisations organisations;
    private final JointTransaction parts;

    FiledRegistrations(
            FilingTable table,
            FilingComparison comparison,
            Filing filing,
            Organisations organisations,
            JointTransaction parts) {
        this.table = table;
        this.comparison = comparison;
        this.filing = filing;
        this.organisations = organisations;
        this.parts = parts;
    }

    /// Takes a file for the acting organisation.
    ///
    /// @param rows already checked by the file rules
    /// @param source names the file in the history of what it corrects, without saying what it holds
    /// @param agreed whether known registrations may change, and an office may register other regions' people
    /// @throws se.ledfyr.access.NotHere when the acting member may not work with people
    public FilingOutcome take(FiledRows rows, String source, boolean agreed) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        table.fill(rows);
        table.giveAllTo(Acting.current().organisation());
        return take(List.of(Acting.current()), regionOf(Acting.current()), source, agreed);
    }

    /// Only an office answers for a region; others meet people from everywhere.
    private @Nullable String regionOf(Acting acting) {
        return organisations
                .find(acting.organisation())
                .filter(each -> each.kind() == OrganisationKind.REGIONAL_COORDINATION)
                .map(Organisation::region)
                .orElse(null);
    }

    /// Takes a file for the whole country, on behalf of the operator of the installation. A registration
    /// stays with the
    /// organisation that made it; a new one goes to the office of its region.
    ///
    /// @throws IllegalStateException when somebody is bound: members take files for their own organisation
    public FilingOutcome takeForOffices(FiledRows rows, String source, boolean agreed) {
        if (Acting.ifBound().isPresent()) {
            throw new IllegalStateException("Files for the whole country are the operator's");
        }
        List<Organisation> all = organisations.list();
        table.fill(rows);
        for (Organisation each : all) {
            parts.as(Acting.operatorFor(each), () -> table.giveKnownTo(each.id()));
        }
        all.stream()
                .filter(each -> each.kind() == OrganisationKind.REGIONAL_COORDINATION)
                .forEach(each -> table.giveRegionTo(java.util.Objects.requireNonNull(each.region()), each.id()));
        List<FilingOutcome.Conflict> homeless = table.listHomeless();
        if (!homeless.isEmpty()) {
            return new FilingOutcome.InConflict(homeless, table.countHomeless());
        }
        return take(concerned(all), null, source, agreed);
    }

    private List<Acting> concerned(List<Organisation> all) {
        Map<java.util.UUID, Long> rows = table.countByOrganisation();
        return all.stream()
                .filter(each -> rows.containsKey(each.id().value()))
                .map(Acting::operatorFor)
                .toList();
    }

    private FilingOutcome take(List<Acting> organisations, @Nullable String ownRegion, String source, boolean agreed) {
        table.settle();
        organisations.forEach(each -> inPartOf(each, table::compare));
        table.settle();
        Limited<FilingOutcome.Conflict> conflicts = new Limited<>();
        Limited<FilingOutcome.Correction> corrections = new Limited<>();
        Limited<FilingOutcome.Alike> alike = new Limited<>();
        for (Acting each : organisations) {
            inPartOf(each, () -> {
                comparison.conflicts(conflicts);
                comparison.corrections(corrections);
                comparison.alike(alike);
                return each;
            });
        }
        if (conflicts.count() > 0) {
            return new FilingOutcome.InConflict(conflicts.listed(), conflicts.count());
        }
        List<FilingOutcome.Elsewhere> elsewhere = ownRegion == null ? List.of() : table.listElsewhere(ownRegion);
        if (!agreed && (corrections.count() > 0 || !elsewhere.isEmpty())) {
            return new FilingOutcome.NeedsYes(corrections.listed(), corrections.count(), elsewhere);
        }
        List<Share> shares = new ArrayList<>();
        for (Acting each : organisations) {
            shares.add(inPartOf(each, () -> {
                table.stepAside();
                return filing.write(source);
            }));
        }
        return new FilingOutcome.Taken(shares, alike.listed(), alike.count());
    }

    private <T> T inPartOf(Acting each, Supplier<T> part) {
        return parts.as(each, part);
    }
}
