package se.ledfyr.console;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// One coordination office for every police region and one programme office, and nobody in them: enough to count
/// files of the country.
final class CountryWithoutPeople {

    private CountryWithoutPeople() {}

    static void settle(ApplicationContext workplace, LocalDate day) {
        Organisations organisations = workplace.getBean(Organisations.class);
        for (Code region : workplace.getBean(Codes.class).book().list("police_region", day)) {
            organisations.add(new Organisation(
                    OrganisationId.random(),
                    region.label(Locale.of("sv")),
                    OrganisationKind.REGIONAL_COORDINATION,
                    region.code(),
                    null));
        }
        organisations.add(
                new Organisation(OrganisationId.random(), "NSP", OrganisationKind.PROGRAMME_OFFICE, null, null));
    }
}
