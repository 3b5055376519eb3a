package se.ledfyr.console;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.Codes;
import se.ledfyr.filing.FiledRows;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.surveys.Participants;

/// One coordination office for every police region, one programme office and the platform of civil society with the
/// members that files name, and nobody in them: enough to count files of the country.
final class CountryWithoutPeople {

    private static final String LABEL = "reporting_organisation";

    private CountryWithoutPeople() {}

    static void settle(ApplicationContext workplace, LocalDate day) {
        Organisations organisations = workplace.getBean(Organisations.class);
        for (Code region : workplace.getBean(Codes.class).book().list("police_region", day)) {
            add(organisations, region.label(Locale.of("sv")), OrganisationKind.REGIONAL_COORDINATION, region.code());
        }
        add(organisations, "NSP", OrganisationKind.PROGRAMME_OFFICE, null);
        add(organisations, "Civila", OrganisationKind.CIVIL_PLATFORM, null);
    }

    /// Lets the members of the platform take part that a file names and that are not there yet.
    static void settleMembers(ApplicationContext workplace, FiledTable table, FiledRows rows) {
        int place = table.placeOf(LABEL);
        if (place < 0) {
            return;
        }
        Set<String> labels = new TreeSet<>();
        rows.handOver(row -> labels.add(String.valueOf(row.values().get(place))));
        Organisations organisations = workplace.getBean(Organisations.class);
        Participants participants = workplace.getBean(Participants.class);
        Organisation platform = organisations.list().stream()
                .filter(each -> each.kind() == OrganisationKind.CIVIL_PLATFORM)
                .findFirst()
                .orElseThrow();
        new Acting(platform.id(), null, Set.of(Right.COMPILE_CONTACTS))
                .run(() -> participants.list().forEach(known -> labels.remove(known.label())));
        labels.forEach(label -> {
            OrganisationId member = add(organisations, label, OrganisationKind.NGO, null);
            new Acting(platform.id(), null, Set.of(Right.COMPILE_CONTACTS)).run(() -> participants.add(member, label));
        });
    }

    /// Each founds itself: nobody adds anything without saying in whose name.
    private static OrganisationId add(
            Organisations organisations, String name, OrganisationKind kind, @Nullable String region) {
        Organisation organisation = new Organisation(OrganisationId.random(), name, kind, region, null);
        new Acting(organisation.id(), null, Set.of()).run(() -> organisations.add(organisation));
        return organisation.id();
    }
}
