package se.ledfyr.access.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.pages.Texts;

/// A new organisation and its first administrator as they were typed. What was left out is empty.
///
/// @param title what the organisation is called
public record OrganisationForm(
        String title, String kind, String region, String municipality, String name, String login) {

    static final OrganisationForm EMPTY = new OrganisationForm("", "", "", "", "", "");

    @SuppressWarnings("NullAway") // a field that was not sent arrives as null
    public OrganisationForm {
        title = Objects.requireNonNullElse(title, "").strip();
        kind = Objects.requireNonNullElse(kind, "");
        region = Objects.requireNonNullElse(region, "");
        municipality = Objects.requireNonNullElse(municipality, "");
        name = Objects.requireNonNullElse(name, "");
        login = Objects.requireNonNullElse(login, "");
    }

    MemberForm member() {
        return new MemberForm(name, login);
    }

    /// Adds what is wrong, by field.
    void check(Texts texts, CodeBook book, LocalDate today, Map<String, String> errors) {
        if (!SetupPages.isOrganisationName(title)) {
            errors.put("title", texts.get("access.organisation.name.unusable"));
        }
        Optional<OrganisationKind> chosen = chosenKind();
        if (chosen.isEmpty()) {
            errors.put("kind", texts.get("access.organisation.kind.missing"));
        }
        boolean office =
                chosen.filter(OrganisationKind.REGIONAL_COORDINATION::equals).isPresent();
        if (region.isEmpty() ? office : !book.isValid("police_region", region, today)) {
            errors.put("region", texts.get("access.organisation.region.missing"));
        }
        boolean social = chosen.filter(OrganisationKind.SOCIAL_SERVICES::equals).isPresent();
        if (municipality.isEmpty() ? social : !book.isValid("municipality", municipality, today)) {
            errors.put("municipality", texts.get("access.organisation.municipality.missing"));
        }
        member().check(texts, errors);
    }

    /// @throws IllegalStateException when it has not been checked
    Organisation organisation() {
        OrganisationKind checked = chosenKind().orElseThrow(IllegalStateException::new);
        return new Organisation(OrganisationId.random(), title, checked, orNull(region), orNull(municipality));
    }

    /// There is one national coordination, and it was there first.
    private Optional<OrganisationKind> chosenKind() {
        return Arrays.stream(OrganisationKind.values())
                .filter(each -> each != OrganisationKind.NATIONAL_COORDINATION)
                .filter(each -> each.name().equals(kind))
                .findFirst();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// Without names and addresses.
    @Override
    public String toString() {
        return "OrganisationForm";
    }
}
