package se.ledfyr.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// Agreements on the money of the programmes, as their two ends see them.
///
/// The funder writes one, the keeper takes it on. What somebody is no end of is not there for them.
@Service
@Transactional
public class Agreements {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final AgreementRows rows;
    private final Organisations organisations;
    private final ReportClock reports;
    private final AuditLog audit;
    private final Clock clock;

    Agreements(AgreementRows rows, Organisations organisations, ReportClock reports, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.organisations = organisations;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    /// The newest year first.
    public List<Agreement> list() {
        Acting.require(Right.READ_ACCOUNTS);
        return rows.list();
    }

    /// @throws NotHere when it is not there for the acting organisation
    public Agreement get(AgreementId id) {
        Acting.require(Right.READ_ACCOUNTS);
        return rows.find(id).orElseThrow(NotHere::new);
    }

    /// The organisations that can run a programme.
    public List<Organisation> keepers(Programme programme) {
        OrganisationKind kind = switch (programme) {
            case NSP -> OrganisationKind.PROGRAMME_OFFICE;
            case AMP -> OrganisationKind.RETURN_OPERATOR;
        };
        return organisations.list().stream().filter(one -> one.kind() == kind).toList();
    }

    /// @throws NotNow when there is one for that keeper, programme and year
    /// @throws NotHere when the keeper does not run that programme
    public AgreementId add(NewAgreement agreement) {
        Acting.require(Right.FUND_PROGRAMMES);
        if (keepers(agreement.programme()).stream().noneMatch(one -> one.id().equals(agreement.keeper()))) {
            throw new NotHere();
        }
        AgreementId id = AgreementId.random();
        if (!rows.insert(id, agreement, clock.instant())) {
            throw new NotNow("budget.error.twice");
        }
        audit.note(Action.MONEY_GRANTED, Subject.ACCOUNT, id.value(), null);
        return id;
    }

    /// Takes an agreement on; from now on the keeper is reminded of the report.
    public void accept(AgreementId id) {
        Agreement agreement = kept(id);
        if (rows.accept(id, today())) {
            reports.run(agreement);
            audit.note(Action.AGREEMENT_TAKEN_ON, Subject.ACCOUNT, id.value(), null);
        }
    }

    /// Says that the report of the agreement has been handed in.
    ///
    /// @throws NotNow when the agreement has not been taken on
    public void handIn(AgreementId id) {
        Agreement agreement = kept(id);
        if (!agreement.isAccepted()) {
            throw new NotNow("budget.error.not-taken-on");
        }
        if (rows.handIn(id, today())) {
            reports.stop(agreement);
            audit.note(Action.REPORT_HANDED_IN, Subject.ACCOUNT, id.value(), null);
        }
    }

    /// What is to be paid when, the earliest first.
    public List<Instalment> instalments(AgreementId id) {
        get(id);
        return rows.instalments(id);
    }

    /// Says that an instalment has come; said twice it stays at the first day.
    public void receive(AgreementId id, UUID instalment) {
        kept(id);
        if (rows.receive(id, instalment, today())) {
            audit.note(Action.MONEY_RECEIVED, Subject.ACCOUNT, List.of(id.value(), instalment), null, null);
        }
    }

    /// Whether the acting organisation keeps the account, and the acting member may.
    public boolean keeps(Agreement agreement) {
        Acting acting = Acting.current();
        return agreement.keeper().equals(acting.organisation()) && acting.may(Right.KEEP_ACCOUNTS);
    }

    /// Whether the acting organisation pays, and the acting member may decide.
    public boolean funds(Agreement agreement) {
        Acting acting = Acting.current();
        return agreement.funder().equals(acting.organisation()) && acting.may(Right.FUND_PROGRAMMES);
    }

    /// Today in Swedish local time.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }

    /// @throws NotHere unless the acting member keeps its account
    Agreement kept(AgreementId id) {
        Acting.require(Right.KEEP_ACCOUNTS);
        return rows.find(id).filter(this::keeps).orElseThrow(NotHere::new);
    }

    /// @throws NotHere unless the acting member decides on its money
    Agreement funded(AgreementId id) {
        Acting.require(Right.FUND_PROGRAMMES);
        return rows.find(id).filter(this::funds).orElseThrow(NotHere::new);
    }
}
