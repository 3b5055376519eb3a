package se.ledfyr.handover;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// Who can be asked, and adding those who take part without an account.
@Service
public class Receivers {

    private final Organisations organisations;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Receivers(Organisations organisations, AuditLog audit, TransactionTemplate transaction) {
        this.organisations = organisations;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Everybody who takes part but the acting organisation, by name.
    ///
    /// @param wholeCase whether only those who can hold a case
    public List<Organisation> list(boolean wholeCase) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<OrganisationId> without = wholeCase
                ? organisations.listWithoutAccount().stream()
                        .map(Organisation::id)
                        .toList()
                : List.of();
        OrganisationId self = Acting.current().organisation();
        return organisations.list().stream()
                .filter(each -> !each.id().equals(self) && !without.contains(each.id()))
                .toList();
    }

    /// Adds a receiver without an account, for instance the social services of a small municipality.
    ///
    /// @param mailbox where links are mailed: a letter-box of the organisation, not of one person
    /// @return empty when the name is taken
    /// @throws IllegalArgumentException when the mailbox cannot be one, or the kind works in the system itself
    public Optional<OrganisationId> add(
            String name, OrganisationKind kind, @Nullable String municipality, String mailbox) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!canBeWithoutAccount(kind) || !Letters.isAddress(mailbox)) {
            throw new IllegalArgumentException("A receiver without an account has a mailbox and is no office");
        }
        Organisation added = new Organisation(OrganisationId.random(), name, kind, null, municipality);
        try {
            transaction.executeWithoutResult(status -> {
                organisations.addWithoutAccount(added, mailbox.strip());
                audit.note(
                        Action.ORGANISATION_ADDED,
                        Subject.ORGANISATION,
                        List.of(added.id().value()),
                        null,
                        "without account");
            });
            return Optional.of(added.id());
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
    }

    /// Whether an organisation of this kind may take part without signing in.
    public static boolean canBeWithoutAccount(OrganisationKind kind) {
        return switch (kind) {
            case SOCIAL_SERVICES, NGO, SHELTER, PROSECUTOR, PROGRAMME_OFFICE, MIGRATION_AGENCY, POLICE -> true;
            case NATIONAL_COORDINATION, REGIONAL_COORDINATION, RETURN_OPERATOR, CIVIL_PLATFORM -> false;
        };
    }
}
