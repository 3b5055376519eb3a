package se.ledfyr.fiction;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// The regional coordination offices of an invented country.
@Component
class InventedOffices {

    private final Organisations organisations;

    InventedOffices(Organisations organisations) {
        this.organisations = organisations;
    }

    /// The office of every police region, founded where there is none.
    Map<String, Organisation> foundMissing() {
        Map<String, Organisation> offices = new LinkedHashMap<>();
        for (Code region : CodeBook.delivered().list("police_region", InventedRegister.LAST_DAY)) {
            offices.put(region.code(), organisations.findOfficeOf(region.code()).orElseGet(() -> found(region)));
        }
        return offices;
    }

    private Organisation found(Code region) {
        Organisation office = new Organisation(
                OrganisationId.random(),
                "Regionkoordinator " + region.label(Locale.of("sv")) + " (påhittad)",
                OrganisationKind.REGIONAL_COORDINATION,
                region.code(),
                null);
        new Acting(office.id(), null, Set.of()).run(() -> organisations.add(office));
        return office;
    }
}
