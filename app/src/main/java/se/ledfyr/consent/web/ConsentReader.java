package se.ledfyr.consent.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.consent.ConsentTerms;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;

/// Reads the form in which a consent is written down.
final class ConsentReader {

    /// Names of the fields in which receivers are chosen, one each.
    static final List<String> RECEIVERS = List.of("receiver", "receiver_2", "receiver_3");

    private static final int MAX_WITNESS = 200;

    private final SentForm form;
    private final Set<UUID> known;

    /// @param known who can be chosen as a receiver
    ConsentReader(SentForm form, Set<UUID> known) {
        this.form = form;
        this.known = known;
    }

    /// @return empty when something is wrong, which the form then says
    Optional<ConsentTerms> read() {
        String purpose = form.code("purpose", "share_purpose");
        Set<OrganisationId> receivers = receivers();
        Set<FieldGroup> groups = groups();
        String givenBy = form.code("given_by", "consent_given_by");
        String givenHow = form.code("given_how", "consent_given_how");
        String language = form.code("language", "language");
        String interpreter = form.code("interpreter", "interpreter");
        LocalDate from = form.pastDay("from");
        LocalDate until = form.day("until");
        if (from != null && until != null && until.isBefore(from)) {
            form.wrong("until", "consent.error.until");
        }
        if (form.one("witness").length() > MAX_WITNESS) {
            form.wrong("witness", "consent.error.long");
        }
        if (!form.errors().isEmpty() || from == null) {
            return Optional.empty();
        }
        return Optional.of(new ConsentTerms(
                purpose,
                receivers,
                groups,
                givenBy,
                givenHow,
                language,
                interpreter,
                form.one("witness"),
                from,
                until));
    }

    private Set<OrganisationId> receivers() {
        Set<OrganisationId> receivers = new LinkedHashSet<>();
        for (String field : RECEIVERS) {
            UUID id = uuid(form.one(field));
            if (id != null && known.contains(id)) {
                receivers.add(new OrganisationId(id));
            } else if (!form.one(field).isEmpty()) {
                form.wrong(field, "consent.error.choose");
            }
        }
        if (receivers.isEmpty()) {
            form.wrong("receiver", "consent.error.choose");
        }
        return receivers;
    }

    private Set<FieldGroup> groups() {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        form.codes("groups", "field_group").forEach(code -> FieldGroup.of(code).ifPresent(groups::add));
        return groups;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
